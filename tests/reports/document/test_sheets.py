"""On a screen the report shows where its printed pages end, and nothing else than what is printed."""

import io
import re
from dataclasses import replace

import pdfplumber
import pytest
from lxml import html as lxml_html

from reports.document.html import to_html
from reports.document.pdf import to_pdf
from reports.document.sheets import to_sheets
from reports.document.tree import Table
from tests.reports.document.full_report import FULL_DOCUMENT
from tests.reports.document.real_size_report import REAL_SIZE_DOCUMENT

MARK = re.compile(r'<(?:span|td) class="page-break" data-page="(\d+)"[^>]*>(?:</td></tr>|</span>)')
MANY_RECIPIENTS = replace(FULL_DOCUMENT, recipients=tuple(f"Phòng số {number}" for number in range(90)))
DOCUMENTS = pytest.mark.parametrize(
    "document",
    [FULL_DOCUMENT, REAL_SIZE_DOCUMENT, MANY_RECIPIENTS],
    ids=["full", "real size", "many recipients"],
)


def words(markup):
    body = lxml_html.fromstring(markup).find(".//body")
    return " ".join(body.itertext()).split()


def first_letters(text, count=40):
    return "".join(text.split())[:count]


@DOCUMENTS
def test_not_a_word_is_added_or_lost(document):
    assert words(to_sheets(document, style_sheet_url="/x.css")) == words(
        to_html(document, style_sheet_url="")
    )


@DOCUMENTS
def test_each_mark_stands_where_the_printed_page_begins(document):
    marked = to_sheets(document, style_sheet_url="")
    numbers = MARK.findall(marked)
    begun = [first_letters(re.sub(r"<[^>]+>", " ", marked[mark.end() :])) for mark in MARK.finditer(marked)]
    with pdfplumber.open(io.BytesIO(to_pdf(document))) as pdf:
        pages = [page.crop((0, 56, page.width, page.height)).extract_text() for page in pdf.pages]
        shown = [page.crop((0, 0, page.width, 56)).extract_text().strip() for page in pdf.pages]
    assert numbers == [number for number in shown if number]
    assert begun == [first_letters(text) for text, number in zip(pages, shown, strict=True) if number]


def test_the_page_takes_its_looks_from_the_address():
    page = to_sheets(FULL_DOCUMENT, style_sheet_url="/x.css")
    assert re.findall("<link[^>]*>", page) == ['<link rel="stylesheet" href="/x.css">']


def test_a_page_that_begins_within_a_table_is_marked_by_a_row_of_its_own():
    rows = tuple((str(number), "Hội nghị phổ biến Luật Đất đai") for number in range(100))
    document = replace(FULL_DOCUMENT, body=(Table((("STT", "Nội dung"), *rows)),), annexes=())
    page = lxml_html.fromstring(to_sheets(document, style_sheet_url=""))
    marks = [mark for mark in page.iter("td", "span") if mark.get("class") == "page-break"]
    found = [(mark.tag, mark.get("data-page"), mark.get("colspan"), len(mark.getparent())) for mark in marks]
    assert found[:2] == [("td", "2", "2", 1), ("td", "3", "2", 1)]
