"""What a list shows goes home as a file: the same rows, in the same order, and nobody else's."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from accounts.rows.editing import delete_row
from tests.factories import make_directive, make_event, make_plan, make_policy
from tests.pages import row_words

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ENDINGS = pytest.mark.parametrize("ending", ["xlsx", "docx"])
KINDS = pytest.mark.parametrize(
    ("name", "make", "slug"),
    [
        ("directive", make_directive, "van-ban-chi-dao"),
        ("plan", make_plan, "ke-hoach"),
        ("policy", make_policy, "chinh-sach"),
        ("event", make_event, "hoat-dong"),
    ],
)


def exported(client, query="", ending="xlsx", name="plan"):
    return client.get(reverse(f"{name}_export", args=[2024, ending]) + query)


def numbers(response):
    """Return what stands under "Số, ký hiệu"."""
    if response.headers["Content-Type"] == SHEET:
        sheet = load_workbook(BytesIO(response.content)).active
        return [cell.value for cell in sheet["C"][1:]]
    return [
        row.cells[2].text for table in Document(BytesIO(response.content)).tables for row in table.rows[1:]
    ]


@KINDS
@pytest.mark.parametrize(("ending", "kind"), [("xlsx", SHEET), ("docx", WORD)])
def test_a_list_is_downloaded_under_a_plain_name(client, an, department, name, make, slug, ending, kind):
    department.code = "Đ.SXD"
    department.save()
    make(department)
    client.force_login(an)
    response = exported(client, ending=ending, name=name)
    assert response.headers["Content-Type"] == kind
    assert response.headers["Content-Disposition"] == f'attachment; filename="{slug}-D-SXD-2024.{ending}"'
    assert "no-store" in response.headers["Cache-Control"]
    assert response.content[:2] == b"PK"


@ENDINGS
def test_the_file_holds_what_the_list_shows(client, an, department, other_department, ending):
    make_plan(department, number="2/KH", issued_on=date(2024, 5, 5), subject="về Luật Đường bộ")
    make_plan(department, number="1/KH", issued_on=date(2024, 3, 5), subject="về đường sắt")
    make_plan(department, number="3/KH", issued_on=date(2024, 3, 5), subject="về hòa giải")
    make_plan(department, number="4/KH", reporting_year=2023, subject="về đường bộ")
    make_plan(other_department, number="5/KH", subject="về đường bộ")
    delete_row(make_plan(department, number="6/KH", subject="về đường bộ"), by=an)
    client.force_login(an)
    assert numbers(exported(client, ending=ending)) == ["1/KH", "3/KH", "2/KH"]
    assert numbers(exported(client, "?tim=duong", ending)) == ["1/KH", "2/KH"]
    assert numbers(exported(client, "?tim=duong+bo&trang=7", ending)) == ["2/KH"]
    assert numbers(exported(client, "?thieu=so", ending)) == []


def test_the_file_stands_in_the_order_of_the_list(client, an, department):
    for number in range(1, 61):
        make_plan(department, number=f"{number}/KH", position=61 - number)
    client.force_login(an)
    shown = [
        row for page in (1, 2) for row in row_words(client.get(f"/ke-hoach/2024/?trang={page}&xep=-ngay"))
    ]
    listed = [next(cell for cell in row if cell.endswith("/KH")) for row in shown]
    assert numbers(exported(client, "?xep=-ngay")) == listed
    assert len(listed) == 60


def test_the_pages_of_a_sheet_say_whose_it_is(client, an, department):
    make_plan(department)
    client.force_login(an)
    sheet = load_workbook(BytesIO(exported(client).content)).active
    assert sheet.oddHeader.center.text == "Kế hoạch, văn bản năm 2024 – Sở Xây dựng tỉnh Sen"


def test_a_register_says_what_the_list_was_narrowed_to(client, an, department):
    make_plan(department, subject="về đường bộ", issued_on=None)
    client.force_login(an)
    word = Document(BytesIO(exported(client, "?tim=đường&thieu=ngay", "docx").content))
    assert word.paragraphs[-1].text == "(Tổng số: 1 văn bản; Có “đường”; Chưa ghi ngày ban hành)"


def test_chi_gets_her_own_departments_rows(client, chi, department, other_department):
    make_plan(department, number="1/KH")
    make_plan(other_department, number="2/KH")
    client.force_login(chi)
    assert numbers(exported(client)) == ["2/KH"]


@pytest.mark.parametrize("ending", ["pdf", "xls", "docx-", "XLSX"])
def test_there_are_no_other_files(client, an, ending):
    client.force_login(an)
    assert exported(client, ending=ending).status_code == 404


@ENDINGS
@KINDS
def test_many_rows_ask_the_database_no_more_than_one(client, an, department, name, make, slug, ending):
    client.force_login(an)
    make(department)
    counts = []
    for more in (0, 30):
        for _ in range(more):
            make(department)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            exported(client, ending=ending, name=name)
        counts.append(len(queries))
    assert counts[0] == counts[1]


@KINDS
def test_the_spreadsheet_to_fill_in_is_downloaded(client, an, name, make, slug):
    client.force_login(an)
    response = client.get(reverse(f"{name}_template", args=[2024]))
    assert response.headers["Content-Disposition"] == f'attachment; filename="{slug}-mau.xlsx"'
    assert load_workbook(BytesIO(response.content)).sheetnames[1] == "Hướng dẫn"
