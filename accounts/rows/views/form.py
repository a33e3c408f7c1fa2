"""A row is entered and changed on one page."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.functional import cached_property
from django.views.generic import FormView

from accounts.once import carry_out_once
from accounts.rows.editing import EditConflict
from accounts.rows.views.owned import EditorsOnlyMixin, OwnedRowsMixin
from accounts.typed import take_typed


class RowForm(EditorsOnlyMixin, OwnedRowsMixin, FormView):
    """What a new row and an edited one have in common."""

    keeps_typed = True  # what was typed outlives the session: see accounts.typed
    template_name = "accounts/year_row_form.html"

    def get_form_class(self):
        return self.pages.form_class

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs() | {"by": self.request.user, "year": self.kwargs["year"]}
        if self.request.method == "GET" and (typed := take_typed(self.request.session, self.request.path)):
            kwargs["data"] = typed
        return kwargs


class RowAdd(RowForm):
    def form_valid(self, form):
        def save():
            row = form.save()
            messages.success(self.request, f"Đã lưu: {row}.")
            return row.get_absolute_url()

        key = form.cleaned_data["sent_key"]
        return HttpResponseRedirect(carry_out_once(save, key=key, by=self.request.user))


class RowEdit(RowForm):
    @cached_property
    def row(self):
        return get_object_or_404(self.get_queryset(), pk=self.kwargs["pk"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.row}

    def form_valid(self, form):
        try:
            row = form.save()
        except EditConflict as conflict:
            return self.conflict(form, conflict.stored)
        messages.success(self.request, f"Đã lưu: {row}.")
        return HttpResponseRedirect(row.get_absolute_url())

    def conflict(self, form, stored):
        """Show what was typed beside what somebody else saved; nothing is saved."""
        context = self.get_context_data(form=form, stored=stored)
        return render(self.request, "accounts/year_row_conflict.html", context, status=409)
