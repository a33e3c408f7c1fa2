"""A report read from a file, with what each line of the file became: nothing of it is dropped or changed unseen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from pbgdpl.lib.account_of_characters import left_out as missing_from
from pbgdpl.lib.vietnamese import clean_line
from reports.document.lines import MOTTO, NATIONAL_NAME, annex_reference
from reports.document.text import to_text
from reports.document.tree import Block, BulletList, Document, LetteredList, Section, Table
from reports.reading.report import places
from reports.reading.report.blocks import Body
from reports.reading.report.paragraphs import unwrapped
from reports.reading.report.renumbered import changed_signs
from reports.reading.report.roles import BODY_ROLES, PlacedLine, Role, styled_lines
from reports.reading.report.sanity import doubts_of
from reports.reading.report.source import LeftOut, Source, SourceLine
from reports.reading.report.structure import structure_of
from reports.reading.report.unstyled import unstyled_lines

NOT_A_HEADING = 0  # the correction of a line that was taken for a heading
IS_RULE = "đường kẻ hoặc dấu trang trí"
IS_SIGNED = "ghi chú chữ ký, bản nhập lại chưa ký"
IS_NOT_READ = "dòng không đọc được"
IS_CHANGED = "dấu hoặc chữ in lại khác đi theo thể thức, hãy đối chiếu với tệp"
IS_REFERENCE = "câu kèm theo của phụ lục, in lại theo số và ngày của báo cáo"
IS_PRINTED_ANYWAY = "in sẵn trên mọi báo cáo"


class Piece(Enum):
    """What a line of a file can become; the value is its name on the page."""

    HEAD = "phần đầu"
    HEADING = "đề mục"
    PARAGRAPH = "đoạn văn"
    ITEM = "mục liệt kê"
    TABLE = "bảng"
    ANNEX = "tên phụ lục"
    END = "phần cuối"
    LEFT_OUT = "bỏ ra"


TEXT_PIECES = {Piece.HEADING, Piece.PARAGRAPH, Piece.ITEM, Piece.TABLE}
ROLE_PIECES = {
    Role.PARENT_BODY: (Piece.HEAD, "cơ quan chủ quản"),
    Role.ISSUING_BODY: (Piece.HEAD, "cơ quan ban hành"),
    Role.FURNITURE: (Piece.HEAD, IS_PRINTED_ANYWAY),
    Role.NUMBER: (Piece.HEAD, "số, ký hiệu"),
    Role.PLACE_DATE: (Piece.HEAD, "nơi và ngày ban hành"),
    Role.KIND: (Piece.HEAD, "tên loại văn bản"),
    Role.SUBJECT: (Piece.HEAD, "trích yếu"),
    Role.PERIOD_NOTE: (Piece.HEAD, "kỳ thống kê"),
    Role.ADDRESSEE: (Piece.HEAD, "kính gửi"),
    Role.LEGAL_BASIS: (Piece.HEAD, "căn cứ"),
    Role.CLOSING: (Piece.END, "lời kết"),
    Role.RECIPIENT: (Piece.END, "nơi nhận"),
    Role.AUTHORITY: (Piece.END, "chức vụ người ký"),
    Role.SIGNER: (Piece.END, "người ký"),
    Role.CONTACT: (Piece.END, "địa chỉ liên hệ"),
    Role.ANNEX_LABEL: (Piece.ANNEX, ""),
    Role.ANNEX_TITLE: (Piece.ANNEX, ""),
    Role.ANNEX_REFERENCE: (Piece.ANNEX, ""),
}


@dataclass(frozen=True, slots=True)
class Became:
    """What one line of the file became: a piece of the report, the depth of a heading, the value or the reason."""

    piece: Piece
    depth: int = 0
    what: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The report in a file; a position is that of a line in `lines`."""

    lines: tuple[SourceLine, ...]
    became: tuple[Became, ...]  # one for each line
    document: Document
    # The positions of each heading and each text of `document`: of its body, its annexes, then its legal bases.
    origins: tuple[tuple[int, ...], ...]
    left_out: tuple[LeftOut, ...]
    notices: tuple[str, ...]


def read_source(source: Source, corrections: Mapping[int, int] | None = None) -> Reading:
    """Return the report in the lines of a file.

    `corrections` has the depth, 1 to 4, of lines that the officer says are headings of this depth, and NOT_A_HEADING
    for those that are none, by the positions of the lines.
    """
    chosen = corrections or {}
    lines = tuple(replace(line, chosen=chosen.get(at)) for at, line in enumerate(source.all_lines))
    placed, author = _placed(source, lines)
    structure = structure_of(placed, author)
    pieces = tuple(_pieces(structure.document, structure.bodies))
    became = _became(lines, placed, pieces)
    signs, notices = changed_signs(structure)
    left_out = (
        LeftOut(line.text, one.what, at)
        for at, (line, one) in enumerate(zip(lines, became, strict=True))
        if one.piece is Piece.LEFT_OUT and one.what != IS_SIGNED
    )
    known = (*left_out, *_replaced(placed, structure.document), *signs)
    return Reading(
        lines=lines,
        became=became,
        document=structure.document,
        origins=(*(positions for positions, _ in pieces), *structure.bases),
        left_out=(*source.left_out, *known, *_others(lines, became, structure.document, known)),
        notices=(*source.notices, *notices, *doubts_of(structure.document)),
    )


