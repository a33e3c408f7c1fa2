"""Lengths, and the decree's figures as `layout.py` writes them."""

import pytest

from reports.document import layout
from reports.document.layout import Align, Length, Mm, Pt, Style
from reports.document.tree import Numbering


def test_a_length_is_given_in_every_unit():
    inch = Mm(25.4)
    assert (inch.pt, inch.twips, inch.half_points, inch.css) == (pytest.approx(72), 1440, 144, "72pt")
    assert Pt(72).mm == pytest.approx(25.4)


@pytest.mark.parametrize(
    ("length", "twips", "half_points", "css"),
    [
        (Pt(14), 280, 28, "14pt"),
        (Pt(0.75), 15, 2, "0.75pt"),
        (Mm(12.7), 720, 72, "36pt"),
        (Length(0), 0, 0, "0pt"),
    ],
)
def test_lengths_are_rounded_as_word_and_css_want_them(length, twips, half_points, css):
    assert (length.twips, length.half_points, length.css) == (twips, half_points, css)


def test_lengths_are_compared_by_size():
    assert Mm(1) < Pt(3) < Mm(2)
    assert sorted([Pt(3), Mm(2), Mm(1)]) == [Mm(1), Pt(3), Mm(2)]


def test_a_length_is_taken_off_another():
    assert Pt(72) - Pt(12) - Pt(6) == Pt(54)


def test_the_page_adds_up():
    width = layout.MARGIN_LEFT.mm + layout.TEXT_WIDTH.mm + layout.MARGIN_RIGHT.mm
    assert width == pytest.approx(layout.PAGE_WIDTH.mm) == pytest.approx(210)
    turned = layout.MARGIN_LEFT.mm + layout.TURNED_TEXT_WIDTH.mm + layout.MARGIN_RIGHT.mm
    assert turned == pytest.approx(layout.PAGE_HEIGHT.mm)
    for left, right in (
        (layout.LETTERHEAD_LEFT, layout.LETTERHEAD_RIGHT),
        (layout.WIDE_LETTERHEAD_LEFT, layout.WIDE_LETTERHEAD_RIGHT),
        (layout.RECIPIENTS_WIDTH, layout.SIGNATURE_WIDTH),
    ):
        assert left.mm + right.mm == pytest.approx(layout.TEXT_WIDTH.mm)


def test_every_measure_lies_in_the_range_of_the_decree():
    assert layout.PAGE_HEIGHT.mm == pytest.approx(297)
    assert 20 <= round(layout.MARGIN_TOP.mm, 2) <= 25
    assert 20 <= round(layout.MARGIN_BOTTOM.mm, 2) <= 25
    assert 30 <= round(layout.MARGIN_LEFT.mm, 2) <= 35
    assert 15 <= round(layout.MARGIN_RIGHT.mm, 2) <= 20
    assert round(layout.FIRST_LINE.mm, 2) in (10, 12.7)
    assert layout.BETWEEN_PARAGRAPHS.pt >= 6
    assert 1 <= layout.LINE_SPACING <= 1.5
    assert 1 / 3 <= layout.LEAST_RULE <= layout.RULE_SHARE <= layout.MOST_RULE <= 1 / 2
    assert 25 <= round(layout.SIGNATURE_ROOM.mm, 2) <= 30
    assert (layout.FONT, layout.LANGUAGE, layout.COLOR) == ("Times New Roman", "vi-VN", "000000")


def test_every_style_has_its_own_id_name_and_class():
    styles = layout.STYLES
    assert len(styles) == len({style.id for style in styles}) == len({style.name for style in styles})
    assert len({style.css_class for style in styles}) == len(styles)
    assert layout.NATIONAL_NAME.css_class == "national-name"


def test_every_style_is_in_the_list_once():
    written = [value for value in vars(layout).values() if isinstance(value, Style)]
    assert sorted(layout.STYLES, key=str) == sorted(written, key=str)


def test_text_is_justified_and_headings_are_not():
    texts = (layout.BODY, layout.BULLET, layout.POINT, layout.CLOSING, layout.LEGAL_BASIS)
    headings = (
        layout.HEADING_1,
        layout.HEADING_2,
        layout.HEADING_3,
        layout.HEADING_3_CLAUSE,
        layout.HEADING_4,
    )
    assert {style.align for style in texts} == {Align.JUSTIFY}
    assert {style.align for style in headings} == {Align.LEFT}
    assert {style.keep_with_next for style in headings} == {True}
    assert [style.outline_level for style in headings] == [0, 1, 2, 2, 3]


@pytest.mark.parametrize(
    ("level", "by_letters", "by_decimals"),
    [
        (1, layout.HEADING_1, layout.HEADING_1),
        (2, layout.HEADING_2, layout.HEADING_2),
        (3, layout.HEADING_3, layout.HEADING_3_CLAUSE),
        (4, layout.HEADING_4, layout.HEADING_4),
        (9, layout.HEADING_4, layout.HEADING_4),
    ],
)
def test_headings_look_as_deep_as_they_are(level, by_letters, by_decimals):
    assert layout.heading_style(level, Numbering.LETTERS) is by_letters
    assert layout.heading_style(level, Numbering.DECIMAL) is by_decimals


@pytest.mark.parametrize("figure", ["1", "1.245", "98,5%", "12/14", "-3", "2024–2025", "+7", "-"])
def test_figures_stand_in_the_middle_of_a_column(figure):
    assert layout.cell_style(figure) is layout.TABLE_FIGURE


@pytest.mark.parametrize("text", ["", "1.245 người", "I", "05/KH-SDL", "/", "…"])
def test_words_stand_at_the_left_of_a_column(text):
    assert layout.cell_style(text) is layout.TABLE_TEXT
