"""What the report of the year before says about each criterion, to be read or taken over."""

from __future__ import annotations

from dataclasses import dataclass

from pbgdpl.lib.vietnamese import fold
from reports.models import Criterion, Report
from reports.years import earlier_report


@dataclass(frozen=True, slots=True)
class EarlierAssessment:
    text: str
    result: str  # "Đạt", "" if none was chosen


@dataclass(frozen=True, slots=True)
class EarlierAssessments:
    """The assessments of an earlier report by the folded names of their criteria."""

    words: str  # "năm 2024"
    by_name: dict[str, EarlierAssessment]

    def of(self, criterion: Criterion) -> EarlierAssessment | None:
        """Return the assessment of the criterion of the same name, None if it is empty or missing."""
        found = self.by_name.get(fold(criterion.name))
        return found if found and (found.text or found.result) else None


def earlier_assessments(report: Report) -> EarlierAssessments | None:
    """Return the assessments of the report that this one began with, else of the department's last one before."""
    earlier = report.started_from or earlier_report(report.organisation, report.period)
    if earlier is None:
        return None
    assessments = earlier.assessments.select_related("criterion")
    by_name = {
        fold(one.criterion.name): EarlierAssessment(one.text, str(one.get_result_display()))
        for one in assessments
    }
    return EarlierAssessments(earlier.period.words, by_name)
