"""The period that a command is given."""

from django.core.management.base import CommandError

from reports.models import PeriodKey

WRONG_PERIOD = "“{}” không phải kỳ báo cáo; viết như 2026 (cả năm) hoặc 2026-6-thang (6 tháng đầu năm)."


def read_period(text: str) -> PeriodKey:
    """Return the period that its name in addresses stands for; raise CommandError for any other text."""
    try:
        return PeriodKey.read(text)
    except ValueError as error:
        raise CommandError(WRONG_PERIOD.format(text)) from error
