"""The demo's reporting period of 2024, which is open, with the reports that other departments have submitted."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta

from django.utils.timezone import localdate

from accounts.models import Division, Organisation, Role, User
from events.models import Event
from events.reading import read_event
from plans.models import Directive, Plan
from reports.demo import departments, documents
from reports.models import CriteriaSet, OutcomeKind, Outline, Report, ReportingPeriod, Submission
from reports.periods.lifecycle import open_period
from reports.review.reviewing import accept_submission, return_submission
from reports.submission.submission import prepare, submit_report
from reports.writing.start import start_report

# The deadline is always so many days after the demo is loaded.
DAYS_LEFT = 14


def open_round(justice: Organisation, year: int) -> ReportingPeriod:
    """Open the year's period, with the letter that asks for the reports."""
    period = ReportingPeriod(
        reporting_year=year,
        statistics_from=date(year, 1, 1),
        statistics_to=date(year, 10, 31),
        due_on=localdate() + timedelta(days=DAYS_LEFT),
        letter_number="2215/STP-PBGDPL",
        letter_issued_on=date(year, 10, 10),
        letter_subject=f"về việc báo cáo công tác phổ biến, giáo dục pháp luật năm {year}",
    )
    return open_period(
        period,
        outline=Outline.objects.in_use(year).get(),
        criteria_set=CriteriaSet.objects.in_use(year).get(),
        by=justice.users.get(role=Role.JUSTICE_OFFICER),
    )


def open_departments(justice: Organisation) -> list[tuple[User, OutcomeKind | None]]:
    """Create the other departments, each with an officer without a password; return these with their outcomes."""
    opened = []
    for code, name, signer, username, full_name, outcome in departments.DEPARTMENTS:
        department = Organisation.objects.create(
            code=code,
            name=name,
            parent_body=justice.parent_body,
            place=justice.place,
            signer_name=signer,
            reports_to=justice,
            contact_person=full_name,
            recipients="Sở Tư pháp\nBan Giám đốc Sở\nLưu: VT, VP",
        )
        officer = User(
            username=username, full_name=full_name, role=Role.LEGAL_OFFICER, organisation=department
        )
        officer.division = Division.objects.create(organisation=department, name="Văn phòng", symbol="VP")
        officer.set_unusable_password()
        officer.save()
        opened.append((officer, outcome))
    return opened


def hand_in(officer: User, year: int, serial: int) -> Submission:
    """Create the rows of the department's year and its short report, and submit it."""
    _save_year(officer, year, serial)
    report = start_report(organisation=officer.organisation, year=year, by=officer)
    _write(report)
    return submit_report(report=report, prepared=prepare(report), by=officer)


def decide(submission: Submission, kind: OutcomeKind | None) -> None:
    receiver = submission.report.organisation.reports_to
    reader = receiver.users.get(role=Role.JUSTICE_OFFICER) if receiver else None
    if reader and kind == OutcomeKind.RETURNED:
        return_submission(submission=submission, reason=departments.RETURNED_FOR, by=reader)
    elif reader and kind == OutcomeKind.ACCEPTED:
        accept_submission(submission=submission, by=reader)


def _save_year(officer: User, year: int, serial: int) -> None:
    owner = {"organisation": officer.organisation, "reporting_year": year}
    entered = {"division": officer.division, "entered_by": officer}
    for kind, number, day, subject in departments.PLANS:
        number = number.format(serial=serial, symbol=officer.organisation.symbol)
        Plan.objects.create(kind=kind, number=number, issued_on=day, subject=subject, **owner, **entered)
    for line in departments.EVENTS:
        reading = read_event(line)
        if reading is None:
            raise ValueError(line)
        Event.objects.create(**asdict(reading), **owner, **entered)
    number, day, subject = documents.DIRECTIVES[0]
    body = documents.CITY
    Directive.objects.create(
        number=number, issued_on=day, issuing_body=body, subject=subject, **owner, **entered
    )


def _write(report: Report) -> None:
    report.opening, report.closing = departments.OPENING, departments.CLOSING
    report.save()
    for section, body in zip(report.sections.all(), departments.BODIES, strict=True):
        section.body = body
        section.save()
    written = zip(report.assessments.all(), departments.ASSESSMENTS, departments.RESULTS, strict=True)
    for assessment, text, result in written:
        assessment.text, assessment.result = text, result
        assessment.save()
