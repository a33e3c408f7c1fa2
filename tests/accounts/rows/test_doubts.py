"""What may be right is asked about once; An insists, or takes the way that is offered."""

from datetime import date

import pytest

from plans.models import Directive, Plan
from tests.accounts.rows.editors import Editor, fields_of
from tests.accounts.rows.entry import send_again, send_new
from tests.factories import make_directive, make_event, make_plan
from tests.pages import words

ADD = "/ke-hoach/2024/them/"
DOUBTS = "//section[@class='asked']//li"
INSIST = "//input[@type='checkbox'][@name='insist']/@value"


@pytest.fixture
def client_of_an(client, an):
    client.force_login(an)
    return client


def insist(client, address, response, **typed):
    """Tick that the doubts were seen, and send the form again."""
    seen = [*fields_of(response).get("insist", []), *words(response, INSIST)]
    return send_again(client, address, response, **{"insist": seen, **typed})


def test_a_plan_entered_before_is_named_and_an_may_insist(client_of_an, department):
    duplicate = make_plan(department, number="139/KH-SXD", reporting_year=2023, issued_on=date(2024, 1, 16))
    typed = {"number": "139/kh - sxd", "issued_on": "20/3/2024", "subject": "về hộ tịch"}
    response = send_new(client_of_an, ADD, **typed)
    assert (response.status_code, Plan.objects.count()) == (200, 1)
    assert words(response, DOUBTS) == [
        "Kế hoạch số 139/KH-SXD đã có trong danh sách năm 2023. Xem văn bản đã có (mở thẻ mới)"
    ]
    assert words(response, f"{DOUBTS}/a/@href") == [duplicate.get_absolute_url()]
    assert words(response, "//*[@autofocus]/@aria-labelledby") == ["xem-lai"]
    assert len(words(response, "//*[@autofocus]")) == 1
    assert send_again(client_of_an, ADD, response).status_code == 200
    assert insist(client_of_an, ADD, response).status_code == 302
    assert Plan.objects.count() == 2


def test_insisting_on_one_doubt_does_not_cover_another(client_of_an, department):
    make_plan(department, number="139/KH-SXD")
    first = send_new(client_of_an, ADD, number="139", issued_on="16/01/2024", subject="về hộ tịch")
    second = insist(client_of_an, ADD, first, issued_on="16/01/2021")
    assert words(second, DOUBTS) == ["Ngày 16/01/2021 không thuộc năm báo cáo 2024."]
    third = insist(client_of_an, ADD, second, issued_on="16/02/2024")
    assert third.status_code == 302


def test_what_was_insisted_on_outlives_a_mistake(client_of_an):
    first = send_new(client_of_an, ADD, number="139", issued_on="16/01/2021")
    second = insist(client_of_an, ADD, first, kind_text="Bài thơ")
    assert words(second, DOUBTS) == []
    assert send_again(client_of_an, ADD, second, kind_text="Kế hoạch").status_code == 302


def test_decembers_plan_is_asked_for_the_year_to_come(client_of_an):
    response = send_new(client_of_an, ADD, number="3049", issued_on="21/12/2024", subject="về năm sau")
    assert words(response, DOUBTS) == [
        "Kế hoạch, chương trình ban hành tháng 12/2024 thường là của năm 2025. Ghi vào năm 2025"
    ]
    saved = send_again(client_of_an, ADD, response, into_year="2025")
    plan = Plan.objects.get()
    assert (plan.reporting_year, plan.issued_on) == (2025, date(2024, 12, 21))
    assert saved.url == plan.get_absolute_url()


def test_decembers_letter_and_last_decembers_plan_are_not_asked_about(client_of_an):
    letter = {"kind_text": "Công văn", "number": "3", "issued_on": "21/12/2024"}
    assert send_new(client_of_an, ADD, **letter).status_code == 302
    assert send_new(client_of_an, ADD, number="3", issued_on="21/12/2023").status_code == 302
    assert send_new(client_of_an, ADD, number="4").status_code == 302


@pytest.mark.parametrize(("day", "year"), [("21/11/2023", "2023"), ("05/01/2025", "2025")])
def test_a_day_of_another_year_offers_that_year(client_of_an, day, year):
    response = send_new(client_of_an, ADD, number="3", issued_on=day)
    assert words(response, "//button[@name='into_year']/@value") == [year]


def test_an_event_of_the_same_name_and_day_is_a_duplicate(client_of_an, department):
    make_event(department, name="Tập huấn Luật Đường bộ")
    same = {"kind": "training", "name": "Tập huấn  luật đường bộ"}
    response = send_new(client_of_an, "/hoat-dong/2024/them/", **same, held="05/3/2024")
    assert words(response, DOUBTS) == [
        "Tập huấn Luật Đường bộ đã có trong danh sách năm 2024. Xem hoạt động đã có (mở thẻ mới)"
    ]
    response = send_new(client_of_an, "/hoat-dong/2024/them/", **same, held="06/3/2024")
    assert response.status_code == 302


def test_a_number_of_another_body_or_department_is_no_duplicate(client_of_an, department, other_department):
    make_directive(department, number="41/KH-UBND", issuing_body="UBND tỉnh Sen")
    make_directive(other_department, number="42/KH-UBND", issuing_body="UBND xã Sen")
    for number in ("41", "42"):
        typed = {"number": number, "issued_on": "16/01/2024", "issuing_body": "UBND xã Sen"}
        assert send_new(client_of_an, "/van-ban-chi-dao/2024/them/", **typed).status_code == 302
    assert Directive.objects.of(department).count() == 3


def test_who_edits_is_not_asked_again_about_what_was_stored(an, department):
    make_plan(department, number="139/KH-SXD")
    for subject in ("về hòa giải", "về hộ tịch"):
        plan = make_plan(department, number="139/KH-SXD", issued_on=date(2020, 5, 5), subject=subject)
    editor = Editor(an, plan).open()
    assert editor.send(subject="về hộ khẩu").status_code == 302
    response = Editor(an, plan).open().send(issued_on="16/01/2024")
    assert words(response, DOUBTS) == [
        "Kế hoạch số 139/KH-SXD đã có trong danh sách năm 2024. Xem văn bản đã có (mở thẻ mới)"
    ]
