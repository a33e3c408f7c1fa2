"""Duplicates of stored rows are shown and skipped, unless a person wants both."""

from datetime import date

import pytest

from events.models import Event
from plans.models import Plan
from tests.factories import make_event, make_plan
from tests.pages import words
from tests.reports.reading.pasted.sending import cells, faults, notes, paste, save, summary

pytestmark = pytest.mark.django_db

PLAN = "Kế hoạch số 15/KH-SXD ngày 16/01/2024 về phổ biến Luật Đường bộ"
TRAINING = "Hội nghị tập huấn Luật Nhà ở (05/3/2024) với hơn 200 đại biểu"
SKIPPED = "//tbody[.//input[@type='checkbox' and @checked]]/@id"


@pytest.fixture
def client(client, an):
    client.force_login(an)
    return client


def test_the_same_list_again_is_known_and_left_out(client):
    save(client, paste(client, PLAN, TRAINING))
    response = paste(client, TRAINING, PLAN)
    plan, event = Plan.objects.get(), Event.objects.get()
    assert summary(response) == "1 văn bản, 1 hoạt động; 2 dòng đã có."
    assert notes(response, 2) == ["Đã có: Kế hoạch số 15/KH-SXD (năm 2024, mở thẻ mới)."]
    assert words(response, "//p[@class='doubt']//a/@href") == [
        plan.get_absolute_url(),
        event.get_absolute_url(),
    ]
    assert words(response, SKIPPED) == ["d2", "d1"]
    assert faults(save(client, response)) == ["Mọi dòng đều được bỏ qua. Bỏ dấu “Bỏ qua” ở dòng cần lưu."]


def test_a_duplicate_that_was_shown_is_saved_if_a_person_insists(client):
    save(client, paste(client, PLAN))
    save(client, paste(client, PLAN), without=["d1-skipped"])
    assert Plan.objects.count() == 2


def test_a_duplicate_within_the_list_is_left_out_as_well(client):
    response = paste(client, PLAN, TRAINING, f"- {PLAN};")
    assert notes(response, 3) == ["Trùng với dòng 1."]
    assert words(response, SKIPPED) == ["d3"]
    save(client, response)
    assert (Plan.objects.count(), Event.objects.count()) == (1, 1)


def test_of_two_equal_lines_either_may_be_saved(client):
    response = paste(client, PLAN, PLAN)
    save(client, response, without=["d2-skipped"], d1_skipped="on", d2_subject="về phổ biến Luật Nhà ở")
    assert [plan.subject for plan in Plan.objects.all()] == ["về phổ biến Luật Nhà ở"]


def test_a_duplicate_that_comes_up_only_when_saving_is_asked_about_once(client, department):
    review = paste(client, PLAN)
    make_plan(department, number="15/KH-SXD", issued_on=date(2024, 1, 16))
    response = save(client, review)
    assert Plan.objects.count() == 1
    assert faults(response) == [
        "Dòng 1: vừa thấy trùng với một dòng khác. Đánh dấu “Bỏ qua”, hoặc bấm Lưu lần nữa để giữ cả hai."
    ]
    save(client, response)
    assert Plan.objects.count() == 2


def test_rows_of_another_body_and_other_years_are_no_duplicates(client, other_department, department):
    make_plan(other_department, number="15/KH-SXD", issued_on=date(2024, 1, 16))
    make_plan(department, number="15/KH-SXD", issued_on=date(2023, 1, 16), reporting_year=2023)
    make_event(department, name="Hội nghị tập huấn Luật Nhà ở", held_from=date(2024, 4, 5))
    assert summary(paste(client, PLAN, TRAINING)) == "1 văn bản, 1 hoạt động."


def test_a_deleted_row_is_no_duplicate(client, department):
    make_plan(department, number="15/KH-SXD", issued_on=date(2024, 1, 16), deleted_at="2024-05-05T00:00Z")
    assert cells(paste(client, PLAN), 1)["number"] == "15/KH-SXD"
    assert notes(paste(client, PLAN), 1) == []


def test_looking_for_duplicates_takes_as_many_queries_for_a_hundred_lines_as_for_one(
    client, django_assert_num_queries, django_assert_max_num_queries
):
    lines = [f"Kế hoạch số {number}/KH-SXD ngày 16/01/2024 về việc {number}" for number in range(1, 101)]
    paste(client, PLAN, TRAINING)
    with django_assert_max_num_queries(50) as one:
        paste(client, PLAN, TRAINING)
    with django_assert_num_queries(len(one.captured_queries)):
        paste(client, *lines, TRAINING)
