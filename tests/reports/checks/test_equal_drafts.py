"""The findings of a draft are kept by a digest of all that they are made of: with another value it is another draft."""

from datetime import date, timedelta
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Organisation
from events.kinds import EventKind
from events.models import Event
from pbgdpl.lib import remembering
from pbgdpl.lib.remembering import Generations
from plans.kinds import DocumentKind
from plans.models import Directive, Plan, Policy
from reports.checks import check, load
from reports.checks.groups import groups
from reports.checks.mending.sources import Sources
from reports.checks.stored_rows import UNREAD
from reports.models import Annex, Assessment, PeriodKind, Recipient, Report, ReportingPeriod, Section
from reports.models.criteria import Criterion
from tests.factories import (
    make_criteria_set,
    make_directive,
    make_event,
    make_period,
    make_plan,
    make_policy,
    make_report,
)
from tests.reports.checks.found import TODAY

WORDS = (
    *("", "Sở trả lời kip thời", "của của", "Luật , Nghị định", "ngày 31/9/2024", "Năm 2023, Sở đã mở 5 lớp"),
    *(
        "Kế hoạch số 12/KH-SXD ngày 05/3/2023",
        "về việc báo cáo số liệu",
        "[[hoạt động]]",
        "Phụ lục  kèm theo.",
        "Năm 2024, Sở đã tổ chức 40 cuộc, [[số người]] người, [[số kế hoạch]] kế hoạch.",
    ),
)
EDITED = (
    (Plan, ("number", "subject", "wording", "issuing_body", "kind_as_written", "unneeded_because")),
    (Directive, ("number", "subject", "wording", "issuing_body", "kind_as_written", "unneeded_because")),
    (Policy, ("name", "wording", "lead_body")),
    (Event, ("name", "wording", "place", "partners", "description")),
    (Section, ("heading", "body")),
    (Annex, ("title", "body")),
    (Assessment, ("text",)),
    (Criterion, ("name",)),
    (Recipient, ("name",)),
    (
        Report,
        ("number", "subject", "opening", "closing", "legal_bases", "signer_name", "place", "addressees"),
    ),
)


@pytest.fixture
def earlier(department):
    return make_report(department, (1, "Kết quả", "Năm 2023, Sở đã mở 5 lớp."), reporting_year=2023)


@pytest.fixture
def report(department, earlier):
    """Save a report begun from an earlier one, with something of everything that the rules read."""
    report = make_report(
        department,
        (1, "Kết quả", "Năm 2023, Sở đã mở 5 lớp.\n\n[[văn bản đã ban hành]]\n\n[[hoạt động: theo tháng]]"),
        (1, "Chỉ đạo", "[[văn bản chỉ đạo]]\n\n[[tiêu chí]]"),
        (1, "Kiến nghị", "Thực hiện Kế hoạch số 12/KH-SXD ngày 05/3/2024."),
        started_from=earlier,
    )
    report.annexes.create(position=1, title="PHỤ LỤC", body="Một  hai.")
    for criterion in make_criteria_set(department).criteria.all():
        report.assessments.create(criterion=criterion, text="Đạt kip thời.")
    plans = [make_plan(department, position=place) for place in (1, 2, 3)]
    plans[0].directives.add(make_directive(department))
    make_directive(department)
    make_event(department).plans.add(plans[1])
    make_event(department, attendance=None)
    make_policy(department)
    make_period(department.reports_to)
    return report


def seen(report, today):
    """Return all that pages show of a draft and that is kept: findings, places to be mended, contents, counts."""
    draft = load(Report.objects.get(pk=report.pk), today)
    found = check(draft)
    grouped = groups(Sources(draft), found)
    return found, grouped, draft.contents, draft.listed_kinds


def fresh(report, today, monkeypatch):
    with monkeypatch.context() as forgetful:
        forgetful.setattr(remembering, "of_drafts", Generations(0))
        return seen(report, today)


