"""All rules together: on a real report, on long and odd text, with a fixed number of queries and keys that stay."""

import re
import time
from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Organisation
from plans.models import Plan
from reports.checks import RULES, Severity, check, find, load
from reports.demo.load import load_demo
from reports.models import Annex, Assessment, Criterion, Report
from reports.reading.report import read_report
from reports.reading.report.store import store_report
from tests.factories import make_directive, make_event, make_plan, make_report
from tests.growth import growth
from tests.reports.checks.found import TODAY, report_saying
from tests.reports.document.real_size_report import REAL_SIZE_DOCUMENT

pytestmark = pytest.mark.django_db

REAL = Path(settings.BASE_DIR).parent / "shared" / "data" / "report-2024.txt"
real_report = pytest.mark.skipif(
    not REAL.exists(), reason=f"báo cáo thật không nằm cạnh dự án ({REAL}), nên không đối chiếu được"
)


@pytest.fixture
def imported(db):
    organisation = Organisation.objects.create(
        code="SKHCN", name="Sở Khoa học và Công nghệ", parent_body="UBND thành phố Hà Nội", place="Hà Nội"
    )
    return store_report(
        read_report(REAL.read_bytes(), REAL.name), organisation=organisation, year=2024
    ).report


@real_report
def test_on_a_real_report_every_finding_is_true(imported):
    """Each was looked up in the paper: six events have no number of people, one of them no date.

    It has none of the faults of a clerk's report. It names the people's committee "(để b/c)", as the decree lists
    recipients that do not act on the paper, so "Kính gửi" is only a hint.
    """
    found = [
        (finding.rule.code, re.findall(r"\d+/[A-Z]\S*(?<![,.:;])|S[A-Z]{4,}|kip", finding.text))
        for finding in find(imported)
    ]
    assert found == [
        ("own-symbol", ["SKHCN", "SKHCCN", "SKHHCN"]),
        ("two-symbols", ["139/KH-SKHCN", "139/KH-SKHHCN"]),
        ("two-symbols", ["2606/KH-SKHHCN", "2606/KH-SKHCN"]),
        ("outside-period", ["2661/SKHHCN-VP"]),
        ("event-without-date", []),
        ("impossible-syllable", ["kip"]),
        ("perhaps-no-addressee", []),
        ("out-of-order", ["498/SKHCN-VP"]),
        ("directive-without-plan", []),
        *[("event-without-count", [])] * 6,
        ("no-number", []),
    ]


@real_report
def test_last_years_report_taken_over_as_it_is_shows_its_year(imported):
    imported.reporting_year = 2025
    old = [
        finding.place.field or finding.place.pks
        for finding in find(imported)
        if finding.rule.code == "old-year"
    ]
    assert len(old) >= 4


def test_the_demo_and_a_made_up_report_of_real_size_have_nothing_wrong_in_their_words():
    load_demo()
    owner = Organisation.objects.create(code="SNNMT", name="Sở Nông nghiệp và Môi trường", place="Quảng Hà")
    reports = [
        Report.objects.get(organisation__code="SKHCN"),
        store_report(REAL_SIZE_DOCUMENT, organisation=owner, year=2025).report,
    ]
    found = {(finding.rule.code, finding.rule.severity) for report in reports for finding in find(report)}
    assert found == {
        ("outside-period", Severity.WARNING),
        ("event-without-date", Severity.WARNING),
        ("unsettled-figure", Severity.WARNING),  # only the demo, whose period asks for figures
        ("event-without-count", Severity.HINT),
        ("directive-without-plan", Severity.HINT),
        ("perhaps-no-addressee", Severity.HINT),  # only the made-up report
    }


def test_a_report_that_lacks_nothing_has_no_finding(department):
    directive = make_directive(department)
    make_plan(department).directives.add(directive)
    make_event(department)
    assert find(make_report(department, number="05/BC-SXD"), TODAY) == ()


def test_the_number_of_queries_stays(department):
    report = make_report(department)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            find(Report.objects.get())
        return len(captured)

    queries()
    few = queries()
    for number in range(30):
        plan = make_plan(department)
        plan.directives.add(make_directive(department))
        make_event(department, attendance=None).plans.add(plan)
        report.sections.create(position=10 + number, depth=1, heading="Mục", body="Kế hoạch số 5/KH-X, kip")
        Annex.objects.create(report=report, position=number, title="Phụ lục", body="kip")
    for criterion in Criterion.objects.all():
        Assessment.objects.create(report=report, criterion=criterion, text="Đạt kip")
    assert queries() == few


