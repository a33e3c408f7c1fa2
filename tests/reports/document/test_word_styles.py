"""Word's styles against Decree 30/2020, Appendix I: every expected value is the decree's, not the layout's."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.styles.style import ParagraphStyle

from reports.document.tree import Numbering
from tests.reports.document.documents import full_document
from tests.reports.document.word_file import W, WordFile

LEFT, CENTER, JUSTIFY = ALIGN.LEFT, ALIGN.CENTER, ALIGN.JUSTIFY


class Look(NamedTuple):
    """How a style looks: sizes and spaces in points, indents in millimetres."""

    size: float
    align: ALIGN
    bold: bool = False
    italic: bool = False
    first_line: float = 0
    left: float = 0
    before: float = 0
    after: float = 0
    lines: float = 1.0
    keep_with_next: bool = False
    outline: int | None = None


def text(align: ALIGN = JUSTIFY, **more: bool | int) -> Look:
    """Return the look of running text (ô 6)."""
    return Look(14, align, first_line=12.7, after=6, lines=1.15)._replace(**more)


def heading(level: int, *, bold: bool) -> Look:
    return text(LEFT, bold=bold, keep_with_next=True, outline=level - 1)


LOOKS = {
    "GoverningBody": Look(12, CENTER),
    "IssuingBody": Look(12, CENTER, bold=True),
    "NationalName": Look(12, CENTER, bold=True),
    "Motto": Look(13, CENTER, bold=True),
    "DocumentNumber": Look(13, CENTER, before=6),
    "PlaceDate": Look(13, CENTER, italic=True, before=6),
    "DocumentKind": Look(14, CENTER, bold=True, before=18, keep_with_next=True),
    "Subject": Look(14, CENTER, bold=True, keep_with_next=True),
    "PeriodNote": Look(14, CENTER, italic=True),
    "Addressees": Look(14, CENTER, after=12),
    "AddresseesTitle": Look(14, LEFT, left=25, after=6, keep_with_next=True),
    "Addressee": Look(14, LEFT, left=42.6, after=6),
    "LegalBasis": text(italic=True),
    "BodyText": text(),
    "Heading1": heading(1, bold=True),
    "Heading2": heading(2, bold=True),
    "Heading3": heading(3, bold=False),
    "HeadingClause": heading(3, bold=True),
    "Heading4": heading(4, bold=False),
    "Bullet": text(),
    "Point": text(),
    "TableHeader": Look(13, CENTER, bold=True, before=2, after=2, keep_with_next=True),
    "TableText": Look(13, LEFT, before=2, after=2),
    "TableFigure": Look(13, CENTER, before=2, after=2),
    "Closing": text(keep_with_next=True),
    "RecipientsTitle": Look(12, LEFT, bold=True, italic=True),
    "Recipient": Look(11, LEFT),
    "SignerAuthority": Look(14, CENTER, bold=True, keep_with_next=True),
    # 28 mm of room for the signature and the seal
    "SignerName": Look(14, CENTER, bold=True, before=79.35),
    "Contact": Look(11, CENTER),
    "PageNumber": Look(14, CENTER),
    "AnnexLabel": Look(14, CENTER, bold=True, keep_with_next=True, outline=0),
    "AnnexTitle": Look(14, CENTER, bold=True, keep_with_next=True),
    "AnnexReference": Look(14, CENTER, italic=True, keep_with_next=True),
}
# No higher than a hair: a drawn line, and the paragraph that Word wants after a table.
CARRIERS = {"Rule": (2, 0), "TitleRule": (5, 12), "Separator": (0, 0)}


@pytest.fixture(scope="module")
def full() -> WordFile:
    return WordFile.of(full_document())


@pytest.fixture(scope="module")
def styles(full: WordFile) -> dict[str, ParagraphStyle]:
    return {style.style_id: style for style in full.opened.styles}


def look(style: ParagraphStyle) -> Look:
    paragraph = style.paragraph_format
    level = style.element.find(f"{W}pPr/{W}outlineLvl")
    return Look(
        size=style.font.size.pt,
        align=paragraph.alignment,
        bold=bool(style.font.bold),
        italic=bool(style.font.italic),
        first_line=round(paragraph.first_line_indent.mm, 1),
        left=round(paragraph.left_indent.mm, 1),
        before=paragraph.space_before.pt,
        after=paragraph.space_after.pt,
        lines=paragraph.line_spacing,
        keep_with_next=bool(paragraph.keep_with_next),
        outline=None if level is None else int(level.attrib[f"{W}val"]),
    )


@pytest.mark.parametrize("style_id", LOOKS)
def test_a_place_looks_as_the_decree_says(styles, style_id):
    assert look(styles[style_id]) == LOOKS[style_id]


@pytest.mark.parametrize("style_id", CARRIERS)
def test_a_carrier_is_a_hair_high(styles, style_id):
    paragraph = styles[style_id].paragraph_format
    assert (
        paragraph.line_spacing.pt,
        paragraph.line_spacing_rule,
        paragraph.space_before.pt,
        paragraph.space_after.pt,
    ) == (1, WD_LINE_SPACING.EXACTLY, *CARRIERS[style_id])


def test_the_list_of_styles_holds_those_of_the_decree_and_no_others(styles):
    own = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList", "LayoutTable", "ContentTable"}
    assert set(styles) == own | set(LOOKS) | set(CARRIERS)


def test_every_style_has_a_vietnamese_name_of_its_own_that_word_takes(styles):
    names = [style.name for style_id, style in styles.items() if style_id in {*LOOKS, *CARRIERS}]
    assert (len(names), [name for name in names if set(name) & set(",;\\{}")]) == (len(set(names)), [])


def test_headings_are_words_own_so_that_the_navigation_pane_shows_them(styles):
    names = {style_id: styles[style_id].element.find(f"{W}name").attrib[f"{W}val"] for style_id in LOOKS}
    assert {style_id: name for style_id, name in names.items() if name.startswith("heading ")} == {
        "Heading1": "heading 1",
        "Heading2": "heading 2",
        "Heading3": "heading 3",
        "Heading4": "heading 4",
    }


def test_what_is_not_words_own_says_so(full):
    own = [s for s in full.part("word/styles.xml").iter(f"{W}style") if f"{W}customStyle" not in s.attrib]
    assert {style.attrib[f"{W}styleId"] for style in own} == {
        *("Normal", "DefaultParagraphFont", "TableNormal", "NoList"),
        *("Heading1", "Heading2", "Heading3", "Heading4"),
    }


def test_an_officer_finds_the_tables_under_vietnamese_names(styles):
    names = [styles[style_id].name for style_id in ("LayoutTable", "ContentTable")]
    assert names == ["Bảng bố cục", "Bảng số liệu"]


def test_who_presses_enter_goes_on_with_what_usually_follows(styles):
    following = {style_id: styles[style_id].next_paragraph_style.style_id for style_id in LOOKS}
    assert {style_id: after for style_id, after in following.items() if after != style_id} == {
        **dict.fromkeys(("Heading1", "Heading2", "Heading3", "HeadingClause", "Heading4"), "BodyText"),
        **dict.fromkeys(("PeriodNote", "Addressees", "Closing", "AnnexReference"), "BodyText"),
        "GoverningBody": "IssuingBody",
        "NationalName": "Motto",
        "DocumentKind": "Subject",
        "AddresseesTitle": "Addressee",
        "RecipientsTitle": "Recipient",
        "AnnexLabel": "AnnexTitle",
    }


def gallery(file: WordFile) -> list[str]:
    """Return the names in Word's gallery in their order."""
    shown = [style for style in file.opened.styles if style.type == WD_STYLE_TYPE.PARAGRAPH]
    return [style.name for style in sorted(shown, key=lambda style: style.priority or 0) if style.quick_style]


