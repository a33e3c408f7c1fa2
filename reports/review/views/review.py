"""The pages on which the Justice Department reads a report: a version in parts, the comparison of two."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from accounts.log.viewing import record_view
from reports.checks.findings import counted_words
from reports.comparing.comparison import compare
from reports.deadlines.timing import timings_of
from reports.models import FileKind, ReviewNote
from reports.models.received import LONG_TEXTS, reviewed_reports, waiting
from reports.review.forms.reviewing import NoteForm, ReturnForm
from reports.review.parts import number_and_date, review_parts, summary_of
from reports.states import Action, Side, may, refusal_of, status_after, status_of
from reports.submission.forms import DifferenceForm
from reports.views import ReceivedReadersMixin


class ReviewedMixin:
    """Reaches the versions that a department submitted here and did not withdraw; 404 for all else.

    Every view of them is in the log.
    """

    is_page = True  # what is no page records its download

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        record_view(self, request, response)
        return response

    @property
    def shown_submission(self):
        return self.report if self.is_page else None

    @property
    def period(self):
        return self.kwargs["period"]

    @cached_property
    def report(self):
        """Return the report with its versions and their outcomes."""
        reports = reviewed_reports(self.request.user.organisation, self.period)
        return get_object_or_404(reports, pk=self.kwargs["pk"])

    @cached_property
    def status(self):
        return status_of(self.report, submissions=self.report.submissions.all())

    @property
    def refusal(self):
        return refusal_of(self.report, self.status.state, Side.RECEIVER)

    @cached_property
    def versions(self):
        """Return the versions that are not withdrawn, the last first."""
        versions = [one for one in self.report.submissions.all() if not status_after(one).is_withdrawn]
        if not versions:
            raise Http404
        return versions[::-1]

    def address(self, anchor=""):
        address = reverse("review", args=[self.period, self.report.pk])
        return f"{address}#{anchor}" if anchor else address

    def may(self, action, submission):
        """Return whether the reader may do the action with a version; False for all but the last one."""
        is_last = submission == self.status.submission
        return is_last and may(action, status=self.status, report=self.report, by=self.request.user)

    def get_context_data(self, **context):
        return super().get_context_data(**context) | {
            "report": self.report,
            "period": self.period,
            "department": self.report.organisation,
        }


class ReviewPage(ReceivedReadersMixin, ReviewedMixin, TemplateView):
    """The version in ?ban=, by default the last: its files, its text line by line with the notes on it.

    ?dong= names the part or line below which the box for a note is open.
    """

    template_name = "reports/review/review.html"

    @cached_property
    def submission(self):
        asked = self.request.GET.get("ban", str(self.versions[0].version))
        submission = next((one for one in self.versions if str(one.version) == asked), None)
        if submission is None:
            raise Http404
        submission.refresh_from_db(fields=LONG_TEXTS)
        return submission

    def get_context_data(self, **context):
        submission, versions = self.submission, self.versions
        position = versions.index(submission)
        return super().get_context_data(**context) | {
            "submission": submission,
            "status": status_after(submission),
            "timing": timings_of(self.report)[submission.version],
            "number_and_date": number_and_date(submission.parts),
            "outstanding_words": counted_words(severity for severity, _ in submission.outstanding),
            "newest": versions[0] if position else None,
            "is_taken_back": self.status.is_withdrawn,
            "earlier": versions[position + 1 :],
            "evidence": submission.attachments.all(),
            "can_return": self.may(Action.RETURN, submission),
            "can_accept": self.may(Action.ACCEPT, submission),
            "can_reopen": self.may(Action.REOPEN, submission),
            "next": self.next_waiting(),
            **self.files(),
            **self.parts(),
        }

    def files(self):
        files = list(self.submission.files.all())
        shown = next((file for file in files if file.kind == FileKind.PDF), None)
        return {"files": files, "shown": shown}

    def parts(self):
        """Return the parts with their notes, the form for another note and the one that returns the report."""
        notes = list(self.submission.notes.select_related("written_by", "reply__written_by"))
        can_note = self.may(Action.NOTE, self.submission)
        version = {"version": self.submission.version}
        reason = {"reason": summary_of(notes)}
        return {
            "notes": notes,
            "parts": review_parts(self.submission, notes, self.earlier_notes()),
            "can_note": can_note,
            "note_form": NoteForm(parts=(), auto_id="%s", initial=version) if can_note else None,
            "asked_line": self.request.GET.get("dong", ""),
            "return_form": ReturnForm(initial=version | reason) if can_note else None,
        }

    def earlier_notes(self):
        """Return the notes on the last version before this one that was returned."""
        position = self.versions.index(self.submission)
        before = (one for one in self.versions[position + 1 :] if status_after(one).is_decided)
        returned = next(before, None)
        notes = ReviewNote.objects.filter(submission=returned)
        return notes.select_related("submission", "reply__written_by") if returned else ()

    def next_waiting(self):
        """Return the other submission that has waited longest for an outcome, None if there is none."""
        others = waiting(self.request.user.organisation, self.period).exclude(report=self.report)
        return others.select_related("report__organisation").first()


class ReviewDifference(ReceivedReadersMixin, ReviewedMixin, TemplateView):
    """The comparison of two versions that are not withdrawn, by default the last two."""

    template_name = "reports/review/difference.html"

    def get_context_data(self, **context):
        versions = [one.version for one in reversed(self.versions)]
        form = DifferenceForm(self.request.GET, versions=versions)
        comparison = None
        if len(versions) > 1 and form.is_valid():
            before, after = form.cleaned_data["tu"], form.cleaned_data["den"]
            chosen = self.report.submissions.filter(version__in=(before, after))
            parts = dict(chosen.values_list("version", "parts"))
            comparison = compare(parts[before], parts[after])
        newest = self.versions[0]
        return super().get_context_data(
            **context,
            form=form,
            can_choose=len(versions) > 1,
            comparison=comparison,
            newest=newest,
            can_return=self.may(Action.RETURN, newest),
            can_accept=self.may(Action.ACCEPT, newest),
        )
