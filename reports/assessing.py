"""The verb that says what a report has to say of one criterion."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import number_format

from accounts.history import difference, record, value_told
from accounts.models import ChangeKind, User
from reports.models import Assessment
from reports.states import Action, held, require

SAID = ("text", "result", "points")
EVIDENCE = ("plans", "directives", "events", "attachments")


class AssessmentConflict(Exception):
    """Somebody saved the assessment after it was read; `stored` is the assessment as they left it."""

    def __init__(self, stored: Assessment) -> None:
        super().__init__()
        self.stored = stored


@transaction.atomic
def assess(
    assessment: Assessment, *, evidence: Mapping[str, Collection[Any]], version: int, by: User
) -> Assessment:
    """Save what is said of a criterion and what shows it; raise AssessmentConflict where others saved since.

    `evidence` holds rows and files of the own organisation by the names in EVIDENCE.
    """
    report = held(assessment.report)
    require(Action.WRITE, report=report, by=by)
    stored = report.assessments.select_related("criterion").get(pk=assessment.pk)
    if stored.version != version:
        raise AssessmentConflict(stored)
    _refuse_points(assessment)
    before = {**_told(stored), **_linked(stored)}
    for name in SAID:
        setattr(stored, name, getattr(assessment, name))
    stored.version += 1
    stored.save()
    for name in EVIDENCE:
        own = [one for one in evidence.get(name, ()) if one.organisation_id == report.organisation_id]
        getattr(stored, name).set(own)
    values = difference(before, {**_told(stored), **_linked(stored)})
    criterion = [["tiêu chí", "", stored.criterion.name]] if values else []
    record(report, ChangeKind.EDITED, by=by, values=[*criterion, *values])
    return stored


def _refuse_points(assessment: Assessment) -> None:
    """Refuse points that are negative or above what the criterion gives at most, where that is known."""
    points, most = assessment.points, assessment.criterion.maximum_points
    if points is not None and points < 0:
        raise ValidationError({"points": "Điểm không được âm."})
    if points is not None and most is not None and points > most:
        raise ValidationError({"points": f"Điểm tối đa của tiêu chí này là {number_format(most)}."})


def _told(assessment: Assessment) -> dict[str, str]:
    return {label: text for name in SAID for label, text in value_told(assessment, name).items()}


def _linked(assessment: Assessment) -> dict[str, str]:
    return {
        str(Assessment._meta.get_field(name).verbose_name): "\n".join(  # type: ignore[union-attr]
            sorted(str(one) for one in getattr(assessment, name).all())
        )
        for name in EVIDENCE
    }
