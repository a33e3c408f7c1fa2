"""Reminders of deadlines, counted in the top bar with the notices that people have not seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from accounts.models import Organisation, User
from pbgdpl.lib.composed import Composed
from reports.deadlines.timing import awaited
from reports.models import Extension, Notice, OutcomeKind, ReportingPeriod, Submission
from reports.states import GIVEN_BACK, OUTCOMES

NEAR = timedelta(days=7)
BEFORE_ALL_NOTICES = datetime(2000, 1, 1, tzinfo=UTC)
# (organisation, number of its notices since a moment); nothing where there are none.
NEW_NOTICES = Composed(
    lambda organisation, since: (
        Notice.objects.filter(organisation=organisation, made_at__gt=since)
        .order_by()
        .values_list("organisation")
        .annotate(Count("pk"))
    )
)


@dataclass(frozen=True, slots=True)
class DeadlineNotice:
    """Shown from a week before the deadline until the report is submitted; not stored."""

    words: str
    address: str
    made_at: datetime
    kind: str = "deadline"


def deadline_notices(user: User) -> list[DeadlineNotice]:
    """Return which deadlines are near or past for a person, the first first, in one query."""
    near, page = (_near_to_receive, "board") if user.reads_received else (_near_to_write, "report")
    return [_deadline(day, period, page) for day, period in near(user.organisation)]


def _near_to_receive(receiver: Organisation) -> Iterator[tuple[date, ReportingPeriod]]:
    """Yield whose deadline comes within the week; what is overdue the board tells department by department."""
    today = timezone.localdate()
    near = ReportingPeriod.objects.of(receiver).filter(closed_at=None, due_on__range=(today, today + NEAR))
    yield from ((period.due_on, period) for period in near.order_by("due_on"))


def _near_to_write(department: Organisation) -> Iterator[tuple[date, ReportingPeriod]]:
    """Yield what the department owes, with its own deadline.

    A closed period is owed by those whose deadline was extended. Who submitted and was given the report back is
    reminded of a deadline to come, but not blamed for one that is past.
    """
    for period in _owed_by(department.pk, department.reports_to_id, timezone.localdate()).instances():
        yield period.due, period


@lru_cache(maxsize=1_000)
def _owed_by(department: int, receiver: int | None, today: date) -> Composed:
    """Return the query for the periods that a department owes on a day.

    Every page asks it. Building it takes Django a hundred times as long as it takes the database to answer.
    """
    own = {"report__organisation": department, "report__reporting_year": OuterRef("reporting_year")}
    submissions = Submission.objects.filter(**own, report__period_kind=OuterRef("kind"))
    at_the_receivers = submissions.filter(Q(outcome=None) | Q(outcome__kind=OutcomeKind.ACCEPTED))
    given_back = submissions.filter(
        outcome__kind__in=[kind for kind, state in OUTCOMES.items() if state in GIVEN_BACK]
    )
    extensions = Extension.objects.filter(organisation=department, period=OuterRef("pk"))
    extended = Subquery(extensions.order_by("-given_at", "-pk").values("due_on")[:1])
    owed = (
        ReportingPeriod.objects.filter(receiver=receiver)
        .annotate(extended=extended, due=Greatest(Coalesce(extended, "due_on"), "due_on"))
        .filter(Q(closed_at=None) | Q(extended__gte=today), due__lte=today + NEAR)
        .exclude(Exists(at_the_receivers))
        .exclude(Exists(given_back), due__lt=today)
    )
    return Composed(lambda: owed.order_by("due"))


def _deadline(day: date, period: ReportingPeriod, page: str) -> DeadlineNotice:
    """Return the reminder; it counts as new a week before the day, on the day and on the day after."""
    deadline = awaited(day)
    since = day - NEAR if deadline.days < 0 else day + timedelta(days=min(deadline.days, 1))
    words = f"Hạn nộp báo cáo {period.key.words} là {date_format(day)}: {deadline.words.lower()}."
    made_at = timezone.make_aware(datetime.combine(since, time.min))
    return DeadlineNotice(words, reverse(page, args=[period.key]), max(made_at, period.opened_at))


def is_new(notice: Notice | DeadlineNotice, seen_at: datetime | None) -> bool:
    return seen_at is None or notice.made_at > seen_at


def unread_count(user: User) -> int:
    """Return how many notices there are that the person has not seen, in two queries."""
    seen_at = user.notices_seen_at
    since = connection.ops.adapt_datetimefield_value(seen_at or BEFORE_ALL_NOTICES)
    stored: int = sum(count for _, count in NEW_NOTICES.tuples(user.organisation_id, since))
    return stored + sum(is_new(notice, seen_at) for notice in deadline_notices(user))


def mark_seen(user: User, until: datetime) -> None:
    """Note that the person has seen the notices made up to a moment; what came since stays new."""
    if user.notices_seen_at is None or user.notices_seen_at < until:
        user.notices_seen_at = until
        user.save(update_fields=["notices_seen_at"])
