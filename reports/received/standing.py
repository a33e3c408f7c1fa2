"""Where every body of a province stands with its report of a period: accepted or not, in time or late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from typing import Any

from django.utils.timezone import localdate

from accounts.models import BodyGroup, Organisation
from pbgdpl.lib.remembering import made_last
from reports.deadlines.days import DueDays, due_days
from reports.deadlines.timing import Punctuality, judged
from reports.models import PeriodKey, ReportingPeriod, Submission
from reports.received.accepted import place_of
from reports.received.filed import bodies_of, filed_for, last_filed
from reports.states import ReportState, status_after

OF_SUBMISSIONS = ("version", "submitted_at", "due_on", "report__organisation", "outcome__kind")

BYTES_OF_A_STANDING = 5_000  # with the rows that it is made of, in memory


@dataclass(frozen=True, slots=True)
class Standing:
    """A body with the state of its report and, where it was submitted, with its last version."""

    body: str
    group: BodyGroup
    state: ReportState
    version: int | None = None
    submitted_on: date | None = None
    in_time: str = ""  # "Đúng hạn", "Nộp muộn 3 ngày"; empty where nobody set a day
    is_late: bool | None = None  # None where nobody set a day

    @property
    def is_accepted(self) -> bool:
        return self.state is ReportState.ACCEPTED


def standings(receiver: Organisation, key: PeriodKey) -> tuple[Standing, ...]:
    """Return the active bodies and those with an accepted report, in the order of the province's form.

    They are found once while the bodies, their reports and the deadlines are the same.
    """
    due = due_days(ReportingPeriod.objects.of(receiver).for_period(key).first())
    filed = filed_for(receiver, key)
    return made_last(
        ("standings", receiver.pk, key),
        (bodies_of(receiver), filed, due),
        lambda _: tuple(_standings(receiver, key, filed, due)),
        lambda found: BYTES_OF_A_STANDING * len(found),
    )


def digest_of_standings(receiver: Organisation, key: PeriodKey) -> bytes:
    """Return a digest of the standings, by which to keep what is made of them."""
    found = standings(receiver, key)
    return made_last(
        ("digest of standings", receiver.pk, key),
        found,
        lambda _: blake2b(repr(found).encode(), digest_size=16).digest(),
        len,
    )


def _standings(
    receiver: Organisation, key: PeriodKey, filed: Iterable[tuple[Any, ...]], due: DueDays
) -> Iterator[Standing]:
    begun, versions = last_filed(filed)[key.year], _versions(receiver, key)
    found = (
        (body, _standing(body, body.pk in begun, versions[body.pk], due.of(body.pk)))
        for body in sorted(receiver.departments.all(), key=place_of)
    )
    return (standing for body, standing in found if body.is_active or standing.is_accepted)


def _versions(receiver: Organisation, key: PeriodKey) -> defaultdict[int, list[Submission]]:
    """Return what the bodies submitted, by their pks, with what became of it."""
    found = Submission.objects.filter(
        report__organisation__reports_to=receiver,
        report__reporting_year=key.year,
        report__period_kind=key.kind,
    ).select_related("report", "outcome")
    versions: defaultdict[int, list[Submission]] = defaultdict(list)
    for one in found.only(*OF_SUBMISSIONS).order_by("version"):
        versions[one.report.organisation_id].append(one)
    return versions


def _standing(
    body: Organisation, has_begun: bool, versions: Sequence[Submission], due_on: date | None
) -> Standing:
    group = BodyGroup(body.group)
    if not versions:
        return Standing(body.name, group, ReportState.DRAFTING if has_begun else ReportState.NOT_STARTED)
    last, deadline = versions[-1], judged(versions, due_on)
    state, day = status_after(last).state, localdate(last.submitted_at)
    stands = Standing(body.name, group, state, last.version, day)
    if deadline is None or deadline.handed_in_on is None:
        return stands
    return replace(stands, in_time=deadline.words, is_late=deadline.punctuality is Punctuality.LATE)
