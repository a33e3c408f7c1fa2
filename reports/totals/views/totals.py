"""The province's form on the screen and as files, and one of its columns by bodies."""

from django.http import Http404, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.generic import ListView, View

from accounts.costly import EXPORTS
from accounts.log.writing import record_export
from accounts.rows.views.files import PRIVATE
from accounts.views.paging import PagedMixin
from pbgdpl.lib.plain_names import plain_name
from reports.figures.form_table import form_head, full_label
from reports.models import PeriodKey, PeriodKind, SubmittedFigure
from reports.received.figures import Cell
from reports.received.totals import add_up
from reports.totals.charts import columns_chart, groups_chart
from reports.totals.column import body_lines
from reports.totals.files import csv_file, json_file, totals_workbook
from reports.totals.filters import Part, TableFilters
from reports.totals.marks import load_marks, marked_codes, open_marks
from reports.totals.table import left_out_words, numbered_bodies, page_lines, total_line
from reports.views import ReceivedReadersMixin


class TotalsMixin(ReceivedReadersMixin):
    """Reaches the figures of the bodies that report to the reader's organisation."""

    http_method_names = ("get", "head")

    @property
    def key(self):
        return self.kwargs["period"]

    @cached_property
    def totals(self):
        return add_up(self.request.user.organisation, self.key)

    @cached_property
    def marks(self):
        return load_marks(self.request.user.organisation, self.totals)

    def get_context_data(self, **context):
        return super().get_context_data(**context) | {"key": self.key, "totals": self.totals}


class TotalsPage(TotalsMixin, PagedMixin, ListView):
    """The form with a line for each body, a page at a time."""

    template_name = "reports/totals/totals.html"

    @cached_property
    def filters(self):
        return TableFilters.read(self.request.GET, self.totals.columns)

    def get_queryset(self):
        return numbered_bodies(self.totals, self.filters)

    def page_rows(self, page):
        return [*page_lines(page, self.totals, self.filters.part, marked_codes(self.marks))]

    def get_context_data(self, **context):
        totals = self.totals
        return super().get_context_data(**context) | {
            "filters": self.filters,
            "kinds": [PeriodKey(self.key.year, kind) for kind in PeriodKind],
            "parts": Part,
            "body_groups": [group.group for group in totals.groups],
            "orders": [(column.code, full_label(column)) for column in totals.columns],
            "head": form_head(totals.columns),
            "total": total_line(totals, self.filters.part),
            "bodies": len(totals.bodies),
            "added": len(totals.bodies) - len(totals.left_out),
            "chart": columns_chart(totals),
            "has_doubtful": any(column.is_doubtful for column in totals.columns),
            "left_out": left_out_words(totals),
            "left_out_cells": totals.left_out_cells,
            "left_out_before": totals.left_out_before,
            "open_marks": len(open_marks(self.marks)),
            "marks": len(self.marks),
        }


class ColumnPage(TotalsMixin, PagedMixin, ListView):
    """One column: its sum by groups, and a bar for each body."""

    template_name = "reports/totals/column.html"

    @cached_property
    def column(self):
        found = next((one for one in self.totals.columns if one.code == self.kwargs["code"]), None)
        if found is None:
            raise Http404
        return found

    def get_queryset(self):
        return body_lines(self.totals, self.column.code)

    def get_context_data(self, **context):
        code = self.column.code
        return super().get_context_data(**context) | {
            "column": self.column,
            "label": full_label(self.column),
            "chart": groups_chart(self.totals, self.column),
            "total": self.totals.cells.get(code, Cell()),
            "marked": {mark.body.organisation.pk for mark in open_marks(self.marks) if mark.code == code},
        }


FILES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}


@method_decorator(never_cache, name="dispatch")
class TotalsFile(TotalsMixin, View):
    """The whole form as a file, whatever the page is narrowed to."""

    quota = EXPORTS

    def get(self, request, period, ending):
        form = self.totals.form
        if ending not in FILES or form is None:
            raise Http404
        name = f"so-lieu-pbgdpl-{plain_name(request.user.organisation.code).upper()}-{period}.{ending}"
        if request.method == "GET":
            record_export(SubmittedFigure, f"{form.form_code} {period.words}", name, by=request.user)
        disposition = content_disposition_header(as_attachment=True, filename=name)
        headers = PRIVATE | {"Content-Disposition": disposition}
        return HttpResponse(self.file(ending, form), content_type=FILES[ending], headers=headers)

    def file(self, ending, form):
        match ending:
            case "csv":
                return csv_file(self.totals)
            case "json":
                return json_file(self.totals)
        return totals_workbook(self.totals, form, self.request.user.organisation)
