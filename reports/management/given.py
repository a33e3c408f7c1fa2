"""The period, or the report, that a command is given."""

from django.core.management.base import CommandError

from reports.models import PeriodKey, Report

WRONG_PERIOD = "“{}” không phải kỳ báo cáo; viết như 2026 (cả năm) hoặc 2026-6-thang (6 tháng đầu năm)."


def read_period(text: str) -> PeriodKey:
    """Return the period that its name in addresses stands for; raise CommandError for any other text."""
    try:
        return PeriodKey.read(text)
    except ValueError as error:
        raise CommandError(WRONG_PERIOD.format(text)) from error


def report_of_year(code: str, year: int) -> Report:
    """Return the report of the body with a code on a whole year; raise CommandError where there is none."""
    reports = Report.objects.filter(organisation__code=code)
    report: Report | None = reports.for_period(PeriodKey(year)).first()
    if report is None:
        raise CommandError(f"Cơ quan mã “{code}” chưa có báo cáo năm {year}.")
    return report
