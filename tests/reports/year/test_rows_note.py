"""An reads where she enters rows that a report of the year no longer takes them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.models import OutcomeKind, PeriodKey, PeriodKind
from reports.states import ReportState
from reports.year.rows_note import rows_note, rows_note_of
from tests.factories import make_outcome, make_plan, make_report, make_submission
from tests.pages import words

YEAR, HALF = PeriodKey(2024), PeriodKey(2024, PeriodKind.HALF_YEAR)
NOTE = "//div[@class='notice']/p"
ACCEPTED = (
    "Báo cáo năm 2024 đã được tiếp nhận nên không nhận dòng thêm, sửa hay xóa từ nay. "
    "Dòng vẫn được lưu, để dùng cho báo cáo sau hoặc khi cần bổ sung."
)
ONLY_IF = "dòng thêm, sửa hay xóa từ nay chỉ vào báo cáo khi báo cáo được rút hoặc bị trả lại."
NO_MORE = "đã được tiếp nhận nên không nhận dòng thêm, sửa hay xóa từ nay."
OPEN = "Báo cáo năm 2024 vẫn nhận các dòng đó."
CASES = [
    ({}, ""),
    ({YEAR: "DRAFTING"}, ""),
    ({YEAR: "RETURNED", HALF: "DRAFTING"}, ""),
    ({YEAR: "SUBMITTED"}, f"Báo cáo năm 2024 đã nộp: {ONLY_IF}"),
    ({YEAR: "ACCEPTED"}, ACCEPTED),
    ({HALF: "SUBMITTED"}, f"Báo cáo 6 tháng đầu năm 2024 đã nộp: {ONLY_IF} {OPEN}"),
    ({HALF: "ACCEPTED"}, f"Báo cáo 6 tháng đầu năm 2024 {NO_MORE} {OPEN}"),
    ({HALF: "ACCEPTED", YEAR: "DRAFTING"}, f"Báo cáo 6 tháng đầu năm 2024 {NO_MORE} {OPEN}"),
    (
        {HALF: "ACCEPTED", YEAR: "SUBMITTED"},
        f"Báo cáo 6 tháng đầu năm 2024 {NO_MORE} Báo cáo năm 2024 đã nộp: {ONLY_IF}",
    ),
    (
        {YEAR: "ACCEPTED", HALF: "RETURNED"},
        f"Báo cáo năm 2024 {NO_MORE} Báo cáo 6 tháng đầu năm 2024 vẫn nhận các dòng đó.",
    ),
    (
        {YEAR: "ACCEPTED", HALF: "ACCEPTED"},
        f"Báo cáo 6 tháng đầu năm 2024 và báo cáo năm 2024 {NO_MORE} {ACCEPTED.split('nay. ')[1]}",
    ),
]


@pytest.mark.parametrize(("states", "note"), CASES)
def test_the_note_names_each_report_that_takes_no_rows_and_those_that_still_do(states, note):
    assert rows_note(2024, {key: ReportState[name] for key, name in states.items()}) == note


@pytest.fixture
def accepted(department):
    report = make_report(department)
    make_outcome(make_submission(report), OutcomeKind.ACCEPTED)
    return report


PAGES = {
    "home": "/nam/2024/",
    "list": "/ke-hoach/2024/",
    "another list": "/hoat-dong/2024/",
    "form": "/ke-hoach/2024/them/",
    "row": "/ke-hoach/2024/{pk}/",
    "edit": "/ke-hoach/2024/{pk}/sua/",
    "paste": "/dan/2024/",
    "sheet": "/van-ban-chi-dao/2024/bang-tinh/",
    "papers": "/ke-hoach/2024/tu-tep/",
}


@pytest.mark.parametrize("page", PAGES)
def test_an_reads_the_note_once_on_each_page_of_rows(client, an, department, accepted, page):
    plan = make_plan(department)
    client.force_login(an)
    assert words(client.get(PAGES[page].format(pk=plan.pk)), NOTE) == [ACCEPTED]


def test_an_reads_it_above_a_list_that_she_reviews(client, an, accepted):
    client.force_login(an)
    line = "Kế hoạch số 15/KH-SXD ngày 16/01/2024 về phổ biến Luật Đường bộ"
    assert words(client.post("/dan/2024/", {"text": line}), NOTE) == [ACCEPTED]


def test_nobody_reads_it_in_another_year_or_another_department(client, an, chi, accepted):
    seen = []
    for person, page in ((an, "/ke-hoach/2023/"), (chi, "/ke-hoach/2024/")):
        client.force_login(person)
        seen.append(words(client.get(page), NOTE))
    assert seen == [[], []]


def test_dung_who_enters_no_rows_reads_none(client, dung):
    make_outcome(make_submission(make_report(dung.organisation)), OutcomeKind.ACCEPTED, decided_by=dung)
    client.force_login(dung)
    assert words(client.get("/ke-hoach/2024/"), NOTE) == []


def test_the_note_costs_one_query_however_many_versions_there_are(department):
    report = make_report(department)
    for _ in range(3):
        make_outcome(make_submission(report))
    make_submission(report)
    with CaptureQueriesContext(connection) as queries:
        note = rows_note_of(department, 2024)
    assert (note, len(queries)) == (f"Báo cáo năm 2024 đã nộp: {ONLY_IF}", 1)
