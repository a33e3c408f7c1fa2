"""Dung takes the board away as a spreadsheet: exactly what it shows, and nothing that a spreadsheet carries out."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from accounts.history import downloads_of
from reports.models import Extension, OutcomeKind, Submission
from tests.bad_input import FORMULAS
from tests.factories import make_organisation, make_outcome, make_period, make_report, make_submission

SHEET = "/tong-hop/2024/bang-tinh/"
SHARED = [None] * 5 + ["Thời hạn nộp", None, None, None, "Thay đổi", None]  # above the headings
HEADINGS = [
    "STT",
    "Mã",
    "Đơn vị",
    "Tình trạng",
    "Bản",
    "Hạn nộp",
    "Gia hạn",
    "Nộp lần đầu",
    "Thời hạn",
    "Thay đổi gần nhất",
    "Ngày thay đổi",
]


@pytest.fixture
def client_of_dung(client, dung):
    client.force_login(dung)
    return client


def opened(response):
    return load_workbook(BytesIO(response.content)).active


def values(response):
    """Return the rows as their cells' values, moments as days."""
    rows = opened(response).iter_rows(values_only=True)
    return [[one.date() if isinstance(one, datetime) else one for one in row] for row in rows]


def hand_in(department, at):
    submission = make_submission(make_report(department))
    Submission.objects.filter(pk=submission.pk).update(submitted_at=at)
    return submission


def test_the_sheet_says_what_the_board_says(client_of_dung, department, justice_department):
    make_period(justice_department, due_on=date(2024, 11, 15))
    hand_in(department, datetime(2024, 11, 16, 18, 0, tzinfo=UTC))
    late = [1, "SXD", "Sở Xây dựng tỉnh Sen", "Mới nhận", 1, date(2024, 11, 15), None, date(2024, 11, 17)]
    changed = ["Nộp muộn 2 ngày", "Nộp bản 1", date(2024, 11, 17)]
    assert values(client_of_dung.get(SHEET)) == [SHARED, HEADINGS, late + changed]


def test_an_extension_stands_in_the_sheet(client_of_dung, department, justice_department, dung):
    period = make_period(justice_department, due_on=date(2024, 11, 15))
    Extension.objects.create(
        period=period, organisation=department, due_on=date(2024, 12, 1), reason="Sáp nhập.", given_by=dung
    )
    make_outcome(hand_in(department, datetime(2024, 11, 20, tzinfo=UTC)), OutcomeKind.ACCEPTED)
    cells = values(client_of_dung.get(SHEET))[2]
    assert cells[3:10] == [
        "Đã tiếp nhận",
        1,
        date(2024, 12, 1),
        "Có",
        date(2024, 11, 20),
        "Đúng hạn",
        "Tiếp nhận bản 1",
    ]


def test_days_are_days_and_the_headings_stay_in_sight(client_of_dung, department, justice_department):
    make_period(justice_department, due_on=date(2024, 11, 15))
    sheet = opened(client_of_dung.get(SHEET))
    assert (sheet["F3"].is_date, sheet["F3"].number_format) == (True, "dd/mm/yyyy")
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.title) == ("A3", "A2:K3", "Báo cáo năm 2024")


def test_the_sheet_is_narrowed_like_the_board(client_of_dung, justice_department):
    make_period(justice_department)
    for name in ("Sở Y tế", "Sở Tài chính"):
        make_organisation(name=name, reports_to=justice_department)
    rows = values(client_of_dung.get(f"{SHEET}?tim=tai+chinh"))
    assert [row[2] for row in rows[1:]] == ["Đơn vị", "Sở Tài chính"]
    link = f'href="{SHEET}?tim=tai+chinh"'
    assert link in client_of_dung.get("/tong-hop/2024/?tim=tai+chinh").content.decode()


def test_no_name_becomes_a_formula(client_of_dung, justice_department):
    make_period(justice_department)
    for text in FORMULAS:
        make_organisation(name=text, reports_to=justice_department)
    sheet = opened(client_of_dung.get(SHEET))
    assert {cell.data_type for cell in sheet["C"][1:]} == {"s"}
    assert sheet.max_row == len(FORMULAS) + 2


def test_the_sheet_has_a_plain_name_and_is_recorded_in_the_history(client_of_dung, department, dung):
    period = make_period(dung.organisation)
    client_of_dung.head(SHEET)
    response = client_of_dung.get(SHEET)
    name = "tong-hop-pbgdpl-STP-2024.xlsx"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    entries = [(change.changed_by, change.values) for change in downloads_of(period)]
    assert entries == [(dung, [["tệp", "", name]])]


def test_the_sheet_of_half_a_year_says_so(client_of_dung, department, dung):
    make_period(dung.organisation, kind="half_year")
    response = client_of_dung.get("/tong-hop/2024-6-thang/bang-tinh/")
    assert 'filename="tong-hop-pbgdpl-STP-2024-6-thang.xlsx"' in response.headers["Content-Disposition"]
    assert opened(response).title == "Báo cáo 6 tháng đầu năm 2024"


def test_without_a_period_there_is_a_sheet_and_nothing_to_note(client_of_dung, department):
    assert values(client_of_dung.get(SHEET))[2][2:5] == ["Sở Xây dựng tỉnh Sen", "Chưa bắt đầu", None]
