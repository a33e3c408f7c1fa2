"""Whether a report is asked for figures."""

from __future__ import annotations

from reports.figures.form import receiver_of
from reports.models import IndicatorSet, Report


def is_asked(report: Report) -> bool:
    """Return whether the period asks for a form, or somebody has settled a figure of the report."""
    opened = IndicatorSet.objects.filter(
        period__receiver_id=receiver_of(report.organisation),
        period__reporting_year=report.reporting_year,
        period__kind=report.period_kind,
    )
    return opened.exists() or report.figures.exists()
