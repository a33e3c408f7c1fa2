"""An uploaded paper fills the form, or a sentence says why not."""

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from django.conf import settings
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import NameObject, StreamObject

from accounts.models import Organisation, User
from plans.reading.paper import file as paper_file
from plans.reading.paper.file import (
    FROM_OLD_LETTERS,
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
from tests.old_letters import in_tcvn3, in_vni, runs, word_paper
from tests.plans.reading.paper.dresses import DRESSES
from tests.plans.reading.paper.papers import DOCUMENTS

CASES = Path(settings.BASE_DIR).parent / "shared" / "data" / "cases"
OWN = Organisation(name="Sở Xây dựng tỉnh Sen", place="Sen")
AN = User(organisation=OWN)
LETTER = DRESSES["Word, bảng"][1](DOCUMENTS["công văn"])
# UTF-8 read as a page of Western Europe.
MISREAD = "Số: 12/KH-SKHCN về phổ biến pháp luật".encode().decode("cp1252", "replace")


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
        (lambda: word("KẾ HOẠCH", MISREAD), "docx", GARBLED),
        (lambda: word(r"{\rtf1\ansi {\f0\fs28 KẾ HOẠCH}\par Số: 12/KH-SYT\par}"), "docx", MARKUP),
        (lambda: b"PK\x03\x04", "docx", NO_TEXT),
        (uploads.word_with_doctype, "docx", NO_TEXT),
    ],
)
def test_a_file_that_cannot_be_read_says_why(make, ending, note):
    reading = read_plan_file(make(), ending, AN)
    assert (dict(reading.values), reading.note) == ({}, note)


def test_a_speck_behind_a_name_of_a_scan_is_no_part_of_it():
    lines = ["UBND TỈNH SEN.    CỘNG HÒA’", "SỞ Y TẾ.", "1. Nâng cao.", "PBGDPL, hòa giải,"]
    assert [paper_file._without_specks(line) for line in lines] == [
        "UBND TỈNH SEN    CỘNG HÒA",
        "SỞ Y TẾ",
        "1. Nâng cao.",
        "PBGDPL, hòa giải,",
    ]


@pytest.mark.parametrize(
    ("font", "encode", "name"), [(".VnTime", in_tcvn3, "TCVN3 (ABC)"), ("VNI-Times", in_vni, "VNI")]
)
def test_a_paper_in_an_old_code_page_is_read_and_its_letters_are_to_be_checked(font, encode, name):
    lines = [
        "SỞ Y TẾ" if font == "VNI-Times" else "sở y tế",
        "Số: 7/KH-SYT",
        "Sen, ngày 02 tháng 01 năm 2025",
        "KẾ HOẠCH" if font == "VNI-Times" else "kế hoạch",
        "Hòa giải ở cơ sở, hướng về người nghèo năm 2025",
    ]
    capitals = ".VnTimeH" if font == ".VnTime" else font
    body = "".join(runs((capitals if at in (0, 3) else font, encode(line))) for at, line in enumerate(lines))
    reading = read_directive_file(word_paper(body), "docx", AN)
    assert reading.note == f"{READ} {FROM_OLD_LETTERS.format(names=name)}"
    assert reading.values == {
        "kind_text": "Kế hoạch",
        "number": "7/KH-SYT",
        "issued_on": date(2025, 1, 2),
        "issuing_body": "Sở Y tế",
        "subject": "về hòa giải ở cơ sở, hướng về người nghèo năm 2025",
    }


@pytest.mark.parametrize("name", ["02c-ke-hoach-tcvn3.docx", "02d-ke-hoach-vni.docx"])
def test_papers_in_old_code_pages_that_were_refused_are_read(name):
    if not (CASES / name).exists():
        pytest.skip("the small inputs that failed lie outside of this repository, in ../shared/data/cases")
    assert read_directive_file((CASES / name).read_bytes(), "docx", AN).values == {
        "kind_text": "Kế hoạch",
        "number": "12/KH-SKHCN",
        "issued_on": date(2025, 1, 8),
        "issuing_body": "Sở Khoa học và Công nghệ",
        "subject": "phổ biến, giáo dục pháp luật năm 2025",
    }


@pytest.mark.parametrize("ending", FORMATS)
def test_our_own_reports_are_read_too(department, ending):
    report = make_report(department)
    reading = read_directive_file(FORMATS[ending].render(compile_report(report)).content, ending, AN)
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
