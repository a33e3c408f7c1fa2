"""Where every body of a province stands with its report of a period: accepted or not, in time or late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from django.utils.timezone import localdate

from accounts.models import BodyGroup, Organisation
from pbgdpl.lib.remembering import made_last
from reports.models import Extension, PeriodKey, Report, ReportingPeriod, Submission
from reports.received.accepted import place_of
from reports.received.filed import bodies_of, filed_for
from reports.states import ReportState, Status, status_after

OF_SUBMISSIONS = (
    "version",
    "submitted_at",
    "due_on",
    "report__organisation",
    "outcome__kind",
    "outcome__decided_at",
)

BYTES_OF_A_STANDING = 5_000  # with the rows that it is made of, in memory


@dataclass(frozen=True, slots=True)
class Standing:
    """A body with the state of its report and, where it was submitted, with its last version."""

    body: str
    group: BodyGroup
    state: ReportState
    version: int | None = None
    submitted_on: date | None = None
    days_late: int | None = None  # of the first version, below 1 in time; None where nobody set a day

    @property
    def is_accepted(self) -> bool:
        return self.state is ReportState.ACCEPTED


def standings(receiver: Organisation, key: PeriodKey) -> tuple[Standing, ...]:
    """Return the active bodies and those with an accepted report, in the order of the province's form.

    They are found once while the bodies, their reports and the deadlines are the same: four queries, else eight.
    """
    due = _due_days(receiver, key)
    values = bodies_of(receiver), filed_for(receiver, key), due
    return made_last(
        ("standings", receiver.pk, key),
        values,
        lambda _: tuple(_standings(receiver, key, due)),
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


def _standings(receiver: Organisation, key: PeriodKey, due: Mapping[int | None, date]) -> Iterator[Standing]:
    begun = set(
        Report.objects.filter(organisation__reports_to=receiver)
        .for_period(key)
        .values_list("organisation", flat=True)
    )
    versions = _versions(receiver, key)
    found = (
        (body, _standing(body, body.pk in begun, versions[body.pk], due.get(body.pk, due.get(None))))
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


def _due_days(receiver: Organisation, key: PeriodKey) -> Mapping[int | None, date]:
    """Return until when each body with an extension has time, by its pk, and all others by None."""
    period = ReportingPeriod.objects.of(receiver).for_period(key).first()
    if period is None:
        return {}
    given = Extension.objects.filter(period=period).values_list("organisation", "due_on")
    return {None: period.due_on} | {body: max(day, period.due_on) for body, day in given}


def _standing(
    body: Organisation, has_begun: bool, versions: Sequence[Submission], due_on: date | None
) -> Standing:
    group = BodyGroup(body.group)
    if not versions:
        return Standing(body.name, group, ReportState.DRAFTING if has_begun else ReportState.NOT_STARTED)
    last, statuses = versions[-1], [status_after(one) for one in versions]
    late = _days_late(statuses, due_on)
    return Standing(body.name, group, statuses[-1].state, last.version, localdate(last.submitted_at), late)


def _days_late(statuses: Sequence[Status], due_on: date | None) -> int | None:
    """Return by how many days the first version missed the deadline: that of then or of now, the later one.

    What was withdrawn does not count, and who corrects what was returned is not late for it.
    """
    first = next((one.submission for one in statuses if not one.is_withdrawn), None)
    days = [day for day in (due_on, first.due_on if first else None) if day]
    return (localdate(first.submitted_at) - max(days)).days if first and days else None
