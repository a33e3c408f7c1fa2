"""count_figures CODE PERIOD: the figures of a body's statistical form as JSON; nothing is saved."""

from typing import Any

from django.core.management.base import CommandError, CommandParser

from accounts.models import Organisation
from accounts.organisations import organisation_of_code
from pbgdpl.lib.commands import PoliteCommand, json_line
from reports.figures.form import forms_for, load_form
from reports.figures.sheet_cells import NOT_APPLICABLE
from reports.figures.values import Form, FormFigure
from reports.management.given import read_period
from reports.models import PeriodKey


class Command(PoliteCommand):
    help = "Đếm số liệu của biểu thống kê từ các dòng của một cơ quan và in ra JSON; không lưu gì."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", metavar="CODE", help="mã cơ quan")
        parser.add_argument("period", metavar="PERIOD", help="kỳ báo cáo: 2026 hoặc 2026-6-thang")
        parser.add_argument(
            "--set", dest="form_code", default="", metavar="FORM", help="ký hiệu biểu: 04b/TP/PBGDPL"
        )

    def handle(self, *, code: str, period: str, form_code: str, **options: Any) -> None:
        organisation, key = organisation_of_code(code), read_period(period)
        form = load_form(organisation, key, form_code=known_code(organisation, key, form_code))
        if form is None:
            raise CommandError(f"Chưa có biểu số liệu nào cho {organisation} dùng trong {key.words}.")
        self.stdout.write(json_line(values_of(form, key)))


def known_code(organisation: Organisation, key: PeriodKey, form_code: str) -> str:
    """Return the code of the form that a person names by it or by its beginning, "04b"; raise CommandError else."""
    if not form_code:
        return ""
    codes = sorted(one.form_code for one in forms_for(organisation, key))
    for code in codes:
        if form_code.casefold() in (code.casefold(), code.partition("/")[0].casefold()):
            return code
    listed = f"Có các biểu: {', '.join(codes)}." if codes else "Chưa có biểu nào."
    raise CommandError(f"Không có biểu “{form_code}” dùng trong {key.words}. {listed}")


def values_of(form: Form, key: PeriodKey) -> dict[str, object]:
    return {
        "form": form.indicator_set.form_code,
        "period": str(key),
        "figures": [
            {
                "code": one.indicator.code,
                "actual": actual_of(one),
                "estimate": one.estimate,
                "unit": one.indicator.unit,
                "rows": len(one.rows),
            }
            for one in form.figures
        ],
    }


def actual_of(figure: FormFigure) -> int | str | None:
    """Return the number, the words of a column of words, "-" where it does not apply, None where nobody entered it."""
    if figure.does_not_apply:
        return NOT_APPLICABLE
    return figure.words or None if figure.indicator.is_text else figure.actual
