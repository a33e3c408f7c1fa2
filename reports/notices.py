"""What people are told inside the site: written by the verbs, counted in the top bar, kept in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from accounts.models import Organisation, User
from reports.deadlines import days_left, due_on
from reports.models import Notice, NoticeKind, Report, ReportingPeriod
from reports.states import standing_of

NEAR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DeadlineNotice:
    """Told from a week before the deadline until the report is handed in; kept nowhere."""

    words: str
    address: str
    made_at: datetime
    kind: str = "deadline"


def notify(organisation: Organisation, kind: NoticeKind, words: str, address: str) -> None:
    """Tell the people of an organisation; the caller's transaction carries it."""
    Notice.objects.create(organisation=organisation, kind=kind, words=words[:500], address=address)


def reads_notices(user: User) -> bool:
    return user.writes_reports or user.receives_reports


def deadline_notices(user: User) -> list[DeadlineNotice]:
    """Return which deadlines are near or past for a person: one query while none is."""
    near = timezone.localdate() + NEAR
    if user.receives_reports:
        periods = ReportingPeriod.objects.of(user.organisation).filter(closed_at=None, due_on__lte=near)
        return [
            _deadline(period.due_on, period, reverse("board", args=[period.key]))
            for period in periods
            if days_left(period.due_on) >= 0
        ]
    asked = ReportingPeriod.objects.filter(receiver=user.organisation.reports_to_id, closed_at=None)
    return [
        _deadline(day, period, reverse("report", args=[period.key]))
        for period in asked.filter(due_on__lte=near)
        for day in [due_on(period, user.organisation)]
        if day <= near and _is_owed(user.organisation, period)
    ]


def _is_owed(organisation: Organisation, period: ReportingPeriod) -> bool:
    standing = standing_of(Report.objects.of(organisation).for_period(period.key).first())
    return standing.is_open or standing.submission is None


def _deadline(day: date, period: ReportingPeriod, address: str) -> DeadlineNotice:
    left = days_left(day)
    told = (
        f"còn {left} ngày" if left > 0 else "hôm nay là ngày cuối" if left == 0 else f"quá hạn {-left} ngày"
    )
    words = f"Hạn nộp báo cáo {period.key.words} là {date_format(day)}: {told}."
    since = day - NEAR if left >= 0 else day + timedelta(days=1)
    return DeadlineNotice(words, address, timezone.make_aware(datetime.combine(since, time.min)))


def unread_count(user: User) -> int:
    """Return how many notices there are that the person has not seen."""
    seen = user.notices_seen_at
    stored = Notice.objects.filter(organisation=user.organisation)
    kept = (stored.filter(made_at__gt=seen) if seen else stored).count()
    return kept + sum(seen is None or notice.made_at > seen for notice in deadline_notices(user))


def mark_seen(user: User) -> None:
    user.notices_seen_at = timezone.now()
    user.save(update_fields=["notices_seen_at"])
