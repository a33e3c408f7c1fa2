"""Chooses the numbering under which the headings of a report keep the most of the numbers that they have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reports.document import layout
from reports.document.numbering import labels_of
from reports.document.tree import Numbering
from reports.reading.report.blocks import OWN_LABEL, Body
from reports.reading.report.candidates import BodyLine
from reports.reading.report.lists import OWN_BULLET, OWN_POINT
from reports.reading.report.roles import Role

DEPTH_OF_DECIMALS = 3
# Those that a report has only if they change less than "I. 1. a)" or "I. 1. 1.1.".
OTHERS = tuple(one for one in Numbering if one not in (Numbering.LETTERS, Numbering.DECIMAL))

Headings = Sequence[tuple[BodyLine, int]]


def numbering_of(bodies: Sequence[Body]) -> Numbering:
    """Return the numbering that changes the fewest words and numbers in front of the headings.

    An annex has a say only in a file of this program: else it may be numbered in its own way.
    """
    text, *annexes = ([(line, depth) for line, depth in body.in_order() if depth] for body in bodies)
    own = [[(line, depth) for line, depth in annex if line.role is not Role.TEXT] for annex in annexes]
    usual = _by_third_depth([heading for headings in (text, *annexes) for heading in headings])
    return min((usual, *OTHERS), key=lambda one: sum(_changed(headings, one) for headings in (text, *own)))


def _by_third_depth(headings: Headings) -> Numbering:
    if any(line.line.style == layout.HEADING_3_CLAUSE.id for line, _ in headings):
        return Numbering.DECIMAL
    third = [line.sign for line, depth in headings if depth == DEPTH_OF_DECIMALS]
    decimal = sum(sign is not None and sign.key[0] in ("decimal", "mixed") for sign in third)
    return Numbering.DECIMAL if 2 * decimal > len(third) else Numbering.LETTERS


def _changed(headings: Headings, numbering: Numbering) -> int:
    """Return how many words and numbers in the signs of the headings would be lost or added in print."""
    labels = labels_of((depth for _, depth in headings), numbering)
    return sum(
        _difference(sign_words(printed_sign(line)), sign_words(label))
        for (line, _), label in zip(headings, labels, strict=True)
    )


def _difference(old: list[str], new: list[str]) -> int:
    lost, added = Counter(old) - Counter(new), Counter(new) - Counter(old)
    return lost.total() + added.total()


def printed_sign(line: BodyLine) -> str:
    """Return the sign of a line in the file."""
    match line.role:
        case Role.TEXT:
            sign = line.sign or line.mark
            return sign.printed.removesuffix(line.line.added) if sign else ""
        case Role.BULLET:
            found = OWN_BULLET.match(line.text)
        case Role.POINT:
            found = OWN_POINT.match(line.text)
        case _:
            found = OWN_LABEL.match(line.text)
    return found[0].strip() if found else ""


def sign_words(sign: str) -> list[str]:
    """Return the words and numbers of a sign, without its marks: "1/" has those of "1."."""
    return re.findall(r"\w+", sign.casefold())
