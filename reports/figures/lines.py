"""A form as the lines of a page, one for each of its columns, in groups under the headings that it has above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pbgdpl.lib.vietnamese import number_or_empty, thousands
from reports.figures.change import Change
from reports.figures.judging import Judgement
from reports.figures.sheet_cells import NOT_APPLICABLE
from reports.figures.values import Form, FormFigure
from reports.models import Count


@dataclass(frozen=True, slots=True)
class Line:
    """A column of a form, with what fails in it, and with its fields where it may be settled."""

    figure: FormFigure
    judgements: Sequence[Judgement] = ()
    fields: Any = None

    @property
    def inner_heading(self) -> str:
        """Return the headings between the one of its group and its label."""
        return " › ".join(self.figure.indicator.headings_above[1:])

    @property
    def change(self) -> Change:
        return Change(self.figure.total, self.figure.before)

    @property
    def counted(self) -> str:
        return number_or_empty(self.figure.counted)

    @property
    def actual(self) -> str:
        """Return the settled number, or else the counted one, as the form prints it."""
        return NOT_APPLICABLE if self.figure.does_not_apply else number_or_empty(self.figure.actual)

    @property
    def settled(self) -> str:
        """Return what somebody settled, "" where the figure is left as counted."""
        is_settled = self.figure.stored is not None and self.figure.stored.actual is not None
        return self.actual if is_settled or self.figure.does_not_apply else ""

    @property
    def is_by_hand(self) -> bool:
        return self.figure.indicator.count == Count.BY_HAND

    @property
    def estimate(self) -> str:
        return number_or_empty(self.figure.estimate)

    @property
    def total(self) -> str:
        return number_or_empty(self.figure.total)

    @property
    def before(self) -> str:
        return number_or_empty(self.figure.before)

    @property
    def summands(self) -> tuple[str, ...]:
        """Return the codes of the columns that it adds up, none where it is no sum."""
        indicator = self.figure.indicator
        return indicator.summands if indicator.count == Count.SUM else ()

    @property
    def difference(self) -> str:
        """Return "hơn 5" or "kém 5" where somebody settled another number than the rows say."""
        actual, counted = self.figure.actual, self.figure.counted
        if actual is None or counted is None or actual == counted:
            return ""
        return f"{'hơn' if actual > counted else 'kém'} {thousands(abs(actual - counted))}"


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring lines under one heading, "" where the form has none above them."""

    heading: str
    lines: tuple[Line, ...]


def groups_of(form: Form, judgements: Sequence[Judgement], fields: Mapping[str, Any]) -> tuple[Group, ...]:
    """Return the lines of a form by the outermost heading above its columns; `fields` by the codes of these."""
    lines = [
        Line(one, [found for found in judgements if found.code == code], fields.get(code))
        for one in form.figures
        for code in [one.indicator.code]
    ]
    return tuple(Group(heading, tuple(group)) for heading, group in groupby(lines, key=_outermost))


def _outermost(line: Line) -> str:
    return next(iter(line.figure.indicator.headings_above), "")
