"""What the figures of a text say now: from the form of the report's period, from its rows, from its listings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from accounts.models import BodyGroup, Division
from events.kinds import DatePrecision
from events.models import Event
from pbgdpl.lib.vietnamese import fold
from reports.compiling.collected import CollectedListings
from reports.compiling.figures.bodies import OF_WHOLE_PROVINCE, count_of_bodies
from reports.compiling.figures.columns import FigureValue, counted, figure_of, missing, whole
from reports.compiling.figures.marks import FigureMark, marks_in
from reports.compiling.figures.names import BY_WORDS, GROUPS, Named, nearest_option
from reports.compiling.listings import MODELS, ListingChoice, printed
from reports.figures.counting import WAYS, kinds_of
from reports.figures.form import load_form
from reports.figures.parts import Part, part_of
from reports.figures.values import Form, FormFigure
from reports.models import Count, Report
from reports.received.form import ProvinceForm, province_form


class TextFigures:
    """The figures of one report, loaded when the first mark asks for them; each query runs once."""

    def __init__(self, report: Report, collected: CollectedListings | None = None) -> None:
        self.report = report
        self.collected = collected or CollectedListings(report)
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
    def is_of_province(self) -> bool:
        return self.collected.is_offered

    @cached_property
    def province(self) -> ProvinceForm | None:
        """Return the figures of the province that the report is about, None for a body's own report."""
        return province_form(self.report.organisation, self.report.period) if self.is_of_province else None

    @cached_property
    def form(self) -> Form | None:
        if self.province:
            return self.province.whole
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
        if named and named.is_of_no_form:
            return self._count(named, mark)
        if self.form is None:
            return missing("kỳ này chưa có biểu số liệu")
        form = self._form_of_group(mark.group) if mark.group else self.form
        if isinstance(form, FigureValue):
            return form
        figure = figure_of(form, mark)
        if figure is None:
            what = f"cột {mark.code}" if mark.code else f"cột đếm “{mark.name}”"
            return missing(f"biểu {form.indicator_set.form_code} không có {what}")
        return self._part_of(figure, mark) if mark.is_part else whole(figure, mark)

    def _count(self, named: Named, mark: FigureMark) -> FigureValue:
        """Return how many rows a listing of the report has, in that of a province what its bodies reported."""
        if self.is_of_province:
            return count_of_bodies(self.collected, named, mark)
        if named.is_of_province:
            return missing("chỉ báo cáo của cả tỉnh đếm báo cáo của các đơn vị")
        if mark.group:
            return _without_groups(mark.group)
        return counted(self._part(self._listed(named.listing), mark))

    def _form_of_group(self, group: str) -> Form | FigureValue:
        """Return what a group of bodies adds up to, or why that is not known."""
        if self.province is None:
            return _without_groups(group)
        name = GROUPS[BodyGroup(group)][0]
        return self.province.groups.get(group) or missing(f"không có đơn vị nào trong nhóm “{name}”")

    def numbers_of(self, mark: FigureMark) -> frozenset[int]:
        """Return the numbers that a text may state for a figure: the whole, parts, single rows, the year before."""
        if (named := BY_WORDS.get(mark.name)) and named.is_of_no_form:
            groups = (replace(mark, group=group.value) for group in GROUPS)
            return frozenset(filter(None, (self[one].number for one in (mark, *groups))))
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
        of_bodies = self.province.totals.numbers(figure.indicator.code) if self.province else ()
        return frozenset((*filter(None, wholes), *parts.values(), *rows, *of_bodies))

    def _part_of(self, figure: FormFigure, mark: FigureMark) -> FigureValue:
        """Return the sum of the rows of a figure that are of the kinds, the month and the division of a mark."""
        indicator = figure.indicator
        if self.is_of_province:
            return missing(OF_WHOLE_PROVINCE)
        way = WAYS.get(Count(indicator.count))
        if way is None:
            return missing(
                f"cột {indicator.code} không đếm từ các hoạt động nên không chia theo loại, tháng, phòng"
            )
        if not set(mark.kinds) <= set(kinds_of(indicator, way)):
            return missing(f"cột {indicator.code} không đếm loại hoạt động này")
        return counted(self._part(self._parts_of(figure), mark))

    def _parts_of(self, figure: FormFigure) -> Counter[Part]:
        code = figure.indicator.code
        if code not in self._parts:
            self._parts[code] = figure.parts
        return self._parts[code]

    def _unknown(self, mark: FigureMark) -> str:
        divisions = (name for _, name in self._divisions.values())
        groups = [one for names in GROUPS.values() for one in names] if self.is_of_province else ()
        like = nearest_option(mark.division, mark.name, (*divisions, *groups))
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


def _without_groups(group: str) -> FigureValue:
    name = GROUPS[BodyGroup(group)][0]
    return missing(f"chỉ báo cáo của cả tỉnh có số theo nhóm đơn vị như “{name}”")
