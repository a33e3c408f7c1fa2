"""The data of what was handed in: its file, a spreadsheet of it, and the schema that describes it."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from openpyxl import load_workbook

from accounts.history import downloads_of
from reports.models import FileKind
from tests.factories import make_period, make_report, make_submission, make_submitted_file
from tests.pages import words

SAMPLE = Path(__file__).with_name("samples") / "report-1.json"
LINK = "//main//a[contains(@href, '/bang-tinh/')]"


@pytest.fixture
def submission(department):
    return make_submission(make_report(department))


@pytest.fixture
def file(submission):
    return make_submitted_file(submission, kind=FileKind.JSON, data=SAMPLE.read_bytes())


def sheets(response):
    """Return the cells of each sheet below its headings."""
    book = load_workbook(BytesIO(response.content))
    return {
        sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] for sheet in book
    }


def test_the_file_of_data_is_sent_as_json(client, an, file):
    client.force_login(an)
    response = client.get(file.get_absolute_url())
    assert (response["Content-Type"], response.content) == ("application/json", SAMPLE.read_bytes())
    assert response["Content-Disposition"] == 'attachment; filename="bao-cao-pbgdpl-SXD-2024-ban-1.json"'
    assert client.get(f"{file.get_absolute_url()}?xem=1")["Content-Disposition"].startswith("attachment")


def test_the_spreadsheet_has_report_events_documents_and_figures(client, dung, file):
    client.force_login(dung)
    response = client.get(f"{file.get_absolute_url()}bang-tinh/")
    assert response["Content-Disposition"] == 'attachment; filename="bao-cao-pbgdpl-SXD-2024-ban-1.xlsx"'
    found = sheets(response)
    assert list(found) == ["Báo cáo", "Hoạt động", "Văn bản", "Số liệu"]
    assert found["Báo cáo"][0][1:] == ["Đầu văn bản", "UBND TỈNH SEN"]
    assert ["Phụ lục I", "1 | Tập huấn | 3"] in [row[1:] for row in found["Báo cáo"]]
    event = found["Hoạt động"][0]
    assert (event[2], f"{event[3]:%d/%m/%Y}", event[5], event[7]) == (
        "Tập huấn Luật Đất đai",
        "05/03/2024",
        3,
        40,
    )
    assert [row[1] for row in found["Văn bản"]] == ["Văn bản chỉ đạo", "Văn bản đã ban hành"]
    figures = {row[1]: row[4:7] for row in found["Số liệu"]}
    assert (figures["3"], figures["5"]) == (["-", "-", None], [5, None, 3])
    assert [one.values for one in downloads_of(file.submission.report)] == [
        [["tệp", "", "bao-cao-pbgdpl-SXD-2024-ban-1.xlsx"]]
    ]


def test_no_word_becomes_a_formula(client, an, submission):
    data = json.loads(SAMPLE.read_text(encoding="utf-8"))
    data["rows"]["events"][0]["name"] = "=HYPERLINK(1)"
    data["form"]["figures"][0]["explanation"] = "+1"
    file = make_submitted_file(submission, kind=FileKind.JSON, data=json.dumps(data).encode())
    client.force_login(an)
    book = load_workbook(BytesIO(client.get(f"{file.get_absolute_url()}bang-tinh/").content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.value for cell in cells} >= {"=HYPERLINK(1)", "+1"}
    assert not any(cell.data_type == "f" for cell in cells)


def test_data_without_a_form_has_an_empty_sheet_of_figures(client, an, submission):
    data = json.loads(SAMPLE.read_text(encoding="utf-8")) | {"form": None}
    file = make_submitted_file(submission, kind=FileKind.JSON, data=json.dumps(data).encode())
    client.force_login(an)
    assert sheets(client.get(f"{file.get_absolute_url()}bang-tinh/"))["Số liệu"] == []


def test_other_files_and_others_people_have_no_spreadsheet(client, an, chi, submission, file):
    client.force_login(an)
    pdf = submission.files.get(kind=FileKind.PDF)
    assert client.get(f"{pdf.get_absolute_url()}bang-tinh/").status_code == 404
    client.force_login(chi)
    assert client.get(f"{file.get_absolute_url()}bang-tinh/").status_code == 404


def test_lost_data_gets_a_sentence(client, an, file):
    default_storage.delete(file.file.name)
    client.force_login(an)
    response = client.get(f"{file.get_absolute_url()}bang-tinh/")
    assert (response.status_code, downloads_of(file.submission.report).count()) == (404, 0)
    assert "không còn" in " ".join(words(response, "//main"))


def test_asking_about_the_spreadsheet_takes_nothing(client, an, file):
    client.force_login(an)
    assert client.head(f"{file.get_absolute_url()}bang-tinh/").status_code == 200
    assert downloads_of(file.submission.report).count() == 0


def test_the_schema_is_served(client, an):
    client.force_login(an)
    response = client.get("/du-lieu/luoc-do/1/")
    assert response["Content-Type"] == "application/schema+json"
    assert json.loads(response.content)["$id"] == "urn:pbgdpl:schema:report-1"
    assert client.get("/du-lieu/luoc-do/99/").status_code == 404


@pytest.mark.parametrize("has_data", [True, False])
def test_pages_show_the_data_where_there_is_one(client, binh, dung, submission, department, has_data):
    make_period(department.reports_to)
    if has_data:
        make_submitted_file(submission, kind=FileKind.JSON, data=SAMPLE.read_bytes())
    for person, page in (
        (binh, submission.get_absolute_url()),
        (dung, f"/tong-hop/2024/{submission.report_id}/"),
    ):
        client.force_login(person)
        response = client.get(page)
        assert response.status_code == 200
        assert bool(words(response, LINK)) is has_data
