from typing import Any

from django.core.management.base import CommandError, CommandParser

from accounts.organisations import organisation_of_code
from pbgdpl.lib.commands import PoliteCommand, json_line
from reports.management.given import read_period
from reports.received.totals import add_up
from reports.totals.data import totals_data


class Command(PoliteCommand):
    help = "In ra biểu của cả tỉnh (04c) dạng JSON, cộng từ các báo cáo đã tiếp nhận."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", metavar="CODE", help="mã Sở Tư pháp")
        parser.add_argument("period", metavar="PERIOD", help="kỳ báo cáo: 2026, 2026-6-thang")

    def handle(self, *, code: str, period: str, **options: Any) -> None:
        receiver = organisation_of_code(code)
        if not receiver.departments.exists():
            raise CommandError(f"Không có đơn vị nào gửi báo cáo về cơ quan mã “{code}”.")
        totals = add_up(receiver, read_period(period))
        if totals.form is None:
            raise CommandError(f"Chưa có biểu tổng hợp nào dùng cho {totals.key.words}.")
        self.stdout.write(json_line(totals_data(totals)))
