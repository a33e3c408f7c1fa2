"""The paper on a screen: where its pages end, and words that stay whole on a phone."""

import pytest

from reports.document.css import style_sheet
from tests.reports.document.nasty_report import NASTY_DOCUMENT
from tests.reports.document.printed import sheets

pytestmark = pytest.mark.once

# How wide the end of each page in a table is drawn, and how wide its sheet is.
ENDS = """() => [...document.querySelectorAll("td.page-break")].map((cell) => [
    parseFloat(getComputedStyle(cell, "::after").width),
    cell.closest(".sheet").getBoundingClientRect().width,
])"""
LINES_OF_FIRST_TITLE = """() => {
    const title = document.createRange();
    title.selectNodeContents(document.querySelector("th"));
    return [title.toString(), title.getClientRects().length];
}"""


@pytest.fixture
def paper(each_page):
    styles = f"<style>{style_sheet()}</style></head>"
    each_page.set_content(sheets(NASTY_DOCUMENT).replace("</head>", styles))
    return each_page


def test_a_page_that_ends_in_a_table_ends_across_the_sheet(paper):
    ends = paper.evaluate(ENDS)
    assert len(ends) > 3
    assert [drawn for drawn, _ in ends] == pytest.approx([sheet for _, sheet in ends], abs=1.5)


def test_the_narrowest_column_keeps_its_title_whole(paper):
    assert paper.evaluate(LINES_OF_FIRST_TITLE) == ["STT", 1]
