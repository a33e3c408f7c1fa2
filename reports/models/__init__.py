"""One noun a file."""

from reports.models.criteria import Assessment, CriteriaSet, Criterion
from reports.models.outline import NumberingScheme, Outline, OutlineSection
from reports.models.report import Annex, PeriodKind, Recipient, Report, Section

__all__ = [
    "Annex",
    "Assessment",
    "CriteriaSet",
    "Criterion",
    "NumberingScheme",
    "Outline",
    "OutlineSection",
    "PeriodKind",
    "Recipient",
    "Report",
    "Section",
]
