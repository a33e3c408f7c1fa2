"""Whether a report is asked for figures."""

from __future__ import annotations

from reports.models import IndicatorSet, Report


def is_asked(report: Report) -> bool:
    """Return whether the period asks for a form, or somebody has settled a figure of the report."""
    receiver = report.organisation.reports_to_id or report.organisation_id
    opened = IndicatorSet.objects.filter(
        period__receiver_id=receiver,
        period__reporting_year=report.reporting_year,
        period__kind=report.period_kind,
    )
    return opened.exists() or report.figures.exists()
