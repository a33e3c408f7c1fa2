"""The verbs of a Justice Department that give departments a later deadline, one or several at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format

from accounts.history import record
from accounts.models import ChangeKind, Organisation, User
from reports.deadlines.days import days_left, due_days
from reports.models import Extension, NoticeKind, ReportingPeriod
from reports.models.received import reviewed_reports
from reports.notices import notify_each
from reports.periods.lifecycle import ARRIVED, locked_period, period_address
from reports.states import ReportState, status_of

UNDONE = "Lần gia hạn này đã được hoàn tác."
HAS_ARRIVED = {
    ReportState.SUBMITTED: "{} đã nộp báo cáo này. Trả lại báo cáo trước nếu đơn vị cần nộp lại.",
    ReportState.ACCEPTED: "Báo cáo này của {} đã được tiếp nhận. Mở lại để đơn vị sửa, rồi mới gia hạn.",
}


@dataclass(frozen=True, slots=True)
class Extended:
    """What came of extending the deadline of several departments."""

    given: tuple[Extension, ...]
    arrived: tuple[Organisation, ...]  # those that have submitted, to whom nothing was given


@transaction.atomic
def extend_deadline(extension: Extension, *, period: ReportingPeriod, by: User) -> Extension:
    """Give one department until a later day, with the reason that it reads; also after the period was closed."""
    stored = locked_period(period, by)
    extension.period, extension.given_by = stored, by
    extension.full_clean()
    _refuse_strangers([extension.organisation], stored)
    if state := _arrived_states([extension.organisation], stored).get(extension.organisation.pk):
        raise ValidationError({"organisation": HAS_ARRIVED[state].format(extension.organisation)})
    _refuse_day(extension.due_on, stored)
    extension.save()
    _announce([extension], stored, by)
    return extension


@transaction.atomic
def extend_deadlines(
    period: ReportingPeriod,
    *,
    departments: Sequence[Organisation],
    due_on: date,
    reason: str,
    batch: UUID,
    by: User,
) -> Extended:
    """Give several departments until the same later day; `batch` identifies these extensions when they are undone.

    Departments that have submitted meanwhile are left out and returned.
    """
    stored = locked_period(period, by)
    _refuse_strangers(departments, stored)
    _refuse_day(due_on, stored)
    arrived = arrived_of(departments, stored)
    values = {"period": stored, "due_on": due_on, "reason": reason, "given_by": by, "batch": batch}
    given = [Extension(organisation=one, **values) for one in departments if one not in arrived]
    for extension in given:
        extension.clean_fields(exclude={"period", "organisation", "given_by"})
    given = Extension.objects.bulk_create(given)
    _announce(given, stored, by)
    return Extended(tuple(given), arrived)


@transaction.atomic
def undo_extensions(period: ReportingPeriod, *, batch: UUID, by: User) -> int:
    """Delete the extensions that were given together and notify their departments; return how many there were."""
    stored = locked_period(period, by)
    given = list(stored.extensions.filter(batch=batch).select_related("organisation"))
    if not given:
        raise ValidationError(UNDONE)
    stored.extensions.filter(batch=batch).delete()
    values = [["gia hạn", described_extension(one), ""] for one in given]
    record(stored, ChangeKind.EDITED, by=by, values=values)
    days = due_days(stored)
    words = f"{by.organisation} bỏ gia hạn vừa cho của báo cáo {stored.key.words}; hạn nộp là"
    sentences = {
        one.organisation: f"{words} {date_format(days.of(one.organisation_id) or stored.due_on)}."
        for one in given
    }
    notify_each(sentences, NoticeKind.EXTENDED, period_address(stored))
    return len(given)


def arrived_of(departments: Iterable[Organisation], period: ReportingPeriod) -> tuple[Organisation, ...]:
    """Return the departments that have submitted their report, in a fixed number of queries."""
    departments = tuple(departments)
    arrived = _arrived_states(departments, period)
    return tuple(one for one in departments if one.pk in arrived)


def _arrived_states(departments: Iterable[Organisation], period: ReportingPeriod) -> dict[int, ReportState]:
    """Return the states of the reports that have arrived, by the pks of their departments."""
    pks = [one.pk for one in departments]
    reports = reviewed_reports(period.receiver, period.key).filter(organisation__in=pks)
    states = {one.organisation_id: status_of(one, submissions=one.submissions.all()).state for one in reports}
    return {pk: state for pk, state in states.items() if state in ARRIVED}


def described_extension(extension: Extension) -> str:
    return f"{extension.organisation} đến {date_format(extension.due_on)}: {extension.reason}"


def _refuse_strangers(departments: Iterable[Organisation], period: ReportingPeriod) -> None:
    if any(one.reports_to_id != period.receiver_id for one in departments):
        raise ValidationError("Đơn vị này không báo cáo về đây.")


def _refuse_day(due_on: date, period: ReportingPeriod) -> None:
    if due_on <= period.due_on:
        day = date_format(period.due_on)
        raise ValidationError({"due_on": f"Hạn mới phải sau hạn chung của kỳ là {day}."})
    if days_left(due_on) < 0:
        raise ValidationError({"due_on": "Hạn mới đã qua. Chọn từ hôm nay trở đi."})


def _announce(given: Sequence[Extension], period: ReportingPeriod, by: User) -> None:
    """Record the extensions in the history of the period and notify their departments."""
    record(
        period, ChangeKind.EDITED, by=by, values=[["gia hạn", "", described_extension(one)] for one in given]
    )
    words = f"{by.organisation} gia hạn nộp báo cáo {period.key.words} đến"
    sentences = {one.organisation: f"{words} {date_format(one.due_on)}: {one.reason}" for one in given}
    notify_each(sentences, NoticeKind.EXTENDED, period_address(period))
