"""An uploaded report under review: each line of its file with what it became."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.text import capfirst

from pbgdpl.lib.vietnamese import official_date, thousands
from reports.document.tree import Document
from reports.models import EarlierReport
from reports.reading.earlier.corrections import DEEPEST, Corrections
from reports.reading.earlier.rereading import read_again
from reports.reading.earlier.results import Result, by_number, results_of
from reports.reading.earlier.units import printed_headings
from reports.reading.report import NOT_A_HEADING, Became, LeftOut, Piece, Reading
from reports.reading.report.intake import Intake

ITEM_OF_LISTING = "Hàng của danh mục"
LEFT_OUT = "Bỏ ra"
LEFT = "left"  # the key of EarlierReport.saved_rows for the rows that were left out
UNTICKED = "Bạn bỏ dấu “Nhập” ở dòng này: lời của nó không vào báo cáo."
JOINED = "Nối vào dòng trên."
KNOWN_ALREADY = "Văn bản hoặc hoạt động này đã có; báo cáo in hàng đã có."
OF_ANNEX = "Dòng dẫn của phụ lục"
MOST_SHOWN = 60  # rows of one table, or rows that one line became
IN_THE_BODY = {Piece.HEADING, Piece.PARAGRAPH, Piece.ITEM}


@dataclass(frozen=True, slots=True)
class Fix:
    """A button that corrects the depth of the heading in a line: 0 is none, None what was read."""

    position: int
    depth: int | None
    words: str

    @property
    def value(self) -> str:
        """Return what the button sends: "17:2"."""
        return f"{self.position}:{'' if self.depth is None else self.depth}"


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of the file, what it became, and the rows that were read from it."""

    number: int | None  # its position in the file; None for what stands in no line
    text: str
    rows: tuple[tuple[str, ...], ...]  # of a table
    sort: str  # the name of its piece
    words: str
    why: str = ""
    level: int = 0
    parts_left_out: tuple[LeftOut, ...] = ()  # signs of the line that are printed differently
    printed: str = ""  # a heading as the report will print it, where its number or letters change
    is_corrected: bool = False
    may_be_corrected: bool = False
    fixes: tuple[Fix, ...] = ()
    results: tuple[Result, ...] = ()

    @property
    def shown_rows(self) -> tuple[tuple[str, ...], ...]:
        return self.rows[:MOST_SHOWN]

    @property
    def shown_results(self) -> tuple[Result, ...]:
        return self.results[:MOST_SHOWN]

    @property
    def anchor(self) -> str:
        return f"dong-{self.number}" if self.number is not None else ""

    @property
    def is_left_out(self) -> bool:
        """Return whether the line, or a part of it, does not come into the report."""
        return self.sort == "left_out" or bool(self.parts_left_out)

    @property
    def needs_checking(self) -> bool:
        return any(result.needs_checking for result in self.results)


@dataclass(frozen=True, slots=True)
class Review:
    """The lines of the file in order, then what was left out without a line; and the rows."""

    lines: tuple[ReadLine, ...]
    results: tuple[Result, ...]
    notices: tuple[str, ...]
    intake: Intake

    @property
    def kept(self) -> tuple[Result, ...]:
        return tuple(result for result in self.results if result.is_kept)

    @property
    def facts(self) -> list[tuple[str, str]]:
        return facts_of(self.intake.document)

    @property
    def counted(self) -> str:
        """Return in words what will be saved: "12 mục, 30 văn bản của đơn vị, 8 hoạt động"."""
        kinds = [result.kind for result in self.kept]
        document = self.intake.document
        counts = (
            (len(self.intake.parts) - 1, "mục"),
            (len(document.annexes), "phụ lục"),
            (kinds.count("plan"), "văn bản của đơn vị"),
            (kinds.count("directive"), "văn bản chỉ đạo"),
            (kinds.count("event"), "hoạt động"),
        )
        return ", ".join(f"{thousands(count)} {noun}" for count, noun in counts if count) or "một báo cáo"


def facts_of(document: Document) -> list[tuple[str, str]]:
    """Return what stands at the head and the end of the report, with its labels."""
    head, signature = document.letterhead, document.signature
    facts = (
        ("Cơ quan chủ quản", head.parent_body),
        ("Cơ quan ban hành", head.issuing_body),
        ("Số, ký hiệu", head.number),
        ("Nơi ban hành", head.place),
        ("Ngày ban hành", official_date(head.issued_on) if head.issued_on else ""),
        ("Tên loại", document.kind),
        ("Trích yếu", document.subject),
        ("Kỳ thống kê", document.period_note),
        ("Kính gửi", "; ".join(document.addressees)),
        ("Căn cứ", " ".join(document.legal_bases)),
        ("Lời kết", document.closing),
        ("Nơi nhận", "; ".join(document.recipients)),
        ("Người ký", ", ".join(filter(None, (*signature.authority, signature.name)))),
        ("Liên hệ", head.contact),
    )
    return [(label, value) for label, value in facts if value]


