"""The verbs of a Justice Department that open, change and close its reporting periods."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from accounts.conflict import Conflict
from accounts.history import described, difference, record
from accounts.models import ChangeKind, Organisation, User
from reports.deadlines.days import DueDays, days_left, due_days
from reports.models import CriteriaSet, NoticeKind, Outline, ReportingPeriod
from reports.models.received import reviewed_reports
from reports.notices import notify
from reports.periods.early_drafts import ask_of_early_drafts, open_reports, share_window
from reports.periods.letters import Values, correct_letter, letter_values, send_letter
from reports.periods.template_sets import copy_set, forms_of_year
from reports.states import GIVEN_BACK, WORDS, ReportState, status_of

# What the page about a period changes; which year it is of stays.
CHANGED = (
    "statistics_from",
    "statistics_to",
    "due_on",
    "figures_from",
    "figures_to",
    "cut_off",
    "letter_number",
    "letter_issued_on",
    "letter_subject",
    "kinds_needing_plan",
    "kinds_needing_event",
)
# Who has submitted is not concerned by a deadline any more.
ARRIVED = frozenset({ReportState.SUBMITTED, ReportState.ACCEPTED})


@transaction.atomic
def open_period(
    period: ReportingPeriod, *, outline: Outline, criteria_set: CriteriaSet | None, by: User
) -> ReportingPeriod:
    """Open a period with copies of its sets and of the forms in use; tell every department, letter included.

    Reports that were begun before keep their words. Raises ValidationError where the period is open already.
    """
    _refuse_others(by)
    # Two officers who open the same period at the same moment come one after the other.
    receiver = Organisation.objects.select_for_update(no_key=True).get(pk=by.organisation_id)
    period.receiver, period.opened_by = receiver, by
    period.outline = copy_set(outline, organisation=receiver)
    period.criteria_set = copy_set(criteria_set, organisation=receiver) if criteria_set else None
    period.full_clean()
    period.save()
    for form in forms_of_year(receiver, period.reporting_year):
        copy_set(form, organisation=receiver, period=period)
    record(period, ChangeKind.ADDED, by=by)
    words = f"{receiver} mở kỳ báo cáo {period.key.words}, hạn nộp {date_format(period.due_on)}."
    for department in receiver.active_departments:
        notify(department, NoticeKind.OPENED, words, period_address(period))
        send_letter(period, department, by=by)
    ask_of_early_drafts(period, by=by)
    return period


@transaction.atomic
def change_period(period: ReportingPeriod, *, version: int, by: User) -> ReportingPeriod:
    """Save the days and the letter of a period; raise Conflict where somebody saved it since `version`.

    The departments follow: they get a notice of a new deadline, their copy of the letter and the days in their drafts
    change with it where they had not been changed there.
    """
    stored = locked_period(period, by)
    if stored.version != version:
        raise Conflict(stored)
    before, due_on = described(stored), stored.due_on
    window, letter = (stored.statistics_from, stored.statistics_to), letter_values(stored)
    for name in CHANGED:
        setattr(stored, name, getattr(period, name))
    stored.full_clean()
    if changes := difference(before, described(stored)):
        stored.version += 1
        stored.save()
        record(stored, ChangeKind.EDITED, by=by, values=changes)
        _tell_change(stored, letter, due_on, by)
        if window != (stored.statistics_from, stored.statistics_to):
            for report in open_reports(stored):
                share_window(stored, report, instead_of=window, by=by)
    return stored


def _tell_change(period: ReportingPeriod, letter: Values, due_on: date, by: User) -> None:
    """Tell the departments what `letter` and `due_on` have become."""
    days = f"từ {date_format(due_on)} sang {date_format(period.due_on)}"
    words = f"{period.receiver} đổi hạn nộp báo cáo {period.key.words} {days}."
    for department in period.receiver.active_departments:
        if period.due_on != due_on:
            notify(department, NoticeKind.EXTENDED, words, period_address(period))
        correct_letter(letter, period, department, by=by)


def close_period(period: ReportingPeriod, *, by: User) -> None:
    """Take no more reports but those still waited for: see `reports.deadlines.days.refuse_closed`."""
    _set_closed(period, timezone.now(), by)


def reopen_period(period: ReportingPeriod, *, by: User) -> None:
    _set_closed(period, None, by)


@transaction.atomic
def _set_closed(period: ReportingPeriod, moment: datetime | None, by: User) -> None:
    """Close or reopen a period unless somebody has done so."""
    stored = locked_period(period, by)
    if (stored.closed_at is None) != (moment is None):
        stored.closed_at = moment
        stored.save(update_fields=["closed_at"])
        became = ["đang mở", "đã đóng"] if moment else ["đã đóng", "đang mở"]
        record(stored, ChangeKind.EDITED, by=by, values=[["tình trạng", *became]])
        _tell_closed(stored)
    period.closed_at = stored.closed_at


def _tell_closed(period: ReportingPeriod) -> None:
    """Tell who has not submitted that the period takes no more reports, or does again, and until when."""
    days, reports = due_days(period), reviewed_reports(period.receiver, period.key)
    states = {one.organisation_id: status_of(one, submissions=one.submissions.all()).state for one in reports}
    for department in period.receiver.active_departments:
        state = states.get(department.pk, ReportState.NOT_STARTED)
        if state not in ARRIVED:
            kind = NoticeKind.CLOSED if period.closed_at else NoticeKind.OPENED
            words = _closed_words(period, days, department, state)
            notify(department, kind, words, period_address(period))


def _closed_words(
    period: ReportingPeriod, days: DueDays, department: Organisation, state: ReportState
) -> str:
    day = days.of(department.pk) or period.due_on
    period_name = f"kỳ báo cáo {period.key.words}"
    if period.closed_at is None:
        return f"{period.receiver} mở lại {period_name}, hạn nộp {date_format(day)}."
    if state in GIVEN_BACK:
        way = f"Báo cáo {WORDS[state][0].lower()} vẫn nộp lại được."
    elif days.is_extended(department.pk) and days_left(day) >= 0:
        way = f"Đơn vị được gia hạn nên vẫn nộp được đến {date_format(day)}."
    else:
        way = "Đơn vị chưa nộp báo cáo; nếu cần nộp, đề nghị gia hạn."
    return f"{period.receiver} đóng {period_name}. {way}"


def locked_period(period: ReportingPeriod, by: User) -> ReportingPeriod:
    """Return the officer's own period as it is stored now, locked until the transaction ends."""
    _refuse_others(by)
    periods = ReportingPeriod.objects.of(by.organisation)
    stored: ReportingPeriod = periods.select_for_update(no_key=True).get(pk=period.pk)
    return stored


def _refuse_others(by: User) -> None:
    if not by.receives_reports:
        raise PermissionDenied


def period_address(period: ReportingPeriod) -> str:
    """Return the page of a department to which its notices of the period lead."""
    return reverse("report", args=[period.key])
