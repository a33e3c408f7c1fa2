"""The history of a row tells who changed what, from what to what, in words."""

from datetime import UTC, date, datetime

import pytest

from accounts.history import described, difference, history_of, last_change, record
from accounts.models import Change, ChangeKind, Division
from accounts.models.history import Difference
from accounts.rows.editing import add_row, edit_row
from events.kinds import DatePrecision, EventMode
from plans.kinds import DocumentKind
from plans.models import Plan
from tests.accounts.rows.editors import put_in_report
from tests.factories import make_directive, make_event, make_plan
from tests.pages import words

HISTORY = "//section[contains(@class, 'history')]"


@pytest.fixture
def history_page(client, an):
    client.force_login(an)
    return lambda row: client.get(row.get_absolute_url())


def entries():
    return [(change.kind, change.changed_by.username, change.values) for change in Change.objects.all()]


def test_every_value_is_described_by_its_label(department):
    division = Division.objects.create(organisation=department, name="Phòng Pháp chế")
    plan = make_plan(
        department, number="139/KH", issued_on=date(2024, 1, 6), subject="về X", division=division
    )
    plan.directives.add(make_directive(department, number="2/A"), make_directive(department, number="1/A"))
    assert described(plan) == {
        "năm báo cáo": "2024",
        "lời in riêng": "",
        "đưa vào danh mục của báo cáo": "có",
        "phòng, đơn vị": "Phòng Pháp chế",
        "loại văn bản": "Kế hoạch",
        "số, ký hiệu": "139/KH",
        "ngày ban hành": "06/01/2024",
        "cơ quan ban hành": "",
        "trích yếu": "về X",
        "văn bản chỉ đạo được thực hiện": "Kế hoạch số 1/A\nKế hoạch số 2/A",
        "hoạt động đã tổ chức": "",
        "không cần triển khai vì": "",
    }


def test_an_events_date_and_turnout_are_one_value_each(department, an):
    event = make_event(department, attendance=40)
    before = described(event)
    event.held_from, event.date_precision = date(2024, 3, 1), DatePrecision.MONTH
    event.attendance_is_minimum = True
    assert difference(before, described(event)) == [
        ["thời gian", "05/3/2024", "tháng 3/2024"],
        ["số người tham dự", "40", "hơn 40"],
    ]


def test_what_statistics_count_of_an_event_is_recorded_in_words(department, an):
    event = make_event(department, attendance=40)
    before = described(event)
    event.held_from, event.date_precision = date(2024, 7, 1), DatePrecision.QUARTER
    event.attendance_is_approximate, event.sessions, event.mode = True, 36, EventMode.ONLINE
    event.handouts, event.copies = "600 tờ gấp", 600
    assert difference(before, described(event)) == [
        ["thời gian", "05/3/2024", "quý III/2024"],
        ["số người tham dự", "40", "khoảng 40"],
        ["số cuộc", "", "36"],
        ["cách tổ chức", "", "Trực tuyến"],
        ["tài liệu đã phát", "", "600 tờ gấp"],
        ["số bản đã in, nhân bản", "", "600"],
    ]


def test_an_edit_is_recorded_with_the_values_before_and_after(department, an):
    plan = make_plan(department, number="139/KH-SXD")
    plan.number, plan.kind, plan.kind_as_written = "140/KH-SXD", DocumentKind.OFFICIAL_LETTER, "Văn bản"
    edit_row(plan, by=an, version=1)
    values = [["loại văn bản", "Kế hoạch", "Văn bản"], ["số, ký hiệu", "139/KH-SXD", "140/KH-SXD"]]
    assert entries() == [("edited", "an", values)]


def test_an_edit_that_changes_nothing_leaves_no_entry_and_no_version(department, an):
    plan = make_plan(department)
    edit_row(plan, by=an, version=1)
    assert (entries(), Plan.objects.get().version) == ([], 1)