def _replaced(placed: Iterable[PlacedLine], document: Document) -> Iterator[LeftOut]:
    """Yield the lines that are printed in words of their own, and notes that the report was signed."""
    reference, printed = annex_reference(document), {NATIONAL_NAME.casefold(), MOTTO.casefold()}
    for place in placed:
        line, first = place.line, next(iter(place.line.positions), None)
        match place.role:
            case Role.FURNITURE if places.SIGNED.fullmatch(line.text):
                yield LeftOut(line.text, IS_SIGNED, first)
            case Role.FURNITURE if line.text.casefold() in printed:
                printed.remove(line.text.casefold())
            case Role.FURNITURE if not line.style:
                yield LeftOut(line.text, IS_PRINTED_ANYWAY, first)
            case Role.ANNEX_REFERENCE if missing_from(line.text, reference):
                yield LeftOut(line.text, IS_REFERENCE, first)


def _others(
    lines: Sequence[SourceLine], became: Sequence[Became], document: Document, known: Sequence[LeftOut]
) -> Iterator[LeftOut]:
    """Yield whatever else of the lines is not printed, such as a semicolon that becomes a full stop.

    All lines are compared only if those around the text differ, because texts are printed as they are.
    """
    around = {at: lines[at] for at, one in enumerate(became) if one.piece not in TEXT_PIECES}
    named_around = [one.text for one in known if one.position in around]
    bare = replace(document, body=(), annexes=tuple(replace(one, blocks=()) for one in document.annexes))
    if missing_from(_text_of(around.values()), to_text(bare), *named_around):
        for piece in missing_from(_text_of(lines), to_text(document), *(one.text for one in known)):
            yield LeftOut(piece, IS_CHANGED)


def _text_of(lines: Iterable[SourceLine]) -> str:
    return "\n".join(
        text for line in lines for text in (line.raw, *(cell for row in line.rows for cell in row))
    )


def _placed(source: Source, lines: Sequence[SourceLine]) -> tuple[tuple[PlacedLine, ...], str]:
    """Return the lines with their roles, and the author if this program made the file."""
    first = len(source.heads)
    heads, rest = lines[:first], lines[first:]
    text, feet = rest[: len(source.lines)], rest[len(source.lines) :]
    if source.may_be_wrapped:
        text = tuple(unwrapped(text))
    if _has_letterhead(heads) and not _has_letterhead(text):
        text, heads = (*heads, *text), ()
    around = (
        *(PlacedLine(Role.TEXT, line) for line in heads),
        *(PlacedLine(Role.CONTACT, line) for line in feet),
    )
    if any(line.style for line in text):
        return (*around, *styled_lines(text)), clean_line(source.author)
    return (*around, *unstyled_lines(text)), ""


def _has_letterhead(lines: Iterable[SourceLine]) -> bool:
    return any(places.NATIONAL_NAME.search(line.raw) for line in lines)


def _pieces(document: Document, bodies: Iterable[Body]) -> Iterator[tuple[tuple[int, ...], Became]]:
    """Yield the positions of each heading and each text of the document in reading order, and what they became."""
    for blocks, body in zip((document.body, *(one.blocks for one in document.annexes)), bodies, strict=True):
        units = list(_units(blocks, 1))
        positions = [one for line, _ in body.in_order() for one in _positions(line.line)]
        # The reference of an annex that stays text comes before its lines.
        before: list[tuple[int, ...]] = [()] * (len(units) - len(positions))
        yield from zip([*before, *positions], units, strict=True)


def _positions(line: SourceLine) -> Iterator[tuple[int, ...]]:
    """Yield the positions of a line, or of each row of a table."""
    if not line.rows:
        yield line.positions
    elif len(line.rows) == len(line.positions):
        yield from ((position,) for position in line.positions)
    else:
        yield from [line.positions] * len(line.rows)


def _units(blocks: Iterable[Block], depth: int) -> Iterator[Became]:
    for block in blocks:
        match block:
            case Section(_, below):
                yield Became(Piece.HEADING, depth)
                yield from _units(below, depth + 1)
            case BulletList(items) | LetteredList(items):
                yield from [Became(Piece.ITEM)] * len(items)
            case Table(rows):
                yield from [Became(Piece.TABLE)] * len(rows)
            case _:
                yield Became(Piece.PARAGRAPH)


def _became(
    lines: Sequence[SourceLine],
    placed: Iterable[PlacedLine],
    pieces: Iterable[tuple[tuple[int, ...], Became]],
) -> tuple[Became, ...]:
    """Return what each line became; of several pieces of one line the first, values before texts."""
    found: dict[int, Became] = {}
    for place in placed:
        if place.role not in BODY_ROLES:
            for position in place.line.positions:
                found[position] = _together(found.get(position), _value(place))
    for positions, one in pieces:
        for position in positions:
            found.setdefault(position, one)
    return tuple(found.get(at) or _unplaced(line) for at, line in enumerate(lines))


def _together(before: Became | None, one: Became) -> Became:
    """Return what a line became of which the halves became several values: "cơ quan ban hành; nơi và ngày …"."""
    if before is None:
        return one
    is_new = one.piece is before.piece and one.what not in before.what
    return replace(before, what=f"{before.what}; {one.what}") if is_new else before


def _value(place: PlacedLine) -> Became:
    if place.role is Role.FURNITURE and places.SIGNED.fullmatch(place.line.text):
        return Became(Piece.LEFT_OUT, what=IS_SIGNED)
    piece, what = ROLE_PIECES[place.role]
    return Became(piece, what=what)


def _unplaced(line: SourceLine) -> Became:
    if not (line.rows or places.has_words(line.raw)):
        return Became(Piece.LEFT_OUT, what=IS_RULE)
    if places.RECIPIENTS.fullmatch(line.text) or places.ADDRESSEES.fullmatch(line.text):
        return Became(Piece.END, what=IS_PRINTED_ANYWAY)
    return Became(Piece.LEFT_OUT, what=IS_NOT_READ)
