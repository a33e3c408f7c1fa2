"""The report as a web page: its elements, their order, and text that stays text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from reports.document.html import to_html
from reports.document.text import to_text
from reports.document.tree import BulletList, Numbering, Paragraph, Section, Signature, Table
from tests.reports.document.documents import documents, full_document, minimal_document, real_size_document
from tests.reports.document.page_parts import PageParts

HOSTILE = (
    "<script>alert(1)</script>",
    "<b>đậm</b> &amp; &lt;",
    "\"><img src=x onerror='alert(1)'>",
    "</style></title></main><h1>giả</h1>",
    "{{ secret }} {% include 'x' %}",
    "javascript:alert(1) file:///etc/passwd http://example.org/?a=1&b=2",
    "{0} {} %s \\1 $1",
)


@pytest.fixture(scope="module")
def page() -> PageParts:
    return PageParts(to_html(full_document()))


def test_the_page_is_whole_and_vietnamese(page):
    assert to_html(full_document()).startswith("<!doctype html>\n<html")
    (html,) = page.all("html")
    assert html["lang"] == "vi-VN"
    assert page.texts("title") == [f"BÁO CÁO {full_document().subject}"]
    assert {meta["name"]: meta["content"] for meta in page.all("meta") if meta["name"]} == {
        "author": "Sở Nông nghiệp và Môi trường tỉnh Quảng Hà",
        "description": full_document().subject,
        "dcterms.created": "2025-11-05",
        "viewport": "width=device-width, initial-scale=1",
    }


def test_a_report_without_author_and_date_names_its_body_and_no_day():
    page = PageParts(to_html(minimal_document()))
    names = {meta["name"]: meta["content"] for meta in page.all("meta")}
    assert names["author"] == "SỞ DU LỊCH"
    assert "dcterms.created" not in names


def test_the_looks_come_from_one_style_sheet_alone():
    page = PageParts(to_html(full_document(), style_sheet_url="/giay/document.css?v=1&b"))
    assert [link["href"] for link in page.all("link")] == ["/giay/document.css?v=1&b"]
    assert [page.all(tag) for tag in ("style", "script", "img", "a")] == [[], [], [], []]
    names = {name for element in page.elements for name, _ in element.attributes}
    assert names <= {
        *("lang", "charset", "name", "content", "rel", "href", "id", "class", "role", "scope"),
        *("data-contact", "data-bookmark"),
    }
    assert PageParts(to_html(full_document(), style_sheet_url="")).all("link") == []


def test_headings_form_one_outline(page):
    headings = [
        (element.tag, " ".join(element.text.split())) for element in page.elements if element.tag[0] == "h"
    ]
    assert headings[2:] == [
        ("h1", f"BÁO CÁO {full_document().subject}"),
        ("h2", "I. KẾT QUẢ THỰC HIỆN"),
        ("h3", "1. Chỉ đạo, điều hành"),
        ("h3", "2. Hội nghị, tập huấn"),
        ("h4", "2.1. Hội nghị trực tiếp"),
        ("h5", "a) Lớp dành cho phụ nữ"),
        ("h4", "2.2. Hội nghị trực tuyến"),
        ("h2", "II. KHÓ KHĂN VÀ KIẾN NGHỊ"),
        ("h1", "Phụ lục I SỐ LIỆU HỘI NGHỊ, TẬP HUẤN NĂM 2025"),
        ("h1", "Phụ lục II TÀI LIỆU ĐÃ IN"),
        ("h2", "I. TỜ GẤP"),
    ]


def test_links_lead_to_the_headings_of_the_report_itself(page):
    assert [(element["id"], element.text.strip()) for element in page.elements if element["id"]] == [
        ("muc-1", "I. KẾT QUẢ THỰC HIỆN"),
        ("muc-1-1", "1. Chỉ đạo, điều hành"),
        ("muc-1-2", "2. Hội nghị, tập huấn"),
        ("muc-1-2-1", "2.1. Hội nghị trực tiếp"),
        ("muc-1-2-1-1", "a) Lớp dành cho phụ nữ"),
        ("muc-1-2-2", "2.2. Hội nghị trực tuyến"),
        ("muc-2", "II. KHÓ KHĂN VÀ KIẾN NGHỊ"),
    ]


def test_headings_deeper_than_six_stay_the_last_that_html_has():
    body = (Paragraph("đáy"),)
    for number in range(8, 0, -1):
        body = (Section(f"Mục {number}", body),)
    page = PageParts(to_html(minimal_document(body=body)))
    assert [element.tag for element in page.elements if element.tag[0] == "h"][3:] == [
        *("h2", "h3", "h4", "h5"),
        *("h6", "h6", "h6", "h6"),
    ]


def test_letters_and_clauses_look_as_their_numbering_wants():
    body = (Section("MỘT", (Section("Hai", (Section("Ba", (Paragraph("lời"),)),)),)),)
    classes = {
        numbering: [
            element["class"]
            for element in PageParts(to_html(minimal_document(body=body, numbering=numbering))).elements
            if element.tag in ("h2", "h3", "h4")
        ]
        for numbering in Numbering
    }
    assert classes == {
        **{numbering: ["heading1", "heading2", "heading-clause"] for numbering in Numbering},
        Numbering.LETTERS: ["heading1", "heading2", "heading3"],
        Numbering.SHORT_CAPITALS: ["heading1", "heading2", "heading3"],
    }


def test_only_leads_are_bold(page):
    assert page.texts("b") == ["Vùng ven biển:", "Nhân lực:"]
    assert page.texts("p", "point")[0] == "a) Nhân lực: cả Sở có một người làm pháp chế, kiêm việc thi đua."


def test_bullets_keep_their_marks_as_text(page):
    assert [text[:2] for text in page.texts("p", "bullet")] == ["- ", "- ", "+ ", "+ ", "- ", "- "]


def test_items_stand_in_lists_without_a_mark_of_their_own(page):
    """A list of HTML would add a second mark where the page is copied into Word or into a section."""
    lists = [element.text.split("\n") for element in page.all("div") if element["role"] == "list"]
    assert [[item[:2] for item in filter(None, items)] for items in lists] == [
        *(["- ", "- "], ["- ", "- "], ["+ ", "+ "], ["a)", "b)", "c)", "d)", "đ)"]),
        *(["- ", "- ", "- "], ["- ", "- "]),
    ]
    items = [element for element in page.elements if element["role"] == "listitem"]
    assert {item.tag for item in items} == {"p"}
    assert len(items) == sum(len(list(filter(None, each))) for each in lists)
    assert [page.all(tag) for tag in ("ul", "ol", "li")] == [[], [], []]


def test_a_table_tells_its_titles_from_its_cells(page):
    assert page.texts("th") == ["STT", "Nội dung", "Số cuộc", "Lượt người"]
    assert {cell["scope"] for cell in page.all("th")} == {"col"}
    assert page.texts("td", "table-figure") == ["1", "14", "1.245", "2", "9", "610", "3", "4"]
    assert page.texts("td", "table-text")[-1] == ""
    shares = [float(column["class"].removeprefix("share-").replace("-", ".")) for column in page.all("col")]
    assert sum(shares) == 100
    assert max(shares) == shares[1]


def test_tables_that_only_place_things_say_so(page):
    assert [table["role"] for table in page.all("table")] == ["presentation", "presentation", None]


def test_numbers_and_symbols_are_parted_only_after_a_hyphen(page):
    assert page.texts("span", "unbroken") == [
        *("05/BC-", "12/KH-", "2606/KH-", "311/SNNMT-"),
        *("05/BC-", "05/BC-"),
    ]
    assert page.texts("span", "boxed") == ["30-"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("(30/2010/TTLT-BGDĐT-BTP),", ["(30/2010/TTLT-"]),
        ("06-CTr/TU", ["CTr/TU"]),
        ("và/hoặc", ["và/hoặc"]),
        ("2024-2025, COVID-19, SNV-CCHC&PC, Thi đua-Khen thưởng, 05/3/2024, 12-", []),
        ("- Hà Nội - Huế -5", []),
        (f"{'K' * 38}/Đ", [f"{'K' * 38}/Đ"]),
        (f"{'K' * 39}/Đ", []),
    ],
)
def test_the_parts_of_a_word_are_those_of_word(text, parts):
    """Word ends a line after each hyphen within a word and at no "/", browsers elsewhere."""
    assert (
        PageParts(to_html(minimal_document(body=(Paragraph(text),)))).texts("span", "unbroken")[1:] == parts
    )


def test_places_without_text_leave_nothing_behind():
    page = PageParts(to_html(minimal_document(closing="")))
    classes = {element["class"] for element in page.elements}
    absent = {
        "governing-body",
        "period-note",
        "addressees",
        "legal-basis",
        "closing",
        "recipient",
        "signer-name",
    }
    assert classes & absent == set()
    assert page.all("table", "closing-places") == []
    assert page.all("footer") == []
    assert [main["data-contact"] for main in page.all("main")] == [None]


def test_a_signature_without_recipients_keeps_its_side():
    page = PageParts(to_html(minimal_document(signature=Signature(("GIÁM ĐỐC",), "Lý Thị Na"))))
    assert page.texts("td")[-2:] == ["", "GIÁM ĐỐC Lý Thị Na"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    plain = full_document()
    tags = [element.tag for element in PageParts(to_html(plain)).elements]
    document = replace(
        plain,
        kind=text,
        period_note=text,
        legal_bases=(text, text),
        closing=text,
        letterhead=replace(plain.letterhead, number=text, place=text, contact=text, parent_body=text),
        signature=Signature((text, text), text),
        author=text,
    )
    page = PageParts(to_html(document))
    # Numbers kept whole and long lines add spans, nothing else.
    assert [tag for tag in tags if tag != "span"] == [e.tag for e in page.elements if e.tag != "span"]
    assert page.text.split() == to_text(document).split()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_the_body_stays_text(text):
    body = (Paragraph(text, lead=text), BulletList((text,)), Table(((text,), (text,))), Section(text))
    document = minimal_document(body=body)
    assert PageParts(to_html(document)).text.split() == to_text(document).split()


def test_what_no_page_can_hold_is_left_out():
    document = minimal_document(subject="một\x00 hai\x0b\x1b\ufffe\ud800", closing="Ho\u0323\u0302i")
    page = to_html(document)
    assert PageParts(page).texts("span", "subject") == ["một hai"]
    assert PageParts(page).texts("p", "closing") == ["Hội"]
    assert page.encode("utf-8")


@given(documents())
def test_copying_the_page_gives_the_text(document):
    assert PageParts(to_html(document)).text.split() == to_text(document).split()


def test_copying_a_real_sized_page_gives_the_text():
    document = real_size_document()
    assert PageParts(to_html(document)).text.split() == to_text(document).split()
