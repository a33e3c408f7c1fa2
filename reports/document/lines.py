"""The lines of the paper in reading order, with numbered headings and points, for every renderer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import assert_never

from reports.document.labels import label, letter, roman
from reports.document.tree import (
    Annex,
    Block,
    BulletList,
    Document,
    LetteredList,
    Letterhead,
    Numbering,
    Paragraph,
    Section,
    Table,
)
from reports.document.words import one_line

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ADDRESSEES_TITLE = "Kính gửi:"
RECIPIENTS_TITLE = "Nơi nhận:"
# The space for a number or a date that the clerk writes in later.
ROOM = " " * 8


@dataclass(frozen=True, slots=True)
class Heading:
    label: str  # "I.", "2.", "đ)"
    text: str
    path: tuple[int, ...]  # the place in the tree, counted from 1: (1, 2, 5)

    @property
    def level(self) -> int:
        """Return the depth: 1 is the highest."""
        return len(self.path)

    @property
    def anchor(self) -> str:
        """Return the name for links to the heading: "muc-1-2-5"."""
        return "-".join(("muc", *map(str, self.path)))

    def __str__(self) -> str:
        return f"{self.label} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Bullet:
    text: str
    mark: str = "-"

    def __str__(self) -> str:
        return f"{self.mark} {self.text}"


@dataclass(frozen=True, slots=True)
class Point:
    label: str  # "a)"
    text: str
    lead: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.label, self.lead, self.text) if part)


Line = Heading | Paragraph | Bullet | Point | Table


def lines(
    blocks: tuple[Block, ...], numbering: Numbering = Numbering.LETTERS, path: tuple[int, ...] = ()
) -> Iterator[Line]:
    """Yield the lines of the blocks in reading order, with numbered headings and points."""
    numbers = count(1)
    for block in blocks:
        match block:
            case Section(heading, children):
                here = (*path, next(numbers))
                yield Heading(label(here, numbering), heading, here)
                yield from lines(children, numbering, here)
            case BulletList(items, mark):
                yield from (Bullet(item, mark) for item in items)
            case LetteredList(items):
                for position, item in enumerate(items, start=1):
                    yield Point(f"{letter(position)})", item.text, item.lead)
            case Paragraph() | Table():
                yield block
            case _:
                assert_never(block)


def count_lines(blocks: Iterable[Block]) -> int:
    """Return how many lines the blocks print, each cell of a table counted as one.

    >>> count_lines((Section("Kết quả", (Paragraph("a"), BulletList(("b", "c")))), Table((("d", "e"), ("f", "g")))))
    8
    """
    return sum(map(_count_lines, blocks))


def _count_lines(block: Block) -> int:
    match block:
        case Section(_, children):
            return 1 + count_lines(children)
        case BulletList(items) | LetteredList(items):
            return len(items)
        case Table(rows):
            return sum(map(len, rows))
        case Paragraph():
            return 1
        case _:
            assert_never(block)


def number_line(letterhead: Letterhead) -> str:
    """Return ô 3: "Số: 05/BC-SKHCN", with space for a number that is not registered yet."""
    room = ROOM if letterhead.number.startswith("/") or not letterhead.number else ""
    return f"Số: {room}{letterhead.number}"


def date_line(letterhead: Letterhead) -> str:
    """Return ô 4; days below 10 and months 1 and 2 have a leading 0 (Decree 30, Appendix I, II.4b)."""
    day = letterhead.issued_on
    if day is None:
        return f"{letterhead.place}, ngày{ROOM}tháng{ROOM}năm{ROOM}".rstrip()
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{letterhead.place}, ngày {day.day:02d} tháng {month} năm {day.year}"


def addressee_lines(document: Document) -> tuple[str, ...]:
    """Return ô 9a: one addressee alone; several as "- …;" lines, the last with "."."""
    match document.addressees:
        case () | (_,):
            return document.addressees
        case several:
            return (*(f"- {name};" for name in several[:-1]), f"- {several[-1]}.")


def recipient_lines(document: Document) -> tuple[str, ...]:
    """Return ô 9b below "Nơi nhận:": "- …;" lines, the last with "."."""
    match document.recipients:
        case ():
            return ()
        case several:
            return (*(f"- {name};" for name in several[:-1]), f"- {several[-1]}.")


def annex_label(position: int, count: int) -> str:
    """Return "Phụ lục", with a number if the document has two or more annexes (Appendix I, III.1).

    >>> annex_label(1, 1), annex_label(2, 3)
    ('Phụ lục', 'Phụ lục II')
    """
    return f"Phụ lục {roman(position)}" if count > 1 else "Phụ lục"


def printed_title(document: Document) -> str:
    """Return the title in one line: "BÁO CÁO Kết quả công tác …"."""
    return f"{document.kind} {one_line(document.subject)}".strip()


def issuer(document: Document) -> str:
    """Return the body that issues the paper in one line, without capitals if the document has it so."""
    return document.author or one_line(document.letterhead.issuing_body)


def annex_reference(document: Document) -> str:
    """Return the reference of an annex to its document: "(Kèm theo Báo cáo số … ngày … của …)"."""
    head = document.letterhead
    _, _, date = date_line(head).rpartition(", ")
    room = "" if head.issued_on else ROOM
    return f"(Kèm theo {document.kind.capitalize()} số {number_line(head)[4:]} {date}{room} của {issuer(document)})"


def annexes(document: Document) -> Iterator[tuple[str, Annex]]:
    """Yield each annex with its printed label."""
    for position, annex in enumerate(document.annexes, start=1):
        yield annex_label(position, len(document.annexes)), annex