def review_of(earlier: EarlierReport) -> Review:
    """Return the review of an uploaded report whose lines were read."""
    corrections = Corrections.from_json(earlier.corrections)
    read = read_again(earlier, corrections.depths)
    reading, intake = read.reading, read.intake
    is_open = not (earlier.is_saved or intake.is_of_province)
    results = results_of(read, corrections.rows, finds_duplicates=is_open)
    for result in () if is_open else results:
        is_kept = not intake.is_of_province and result.key not in earlier.saved_rows[LEFT]
        result.choice = replace(result.choice, is_kept=is_kept)
    lines = (*_Lines(reading, results, corrections).all(), *_without_line(reading, results))
    return Review(lines, results, reading.notices, intake)


class _Lines:
    """The lines of the file, each made with what the reading knows of it."""

    def __init__(self, reading: Reading, results: Sequence[Result], corrections: Corrections) -> None:
        self.reading, self.corrections = reading, corrections
        self.results = by_number(results)
        self.printed = printed_headings(reading)
        self.parts_left_out = _parts_left_out(reading)
        self.joined = {position for origin in reading.origins for position in origin[1:]}

    def all(self) -> Iterator[ReadLine]:
        above = 0  # the depth of the last heading
        for number, became in enumerate(self.reading.became):
            yield self.line(number, became, above)
            above = became.depth if became.piece is Piece.HEADING else above

    def line(self, number: int, became: Became, above: int) -> ReadLine:
        source, results = self.reading.lines[number], tuple(self.results.get(number, ()))
        is_corrected, is_joined = number in self.corrections.depths, number in self.joined
        may_be_corrected = became.piece in IN_THE_BODY and not (source.rows or is_joined)
        sort, words, why = _outcome(became, results, is_joined=is_joined and not source.rows)
        return ReadLine(
            number,
            source.raw.strip(),
            source.rows,
            sort=sort,
            words=words,
            why=why,
            level=0 if is_joined else became.depth,
            parts_left_out=self.parts_left_out.get(number, ()),
            printed=self.printed.get(number, ""),
            is_corrected=is_corrected,
            may_be_corrected=may_be_corrected,
            fixes=tuple(_fixes(number, became, above, is_corrected)) if may_be_corrected else (),
            results=results,
        )


def _outcome(became: Became, results: Sequence[Result], *, is_joined: bool) -> tuple[str, str, str]:
    """Return the sort of a line, its name on the page, and why it was left out or changed."""
    listed = [result for result in results if result.is_listed]
    dropped = next((result for result in listed if not result.is_kept), None)
    if dropped:
        return "left_out", LEFT_OUT, KNOWN_ALREADY if dropped.duplicate else UNTICKED
    words, why = _words(became, is_listed=bool(listed))
    return became.piece.name.lower(), words, why or (JOINED if is_joined else "")


def _words(became: Became, *, is_listed: bool) -> tuple[str, str]:
    """Return the name of the piece as on the page, and why it was left out."""
    match became.piece:
        case Piece.HEADING:
            return f"Đề mục cấp {became.depth}", ""
        case Piece.ITEM if is_listed:
            return ITEM_OF_LISTING, ""
        case Piece.LEFT_OUT:
            return LEFT_OUT, f"{capfirst(became.what)}." if became.what else ""
        case _:
            return capfirst(became.what or became.piece.value), ""


def _fixes(number: int, became: Became, above: int, is_corrected: bool) -> Iterator[Fix]:
    """Yield the corrections that change something: a heading is at most one level below the one before it."""
    depth = became.depth
    if became.piece is Piece.HEADING:
        if depth > 1:
            yield Fix(number, depth - 1, "Lên một cấp")
        if depth < min(DEEPEST, above + 1):
            yield Fix(number, depth + 1, "Xuống một cấp")
        yield Fix(number, NOT_A_HEADING, "Không phải đề mục")
    else:
        for level in range(1, min(DEEPEST, above + 1) + 1):
            yield Fix(number, level, f"Là đề mục cấp {level}")
    if is_corrected:
        yield Fix(number, None, "Bỏ sửa, đọc như cũ")


def _parts_left_out(reading: Reading) -> dict[int, tuple[LeftOut, ...]]:
    """Return what was left out of lines that came into the report, by their positions."""
    found: dict[int, tuple[LeftOut, ...]] = {}
    for one in reading.left_out:
        if one.position is not None and reading.became[one.position].piece is not Piece.LEFT_OUT:
            found[one.position] = (*found.get(one.position, ()), one)
    return found


def _without_line(reading: Reading, results: Sequence[Result]) -> Iterator[ReadLine]:
    """Yield what stands in no line: rows of the reference of an annex, and hidden text and pictures left out."""
    for result in by_number(results).get(None, ()):
        yield ReadLine(None, result.text, (), sort="annex", words=OF_ANNEX, results=(result,))
    for one in reading.left_out:
        if one.position is None:
            yield ReadLine(None, one.text, (), sort="left_out", words=LEFT_OUT, why=f"{capfirst(one.why)}.")
