"""How a figure that is counted from events spreads over months, kinds and divisions, beside the year before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from django.utils.text import capfirst

from accounts.models import Division, Organisation
from accounts.rows.filters import NOT_STATED, OF_NO_DIVISION
from events.kinds import EventKind
from pbgdpl.lib.vietnamese import thousands
from reports.figures.charts import Chart, Number, Row, summed
from reports.figures.counting import WAYS, count_rows
from reports.figures.form import window_of
from reports.figures.parts import Part, added_up
from reports.figures.rows import load_rows
from reports.figures.units import with_unit
from reports.figures.values import Form, FormFigure, Window, month_words
from reports.models import Count, Indicator, PeriodKey

ROWS = "#cac-dong"  # where the page lists the rows of a figure
ONLY_QUARTER = "Chỉ ghi quý"
OF_NO_MONTH = 0, 0
By = TypeVar("By")
MOST_NAMED = 3  # rows in a note
MOST = 20  # bars of a chart; the smallest are drawn together


@dataclass(frozen=True, slots=True)
class Counted:
    """What the rows of one year add to a figure, by their parts."""

    window: Window
    parts: Counter[Part]

    def place(self, year: int, month: int) -> tuple[int, int]:
        """Return a month with how often its name comes again in the window, by which two years are compared."""
        return month, self._last_year_of(month) - year

    def month_at(self, month: int, again: int) -> tuple[int, int]:
        """Return the year and the month at a place."""
        return self._last_year_of(month) - again, month

    def _last_year_of(self, month: int) -> int:
        return self.window.last.year - (month > self.window.last.month)

    def place_of(self, part: Part) -> tuple[int, int]:
        return self.place(part.year, part.month) if part.month else OF_NO_MONTH


@dataclass(frozen=True, slots=True)
class Spread:
    """The charts of a figure, and what their numbers are not."""

    charts: tuple[Chart, ...] = ()
    notes: tuple[str, ...] = ()


# What the rows are parted by, as the address of the page names it, and its value for a part.
BY: Mapping[str, Callable[[Part], str]] = {
    "thang": lambda part: month_value(part.year, part.month) if part.month else NOT_STATED,
    "loai": lambda part: part.kind,
    "phong": lambda part: str(part.division or NOT_STATED),
}
OTHERS = {"loai": "loại khác", "phong": "phòng, đơn vị khác"}


def month_value(year: int, month: int) -> str:
    return f"{month}-{year}"


def address_of(name: str, value: str | None) -> str:
    """Return the address that narrows the rows of a figure to those of one bar."""
    return f"?{name}={value}{ROWS}"


def spread(form: Form, figure: FormFigure, organisation: Organisation, period: PeriodKey) -> Spread:
    """Return the charts of a figure, none where it is not counted from events; five queries."""
    if Count(figure.indicator.count) not in WAYS:
        return Spread()
    earlier = period.year_before
    before = _before(figure.indicator, organisation, earlier)
    years = [Counted(form.window, figure.parts), *([before] if before else [])]
    if not any(year.parts for year in years):
        return Spread()
    series = tuple(capfirst(key.words) for key in (period, earlier)[: len(years)])
    divisions = dict(Division.objects.filter(organisation=organisation).values_list("pk", "name"))
    found = (
        ("thang", "Theo tháng", _by_month(years)),
        ("loai", "Theo loại hoạt động", _by_kind(years)),
        ("phong", "Theo phòng, đơn vị", _by_division(years, divisions)),
    )
    charts = tuple(
        _chart(key, title, series, rows, figure.indicator.unit) for key, title, rows in found if rows
    )
    return Spread(charts, tuple(_notes(figure, before, earlier)))


def _before(indicator: Indicator, organisation: Organisation, earlier: PeriodKey) -> Counted | None:
    """Return what the rows of another year add, None where nothing is known of it; four queries."""
    window = window_of(organisation, earlier)
    placed = load_rows(organisation, [window], [earlier.year]).placed(window, earlier.year)
    if not placed.has_rows_of(earlier.year):
        return None
    rows = count_rows(indicator, placed).rows
    return Counted(window, added_up((row.part, value) for row, value in rows))


def _chart(key: str, title: str, series: tuple[str, ...], rows: Sequence[Row], unit: str) -> Chart:
    total = summed(rows, "Cộng các dòng")
    return Chart(key, with_unit(title, unit), series, tuple(rows), unit, total)


def _by_month(years: Sequence[Counted]) -> list[Row]:
    """Return the months of the figures in their order; those that are not counted, but estimated, are unknown."""
    sums = [_sums(year.parts, year.place_of) for year in years]
    counted = [{year.place(*month) for month in year.window.counted_months} for year in years]
    now, noted = years[0], {place for by in sums for place in by} - {OF_NO_MONTH}
    months = sorted({*now.window.months, *(now.month_at(*place) for place in noted)})
    rows = [
        _row(
            "thang",
            month_value(*month),
            capfirst(words),
            [
                by[place] if place in by or place in days else None
                for by, days in zip(sums, counted, strict=True)
            ],
        )
        for month, words in month_words(months).items()
        for place in [now.place(*month)]
    ]
    if any(OF_NO_MONTH in by for by in sums):
        rows.append(_row("thang", NOT_STATED, ONLY_QUARTER, [by[OF_NO_MONTH] for by in sums]))
    return rows


def _by_kind(years: Sequence[Counted]) -> list[Row]:
    return _ranked("loai", years, {kind.value: str(kind.label) for kind in EventKind})


def _by_division(years: Sequence[Counted], divisions: Mapping[int, str]) -> list[Row]:
    names = {str(pk): name for pk, name in divisions.items()}
    return _ranked("phong", years, {NOT_STATED: OF_NO_DIVISION} | names)


def _ranked(name: str, years: Sequence[Counted], labels: Mapping[str, str]) -> list[Row]:
    """Return the values in the order of their sums, the greatest first, none where there is only one."""
    sums = [_sums(year.parts, BY[name]) for year in years]
    values = sorted(
        {*chain(*sums)}, key=lambda value: ([-by[value] for by in sums], labels.get(value, value))
    )
    rows = [_row(name, value, labels.get(value, value), [by[value] for by in sums]) for value in values]
    if len(rows) > MOST:
        rest = rows[MOST - 1 :]
        rows = [*rows[: MOST - 1], summed(rest, f"{len(rest)} {OTHERS[name]}")]
    return rows if len(rows) > 1 else []


def _sums(parts: Counter[Part], place_of: Callable[[Part], By]) -> Counter[By]:
    sums = Counter[By]()
    for part, value in parts.items():
        sums[place_of(part)] += value
    return sums


def _row(name: str, value: str, label: str, numbers: Sequence[Number]) -> Row:
    return Row(label, tuple(numbers), address_of(name, value) if numbers[0] else "")


def _notes(figure: FormFigure, before: Counted | None, earlier: PeriodKey) -> Iterator[str]:
    """Yield which rows are of several months, and how other numbers of the figure differ from what is drawn."""
    if longer := [row.words for row in figure.rows if row.goes_on]:
        more = f" và {thousands(len(longer) - MOST_NAMED)} hoạt động khác" if len(longer) > MOST_NAMED else ""
        yield (
            f"Kéo dài sang tháng hoặc quý sau, tính vào tháng, quý đầu: {'; '.join(longer[:MOST_NAMED])}{more}. "
            "Số trong lời như [[số cuộc: quý II]] cũng tính như vậy."
        )
    if figure.differs and figure.counted is not None:
        yield f"Vẽ theo số đếm được từ các dòng ({thousands(figure.counted)}), không theo số chốt."
    if figure.before is None:
        return
    if before is None:
        yield f"Hoạt động của {earlier.words} không có ở đây nên không chia được; cả kỳ là {thousands(figure.before)}."
    elif (drawn := before.parts.total()) != figure.before:
        yield (
            f"Các dòng của {earlier.words} cộng được {thousands(drawn)}, "
            f"khác số của kỳ đó là {thousands(figure.before)}."
        )
