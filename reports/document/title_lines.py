"""Breaks titles, names of bodies and references into lines: where the officer said, else where it reads best."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, chain, pairwise

from reports.document.layout import SLACK, Length, Style
from reports.document.line_ends import PHRASE, WORD, costs
from reports.document.metrics import text_width

# Only a single space may end a line: several are room for writing in.
SPACE = re.compile(r"(?<=\S)( +)(?=\S)")
# A longer text is no title: the program that shows it breaks it by its width.
MOST_LINES = 8
# What the length of a line costs, squared, as a share of the width of the place: equal lines cost least.
UNEVEN = 2.0
# What the worst end must be better by for one line more than needed.
WORTH_A_LINE = WORD - PHRASE

# The cost of lines up to a word, and where each of them ends.
Way = tuple[float, tuple[int, ...]]


@lru_cache(maxsize=128)
def title_lines(text: str, style: Style, available: Length) -> tuple[str, ...]:
    """Return the lines of a centred text: those that the officer set ("\\n"), each broken if it is too long.

    "SỞ NÔNG NGHIỆP / VÀ MÔI TRƯỜNG" rather than "SỞ NÔNG NGHIỆP VÀ MÔI / TRƯỜNG". As few lines as possible, of about
    the same length, ending where `line_ends` says that it costs least.
    """
    return tuple(chain.from_iterable(_broken(piece, style, available) for piece in text.split("\n")))


def longest_line(lines: tuple[str, ...], style: Style, available: Length) -> Length:
    """Return the width of the longest line; one that is too long for its place is broken there."""
    return min(max(text_width(line, style) for line in lines), available)


def _broken(text: str, style: Style, available: Length) -> tuple[str, ...]:
    limit = (available - SLACK).pt
    whole = text_width(text, style).pt
    if whole <= limit:
        return (text,)
    words, spaces = (parts := SPACE.split(text))[::2], [*parts[1::2], " "]
    # A word too long for a line is cut by the program that shows it.
    longest = max(text_width(word, style).pt for word in words)
    if longest > limit or whole > MOST_LINES * limit:
        return (text,)
    pieces = [f"{word}{space}" for word, space in zip(words, spaces, strict=True)]
    starts = [*accumulate((text_width(piece, style).pt for piece in pieces), initial=0.0)]
    gaps = [*costs(words), 0.0]
    may_end = {end: gaps[end - 1] for end, space in enumerate(spaces, start=1) if len(space) <= 1}
    space = text_width(" ", style).pt
    ends = _best_ends(may_end, starts, limit + space)
    return tuple("".join(pieces[start:end]).rstrip() for start, end in pairwise((0, *ends))) or (text,)


def _best_ends(may_end: dict[int, float], starts: list[float], limit: float) -> tuple[int, ...]:
    """Return where each line ends, or nothing where the text cannot be broken."""
    last = len(starts) - 1
    ways: dict[int, Way] = {0: (0.0, ())}
    found: list[tuple[int, ...]] = []
    for _ in range(MOST_LINES):
        ways = _one_line_more(ways, may_end, starts, limit)
        found += [ways[last][1]] if last in ways else []
    fewest, *more = [*found[:2], ()] if found else ((), ())
    return (
        more[0] if more[0] and _worst(more[0], may_end) + WORTH_A_LINE <= _worst(fewest, may_end) else fewest
    )


def _worst(ends: tuple[int, ...], may_end: dict[int, float]) -> float:
    return max(may_end[end] for end in ends)


def _one_line_more(
    ways: dict[int, Way], may_end: dict[int, float], starts: list[float], limit: float
) -> dict[int, Way]:
    """Return the best way to each word by one line more than in `ways`."""
    best: dict[int, Way] = {}
    for start, (cost, ends) in ways.items():
        for end in range(start + 1, len(starts)):
            width = starts[end] - starts[start]
            if width > limit:
                break
            if end in may_end:
                further = cost + UNEVEN * (width / limit) ** 2 + may_end[end]
                if end not in best or further < best[end][0]:
                    best[end] = further, (*ends, end)
    return best
