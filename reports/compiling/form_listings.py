"""The listings of the statistical form: the form, its change since the year before, and that of a province's bodies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reports.compiling.figures.values import TextFigures
from reports.compiling.listings import BODIES, CHANGE, FORM, choices_in
from reports.document.tree import Block
from reports.figures.printed import notes_on_before, printed_change, printed_form
from reports.received.printed import notes_on_last_year, printed_totals

OF_FORM = (FORM, CHANGE, BODIES)
FormBlocks = Mapping[str, tuple[Block, ...]]


def form_blocks(figures: TextFigures) -> FormBlocks:
    """Return what each of these listings prints, by name; nothing where the period has no form."""
    form, province = figures.form, figures.province
    if form is None:
        return {}
    change = printed_change(form, figures.report.period)
    if province is None:
        return {FORM: printed_form(form), CHANGE: (change, *notes_on_before(form))}
    return {
        FORM: printed_form(form),
        CHANGE: (change, *notes_on_last_year(province.totals)),
        BODIES: printed_totals(province.totals, form),
    }


def name_form(texts: Iterable[str]) -> bool:
    """Return whether some texts name such a listing."""
    return any(choice.name in OF_FORM for text in texts for choice in choices_in(text))
