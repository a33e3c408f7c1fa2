"""The page of work that runs in the background: its progress, then its result or the way to start it again."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.generic import View

from accounts.long_work import start_again
from accounts.models import LongWork
from accounts.models.long_work import WorkState


class OwnWorkMixin:
    """Reaches the work of the reader alone."""

    def work(self):
        return get_object_or_404(
            LongWork, started_by=self.request.user, year=self.kwargs["year"], key=self.kwargs["key"]
        )


class LongWorkPage(OwnWorkMixin, View):
    """Shows the progress; leads to the result once the work is done."""

    http_method_names = ("get", "head")

    def get(self, request, year, key):
        work = self.work()
        if work.state is WorkState.DONE:
            return HttpResponseRedirect(work.leads_to)
        context = {
            "work": work,
            "is_running": work.state is WorkState.RUNNING,
            "is_interrupted": work.state is WorkState.INTERRUPTED,
        }
        return render(request, "accounts/long_work.html", context)


class LongWorkAgain(OwnWorkMixin, View):
    http_method_names = ("post",)

    def post(self, request, year, key):
        work = self.work()
        start_again(work)
        return HttpResponseRedirect(work.get_absolute_url())
