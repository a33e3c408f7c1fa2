"""The official report as a value: all that is printed, in the order of the paper.

Nothing here depends on Django, Word or HTML. Every text is one line, clean (NFC, no control characters) and as printed:
the capitals that Decree 30 requires are already capitals.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum


class Numbering(Enum):
    """The numbering of headings, from the first depth down."""

    LETTERS = "letters"  # I.  1.  a)
    DECIMAL = "decimal"  # I.  1.  1.1.  a)
    CAPITALS = "capitals"  # A.  I.  1.  a)
    NUMBERS = "numbers"  # 1.  1.1.  1.1.1.  a)
    PARTS = "parts"  # PHẦN I.  I.  1.  a)
    ORDINALS = "ordinals"  # PHẦN THỨ NHẤT.  I.  1.  a)
    CAPITAL_CLAUSES = "capital_clauses"  # A.  I.  1.  1.1.
    PART_CLAUSES = "part_clauses"  # PHẦN I.  I.  1.  1.1.
    ORDINAL_CLAUSES = "ordinal_clauses"  # PHẦN THỨ NHẤT.  I.  1.  1.1.
    SHORT_CAPITALS = "short_capitals"  # A.  1.  a)
    ROMAN_NUMBERS = "roman_numbers"  # I.  I.1.  I.1.1.  a)


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    lead: str = ""  # run-in heading, set in bold: "Tác động lâu dài:"


@dataclass(frozen=True, slots=True)
class BulletList:
    items: tuple[str, ...]
    mark: str = "-"  # "-", or "+" for the points below a "-"


@dataclass(frozen=True, slots=True)
class LetteredList:
    """Points a), b), c) …, lettered from a in the Vietnamese alphabet."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal length; the first row has the titles of the columns."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered heading with its blocks: first its own text, then its subsections."""

    heading: str
    blocks: tuple[Block, ...] = ()


Block = Paragraph | BulletList | LetteredList | Table | Section


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Ô 1–4 and 13 of the page (Decree 30/2020, Appendix I, II.1–4 and III.4)."""

    parent_body: str  # "UBND THÀNH PHỐ HÀ NỘI", may be empty
    issuing_body: str  # "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    number: str  # "05/BC-SKHCN"; "/BC-SKHCN" while the number is not registered
    place: str  # "Hà Nội"
    issued_on: dt.date | None = None
    contact: str = ""  # address, phone, e-mail at the foot of page 1


@dataclass(frozen=True, slots=True)
class Signature:
    """Ô 7: "KT. GIÁM ĐỐC" over "PHÓ GIÁM ĐỐC", then the name."""

    authority: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    title: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    letterhead: Letterhead
    kind: str  # "BÁO CÁO"
    subject: str  # trích yếu
    period_note: str = ""  # "(Thống kê số liệu từ ngày …)"
    addressees: tuple[str, ...] = ()  # Kính gửi
    legal_bases: tuple[str, ...] = ()  # căn cứ lines, with their own ";" and "."
    body: tuple[Block, ...] = ()  # the opening first, then the sections
    closing: str = ""  # "Trên đây là báo cáo …/."
    recipients: tuple[str, ...] = ()  # Nơi nhận, without "- " and ";"
    signature: Signature = Signature()
    annexes: tuple[Annex, ...] = ()
    numbering: Numbering = Numbering.LETTERS
    author: str = ""  # the issuing body without capitals, for annexes and the files' properties
    is_draft: bool = False  # with the stamp DỰ THẢO across every page, which is not part of the text
