"""Which columns of a form hold sessions, people and publications, so that their numbers can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reports.figures.counting import WAYS, kinds_of
from reports.models import Count, Indicator

CURRENCY = "đồng"


@dataclass(frozen=True, slots=True)
class Pair:
    """The columns of the sessions of some kinds and modes, and of the people in them; no mode is all."""

    sessions: str
    people: str
    is_online: bool
    kinds: frozenset[str] = frozenset()
    modes: frozenset[str] = frozenset()

    def counts(self, other: Pair) -> bool:
        """Return whether its numbers hold those of another pair."""
        return self.kinds >= other.kinds and (not self.modes or frozenset() < other.modes <= self.modes)


@dataclass(frozen=True, slots=True)
class Publications:
    originals: str
    posted: str
    copies: str


@dataclass(frozen=True, slots=True)
class Roles:
    """The codes of columns by what they hold."""

    pairs: tuple[Pair, ...] = ()
    publications: tuple[Publications, ...] = ()
    counted: tuple[str, ...] = ()  # numbers of things or people
    money: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[str, ...]:
        return (*self.counted, *self.money)


def roles_of(indicators: Iterable[Indicator]) -> Roles:
    columns = list(indicators)
    numbers = [one for one in columns if not one.is_text]
    return Roles(
        tuple(_pairs(columns)),
        tuple(_publications(columns)),
        tuple(one.code for one in numbers if one.unit != CURRENCY),
        tuple(one.code for one in numbers if one.unit == CURRENCY),
        tuple(one.code for one in columns if one.is_text),
    )


def _pairs(columns: Sequence[Indicator]) -> Iterable[Pair]:
    sessions = {_kinds_and_modes(one): one for one in columns if one.count == Count.SESSIONS}
    for one in columns:
        if one.count == Count.PEOPLE and (found := sessions.get(_kinds_and_modes(one))):
            kinds = frozenset(kinds_of(one, WAYS[Count.PEOPLE]))
            yield Pair(found.code, one.code, one.is_online, kinds, frozenset(one.modes))


def _kinds_and_modes(one: Indicator) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(one.kinds), frozenset(one.modes)


def _publications(columns: Sequence[Indicator]) -> Iterable[Publications]:
    """Yield the three numbers of publications, of the same kinds where a form has several."""
    for one in columns:
        if one.count == Count.ORIGINALS:
            posted, copies = (_beside(one, count, columns) for count in (Count.POSTED, Count.COPIES))
            if posted and copies:
                yield Publications(one.code, posted, copies)


def _beside(originals: Indicator, count: Count, columns: Sequence[Indicator]) -> str:
    """Return the code of the column that counts this over the kinds of the originals, else of any; "" for none."""
    counting = [one for one in columns if one.count == count]
    counting.sort(key=lambda one: set(one.kinds) != set(originals.kinds))
    return counting[0].code if counting else ""
