"""Joins paragraphs that were cut by a page break or a narrow window, and reads tables drawn with tabs or bars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from reports.reading.marks import Family, mark
from reports.reading.report import places
from reports.reading.report.signs import sign_of
from reports.reading.report.source import SourceLine

SENTENCE_ENDS = ".:;!?…"
CAPITALS = "".join(filter(str.isupper, map(chr, range(ord("A"), ord("ỹ")))))
BRACKETS = "”\"’')»]"
# No phrase ends with one of these words, so the next line continues it, whatever its first letter.
UNFINISHED = re.compile(
    r"(?:.*\s)?(?:và|hoặc|của|các|những|cho|về|với|trong|tại|theo|do|để|từ|đến|là|được|bởi|ở|số|ngày|tháng|năm|"
    r"hơn|trên|gần|\S*[,–-])",
    re.DOTALL,
)
# A name has at least two words: "… thành phố Hà" ends inside a name, "… Sở" inside the name of a body.
HALF_A_NAME = re.compile(rf"(?:.*\s)?[^{CAPITALS}\s]\S*\s[{CAPITALS}][^\W\d_{CAPITALS}]+", re.DOTALL)
NAME_AWAITED = re.compile(r"(?:.*\s)?(?:thành phố|tỉnh|huyện|quận|thị xã|phường|xã)", re.DOTALL)
NAME = re.compile(rf"[{CAPITALS}][^\W\d_]*\s[{CAPITALS}]")
# A sentence begins with one of these words, even if the one before has no full stop.
SENTENCE_STARTS = re.compile(
    r"(?:Căn cứ|Thực hiện|Ngoài ra|Bên cạnh|Đồng thời|Tuy nhiên|Trong|Trên|Năm|Tháng|Ngày|Sở|Các|Để|Đối với|Về|Qua|"
    r"Kết quả|Công tác|Tổ chức|Tiếp tục|Tăng cường|Phối hợp|Đã|Việc|Với|Cụ thể|Hằng năm|Hàng năm|Nhìn chung|Một số)\b"
)
LONGEST_HEADING = 250
# Shorter lines are titles rather than the first half of a paragraph.
SHORTEST_HALF = 60
LONGEST_WRAPPED_LINE = 130
WRAPPED_PAIRS = 8
SHARE_OF_OPEN_ENDS = 0.6
FULL_LINE = 0.7
ROW_OF_BARS = re.compile(r"\|.*\||[^|]+\|.*")


def mended(lines: Sequence[SourceLine]) -> tuple[SourceLine, ...]:
    """Return the lines that are not blank, each paragraph as one line."""
    whole: list[list[SourceLine]] = []
    last: list[SourceLine] = []  # the last paragraph that is not a footnote
    for line in lines:
        if not (line.rows or places.has_words(line.raw)):
            continue
        if last and not line.is_note and _continues(last, line):
            last.append(line)
            continue
        whole.append([line])
        last = last if line.is_note else whole[-1]
    return tuple(map(_joined, whole))


def _joined(pieces: list[SourceLine]) -> SourceLine:
    first = pieces[0]
    if len(pieces) == 1:
        return first
    lead = first.lead or (first.text if first.bold else "")
    return replace(
        first,
        raw=" ".join(piece.text for piece in pieces),
        lead=lead,
        bold=all(piece.bold for piece in pieces),
        positions=tuple(position for piece in pieces for position in piece.positions),
    )


def _continues(pieces: list[SourceLine], line: SourceLine) -> bool:
    """Return whether a line continues the paragraph of the pieces.

    It does if the last piece is not the end of a sentence, the line has no mark and is no title, and it begins in lower
    case, or with a capital if the last piece ends inside a phrase ("… UBND thành phố Hà" / "Nội và …").
    """
    before, first = pieces[-1], pieces[0]
    if before.rows or line.rows or sign_of(line.text) or line.centred != before.centred:
        return False
    if line.chosen is not None or before.chosen:
        return False
    text, start = before.text, line.text
    if places.is_capitals(text) or places.is_capitals(start):
        return _is_title_on_two_lines(first, line)
    if (
        text.rstrip(BRACKETS)[-1:] in SENTENCE_ENDS
        or places.CLOSING.match(start)
        or (before.bold and not line.bold)
    ):
        return False
    if start[0].islower():
        return True
    return len(text) >= SHORTEST_HALF and not before.bold and _breaks_off(before, start)


def _is_title_on_two_lines(first: SourceLine, line: SourceLine) -> bool:
    sign = mark(first.text)
    capitals = (
        places.is_capitals(first.text) and places.is_capitals(line.text) and not places.PART.match(line.text)
    )
    return capitals and not line.after_gap and sign is not None and sign.family is Family.ROMAN


def _breaks_off(before: SourceLine, start: str) -> bool:
    """Return whether a line ends inside a phrase that `start`, which may begin with a capital, continues."""
    end = before.text[-40:]
    if UNFINISHED.fullmatch(end):
        return not places.LEGAL_BASIS.match(start)
    sign = mark(before.text)
    if sign is not None and sign.family is not Family.BULLET and len(before.text) <= LONGEST_HEADING:
        return False
    if NAME_AWAITED.fullmatch(end):
        return NAME.match(start) is not None
    return not start[0].isupper() or (
        HALF_A_NAME.fullmatch(end) is not None and not SENTENCE_STARTS.match(start)
    )


def unwrapped(lines: Sequence[SourceLine]) -> Sequence[SourceLine]:
    """Return a text that was broken into lines of one width with its paragraphs joined, any other text unchanged.

    A text was broken if many lines end inside a sentence.
    """
    width = max((len(line.raw) for line in lines), default=0)
    pairs = [pair for pair in pairwise(lines) if _may_be_wrapped(*pair)]
    open_ends = [before for before, _ in pairs if before.text[-1:] not in SENTENCE_ENDS]
    if width > LONGEST_WRAPPED_LINE or len(open_ends) < max(WRAPPED_PAIRS, SHARE_OF_OPEN_ENDS * len(pairs)):
        return lines
    whole: list[list[SourceLine]] = []
    for line in lines:
        before = whole[-1][-1] if whole else None
        if before and _may_be_wrapped(before, line) and len(before.raw) >= FULL_LINE * width:
            whole[-1].append(line)
        else:
            whole.append([line])
    return tuple(map(_joined, whole))


def _may_be_wrapped(before: SourceLine, line: SourceLine) -> bool:
    texts = before.text, line.text
    return (
        not (line.after_gap or line.chosen is not None or before.chosen)
        and all(map(places.has_words, texts))
        and texts[0][-1] not in ":;"
        and not any(map(places.is_capitals, texts))
        and not any(
            "\t" in text.raw or "|" in text.raw or "   " in text.raw.strip() for text in (before, line)
        )
        and sign_of(texts[1]) is None
        and not any(start.match(texts[1]) for start in (places.ADDRESSEES, places.RECIPIENTS, places.CLOSING))
        and not texts[1].startswith("(")
    )


def tabulated(lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """Yield the lines, with adjacent rows as one table and without the rules between rows."""
    for kind, group in groupby(lines, key=_row_kind):
        rows = list(group)
        if not kind or len(rows) < 2:
            yield from rows
            continue
        worded = [row for row in rows if places.has_words(row.raw)]
        cells = [_cells(row.raw, kind) for row in worded]
        width = max(map(len, cells), default=0)
        yield replace(
            rows[0],
            raw="",
            rows=tuple((*row, *[""] * (width - len(row))) for row in cells),
            bars=sum(row.raw.count("|") for row in worded) if kind == "|" else 0,
            positions=tuple(position for row in worded for position in row.positions),
        )


def _row_kind(line: SourceLine) -> str:
    """Return the separator of the line's cells: a bar, a tab, or an empty text."""
    raw = line.raw.strip() if line.chosen is None else ""
    if ROW_OF_BARS.fullmatch(raw):
        return "|"
    tabs = raw.count("\t")
    return "\t" if tabs > 1 or (tabs == 1 and mark(line.text) is None) else ""


def _cells(raw: str, border: str) -> tuple[str, ...]:
    row = raw.strip().strip(border) if border == "|" else raw.strip(" \n")
    return tuple(" ".join(cell.split()) for cell in row.split(border))
