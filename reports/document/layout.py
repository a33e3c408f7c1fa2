"""Decree 30/2020/NĐ-CP, Appendix I, as measures: the only place where a size is written.

`word_styles.py` writes STYLES as Word styles, `css.py` as a style sheet. "ô n" is a place of the decree's
page map (Appendix I, IV). Where the decree gives a range, one value of it is chosen here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from reports.document.tree import Numbering


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A length on paper, stored in points (1/72 inch)."""

    pt: float

    def __sub__(self, other: Length) -> Length:
        return Length(self.pt - other.pt)

    @property
    def mm(self) -> float:
        return self.pt * 25.4 / 72

    @property
    def twips(self) -> int:
        """Twentieths of a point, the unit of most Word measures."""
        return round(self.pt * 20)

    @property
    def half_points(self) -> int:
        """Half points, the unit of Word's font sizes."""
        return round(self.pt * 2)

    @property
    def css(self) -> str:
        return f"{self.pt:.4g}pt"


def Pt(value: float) -> Length:  # noqa: N802 (a unit)
    return Length(value)


def Mm(value: float) -> Length:  # noqa: N802 (a unit)
    return Length(value * 72 / 25.4)


# Page (Appendix I, I.1–7)
PAGE_WIDTH = Mm(210)
PAGE_HEIGHT = Mm(297)
MARGIN_TOP = Mm(20)
MARGIN_BOTTOM = Mm(20)
MARGIN_LEFT = Mm(30)
MARGIN_RIGHT = Mm(20)
TEXT_WIDTH = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT
TURNED_TEXT_WIDTH = PAGE_HEIGHT - MARGIN_LEFT - MARGIN_RIGHT
# From the edge of the paper to the page number and to the address: the middle of their margins.
HEADER_DISTANCE = Length(MARGIN_TOP.pt / 2)
FOOTER_DISTANCE = Length(MARGIN_BOTTOM.pt / 2)

FONT = "Times New Roman"
# Faces with the same metrics, in the order in which they are tried.
FONT_FALLBACKS = ("Liberation Serif", "Tinos")
LANGUAGE = "vi-VN"
COLOR = "000000"

FIRST_LINE = Mm(12.7)
BETWEEN_PARAGRAPHS = Pt(6)
# A multiple of the font's own single line (FONT_LINE), as in Word.
LINE_SPACING = 1.15
# Ascent, descent and gap of Times New Roman: its single line, as a multiple of the size.
FONT_LINE = 1.149
# Word: of the space that 1.15 lines add below a text, so much of a page's last line may stand in the margin.
LINE_OVERHANG = Pt(2.2)
RULE_THICKNESS = Pt(0.75)
# Between a text and the line under it: in the letterhead, and under a title.
RULE_GAP, TITLE_RULE_GAP = Pt(2), Pt(5)
# Word: a paragraph that only draws a line, or ends a section.
CARRIER_HEIGHT = Pt(1)
# Between the title (ô 5a, or that of an annex) and what follows it.
AFTER_TITLE = Pt(12)
# Several addressees: where "Kính gửi:" begins; the dashes stand under its colon (ô 9a).
ADDRESSEES_LEFT = Mm(25)
ADDRESSEES_WORD = Mm(17.6)

# Widths of the two halves of the letterhead: Quốc hiệu fits on one line at 12 pt beside ô 2.
LETTERHEAD_RIGHT = Mm(92)
LETTERHEAD_LEFT = TEXT_WIDTH - LETTERHEAD_RIGHT
# … and beside a place and date too long for it: "Thành phố Hồ Chí Minh, ngày 14 tháng 11 năm 2025" is 98.7 mm.
WIDE_LETTERHEAD_RIGHT = Mm(100)
WIDE_LETTERHEAD_LEFT = TEXT_WIDTH - WIDE_LETTERHEAD_RIGHT
# Added to a measured width, so that a face cut a hair wider still breaks its lines at the same words.
SLACK = Pt(4)
# The line under ô 2 and ô 5a: of its place, and at least and at most of the text above it (Appendix I, II.2b, 5b).
RULE_SHARE, LEAST_RULE, MOST_RULE = 0.35, 0.345, 0.48
# The line under "(Kèm theo …)", as long as in the decree's own appendices.
ANNEX_RULE = Mm(32)
RECIPIENTS_WIDTH = SIGNATURE_WIDTH = Length(TEXT_WIDTH.pt / 2)
SIGNATURE_ROOM = Mm(28)
# Lines of text that must stay with the signature on its page.
LINES_BEFORE_SIGNATURE = 2
TABLE_CELL_PADDING = Mm(1.9)
# A row that is not taller than about half the page, upright or turned, is kept on one page.
TALLEST_ROW, TURNED_TALLEST_ROW = Mm(120), Mm(80)
# Across the pages of a draft, rising to the right.
STAMP_SIZE, STAMP_SLOPE, STAMP_COLOR = Pt(96), 45, "DDDDDD"
# A cell of digits and their marks, which is centred in its column: "1.245", "98,5%", "12/14"; "-" is a figure too.
FIGURE = re.compile(r"-|[.,/%+–-]*\d[\d.,/%+–-]*")


