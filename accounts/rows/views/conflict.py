"""The page of two versions of one row, and what is sent from there."""

from copy import copy

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.functional import cached_property

from accounts.history import last_change
from accounts.rows.conflict import TAKING, Take, choices, composed, typed_fields
from accounts.rows.editing import EditConflict, edit_row, revive_row


class ConflictMixin:
    """Saves an edit; where somebody else saved or deleted the row meanwhile, shows both versions to choose from."""

    @cached_property
    def row(self):
        """Return the row, of whatever year by now: nobody loses what they typed because somebody else moved it."""
        rows = self.model.with_deleted.of(self.request.user.organisation).select_related(
            "division", "entered_by"
        )
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def taking(self):
        return self.request.POST.get(TAKING)

    def get(self, request, *args, **kwargs):
        if self.row.deleted_at:
            return HttpResponseRedirect(self.row.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if self.taking == Take.ALL_STORED:
            messages.success(request, f"Giữ bản đã lưu: {self.row.short_name}.")
            return HttpResponseRedirect(self.row.get_absolute_url())
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        if kwargs.get("data"):
            kwargs["data"] = composed(kwargs["data"], self._form(copy(self.row)))
        return kwargs

    def form_valid(self, form):
        try:
            row = form.save(edit=revive_row if self.taking == Take.REVIVED else edit_row)
        except EditConflict as conflict:
            return self.conflict(conflict.stored)
        return self._saved(row)

    def conflict(self, stored):
        """Show what was typed beside what is stored; nothing is saved."""
        mine = self._form(copy(stored), self.request.POST)
        if not mine.is_valid():
            return self.form_invalid(mine)
        differences = choices(mine, self._form(stored))
        if not differences and not stored.deleted_at:
            return self._saved(stored)
        context = {
            "view": self,
            "year": self.kwargs["year"],
            "row": stored,
            "choices": differences,
            "typed": typed_fields(self.request.POST),
            "change": last_change(stored),
        }
        return render(self.request, "accounts/year_row_conflict.html", context, status=409)

    def _form(self, row, data=None):
        return self.get_form_class()(data, instance=row, by=self.request.user, year=self.kwargs["year"])

    def _saved(self, row):
        messages.success(self.request, f"Đã lưu {row.short_name}.")
        return HttpResponseRedirect(row.get_absolute_url())
