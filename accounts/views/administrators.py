"""Base classes of the views for administrators."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse

from accounts.views.verb_form import VerbForm


class AdministratorsOnlyMixin:
    def dispatch(self, request, *args, **kwargs):
        if not request.user.administers:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def url(self, name, *more):
        """Return the address of a page of the organisation, with the year of the current page."""
        return reverse(name, args=[self.kwargs["year"], *more])


class ReceiversAdministratorMixin(AdministratorsOnlyMixin):
    """Only the administrator of a body that receives reports; others get no page."""

    def dispatch(self, request, *args, **kwargs):
        if request.user.administers and not request.user.organisation.receives_reports:
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class AdministratorForm(AdministratorsOnlyMixin, VerbForm):
    pass


class AdministratorAct(AdministratorsOnlyMixin):
    """Carries out a verb on POST; a refusal becomes a message on the page that follows."""

    http_method_names = ("post",)

    def post(self, request, **kwargs):
        try:
            return HttpResponseRedirect(self.carry_out())
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return HttpResponseRedirect(self.refused_url())
