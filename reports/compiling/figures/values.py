"""What the figures of a text say now: from the form of the report's period, from its rows, from its listings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import assert_never

from accounts.models import Division
from events.kinds import DatePrecision, EventMode
from events.models import Event
from pbgdpl.lib.vietnamese import fold
from reports.compiling.figures.marks import FigureMark, marks_in
from reports.compiling.figures.names import BY_WORDS, Measure, Named, Share, nearest_option
from reports.compiling.figures.wording import change, official_number, worded
from reports.compiling.listings import MODELS, ListingChoice, printed
from reports.figures.counting import WAYS, kinds_of
from reports.figures.form import load_form
from reports.figures.parts import Part, part_of
from reports.figures.values import Form, FormFigure
from reports.models import Count, Report

PLACEHOLDER = "(chưa có số liệu)"


@dataclass(frozen=True, slots=True)
class FigureValue:
    """What a mark prints; `reason` is why there is no number, in which case a placeholder is printed."""

    text: str
    number: int | None = None
    reason: str = ""


def missing(reason: str) -> FigureValue:
    return FigureValue(PLACEHOLDER, reason=reason)


class TextFigures:
    """The figures of one report, loaded when the first mark asks for them; each query runs once."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._values: dict[FigureMark, FigureValue] = {}
        self._parts: dict[str, Counter[Part]] = {}

    def __getitem__(self, mark: FigureMark) -> FigureValue:
        if mark not in self._values:
            self._values[mark] = self._value(mark)
        return self._values[mark]

    def of_texts(self, texts: Iterable[str]) -> dict[FigureMark, FigureValue]:
        """Return the values of all figures that some texts name."""
        return {mark: self[mark] for text in texts for _, mark in marks_in(text)}

    @cached_property
    def form(self) -> Form | None:
        return load_form(self.report.organisation, self.report.period)

    @cached_property
    def _divisions(self) -> dict[str, tuple[int, str]]:
        """Return the pks and the names of the divisions by their folded names and symbols."""
        stored = Division.objects.filter(organisation=self.report.organisation)
        rows = list(stored.values_list("pk", "name", "symbol"))
        by_symbol = {fold(symbol): (pk, name) for pk, name, symbol in rows if symbol}
        return by_symbol | {fold(name): (pk, name) for pk, name, _ in rows}

    def _value(self, mark: FigureMark) -> FigureValue:
        named = BY_WORDS.get(mark.name)
        if mark.division and mark.division not in self._divisions:
            return missing(self._unknown(mark))
        if named and named.listing:
            return _counted(self._part(self._listed(named.listing), mark))
        if self.form is None:
            return missing("kỳ này chưa có biểu số liệu")
        figure = figure_of(self.form, mark)
        if figure is None:
            what = f"cột {mark.code}" if mark.code else f"cột đếm “{mark.name}”"
            return missing(f"biểu {self.form.indicator_set.form_code} không có {what}")
        return self._part_of(figure, mark) if mark.is_part else whole(figure, mark)

    def numbers_of(self, mark: FigureMark) -> frozenset[int]:
        """Return the numbers that a text may state for a figure: the whole, parts, single rows, the year before."""
        figure = figure_of(self.form, mark) if self.form else None
        if figure is None:
            return frozenset()
        wholes = (figure.counted, figure.actual, figure.estimate, figure.total, figure.before)
        parts = defaultdict[tuple[int, object], int](int)
        for cell, value in self._parts_of(figure).items():
            for place, by in enumerate(cell):
                parts[place, by] += value
            parts[len(cell), cell] += value
        rows = (row.value for row in figure.rows)
        return frozenset((*filter(None, wholes), *parts.values(), *rows))

    def _part_of(self, figure: FormFigure, mark: FigureMark) -> FigureValue:
        """Return the sum of the rows of a figure that are of the kinds, the month and the division of a mark."""
        indicator = figure.indicator
        way = WAYS.get(Count(indicator.count))
        if way is None:
            return missing(
                f"cột {indicator.code} không đếm từ các hoạt động nên không chia theo loại, tháng, phòng"
            )
        if not set(mark.kinds) <= set(kinds_of(indicator, way)):
            return missing(f"cột {indicator.code} không đếm loại hoạt động này")
        return _counted(self._part(self._parts_of(figure), mark))

    def _parts_of(self, figure: FormFigure) -> Counter[Part]:
        code = figure.indicator.code
        if code not in self._parts:
            self._parts[code] = figure.parts
        return self._parts[code]

    def _unknown(self, mark: FigureMark) -> str:
        like = nearest_option(mark.division, mark.name, (name for _, name in self._divisions.values()))
        is_like = f"; có phải “{like}”?" if like else ""
        return f"“{mark.division}” không phải tháng, quý, loại hay tên phòng, đơn vị nào{is_like}"

    def _listed(self, name: str) -> Counter[Part]:
        """Return how many rows a listing of the report prints, by what they are counted by."""
        if name not in self._parts:
            model = MODELS[name]
            rows = model._default_manager.of(self.report.organisation).for_year(self.report.reporting_year)
            fields = ["kind", model.dated_by, "division_id", *(["date_precision"] if model is Event else [])]
            listed = rows.filter(printed(ListingChoice(name), self.report)).order_by().values_list(*fields)
            self._parts[name] = Counter(
                part_of(kind, day, precision[0] if precision else DatePrecision.DAY, division)
                for kind, day, division, *precision in listed
            )
        return self._parts[name]

    def _part(self, parts: Counter[Part], mark: FigureMark) -> int:
        division = self._divisions[mark.division][0] if mark.division else None
        return sum(
            value
            for (kind, month, quarter, place), value in parts.items()
            if (not mark.kinds or kind in mark.kinds)
            and mark.month in (0, month)
            and mark.quarter in (0, quarter)
            and (division is None or place == division)
        )


