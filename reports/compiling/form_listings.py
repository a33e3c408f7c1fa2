"""The listings of the statistical form: the form, its change since the year before, and that of a province's bodies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reports.compiling.figures.values import TextFigures
from reports.compiling.listings import BODIES, CHANGE, FORM, choices_in
from reports.document.tree import Block
from reports.figures.printed import printed_change, printed_form
from reports.received.printed import printed_totals

OF_FORM = (FORM, CHANGE, BODIES)
FormBlocks = Mapping[str, tuple[Block, ...]]


def form_blocks(figures: TextFigures) -> FormBlocks:
    """Return what each of these listings prints, by name; nothing where the period has no form."""
    form, province = figures.form, figures.province
    if form is None:
        return {}
    printed = {FORM: printed_form(form), CHANGE: (printed_change(form, figures.report.period),)}
    return {**printed, BODIES: printed_totals(province.totals, form)} if province else printed


def name_form(texts: Iterable[str]) -> bool:
    """Return whether some texts name such a listing."""
    return any(choice.name in OF_FORM for text in texts for choice in choices_in(text))
