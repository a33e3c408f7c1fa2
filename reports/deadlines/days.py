"""Which period a report belongs to, and until when a department has to hand it in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localdate

from accounts.models import Organisation
from reports.models import PeriodKey, Report, ReportingPeriod
from reports.states import GIVEN_BACK, status_of


def period_for(organisation: Organisation, key: PeriodKey) -> ReportingPeriod | None:
    """Return the period that the organisation's receiver has opened, with what it asks for; None without one."""
    return _opened(organisation, key).select_related("outline", "criteria_set", "receiver").first()


def opened_for(organisation: Organisation, key: PeriodKey) -> ReportingPeriod | None:
    """Return the period that the organisation's receiver has opened, None where there is none."""
    return _opened(organisation, key).first()


def _opened(organisation: Organisation, key: PeriodKey) -> QuerySet[ReportingPeriod]:
    periods: QuerySet[ReportingPeriod] = ReportingPeriod.objects.for_period(key)
    return periods.filter(receiver=organisation.reports_to_id)


def due_on(period: ReportingPeriod, organisation: Organisation) -> date:
    """Return the day until which the organisation may submit: the period's, or that of its last extension if later."""
    extended = extended_until(period, organisation)
    return max(extended, period.due_on) if extended else period.due_on


def day_for(organisation: Organisation, key: PeriodKey) -> date | None:
    """Return the day until which the organisation may submit a report, None where nobody asks for it."""
    period = opened_for(organisation, key)
    return due_on(period, organisation) if period else None


def extended_until(period: ReportingPeriod, organisation: Organisation) -> date | None:
    """Return the day of the organisation's last extension, None where it was given none."""
    given = period.extensions.filter(organisation=organisation)
    day: date | None = given.values_list("due_on", flat=True).last()
    return day


@dataclass(frozen=True, slots=True)
class DueDays:
    """Until when each department has time, of many departments at once."""

    general: date | None = None  # None where no period is opened
    extended: Mapping[int, date] = field(default_factory=dict)

    def of(self, organisation: int) -> date | None:
        return max(self.extended.get(organisation, self.general), self.general) if self.general else None

    def is_extended(self, organisation: int) -> bool:
        return self.of(organisation) != self.general


def due_days(period: ReportingPeriod | None) -> DueDays:
    """Return the days of a period and of those who were given longer, in one query."""
    if period is None:
        return DueDays()
    return DueDays(period.due_on, dict(period.extensions.values_list("organisation_id", "due_on")))


def days_left(day: date) -> int:
    """Return how many days there are until a day; fewer than none when it is past."""
    return (day - timezone.localdate()).days


def refuse_closed(
    period: ReportingPeriod | None, organisation: Organisation, *, at: datetime | None = None
) -> ReportingPeriod | None:
    """Return the period if a report can be submitted, or could at a moment; raise ValidationError with the way out.

    The report of a province needs none, because nobody receives it. Though the period is closed for others, who has an
    extension may submit until its day, and who got the report back may submit the corrected one.
    """
    if organisation.reports_for_province:
        return None
    if organisation.reports_to_id is None:
        raise ValidationError(
            "Cơ quan chưa được gắn với Sở Tư pháp nhận báo cáo. Nhờ người quản trị hệ thống gắn rồi nộp lại."
        )
    if period is None:
        raise ValidationError(
            "Sở Tư pháp chưa mở kỳ báo cáo này. Báo cáo vẫn soạn được; nộp được khi kỳ đã mở."
        )
    if period.closed_at and not takes_reports(period, organisation, at=at):
        day = date_format(localdate(period.closed_at))
        raise ValidationError(
            f"Kỳ báo cáo đã đóng ngày {day}. Đề nghị Sở Tư pháp gia hạn hoặc mở lại kỳ rồi nộp."
        )
    return period


def takes_reports(period: ReportingPeriod, organisation: Organisation, *, at: datetime | None = None) -> bool:
    """Return whether a report of the organisation can be submitted: the period is open, or still waits for it.

    `at` is the moment that counts, now if it is not given.
    """
    moment = at or timezone.now()
    if period.closed_at is None or moment < period.closed_at:
        return True
    extended = extended_until(period, organisation)
    if extended and localdate(moment) <= extended:
        return True
    report = Report.objects.of(organisation).for_period(period.key).first()
    return status_of(report).state in GIVEN_BACK
