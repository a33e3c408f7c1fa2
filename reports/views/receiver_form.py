"""What an officer of the Justice Department fills in."""

from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.views.generic import FormView

from accounts.typed import restore_typed
from reports.views.owned import ReceiversOnlyMixin


class ReceiverForm(ReceiversOnlyMixin, FormView):
    """A form for a verb that may refuse: the sentence then stands where the form can be put right."""

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
