"""One row: its sentence, its values, its history; deleted, restored."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.generic import DetailView, View

from accounts.history import history_of
from accounts.rows.editing import delete_row, restore_row
from accounts.rows.views.owned import EditorsOnlyMixin, OwnedRowsMixin


class RowPage(OwnedRowsMixin, DetailView):
    template_name = "accounts/year_row_page.html"
    context_object_name = "row"

    def get_context_data(self, **context):
        return super().get_context_data(**context, history=history_of(self.object))


class RowDelete(EditorsOnlyMixin, OwnedRowsMixin, View):
    http_method_names = ("post",)

    def post(self, request, year, pk):
        row = get_object_or_404(self.get_queryset(), pk=pk)
        delete_row(row, by=request.user)
        undo = self.pages.url("restore", year, pk)
        messages.success(request, f"Đã xóa: {row}.", extra_tags=undo)
        return HttpResponseRedirect(self.pages.list_url(year))


class RowRestore(EditorsOnlyMixin, OwnedRowsMixin, View):
    http_method_names = ("post",)

    def post(self, request, year, pk):
        rows = self.model.with_deleted.of(request.user.organisation).for_year(year)
        row = get_object_or_404(rows, pk=pk)
        restore_row(row, by=request.user)
        messages.success(request, f"Đã khôi phục: {row}.")
        return HttpResponseRedirect(row.get_absolute_url())
