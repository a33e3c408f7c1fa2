"""The verbs that assess a report: they set up its criteria and save the assessment of each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.conflict import Conflict
from accounts.history import described_value, difference, history_of, record, record_values
from accounts.models import Change, ChangeKind, User
from pbgdpl.lib.vietnamese import decimal_number, fold
from reports.deadlines.days import period_for
from reports.models import Assessment, CriteriaSet, Criterion, Report
from reports.states import Action, locked, require
from reports.writing.saving import SITTING

LABEL = "tiêu chí"
MOST_ENTRIES = 50  # of a report's history: an older entry is not about what somebody has just saved
VALUES = ("text", "result", "points")
EVIDENCE = ("plans", "directives", "events", "attachments")


def missing_criteria(report: Report) -> list[Criterion]:
    """Return the criteria of the report's period, or of the set in use, that the report has no assessment of.

    A period's set is a copy, so criteria of the same name are the same criterion. A province's report assesses nothing.
    """
    if report.organisation.reports_for_province:
        return []
    period = period_for(report.organisation, report.period)
    chosen = period.criteria_set if period else CriteriaSet.objects.in_use(report.reporting_year).first()
    known = {fold(name) for name in report.assessments.values_list("criterion__name", flat=True)}
    return [one for one in chosen.criteria.all() if fold(one.name) not in known] if chosen else []


@transaction.atomic
def ensure_assessments(report: Report, *, by: User) -> int:
    """Add an assessment for each criterion that has none; return how many were added."""
    stored = locked(report)
    require(Action.WRITE, report=stored, by=by)
    missing = missing_criteria(stored)
    Assessment.objects.bulk_create(Assessment(report=stored, criterion=one) for one in missing)
    if missing:
        names = "\n".join(one.name for one in missing)
        record(stored, ChangeKind.EDITED, by=by, values=[["danh sách tiêu chí", "", names]])
    return len(missing)


@transaction.atomic
def assess(
    assessment: Assessment,
    *,
    evidence: Mapping[str, Collection[Any]],
    version: int,
    by: User,
    automatic: bool = False,
) -> Assessment:
    """Save an assessment with its evidence; raise Conflict if somebody has saved it since `version`.

    `evidence` has rows and files of the report's organisation by the names in EVIDENCE; others are left out, and names
    that it does not have stay as they are. `automatic` means that the page saves by itself.
    """
    report = locked(assessment.report)
    require(Action.WRITE, report=report, by=by)
    stored: Assessment = report.assessments.select_related("criterion").get(pk=assessment.pk)
    if stored.version != version:
        raise Conflict(stored)
    refuse_points(assessment.points, stored.criterion)
    before = {**_described(stored), **_linked(stored)}
    _take_values(stored, assessment)
    stored.save()
    for name, rows in evidence.items():
        own = [one for one in rows if one.organisation_id == report.organisation_id]
        getattr(stored, name).set(own)
    values = difference(before, {**_described(stored), **_linked(stored)})
    if not (automatic and values and _goes_on(stored, values, by)):
        record(report, ChangeKind.EDITED, by=by, values=_about(stored, values))
    return stored


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of assessments that were saved together."""

    saved: tuple[Assessment, ...]
    conflicts: tuple[Assessment, ...]  # as stored: somebody has saved them meanwhile


@transaction.atomic
def assess_together(report: Report, assessments: Sequence[tuple[Assessment, int]], *, by: User) -> Saved:
    """Save the texts, results and points of several assessments, each if nobody has saved it since its version.

    The evidence stays as it is. Each saved assessment has an entry of its own in the report's history.
    """
    writable = locked(report)
    require(Action.WRITE, report=writable, by=by)
    known = {one.pk: one for one in writable.assessments.select_related("criterion")}
    present = [(known[one.pk], one, version) for one, version in assessments if one.pk in known]
    changes, saved = [], []
    for stored, typed, version in present:
        if stored.version != version:
            continue
        refuse_points(typed.points, stored.criterion)
        before = _described(stored)
        _take_values(stored, typed)
        saved.append(stored)
        changes.append(_about(stored, difference(before, _described(stored))))
    Assessment.objects.bulk_update(saved, [*VALUES, "version"])
    record_values(((writable, values) for values in filter(None, changes)), ChangeKind.EDITED, by=by)
    conflicts = tuple(stored for stored, _, _ in present if stored not in saved)
    return Saved(tuple(saved), conflicts)


