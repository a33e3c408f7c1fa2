"""The page of one figure of a report: from which rows it was counted, what is doubtful, who settled it and why."""

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import ListView

from accounts.views.paging import PagedMixin
from pbgdpl.lib.vietnamese import fold
from reports.figures.faults import Fault
from reports.figures.form import load_form
from reports.figures.handed_in import handed_in
from reports.figures.judging import judge
from reports.figures.lines import Line
from reports.figures.passport import passport
from reports.figures.rules import rules_of
from reports.figures.spread import BY, address_of, spread
from reports.figures.views.own import OwnFiguresMixin

LONGEST_SEARCH = 200


class FigurePage(OwnFiguresMixin, PagedMixin, ListView):
    """The rows of the figure, narrowed by ?tim= and by what a bar is of, a page at a time; its charts."""

    template_name = "reports/figures/figure.html"

    def figures_of_bodies(self):
        return reverse("board_figure", args=[self.period, self.kwargs["code"]])

    @cached_property
    def form(self):
        form = load_form(self.report.organisation, self.period)
        if form is None:
            raise Http404
        return form

    @cached_property
    def handed_in(self):
        """Return the figures that were submitted, None while the report is written on."""
        return None if self.status.is_open else handed_in(self.form, self.status.submission)

    @cached_property
    def figure(self):
        figure = self.form.figure(self.kwargs["code"])
        if figure is None:
            raise Http404
        return figure

    @property
    def text(self):
        return self.request.GET.get("tim", "")[:LONGEST_SEARCH].strip()

    @cached_property
    def spread(self):
        return spread(self.form, self.figure, self.report.organisation, self.period)

    @cached_property
    def asked(self):
        """Return the labels of the bars that the address names, by what they part the rows by."""
        bars = ((chart.key, row) for chart in self.spread.charts for row in chart.rows)
        asked = {name: address_of(name, self.request.GET.get(name)) for name in BY}
        return {name: row.label for name, row in bars if row.address == asked[name]}

    def get_queryset(self):
        words, asked = fold(self.text).split(), {name: self.request.GET[name] for name in self.asked}
        return [
            row
            for row in self.figure.rows
            if all(word in fold(row.words) for word in words)
            and all(row.part and BY[name](row.part) == value for name, value in asked.items())
        ]

    def get_context_data(self, **context):
        code = self.figure.indicator.code
        handed = self.handed_in.form.figure(code) if self.handed_in else None
        # The doubts have their own sentences here; what was submitted is not to be looked over any more.
        judged = () if handed else judge(self.form)
        judgements = [one for one in judged if one.code == code and one.fault is not Fault.DOUBT]
        moved = self.handed_in.moved if self.handed_in else ()
        rules = [rule for one in self.form.figures for rule in rules_of(one.indicator)]
        return super().get_context_data(**context) | {
            "report": self.report,
            "form": self.form,
            "line": Line(handed or self.figure, judgements),
            "figure": handed or self.figure,
            "moved": [one for one in moved if one.column == str(self.figure.indicator)],
            "status": self.status,
            "indicator": self.figure.indicator,
            "earlier": passport(self.figure, self.report),
            "rules": [rule for rule in rules if code in rule.formula.codes],
            "text": self.text,
            "asked": self.asked,
            "spread": self.spread,
            "may_write": self.may_write,
        }
