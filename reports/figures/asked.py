"""The judgements of a report's figures, where somebody asked for figures or has settled some."""

from __future__ import annotations

from reports.figures.form import load_form
from reports.figures.judging import Judgement, judge
from reports.models import IndicatorSet, Report


def judgements_of(report: Report) -> tuple[Judgement, ...]:
    """Return the judgements of a report's form; none where its period asks for no form and nobody settled a figure."""
    if not (_is_asked(report) or report.figures.exists()):
        return ()
    form = load_form(report.organisation, report.period)
    return judge(form) if form else ()


def _is_asked(report: Report) -> bool:
    receiver = report.organisation.reports_to_id or report.organisation_id
    opened = IndicatorSet.objects.filter(
        period__receiver_id=receiver,
        period__reporting_year=report.reporting_year,
        period__kind=report.period_kind,
    )
    return opened.exists()