def edit(random, department):
    """Change one value of one row without its version, its organisation, its links or its period."""
    model, fields = random.choice(EDITED)
    rows = model.objects.order_by("pk")
    one = random.choice(rows)
    rows.filter(pk=one.pk).update(**{random.choice(fields): random.choice(WORDS) or "Một"})
    plan, event = random.choice(Plan.objects.all()), random.choice(Event.objects.all())
    day = date(2024, 12, 1) + timedelta(days=random.randrange(-30, 60))
    random.choice(
        [
            lambda: None,
            lambda: Plan.objects.filter(pk=plan.pk).update(issued_on=random.choice([day, None])),
            lambda: Plan.objects.filter(pk=plan.pk).update(position=random.randrange(5)),
            lambda: Plan.objects.filter(pk=plan.pk).update(in_report=random.random() < 0.7),
            lambda: Plan.objects.filter(pk=plan.pk).update(kind=random.choice(DocumentKind.values)),
            lambda: Event.objects.filter(pk=event.pk).update(kind=random.choice(EventKind.values)),
            lambda: Event.objects.filter(pk=event.pk).update(attendance=random.choice([None, 7])),
            lambda: Event.objects.filter(pk=event.pk, date_precision="day").update(held_from=day),
            lambda: plan.directives.set(random.sample(list(Directive.objects.all()), random.randrange(2))),
            lambda: event.plans.set(random.sample(list(Plan.objects.all()), random.randrange(2))),
            lambda: make_plan(department, number="12/KH-SXD"),
            lambda: Report.objects.filter(reporting_year=2024).update(
                period_kind=random.choice(PeriodKind.values)
            ),
            lambda: ReportingPeriod.objects.update(kinds_needing_plan=random.sample(DocumentKind.values, 3)),
            lambda: Organisation.objects.filter(code="SXD").update(symbol=random.choice(["", "SKHCN"])),
        ]
    )()


def test_what_is_kept_equals_what_is_made_anew_after_every_edit(department, report, monkeypatch):
    random = Random(13)
    for step in range(25):
        today = TODAY - timedelta(days=random.choice([0, 0, 70]))
        kept = [seen(report, today) for _ in range(2)]
        assert kept == [fresh(report, today, monkeypatch)] * 2, step
        edit(random, department)


# What findings are made of, each with an edit that leaves all other values and every version as they are.
CHANGES = {
    "which kinds need a plan": lambda: ReportingPeriod.objects.update(kinds_needing_plan=[]),
    "what a plan carries out": Plan.directives.through.objects.all().delete,
    "the name of the department": lambda: Organisation.objects.filter(code="SXD").update(
        name="Sở Y tế", symbol="SYT", code="SYT"
    ),
    "a recipient": lambda: Recipient.objects.filter(name="Lưu: VT, PC").update(name="Sở Y tế"),
    "a plan": lambda: Plan.objects.filter(pk=Plan.objects.last().pk).update(issued_on=date(2022, 1, 1)),
    "a directive": lambda: Directive.objects.update(subject="của của"),
    "an event": lambda: Event.objects.update(attendance=None),
    "a policy": lambda: Policy.objects.update(name="Chính sách của của"),
    "a deleted event": lambda: Event.objects.update(deleted_at=timezone.now()),
    "the report": lambda: Report.objects.filter(reporting_year=2024).update(closing=""),
    "a section": lambda: Section.objects.filter(heading="Kiến nghị").update(heading="Kip thời"),
    "a text of the earlier report": lambda: Section.objects.filter(report__reporting_year=2023).update(
        body=""
    ),
    "a criterion": lambda: Criterion.objects.update(name="Kết quả"),
    "an assessment": lambda: Assessment.objects.update(text=""),
    "an annex": lambda: Annex.objects.update(title="PHỤ LỤC kip"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_findings_follow_a_change_of(change, report, monkeypatch):
    before = seen(report, TODAY)
    change()
    assert before != seen(report, TODAY) == fresh(report, TODAY, monkeypatch)


def test_equal_drafts_take_as_many_queries_as_new_ones(department, report):
    def queries():
        again = Report.objects.select_related("organisation").get(pk=report.pk)
        with CaptureQueriesContext(connection) as captured:
            check(load(again, TODAY))
        return len(captured)

    counts = [queries(), queries()]
    make_plan(department)
    assert [*counts, queries()] == [counts[0]] * 3


def test_the_fields_that_no_rule_reads_are_not_read(report, monkeypatch):
    """What were read later would be missing in the digest."""
    monkeypatch.setattr(remembering, "of_drafts", Generations(0))
    draft = load(report, TODAY)
    groups(Sources(draft), check(draft))
    for row in draft.rows:
        fields = {field.name: field.attname for field in row._meta.concrete_fields}
        assert row.get_deferred_fields() == {fields[name] for name in UNREAD & set(fields)}
