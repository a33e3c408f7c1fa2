"""Bình begins a report: from the outline of its period, or from the words of last year's report."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.history import history_of
from accounts.models import ChangeKind
from reports.models import CriteriaSet, Criterion, OutlineSection, PeriodKey, PeriodKind, Report
from reports.writing.start import start_report
from reports.years import earlier_report
from tests.factories import make_outline, make_period, make_report, make_user


@pytest.fixture
def criteria(justice_department):
    """Return the criteria of the period, one of them known from earlier years."""
    criteria_set = CriteriaSet.objects.create(organisation=justice_department, name="Bộ", from_year=2024)
    for position, name in enumerate(("Đúng hạn", "Lan tỏa năm nay"), start=1):
        Criterion.objects.create(criteria_set=criteria_set, position=position, name=name)
    return criteria_set


@pytest.fixture
def outline(justice_department):
    outline = make_outline(
        justice_department, "Kết quả", "Kiến nghị", "Nhiệm vụ năm sau", numbering="decimal"
    )
    first = OutlineSection.objects.filter(outline=outline, position=1)
    first.update(guidance="Nêu số liệu.", starting_text="[[hoạt động]]")
    OutlineSection.objects.filter(outline=outline, position=2).update(is_required=False)
    return outline


@pytest.fixture
def period(justice_department, outline, criteria):
    return make_period(justice_department, outline=outline, criteria_set=criteria)


def headings(report):
    return [section.heading for section in report.sections.all()]


def criteria_texts(report):
    return [(one.criterion.name, one.text) for one in report.assessments.select_related("criterion")]


def recipients(report):
    return [one.name for one in report.recipients.all()]


def start(organisation, **values):
    return start_report(organisation=organisation, year=values.pop("year", 2024), **values)


def test_a_report_takes_its_sections_its_window_and_its_criteria_from_its_period(department, binh, period):
    department.recipients = "Sở Tư pháp\nLưu: VT"
    department.save()
    report = start(department, by=binh)
    sections = [(one.position, one.heading, one.guidance, one.body) for one in report.sections.all()]
    assert sections == [
        (1, "Kết quả", "Nêu số liệu.", "[[hoạt động]]"),
        (2, "Kiến nghị", "", ""),
        (3, "Nhiệm vụ năm 2025", "", ""),
    ]
    assert [one.is_required for one in report.sections.all()] == [True, False, True]
    assert (report.statistics_from, report.statistics_to) == (date(2024, 1, 1), date(2024, 10, 31))
    assert (report.numbering, report.number) == ("decimal", f"/BC-{department.symbol}")
    assert criteria_texts(report) == [("Đúng hạn", ""), ("Lan tỏa năm nay", "")]
    assert (report.addressees, recipients(report)) == ("Sở Tư pháp tỉnh Sen", ["Như trên", "Lưu: VT"])
    assert [(one.kind, one.changed_by) for one in history_of(report)] == [(ChangeKind.ADDED, binh)]


def test_without_a_period_the_outline_that_came_with_the_program_is_used(department):
    report = start(department)
    assert (report.sections.count(), report.statistics_from) == (14, None)
    assert report.assessments.count() == 5


def test_half_a_year_has_a_report_of_its_own(department, justice_department):
    make_period(
        justice_department,
        kind=PeriodKind.HALF_YEAR,
        statistics_to=date(2024, 6, 30),
        outline=make_outline(justice_department, "Sáu tháng"),
    )
    report = start(department, kind=PeriodKind.HALF_YEAR)
    assert headings(report) == ["Sáu tháng"]
    assert report.statistics_to == date(2024, 6, 30)
    assert report.subject == "Kết quả công tác phổ biến, giáo dục pháp luật 6 tháng đầu năm 2024"
    assert start(department).period == PeriodKey(2024)


@pytest.fixture
def earlier(department):
    """Return last year's report, one of its sections asked for no more."""
    report = make_report(
        department,
        (1, "Kết quả", "Năm 2023 có 5 hội nghị."),
        (2, "Đề án", "Đã xong năm 2023."),
        (1, "NHIỆM VỤ NĂM 2024", "Như năm 2023."),
        reporting_year=2023,
        opening="Năm 2023 Sở báo cáo như sau:",
        addressees="Sở Tư pháp",
        signer_name="Người Ký Cũ",
        numbering="letters",
    )
    criterion = CriteriaSet.objects.in_use(2024).first().criteria.first()
    criterion.name = "ĐÚNG HẠN"
    criterion.save()
    report.assessments.create(criterion=criterion, text="Nộp đúng hạn năm 2023.")
    return report


