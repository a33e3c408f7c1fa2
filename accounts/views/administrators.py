"""What only an administrator does, for the own organisation."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse

from accounts.views.verb_form import VerbForm


class AdministratorsOnlyMixin:
    def dispatch(self, request, *args, **kwargs):
        if not request.user.administers:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def url(self, name, *more):
        """Return the address of a page of the organisation, the chosen year kept in it."""
        return reverse(name, args=[self.kwargs["year"], *more])


class AdministratorForm(AdministratorsOnlyMixin, VerbForm):
    pass


class AdministratorAct(AdministratorsOnlyMixin):
    """A button for a verb that may refuse: the sentence then stands on the page that follows."""

    http_method_names = ("post",)

    def post(self, request, **kwargs):
        try:
            return HttpResponseRedirect(self.carry_out())
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return HttpResponseRedirect(self.refused_url())
