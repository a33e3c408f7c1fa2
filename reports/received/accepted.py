"""The accepted reports of a period, with the texts that were frozen when they were submitted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from django.db.models import QuerySet

from accounts.models import BodyGroup, Organisation
from pbgdpl.lib.remembering import made_of
from pbgdpl.lib.vietnamese import fold
from reports.comparing.version_parts import VersionPart
from reports.models import OutcomeKind, PeriodKey, Submission

GROUPS = tuple(BodyGroup)


@dataclass(frozen=True, slots=True)
class AcceptedReport:
    """A report as it was accepted; `listed` has its documents and its criteria as `Submission.listed` stores them."""

    organisation: Organisation
    report: int  # its pk
    submission: int  # the pk of the accepted version
    version: int
    submitted_at: datetime
    parts: tuple[VersionPart, ...]
    listed: dict[str, list[dict[str, str]]]


def accepted_reports(receiver: Organisation, key: PeriodKey) -> tuple[AcceptedReport, ...]:
    """Return the accepted reports of a period in the order of the province's form; two queries, however many.

    They are read once while the same versions are accepted: what was submitted never changes.
    """
    digest = digest_of_accepted(receiver, key)
    return made_of((digest, "accepted"), lambda: _loaded(_accepted(receiver, key)))


def digest_of_accepted(receiver: Organisation, key: PeriodKey) -> bytes:
    """Return a digest of which versions are accepted, and of the names and places of their bodies; one query."""
    of_bodies = ("submitted_at", "report__organisation__name", "report__organisation__group")
    places = (*of_bodies, "report__organisation__place_in_group", "report__organisation__code")
    pks = list(_accepted(receiver, key).order_by("pk").values_list("pk", *places))
    return blake2b(repr((receiver.pk, key, pks)).encode(), digest_size=16).digest()


def _accepted(receiver: Organisation, key: PeriodKey) -> QuerySet[Submission]:
    return Submission.objects.filter(
        report__organisation__reports_to=receiver,
        report__reporting_year=key.year,
        report__period_kind=key.kind,
        outcome__kind=OutcomeKind.ACCEPTED,
    )


def _loaded(accepted: QuerySet[Submission]) -> tuple[AcceptedReport, ...]:
    submissions = accepted.select_related("report__organisation").defer("waived", "outstanding")
    return tuple(
        AcceptedReport(
            organisation=one.report.organisation,
            report=one.report_id,
            submission=one.pk,
            version=one.version,
            submitted_at=one.submitted_at,
            parts=tuple((heading, text) for heading, text in one.parts),
            listed=one.listed,
        )
        for one in sorted(submissions, key=lambda one: place_of(one.report.organisation))
    )


def place_of(body: Organisation) -> tuple[int, int, str, str]:
    """Return the place of a body in the province's form: by its group, its place there, its name."""
    return GROUPS.index(BodyGroup(body.group)), body.place_in_group, fold(body.name), body.code