def test_a_report_begun_from_last_years_has_its_texts_under_this_years_headings(
    department, binh, period, earlier
):
    report = start(department, earlier=earlier, by=binh)
    assert [(one.position, one.depth, one.heading, one.body) for one in report.sections.all()] == [
        (1, 1, "Kết quả", "Năm 2023 có 5 hội nghị."),
        (2, 2, "Đề án", "Đã xong năm 2023."),
        (3, 1, "Kiến nghị", ""),  # asked for now, and new
        (4, 1, "Nhiệm vụ năm 2025", "Như năm 2023."),
    ]
    assert report.sections.first().guidance == "Nêu số liệu."
    assert (report.started_from, report.opening) == (earlier, "Năm 2023 Sở báo cáo như sau:")
    assert (report.addressees, report.numbering) == ("Sở Tư pháp", "letters")
    assert (report.statistics_from, report.issued_on) == (date(2024, 1, 1), None)
    assert criteria_texts(report) == [("Đúng hạn", "Nộp đúng hạn năm 2023."), ("Lan tỏa năm nay", "")]
    assert recipients(report) == ["Như trên", "Lưu: VT, PC"]


def test_where_nobody_asked_for_more_last_years_sections_are_all(department, earlier):
    assert headings(start(department, earlier=earlier)) == ["Kết quả", "Đề án", "NHIỆM VỤ NĂM 2025"]


def test_what_is_asked_for_first_and_new_comes_first(department, justice_department):
    earlier = make_report(department, (1, "Nhận xét", "Tốt."), (2, "Ưu điểm", "Nhiều."), reporting_year=2023)
    outline = make_outline(justice_department, "Mở đầu", "Nhận xét", "Đề xuất")
    make_period(justice_department, outline=outline)
    assert headings(start(department, earlier=earlier)) == ["Mở đầu", "Nhận xét", "Ưu điểm", "Đề xuất"]


def test_the_body_and_its_signer_are_those_of_today(department, earlier):
    department.signer_name = "Người Ký Mới"
    department.recipients = "Thanh tra tỉnh"
    department.save()
    report = start(department, earlier=earlier)
    assert (report.signer_name, recipients(report)) == ("Người Ký Mới", ["Như trên", "Thanh tra tỉnh"])


def test_a_period_has_one_report(department, binh):
    start(department, by=binh)
    with pytest.raises(ValidationError, match=r"Kỳ này đã có báo cáo\."):
        start(department, by=binh)
    assert Report.objects.count() == 1


@pytest.mark.parametrize("person", ["an", "giang", "chi", "dung"])
def test_who_writes_no_reports_there_begins_none(request, department, person):
    with pytest.raises(PermissionDenied):
        start(department, by=request.getfixturevalue(person))
    assert Report.objects.count() == 0


def test_a_legal_officer_begins_no_report_of_another_department(other_department, binh):
    with pytest.raises(PermissionDenied):
        start(other_department, by=binh)


def test_the_earlier_report_is_the_last_one_before_of_the_same_kind(department, other_department):
    make_report(department, reporting_year=2021)
    before = make_report(department, reporting_year=2022)
    half = make_report(department, reporting_year=2023, period_kind=PeriodKind.HALF_YEAR)
    make_report(department, reporting_year=2025)
    make_report(other_department, reporting_year=2023)
    assert earlier_report(department, PeriodKey(2024)) == before
    assert earlier_report(department, PeriodKey(2024, PeriodKind.HALF_YEAR)) == half
    assert earlier_report(department, PeriodKey(2021)) is None


def test_the_officers_of_a_body_that_reports_to_nobody_may_begin_too(justice_department):
    officer = make_user(justice_department, "legal_officer")
    assert start(justice_department, by=officer).sections.count() == 14
