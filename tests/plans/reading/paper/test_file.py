"""An uploaded paper fills the form, or a sentence says why not."""

from datetime import date
from io import BytesIO

import docx
import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import NameObject, StreamObject

from accounts.models import Organisation, User
from plans.reading.paper import file as paper_file
from plans.reading.paper.file import (
    GARBLED,
    MARKUP,
    NO_TEXT,
    NOT_READ,
    PICTURE,
    READ,
    READ_IN_PART,
    SCANNED,
    SPREADSHEET,
    is_own_name,
    read_directive_file,
    read_plan_file,
)
from reports.compiling.compile import compile_report
from reports.compiling.formats import FORMATS
from tests.accounts.attaching import uploads
from tests.factories import make_report
from tests.plans.reading.paper.dresses import DRESSES
from tests.plans.reading.paper.papers import DOCUMENTS

OWN = Organisation(name="Sở Xây dựng tỉnh Sen", place="Sen")
AN = User(organisation=OWN)
LETTER = DRESSES["Word, bảng"][1](DOCUMENTS["công văn"])


def scanned():
    data = BytesIO()
    Image.new("L", (200, 300), 255).save(data, "PDF")
    return data.getvalue()


def word(*lines):
    file = docx.Document()
    for line in lines:
        file.add_paragraph(line)
    return uploads.saved(file)


def test_a_plans_paper_fills_the_form_without_the_own_name():
    reading = read_plan_file(LETTER, "docx", AN)
    assert (reading.values, reading.note) == (
        {
            "kind_text": "Công văn",
            "number": "498/SXD-VP",
            "issued_on": date(2024, 3, 12),
            "issuing_body": "",
            "subject": "về việc tuyên truyền, tập huấn sử dụng ứng dụng VNeID",
        },
        READ,
    )


def test_another_bodys_paper_names_it():
    assert read_directive_file(LETTER, "docx", AN).values["issuing_body"] == "Sở Xây dựng"
    council = DRESSES["PDF, bảng"][1](DOCUMENTS["quyết định của hội đồng"])
    body = read_plan_file(council, "pdf", AN).values["issuing_body"]
    assert body == "Hội đồng phối hợp phổ biến, giáo dục pháp luật"


def test_what_the_page_does_not_say_is_named():
    data = DRESSES["Word, bảng"][1](DOCUMENTS["chưa có số, chưa có ngày"])
    reading = read_directive_file(data, "docx", AN)
    assert reading.note == READ_IN_PART.format(lacking="số ký hiệu và ngày ban hành")


@pytest.mark.parametrize(
    ("make", "ending", "note"),
    [
        (scanned, "pdf", SCANNED),
        (uploads.jpeg, "jpg", PICTURE),
        (uploads.png, "png", PICTURE),
        (uploads.excel, "xlsx", SPREADSHEET),
        (lambda: word(""), "docx", NO_TEXT),
        (lambda: word("Danh sách dự họp", "1. Nguyễn Văn Mẫu"), "docx", NOT_READ),
        (lambda: uploads.pdf("Danh sách dự họp"), "pdf", NOT_READ),
        (lambda: word("KẾ HOẠCH", "Sè: 12/KH-SKHCN vÒ phæ biÕn ph¸p luËt"), "docx", GARBLED),
        (lambda: word(r"{\rtf1\ansi {\f0\fs28 KẾ HOẠCH}\par Số: 12/KH-SYT\par}"), "docx", MARKUP),
        (lambda: b"PK\x03\x04", "docx", NO_TEXT),
        (uploads.word_with_doctype, "docx", NO_TEXT),
    ],
)
def test_a_file_that_cannot_be_read_says_why(make, ending, note):
    reading = read_plan_file(make(), ending, AN)
    assert (dict(reading.values), reading.note) == ({}, note)


@pytest.mark.parametrize("ending", FORMATS)
def test_our_own_reports_are_read_too(department, ending):
    report = make_report(department)
    reading = read_directive_file(FORMATS[ending].render(compile_report(report)), ending, AN)
    assert reading.values == {
        "kind_text": "Báo cáo",
        "number": "05/BC-SM",
        "issued_on": date(2024, 11, 5),
        "issuing_body": "Sở Xây dựng tỉnh Sen",
        "subject": "về kết quả công tác phổ biến, giáo dục pháp luật năm 2024",
    }


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Sở Xây dựng", True),
        ("Sở Xây dựng tỉnh Sen", True),
        ("SỞ XÂY DỰNG", True),
        ("Sở Xây dựng Sen", True),
        ("Sở Y tế", False),
        ("Sở", False),
        ("", False),
    ],
)
def test_the_own_name_is_known_with_and_without_its_place(name, own):
    assert is_own_name(name, OWN) is own


def test_a_page_that_takes_too_long_is_left_unread(monkeypatch):
    monkeypatch.setattr(paper_file, "SECONDS", 1)
    writer = uploads.pdf_writer()
    content = StreamObject()
    content.set_data(b"BT /F1 12 Tf (a) Tj ET\n" * 2_000_000)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(content.flate_encode())
    assert read_plan_file(uploads.written(writer), "pdf", AN).note == NOT_READ


def test_text_of_another_page_is_not_read():
    pages = uploads.pdf("<p>Danh sách</p><p style='page-break-before:always'>KẾ HOẠCH</p>")
    assert len(PdfReader(BytesIO(pages)).pages) == 2
    assert read_plan_file(pages, "pdf", AN).note == NOT_READ