class Align(Enum):
    LEFT = "left"
    CENTER = "center"
    JUSTIFY = "justify"


@dataclass(frozen=True)
class Style:
    """The formatting of one kind of paragraph. `name` is its name in Word's list of styles."""

    id: str  # of the Word style
    name: str
    size: Length
    bold: bool = False
    italic: bool = False
    align: Align = Align.LEFT
    first_line: Length = Length(0)
    left: Length = Length(0)  # of every line, from the edge of the text
    before: Length = Length(0)
    after: Length = Length(0)
    spacing: float = 1.0  # lines
    keep_with_next: bool = False
    outline_level: int | None = None  # 0 is the highest in Word's navigation pane

    @cached_property
    def css_class(self) -> str:
        """Return the class in HTML: "national-name" for the id "NationalName"."""
        return "".join(f"-{char.lower()}" if char.isupper() else char for char in self.id).lstrip("-")


CENTER = Align.CENTER
GOVERNING_BODY = Style("GoverningBody", "Cơ quan chủ quản", Pt(12), align=CENTER)  # ô 2
ISSUING_BODY = Style("IssuingBody", "Cơ quan ban hành", Pt(12), bold=True, align=CENTER)  # ô 2
NATIONAL_NAME = Style("NationalName", "Quốc hiệu", Pt(12), bold=True, align=CENTER)  # ô 1
MOTTO = Style("Motto", "Tiêu ngữ", Pt(13), bold=True, align=CENTER)  # ô 1
NUMBER = Style("DocumentNumber", "Số và ký hiệu", Pt(13), align=CENTER, before=Pt(6))  # ô 3
PLACE_DATE = Style(
    "PlaceDate", "Địa danh và thời gian", Pt(13), italic=True, align=CENTER, before=Pt(6)
)  # ô 4
KIND = Style(
    "DocumentKind", "Tên loại", Pt(14), bold=True, align=CENTER, before=Pt(18), keep_with_next=True
)  # ô 5a
SUBJECT = Style("Subject", "Trích yếu", Pt(14), bold=True, align=CENTER, keep_with_next=True)  # ô 5a
PERIOD_NOTE = Style("PeriodNote", "Kỳ thống kê", Pt(14), italic=True, align=CENTER)
ADDRESSEES = Style("Addressees", "Kính gửi", Pt(14), align=CENTER, after=Pt(12))  # ô 9a, one
ADDRESSEES_TITLE = Style(
    "AddresseesTitle", "Kính gửi (nhiều nơi)", Pt(14), left=ADDRESSEES_LEFT, after=Pt(6), keep_with_next=True
)
ADDRESSEE = Style(
    "Addressee",
    "Kính gửi (từng nơi)",
    Pt(14),
    left=Length(ADDRESSEES_LEFT.pt + ADDRESSEES_WORD.pt),
    after=Pt(6),
)  # ô 9a, several
# The running text (ô 6); what differs from it only in a few values is made from it.
BODY = Style(
    "BodyText",
    "Lời văn",
    Pt(14),
    align=Align.JUSTIFY,
    first_line=FIRST_LINE,
    after=BETWEEN_PARAGRAPHS,
    spacing=LINE_SPACING,
)
LEGAL_BASIS = replace(BODY, id="LegalBasis", name="Căn cứ", italic=True)  # ô 6
HEADING_1 = replace(
    BODY, id="Heading1", name="heading 1", bold=True, align=Align.LEFT, keep_with_next=True, outline_level=0
)
HEADING_2 = replace(HEADING_1, id="Heading2", name="heading 2", outline_level=1)
# A point (a, b, c) is upright; one numbered 1. or 1.1. is a clause with a heading, so bold (Appendix I, II.6đ).
HEADING_3 = replace(HEADING_1, id="Heading3", name="heading 3", bold=False, outline_level=2)
HEADING_3_CLAUSE = replace(HEADING_1, id="HeadingClause", name="Khoản 1.1.", outline_level=2)
HEADING_4 = replace(HEADING_3, id="Heading4", name="heading 4", outline_level=3)
BULLET = replace(BODY, id="Bullet", name="Gạch đầu dòng")
POINT = replace(BODY, id="Point", name="Điểm")
TABLE_HEADER = Style(
    "TableHeader",
    "Tiêu đề bảng",
    Pt(13),
    bold=True,
    align=CENTER,
    before=Pt(2),
    after=Pt(2),
    keep_with_next=True,
)
TABLE_TEXT = Style("TableText", "Chữ trong bảng", Pt(13), before=Pt(2), after=Pt(2))
TABLE_FIGURE = Style("TableFigure", "Số trong bảng", Pt(13), align=CENTER, before=Pt(2), after=Pt(2))
CLOSING = replace(BODY, id="Closing", name="Lời kết", keep_with_next=True)
RECIPIENTS_TITLE = Style("RecipientsTitle", "Nơi nhận", Pt(12), bold=True, italic=True)  # ô 9b
RECIPIENT = Style("Recipient", "Nơi nhận (dòng)", Pt(11))  # ô 9b
AUTHORITY = Style(
    "SignerAuthority", "Chức vụ người ký", Pt(14), bold=True, align=CENTER, keep_with_next=True
)  # ô 7a
SIGNER = Style(
    "SignerName", "Họ tên người ký", Pt(14), bold=True, align=CENTER, before=SIGNATURE_ROOM
)  # ô 7b
CONTACT = Style("Contact", "Địa chỉ cơ quan", Pt(11), align=CENTER)  # ô 13
PAGE_NUMBER = Style("PageNumber", "Số trang", Pt(14), align=CENTER)
ANNEX_LABEL = Style(
    "AnnexLabel", "Phụ lục", Pt(14), bold=True, align=CENTER, keep_with_next=True, outline_level=0
)
ANNEX_TITLE = Style("AnnexTitle", "Tên phụ lục", Pt(14), bold=True, align=CENTER, keep_with_next=True)
ANNEX_REFERENCE = Style("AnnexReference", "Kèm theo", Pt(14), italic=True, align=CENTER, keep_with_next=True)

