"""An finds a row of any year and kind from one box."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans.kinds import DocumentKind
from reports.models import OutcomeKind
from tests.factories import (
    make_directive,
    make_event,
    make_outcome,
    make_plan,
    make_policy,
    make_report,
    make_submission,
)
from tests.pages import words

SEARCH = "/tim/2024/"
FOUND = "//ul[contains(@class, 'found-rows')]//b"


@pytest.fixture
def client_of_an(client, an):
    client.force_login(an)
    return client


@pytest.fixture
def rows(department):
    make_plan(department, number="139/KH-SXD", subject="về hòa giải ở cơ sở")
    make_plan(department, number="1139/KH-SXD", subject="về Luật Đường bộ", reporting_year=2025)
    make_plan(department, number="139/SXD-VP", subject="về Ngày Pháp luật", kind=DocumentKind.OFFICIAL_LETTER)
    make_directive(department, number="39/KH-UBND", subject="về hòa giải", reporting_year=2022)
    make_event(department, name="Hội nghị hòa giải viên", reporting_year=2023)
    make_policy(department, name="Chính sách nhà ở xã hội", lead_body="Sở Xây dựng", reporting_year=2026)


def found(client, text):
    return words(client.get(SEARCH, {"tim": text}), FOUND)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("hoa giai", ["Kế hoạch số 39/KH-UBND", "Kế hoạch số 139/KH-SXD", "Hội nghị hòa giải viên"]),
        ("HÒA GIẢI 2023", ["Hội nghị hòa giải viên"]),
        ("139/kh", ["Kế hoạch số 139/KH-SXD", "Kế hoạch số 1139/KH-SXD"]),
        ("Kế hoạch số 139/KH-SXD", ["Kế hoạch số 139/KH-SXD", "Kế hoạch số 1139/KH-SXD"]),
        ("công văn 139", ["Công văn số 139/SXD-VP"]),
        ("duong bo", ["Kế hoạch số 1139/KH-SXD"]),
        ("nha o so xay dung", ["Chính sách nhà ở xã hội"]),
        ("không có", []),
        ("2099", []),
        ("", []),
        ("\x00", []),
    ],
)
def test_rows_of_all_years_are_found(client_of_an, rows, text, names):
    assert found(client_of_an, text) == names


def test_what_is_not_found_is_answered_with_a_hint(client_of_an, rows):
    page = client_of_an.get(SEARCH, {"tim": "không có"})
    assert words(page, "//main//h2") == ["Không tìm thấy gì cho “không có”"]


def test_each_kind_has_its_count_and_the_years_of_its_rows(client_of_an, rows):
    page = client_of_an.get(SEARCH, {"tim": "hoa giai"})
    assert words(page, "//main//h2") == ["Văn bản chỉ đạo 1", "Kế hoạch, văn bản 1", "Hoạt động 1"]
    assert words(page, "//ul[contains(@class, 'found-rows')]//small") == ["Năm 2022", "Năm 2024", "Năm 2023"]


def test_a_found_row_leads_to_its_page_and_back(client_of_an, department):
    plan = make_plan(department, number="139/KH-SXD")
    link = words(client_of_an.get(SEARCH, {"tim": "139"}), "//ul[contains(@class, 'found-rows')]//a/@href")
    assert link == [f"{plan.get_absolute_url()}?ve=%2Ftim%2F2024%2F%3Ftim%3D139"]
    back = words(client_of_an.get(link[0]), "//nav[contains(@class, 'row-place')]/a")
    assert back == ["Quay lại"]


def test_all_rows_of_a_kind_come_page_by_page(client_of_an, department):
    for number in range(1, 53):
        make_plan(department, number=f"{number}/KH-SXD", subject="về hòa giải")
    page = client_of_an.get(SEARCH, {"tim": "hoa giai"})
    assert (len(words(page, FOUND)), words(page, "//a[starts-with(., 'Xem tất cả')]/@href")) == (
        10,
        ["?tim=hoa+giai&loai=ke-hoach"],
    )
    assert len(words(client_of_an.get(SEARCH, {"tim": "hoa giai", "loai": "ke-hoach"}), FOUND)) == 50
    last = client_of_an.get(SEARCH, {"tim": "hoa giai", "loai": "ke-hoach", "trang": 2})
    assert (len(words(last, FOUND)), words(last, "//main//h2")) == (2, ["Kế hoạch, văn bản 52"])
    assert client_of_an.get(SEARCH, {"tim": "hoa giai", "loai": "la", "trang": "x"}).status_code == 200


def test_rows_of_others_and_deleted_ones_are_not_found(client, chi, rows):
    client.force_login(chi)
    assert found(client, "hoa giai") == []


def test_dung_finds_what_departments_submitted_but_no_drafts(
    client, dung, binh, chi, department, other_department
):
    client.force_login(dung)
    submission = make_submission(make_report(department), submitted_by=binh)
    make_report(other_department)
    assert found(client, "xay dung 2024") == ["Sở Xây dựng tỉnh Sen"]
    assert found(client, "y te") == []
    link = words(client.get(SEARCH, {"tim": "sxd"}), "//ul[contains(@class, 'found-rows')]//a/@href")
    assert client.get(link[0]).status_code == 200
    make_outcome(submission, kind=OutcomeKind.WITHDRAWN)
    assert found(client, "xay dung") == []


def test_many_rows_cost_as_many_queries_as_few(client_of_an, department):
    costs = []
    for rows in (1, 12):
        for _ in range(rows):
            make_plan(department, subject="về hòa giải")
            make_event(department, name="Hòa giải")
        with CaptureQueriesContext(connection) as queries:
            client_of_an.get(SEARCH, {"tim": "hoa giai"})
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_the_box_stands_on_every_page_of_a_year(client_of_an, rows):
    page = client_of_an.get("/hoat-dong/2023/")
    assert words(page, "//header//form[@role='search']/@action") == ["/tim/2023/"]
