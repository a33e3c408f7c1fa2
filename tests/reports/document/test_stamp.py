"""The stamp of a draft stands across every page and every screen sheet, and in none of their words."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from io import BytesIO

import pdfplumber
import pypdf
import pytest
from hypothesis import given, settings
from lxml import html as lxml_html

from reports.document import layout
from reports.document.html import to_html
from reports.document.pdf import to_pdf
from reports.document.text import to_text
from reports.document.tree import Document
from tests.reports.document.documents import documents, full_document, minimal_document, real_size_document
from tests.reports.document.page_parts import PageParts
from tests.reports.document.printed import Print, printed, sheets

DRAFT = "DỰ THẢO"
COLOR = tuple(int(layout.STAMP_COLOR[place : place + 2], 16) / 255 for place in (0, 2, 4))
DOCUMENTS = pytest.mark.parametrize(
    "make", [full_document, minimal_document, real_size_document], ids=["full", "minimal", "real size"]
)


@pytest.fixture(scope="module")
def draft() -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(to_pdf(full_document(is_draft=True))))


def stamped_area(page: pdfplumber.page.Page) -> tuple[float, float, float, float]:
    """Return the part of the page that the stamp covers, in points: left, top, right, bottom."""
    drawn = [curve for curve in page.curves if curve["non_stroking_color"] == pytest.approx(COLOR, abs=0.001)]
    left, top = (min(curve[side] for curve in drawn) for side in ("x0", "top"))
    right, bottom = (max(curve[side] for curve in drawn) for side in ("x1", "bottom"))
    return left, top, right, bottom


@DOCUMENTS
def test_every_page_is_stamped_across_its_middle(make):
    with pdfplumber.open(BytesIO(to_pdf(make(is_draft=True)))) as pdf:
        areas = [stamped_area(page) for page in pdf.pages]
    assert len(areas) == len(printed(make()).pages)
    for left, top, right, bottom in areas:
        assert abs((left + right) / 2 - layout.PAGE_WIDTH.pt / 2) < 20
        assert abs((top + bottom) / 2 - layout.PAGE_HEIGHT.pt / 2) < 20
        # It is as wide as high, because it is slanted, and takes most of the text's width.
        assert abs((right - left) - (bottom - top)) < 20
        assert right - left > layout.TEXT_WIDTH.pt * 0.75


def test_the_stamp_is_seen_and_hides_no_letter():
    plain, draft = (
        [seen(page) for page in pdfplumber.open(BytesIO(to_pdf(each))).pages]
        for each in (full_document(), full_document(is_draft=True))
    )
    assert [dark for _, dark in draft] == [dark for _, dark in plain]
    assert min(after - before for (before, _), (after, _) in zip(plain, draft, strict=True)) > 10_000


def seen(page: pdfplumber.page.Page) -> tuple[int, int]:
    """Return how many dots of the page have the stamp's grey, and how many are the black of letters."""
    dots = page.to_image(resolution=72).original.convert("L").histogram()
    return dots[round(255 * COLOR[0])], sum(dots[:60])


@DOCUMENTS
def test_the_words_of_a_draft_are_those_of_the_report(make):
    assert to_text(make(is_draft=True)) == to_text(make())
    assert pages_of(to_pdf(make(is_draft=True))) == pages_of(to_pdf(make()))
    assert printed(make(is_draft=True)).words == printed(make()).words


@given(documents())
@settings(max_examples=8)
def test_any_draft_is_printed_as_the_report_is(document):
    assert places(replace(document, is_draft=True)) == places(document)


def places(document: Document) -> list[list[tuple[str, float, float]]]:
    """Return the lines of each page and where they stand."""
    pages = Print(to_pdf(document)).pages
    return [[(row.text, row.left, row.baseline) for row in page.rows] for page in pages]


def test_the_stamp_lies_beneath_the_text_and_is_in_the_file_once(draft):
    contents = [page.raw_get("/Contents") for page in draft.pages]
    assert [len(parts) for parts in contents] == [2] * 4
    ((number, generation),) = {(parts[0].idnum, parts[0].generation) for parts in contents}
    drawn = pypdf.generic.IndirectObject(number, generation, draft).get_object().get_data().decode()
    assert drawn.startswith("/Artifact <</Type /Pagination /Subtype /Watermark>> BDC q\n")
    assert drawn.endswith("\nf Q EMC")


