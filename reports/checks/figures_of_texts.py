"""The figures of a draft: those that its texts print, what the data says of those typed by hand, and what is odd."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reports.checks.typed_figures import typed_in
from reports.compiling.collected import CollectedListings
from reports.compiling.figures.columns import FigureValue
from reports.compiling.figures.marks import FigureMark, expanded, read_mark
from reports.compiling.figures.values import TextFigures
from reports.compiling.form_listings import FormBlocks, form_blocks, name_form
from reports.figures.form import receiver_of
from reports.figures.judging import Judgement, judge
from reports.models import Annex, Assessment, IndicatorSet, Report, Section


@dataclass(frozen=True, slots=True)
class KnownFigure:
    number: int
    # Typed numbers that are right: the figure itself, or that of a part, of one row, of the year before.
    explained: frozenset[int]


@dataclass(frozen=True, slots=True)
class DraftFigures:
    values: Mapping[FigureMark, FigureValue]
    known: Mapping[str, KnownFigure]  # by the words of their marks: those that a text states by hand
    blocks: FormBlocks  # what is printed of the statistical form
    judgements: tuple[Judgement, ...]
    is_of_province: bool

    def printed(self, text: str) -> str:
        """Return a typed text with its figures."""
        return expanded(text, lambda mark: self.values[mark].text)

    def described(self) -> list[str]:
        """Return all values in a fixed order, for a digest."""
        known = ((words, one.number, sorted(one.explained)) for words, one in self.known.items())
        odd = ((one.code, one.fault, one.sentence, one.is_blocking) for one in self.judgements)
        return sorted(
            map(repr, (*self.values.items(), *known, *self.blocks.items(), *odd, self.is_of_province))
        )


def figures_of(
    report: Report,
    bodies: Iterable[Section | Annex],
    assessments: Iterable[Assessment],
    collected: CollectedListings,
) -> DraftFigures:
    """Return the figures of the texts of a report; one query where they name and state none and none are asked for."""
    texts = (
        *(report.opening, report.closing),
        *(one.body for one in bodies),
        *(one.text for one in assessments),
    )
    figures = TextFigures(report, collected)
    return DraftFigures(
        figures.of_texts(texts),
        _known(figures, texts),
        form_blocks(figures) if name_form(texts) else {},
        judge(figures.form) if _is_asked(report) and figures.form else (),
        figures.is_of_province,
    )


def _is_asked(report: Report) -> bool:
    """Return whether the period asks for a form, or somebody has settled a figure of the report."""
    opened = IndicatorSet.objects.filter(
        period__receiver_id=receiver_of(report.organisation),
        period__reporting_year=report.reporting_year,
        period__kind=report.period_kind,
    )
    return opened.exists() or report.figures.exists()


def _known(figures: TextFigures, texts: Iterable[str]) -> dict[str, KnownFigure]:
    typed: defaultdict[str, set[int]] = defaultdict(set)
    for text in texts:
        for one in typed_in(text, figures.report.period, figures.is_of_province):
            typed[one.mark].add(one.number)
    found: dict[str, KnownFigure] = {}
    for words in sorted(typed):
        mark = read_mark(words)
        number = figures[mark].number if mark else None
        if mark and number:  # where it is 0 nobody has entered the rows
            found[words] = KnownFigure(number, frozenset(typed[words] & figures.numbers_of(mark)))
    return found
