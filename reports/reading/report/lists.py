"""Finds the lists in the lines of the body: bullets with one sign, points that count from a)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from reports.reading.marks import Family, bullet_sign, letter_position
from reports.reading.report.candidates import BodyLine
from reports.reading.report.roles import Role

OWN_BULLET = re.compile(r"([-+])\s")
OWN_POINT = re.compile(r"([a-zđ]{1,4})(\))\s+(?=\S)")
STAR = "*"
Lines = Sequence[BodyLine]


def list_names(lines: Lines) -> list[str]:
    """Return the list of each line: "-", "+", or "points 3" for points; an empty text for no list.

    Points are a list if their letters follow each other from a) without other lines between; else they stay text.
    """
    names = _bullet_names(lines)
    runs = list(_point_runs(lines))
    for run, following in pairwise([*runs, []]):
        is_whole = not following or _number(lines[following[0]]) == 1
        if is_whole and _number(lines[run[0]]) == 1 and run[-1] - run[0] == len(run) - 1:
            for at in run:
                names[at] = f"points {run[0]}"
    return names


def bullet_words(line: BodyLine) -> str:
    return line.mark.words if line.mark else OWN_BULLET.sub("", line.text, count=1)


def point_words(line: BodyLine) -> str:
    return line.mark.words if line.mark else OWN_POINT.sub("", line.text, count=1)


def _bullet_names(lines: Lines) -> list[str]:
    names = []
    for is_list, group in groupby(map(_sign, lines), key=bool):
        signs = list(group)
        titles = {STAR} if is_list and _are_titles(signs) else set()
        listed = [sign for sign in signs if sign not in titles]
        names += ["" if sign in titles or not sign else _printed_sign(sign, listed[0]) for sign in signs]
    return names


def _sign(line: BodyLine) -> str:
    """Return the sign of a bullet: "-", "+", "*", or "•" for any other; an empty text for no bullet."""
    if line.role is Role.BULLET:
        own = OWN_BULLET.match(line.text)
        return own[1] if own else "-"
    if line.mark is None or line.mark.family is not Family.BULLET:
        return ""
    return STAR if line.mark.printed == STAR else bullet_sign(line.mark.printed)


def _are_titles(signs: list[str]) -> bool:
    """Return whether the stars among the signs are titles above other bullets or text, not bullets themselves."""
    followed = any(sign == STAR != below for sign, below in pairwise(signs))
    return followed or signs == [STAR]


def _printed_sign(sign: str, first: str) -> str:
    """Return "-" for the first sign of a list and "+" for any other, which is one level below."""
    if first == "+":
        return "+" if sign == "+" else "-"
    return "-" if sign == first else "+"


def _number(line: BodyLine) -> int:
    """Return the number of a point, counted from 1; 0 for any other line."""
    if line.role is Role.POINT:
        own = OWN_POINT.match(line.text)
        return letter_position(own[1]) if own else 0
    return line.mark.number if line.mark and line.mark.family is Family.LETTER else 0


def _point_runs(lines: Lines) -> Iterator[list[int]]:
    """Yield the positions of points whose letters follow each other, whatever lines are between them."""
    run: list[int] = []
    for at, line in enumerate(lines):
        number = _number(line)
        if run and number == _number(lines[run[-1]]) + 1:
            run.append(at)
        elif number:
            if run:
                yield run
            run = [at]
    if run:
        yield run
