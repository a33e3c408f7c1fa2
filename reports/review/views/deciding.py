"""The pages on which a Justice Department notes, returns, accepts and reopens."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import FormView, View

from accounts.once import carry_out_once
from accounts.rows import parse_pk
from accounts.typed import restore_typed
from reports.comparing.version_parts import anchor_of
from reports.models import ReviewNote
from reports.models.received import LONG_TEXTS
from reports.review.forms.reviewing import AcceptForm, NoteForm, ReopenForm, ReturnForm
from reports.review.parts import line_at, name_at, names_of, summary_of
from reports.review.reviewing import (
    LONGEST_REASON,
    accept_submission,
    add_note,
    remove_note,
    reopen_report,
    return_submission,
)
from reports.review.views.review import ReviewedMixin
from reports.states import Action
from reports.views import ReceiversOnlyMixin


class DecidingMixin(ReceiversOnlyMixin, ReviewedMixin):
    """A form about one version; a refusal is shown above it, and what was typed is still there."""

    keeps_typed = True
    http_method_names = ("get", "head", "post")
    action = None

    def get(self, request, **kwargs):
        if not self.may(self.action, self.versions[0]):
            messages.warning(request, self.refusal)
            return HttpResponseRedirect(self.address())
        return super().get(request, **kwargs)

    @cached_property
    def submission(self):
        """Return the version that the form was sent for, which may be withdrawn by now, else the last one."""
        asked = self.request.POST.get("version")
        versions = list(self.report.submissions.all()) if self.request.method == "POST" else self.versions[:1]
        found = [one for one in versions if asked in (None, str(one.version))]
        if not found:
            raise Http404
        found[-1].refresh_from_db(fields=LONG_TEXTS)
        return found[-1]

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        typed = restore_typed(self.request)
        return kwargs if typed is None else kwargs | {"data": typed}

    def get_initial(self):
        return {"version": self.submission.version}

    def form_valid(self, form):
        submission, by = self.submission, self.request.user
        try:
            address = carry_out_once(
                lambda: self.carry_out(submission, form.cleaned_data),
                key=form.cleaned_data["sent_key"],
                by=by,
            )
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
            return self.render_to_response(self.get_context_data(form=form), status=409)
        return HttpResponseRedirect(address)

    def get_context_data(self, **context):
        notes = self.submission.notes.select_related("written_by")
        return super().get_context_data(**context, submission=self.submission, notes=notes)


class ReviewNoteAdd(DecidingMixin, FormView):
    template_name = "reports/review/note.html"
    form_class = NoteForm
    action = Action.NOTE

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"parts": self.submission.parts}

    def get_initial(self):
        asked = self.request.GET.get("muc", "")
        places = map(str, range(len(self.submission.parts)))
        return super().get_initial() | {"heading": asked if asked in places else ""}

    def carry_out(self, submission, sent):
        place, line = sent["heading"], sent["line"]
        heading = name_at(submission, place)
        add_note(submission=submission, heading=heading, line=line, text=sent["text"], by=self.request.user)
        messages.success(
            self.request, "Đã ghi nhận xét. Đơn vị đọc được khi báo cáo được trả lại hoặc tiếp nhận."
        )
        return self.address(anchor_of(place, line))

    def get_context_data(self, **context):
        context = super().get_context_data(**context)
        return context | {"quote": self.quote(context["form"])}

    def quote(self, form):
        """Return the line that the note is about, "" if it is about a whole part."""
        place, line = (parse_pk(str(form[name].value() or "")) for name in ("heading", "line"))
        parts = self.submission.parts
        if place is None or line is None or place >= len(parts):
            return ""
        return line_at(self.submission, names_of(parts)[place], line) or ""


class ReviewNoteRemove(ReceiversOnlyMixin, ReviewedMixin, View):
    http_method_names = ("post",)

    def post(self, request, note, **kwargs):
        own = ReviewNote.objects.filter(written_by=request.user, submission__in=self.versions)
        found = get_object_or_404(own.select_related("submission"), pk=note)
        names = names_of(found.submission.parts)
        place = str(names.index(found.heading)) if found.heading in names else ""
        try:
            remove_note(note=found, by=request.user)
        except ValidationError as refusal:
            messages.warning(request, refusal.messages[0])
        else:
            messages.success(request, "Đã xóa nhận xét.")
        return HttpResponseRedirect(self.address(anchor_of(place, found.line)))


class OutcomeMixin(DecidingMixin):
    """A form that decides on a version: `decide` does it, `verb` is its name on the page and in the message."""

    decide = None
    verb = icon = ""

    def carry_out(self, submission, sent):
        self.decide(submission=submission, reason=sent["reason"], by=self.request.user)
        of = f"{self.period.words} của {self.report.organisation} (bản {submission.version})"
        messages.success(self.request, f"Đã {self.verb.lower()} báo cáo {of}.")
        return self.address()


class ReviewReturn(OutcomeMixin, FormView):
    template_name = "reports/review/return.html"
    form_class = ReturnForm
    action = Action.RETURN
    decide = staticmethod(return_submission)
    verb, icon = "Trả lại", "returned"

    def get_initial(self):
        return super().get_initial() | {"reason": summary_of(self.submission.notes.all())}


class ReviewAccept(OutcomeMixin, FormView):
    template_name = "reports/review/accept.html"
    form_class = AcceptForm
    action = Action.ACCEPT
    decide = staticmethod(accept_submission)
    verb, icon = "Tiếp nhận", "accepted"


class ReviewReopen(OutcomeMixin, FormView):
    """Asks why an accepted report is given back to its department; ?ly-do= is the beginning of the reason."""

    template_name = "reports/review/reopen.html"
    form_class = ReopenForm
    action = Action.REOPEN
    decide = staticmethod(reopen_report)
    verb, icon = "Mở lại", "reopened"

    def get_initial(self):
        return super().get_initial() | {"reason": self.request.GET.get("ly-do", "")[:LONGEST_REASON]}
