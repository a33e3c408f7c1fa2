"""The base class of form views for verbs that may raise ValidationError."""

from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.views.generic import FormView

from accounts.typed import restore_typed


class VerbForm(FormView):
    """A form view whose `carry_out` returns the next address; its ValidationError is shown in the form."""

    keeps_typed = True

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs() | {"by": self.request.user}
        typed = restore_typed(self.request)
        return kwargs if typed is None else kwargs | {"data": typed}

    def form_valid(self, form):
        try:
            return HttpResponseRedirect(self.carry_out(form))
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
