"""What only an administrator does, for the own organisation."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.views.generic import FormView

from accounts.models import Role
from accounts.typed import restore_typed


class AdministratorsOnlyMixin:
    def dispatch(self, request, *args, **kwargs):
        if request.user.role != Role.ADMINISTRATOR:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def url(self, name, *more):
        """Return the address of a page of the organisation, the chosen year kept in it."""
        return reverse(name, args=[self.kwargs["year"], *more])


class AdministratorForm(AdministratorsOnlyMixin, FormView):
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


class AdministratorAct(AdministratorsOnlyMixin):
    """A button for a verb that may refuse: the sentence then stands on the page that follows."""

    http_method_names = ("post",)

    def post(self, request, **kwargs):
        try:
            return HttpResponseRedirect(self.carry_out())
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return HttpResponseRedirect(self.refused_url())
