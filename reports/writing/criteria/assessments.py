"""The verbs that assess a report: they set up its criteria and save the assessment of each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.conflict import Conflict
from accounts.history import described_value, difference, history_of, record
from accounts.models import Change, ChangeKind, User
from pbgdpl.lib.vietnamese import decimal_number, fold
from reports.models import Assessment, CriteriaSet, Criterion, Report
from reports.periods.deadlines import period_for
from reports.states import Action, locked, require

LABEL = "tiêu chí"
MOST_ENTRIES = 50  # of a report's history: an older entry is not about what somebody has just saved
VALUES = ("text", "result", "points")
EVIDENCE = ("plans", "directives", "events", "attachments")


def missing_criteria(report: Report) -> list[Criterion]:
    """Return the criteria of the report's period, or of the set in use, that the report has no assessment of.

    A period's set is a copy, so criteria of the same name are the same criterion.
    """
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
    assessment: Assessment, *, evidence: Mapping[str, Collection[Any]], version: int, by: User
) -> Assessment:
    """Save an assessment with its evidence; raise Conflict if somebody has saved it since `version`.

    `evidence` has rows and files of the report's organisation by the names in EVIDENCE; others are left out.
    """
    report = locked(assessment.report)
    require(Action.WRITE, report=report, by=by)
    stored: Assessment = report.assessments.select_related("criterion").get(pk=assessment.pk)
    if stored.version != version:
        raise Conflict(stored)
    _refuse_points(assessment)
    before = {**_described(stored), **_linked(stored)}
    for name in VALUES:
        setattr(stored, name, getattr(assessment, name))
    stored.version += 1
    stored.save()
    for name in EVIDENCE:
        own = [one for one in evidence.get(name, ()) if one.organisation_id == report.organisation_id]
        getattr(stored, name).set(own)
    values = difference(before, {**_described(stored), **_linked(stored)})
    criterion = [[LABEL, "", stored.criterion.name]] if values else []
    record(report, ChangeKind.EDITED, by=by, values=[*criterion, *values])
    return stored


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


def _refuse_points(assessment: Assessment) -> None:
    """Raise ValidationError for points that are negative or above the criterion's maximum, if it has one."""
    points, most = assessment.points, assessment.criterion.maximum_points
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
