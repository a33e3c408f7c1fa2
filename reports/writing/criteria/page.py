"""The criteria of a report as its page lists them: the progress of each assessment, and the points."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import groupby

from django.db.models import Prefetch

from reports.models import Assessment, CriteriaSet, Report, Result
from reports.writing.criteria.assessments import EVIDENCE


class Progress(Enum):
    """How far the assessment of a criterion is; the value is shown on the page."""

    NONE = "Chưa đánh giá"
    LAST_YEARS = "Còn lời năm trước"
    NO_TEXT = "Chưa có lời"
    DESCRIBED = "Đã có lời"

    @property
    def icon(self) -> str:
        return "done" if self is Progress.DESCRIBED else "not_started"


RESULT_ICONS = {Result.MET: "done", Result.PARTLY_MET: "warning", Result.NOT_MET: "closed"}


@dataclass(frozen=True, slots=True)
class AssessedCriterion:
    assessment: Assessment
    number: int

    @property
    def progress(self) -> Progress:
        return progress_of(self.assessment)

    @property
    def result_icon(self) -> str:
        return RESULT_ICONS[Result(self.assessment.result)] if self.assessment.result else ""

    @property
    def evidence(self) -> tuple[str, ...]:
        """Return the names of the rows and files that are its evidence."""
        return tuple(one.short_name for name in EVIDENCE for one in getattr(self.assessment, name).all())


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
    def progress(self) -> str:
        return progress_words(self.assessed_count, len(self.criteria))

    @property
    def assessed_count(self) -> int:
        return assessed_count(one.assessment for one in self.criteria)

    @property
    def has_points(self) -> bool:
        """Return whether the page shows points: the set has maximum points, or somebody has given points."""
        return any(one is not None for one in (*self._known(_points), *self._known(_most)))

    @property
    def points(self) -> Decimal | None:
        """Return the sum of the points, None if a criterion has none yet."""
        return _sum(self._known(_points))

    @property
    def maximum_points(self) -> Decimal | None:
        return _sum(self._known(_most))

    def _known(self, value: Callable[[Assessment], Decimal | None]) -> list[Decimal | None]:
        return [value(one.assessment) for one in self.criteria]


def progress_of(assessment: Assessment) -> Progress:
    if assessment.text:
        return Progress.LAST_YEARS if _is_last_years(assessment) else Progress.DESCRIBED
    return Progress.NO_TEXT if assessment.result or assessment.points is not None else Progress.NONE


def assessed_count(assessments: Iterable[Assessment]) -> int:
    """Return how many assessments have a text of this year."""
    return sum(progress_of(one) is Progress.DESCRIBED for one in assessments)


def _is_last_years(assessment: Assessment) -> bool:
    """Return whether the text was copied from the earlier report and only its years were changed since."""
    return assessment.version == assessment.carried_version and assessment.report.started_from_id is not None


def _points(assessment: Assessment) -> Decimal | None:
    return assessment.points


def _most(assessment: Assessment) -> Decimal | None:
    return assessment.criterion.maximum_points


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    known = list(values)
    return None if not known or None in known else sum((one for one in known if one is not None), Decimal())


def progress_words(assessed: int, total: int) -> str:
    return f"{assessed} trong {total} tiêu chí đã đánh giá"


def criteria_page(report: Report, *, with_evidence: bool = False) -> CriteriaPage:
    """Return the criteria of a report in their order; one query, and one more for each kind of evidence."""
    assessments = report.assessments.select_related(
        "criterion__criteria_set", "report"
    ).with_evidence_counts()
    if with_evidence:
        assessments = assessments.prefetch_related(*map(_present, EVIDENCE))
    criteria = tuple(AssessedCriterion(one, number) for number, one in enumerate(assessments, start=1))
    return CriteriaPage(
        tuple(dict.fromkeys(one.assessment.criterion.criteria_set for one in criteria)), criteria
    )


def _present(name: str) -> Prefetch[str]:
    """Return the prefetch of one kind of evidence without deleted rows."""
    model = Assessment._meta.get_field(name).related_model
    return Prefetch(name, queryset=model._default_manager.filter(deleted_at=None))  # type: ignore[union-attr]
