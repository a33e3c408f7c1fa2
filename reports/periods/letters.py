"""The letter that asks for the reports, as each department has it among its directives."""

from __future__ import annotations

from typing import Any

from accounts.history import described, difference, record
from accounts.models import ChangeKind, Organisation, User
from accounts.rows import YearRowQuerySet
from accounts.rows.duplicates import year_of
from plans.kinds import DocumentKind
from plans.models import Directive
from plans.symbols import folded_number
from reports.models import ReportingPeriod

Values = dict[str, Any]


def letter_values(period: ReportingPeriod) -> Values:
    """Return what a department's directive says of the letter, nothing where the period names none."""
    if not (period.letter_number or period.letter_subject):
        return {}
    return {
        "reporting_year": period.reporting_year,
        "kind": DocumentKind.OFFICIAL_LETTER,
        "number": period.letter_number,
        "issued_on": period.letter_issued_on,
        "issuing_body": period.receiver.name,
        "subject": period.letter_subject,
    }


def send_letter(period: ReportingPeriod, department: Organisation, *, by: User) -> None:
    """Give a department the letter as a directive, unless it has recorded it already."""
    if values := letter_values(period):
        letter = Directive(organisation=department, **values)
        if not _is_among(Directive.objects.of(department), letter):
            _add(letter, by)


def correct_letter(before: Values, period: ReportingPeriod, department: Organisation, *, by: User) -> None:
    """Let a department's directive follow the letter, which was `before`, where it still is as it was sent.

    Who changed or deleted the directive keeps it so; who never had it gets it now.
    """
    after = letter_values(period)
    if after == before or not after:
        return
    known = Directive.with_deleted.of(department)
    sent = known.filter(entered_by__organisation=period.receiver, **before) if before else known.none()
    if stored := sent.filter(deleted_at=None).select_for_update(of=("self",), no_key=True).first():
        _follow(stored, after, by)
        return
    letters = [Directive(organisation=department, **values) for values in (before, after) if values]
    if not any(_is_among(known, letter) for letter in letters):
        _add(letters[-1], by)


def _follow(stored: Directive, values: Values, by: User) -> None:
    was = described(stored)
    for name, value in values.items():
        setattr(stored, name, value)
    stored.version += 1
    stored.save()
    record(stored, ChangeKind.EDITED, by=by, values=difference(was, described(stored)))


def _add(letter: Directive, by: User) -> None:
    letter.in_report, letter.entered_by = False, by
    letter.save()
    record(letter, ChangeKind.ADDED, by=by)


def _is_among(rows: YearRowQuerySet, letter: Directive) -> bool:
    """Return whether the letter is recorded, whatever its writer calls the body: a symbol names it already."""
    near = rows.filter(reporting_year__range=(year_of(letter) - 1, year_of(letter) + 1))
    return any(
        row.identity() == letter.identity() or _symbol(row) == _symbol(letter) != ()
        for row in near.select_related("organisation")
    )


def _symbol(row: Directive) -> tuple[object, ...]:
    """Return number and year where the number bears a symbol, nothing otherwise: "2215" may be anybody's."""
    number = folded_number(row.number)
    return (number, year_of(row)) if any(map(str.isalpha, number)) else ()