def test_what_was_printed_stays_as_it_is_and_the_stamp_comes_after_it():
    file = to_pdf(minimal_document())
    assert to_pdf(minimal_document(is_draft=True))[: len(file)] == file


def test_a_draft_names_every_object_and_no_more(draft):
    """The size is one more than the highest number of an object, which is that of the list itself (7.5.8)."""
    numbers = {number for each in draft.xref.values() for number in each} | set(draft.xref_objStm)
    assert draft.trailer["/Size"] == max(numbers) + 1
    file, place = to_pdf(full_document(is_draft=True)), draft.xref[0][max(numbers)]
    assert file[place:].startswith(f"{max(numbers)} 0 obj".encode())
    assert file.endswith(f"startxref\n{place}\n%%EOF\n".encode())


def test_a_draft_tells_programs_its_title_and_author_as_the_report_does():
    def told(document):
        said = subprocess.run(
            ["pdfinfo", "-"], input=to_pdf(document), capture_output=True, check=True
        ).stdout
        return [line for line in said.decode().splitlines() if line.startswith(("Title:", "Author:"))]

    plain = told(full_document())
    assert (len(plain), told(full_document(is_draft=True))) == (2, plain)


def test_a_draft_is_pdf_a_3a_and_tagged_as_the_report_is(draft):
    plain = pypdf.PdfReader(BytesIO(to_pdf(full_document())))
    about = draft.trailer["/Root"]["/Metadata"].get_data()
    assert about == plain.trailer["/Root"]["/Metadata"].get_data()
    assert b'pdfaid:conformance="A"' in about
    assert [intent["/S"] for intent in draft.trailer["/Root"]["/OutputIntents"]] == ["/GTS_PDFA1"]
    tags = [len(file.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]) for file in (plain, draft)]
    assert tags[0] == tags[1] > 0


def test_the_same_draft_gives_the_same_bytes():
    assert to_pdf(full_document(is_draft=True)) == to_pdf(full_document(is_draft=True))
    assert to_pdf(full_document(is_draft=True)) != to_pdf(full_document())


def pages_of(pdf: bytes) -> list[str]:
    """Return what another reader copies from each page."""
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages]


def stamps(page: str) -> list:
    return lxml_html.fromstring(page).findall(".//span[@class='stamp']")


@DOCUMENTS
def test_every_screen_sheet_has_a_stamp(make):
    page = sheets(make(is_draft=True))
    found = stamps(page)
    assert len(found) == len(printed(make()).pages)
    # A screen reader reads it once for the report and once for each annex.
    read = [stamp.get("aria-label") for stamp in found if stamp.get("aria-hidden") is None]
    assert read == [DRAFT] * (1 + len(make().annexes))
    # One begins each sheet; the others stand where a printed page ends.
    begins = [stamp.getparent().get("class") for stamp in found]
    annexes = len(make().annexes)
    assert sorted(begins) == sorted(
        ["sheet", *["sheet annex"] * annexes, *["page-break"] * (len(found) - 1 - annexes)]
    )
    assert page.count('<svg viewBox="0 0 595.3 841.9"><path ') == len(found)


@DOCUMENTS
def test_the_screen_sheets_of_a_draft_say_and_part_what_those_of_the_report_do(make):
    plain, draft = (lxml_html.fromstring(sheets(make(is_draft=draft), "/x.css")) for draft in (False, True))
    for stamp in draft.findall(".//span[@class='stamp']"):
        stamp.drop_tree()
    assert elements(draft) == elements(plain)


def elements(page: lxml_html.HtmlElement) -> list[tuple[str, str | None, str | None, list[str]]]:
    """Return the elements in their order: the tag, the class, the number of a new page, all the words."""
    return [
        (element.tag, element.get("class"), element.get("data-page"), "".join(element.itertext()).split())
        for element in page.iter()
    ]


def test_the_page_of_a_draft_is_the_page_of_the_report_with_a_stamp_on_each_sheet():
    page = PageParts(to_html(full_document(is_draft=True)))
    assert page.text.split() == to_text(full_document()).split()
    assert [stamp["aria-label"] for stamp in page.all("span", "stamp")] == [DRAFT] * 3
    assert [(stamp["role"], stamp.text.strip()) for stamp in page.all("span", "stamp")] == [("img", "")] * 3
    assert len(page.all("path")) == 3
    assert PageParts(to_html(full_document())).all("svg") == []
