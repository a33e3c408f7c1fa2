"""The page of a row with its sentence, values and history, and the views that delete and restore it."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.generic import DetailView, View

from accounts.history import history_of, value_in_words
from accounts.models import ChangeKind
from accounts.returning import at_row, return_address, return_query
from accounts.rows.editing import delete_row, restore_row
from accounts.rows.views.files import files_panel
from accounts.rows.views.owned import EditorsOnlyMixin, OwnedRowsMixin


class WithDeletedMixin(OwnedRowsMixin):
    """Includes deleted rows: their pages state that they are deleted and can restore them."""

    def get_queryset(self):
        rows = self.model.with_deleted.of(self.request.user.organisation)
        return rows.for_year(self.kwargs["year"]).select_related("division", "entered_by")


class RowPage(WithDeletedMixin, DetailView):
    template_name = "accounts/rows/page.html"
    context_object_name = "row"

    def get_context_data(self, **context):
        row, history = self.object, list(history_of(self.object))
        return super().get_context_data(**context) | {
            "values": self._values(),
            "links": [(label, getattr(row, name).in_order()) for name, label in row.link_labels.items()],
            "history": history,
            "deletion": row.deleted_at
            and next((one for one in history if one.kind == ChangeKind.DELETED), None),
            "may_edit": self.request.user.may_edit,
            **self._way_back(),
            **self._place(),
            **files_panel(row),
        }

    def _values(self):
        """Return the row's values in the order of its columns: [("Số, ký hiệu", "139/KH-SXD"), …]."""
        values = [
            (column.heading, value_in_words(self.object, column.field)) for column in self.pages.columns
        ]
        # Words that continue a sentence of the report stand alone here: ", phối hợp cùng".
        return [(heading, value.lstrip(" ,:;")) for heading, value in values if value]

    def _way_back(self):
        """Return the address of the list that the row was opened from, if any, and the query that keeps it."""
        address = return_address(self.request)
        return {
            "back_url": at_row(address, self.object.pk) if address else "",
            "is_from_list": address.startswith(self.pages.list_url(self.kwargs["year"])),
            "back_query": return_query(address),
        }

    def _place(self):
        """Return the row's place among those of its year, and the pks of the rows before and after it."""
        rows = self.model.objects.of(self.object.organisation_id).for_year(self.object.reporting_year)
        pks = list(rows.in_order().values_list("pk", flat=True))
        if self.object.pk not in pks:
            return {}
        place = pks.index(self.object.pk)
        before, after = pks[:place], pks[place + 1 :]
        return {
            "place": place + 1,
            "places": len(pks),
            "earlier": before[-1] if before else None,
            "later": after[0] if after else None,
        }


class RowDelete(EditorsOnlyMixin, WithDeletedMixin, View):
    http_method_names = ("post",)

    def post(self, request, year, pk):
        row = get_object_or_404(self.get_queryset(), pk=pk)
        delete_row(row, by=request.user)
        address = return_address(request)
        undo = f"{self.pages.url('restore', year, pk)}{return_query(address)}"
        messages.success(request, f"Đã xóa: {row.short_name}.", extra_tags=undo)
        return HttpResponseRedirect(address or self.pages.list_url(year))


class RowRestore(EditorsOnlyMixin, WithDeletedMixin, View):
    http_method_names = ("post",)

    def post(self, request, year, pk):
        row = get_object_or_404(self.get_queryset(), pk=pk)
        restore_row(row, by=request.user)
        messages.success(request, f"Đã khôi phục: {row.short_name}.")
        address = return_address(request)
        return HttpResponseRedirect(at_row(address, pk) if address else row.get_absolute_url())
