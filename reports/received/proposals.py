"""What the bodies propose, each proposal once with all bodies that make it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.utils.text import capfirst

from pbgdpl.lib.vietnamese import fold
from reports.received.accepted import AcceptedReport
from reports.received.likeness import WORD, Asked, asked_for, grouped_by_likeness
from reports.received.sections import FoundSection, sections_about

HEADINGS = re.compile(r"\b(?:kien nghi|de xuat)\b")
ASKING = re.compile(r"\b(?:de nghi|kien nghi|de xuat|mong)\b")
MARKS = re.compile(r"(?:(?:[-+•*–—]+|\(?\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-zđ]{1,2}\))\s+)+")
# Where a sentence may end; not after "TP." and other short words, nor in brackets.
END = re.compile(r"(?<=[;!?])\s+|(?<=[\w)”\"]{3}\.)\s+(?=[^\W\d_a-zđ])")
MOST_POINTS = 200  # of one body
AT_THE_END = " ;,./–-"
# The words of a sentence that only says that there is nothing to propose, after "không" and before it.
NOTHING = frozenset(
    WORD.findall(
        "co phat sinh y kien nghi de xuat noi dung van vuong mac kho khan gi khac them nao va hoac voi doi cap tren"
        " so tu phap ubnd tinh den thoi diem nay hien tai trong ky nam bao cao cac nhung ve cong tac pho bien giao duc"
        " luat pbgdpl gap bo trung uong hdnd hoi dong phoi hop co quan tham quyen"
    )
)
BEFORE_NOTHING = NOTHING.union(WORD.findall("don vi ban phong xa phuong chung toi qua thuc te nhin ra soat"))
NONE = frozenset({"khong", "chua"})
CLOSING = re.compile(r"tran trong(?: cam on\b| bao cao\b|$)|tren day la\b")


@dataclass(frozen=True, slots=True)
class Proposal:
    text: str  # in its best wording, without a mark at its end
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    text: str
    body: str
    asked: Asked


def proposals(reports: Iterable[AcceptedReport], place: str) -> tuple[Proposal, ...]:
    """Return what the bodies propose, what most of them do first; `place` is the name of the province."""
    points = [point for report in reports for point in islice(_points(report, fold(place)), MOST_POINTS)]
    of_group: dict[int, list[Point]] = {}
    for point, first in zip(points, grouped_by_likeness([one.asked for one in points]), strict=True):
        of_group.setdefault(first, []).append(point)
    found = (
        Proposal(_wording(group), tuple(dict.fromkeys(one.body for one in group)))
        for group in of_group.values()
    )
    return tuple(sorted(found, key=lambda one: -len(one.bodies)))


def _points(report: AcceptedReport, place: str) -> Iterator[Point]:
    body = report.organisation.name
    for section in sections_about(report.parts, HEADINGS):
        for text in _asking(section):
            asked = asked_for(text, place)
            if asked and not says_nothing(text, f"{body} {place}") and not CLOSING.match(fold(text)):
                yield Point(capfirst(text), body, asked)


def _asking(section: FoundSection) -> Iterator[str]:
    """Yield the points of a section; of one that is also about something else, those that ask for something.

    A line with a colon at its end leads to what follows.
    """
    is_asking = not section.is_mixed
    for line in section.text.split("\n"):
        for sentence in sentences_of(line):
            if sentence.endswith(":"):
                is_asking = not section.is_mixed or bool(ASKING.search(fold(sentence)))
            elif is_asking or ASKING.search(fold(sentence)):
                yield sentence


def sentences_of(line: str) -> Iterator[str]:
    """Yield the sentences and the parts between semicolons of a line, without numbers before and marks after them.

    >>> list(sentences_of("1. Tăng kinh phí (tỉnh; xã); - mở lớp tập huấn./."))
    ['Tăng kinh phí (tỉnh; xã)', 'mở lớp tập huấn']
    """
    kept: list[str] = []
    brackets = 0  # that are open
    for piece in (*END.split(" – ".join(filter(None, line.split("\t")))), ""):
        if piece and brackets > 0:
            kept.append(piece)
            brackets += _opened(piece)
            continue
        if sentence := " ".join(kept).strip().rstrip(AT_THE_END):
            yield sentence
        met = MARKS.match(piece)
        kept = [piece[met.end() :] if met else piece]
        brackets = _opened(kept[0])


def _opened(words: str) -> int:
    return words.count("(") - words.count(")")


def says_nothing(sentence: str, known: str = "") -> bool:
    """Return whether a sentence only says that nothing is proposed; `known` has words that add nothing to it.

    >>> says_nothing("Đến nay, đơn vị không có kiến nghị, đề xuất gì thêm"), says_nothing("Không cắt giảm kinh phí")
    (True, False)
    """
    words = [word for word in WORD.findall(fold(sentence)) if not word.isdigit()]
    place = next((at for at, word in enumerate(words) if word in NONE), None)
    if place is None:
        return False
    more = WORD.findall(fold(known))
    return NOTHING.union(NONE, more).issuperset(words[place:]) and BEFORE_NOTHING.union(more).issuperset(
        words[:place]
    )


def _wording(points: list[Point]) -> str:
    """Return the wording that most points of a group have, of several the longest.

    One that is not all in capitals and does not name its own body comes first.
    """
    counts = Counter(one.text for one in points)
    own = {one.text for one in points if fold(one.text).startswith(fold(one.body))}
    return max(counts, key=lambda text: (not text.isupper(), text not in own, counts[text], len(text)))
