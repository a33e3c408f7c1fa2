"""Who reports to a receiver, and what became of the reports of two years: plain rows, by which nothing is made anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from accounts.models import Organisation
from pbgdpl.lib.composed import Composed
from reports.models import OutcomeKind, PeriodKey, Report
from reports.states import OUTCOMES, ReportState

# What the figures of a province are made of beside the figures themselves, which never change once they are submitted.
OF_BODIES = (*("pk", "code", "name", "group", "place_in_group", "place", "parent_body"), "is_active")


class Filed(NamedTuple):
    """A submission of a body for a year with its outcome; a report that was not submitted has neither."""

    body: int
    report: int
    year: int
    submission: int | None
    version: int | None
    submitted_at: str | None
    outcome: int | None
    kind: str | None
    decided_at: str | None

    @property
    def state(self) -> ReportState:
        if self.submission is None:
            return ReportState.DRAFTING
        return OUTCOMES[OutcomeKind(self.kind)] if self.kind else ReportState.SUBMITTED

    @property
    def is_accepted(self) -> bool:
        return self.state is ReportState.ACCEPTED

    @property
    def is_read(self) -> bool:
        """Return whether the receiver reads it for an outcome, or has accepted it."""
        return self.state in (ReportState.SUBMITTED, ReportState.ACCEPTED)


def _bodies(receiver: Any) -> QuerySet[Organisation, Any]:
    return Organisation.objects.filter(reports_to=receiver).order_by("pk").values_list(*OF_BODIES)


def _reports(receiver: Any, kind: Any, year: Any, before: Any) -> QuerySet[Report, Any]:
    """Return the submissions of two years of one kind of period, the last version of a report last."""
    reports = Report.objects.filter(
        Q(reporting_year=year) | Q(reporting_year=before),
        organisation__reports_to=receiver,
        period_kind=kind,
    )
    # As text a moment is read in a tenth of the time.
    moments = (Cast(f"submissions__{name}", TextField()) for name in ("submitted_at", "outcome__decided_at"))
    submitted_at, decided_at = moments
    return reports.order_by("submissions__version", "submissions__pk", "pk").values_list(
        *("organisation", "pk", "reporting_year", "submissions", "submissions__version", submitted_at),
        *("submissions__outcome", "submissions__outcome__kind", decided_at),
    )


BODIES, REPORTS = Composed(_bodies), Composed(_reports)


def bodies_of(receiver: Organisation) -> list[tuple[Any, ...]]:
    """Return what the figures are made of, of each body that reports to a receiver."""
    return BODIES.stored(receiver.pk)


def filed_for(receiver: Organisation, key: PeriodKey) -> list[tuple[Any, ...]]:
    """Return the fields of `Filed` of all that was submitted for a period, the last one last."""
    return REPORTS.stored(receiver.pk, key.kind.value, key.year, key.year)


def filed_with_year_before(receiver: Organisation, key: PeriodKey) -> list[tuple[Any, ...]]:
    """Return the same for the period and the year before it."""
    return REPORTS.stored(receiver.pk, key.kind.value, key.year, key.year - 1)


def last_filed(rows: Iterable[tuple[Any, ...]]) -> defaultdict[int, dict[int, Filed]]:
    """Return the last submission of each body, or its report, by year and the pk of the body."""
    last: defaultdict[int, dict[int, Filed]] = defaultdict(dict)
    for row in rows:
        one = Filed(*row)
        last[one.year][one.body] = one
    return last
