"""The page as Decree 30/2020, Appendix I, I wants it, measured on the printed PDF.

The figures here are the decree's own, in millimetres and points.
"""

from itertools import pairwise

import pytest

from reports.document.tree import Annex, BulletList, Paragraph, Section
from tests.reports.document.documents import full_document, minimal_document, real_size_document
from tests.reports.document.printed import HAIR, MM, Page, printed

SENTENCE = "Sở đã phổ biến các quy định mới về đất đai, môi trường và thủy sản cho người dân trong tỉnh. "
# One paragraph of several pages, and headings, bullets and points of more than a line.
LONG_PARAGRAPH = minimal_document(body=(Paragraph(SENTENCE * 80 + "Hết."),))
LONG_LINES = minimal_document(
    body=(
        Section(
            f"KẾT QUẢ {SENTENCE.upper()}",
            (
                Section(SENTENCE * 2, (Paragraph(SENTENCE * 2 + "Hết đoạn."),)),
                Section(SENTENCE * 2, (BulletList((SENTENCE * 2 + "Hết gạch.",)),)),
            ),
        ),
    )
)
TWO_LONG_ANNEXES = minimal_document(
    annexes=(
        Annex("DANH MỤC MỘT", (Paragraph(SENTENCE * 80),)),
        Annex("DANH MỤC HAI", (Paragraph(SENTENCE * 80),)),
    )
)


@pytest.fixture(scope="module")
def dense_page() -> Page:
    """A page that is nothing but lines of one paragraph."""
    return printed(LONG_PARAGRAPH).pages[1]


def lines_of(page: Page, first: str, last: str):
    """Return the lines from the one that begins with `first` to the one that ends with `last`."""
    texts = [row.text for row in page.rows]
    start = next(position for position, text in enumerate(texts) if text.startswith(first))
    end = next(position for position, text in enumerate(texts) if position >= start and text.endswith(last))
    return page.rows[start : end + 1]


def test_the_paper_is_a4_upright():
    sizes = {(round(page.width), round(page.height)) for page in printed(full_document()).pages}
    assert sizes == {(210, 297)}


def test_the_text_begins_30_mm_from_the_left_and_ends_20_mm_from_the_right(dense_page):
    lefts = {round(row.left, 1) for row in dense_page.rows}
    rights = [row.right for row in dense_page.rows]
    assert lefts == {30.0}
    assert rights == pytest.approx([190] * len(rights), abs=HAIR)


def test_the_text_begins_20_mm_below_the_upper_edge(dense_page):
    # The baseline of a 14-point line of 18.5 points lies 13.97 points below the top of the line.
    assert dense_page.rows[0].baseline == pytest.approx(20 + 13.97 * MM, abs=HAIR)


def test_a_page_holds_39_lines_and_ends_20_mm_above_the_lower_edge(dense_page):
    # 257 mm of 18.5-point lines; a 40th line would not fit.
    assert len(dense_page.rows) == 39
    assert 277 - 18.5 * MM < dense_page.rows[-1].baseline < 277


def test_nothing_but_page_numbers_and_the_address_stands_in_the_margins():
    pages = printed(full_document()).pages
    assert {row.left >= 30 - HAIR and row.right <= 190 + HAIR for page in pages for row in page.rows} == {
        True
    }
    assert [[row.text for row in page.above] for page in pages] == [[], ["2"], [], []]
    assert [[row.text for row in page.below] for page in pages] == [
        [full_document().letterhead.contact],
        [],
        [],
        [],
    ]


def test_all_letters_are_black():
    chars = [char for page in printed(full_document()).pages for char in page.page.chars]
    assert {tuple(char["non_stroking_color"]) for char in chars} == {(0, 0, 0)}


def test_the_number_stands_in_the_middle_of_the_top_margin_from_page_2_on():
    pages = printed(real_size_document()).pages
    assert [[row.text for row in page.above] for page in pages] == [
        [],
        *([str(number)] for number in range(2, len(pages) + 1)),
    ]
    number = pages[1].above[0]
    assert number.middle == pytest.approx(110, abs=HAIR)
    assert (number.size, number.look) == (14, "")
    # Its line begins 10 mm below the edge of the paper.
    assert number.baseline == pytest.approx(10 + 12.76 * MM, abs=HAIR)


def test_every_annex_counts_its_own_pages_and_hides_the_first_number():
    pages = printed(TWO_LONG_ANNEXES).pages
    assert [[row.text for row in page.above] for page in pages] == [[], [], ["2"], ["3"], [], ["2"], ["3"]]


def test_text_is_justified_and_its_last_line_is_not():
    lines = lines_of(printed(LONG_LINES).pages[0], "Sở đã phổ biến", "Hết đoạn.")
    *full, last = (line.right for line in lines)
    assert full == pytest.approx([190] * len(full), abs=HAIR)
    assert last < 189


def test_the_first_line_is_indented_by_12_7_mm():
    page = printed(LONG_LINES).pages[0]
    for first, last in (("Sở đã phổ biến", "Hết đoạn."), ("- Sở đã", "Hết gạch."), ("1. Sở đã", "tỉnh.")):
        lefts = [line.left for line in lines_of(page, first, last)]
        assert lefts == pytest.approx([42.7, *[30] * (len(lefts) - 1)], abs=HAIR), first


def test_headings_are_not_stretched():
    page = printed(LONG_LINES).pages[0]
    for first, last in (("I. KẾT QUẢ", "TỈNH."), ("1. Sở đã", "tỉnh."), ("2. Sở đã", "tỉnh.")):
        lines = lines_of(page, first, last)
        assert len(lines) > 1
        for line in lines:
            spaces = [
                following["x0"] - char["x0"]
                for char, following in pairwise(line.chars)
                if char["text"] == " "
            ]
            # A quarter of the size: the space as the face has it, without kerning.
            assert spaces == pytest.approx([14 / 4] * len(spaces), abs=0.05), line.text


def test_lines_follow_each_other_by_1_15_of_the_faces_own_line(dense_page):
    # Times New Roman's own line is 1.149 of its size: 14 × 1.149 × 1.15 = 18.5 points.
    pitches = [(below.baseline - above.baseline) / MM for above, below in pairwise(dense_page.rows)]
    assert pitches == pytest.approx([18.5] * len(pitches), abs=0.05)


def test_6_points_lie_between_paragraphs():
    page = printed(LONG_LINES).pages[0]
    rows = page.rows[page.rows.index(lines_of(page, "I. KẾT QUẢ", "TỈNH.")[0]) :]
    apart = {round((below.baseline - above.baseline) / MM - 18.5, 1) for above, below in pairwise(rows)}
    assert apart == {0.0, 6.0}