@pytest.mark.parametrize(
    ("numbering", "third"), [(Numbering.LETTERS, "Heading 3"), (Numbering.DECIMAL, "Khoản 1.1.")]
)
def test_the_gallery_shows_what_people_use_and_nothing_else(numbering, third):
    assert gallery(WordFile.of(full_document(numbering=numbering))) == [
        *("Lời văn", "Heading 1", "Heading 2", third, "Heading 4"),
        *("Gạch đầu dòng", "Điểm", "Căn cứ"),
        *("Tiêu đề bảng", "Chữ trong bảng", "Số trong bảng", "Lời kết"),
        *("Phụ lục", "Tên phụ lục", "Kèm theo"),
    ]


def test_what_is_not_in_the_gallery_is_hidden_but_for_words_own(full):
    shown = {style.name for style in full.opened.styles if not style.hidden}
    assert shown - {*gallery(full)} == {"Normal", "Bảng số liệu"}


@pytest.mark.parametrize("numbering", Numbering)
def test_the_styles_of_headings_dashes_and_points_have_numbers(numbering):
    file = WordFile.of(full_document(numbering=numbering))
    numbered = [
        style.attrib[f"{W}styleId"]
        for style in file.part("word/styles.xml").iter(f"{W}style")
        if style.find(f"{W}pPr/{W}numPr") is not None
    ]
    linked = [style.attrib[f"{W}val"] for style in file.part("word/numbering.xml").iter(f"{W}pStyle")]
    third = "Heading3" if numbering in (Numbering.LETTERS, Numbering.SHORT_CAPITALS) else "HeadingClause"
    headings = ["Heading1", "Heading2", third, "Heading4"]
    assert linked == [*headings, "Bullet", "Addressee", "Recipient", "Point"]
    assert {*numbered} == {*linked}