def test_annexes_criteria_and_legal_bases_are_read(department):
    report = make_report(department, legal_bases="Căn cứ kip;\nCăn cứ phap.", opening="Sở nghành báo cáo:")
    Annex.objects.create(report=report, position=1, title="Danh sach", body="| STT | Nội dung hoc |")
    Assessment.objects.create(report=report, criterion=Criterion.objects.first(), text="Đạt cac yêu cầu.")
    found = {
        finding.text.split("”")[0].strip("“")
        for finding in find(report)
        if finding.rule.code == "impossible-syllable"
    }
    assert found == {"kip", "phap", "nghành", "sach", "hoc", "cac"}


def test_keys_stay_while_other_things_change_and_differ_from_one_another(department):
    plan = make_plan(department, issued_on=date(2024, 11, 5), number="9/KH-SXD")
    body = "Nắm bắt kip thời của của dân.\n\n[[văn bản đã ban hành]]"
    period = {"statistics_from": date(2024, 1, 1), "statistics_to": date(2024, 10, 31)}
    report = report_saying(department, body, **period)
    before = {finding.key: finding.rule.code for finding in find(report, TODAY)}
    section = report.sections.get()
    section.body = f"Thêm lời.\n\nViết lại: {section.body.replace('Nắm bắt', 'Trả lời')}"
    section.save()
    Plan.objects.filter(pk=plan.pk).update(subject="về việc khác", position=7)
    assert {finding.key: finding.rule.code for finding in find(report, TODAY)} == before
    assert sorted(before.values()) == ["doubled-word", "impossible-syllable", "outside-period"]
    assert all(len(key) <= 60 for key in before)


def test_the_gravest_findings_come_first(department):
    report = make_report(department, (1, "Một", ""), (1, "Hai", "kip , của của"), number="", closing="Hết")
    grades = [finding.rule.severity for finding in find(report)]
    assert grades == sorted(grades, key=list(Severity).index)
    assert set(grades) == set(Severity)


def test_every_rule_has_a_code_of_its_own_and_a_reason():
    assert len({rule.code for rule in RULES}) == len(RULES) == 49
    assert all(rule.title and rule.reason.endswith(".") for rule in RULES)


def test_a_finding_is_a_value(department):
    finding = find(make_report(department, number=""))[0]
    with pytest.raises(FrozenInstanceError):
        finding.text = "khác"


@pytest.mark.parametrize(
    "text",
    [
        "a" * 300_000,
        " ,.;:" * 60_000,
        "năm 2023 " * 33_000,
        "(“" * 150_000,
        "x@y." * 75_000,
        "của của " * 37_000,
        "31/9/2024 " * 30_000,
        "số 9/KH-SM ngày 05/3/2024 " * 11_000,
        "kip" * 100_000,
        "\u0301" * 300_000,
        "ngày " * 60_000,
        "ă" * 300_000,
        "thôngtin " * 33_000,
        "Sở Sở số số 5/ " * 20_000,
    ],
    ids=lambda text: text[:9],
)
def test_a_text_of_300_000_characters_takes_no_longer_than_it_may(department, text):
    report = report_saying(department, text)
    start = time.process_time()
    find(report)
    assert time.process_time() - start < 10  # under 1 s on an idle machine, minutes if it were quadratic


def test_ten_times_a_real_report_takes_no_longer_than_it_may(department):
    words = (
        "Sở đã phổ biến Luật Đất đai theo Kế hoạch số 9/KH-SM ngày 05/3/2024, có 1.245 lượt người dự.\n\n"
        * 1_300
    )
    report = report_saying(department, f"{words}[[văn bản đã ban hành]]")
    Plan.objects.bulk_create(
        Plan(
            organisation=department,
            reporting_year=2024,
            number=f"{number}/KH-SM",
            subject="về việc phổ biến",
            issued_on=date(2024, 3, 5),
        )
        for number in range(1, 321)
    )
    start = time.process_time()
    find(report)
    assert time.process_time() - start < 5  # under 1 s on an idle machine


def test_checking_a_loaded_draft_asks_the_database_nothing(department, django_assert_num_queries):
    make_plan(department).directives.add(make_directive(department))
    make_event(department, attendance=None)
    draft = load(make_report(department, (1, "Một", "kip")), TODAY)
    with django_assert_num_queries(0):
        assert check(draft) != ()


def test_rows_are_looked_at_once_however_often_a_report_lists_them(department):
    for number in range(200):
        make_event(department, name=f"Hội nghị {number}", position=number + 1)
    report = make_report(department, (1, "Kết quả", ""))

    def check(body):
        report.sections.update(body=body)
        find(report, TODAY)

    # 16 times as many listings take the same time, or 16 times as long.
    assert growth(check, lambda count: "\n\n".join(["[[hoạt động]]", "Lời."] * count), 8) < 4
