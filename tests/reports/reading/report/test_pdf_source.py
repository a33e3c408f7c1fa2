"""A report in a PDF with text is the report that was printed."""

import json
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from pbgdpl.lib.office.pdf_lines import pdf_lines
from reports.document.pdf import to_pdf
from reports.document.text import to_text
from reports.document.tree import Numbering, Paragraph, Section, Table
from reports.reading.report import UnreadableReport, read_report, reading_of
from tests.reports.document.documents import full_document, real_size_document
from tests.reports.reading.report.reading import words

LONG = "Sở phối hợp với các xã, phường phổ biến Luật Đất đai cho cán bộ địa chính, tổ trưởng tổ dân phố; "
ROW = ("Hội nghị phổ biến Luật Trẻ em cho giáo viên các trường", "12", "1.250")


def encrypted(data, *, password):
    writer = PdfWriter(clone_from=BytesIO(data))
    writer.encrypt(password, "b")
    found = BytesIO()
    writer.write(found)
    return found.getvalue()


@pytest.fixture(scope="module")
def full():
    return to_pdf(full_document())


def test_our_own_pdf_reads_back_as_the_same_report(full):
    assert read_report(full, "a.pdf") == full_document()


@pytest.mark.parametrize(
    "numbering", [Numbering.CAPITALS, Numbering.NUMBERS, Numbering.PARTS, Numbering.ORDINALS]
)
def test_our_own_pdf_of_every_other_numbering_reads_back_as_the_same_report(numbering):
    report = full_document(numbering=numbering)
    assert read_report(to_pdf(report), "a.pdf") == report


def test_the_words_of_a_report_of_many_pages_come_in_order():
    reading = reading_of(to_pdf(real_size_document()), "a.pdf")
    assert words(to_text(reading.document)) == words(to_text(real_size_document()))
    assert [(one.text, one.why) for one in reading.left_out] == [
        *((str(page), "số trang") for page in range(2, 10)),
    ]


def test_a_paragraph_and_a_table_go_on_over_pages():
    body = (
        Paragraph(LONG * 60),
        Table((("Nội dung", "Số cuộc", "Lượt người"), *[ROW] * 40)),
        Paragraph("Hết."),
    )
    report = full_document(body=(Section("KẾT QUẢ", body),), annexes=())
    assert read_report(to_pdf(report), "a.pdf").body == (
        Section("KẾT QUẢ", (replace(body[0], text=body[0].text.strip()), *body[1:])),
    )


def test_an_owners_password_does_not_hide_the_text(full):
    assert read_report(encrypted(full, password=""), "a.pdf") == full_document()


def test_a_file_that_does_not_open_is_refused_with_the_way_out(full):
    for data in (encrypted(full, password="a"), full[:3000], b"%PDF-1.7\n1 0 obj"):
        with pytest.raises(UnreadableReport) as refusal:
            read_report(data, "a.pdf")
        assert str(refusal.value) == (
            "Không đọc được a.pdf: tệp PDF bị hỏng hoặc có mật khẩu, "
            "hãy lưu lại không có mật khẩu hoặc dùng bản Word (.docx)."
        )


def test_letters_that_are_printed_twice_to_look_bold_are_read_once(full):
    writer = PdfWriter(clone_from=BytesIO(full))
    once = json.loads(pdf_lines(full))
    for page in writer.pages:
        page.merge_page(PdfReader(BytesIO(full)).pages[page.page_number])
    data = BytesIO()
    writer.write(data)
    found = json.loads(pdf_lines(data.getvalue()))
    assert [line["runs"] for line in found["pages"][0]["lines"]] == [
        line["runs"] for line in once["pages"][0]["lines"]
    ]
