"""The reports of a province over three years: its departments in every state, what they handed in on disk."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from django.core.files.base import ContentFile

from accounts.models import Organisation, Role, User
from events.kinds import DatePrecision
from events.models import Event
from plans.models import Plan
from reports.models import (
    FileKind,
    Outcome,
    OutcomeKind,
    Outline,
    PeriodKey,
    Report,
    ReportingPeriod,
    Submission,
    SubmittedFile,
)
from reports.periods.template_sets import copy_set, forms_of_year
from reports.writing.start import start_report

YEARS = (2022, 2023, 2024)
WORDS = "Sở đã phổ biến văn bản mới đến công chức, viên chức và doanh nghiệp trên địa bàn. " * 8
# Bytes of a file that was handed in, as those of a report of ten pages.
SIZES = {FileKind.DOCX: 30_000, FileKind.PDF: 160_000}
OUTCOMES = (None, OutcomeKind.ACCEPTED, OutcomeKind.RETURNED)


def open_province() -> tuple[User, User]:
    """Save a Justice Department with its periods and one department with rows; return an officer of each."""
    justice = Organisation.objects.create(code="STP", name="Sở Tư pháp tỉnh Sen", place="Sen")
    dung = User.objects.create(
        username="dung", full_name="Phạm Mỹ Dung", role=Role.JUSTICE_OFFICER, organisation=justice
    )
    for year in YEARS:
        period = ReportingPeriod.objects.create(
            receiver=justice,
            reporting_year=year,
            statistics_from=date(year, 1, 1),
            statistics_to=date(year, 10, 31),
            due_on=date(year, 11, 15),
            outline=copy_set(Outline.objects.in_use(2024).get(), organisation=justice),
            opened_by=dung,
        )
        for form in forms_of_year(justice, year):
            copy_set(form, organisation=justice, period=period)
    (first,) = add_departments(justice, range(1), dung)
    return dung, User.objects.get(organisation=first)


def add_departments(justice: Organisation, numbers: range, dung: User) -> list[Organisation]:
    """Save departments with their officers, rows, reports and what they handed in; return them."""
    departments = []
    for number in numbers:
        department = Organisation.objects.create(
            code=f"SO{number}", name=f"Sở Thứ {number:03}", place="Sen", reports_to=justice
        )
        officer = User.objects.create(
            username=f"binh{number}",
            full_name="Trần Thanh Bình",
            role=Role.LEGAL_OFFICER,
            organisation=department,
        )
        _save_rows(department)
        for year in YEARS:
            _report(department, year, number, officer, dung)
        departments.append(department)
    return departments


def _save_rows(department: Organisation) -> None:
    Plan.objects.bulk_create(
        Plan(
            organisation=department,
            reporting_year=2024,
            number=f"{number}/KH-SM",
            issued_on=date(2024, 1, number % 28 + 1),
            subject="về phổ biến Luật Đường bộ",
        )
        for number in range(1, 31)
    )
    Event.objects.bulk_create(
        Event(
            organisation=department,
            reporting_year=2024,
            name=f"Tập huấn lần thứ {number}",
            held_from=date(2024, 3, number),
            date_precision=DatePrecision.DAY,
            attendance=40,
        )
        for number in range(1, 11)
    )


def _report(department: Organisation, year: int, number: int, officer: User, dung: User) -> None:
    """Save a written report; of the first department that of the last year stays a draft."""
    report = start_report(organisation=department, year=year)
    for section in report.sections.all():
        section.body = f"{WORDS}\n\n{section.body}"
        section.save()
    if number == 0 and year == YEARS[-1]:
        return
    submission = Submission.objects.create(
        report=report,
        version=1,
        submitted_by=officer,
        due_on=date(year, 11, 15),
        pages=10,
        parts=[*_parts(report)],
    )
    for kind in SIZES:
        _freeze(submission, kind, officer)
    if outcome := OUTCOMES[number % len(OUTCOMES)]:
        Outcome.objects.create(
            submission=submission, kind=outcome, reason="Bổ sung số liệu.", decided_by=dung
        )


def _parts(report: Report) -> Iterator[list[str]]:
    for section in report.sections.all():
        yield [section.heading, section.body]


def _freeze(submission: Submission, kind: FileKind, officer: User) -> None:
    content = secrets.token_bytes(SIZES[kind])
    SubmittedFile.objects.create(
        submission=submission,
        kind=kind,
        name=f"{submission.report.file_name}-ban-1.{kind}",
        file=ContentFile(content, name="x"),
        size=len(content),
        sha256=sha256(content).hexdigest(),
        added_by=officer,
    )


def submitted_report(year: int = YEARS[-1]) -> Report:
    """Return a report that the Justice Department may read."""
    reports = Report.objects.for_period(PeriodKey(year)).filter(submissions__outcome=None)
    return reports.exclude(submissions=None).order_by("pk").first()
