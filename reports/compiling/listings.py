"""Listings like `[[hoạt động: tập huấn, theo tháng]]`: which rows they print, in which groups, in which words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from typing import assert_never

from django.db.models import Q, TextChoices

from accounts.rows import YearRow
from events.held import MONTHS_OF_A_QUARTER, quarter_text
from events.kinds import DatePrecision, EventKind
from events.models import Event
from pbgdpl.lib.remembering import remembered
from pbgdpl.lib.vietnamese import clean_line, fold, lower_first
from plans.kinds import DocumentKind, PolicyKind
from plans.models import Directive, Plan, Policy
from reports.document.typed import listings
from reports.models import PeriodKind, Report
from reports.received.listings import Collected

Kind = DocumentKind | EventKind | PolicyKind

PLANS, DIRECTIVES, POLICIES = "văn bản đã ban hành", "văn bản chỉ đạo", "chính sách truyền thông"
EVENTS, CRITERIA, FORM, CHANGE = "hoạt động", "tiêu chí", "biểu số liệu", "so với năm trước"
BODIES = "biểu tổng hợp các đơn vị"
OF_PROVINCE = frozenset({BODIES, *Collected})  # which only the report of a province prints
# The listings of rows, each with its model and the kinds to choose from; criteria and the form are no rows of the year.
MODELS: dict[str, type[YearRow]] = {PLANS: Plan, DIRECTIVES: Directive, POLICIES: Policy, EVENTS: Event}
KINDS: dict[str, tuple[Kind, ...]] = {
    **dict.fromkeys((BODIES, *Collected, CRITERIA, FORM, CHANGE), ()),
    **dict.fromkeys((PLANS, DIRECTIVES, Collected.DOCUMENTS), tuple(DocumentKind)),
    POLICIES: tuple(PolicyKind),
    EVENTS: tuple(EventKind),
}
LABELS = {model: {kind.value: kind.label for kind in KINDS[name]} for name, model in MODELS.items()}
NAMES = {fold(name): name for name in KINDS}
UNDATED, END_OF_HALF_YEAR = "Không ghi tháng:", (6, 30)
one_line = remembered(clean_line)  # of a row's sentence, which several pages ask for


class Grouping(TextChoices):
    """How a listing groups its rows; the label is typed in the brackets."""

    MONTH = "month", "theo tháng"
    KIND = "kind", "theo loại"


@dataclass(frozen=True, slots=True)
class ListingChoice:
    """A listing with its options; without kinds, it prints rows of every kind."""

    name: str
    grouping: Grouping | None = None
    kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedLine:
    text: str
    row: YearRow


@dataclass(frozen=True, slots=True)
class Group:
    lead: str  # "Tháng 3:", "Tập huấn:"; empty if the listing has no grouping
    lines: tuple[PrintedLine, ...]


def read_choice(text: str) -> ListingChoice | None:
    """Return the listing that the text between the brackets describes, or None if a part of it is unknown.

    Diacritics and capitals do not matter. The name of a kind may contain a comma: "phát thanh, truyền hình".

    >>> read_choice("Hoat dong: hội nghị, theo tháng") == ListingChoice(
    ...     EVENTS, Grouping.MONTH, (EventKind.CONFERENCE,)
    ... )
    True
    """
    called, _, options = text.partition(":")
    if (name := NAMES.get(fold(called))) is None or (asked := _asked(name, options)) is None:
        return None
    groupings = {option for option in asked if isinstance(option, Grouping)}
    kinds = dict.fromkeys(option for option in asked if not isinstance(option, Grouping))
    return None if len(groupings) > 1 else ListingChoice(name, next(iter(groupings), None), tuple(kinds))


def _asked(name: str, options: str) -> list[Kind | Grouping] | None:
    """Return the kinds and groupings that the options name, or None if one of them is unknown."""
    known = _known(name)
    wanted = ", ".join(filter(None, map(fold, options.split(","))))
    found = re.findall("|".join(map(re.escape, known)), wanted) if known else []
    return [known[words] for words in found] if ", ".join(found) == wanted else None


@cache
def _known(name: str) -> dict[str, Kind | Grouping]:
    """Return the options of a listing by their folded labels, the longest first."""
    options: dict[str, Kind | Grouping] = {fold(str(kind.label)): kind for kind in KINDS[name]}
    options |= {fold(kind.in_short): kind for kind in KINDS[name] if isinstance(kind, PolicyKind)}
    options |= {fold(str(way.label)): way for way in ways(name)}
    return dict(sorted(options.items(), key=lambda item: len(item[0]), reverse=True))


def ways(name: str) -> tuple[Grouping, ...]:
    """Return the groupings that a listing can have."""
    return tuple(Grouping) if name in MODELS else (Grouping.KIND,) if name == Collected.DOCUMENTS else ()


def write_choice(choice: ListingChoice) -> str:
    """Return the words that `read_choice` reads as this choice.

    >>> write_choice(ListingChoice(EVENTS, Grouping.MONTH, (EventKind.CONFERENCE,)))
    'hoạt động: hội nghị, theo tháng'
    """
    options = [lower_first(str(kind.label)) for kind in choice.kinds]
    options += [choice.grouping.label] if choice.grouping else []
    return f"{choice.name}: {', '.join(options)}" if options else choice.name


@remembered
def choices_in(text: str) -> tuple[ListingChoice, ...]:
    """Return the listings that a typed text names, in its order; what is not understood is none."""
    return tuple(choice for listing in listings(text) if (choice := read_choice(listing.name)))


def is_in_period(row: YearRow, report: Report) -> bool:
    """Return whether a report covers a row of its year; one of six months leaves out later rows."""
    if report.period_kind != PeriodKind.HALF_YEAR:
        return True
    day: date | None = getattr(row, row.dated_by)
    return day is None or day <= _end_of_half_year(report)


def printed(choice: ListingChoice, report: Report) -> Q:
    """Return the condition of the year's rows that a report prints in a listing, as `ListedRows.rows` chooses them."""
    condition, dated_by = Q(in_report=True), MODELS[choice.name].dated_by
    if choice.kinds:
        condition &= Q(kind__in=choice.kinds)
    if report.period_kind == PeriodKind.HALF_YEAR:
        condition &= Q(**{dated_by: None}) | Q(**{f"{dated_by}__lte": _end_of_half_year(report)})
    return condition


