"""read_sheet FILE: the rows of a spreadsheet as the review of an upload shows them, as JSON; nothing is saved."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.forms import BoundField

from accounts.models import Organisation, User
from accounts.organisations import organisation_of_code
from accounts.rows.pages import RowPages
from accounts.rows.sheets.kinds import UnreadableSheet
from accounts.rows.sheets.left_out import LeftOut
from accounts.rows.sheets.reading import Sheet, read_sheet
from accounts.rows.year_row import FIRST_YEAR, LAST_YEAR
from events.views import EVENTS
from pbgdpl.lib.commands import PoliteCommand, bytes_of_file, json_line
from plans.views import DIRECTIVES, PLANS, POLICIES
from reports.reading.pasted.forms.review import Review
from reports.reading.pasted.forms.review_row import ReviewRow

PAGES = {pages.list_name: pages for pages in (PLANS, DIRECTIVES, POLICIES, EVENTS)}
LISTS = {pages.name: pages.list_name for pages in PAGES.values()}


class Command(PoliteCommand):
    help = "Đọc một bảng tính như trang “Nhập từ bảng tính” và in ra JSON; không lưu gì."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="bảng tính")
        parser.add_argument(
            "--rows", required=True, metavar="LIST", help="danh sách: plans, directives, policies hoặc events"
        )
        parser.add_argument("--organisation", required=True, metavar="CODE", help="mã cơ quan")
        parser.add_argument("--year", required=True, type=int, metavar="YEAR", help="năm báo cáo")

    def handle(self, *, file: Path, rows: str, organisation: str, year: int, **options: Any) -> None:
        if (pages := PAGES.get(rows)) is None:
            raise CommandError("Danh sách ở --rows phải là plans, directives, policies hoặc events.")
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise CommandError(f"Năm ở --year phải từ {FIRST_YEAR} đến {LAST_YEAR}.")
        owner = organisation_of_code(organisation)
        try:
            sheet = read_sheet(bytes_of_file(file), pages.columns)
        except UnreadableSheet as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json_line(values_of(sheet, pages, owner, year)))


def values_of(sheet: Sheet, pages: RowPages, owner: Organisation, year: int) -> dict[str, object]:
    """Return what the review of the sheet shows: its rows, what was left out, and the columns that were not read."""
    review = Review.of_upload(sheet, pages, by=User(organisation=owner), year=year)
    only_sheet = sheet.sentences_sheet or sheet.rows[0].sheet
    return {
        "rows": [{"sheet": row.sheet or only_sheet} | row_values(row) for row in review.rows],
        "left_out": [
            {"sheet": out.sheet, "row": out.number or None, "why": out.why, "text": out.text}
            for out in (*sheet.left_out, *(unchanged(row, only_sheet) for row in review.unchanged))
        ],
        "unread_columns": list(sheet.unknown_headings),
    }


def row_values(row: ReviewRow) -> dict[str, object]:
    """Return the row's list, its values by the names of the form's fields, null for an empty one, and its doubts."""
    values = {name: _shown(row.form[name]) for name in row.form.fields}
    problems = [": ".join(filter(None, (problem.label, problem.message))) for problem in row.problems()]
    return {
        "row": row.line,
        "list": LISTS[row.kind],
        **values,
        **({"changes": row.changes} if row.stored else {}),
        "skipped": row.is_skipped,
        "doubts": [*problems, *repeated(row), *row.doubts],
    }


def unchanged(row: ReviewRow, sheet: str) -> LeftOut:
    """Return a row of an exported sheet that is as it is stored."""
    return LeftOut(row.line, "không đổi", row.instance.short_name, row.sheet or sheet)


def repeated(row: ReviewRow) -> Iterator[str]:
    """Yield the sentence on a row that is stored already or stands in the list twice."""
    if row.duplicate:
        yield f"Đã có: {row.duplicate.short_name} (năm {row.duplicate.reporting_year})."
    elif row.same_as:
        yield f"Trùng với {row.same_as.place}."


def _shown(field: BoundField) -> str | None:
    """Return the value of a field as the page shows it, of a choice its label; None for an empty one."""
    value = field.value() or None
    return dict(getattr(field.field, "choices", ())).get(value, value)
