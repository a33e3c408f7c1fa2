"""Whose report a page reaches, and who may write on it or receive it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.functional import cached_property

from accounts.log.viewing import record_view
from accounts.views.verb_form import VerbForm
from reports.states import PERMITS, Action, may, refusal_of, status_of
from reports.years import own_report


class OwnReportMixin:
    """Reaches the report of the reader's own organisation on the period in the address, and no other.

    Every view of what was submitted is in the log.
    """

    shows_versions = False  # also after the report was returned or withdrawn

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        record_view(self, request, response)
        return response

    @property
    def shown_submission(self):
        """Return the submitted report that the page shows, None where it shows a draft."""
        is_shown = self.shows_versions or not self.status.is_open
        return self.report if is_shown and self.status.submission else None

    @property
    def period(self):
        return self.kwargs["period"]

    @cached_property
    def report(self):
        report = own_report(self.request.user.organisation, self.period)
        if report is None:
            raise Http404
        return report

    @cached_property
    def status(self):
        return status_of(self.report)

    @property
    def refusal(self):
        """Return why the report cannot be changed in its state."""
        return refusal_of(self.report, self.status.state)

    @cached_property
    def may_write(self):
        return may(Action.WRITE, status=self.status, report=self.report, by=self.request.user)


class WritersOnlyMixin(OwnReportMixin):
    """Refuses people without the role that PERMITS asks for the page's action; colleagues read on other pages."""

    action = Action.WRITE

    def dispatch(self, request, *args, **kwargs):
        if not PERMITS[self.action].is_for_role_of(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def may_act(self):
        return may(self.action, status=self.status, report=self.report, by=self.request.user)


class ReceiversOnlyMixin:
    """Refuses who is no officer of a Justice Department."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.receives_reports:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ReceivedReadersMixin:
    """Refuses who does not belong to a body that receives reports; `PERMITS` gives the decisions to its officers."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.reads_received:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ReceiverForm(ReceiversOnlyMixin, VerbForm):
    pass