def _counted(number: int) -> FigureValue:
    return FigureValue(official_number(number), number)


def figure_of(form: Form, mark: FigureMark) -> FormFigure | None:
    """Return the column of a form that a mark asks for."""
    if mark.code:
        return next((one for one in form.figures if fold(one.indicator.code) == mark.code), None)
    named = BY_WORDS[mark.name]
    return next((one for one in form.figures if _is_named(one, named)), None)


def _is_named(figure: FormFigure, named: Named) -> bool:
    indicator = figure.indicator
    if named.code:
        return bool(indicator.code == named.code)
    if indicator.count != named.count or (named.policy and named.policy not in indicator.kinds):
        return False
    is_online = EventMode.ONLINE.value in indicator.modes and EventMode.IN_PERSON.value not in indicator.modes
    return bool(is_online == named.is_online)


def whole(figure: FormFigure, mark: FigureMark) -> FigureValue:
    """Return the figure of a whole column, or how it has changed."""
    indicator = figure.indicator
    if indicator.is_text:
        return missing(f"cột {indicator.code} là cột ghi chữ")
    if figure.does_not_apply:
        return missing(f"cột {indicator.code} ghi “-”, không phát sinh chỉ tiêu này")
    if mark.measure is not Measure.NUMBER and figure.before is None:
        return missing(f"cột {indicator.code} không có số của cùng kỳ năm trước")
    number = figure.before if mark.measure is Measure.BEFORE else _share(figure, mark)
    if number is None:
        return missing(f"cột {indicator.code} chưa có số")
    if mark.measure is Measure.CHANGE:
        return FigureValue(change(figure.before or 0, number, indicator.unit), number)
    return FigureValue(worded(number, indicator.unit), number)


def _share(figure: FormFigure, mark: FigureMark) -> int | None:
    if mark.measure is Measure.CHANGE:
        return figure.total
    match mark.share:
        case Share.ACTUAL:
            return figure.actual
        case Share.ESTIMATE:
            return figure.estimate
        case Share.TOTAL:
            return figure.total
        case _:
            assert_never(mark.share)
