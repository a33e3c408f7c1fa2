"""The page that moves the years of texts copied from an earlier report, and its undo."""

import re
from collections import defaultdict
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from accounts.rows import parse_pk
from accounts.rows.views.undo import UndoTogether
from reports.checks.addresses import address_of
from reports.views import WritersOnlyMixin
from reports.writing.years import ProposedYear, dismiss_years, load_proposed, move_years
from reports.writing.years_undone import UNDO_YEARS

AROUND = 110  # characters of a sentence before and after a year
SPACES = re.compile(r"\s+")
NAMED = 3  # texts that a message names


@dataclass(frozen=True, slots=True)
class ShownYear:
    """A proposed year with its sentence, as far as the page shows it."""

    year: ProposedYear
    value: str  # which the form sends if it is chosen
    url: str  # where the sentence is corrected

    @property
    def before(self):
        before = SPACES.sub(" ", self.year.mark.parts[0]).lstrip()
        return before if len(before) <= AROUND else f"… {before[-AROUND:].partition(' ')[2]}"

    @property
    def after(self):
        after = SPACES.sub(" ", self.year.mark.parts[1]).rstrip()
        return after if len(after) <= AROUND else f"{after[:AROUND].rpartition(' ')[0]} …"

    @property
    def note(self):
        """Return what the year means, "" if that is not known."""
        return self.year.mark.meaning.value if self.year.mark.is_sure else ""


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text with years to be shown."""

    heading: str
    base: str  # its name and the version that was read: "section-12:3"
    years: tuple[ShownYear, ...]

    def only(self, is_sure):
        """Return the text with the years that are sure, or with those in doubt."""
        return ShownText(
            self.heading, self.base, tuple(one for one in self.years if one.year.mark.is_sure == is_sure)
        )


def shown_text(proposed, report):
    """Return a text of the report for the page; a year of the same sentence is shown once."""
    text = proposed.text
    years = {one.key: one for one in proposed.years}
    shown = (
        ShownYear(
            one,
            f"{text.name}/{key}",
            address_of(one.finding.place, report, one.mark.sentence.words[:AROUND]),
        )
        for key, one in years.items()
    )
    return ShownText(capfirst(text.where), f"{text.name}:{text.version}", tuple(shown))


def chosen_keys(values):
    """Return {name of the text: keys} of what a form sent."""
    chosen = defaultdict(set)
    for value in values:
        name, _, key = value.partition("/")
        chosen[name].add(key)
    return dict(chosen)


@method_decorator(never_cache, name="dispatch")
class ReportYears(WritersOnlyMixin, TemplateView):
    """Shows every year that may be an old one; moves those chosen, or dismisses those that are right."""

    http_method_names = ("get", "head", "post")
    template_name = "reports/writing/years.html"

    def get(self, request, *args, **kwargs):
        if not self.status.is_open:
            messages.warning(request, self.refusal)
            return HttpResponseRedirect(self.report.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        try:
            self.carry_out(request.POST)
        except ValidationError as refused:
            messages.warning(request, " ".join(refused.messages))
        return HttpResponseRedirect(request.path)

    def carry_out(self, sent):
        match sent:
            case {"dismiss": _}:
                self.dismiss(sent.getlist("dismiss"))
            case {"command": "dismiss_all"}:
                self.dismiss(sent.getlist("doubt"))
            case _:
                self.move(sent.getlist("take"), sent.getlist("base"))

    def move(self, taken, bases):
        if not taken:
            messages.warning(self.request, "Chưa chọn chỗ nào. Đánh dấu các chỗ cần chuyển rồi bấm nút.")
            return
        pairs = (base.partition(":") for base in bases)
        versions = {name: parse_pk(version) or 0 for name, _, version in pairs}
        done = move_years(self.report, chosen=chosen_keys(taken), versions=versions, by=self.request.user)
        if done.stored:
            words = f"Đã chuyển {done.count} chỗ theo báo cáo năm {self.period.year}."
            messages.success(self.request, words, extra_tags=self.undo_url(done.stored))
        if done.left:
            messages.warning(self.request, _left_words(done.left))

    def undo_url(self, stored):
        return reverse("report_years_undo", args=[self.period, stored.key])

    def dismiss(self, values):
        keys = {value.partition("/")[2] for value in values}
        if stored := dismiss_years(self.report, keys=keys, by=self.request.user):
            words = f"Không nhắc {len(stored.items)} chỗ này nữa."
            messages.success(self.request, words, extra_tags=self.undo_url(stored))

    def get_context_data(self, **context):
        texts = [shown_text(one, self.report) for one in load_proposed(self.report) if one.years]
        earlier = self.report.started_from
        sure = [text.only(True) for text in texts]
        doubtful = [text.only(False) for text in texts]
        return super().get_context_data(**context) | {
            "report": self.report,
            "period": self.period,
            "earlier": earlier,
            "bases": [text.base for text in texts],
            "sure": [text for text in sure if text.years],
            "doubtful": [text for text in doubtful if text.years],
            "sure_count": sum(len(text.years) for text in sure),
            "doubtful_count": sum(len(text.years) for text in doubtful),
        }


class YearsUndo(WritersOnlyMixin, UndoTogether):
    """Undoes a moving of years; a text that somebody has saved since stays as it is and is named."""

    undo_of = UNDO_YEARS
    noun = "phần"

    def address(self):
        return reverse("report_years", args=[self.period])


def _left_words(left):
    """Return the sentence about the texts that were left because somebody has saved them meanwhile."""
    names = "; ".join(left[:NAMED])
    more = f" và {len(left) - NAMED} phần khác" if len(left) > NAMED else ""
    return f"Chưa chuyển {names}{more}: vừa được lưu ở nơi khác. Xem lại rồi bấm nút lần nữa."
