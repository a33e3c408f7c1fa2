"""What shows only beside other bodies: figures far from those of the peers, and one event in two reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import expm1, log1p
from statistics import median

from pbgdpl.lib.vietnamese import fold, official_date, thousands
from reports.figures.bodies import Body, HeldEvent, Oddity
from reports.figures.faults import Fault
from reports.figures.sentences import RIGHT_ANYWAY, times_words

# Below so many bodies nothing is said about peers.
FEWEST_PEERS = 8
# How many deviations above the median are far. 3.5 is customary for a large group (Iglewicz and Hoaglin, 1993); the
# deviation of a small one is uncertain, and its bound is higher: 5.5 in a group of eight.
FAR = 3.5
FAR_IN_SMALL_GROUPS = 16.0  # shared among the bodies
# The median distance from the median of a normal distribution times this is its deviation.
DEVIATION = 1.4826
# The least deviation of the logarithms, for peers that are nearly alike (MAD = 0): then far is six times as many.
LEAST_DEVIATION = 0.5
# An ordinary body may do little; a number so many times smaller was counted in another unit.
FAR_BELOW = 50
# An event that more bodies tell of is no joint one, but has a name for all, such as that of Law Day.
MOST_TOGETHER = 5


def far_from_peers(bodies: Sequence[Body], codes: Collection[str]) -> Iterator[Oddity]:
    """Yield the figures that are far from those of the body's group, compared as logarithms.

    Nobody's 0 is judged: what a body did not do is no error of its number.
    """
    groups = defaultdict[str, list[Body]](list)
    for body in bodies:
        groups[body.group].append(body)
    for peers in groups.values():
        for code in codes:
            yield from _far(
                code, {one.pk: one.figures[code] for one in peers if one.figures.get(code, 0) > 0}
            )


def _far(code: str, figures: Mapping[int, int]) -> Iterator[Oddity]:
    if len(figures) < FEWEST_PEERS:
        return
    logs = {pk: log1p(figure) for pk, figure in figures.items()}
    middle = median(logs.values())
    above = median(one - middle for one in logs.values() if one >= middle)
    bound = (FAR + FAR_IN_SMALL_GROUPS / len(figures)) * max(DEVIATION * above, LEAST_DEVIATION)
    usual = max(round(expm1(middle)), 1)
    for pk, figure in figures.items():
        if logs[pk] - middle > bound or (FAR_BELOW * figure < usual and middle - logs[pk] > bound):
            yield Oddity(pk, code, Fault.FAR, _far_words(figure, usual, len(figures)))


def _far_words(figure: int, usual: int, peers: int) -> str:
    return (
        f"Ghi {thousands(figure)}, {times_words(Fraction(figure, usual))} số ở giữa của {peers} cơ quan cùng nhóm "
        f"({thousands(usual)}). Hỏi lại cơ quan. {RIGHT_ANYWAY}"
    )


def same_events(events: Sequence[HeldEvent], names: Mapping[int, str], code: str) -> Iterator[Oddity]:
    """Yield for each body, on the column of sessions, an event that another body tells of by the same name and day."""
    alike = defaultdict[tuple[str, date], list[HeldEvent]](list)
    for event in events:
        if words := fold(event.name):
            alike[words, event.day].append(event)
    for held in alike.values():
        bodies = list(dict.fromkeys(one.body for one in held))
        if 2 <= len(bodies) <= MOST_TOGETHER:
            for body in bodies:
                yield _same(body, held, names, code)


def _same(body: int, held: Sequence[HeldEvent], names: Mapping[int, str], code: str) -> Oddity:
    others = ", ".join(dict.fromkeys(names[one.body] for one in held if one.body != body))
    sentence = (
        f"“{held[0].name}” ngày {official_date(held[0].day)} cũng có trong báo cáo của {others}. "
        "Nếu hai nơi cùng tổ chức thì chỉ tính một lần."
    )
    return Oddity(body, code, Fault.SAME_EVENT, sentence, events=tuple(one.pk for one in held))
