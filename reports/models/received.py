"""The submissions that a Justice Department can read: those that departments submitted and did not withdraw."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from accounts.models import Organisation
from reports.models import OutcomeKind, PeriodKey, Report, Submission

# The long texts of a submission, which most pages do not load.
LONG_TEXTS = ("parts", "listed", "waived", "outstanding")


def received(receiver: Organisation, period: PeriodKey) -> QuerySet[Submission]:
    submissions = Submission.objects.filter(
        report__organisation__reports_to=receiver,
        report__reporting_year=period.year,
        report__period_kind=period.kind,
    )
    return submissions.exclude(outcome__kind=OutcomeKind.WITHDRAWN).defer(*LONG_TEXTS)


def latest_received(receiver: Organisation, period: PeriodKey) -> list[Submission]:
    """Return the last version of every report that was not withdrawn, by department, with its files."""
    submissions = (
        received(receiver, period)
        .select_related("report__organisation", "outcome")
        .prefetch_related("files", "attachments")
        .order_by("report__organisation__code", "version")
    )
    return list({submission.report_id: submission for submission in submissions}.values())


def waiting(receiver: Organisation, period: PeriodKey) -> QuerySet[Submission]:
    """Return the submissions without an outcome, the longest waiting first."""
    return received(receiver, period).filter(outcome=None).order_by("submitted_at", "pk")


def reviewed_reports(receiver: Organisation, period: PeriodKey) -> QuerySet[Report]:
    """Return the reports on a period with all their submissions and outcomes, also withdrawn ones."""
    submissions = Submission.objects.select_related("submitted_by", "outcome__decided_by").defer(*LONG_TEXTS)
    reports = Report.objects.filter(organisation__reports_to=receiver).for_period(period)
    return reports.select_related("organisation").prefetch_related(Prefetch("submissions", submissions))
