from collections.abc import Iterable
from typing import Any

from django.core.management.base import CommandError, CommandParser

from accounts.models import Organisation
from pbgdpl.lib.commands import PoliteCommand, json_line
from reports.management.periods import read_period
from reports.models import Indicator
from reports.review.totals import BodyFigures, Cell, Cells, Totals, add_up

DOES_NOT_APPLY = "-"


class Command(PoliteCommand):
    help = "In ra biểu của cả tỉnh (04c) dạng JSON, cộng từ các báo cáo đã tiếp nhận."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", metavar="CODE", help="mã Sở Tư pháp")
        parser.add_argument("period", metavar="PERIOD", help="kỳ báo cáo: 2026, 2026-6-thang")

    def handle(self, *, code: str, period: str, **options: Any) -> None:
        receiver = Organisation.objects.filter(code=code).first()
        if receiver is None:
            raise CommandError(f"Không có cơ quan nào mã “{code}”.")
        if not receiver.departments.exists():
            raise CommandError(f"Không có đơn vị nào gửi báo cáo về cơ quan mã “{code}”.")
        totals = add_up(receiver, read_period(period))
        if totals.form is None:
            raise CommandError(f"Chưa có biểu tổng hợp nào dùng cho {totals.key.words}.")
        self.stdout.write(json_line(totals_data(totals)))


def totals_data(totals: Totals) -> dict[str, object]:
    """Return the totals for JSON: "-" is a figure that does not apply, null one that nobody states."""
    columns = totals.columns
    return {
        "form": totals.form.form_code if totals.form else "",
        "period": str(totals.key),
        "columns": [{"code": one.code, "label": one.label, "unit": one.unit} for one in columns],
        "groups": [
            {
                "group": group.group.value,
                "label": group.group.label,
                "bodies": [_body(body, columns) for body in group.bodies if body.is_added_up],
                "total": _figures(group.cells, columns),
            }
            for group in totals.groups
        ],
        "total": _figures(totals.cells, columns),
        "left_out": [
            {"code": one.organisation.code, "name": one.organisation.name, "because": one.left_out_because}
            for one in totals.left_out
        ],
    }


def _body(body: BodyFigures, columns: Iterable[Indicator]) -> dict[str, object]:
    return {
        "code": body.organisation.code,
        "name": body.organisation.name,
        "version": body.version,
        "figures": _figures(body.cells, columns),
    }


def _figures(cells: Cells, columns: Iterable[Indicator]) -> list[dict[str, object]]:
    return [_figure(column.code, cells.get(column.code, Cell())) for column in columns]


def _figure(code: str, cell: Cell) -> dict[str, object]:
    return {
        "code": code,
        "actual": DOES_NOT_APPLY if cell.does_not_apply else cell.actual,
        "estimate": cell.estimate,
        "counted": cell.counted,
        "before": cell.before,
    }
