"""The home page shows what a year lacks and how much was done in it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.rows.editing import delete_row
from events.kinds import DatePrecision
from plans.kinds import DocumentKind
from reports.compiling.missing import Missing
from reports.year.charts import Bar
from reports.year.crosscheck import Crosscheck
from reports.year.overview import year_overview
from reports.years import latest_year, this_year, years_of
from tests.factories import make_directive, make_event, make_plan, make_policy, make_report
from tests.pages import row_words, words

UNDATED = {"held_from": None, "date_precision": DatePrecision.NONE}


def fill(department, rows=1):
    """Save a year that lacks nothing."""
    for _ in range(rows):
        make_plan(department)
        make_directive(department)
        make_event(department)
    return make_report(department)


def test_a_full_year_lacks_nothing(department):
    report = fill(department)
    overview = year_overview(department, 2024)
    assert (overview.report, overview.missing, overview.is_empty) == (report, (), False)


def test_a_year_is_counted(department):
    fill(department, rows=2)
    make_event(department, attendance=1165, in_report=False)
    overview = year_overview(department, 2024)
    counted = (overview.directives, overview.plans, overview.events, overview.attendance)
    assert (counted, overview.attendance_is_minimum) == ((2, 2, 3, 1245), False)


def test_one_event_with_more_than_was_counted_makes_the_sum_a_minimum(department):
    make_event(department)
    make_event(department, attendance=200, attendance_is_minimum=True)
    overview = year_overview(department, 2024)
    assert (overview.attendance, overview.attendance_is_minimum) == (240, True)


def test_one_event_with_about_as_many_makes_the_sum_approximate(department):
    make_event(department, attendance=200, attendance_is_minimum=True)
    make_event(department, attendance=300, attendance_is_approximate=True)
    overview = year_overview(department, 2024)
    assert (overview.attendance, overview.attendance_is_approximate) == (500, True)


def test_an_event_of_a_quarter_belongs_to_no_month(department):
    make_event(department, held_from=date(2024, 4, 1), date_precision=DatePrecision.QUARTER)
    held = next(series for series in year_overview(department, 2024).months if series.name == "Hoạt động")
    assert [bar.count for bar in held.bars] == [0] * 12


def test_other_departments_and_other_years_count_for_nothing(department, other_department):
    fill(other_department)
    for make in (make_plan, make_directive, make_event, make_report):
        make(department, reporting_year=2023)
    overview = year_overview(department, 2024)
    assert (overview.is_empty, overview.missing, overview.plans_by_kind) == (True, (), ())


def test_plans_are_counted_by_kind_and_all_rows_by_month(department):
    make_plan(department, issued_on=date(2023, 12, 28))
    make_plan(department, issued_on=None)
    make_plan(department, kind=DocumentKind.DECISION, issued_on=date(2024, 2, 20))
    make_directive(department, issued_on=date(2024, 6, 1))
    make_event(department, held_from=date(2024, 2, 1), date_precision=DatePrecision.MONTH)
    make_event(department, **UNDATED)
    overview = year_overview(department, 2024)
    plans, events = overview.months
    assert overview.plans_by_kind == (Bar("Kế hoạch", 2, 100, "plan"), Bar("Quyết định", 1, 50, "decision"))
    assert [bar.count for bar in plans.bars] == [1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert [bar.count for bar in events.bars] == [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert [bar.value for bar in plans.bars] == ["truoc", *map(str, range(1, 13))]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"number": ""}, "Báo cáo chưa có số, ký hiệu"),
        ({"number": "/BC-SXD"}, "Báo cáo chưa có số, ký hiệu"),
        ({"issued_on": None}, "Báo cáo chưa có ngày ban hành"),
        ({"closing": ""}, "Báo cáo chưa có lời kết"),
        ({"signer_name": ""}, "Báo cáo chưa có họ tên người ký"),
    ],
)
def test_a_part_that_is_left_blank_on_the_paper_is_missing(department, values, sentence):
    fill(department)
    department.reports.update(**values)
    assert year_overview(department, 2024).missing == (Missing(sentence, writers_page="report_head"),)


def test_a_report_to_nobody_lacks_recipients(department):
    fill(department).recipients.all().delete()
    assert year_overview(department, 2024).missing == (
        Missing("Báo cáo chưa có nơi nhận", writers_page="report_head"),
    )


def test_sections_without_text_are_named_the_first_three_of_them(department):
    make_report(department, (1, "Một", ""), (1, "Hai", ""), (1, "Ba", "[[hoạt động]]"), (1, "Bốn", ""))
    assert year_overview(department, 2024).missing == (
        Missing("4 mục của báo cáo chưa có nội dung: “I. MỘT”; “II. HAI”; “III. BA” và 1 mục khác"),
    )


def test_a_section_that_lists_rows_or_has_sections_below_is_not_missing(department):
    make_event(department)
    make_report(department, (1, "Một", ""), (2, "Hai", "[[hoạt động]]"))
    assert year_overview(department, 2024).missing == ()


def test_rows_that_lack_something_are_counted_where_they_can_be_seen(department):
    fill(department)
    make_directive(department, issued_on=None)
    make_plan(department, number="")
    make_event(department, **UNDATED)
    make_event(department, attendance=None)
    make_event(department, attendance=None)
    assert year_overview(department, 2024).missing == (
        Missing("1 văn bản chỉ đạo chưa ghi ngày ban hành", "directives", "ngay"),
        Missing("1 văn bản đã ban hành chưa có số, ký hiệu", "plans", "so"),
        Missing("1 hoạt động chưa ghi ngày tổ chức", "events", "ngay"),
        Missing("2 hoạt động chưa ghi số người tham dự", "events", "so-nguoi"),
    )


def test_rows_that_only_the_narrative_mentions_need_not_be_complete(department):
    fill(department)
    make_directive(department, issued_on=None, in_report=False)
    make_event(department, attendance=None, in_report=False)
    assert year_overview(department, 2024).missing == ()


def test_a_law_is_cited_by_its_name_alone(department):
    fill(department)
    make_directive(department, kind=DocumentKind.LAW, number="", issued_on=None, subject="Phổ biến pháp luật")
    make_plan(department, number="", issued_on=None, wording="Các văn bản của 12 phòng, đơn vị")
    assert year_overview(department, 2024).missing == ()


def test_the_home_page_leads_from_its_figures_to_the_rows(client, an, department):
    make_plan(department, issued_on=date(2023, 12, 28), kind=DocumentKind.DECISION)
    make_event(department, held_from=date(2024, 7, 1))
    client.force_login(an)
    page = client.get("/nam/2024/")
    links = words(page, "//table[@class='bars' or @class='months']//a/@href")
    assert links == [
        "/ke-hoach/2024/?loai=decision",
        "/ke-hoach/2024/?thang=truoc",
        "/hoat-dong/2024/?thang=7",
    ]
    assert [len(row_words(client.get(link))) for link in links] == [1, 1, 1]


def test_editors_find_the_ways_in_others_do_not(client, an, dung, department, justice_department):
    ways = "//ul[@class='ways-in']//a/@href"
    seen = []
    for person in (an, dung):
        make_plan(person.organisation)
        client.force_login(person)
        seen.append(words(client.get("/nam/2024/"), ways))
    adds = [f"/{slug}/2024/them/" for slug in ("van-ban-chi-dao", "ke-hoach", "chinh-sach", "hoat-dong")]
    assert seen == [["/dan/2024/", *adds], []]


def test_what_was_deleted_counts_nowhere(department, an):
    department.divisions.create(name="Văn phòng")
    for make in (make_plan, make_directive, make_policy, make_event):
        delete_row(make(department), by=an)
    overview = year_overview(department, 2024)
    assert (overview.is_empty, overview.plans_by_kind, overview.links) == (
        True,
        (),
        Crosscheck(0, 0, 0, 0, 0, 0),
    )
    assert [work.total for work in overview.divisions] == [0]


def test_a_large_year_costs_as_many_queries_as_a_small_one(department):
    costs = []
    for year, rows in ((2023, 1), (2024, 30)):
        for _ in range(rows):
            make_plan(department, reporting_year=year)
            make_directive(department, reporting_year=year, issued_on=None)
            make_event(department, reporting_year=year, attendance=None)
        sections = [(1, f"Mục {number}", "") for number in range(rows)]
        make_report(department, *sections, (1, "Hoạt động", "[[hoạt động]]"), reporting_year=year)
        with CaptureQueriesContext(connection) as queries:
            year_overview(department, year)
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_a_year_with_anything_in_it_is_a_year_to_choose(department, other_department):
    for year, make in ((2019, make_plan), (2020, make_directive), (2021, make_event), (2022, make_report)):
        make(department, reporting_year=year)
    make_plan(other_department, reporting_year=2023)
    assert (years_of(department), latest_year(department)) == ({2019, 2020, 2021, 2022}, 2022)


def test_a_new_department_starts_with_this_year(department):
    assert latest_year(department) == this_year()
