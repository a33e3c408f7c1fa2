"""The board and its spreadsheet, for the Justice Department that the departments report to."""

from django.db import transaction
from django.template.loader import render_to_string
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache
from django.views.generic import ListView, View

from accounts.backup.last_backup import backup_warning
from accounts.costly import EXPORTS
from accounts.history import record_download
from accounts.rows.views.export import download
from accounts.views.paging import PagedMixin
from pbgdpl.lib.plain_names import plain_name
from pbgdpl.lib.remembering import remembered
from reports.models import PeriodKey, PeriodKind
from reports.review.board import BoardFilters, board
from reports.review.board.sheet import board_sheet
from reports.states import status_of
from reports.views import ReceivedReadersMixin
from reports.year.first_steps import first_steps
from reports.years import reports_of


class OwnBoardMixin(ReceivedReadersMixin):
    """Reaches the departments that report to the reader's organisation, filtered by the address."""

    http_method_names = ("get", "head")

    @cached_property
    def filters(self):
        return BoardFilters.read(self.request.GET)

    @cached_property
    def board(self):
        return board(self.request.user.organisation, self.kwargs["period"], self.filters)


@remembered
def row_html(row, place, key, *, can_remind, is_chosen):
    """Render a row of the board once for the same plain values: a page has fifty."""
    context = {"row": row, "place": place, "key": key, "can_remind": can_remind, "is_chosen": is_chosen}
    return render_to_string("reports/review/_board_row.html", context)


class BoardPage(OwnBoardMixin, PagedMixin, ListView):
    template_name = "reports/review/board.html"

    def get_queryset(self):
        return self.board.rows

    def page_rows(self, page):
        """Return the HTML of the rows of a page."""
        is_chosen = self.request.GET.get("chon") == "trang"
        return [
            row_html(row, place, self.board.key, can_remind=self.can_remind, is_chosen=is_chosen)
            for place, row in enumerate(page, start=page.start_index())
        ]

    def province(self):
        """Return the status of the department's own report, which is that of the province; None where it has none."""
        receiver = self.request.user.organisation
        if not receiver.reports_for_province:
            return None
        return status_of(reports_of(receiver, self.board.key).only("organisation").first())

    @cached_property
    def can_remind(self):
        """Return whether the deadline of departments that have not submitted can be extended, or they be reminded."""
        return self.board.period is not None and bool(self.board.awaited)

    def get_context_data(self, **context):
        departments = self.board.departments
        return super().get_context_data(**context) | {
            "board": self.board,
            "province": self.province(),
            "backup_warning": backup_warning(self.request.user),
            "first_steps": first_steps(self.request.user, self.board.key.year),
            "kinds": [PeriodKey(self.board.key.year, kind) for kind in PeriodKind],
            "states": self.filters.states(departments),
            "punctualities": self.filters.punctualities(departments) if self.board.period else (),
            "can_select": any(row.report or self.can_remind for row in self.board.rows),
        }


@method_decorator(never_cache, name="dispatch")
class BoardSheet(OwnBoardMixin, View):
    """The rows of the board with the same filters, of all its pages."""

    quota = EXPORTS

    @transaction.atomic
    def get(self, request, period):
        name = self.file_name()
        if self.board.period and request.method == "GET":
            record_download(self.board.period, name, by=request.user)
        return download(board_sheet(self.board), name)

    def file_name(self):
        """Return a name in ASCII letters, which every document system accepts."""
        code = plain_name(self.request.user.organisation.code).upper()
        return f"tong-hop-pbgdpl-{code}-{self.board.key}.xlsx"
