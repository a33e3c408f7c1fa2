"""Where a centred text of two lines is parted: near its middle, best before a word that links."""

from __future__ import annotations

import re

from reports.document.layout import Length, Style
from reports.document.metrics import text_width

# Words that begin a part of a title: the text may be parted before one of them although another
# place is nearer to the middle, by up to this share of the text's width.
LINKS = frozenset(("và", "về", "năm", "của", "trong", "tại", "theo", "cho", "từ", "đến", "trên"))
DETOUR = 0.1
# Several spaces are room to write in, not a place to part; "thành phố" is one word.
GAP = re.compile(r"(?<=\S)(?:(?<!thành) | (?!phố))(?=\S)", re.IGNORECASE)


def halves(text: str, style: Style, available: Length) -> tuple[str, ...]:
    """Return the two lines of a text that is too long for one, else the text as it is.

    "SỞ NÔNG NGHIỆP / VÀ MÔI TRƯỜNG" rather than "SỞ NÔNG NGHIỆP VÀ MÔI / TRƯỜNG". A text of more than two
    lines is not parted either.
    """
    if not available.pt < text_width(text, style).pt <= 2 * available.pt:
        return (text,)
    pairs = [(text[: gap.start()], text[gap.end() :]) for gap in GAP.finditer(text)]
    fitting = [pair for pair in pairs if longest_line(pair, style) <= available]
    return min(fitting, key=lambda pair: _cost(pair, style), default=(text,))


def longest_line(lines: tuple[str, ...], style: Style) -> Length:
    return max(text_width(line, style) for line in lines)


def _cost(pair: tuple[str, str], style: Style) -> float:
    """Return how far from the middle the pair is parted, in points."""
    left, right = (text_width(half, style).pt for half in pair)
    links = pair[1].lower().split(" ", 1)[0] in LINKS
    return abs(left - right) / 2 - (DETOUR * (left + right) if links else 0)
