"""The listings of the statistical form: the form itself, and its change since the year before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reports.compiling.listings import CHANGE, FORM, choices_in
from reports.document.tree import Block
from reports.figures.printed import printed_change, printed_form
from reports.figures.values import Form
from reports.models import PeriodKey

FormBlocks = Mapping[str, tuple[Block, ...]]


def form_blocks(form: Form | None, period: PeriodKey) -> FormBlocks:
    """Return what each of these listings prints, by name; nothing where the period has no form."""
    return {FORM: printed_form(form), CHANGE: (printed_change(form, period),)} if form else {}


def name_form(texts: Iterable[str]) -> bool:
    """Return whether some texts name such a listing."""
    return any(choice.name in (FORM, CHANGE) for text in texts for choice in choices_in(text))
