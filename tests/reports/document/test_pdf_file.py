"""The PDF as a file: what it says of itself, what it is made of, and what it never does."""

from __future__ import annotations

import datetime as dt
import logging
from io import BytesIO

import pypdf
import pytest
from pypdf.generic import DictionaryObject, IndirectObject
from weasyprint import HTML

from reports.document.pdf import RefusingFetcher, UnprintableError, to_pdf
from reports.document.tree import (
    Annex,
    Block,
    BulletList,
    Document,
    LetteredList,
    Letterhead,
    Paragraph,
    Section,
    Signature,
    Table,
)
from tests.reports.document.documents import full_document, minimal_document
from tests.reports.document.printed import printed

TIMES = {"Times-New-Roman", "Liberation-Serif", "Tinos"}
HOSTILE = (
    "<script>alert(1)</script>",
    "{{ settings.SECRET_KEY }} {% include 'x' %}",
    '<img src="file:///etc/passwd">',
    "file:///etc/passwd http://example.org/a.png",
    '"><link rel="stylesheet" href="http://example.org/a.css">',
    "url(http://example.org/a.png) @import 'http://example.org/b.css'; </style>",
    "<a href='http://example.org'>&amp;</a> <?xml version='1.0'?> <!-- -->",
)


@pytest.fixture(scope="module")
def file() -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(to_pdf(full_document())))


def hostile_document(text: str) -> Document:
    """Return a report with the text in every field."""
    body: tuple[Block, ...] = (
        Paragraph(text, lead=text),
        BulletList((text,)),
        LetteredList((Paragraph(text, lead=text),)),
        Table(((text, text), (text, text))),
        Section(text, (Paragraph(text),)),
    )
    return Document(
        Letterhead(text, text, text, text, dt.date(2025, 1, 1), contact=text),
        kind=text,
        subject=text,
        period_note=text,
        addressees=(text, text),
        legal_bases=(text,),
        body=body,
        closing=text,
        recipients=(text,),
        signature=Signature((text,), text),
        annexes=(Annex(text, body), Annex(text, body)),
        author=text,
    )


def test_the_file_says_what_it_is_and_whose(file):
    assert file.metadata.title == f"BÁO CÁO {full_document().subject}"
    assert file.metadata.author == "Sở Nông nghiệp và Môi trường tỉnh Quảng Hà"
    assert file.metadata.subject == full_document().subject
    assert file.metadata.creation_date_raw == "D:20251105"
    assert file.trailer["/Root"]["/Lang"] == "vi-VN"


def test_the_file_is_pdf_a_3a(file):
    about = file.trailer["/Root"]["/Metadata"].get_data().decode()
    assert 'pdfaid:part="3"' in about
    assert 'pdfaid:conformance="A"' in about
    assert [intent["/S"] for intent in file.trailer["/Root"]["/OutputIntents"]] == ["/GTS_PDFA1"]


def test_every_face_is_embedded_and_has_the_metrics_of_times(file):
    faces = {}
    for page in file.pages:
        for font in page["/Resources"]["/Font"].values():
            face = font["/DescendantFonts"][0]["/FontDescriptor"]
            faces[face["/FontName"].split("+")[1]] = "/FontFile2" in face
    assert faces
    assert set(faces.values()) == {True}
    assert {name.replace("-Bold", "").replace("-Italic", "") for name in faces} <= {
        f"/{name}" for name in TIMES
    } | TIMES


def test_the_outline_names_headings_and_annexes(file):
    assert outline(file.outline) == [
        "I. KẾT QUẢ THỰC HIỆN",
        [
            "1. Chỉ đạo, điều hành",
            "2. Hội nghị, tập huấn",
            ["2.1. Hội nghị trực tiếp", ["a) Lớp dành cho phụ nữ"], "2.2. Hội nghị trực tuyến"],
        ],
        "II. KHÓ KHĂN VÀ KIẾN NGHỊ",
        "Phụ lục I SỐ LIỆU HỘI NGHỊ, TẬP HUẤN NĂM 2025",
        "Phụ lục II TÀI LIỆU ĐÃ IN",
        "I. TỜ GẤP",
    ]


