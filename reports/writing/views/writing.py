"""The page on which a section is written."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache
from django.views.generic import FormView

from accounts.conflict import Conflict
from accounts.returning import return_address
from accounts.rows import parse_pk
from accounts.typed import restore_typed
from reports.comparing.version_parts import printed_lines
from reports.compiling.compile import compile_report
from reports.compiling.listings import CRITERIA, Grouping, choices_in, read_choice
from reports.states import GIVEN_BACK
from reports.views import WritersOnlyMixin
from reports.writing.beside import text_beside
from reports.writing.differences import section_difference
from reports.writing.figures import figures_of_text
from reports.writing.forms.replies import RepliesForm
from reports.writing.forms.section import SectionForm
from reports.writing.listings import collected_beside, listings_beside, regrouped, unread_beside
from reports.writing.places import count_of_earlier_texts, section_place, sections_without_texts
from reports.writing.replies import reply_to_notes
from reports.writing.taking_over import with_words
from reports.writing.views.question import question_shown
from reports.writing.views.taking_over import TakingOverMixin
from reports.writing.views.years import shown_text
from reports.writing.years import proposed_in_section


class SectionMixin:
    """Reaches a section of the report that the page reaches."""

    @cached_property
    def section(self):
        return get_object_or_404(self.report.sections.select_related("saved_by"), pk=self.kwargs["pk"])

    @cached_property
    def sections(self):
        return sections_without_texts(self.report)

    @cached_property
    def place(self):
        return section_place(self.section, self.sections)

    def address(self, name="report_section", section=None):
        return reverse(name, args=[self.period, (section or self.section).pk])

    def proposed(self, text):
        """Return the text of this section with the years to be moved or looked at."""
        return proposed_in_section(self.section, text, self.sections)

    def mentions(self, proposed):
        """Return the sentence on how many old years a text may have, "" if it has none."""
        count = len(proposed.years)
        return f"{count} chỗ còn năm cũ" if count else ""


@method_decorator(never_cache, name="dispatch")
class SectionPage(WritersOnlyMixin, TakingOverMixin, SectionMixin, FormView):
    """The page of a section's text. Every button saves the typed text together with what the button adds."""

    http_method_names = ("get", "head", "post")
    keeps_typed = True
    template_name = "reports/writing/section.html"
    form_class = SectionForm

    def get_initial(self):
        section = self.section
        return {"body": section.body, "is_done": section.is_done, "version": section.version}

    @cached_property
    def typed(self):
        return restore_typed(self.request)

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        if self.typed is not None:
            return kwargs | {"data": self.typed}
        if self.request.method == "POST":
            kwargs["data"] = self.request.POST.copy()
            kwargs["data"]["body"] = self.composed(kwargs["data"].get("body", self.section.body))
        return kwargs

    def composed(self, text):
        """Return the typed text with what the pressed button changes: a paragraph, years, another grouping."""
        if piece := self.taken_piece:
            return f"{text.rstrip()}\n\n{piece}".lstrip()
        if "take_over" in self.request.POST and self.taken_words:
            return with_words(text.replace("\r\n", "\n"), self.taken_words, self.taken_before)
        if self.is_moving_years:
            text = text.replace("\r\n", "\n")
            keys = {value.partition("/")[2] for value in self.request.POST.getlist("take")}
            return self.proposed(text).with_moved(keys)
        if self.regrouped_choice:
            return regrouped(text.replace("\r\n", "\n"), self.regrouped_choice, self.grouping)
        return text

    @property
    def is_moving_years(self):
        return self.request.POST.get("command") == "move_years"

    @cached_property
    def taken_piece(self):
        index = parse_pk(self.request.POST.get("piece", ""))
        pieces = self.beside.pieces if index is not None and self.beside else ()
        return pieces[index] if index is not None and index < len(pieces) else ""

    @property
    def regrouped_choice(self):
        """Return the listing to be grouped in another way: regroup=0 names it, listing-0 has its words."""
        return read_choice(self.request.POST.get(f"listing-{self.request.POST.get('regroup')}", ""))

    @property
    def grouping(self):
        asked = self.request.POST.get(f"grouping-{self.request.POST.get('regroup')}")
        return Grouping(asked) if asked in Grouping.values else None

    @cached_property
    def beside(self):
        return text_beside(self.section)

    def post(self, request, *args, **kwargs):
        if "keep_stored" in request.POST:
            messages.success(request, "Giữ bản đã lưu. Bản của bạn không được lưu.")
            return HttpResponseRedirect(return_address(request) or self.address())
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        if self.replies and not self.replies.is_valid():
            return self.form_invalid(form)
        try:
            if self.replies:
                reply_to_notes(self.report, self.replies.replies, by=self.request.user)
            self.save(**self.options(), **form.cleaned_data)
        except Conflict as conflict:
            return self.conflict(form, conflict.stored)
        except ValidationError as refused:
            form.add_error("body", refused)
            return self.form_invalid(form)
        messages.success(self.request, self.message())
        return HttpResponseRedirect(self.next_address())

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=409)

    def options(self):
        """Return the options of `write_section`; a button that adds something counts as automatic saving."""
        steps = self.request.POST.keys() & {"piece", "regroup", "take_over", "look"}
        keeps_present = self.is_moving_years or "both_shown" in self.request.POST
        return {"automatic": bool(steps), "keeps_present": keeps_present}

    def message(self):
        match self.request.POST:
            case {"piece": _} if self.taken_piece:
                return "Đã lấy đoạn này vào cuối mục và lưu."
            case {"take_over": _}:
                return self.words_on_taking_over()
            case {"command": "move_years"}:
                return "Đã chuyển năm và lưu mục này. Bản trước khi chuyển nằm ở “Các bản trước”."
            case {"regroup": _, "body": text} if self.regrouped_choice in choices_in(text):
                return "Đã đổi cách nhóm danh mục và lưu."
            case _:
                return f"Đã lưu mục “{self.place.heading}”."

    def next_address(self):
        match self.request.POST:
            case {"next_section": _} if self.place.after:
                return self.address(section=self.place.after.section)
            case {"next_section": _}:
                return self.report.get_absolute_url()
            case {"piece": _}:
                return f"{self.address()}#id_body"
            case {"regroup": _}:
                return f"{self.address()}#danh-muc"
            case {"take_over": _} | {"look": _}:
                return self.address_of_panel()
            case _:
                return return_address(self.request) or f"{self.address()}{self.said_filters.query}"

    @cached_property
    def replies(self):
        """Return the form of the replies to the notes on this section, None if the report was not given back."""
        if self.status.state not in GIVEN_BACK:
            return None
        notes = list(self.notes())
        is_on_line = any(note.quote for note in notes)
        printed = printed_lines(compile_report(self.report)) if is_on_line else frozenset()
        data = self.typed or (self.request.POST if self.request.method == "POST" else None)
        return RepliesForm(data, notes=notes, printed=printed) if notes else None

    def notes(self):
        """Return the notes of the Justice Department on this section of the returned version."""
        return self.status.submission.notes.filter(heading=str(self.place.heading)).select_related("reply")

    def conflict(self, form, stored):
        """Show the typed text beside the stored one; save nothing."""
        mine = form.cleaned_data["body"]
        context = {
            "period": self.period,
            "place": self.place,
            "noun": "mục",
            "heading": self.place.heading,
            "form": form,
            "stored": stored,
            "lines": section_difference(stored.body, mine),
            "taken_words": self.taken_words,
        }
        return render(self.request, "reports/writing/section_conflict.html", context, status=409)

    def get_context_data(self, **context):
        context = super().get_context_data(**context)
        form, section, report = context["form"], self.section, self.report
        proposed = self.proposed(str(form["body"].value() or ""))
        return context | {
            "report": report,
            "period": self.period,
            "section": section,
            "place": self.place,
            "can_write": self.status.is_open,
            "status": self.status,
            "is_unsaved": form.is_bound,
            "question": question_shown(form),
            "beside": self.beside,
            "listings": listings_beside(report, section.body),
            "collected": collected_beside(report, section.body),
            "groupings": Grouping.choices,
            "names_criteria": any(choice.name == CRITERIA for choice in choices_in(section.body)),
            "unread": unread_beside(report, section.body),
            "figures": figures_of_text(report, section.body),
            "mentions": self.mentions(proposed),
            "year_changes": shown_text(proposed, report),
            "replies": self.replies,
            "earlier_count": count_of_earlier_texts(section),
            **self.province(),
        }