STYLES = (
    *(GOVERNING_BODY, ISSUING_BODY, NATIONAL_NAME, MOTTO, NUMBER, PLACE_DATE, KIND, SUBJECT, PERIOD_NOTE),
    *(ADDRESSEES, ADDRESSEES_TITLE, ADDRESSEE, LEGAL_BASIS, BODY),
    *(HEADING_1, HEADING_2, HEADING_3, HEADING_3_CLAUSE, HEADING_4, BULLET, POINT),
    *(TABLE_HEADER, TABLE_TEXT, TABLE_FIGURE),
    *(CLOSING, RECIPIENTS_TITLE, RECIPIENT, AUTHORITY, SIGNER, CONTACT, PAGE_NUMBER),
    *(ANNEX_LABEL, ANNEX_TITLE, ANNEX_REFERENCE),
)


def heading_style(level: int, numbering: Numbering) -> Style:
    """Return the style of a heading at `level`, counted from 1; levels deeper than 4 have the style of 4."""
    match level, numbering:
        case 1, _:
            return HEADING_1
        case 2, _:
            return HEADING_2
        case 3, Numbering.LETTERS | Numbering.SHORT_CAPITALS:
            return HEADING_3
        case 3, _:
            return HEADING_3_CLAUSE
        case _:
            return HEADING_4


def cell_style(text: str) -> Style:
    """Return the style of a cell below the titles of a table."""
    return TABLE_FIGURE if FIGURE.fullmatch(text) else TABLE_TEXT
