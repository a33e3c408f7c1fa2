"""Bodies of a province with their figures as plain values, and what is odd about them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from reports.figures.faults import Fault
from reports.figures.roles import Roles
from reports.figures.rules import FigureRule


@dataclass(frozen=True, slots=True)
class Body:
    """A body with its figures by code; a code that is absent is among the `dashes`, or was not submitted."""

    pk: int
    name: str
    group: str  # a value of `BodyGroup`
    figures: Mapping[str, int] = field(default_factory=dict)
    before: Mapping[str, int] = field(default_factory=dict)  # of the same period of the year before
    dashes: Collection[str] = ()  # the codes of which "-" is stated
    explained: Collection[str] = ()  # the codes whose change is explained
    words: Mapping[str, str] = field(default_factory=dict)  # of the columns of words, by code
    place: str = ""
    parent_body: str = ""


@dataclass(frozen=True, slots=True)
class HeldEvent:
    """An event of a body on a known day."""

    body: int
    pk: int
    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Province:
    """The receiver and the bodies that report to it, and what their columns hold and must obey."""

    receiver: Body
    bodies: Sequence[Body]
    roles: Roles
    rules: Mapping[str, Sequence[FigureRule]] = field(default_factory=dict)  # by code
    labels: Mapping[str, str] = field(default_factory=dict)  # of the columns of words, by code
    events: Sequence[HeldEvent] = ()


@dataclass(frozen=True, slots=True)
class Oddity:
    """What is wrong or odd about a figure of a body; without a code it is about the body as a whole."""

    body: int
    code: str
    fault: Fault
    sentence: str
    is_blocking: bool = False
    events: tuple[int, ...] = ()  # the pks of those that may be one event
