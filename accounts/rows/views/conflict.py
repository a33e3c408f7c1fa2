"""The page of two versions of one row or of another object with a version, and the form sent from it."""

from copy import copy

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import render

from accounts.conflict import Conflict
from accounts.rows.conflict import TAKING, Take, choices, composed, typed_fields
from accounts.typed import restore_typed


class ConflictMixin:
    """Saves a form; if somebody else has saved or deleted the object meanwhile, shows both versions to choose from.

    A view defines `instance` (as it is stored), `bound` (returns the form for an instance and data), `save` (calls the
    verb, which raises Conflict; returns the saved object), `called` (returns the instance's name for messages) and
    `about_conflict` (returns the context of the page of both versions).
    """

    keeps_typed = True
    stored_message = "Giữ bản đã lưu của {}."

    def post(self, request, *args, **kwargs):
        if request.POST.get(TAKING) == Take.ALL_STORED:
            messages.success(request, self.stored_message.format(self.called(self.instance)))
            return HttpResponseRedirect(self.stored_address())
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs() | {"instance": copy(self.instance)}
        if (typed := restore_typed(self.request)) is not None:
            kwargs["data"] = typed
        if kwargs.get("data"):
            kwargs["data"] = composed(kwargs["data"], self.bound(copy(self.instance)))
        return kwargs

    def form_valid(self, form):
        try:
            return self.saved(self.save(form))
        except Conflict as conflict:
            return self.conflict(conflict.stored)
        except ValidationError as refused:
            form.add_error(None, refused)
            return self.form_invalid(form)

    def saved(self, instance):
        messages.success(self.request, f"Đã lưu {self.called(instance)}.")
        return HttpResponseRedirect(self.next_address(instance))

    def stored_address(self):
        """Return the address after choosing the whole stored version."""
        return self.instance.get_absolute_url()

    def next_address(self, instance):
        return instance.get_absolute_url()

    def conflict(self, stored):
        """Show the typed values beside the stored ones without saving."""
        mine = self.bound(copy(stored), self.request.POST)
        if not mine.is_valid():
            return self.form_invalid(mine)
        differences = choices(mine, self.bound(stored))
        if not differences and not getattr(stored, "deleted_at", None):
            return self.saved(stored)
        context = {"stored": stored, "choices": differences, "typed": typed_fields(self.request.POST)}
        context |= self.about_conflict(stored)
        return render(self.request, "accounts/rows/two_versions.html", context, status=409)
