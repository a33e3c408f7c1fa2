"""The figures that were submitted, in place of those of the rows today, and what would be different now."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, replace

from reports.figures.settling import NAMES
from reports.figures.units import are_equal, converted_or_why
from reports.figures.values import Form, FormFigure
from reports.models import Figure, Submission, SubmittedFigure


@dataclass(frozen=True, slots=True)
class Moved:
    """A column whose value would be another one if the report were submitted now; texts as people read them."""

    column: str  # "(5) Số cuộc"
    handed_in: str
    now: str


@dataclass(frozen=True, slots=True)
class HandedIn:
    form: Form  # with the rows of today, from which the figures may differ
    moved: tuple[Moved, ...]


def handed_in(form: Form, submission: Submission) -> HandedIn | None:
    """Return the figures of a submission in the form of the body; None where it has none. One query.

    A column that the form did not have then is left empty; one that it has no longer is named among those that moved.
    """
    submitted = {one.code: one for one in submission.figures.all()}
    if not submitted:
        return None
    figures = [_as_submitted(one, submitted.get(one.indicator.code)) for one in form.figures]
    return HandedIn(replace(form, figures=tuple(figures), left=()), tuple(_moved(form, submitted)))


def _settled(figure: SubmittedFigure) -> Figure:
    """Return what was submitted as a figure that is not saved."""
    return Figure(code=figure.code, **{name: getattr(figure, name) for name in NAMES})


def _as_submitted(figure: FormFigure, submitted: SubmittedFigure | None) -> FormFigure:
    """Return a column with what was submitted, and all of it in the unit that the form had then."""
    empty = replace(figure, counted=None, stored=None, summed_estimate=None, doubts=(), is_dash=False)
    if submitted is None:
        return empty
    shown = replace(empty, counted=submitted.counted, stored=_settled(submitted))
    if are_equal(submitted.unit, figure.indicator.unit):
        return shown
    column, before = copy(figure.indicator), figure.before
    column.unit = submitted.unit
    if before is None:
        return replace(shown, indicator=column)
    number, fault = converted_or_why(before, figure.indicator.unit, column.unit)
    return replace(shown, indicator=column, before=number, before_fault=fault)


def _moved(form: Form, submitted: dict[str, SubmittedFigure]) -> Iterator[Moved]:
    for figure in form.figures:
        then = submitted.pop(figure.indicator.code, None)
        before, now = _settled(then).shown if then else "", _now(figure)
        if before != now:
            yield Moved(str(figure.indicator), before, now)
    yield from (Moved(f"({code})", _settled(one).shown, "") for code, one in submitted.items())


def _now(figure: FormFigure) -> str:
    """Return the value of today as a settled figure shows it."""
    stated = {name: getattr(figure, name) for name in ("actual", "estimate", "does_not_apply", "words")}
    return Figure(**stated).shown
