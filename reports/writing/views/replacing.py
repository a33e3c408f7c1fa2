"""The pages that propose replacements in many places, carry them out together and undo them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.views.generic import TemplateView

from accounts.once import carried_out, carry_out_once
from accounts.returning import return_address, return_query
from accounts.rows.views.undo import UndoTogether
from accounts.typed import restore_typed
from pbgdpl.lib.vietnamese import first_words, thousands
from reports.checks.groups import groups
from reports.checks.mending import choice, proposals
from reports.checks.mending.sources import Sources
from reports.checks.page import RULES_BY_CODE, asked_in, checked, filters_in
from reports.views import WritersOnlyMixin
from reports.writing.forms.replacing import SearchForm, TypedForm
from reports.writing.replacing.left import changed_since, left_words
from reports.writing.replacing.parts import UNDO_OF
from reports.writing.replacing.replace import replace_all
from reports.writing.replacing.rows import MODELS
from reports.writing.replacing.searching import Search

MOST_PLACES = 500  # shown and replaced at once
LONGEST_WAY_BACK = 1500  # characters of an address; a server refuses much longer ones
NOTHING_TYPED = "Chưa ghi chữ đúng. Ghi chữ sẽ đứng ở những chỗ đã chọn."
NOTHING_CHOSEN = "Chưa chọn chỗ nào. Đánh dấu ít nhất một chỗ rồi bấm lại."
GONE = "Những chỗ đã chọn vừa có người sửa nên không thay. Xem lại những chỗ còn lại."
NONE_LEFT = "Báo cáo đã thay đổi, không còn chỗ nào để sửa cùng lúc."


class Replacements(WritersOnlyMixin, TemplateView):
    """A preview of proposed replacements, each with a check box, which are carried out and undone together.

    A view defines `proposals` (with the typed text), `words` (what is done, for the message of the undo) and
    `back` (the address to go to then); `choice` is what a person may type for all places.
    """

    keeps_typed = True
    template_name = "reports/writing/replacements.html"
    choice = None

    def get(self, request, *args, **kwargs):
        if not self.status.is_open:
            messages.warning(request, self.refusal)
            return HttpResponseRedirect(self.report.get_absolute_url())
        if (typed := restore_typed(request)) is not None:
            return self.preview(typed.get("typed", ""), typed.getlist("take"))
        return self.preview(self.choice.default if self.choice else "")

    def post(self, request, *args, **kwargs):
        form, taken = TypedForm(request.POST, choice=self.choice), request.POST.getlist("take")
        if not form.is_valid():
            return self.preview(request.POST.get("typed", ""), taken, form)
        sent = form.cleaned_data
        if carried_out(key=sent["sent_key"], by=request.user) is not None:
            return HttpResponseRedirect(self.back)
        typed, shown = sent.get("typed", ""), sent["shown"]
        if "preview" in request.POST or (shown and typed != shown):
            return self.preview(typed, taken)
        if self.choice and not typed.strip():
            form.add_error("typed", NOTHING_TYPED)
            return self.preview(typed, taken, form)
        return self.carry_out(typed, taken, sent["sent_key"])

    def carry_out(self, typed, taken, key):
        chosen = [one for one in self.shown(typed) if one.key in set(taken)]
        if not chosen:
            messages.warning(self.request, GONE if taken else NOTHING_CHOSEN)
            return self.preview(typed, taken or ())

        def work():
            done = replace_all(self.report, chosen, by=self.request.user, words=self.words(typed))
            self.show_outcome(done, set(taken) - {one.key for one in chosen})
            return self.request.path

        try:
            carry_out_once(work, key=key, by=self.request.user)
        except ValidationError as refused:
            messages.error(self.request, " ".join(refused.messages))
            return HttpResponseRedirect(self.report.get_absolute_url())
        return HttpResponseRedirect(self.back)

    def show_outcome(self, done, gone):
        """Show what was replaced, with the undo, and what was left."""
        if done.stored:
            undo = reverse("report_replace_undo", args=[self.period, done.stored.key])
            way_back = return_query(self.back)
            undo = f"{undo}{way_back}" if len(way_back) <= LONGEST_WAY_BACK else undo
            messages.success(self.request, f"Đã sửa {thousands(done.places)} chỗ.", extra_tags=undo)
        for sentence in left_words([*done.left, *changed_since(self.report, gone)]):
            messages.warning(self.request, sentence)

    def preview(self, typed, taken=None, form=None):
        """Show the places with what will stand there; all are ticked unless `taken` names some."""
        context = self.get_context_data(typed=typed, taken=taken, form=form)
        return self.render_to_response(context, status=200 if form is None else 409)

    @property
    def here(self):
        """Return the address of the page with all that it asks for."""
        return f"{self.request.path}?{self.request.GET.urlencode()}"

    @cached_property
    def all_places(self):
        return {}

    def shown(self, typed):
        return self.found(typed)[:MOST_PLACES]

    def found(self, typed):
        if typed not in self.all_places:
            self.all_places[typed] = [one for one in self.proposals(typed) if self.may_replace(one)]
        return self.all_places[typed]

    def may_replace(self, proposal):
        """Return whether the reader may change the text: those of rows are for those who may edit them."""
        return self.request.user.may_edit or proposal.stored.part not in MODELS

    def get_context_data(self, *, typed, taken, form, **context):
        found = self.found(typed)
        none = self.request.GET.get("chon") == "khong" and taken is None
        shown = self.shown(typed)
        ticked = set() if none else {one.key for one in shown} if taken is None else set(taken)
        unsent = TypedForm(initial={"typed": typed, "shown": typed}, choice=self.choice)
        places = [(one, one.key in ticked) for one in shown]
        return super().get_context_data(**context) | {
            "report": self.report,
            "period": self.period,
            "form": form or unsent,
            "here": self.here,
            "choice": self.choice,
            "places": places,
            "count": len(places),
            "more": len(found) - len(places),
            "none_ticked": not ticked,
        }


class FindingsMend(Replacements):
    """Mends the open findings of one rule and one cause, ?loi= and ?nguyen-nhan=, within the page's filters."""

    template_name = "reports/writing/mend.html"

    @cached_property
    def checked(self):
        return checked(self.report, timezone.localdate())

    @cached_property
    def sources(self):
        return Sources(self.checked.draft)

    @cached_property
    def group(self):
        """Return the group of findings, None if there are none any more."""
        asked = self.request.GET
        key = RULES_BY_CODE.get(asked.get("loi")), asked.get("nguyen-nhan", "")
        return groups(self.sources, self.checked.wanted(asked_in(asked))).get(key)

    @property
    def findings(self):
        return self.group.findings if self.group else ()

    @cached_property
    def choice(self):
        return choice(self.sources, self.findings)

    def proposals(self, typed):
        return proposals(self.sources, self.findings, typed)

    def words(self, typed):
        return f"sửa “{self.group.title}”"

    @property
    def back(self):
        filters = filters_in(self.request.GET)
        page = reverse("report_findings", args=[self.period])
        return f"{page}?{urlencode(filters)}" if filters else page

    def preview(self, typed, taken=None, form=None):
        if not self.found(typed):
            messages.warning(self.request, NONE_LEFT)
            return HttpResponseRedirect(self.back)
        return super().preview(typed, taken, form)

    def get_context_data(self, **context):
        return super().get_context_data(**context) | {"group": self.group, "back_url": self.back}


class FindAndReplace(Replacements):
    """Finds the words ?tim= in all texts of the year and proposes ?thay= in their place."""

    template_name = "reports/writing/find_and_replace.html"

    @cached_property
    def search_form(self):
        return SearchForm(self.request.GET if "tim" in self.request.GET else None)

    @cached_property
    def search(self):
        form = self.search_form
        if not (form.is_bound and form.is_valid()):
            return None
        sent = form.cleaned_data
        return Search(sent["tim"], sent["thay"], sent["ca_tu"], sent["hoa_thuong"])

    def proposals(self, typed):
        return self.search.found(self.report) if self.search else ()

    def words(self, typed):
        return f"thay “{first_words(self.search.words)}” bằng “{first_words(self.search.replacement)}”"

    @property
    def back(self):
        return self.here

    def get_context_data(self, **context):
        context = super().get_context_data(**context)
        return context | {"search_form": self.search_form, "search": self.search}


class ReplaceUndo(WritersOnlyMixin, UndoTogether):
    """Undoes replacements; the page that they were made from is shown again."""

    undo_of = UNDO_OF
    noun = "dòng, mục"

    def address(self):
        return return_address(self.request) or reverse("report_findings", args=[self.period])