def _end_of_half_year(report: Report) -> date:
    return report.statistics_to or date(report.reporting_year, *END_OF_HALF_YEAR)


class ListedRows:
    """The rows that a report prints, loaded once per model unless they are given by the names of their listings."""

    def __init__(self, report: Report, loaded: Mapping[str, tuple[YearRow, ...]] | None = None) -> None:
        self.report = report
        self.loaded = dict(loaded or {})

    def groups(self, choice: ListingChoice) -> tuple[Group, ...]:
        return grouped(self.rows(choice), choice)

    def rows(self, choice: ListingChoice) -> tuple[YearRow, ...]:
        """Return the rows of a listing in the writer's order; those of no rows have none."""
        if choice.name not in self.loaded:
            self.loaded[choice.name] = tuple(self._load(choice.name))
        return tuple(_chosen(self.loaded[choice.name], choice))

    def _load(self, name: str) -> Iterator[YearRow]:
        if model := MODELS.get(name):
            of_year = model._default_manager.of(self.report.organisation).for_year(self.report.reporting_year)
            listed = of_year.in_report().with_counts().in_order()
            yield from (row for row in listed if is_in_period(row, self.report))


def printed_lines(report: Report, choice: ListingChoice) -> tuple[PrintedLine, ...]:
    """Return every line of a listing as it is printed, with its row, in the order of the paper."""
    return tuple(line for group in ListedRows(report).groups(choice) for line in group.lines)


def grouped(rows: Iterable[YearRow], choice: ListingChoice) -> tuple[Group, ...]:
    """Return rows, which must be in the writer's order, in the groups in which a listing prints them, as printed."""
    return tuple(
        Group(lead, tuple(PrintedLine(row_line(row, is_last=row is group[-1]), row) for row in group))
        for lead, group in grouped_rows(rows, choice)
    )


def grouped_rows(rows: Iterable[YearRow], choice: ListingChoice) -> list[tuple[str, list[YearRow]]]:
    """Return rows, which must be in the writer's order, in the groups of a listing, each with its lead."""
    chosen = _chosen(rows, choice)
    key: Callable[[YearRow], tuple[int, ...]]
    match choice.grouping:
        case Grouping.MONTH:
            key, lead = _month, _month_lead
        case Grouping.KIND:
            key, lead = _place_of_kind(choice), _kind_lead
        case None:
            return [("", chosen)] if chosen else []
        case _:
            assert_never(choice.grouping)
    parts = [list(part) for _, part in groupby(sorted(chosen, key=key), key)]
    return [(lead(part[0]), part) for part in parts]


def _chosen(rows: Iterable[YearRow], choice: ListingChoice) -> list[YearRow]:
    return [row for row in rows if not choice.kinds or kind_of(row) in choice.kinds]


def kind_of(row: YearRow) -> str:
    return str(getattr(row, "kind", ""))


def _place_of_kind(choice: ListingChoice) -> Callable[[YearRow], tuple[int]]:
    """Return a sort key by kind: in the order in which the listing names them, else in that of `KINDS`."""
    places = {kind.value: place for place, kind in enumerate(choice.kinds or KINDS[choice.name])}
    return lambda row: (places[kind_of(row)],)


def _kind_lead(row: YearRow) -> str:
    return f"{LABELS[type(row)][kind_of(row)]}:"


def _month(row: YearRow) -> tuple[int, int, bool]:
    """Return the year and the month of a row; a quarter comes after its months, rows without a date come last."""
    day: date | None = getattr(row, row.dated_by)
    if day is None:
        return date.max.year, date.max.month, True
    is_quarter = _is_of_a_quarter(row)
    return day.year, day.month + (MONTHS_OF_A_QUARTER - 1) * is_quarter, is_quarter


def _is_of_a_quarter(row: YearRow) -> bool:
    return isinstance(row, Event) and row.date_precision == DatePrecision.QUARTER


def _month_lead(row: YearRow) -> str:
    """Return "Tháng 3:" or "Quý I:", with the year if it is not the reporting year."""
    day: date | None = getattr(row, row.dated_by)
    if day is None:
        return UNDATED
    if _is_of_a_quarter(row):
        return f"Quý {quarter_text(day).removesuffix(f'/{row.reporting_year}')}:"
    return f"Tháng {day.month}:" if day.year == row.reporting_year else f"Tháng {day.month}/{day.year}:"


def row_line(row: YearRow, *, is_last: bool) -> str:
    """Return a row as printed with ";" at its end, the last one of its group and an event with "."."""
    return f"{one_line(row.printed())}{'.' if is_last or isinstance(row, Event) else ';'}"