def test_a_link_is_recorded_on_both_sides(department, an):
    plan, directive = make_plan(department, number="1/KH"), make_directive(department, number="2/KH")
    edit_row(plan, by=an, version=1, links={"directives": [directive]})
    assert history_of(plan).get().values == [["văn bản chỉ đạo được thực hiện", "", "Kế hoạch số 2/KH"]]
    assert history_of(directive).get().values == [["kế hoạch, văn bản triển khai", "", "Kế hoạch số 1/KH"]]
    directive.refresh_from_db()
    assert (plan.version, directive.version) == (2, 2)


def test_a_row_that_an_adds_with_links_is_recorded_on_both_sides(department, an):
    directive = make_directive(department)
    plan = Plan(number="1/KH", reporting_year=2024)
    add_row(plan, by=an, links={"directives": [directive]})
    assert [(kind, values) for kind, _, values in entries()] == [
        ("added", []),
        ("edited", [["kế hoạch, văn bản triển khai", "", "Kế hoạch số 1/KH"]]),
    ]


@pytest.mark.parametrize(
    ("before", "after", "removed", "added"),
    [
        ("A", "B", [], []),
        ("", "A", [], []),
        ("A\nB", "A\nC", ["B"], ["C"]),
        ("A", "A\nB", [], ["B"]),
        ("", "A\nB", [], ["A", "B"]),
        ("A\nB", "", ["A", "B"], []),
        ("A\nB", "C\nD", [], []),
    ],
)
def test_lists_are_described_by_the_lines_added_and_removed(before, after, removed, added):
    difference = Difference("văn bản", before, after)
    assert (difference.removed, difference.added) == (removed, added)


def test_the_page_tells_it_in_vietnamese_time_the_last_first(history_page, department, an, binh):
    plan = make_plan(department, number="139/KH-SXD")
    plan.number = "140/KH-SXD"
    edit_row(plan, by=an, version=1)
    plan.number = ""
    edit_row(plan, by=binh, version=2)
    Change.objects.update(changed_at=datetime(2026, 11, 23, 18, 42, tzinfo=UTC))
    assert words(history_page(plan), f"{HISTORY}//li") == [
        "Sửa Trần Thanh Bình 01:42 24/11/2026 Số, ký hiệu 140/KH-SXD →đổi thành bỏ trống",
        "Sửa Nguyễn Hoài An 01:42 24/11/2026 Số, ký hiệu 139/KH-SXD →đổi thành 140/KH-SXD",
    ]


def test_a_long_text_is_shortened_and_there_in_full(history_page, department, an):
    plan = make_plan(department)
    plan.wording = "<i>Lời</i> " * 100
    edit_row(plan, by=an, version=1)
    response = history_page(plan)
    assert len(words(response, f"{HISTORY}//dd//summary")[0]) == 120
    assert words(response, f"{HISTORY}//ins")[0].endswith("<i>Lời</i> " * 99 + "<i>Lời</i>")
    assert words(response, f"{HISTORY}//i") == []


@pytest.mark.parametrize(("count", "shown", "folded"), [(20, 20, []), (21, 20, ["Xem 1 lần trước đó"])])
def test_older_changes_are_folded_after_twenty(history_page, department, an, count, shown, folded):
    plan = make_plan(department)
    for number in range(count):
        put_in_report([plan], by=an, in_report=bool(number % 2))
    response = history_page(plan)
    assert (len(words(response, f"{HISTORY}/ol/li")), words(response, f"{HISTORY}/details/summary")) == (
        shown,
        folded,
    )
    assert len(words(response, f"{HISTORY}//li")) == count


def test_who_saved_last_is_not_who_only_moved_the_row(department, an, binh):
    plan = make_plan(department)
    put_in_report([plan], by=binh, in_report=False)
    record(plan, ChangeKind.EDITED, by=an, values=[["thứ tự", "1", "2"]])
    assert last_change(plan).changed_by == binh
