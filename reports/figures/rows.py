"""The rows that figures are counted from, as plain values: an instance costs as much as reading ten of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto
from typing import NamedTuple

from django.db.models import Q
from django.urls import reverse

from accounts.models import Organisation
from events.held import held_text, last_possible_day
from events.kinds import DatePrecision
from events.models import Event
from events.turnout import turnout_text
from pbgdpl.lib.vietnamese import first_words
from plans.models import Policy
from reports.figures.parts import Part, part_of
from reports.figures.values import Window

LONGEST_GRAIN = timedelta(days=92)  # a quarter, which is stored by its first day


class EventRow(NamedTuple):
    """An event; the names are those of the model's fields."""

    pk: int
    reporting_year: int
    kind: str
    name: str
    wording: str
    held_from: date | None
    held_to: date | None
    date_precision: str
    attendance: int | None
    attendance_is_minimum: bool
    attendance_is_approximate: bool
    sessions: int | None
    mode: str
    originals: int | None
    posted: int | None
    copies: int | None
    division: int | None

    @property
    def label(self) -> str:
        return "event"

    @property
    def short_name(self) -> str:
        return first_words(self.name or self.wording)

    @property
    def words(self) -> str:
        """Return the name and the time: "Tập huấn Luật Đất đai (05/3/2024)"."""
        held = held_text(self.held_from, self.held_to, DatePrecision(self.date_precision))
        return f"{self.short_name} ({held})" if held else self.short_name

    @property
    def address(self) -> str:
        return reverse("event", args=[self.reporting_year, self.pk])

    @property
    def last_day(self) -> date | None:
        """Return the last day on which it can have been held: of a month or a quarter its end."""
        last = self.held_to or self.held_from
        return last_possible_day(last, DatePrecision(self.date_precision)) if last else None

    @property
    def part(self) -> Part:
        return part_of(self.kind, self.held_from, self.date_precision, self.division)

    @property
    def is_of_one_day(self) -> bool:
        return self.date_precision == DatePrecision.DAY and self.held_to in (None, self.held_from)

    @property
    def goes_on(self) -> bool:
        """Return whether it went on after the month of its first day, or after the quarter."""
        first, last = self.held_from, self.held_to
        return first is not None and last is not None and (first.year, first.month) != (last.year, last.month)

    @property
    def is_inexact(self) -> bool:
        """Return whether its number of people is stated as "hơn" or "khoảng"."""
        bound = self.attendance_is_minimum or self.attendance_is_approximate
        return bound and self.attendance is not None

    @property
    def turnout(self) -> str:
        return turnout_text(self.attendance, self.attendance_is_minimum, self.attendance_is_approximate)


class PolicyRow(NamedTuple):
    """A policy or draft that must be communicated, with the pks of the events that are linked to it."""

    pk: int
    reporting_year: int
    kind: str
    name: str
    wording: str
    events: frozenset[int] = frozenset()

    @property
    def label(self) -> str:
        return "policy"

    @property
    def short_name(self) -> str:
        return first_words(self.name or self.wording)

    @property
    def words(self) -> str:
        return self.short_name

    @property
    def address(self) -> str:
        return reverse("policy", args=[self.reporting_year, self.pk])

    @property
    def part(self) -> None:
        """Return nothing: it was held on no day by no division."""

    @property
    def goes_on(self) -> bool:
        return False


class Place(Enum):
    """Where an event lies to a window."""

    INSIDE = auto()  # its first day, of a month or a quarter every day
    ACROSS = auto()  # a month or a quarter in part
    BEGUN_BEFORE = auto()
    UNDATED = auto()
    OUTSIDE = auto()


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a body that can lie in some windows."""

    events: tuple[EventRow, ...]
    policies: tuple[PolicyRow, ...]

    def placed(self, window: Window, year: int) -> PlacedRows:
        """Return the rows by where they lie to the window of a reporting year's figures."""
        groups: defaultdict[Place, list[EventRow]] = defaultdict(list)
        for row in self.events:
            groups[_place(row, window, year)].append(row)
        return PlacedRows(
            window,
            counted=tuple(groups[Place.INSIDE]),
            across=tuple(groups[Place.ACROSS]),
            begun_before=tuple(groups[Place.BEGUN_BEFORE]),
            undated=tuple(groups[Place.UNDATED]),
            policies=tuple(row for row in self.policies if row.reporting_year == year),
        )


@dataclass(frozen=True, slots=True)
class PlacedRows:
    """The events that count in a window, those of which it is doubtful, and the policies of its reporting year."""

    window: Window
    counted: tuple[EventRow, ...] = ()
    across: tuple[EventRow, ...] = ()
    begun_before: tuple[EventRow, ...] = ()
    undated: tuple[EventRow, ...] = ()
    policies: tuple[PolicyRow, ...] = ()

    def has_rows_of(self, year: int) -> bool:
        """Return whether rows of a reporting year are among them: an event of 31/12 may belong to the next."""
        rows: list[EventRow | PolicyRow] = [*self.counted, *self.across, *self.begun_before, *self.undated]
        return any(row.reporting_year == year for row in (*rows, *self.policies))

    def of(self, kinds: Collection[str] = (), modes: Collection[str] = ()) -> PlacedRows:
        """Return the events of some kinds and modes, all where none are named, with the same policies."""

        def chosen(rows: tuple[EventRow, ...]) -> tuple[EventRow, ...]:
            return tuple(
                row for row in rows if (not kinds or row.kind in kinds) and (not modes or row.mode in modes)
            )

        return replace(
            self,
            counted=chosen(self.counted),
            across=chosen(self.across),
            begun_before=chosen(self.begun_before),
            undated=chosen(self.undated),
        )


def _place(row: EventRow, window: Window, year: int) -> Place:
    first, last, end = row.held_from, row.last_day, window.last_counted
    if first is None or last is None:
        return Place.UNDATED if row.reporting_year == year else Place.OUTSIDE
    if last < window.first or first > end:
        return Place.OUTSIDE
    if row.date_precision == DatePrecision.DAY:
        return Place.INSIDE if first >= window.first else Place.BEGUN_BEFORE
    return Place.INSIDE if first >= window.first and last <= end else Place.ACROSS


def load_rows(organisation: Organisation, windows: Collection[Window], years: Iterable[int]) -> Rows:
    """Return the rows of a body for several windows and reporting years, with three queries.

    Deleted rows are left out; rows that no listing prints (`in_report`) are among them, because what was done counts.
    """
    years = tuple(years)
    first = min(window.first for window in windows) - LONGEST_GRAIN
    last = max(window.last for window in windows)
    dated = Q(held_from__lte=last) & (Q(held_from__gte=first) | Q(held_to__gte=first))
    undated = Q(held_from=None, reporting_year__in=years)
    events = Event.objects.of(organisation).filter(dated | undated).in_order()
    policies = Policy.objects.of(organisation).filter(reporting_year__in=years).in_order()
    linked: defaultdict[int, set[int]] = defaultdict(set)
    links = Event.policies.through.objects.filter(policy__organisation=organisation)
    for policy, event in links.filter(policy__reporting_year__in=years).values_list("policy_id", "event_id"):
        linked[policy].add(event)
    return Rows(
        tuple(EventRow(*values) for values in events.values_list(*EventRow._fields)),
        tuple(
            PolicyRow(pk, year, kind, name, wording, frozenset(linked[pk]))
            for pk, year, kind, name, wording in policies.values_list(*PolicyRow._fields[:-1])
        ),
    )