def test_everything_is_black_times_new_roman_in_vietnamese(full):
    (defaults,) = full.part("word/styles.xml").findall(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    found = {element.tag.removeprefix(W): dict(element.attrib) for element in defaults}
    assert found == {
        "rFonts": {f"{W}{script}": "Times New Roman" for script in ("ascii", "hAnsi", "cs", "eastAsia")},
        "color": {f"{W}val": "000000"},
        "sz": {f"{W}val": "28"},
        "szCs": {f"{W}val": "28"},
        "lang": {f"{W}val": "vi-VN", f"{W}eastAsia": "vi-VN", f"{W}bidi": "vi-VN"},
    }


def test_nothing_says_another_font_colour_or_language(full):
    """Word prefers a theme's font to a named one, so no part may name a theme."""
    tags = ("rFonts", "color", "lang")
    found = [
        (name, element.tag.removeprefix(W))
        for name, part in full.parts()
        for element in part.iter(*(f"{W}{tag}" for tag in tags))
    ]
    assert found == [("word/styles.xml", tag) for tag in tags]
    assert [name for name in full.archive.namelist() if "theme" in name] == []


def test_widows_and_orphans_are_kept_from_all_paragraphs(full):
    (defaults,) = full.part("word/styles.xml").findall(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    assert [(element.tag, dict(element.attrib)) for element in defaults] == [(f"{W}widowControl", {})]
    assert [name for name, part in full.parts() for _ in part.iter(f"{W}widowControl")] == ["word/styles.xml"]


def test_headings_are_not_cut_by_a_page_break(styles):
    kept = {
        style_id
        for style_id, style in styles.items()
        if style_id in LOOKS and style.paragraph_format.keep_together
    }
    assert kept == {"Heading1", "Heading2", "Heading3", "HeadingClause", "Heading4", "AnnexLabel"}


def test_tables_that_place_things_have_neither_borders_nor_margins(full):
    assert table_style(full, "LayoutTable") == {
        "tblCellMar": dict.fromkeys(("top", "left", "bottom", "right"), ("0",))
    }


def test_tables_of_figures_have_thin_black_borders(full):
    thin = ("single", "6", "0", "000000")
    # In the mode of Word 2010 a table begins as far before its indent as its text stands from its border.
    (indent,) = full.part("word/styles.xml").findall(
        f"{W}style[@{W}styleId='ContentTable']/{W}tblPr/{W}tblInd"
    )
    assert (indent.get(f"{W}w"), indent.get(f"{W}type")) == ("108", "dxa")
    assert table_style(full, "ContentTable") == {
        "tblInd": {},
        "tblBorders": dict.fromkeys(("top", "left", "bottom", "right", "insideH", "insideV"), thin),
        # 1.9 mm beside the text
        "tblCellMar": {"top": ("0",), "left": ("108",), "bottom": ("0",), "right": ("108",)},
    }


def table_style(file: WordFile, style_id: str) -> dict[str, dict[str, tuple[str, ...]]]:
    (properties,) = file.part("word/styles.xml").findall(f"{W}style[@{W}styleId='{style_id}']/{W}tblPr")
    return {
        group.tag.removeprefix(W): {
            side.tag.removeprefix(W): tuple(text for name, text in side.attrib.items() if name != f"{W}type")
            for side in group
        }
        for group in properties
    }