def outline(entries):
    return [outline(entry) if isinstance(entry, list) else entry.title for entry in entries]


def test_the_file_is_tagged_for_those_who_listen_to_it(file):
    root = file.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    tags = list(tag_names(root["/StructTreeRoot"]))
    assert tags[0] == "/Document"
    counts = {tag: tags.count(tag) for tag in ("/H1", "/H2", "/H3", "/H4", "/H5", "/TH", "/TD")}
    # 16 figures, of which 4 are titles; letterhead and signature are no tables.
    assert counts == {"/H1": 3, "/H2": 3, "/H3": 2, "/H4": 2, "/H5": 1, "/TH": 4, "/TD": 12}


def tag_names(node):
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if not isinstance(node, DictionaryObject):
        return
    if "/S" in node:
        yield node["/S"]
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        yield from tag_names(child)


def test_the_same_report_gives_the_same_bytes():
    assert to_pdf(full_document()) == to_pdf(full_document())
    assert to_pdf(full_document()) != to_pdf(full_document(closing="Trên đây là báo cáo khác./."))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_and_fetches_nothing(text, caplog):
    with caplog.at_level(logging.DEBUG, logger="weasyprint"):
        pdf = to_pdf(hostile_document(text))
    # A refused request is an error in WeasyPrint's log, a tag or rule it does not know a warning.
    assert [record.message for record in caplog.records if record.levelno >= logging.WARNING] == []
    letters = "".join(printed(hostile_document(text)).words)
    assert letters.count("".join(text.split())) >= 20
    reader = pypdf.PdfReader(BytesIO(pdf))
    assert [page.get("/Annots") for page in reader.pages] == [None] * len(reader.pages)
    # Places within the file may be named; files and scripts are not in it.
    assert set(reader.trailer["/Root"].get("/Names", {})) <= {"/Dests"}
    assert "/OpenAction" not in reader.trailer["/Root"]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://example.org/a.png", "data:text/css,p{}"])
def test_the_fetcher_refuses_every_address(address, caplog):
    page = f'<img src="{address}"><link rel="stylesheet" href="{address}">'
    with caplog.at_level(logging.ERROR, logger="weasyprint"):
        HTML(string=page, url_fetcher=RefusingFetcher()).write_pdf()
    assert len([record for record in caplog.records if "PermissionError" in record.message]) == 2


def test_control_characters_are_left_out_and_letters_are_composed():
    decomposed = "Ho\u0323\u0302i nghi\u0323"
    body = (Paragraph("một\x00\x0b\x1b\ufffe\ud800 hai"), Paragraph(decomposed))
    texts = [row.text for row in printed(minimal_document(body=body)).pages[0].rows]
    assert texts[-3:] == ["một hai", "Hội nghị", "Trên đây là báo cáo./."]


def test_text_from_right_to_left_is_printed():
    assert to_pdf(
        minimal_document(body=(Paragraph("\u202eABC \u05d0\u05d1\u05d2 \u0627\u0644"),))
    ).startswith(b"%PDF")


def test_a_paragraph_of_20_000_letters_is_printed_whole():
    text = "phổ biến pháp luật " * 1052 + "hết"
    words = printed(minimal_document(body=(Paragraph(text),))).words
    assert (words.count("phổ"), words.count("hết")) == (1052, 1)


def test_a_list_of_2_000_items_is_printed_whole():
    items = tuple(f"việc {number}" for number in range(1, 2001))
    pages = pypdf.PdfReader(BytesIO(to_pdf(minimal_document(body=(BulletList(items),))))).pages
    # A page holds 30 of them, the first a few less.
    assert len(pages) == 67
    assert "việc 2000" in pages[-1].extract_text()


def test_a_report_nested_too_deeply_is_refused_with_a_sentence():
    body: tuple[Block, ...] = (Paragraph("đáy"),)
    for number in range(3000):
        body = (Section(f"Mục {number}", body),)
    with pytest.raises(UnprintableError, match="quá nhiều cấp đề mục"):
        to_pdf(minimal_document(body=body))
