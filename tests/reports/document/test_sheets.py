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
from reports.document.tree import Paragraph, Table
from tests.reports.document.full_report import FULL_DOCUMENT
from tests.reports.document.printed import sheets
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
    assert words(sheets(document, "/x.css")) == words(to_html(document, style_sheet_url=""))


@DOCUMENTS
def test_each_mark_stands_where_the_printed_page_begins(document):
    marked = sheets(document)
    numbers = MARK.findall(marked)
    begun = [first_letters(re.sub(r"<[^>]+>", " ", marked[mark.end() :])) for mark in MARK.finditer(marked)]
    with pdfplumber.open(io.BytesIO(to_pdf(document))) as pdf:
        pages = [page.crop((0, 56, page.width, page.height)).extract_text() for page in pdf.pages]
        shown = [page.crop((0, 0, page.width, 56)).extract_text().strip() for page in pdf.pages]
    assert numbers == [number for number in shown if number]
    assert begun == [first_letters(text) for text, number in zip(pages, shown, strict=True) if number]


def test_the_page_takes_its_looks_from_the_address():
    page = sheets(FULL_DOCUMENT, "/x.css")
    assert re.findall("<link[^>]*>", page) == ['<link rel="stylesheet" href="/x.css">']


def test_a_page_that_begins_within_a_table_is_marked_by_a_row_of_its_own():
    rows = tuple((str(number), "Hội nghị phổ biến Luật Đất đai") for number in range(100))
    document = replace(FULL_DOCUMENT, body=(Table((("STT", "Nội dung"), *rows)),), annexes=())
    page = lxml_html.fromstring(sheets(document))
    marks = [mark for mark in page.iter("td", "span") if mark.get("class") == "page-break"]
    found = [(mark.tag, mark.get("data-page"), mark.get("colspan"), len(mark.getparent())) for mark in marks]
    assert found[:2] == [("td", "2", "2", 1), ("td", "3", "2", 1)]


@pytest.mark.parametrize("is_draft", [False, True])
def test_the_pages_that_begin_within_one_row_are_marked_before_it_in_their_order(is_draft):
    tall = Table((("STT", "Nội dung"), ("1", "phổ biến Luật Đất đai " * 500), ("2", "hết bảng")))
    page = lxml_html.fromstring(sheets(replace(FULL_DOCUMENT, body=(tall,), annexes=(), is_draft=is_draft)))
    rows = [(row.xpath("string(td/@data-page)"), row.xpath("string(td[1])")) for row in page.iter("tr")]
    place = rows.index(("", "1"))
    numbers = [number for number, _ in rows[:place] if number]
    assert numbers == [str(number) for number in range(2, len(numbers) + 2)]
    assert len(numbers) > 2
    assert [number for number, _ in rows[place - len(numbers) : place]] == numbers


def test_a_paragraph_of_several_pages_is_parted_where_each_begins():
    text = "Sở phổ biến <Luật> & “nghị định” số 15/KH-SXD; " * 350
    page = lxml_html.fromstring(sheets(replace(FULL_DOCUMENT, body=(Paragraph(text),), annexes=())))
    (paragraph,) = (each for each in page.iter("p") if "<Luật>" in each.text_content())
    numbers = [mark.get("data-page") for mark in paragraph.iter("span") if mark.get("data-page")]
    assert numbers == [str(number) for number in range(2, len(numbers) + 2)]
    assert (len(numbers) > 2, paragraph.text_content().split()) == (True, text.split())


def test_a_page_that_begins_behind_the_last_character_loses_no_words():
    starts = [(0, 0), (8, 10**6), (12, 10**6)]
    page = to_sheets(FULL_DOCUMENT, starts, style_sheet_url="")
    assert (MARK.findall(page), words(page)) == (["2", "3"], words(to_html(FULL_DOCUMENT)))
