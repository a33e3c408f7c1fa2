"""A finding about a row belongs to the section that prints the row, whatever the options of the listing."""

from datetime import date

import pytest

from events.kinds import EventKind
from reports.checks import load
from reports.checks.findings import Part
from reports.checks.passages import Origin
from reports.checks.records import UNCOUNTED_EVENT, UNRECORDED
from reports.models import PeriodKind
from tests.factories import make_event, make_plan, make_report
from tests.reports.checks.found import TODAY, findings, report_saying

pytestmark = pytest.mark.django_db

UNCOUNTED = {"attendance": None}


def test_a_row_stands_in_the_section_that_asks_for_its_kind(department):
    make_event(department, kind=EventKind.TRAINING, **UNCOUNTED)
    make_event(department, kind=EventKind.CONFERENCE, **UNCOUNTED)
    make_event(department, kind=EventKind.CONTEST, **UNCOUNTED)
    report = make_report(
        department,
        (1, "Hội nghị", "[[hoạt động: hội nghị]]"),
        (1, "Tập huấn", "[[Hoạt động: tập huấn, theo tháng]]"),
    )
    conferences, trainings = report.sections.all()
    places = [finding.place.section for finding in findings(report, UNCOUNTED_EVENT)]
    assert places == [trainings.pk, conferences.pk, None]
    assert load(report, TODAY).listed_in[Part.EVENT] == conferences.pk


def test_the_whole_listing_takes_the_rows_that_no_kind_took_before_it(department):
    make_event(department, kind=EventKind.TRAINING, **UNCOUNTED)
    make_event(department, kind=EventKind.CONFERENCE, **UNCOUNTED)
    report = make_report(department, (1, "Một", "[[hoạt động: tập huấn]]"), (1, "Hai", "[[hoạt động]]"))
    places = [finding.place.section for finding in findings(report, UNCOUNTED_EVENT)]
    assert places == [section.pk for section in report.sections.all()]


def test_the_lines_of_rows_are_those_of_the_paper(department):
    for number, kind in enumerate(("plan", "decision", "plan"), start=1):
        make_plan(department, kind=kind, number=f"{number}/X", issued_on=None, subject="về PBGDPL")
    report = report_saying(department, "[[văn bản đã ban hành: theo loại]]")
    lines = [passage.text for passage in load(report, TODAY).passages if passage.origin is Origin.ROW]
    assert lines == [
        "Kế hoạch số 1/X về PBGDPL;",
        "Quyết định số 2/X về PBGDPL.",
        "Kế hoạch số 3/X về PBGDPL.",
    ]


def test_a_report_of_six_months_asks_nothing_of_later_rows_but_knows_them(department):
    make_event(department, held_from=date(2024, 7, 1), **UNCOUNTED)
    make_plan(department, number="77/KH-SXD", issued_on=date(2024, 8, 2))
    report = report_saying(
        department,
        "Sở chuẩn bị Kế hoạch số 77/KH-SXD.",
        number="/BC-SXD",
        period_kind=PeriodKind.HALF_YEAR,
    )
    draft = load(report, TODAY)
    assert (draft.rows, [row.number for row in draft.recorded]) == ((), ["77/KH-SXD"])
    assert findings(report, UNCOUNTED_EVENT) + findings(report, UNRECORDED) == []
