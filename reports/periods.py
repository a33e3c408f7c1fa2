"""The verbs of a Justice Department about its reporting periods: opened, changed, extended, closed."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from accounts.history import difference, record, told
from accounts.models import ChangeKind, Organisation, User
from accounts.rows.duplicates import duplicates_of
from plans.kinds import DocumentKind
from plans.models import Directive
from reports.models import CriteriaSet, Extension, NoticeKind, Outline, ReportingPeriod
from reports.notices import notify

# What the page about a period changes; which year it is of stays.
CHANGED = (
    "statistics_from",
    "statistics_to",
    "due_on",
    "letter_number",
    "letter_issued_on",
    "letter_subject",
)


class PeriodConflict(Exception):
    """Somebody saved the period after it was read; `stored` is the period as they left it."""

    def __init__(self, stored: ReportingPeriod) -> None:
        super().__init__()
        self.stored = stored


@transaction.atomic
def open_period(
    period: ReportingPeriod, *, outline: Outline, criteria_set: CriteriaSet | None, by: User
) -> ReportingPeriod:
    """Open a period with copies of an outline and of a criteria set; tell every department, letter included."""
    _refuse_others(by)
    period.receiver, period.opened_by = by.organisation, by
    period.outline = copy_outline(outline, organisation=by.organisation)
    period.criteria_set = copy_criteria(criteria_set, organisation=by.organisation) if criteria_set else None
    period.full_clean()
    period.save()
    record(period, ChangeKind.ADDED, by=by)
    words = f"{by.organisation} mở kỳ báo cáo {period.key.words}, hạn nộp {date_format(period.due_on)}."
    for department in by.organisation.departments.all():
        notify(department, NoticeKind.OPENED, words, reverse("report", args=[period.key]))
        _send_letter(period, department, by)
    return period


def _send_letter(period: ReportingPeriod, department: Organisation, by: User) -> None:
    """Give a department the letter that asks for the report as a directive, unless it recorded it already."""
    if not (period.letter_number or period.letter_subject):
        return
    letter = Directive(
        organisation=department,
        reporting_year=period.reporting_year,
        kind=DocumentKind.OFFICIAL_LETTER,
        number=period.letter_number,
        issued_on=period.letter_issued_on,
        issuing_body=period.receiver.name,
        subject=period.letter_subject,
        in_report=False,
        entered_by=by,
    )
    if not duplicates_of([letter]):
        letter.save()
        record(letter, ChangeKind.ADDED, by=by)


@transaction.atomic
def change_period(period: ReportingPeriod, *, version: int, by: User) -> ReportingPeriod:
    """Save the days and the letter of a period; raise PeriodConflict where somebody saved it since `version`."""
    stored = held_period(period, by)
    if stored.version != version:
        raise PeriodConflict(stored)
    before = told(stored)
    for name in CHANGED:
        setattr(stored, name, getattr(period, name))
    stored.full_clean()
    if changes := difference(before, told(stored)):
        stored.version += 1
        stored.save()
        record(stored, ChangeKind.EDITED, by=by, values=changes)
    return stored


@transaction.atomic
def extend_deadline(extension: Extension, *, period: ReportingPeriod, by: User) -> Extension:
    """Give one department until a later day, with the reason that it reads."""
    stored = held_period(period, by)
    extension.period, extension.given_by = stored, by
    extension.full_clean()
    if extension.organisation.reports_to_id != stored.receiver_id:
        raise ValidationError({"organisation": "Cơ quan này không báo cáo về đây."})
    if extension.due_on <= stored.due_on:
        day = date_format(stored.due_on)
        raise ValidationError({"due_on": f"Hạn mới phải sau hạn chung của kỳ là {day}."})
    extension.save()
    told_day = date_format(extension.due_on)
    values = [["gia hạn", "", f"{extension.organisation} đến {told_day}: {extension.reason}"]]
    record(stored, ChangeKind.EDITED, by=by, values=values)
    words = f"{by.organisation} gia hạn nộp báo cáo {stored.key.words} đến {told_day}: {extension.reason}"
    address = reverse("report", args=[stored.key])
    notify(extension.organisation, NoticeKind.EXTENDED, words, address)
    return extension


def close_period(period: ReportingPeriod, *, by: User) -> None:
    """Take no more reports but of those whose own deadline is still to come."""
    _set_closed(period, timezone.now(), by)


def reopen_period(period: ReportingPeriod, *, by: User) -> None:
    _set_closed(period, None, by)


@transaction.atomic
def _set_closed(period: ReportingPeriod, moment: datetime | None, by: User) -> None:
    """Close or reopen a period unless somebody has done so."""
    stored = held_period(period, by)
    if (stored.closed_at is None) != (moment is None):
        stored.closed_at = moment
        stored.save(update_fields=["closed_at"])
        became = ["đang mở", "đã đóng"] if moment else ["đã đóng", "đang mở"]
        record(stored, ChangeKind.EDITED, by=by, values=[["tình trạng", *became]])
    period.closed_at = stored.closed_at


def held_period(period: ReportingPeriod, by: User) -> ReportingPeriod:
    """Return the officer's own period as it is stored now, kept from others until the transaction ends."""
    _refuse_others(by)
    periods = ReportingPeriod.objects.of(by.organisation)
    stored: ReportingPeriod = periods.select_for_update(no_key=True).get(pk=period.pk)
    return stored


def _refuse_others(by: User) -> None:
    if not by.receives_reports:
        raise PermissionDenied


def copy_outline(outline: Outline, *, organisation: Organisation, name: str = "") -> Outline:
    """Return a copy with all its sections, belonging to an organisation."""
    sections = list(outline.sections.all())
    copy = Outline.objects.create(
        organisation=organisation,
        name=name or outline.name,
        from_year=outline.from_year,
        numbering=outline.numbering,
    )
    for section in sections:
        section.pk, section._state.adding, section.outline = None, True, copy
    copy.sections.bulk_create(sections)
    return copy


def copy_criteria(criteria_set: CriteriaSet, *, organisation: Organisation, name: str = "") -> CriteriaSet:
    """Return a copy with all its criteria, belonging to an organisation."""
    criteria = list(criteria_set.criteria.all())
    copy = CriteriaSet.objects.create(
        organisation=organisation,
        name=name or criteria_set.name,
        legal_basis=criteria_set.legal_basis,
        from_year=criteria_set.from_year,
    )
    for criterion in criteria:
        criterion.pk, criterion._state.adding, criterion.criteria_set = None, True, copy
    copy.criteria.bulk_create(criteria)
    return copy