def _take_values(stored: Assessment, typed: Assessment) -> None:
    for name in VALUES:
        field = Assessment._meta.get_field(name)
        setattr(stored, name, field.to_python(getattr(typed, name)))  # type: ignore[union-attr]
    stored.version += 1


def _about(assessment: Assessment, values: list[list[str]]) -> list[list[str]]:
    """Return the changed values with the criterion before them; nothing if nothing has changed."""
    return [[LABEL, "", assessment.criterion.name], *values] if values else []


def _goes_on(stored: Assessment, values: list[list[str]], by: User) -> bool:
    """Write the values into the last entry about the assessment, if it is of the same person and sitting.

    Otherwise every pause in typing would be an entry. A text of which most was deleted gets an entry of its own.
    """
    last = last_assessed(stored)
    if last is None or last.changed_by_id != by.pk or timezone.now() - last.changed_at > SITTING:
        return False
    if any(2 * len(after) < len(before) for _, before, after in values):
        return False
    before = {label: old for label, old, _ in last.values}
    merged = {label: new for label, _, new in last.values} | {label: new for label, _, new in values}
    first = {label: before.get(label, old) for label, old, _ in (*last.values, *values)}
    last.values = [[label, first[label], new] for label, new in merged.items()]
    last.changed_at = timezone.now()
    last.save(update_fields=["values", "changed_at"])
    return True


@transaction.atomic
def carry_text(assessment: Assessment, *, text: str, version: int, by: User) -> Assessment:
    """Save a text copied from the earlier report with other years; it is no assessment of this year by that.

    Raises Conflict if somebody has saved the assessment since `version`.
    """
    report = locked(assessment.report)
    require(Action.WRITE, report=report, by=by)
    stored: Assessment = report.assessments.select_related("criterion").get(pk=assessment.pk)
    if stored.version != version:
        raise Conflict(stored)
    before, is_carried = _described(stored), stored.version == stored.carried_version
    stored.text = text
    stored.version += 1
    stored.carried_version = stored.version if is_carried else stored.carried_version
    stored.save()
    values = [[LABEL, "", stored.criterion.name], *difference(before, _described(stored))]
    record(report, ChangeKind.EDITED, by=by, values=values)
    return stored


def last_assessed(assessment: Assessment) -> Change | None:
    """Return the last change of an assessment in the report's history: who made it, and when."""
    entries = history_of(assessment.report)[:MOST_ENTRIES]
    return next((one for one in entries if [LABEL, "", assessment.criterion.name] in one.values), None)


def refuse_points(points: Decimal | None, criterion: Criterion) -> None:
    """Raise ValidationError for points that are negative or above the criterion's maximum, if it has one."""
    most = criterion.maximum_points
    if points is not None and points < 0:
        raise ValidationError({"points": "Điểm không được âm."})
    if points is not None and most is not None and points > most:
        raise ValidationError({"points": f"Điểm tối đa của tiêu chí này là {decimal_number(most)}."})


def _described(assessment: Assessment) -> dict[str, str]:
    return {label: text for name in VALUES for label, text in described_value(assessment, name).items()}


def _linked(assessment: Assessment) -> dict[str, str]:
    return {
        str(Assessment._meta.get_field(name).verbose_name): "\n".join(  # type: ignore[union-attr]
            sorted(one.short_name for one in getattr(assessment, name).all())
        )
        for name in EVIDENCE
    }
