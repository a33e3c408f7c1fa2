"""The columns of a form that add up others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reports.figures.values import FormFigure
from reports.models import Count

# Spreadsheets keep fifteen digits of a number; larger ones could not be settled, stored or handed on.
MOST_DIGITS = 15
LARGEST = 10**MOST_DIGITS - 1
TOO_LARGE = f"Tổng có hơn {MOST_DIGITS} chữ số nên không ghi; xem lại các số đã nhập."


def with_sums(figures: Sequence[FormFigure]) -> tuple[FormFigure, ...]:
    """Return the figures with those that add up others filled in; sums that add up each other stay empty."""
    known = {one.indicator.code: one for one in figures if one.indicator.count != Count.SUM}
    waiting = {one.indicator.code: one for one in figures if one.indicator.count == Count.SUM}
    while ready := [
        code for code, one in waiting.items() if not waiting.keys() & set(one.indicator.summands)
    ]:
        known |= {code: _summed(waiting.pop(code), known) for code in ready}
    return tuple(known.get(one.indicator.code, one) for one in figures)


def bounded(figure: FormFigure) -> FormFigure:
    """Return the figure, its number taken out with a doubt where it has too many digits."""
    numbers = (figure.counted, figure.summed_estimate)
    if all(number is None or abs(number) <= LARGEST for number in numbers):
        return figure
    return replace(figure, counted=None, summed_estimate=None, doubts=(*figure.doubts, TOO_LARGE))


def _summed(figure: FormFigure, known: Mapping[str, FormFigure]) -> FormFigure:
    parts = [known[code] for code in figure.indicator.summands if code in known]
    empty = [one.indicator.code for one in parts if one.actual is None and not one.does_not_apply]
    is_partial = 0 < len(empty) < len(parts)
    doubts = (f"Chưa có số ở cột {', '.join(empty)} nên tổng chưa đủ.",) if is_partial else ()
    actual, estimate = _sum(one.actual for one in parts), _sum(one.estimate for one in parts)
    return bounded(replace(figure, counted=actual, summed_estimate=estimate, doubts=doubts))


def _sum(numbers: Iterable[int | None]) -> int | None:
    """Return the sum of the numbers that are there, None where there is none."""
    present = [number for number in numbers if number is not None]
    return sum(present) if present else None
