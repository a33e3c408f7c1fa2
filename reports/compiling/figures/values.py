"""What the figures of a text say now: from the form of the report's period, from its rows, from its listings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cached_property

from accounts.models import BodyGroup, Division
from events.held import ROMAN
from events.kinds import DatePrecision
from events.models import Event
from pbgdpl.lib.vietnamese import fold, official_date
from reports.compiling.collected import CollectedListings
from reports.compiling.figures.bodies import WITH_GROUP, count_of_bodies
from reports.compiling.figures.columns import FigureValue, counted, figure_of, missing, whole
from reports.compiling.figures.marks import FigureMark, marks_in
from reports.compiling.figures.names import BY_WORDS, GROUPS, Named, nearest_option
from reports.compiling.listings import MODELS, ListingChoice, printed
from reports.figures.counting import WAYS, kinds_of
from reports.figures.form import load_form
from reports.figures.parts import Part, part_of, quarter_of
from reports.figures.values import Form, FormFigure
from reports.models import Count, Report
from reports.received.form import ProvinceForm, province_form

OF_WHOLE_PROVINCE = (
    "số của cả tỉnh cộng từ số các đơn vị đã nộp, "
    "chỉ chia theo nhóm đơn vị, không chia theo loại, tháng, quý, phòng"
)
ANOTHER_TIME = "Ghi tháng hoặc quý khác, hoặc viết câu khác."
WITH_NAME = "Ghi lại tên, hoặc viết câu khác."
Dated = tuple[int, int, int]  # a year, a month and a quarter


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
        is_of_no_form = named is not None and named.is_of_no_form
        if self.is_of_province and mark.is_part and not is_of_no_form:
            return missing(OF_WHOLE_PROVINCE, self._like(mark) + WITH_GROUP)
        if mark.division and mark.division not in self._divisions:
            unknown = f"“{mark.division}” không phải tháng, quý, loại hay tên phòng, đơn vị nào"
            return missing(unknown, self._like(mark) + WITH_NAME)
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
        return self._part_of(form, figure, mark) if mark.is_part else whole(figure, mark)

    def _count(self, named: Named, mark: FigureMark) -> FigureValue:
        """Return how many rows a listing of the report has, in that of a province what its bodies reported."""
        if self.is_of_province:
            return count_of_bodies(self.collected, named, mark)
        if named.is_of_province:
            return missing("chỉ báo cáo của cả tỉnh đếm báo cáo của các đơn vị")
        if mark.group:
            return _without_groups(mark.group)
        parts = self._listed(named.listing)
        return self._part(parts, mark, {(part.year, part.month, part.quarter) for part in parts})

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

    def _part_of(self, form: Form, figure: FormFigure, mark: FigureMark) -> FigureValue:
        """Return the sum of the rows of a figure that are of the kinds, the month and the division of a mark."""
        indicator = figure.indicator
        way = WAYS.get(Count(indicator.count))
        if way is None:
            return missing(
                f"cột {indicator.code} không đếm từ các hoạt động nên không chia theo loại, tháng, phòng"
            )
        if not set(mark.kinds) <= set(kinds_of(indicator, way)):
            return missing(f"cột {indicator.code} không đếm loại hoạt động này")
        window = form.window
        months = {(year, month, quarter_of(month)) for year, month in window.counted_months}
        if (mark.month or mark.quarter) and not _years_of(mark, months):
            days = f"từ ngày {official_date(window.first)} đến ngày {official_date(window.last_counted)}"
            return missing(f"{_dated(mark, mark.year)} nằm ngoài thời gian đếm số liệu, {days}", ANOTHER_TIME)
        return self._part(self._parts_of(figure), mark, months)

    def _parts_of(self, figure: FormFigure) -> Counter[Part]:
        code = figure.indicator.code
        if code not in self._parts:
            self._parts[code] = figure.parts
        return self._parts[code]

    def _like(self, mark: FigureMark) -> str:
        """Return the question whether the likest option is meant by words that are none, "" where none is like them."""
        divisions = (name for _, name in self._divisions.values())
        groups = [one for names in GROUPS.values() for one in names] if self.is_of_province else ()
        like = nearest_option(mark.division, mark.name, (*divisions, *groups)) if mark.division else ""
        return f"Có phải “{like}”? " if like else ""

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

    def _part(self, parts: Counter[Part], mark: FigureMark, months: Collection[Dated]) -> FigureValue:
        """Return the sum of the parts that a mark asks for; a month or a quarter of several years needs its year."""
        years = _years_of(mark, months)
        if len(years) > 1:
            *several, last = (_dated(mark, year) for year in years)
            asked = f"“{'”, “'.join(several)}” hay “{last}”"
            return missing(f"số liệu có {_dated(mark)} của {len(years)} năm", f"Ghi rõ {asked}.")
        division = self._divisions[mark.division][0] if mark.division else None
        number = sum(
            value
            for part, value in parts.items()
            if (not mark.kinds or part.kind in mark.kinds)
            and mark.month in (0, part.month)
            and mark.quarter in (0, part.quarter)
            and mark.year in (0, part.year)
            and (division is None or part.division == division)
        )
        return counted(number)


def _without_groups(group: str) -> FigureValue:
    name = GROUPS[BodyGroup(group)][0]
    return missing(f"chỉ báo cáo của cả tỉnh có số theo nhóm đơn vị như “{name}”")


def _years_of(mark: FigureMark, months: Iterable[Dated]) -> list[int]:
    """Return the years in which the month or the quarter of a mark is among some months, none without one."""
    if not (mark.month or mark.quarter):
        return []
    found = (
        year
        for year, month, quarter in months
        if mark.month in (0, month) and mark.quarter in (0, quarter) and mark.year in (0, year)
    )
    return sorted(set(found))


def _dated(mark: FigureMark, year: int = 0) -> str:
    """Return "tháng 12", "quý IV/2023"."""
    words = f"tháng {mark.month}" if mark.month else f"quý {ROMAN[mark.quarter - 1]}"
    return f"{words}/{year}" if year else words
