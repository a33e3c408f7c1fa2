from itertools import groupby
from typing import Any

from django.core.management.base import CommandParser

from pbgdpl.lib.commands import PoliteCommand
from reports.checks import Finding, find
from reports.management.given import report_of_year


class Command(PoliteCommand):
    help = "In những chỗ cần xem lại trong báo cáo năm của một cơ quan, theo từng mục."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", metavar="CODE", help="mã cơ quan")
        parser.add_argument("year", metavar="YEAR", type=int, help="năm báo cáo")

    def handle(self, *, code: str, year: int, **options: Any) -> None:
        report = report_of_year(code, year)
        headings: dict[int | None, str] = dict(report.sections.values_list("pk", "heading"))
        order = [None, *headings]

        def place(finding: Finding) -> int:
            return order.index(finding.place.section)

        findings = find(report)
        for position, group in groupby(sorted(findings, key=place), key=place):
            self.stdout.write(headings.get(order[position], "Cả báo cáo"))
            for finding in group:
                self.stdout.write(f"  [{finding.rule.severity.words(report.wording)}] {finding.text}")
        self.stdout.write(f"{len(findings) or 'Không có'} chỗ cần xem lại.")
