"""The listings of the statistical form: the form itself, and its change since the year before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reports.compiling.listings import CHANGE, FORM, choices_in
from reports.document.tree import Block
from reports.figures.form import load_form
from reports.figures.printed import printed_change, printed_form
from reports.models import Annex, Report, Section

FormBlocks = Mapping[str, tuple[Block, ...]]


def form_blocks(report: Report) -> FormBlocks:
    """Return what each of these listings prints, by name; nothing where the period has no form."""
    form = load_form(report.organisation, report.period)
    if form is None:
        return {}
    return {FORM: printed_form(form), CHANGE: (printed_change(form, report.period),)}


def form_blocks_in(report: Report, sections: Iterable[Section], annexes: Iterable[Annex]) -> FormBlocks:
    """Return the same where a text of the report names such a listing; else nothing, without a query."""
    texts = (report.opening, *(one.body for one in sections), *(one.body for one in annexes))
    named = {choice.name for text in texts for choice in choices_in(text)}
    return form_blocks(report) if named & {FORM, CHANGE} else {}
