"""The criteria of a report as its page lists them: how far each is told, and the points where they are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import groupby

from reports.models import Assessment, CriteriaSet, Report, Result


class Telling(Enum):
    """How far a criterion is told; the value is what people read."""

    NONE = "Chưa đánh giá"
    LAST_YEARS = "Còn lời năm trước"
    WORDLESS = "Chưa có lời"
    TOLD = "Đã có lời"

    @property
    def icon(self) -> str:
        return "done" if self is Telling.TOLD else "not_started"


RESULT_ICONS = {Result.MET: "done", Result.PARTLY_MET: "warning", Result.NOT_MET: "closed"}


@dataclass(frozen=True, slots=True)
class AssessedCriterion:
    assessment: Assessment
    number: int

    @property
    def telling(self) -> Telling:
        return telling_of(self.assessment)

    @property
    def result_icon(self) -> str:
        return RESULT_ICONS[Result(self.assessment.result)] if self.assessment.result else ""


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    criteria: tuple[AssessedCriterion, ...]


@dataclass(frozen=True, slots=True)
class CriteriaPage:
    sets: tuple[CriteriaSet, ...]
    criteria: tuple[AssessedCriterion, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        runs = groupby(self.criteria, key=lambda one: one.assessment.criterion.group)
        return tuple(Group(name, tuple(run)) for name, run in runs)

    @property
    def assessed_count(self) -> int:
        return assessed_count(one.assessment for one in self.criteria)

    @property
    def has_points(self) -> bool:
        """Return whether points are spoken of at all: the set gives some, or somebody has written some."""
        return any(one is not None for one in (*self._known(_points), *self._known(_most)))

    @property
    def points(self) -> Decimal | None:
        """Return the sum of the points, None where any are not known."""
        return _sum(self._known(_points))

    @property
    def maximum_points(self) -> Decimal | None:
        return _sum(self._known(_most))

    def _known(self, value: Callable[[Assessment], Decimal | None]) -> list[Decimal | None]:
        return [value(one.assessment) for one in self.criteria]


def telling_of(assessment: Assessment) -> Telling:
    if assessment.text:
        return Telling.LAST_YEARS if _is_last_years(assessment) else Telling.TOLD
    return Telling.WORDLESS if assessment.result or assessment.points is not None else Telling.NONE


def assessed_count(assessments: Iterable[Assessment]) -> int:
    """Return how many criteria are told in words of this year."""
    return sum(telling_of(one) is Telling.TOLD for one in assessments)


def _is_last_years(assessment: Assessment) -> bool:
    """Return whether the words came with the report and nobody has saved them since."""
    return assessment.version == 1 and assessment.report.started_from_id is not None


def _points(assessment: Assessment) -> Decimal | None:
    return assessment.points


def _most(assessment: Assessment) -> Decimal | None:
    return assessment.criterion.maximum_points


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    known = list(values)
    return None if not known or None in known else sum((one for one in known if one is not None), Decimal())


def criteria_page(report: Report) -> CriteriaPage:
    """Return the criteria of a report in their order, by one query."""
    assessments = report.assessments.select_related("criterion__criteria_set").with_evidence_counts()
    criteria = tuple(AssessedCriterion(one, number) for number, one in enumerate(assessments, start=1))
    return CriteriaPage(
        tuple(dict.fromkeys(one.assessment.criterion.criteria_set for one in criteria)), criteria
    )
