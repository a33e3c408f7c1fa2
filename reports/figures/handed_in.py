"""The figures that were submitted, in place of those of the rows today, and what would be different now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reports.figures.values import Form, FormFigure
from reports.models import Figure, Submission, SubmittedFigure

STATED = ("actual", "estimate", "does_not_apply", "words", "reason", "explanation")


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
    submitted = {one.code: _stated(one) for one in submission.figures.all()}
    if not submitted:
        return None
    figures = [_as_submitted(one, submitted.get(one.indicator.code)) for one in form.figures]
    return HandedIn(replace(form, figures=tuple(figures), left=()), tuple(_moved(form, submitted)))


def _stated(figure: SubmittedFigure) -> tuple[Figure, int | None]:
    """Return what was submitted as a figure that is not saved, and the number that was counted then."""
    return Figure(code=figure.code, **{name: getattr(figure, name) for name in STATED}), figure.counted


def _as_submitted(figure: FormFigure, submitted: tuple[Figure, int | None] | None) -> FormFigure:
    stored, counted = submitted or (None, None)
    return replace(figure, counted=counted, stored=stored, summed_estimate=None, doubts=())


def _moved(form: Form, submitted: dict[str, tuple[Figure, int | None]]) -> Iterator[Moved]:
    for figure in form.figures:
        then = submitted.pop(figure.indicator.code, None)
        before, now = then[0].shown if then else "", _now(figure)
        if before != now:
            yield Moved(str(figure.indicator), before, now)
    yield from (Moved(f"({code})", stored.shown, "") for code, (stored, _) in submitted.items())


def _now(figure: FormFigure) -> str:
    """Return the value of today as a settled figure shows it."""
    stated = {name: getattr(figure, name) for name in ("actual", "estimate", "does_not_apply", "words")}
    return Figure(**stated).shown
