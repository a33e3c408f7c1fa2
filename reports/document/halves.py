"""Splits a centred text of two lines: near its middle, if possible before a linking word."""

from __future__ import annotations

import re

from reports.document.layout import SLACK, Length, Style
from reports.document.metrics import text_width

# Words that begin a part of a title. A text is rather split before one of them, or after a comma, than nearer to its
# middle, up to this share of its width.
LINKS = frozenset(("và", "về", "năm", "của", "trong", "tại", "theo", "cho", "từ", "đến", "trên"))
DETOUR = 0.1
# A text is not split at several spaces, which are for writing in, nor within "thành phố" or "năm 2025".
WHOLE = (r"thành(?= phố)", *(rf"{word}(?= \d)" for word in ("năm", "tháng", "ngày", "số", "quý")))
GAP = re.compile(rf"(?<=\S){''.join(f'(?<!{words})' for words in WHOLE)} (?=\S)", re.IGNORECASE)


def halves(text: str, style: Style, available: Length) -> tuple[str, ...]:
    """Return the two lines of a text that is too long for one, else the text alone.

    "SỞ NÔNG NGHIỆP / VÀ MÔI TRƯỜNG" rather than "SỞ NÔNG NGHIỆP VÀ MÔI / TRƯỜNG". A text of more than two
    lines is not split. Word breaks a text only by its width (`halves_width`), so places where Word would not break are
    not used.
    """
    if not available.pt < text_width(text, style).pt <= 2 * available.pt:
        return (text,)
    pairs = [(text[: gap.start()], text[gap.end() :]) for gap in GAP.finditer(text)]
    fitting = [
        pair for pair in pairs if longest_line(pair, style) <= available and _first_line_is_full(pair, style)
    ]
    return min(fitting, key=lambda pair: _cost(pair, style), default=(text,))


def halves_width(lines: tuple[str, ...], style: Style) -> Length:
    """Return the width in which a text of these lines breaks into them."""
    return Length(longest_line(lines, style).pt + SLACK.pt)


def _first_line_is_full(pair: tuple[str, str], style: Style) -> bool:
    """Return whether the first word of the second line does not fit on the first line."""
    left, right = pair
    longer = f"{left} {right.split(' ', 1)[0]}"
    return text_width(longer, style).pt > halves_width(pair, style).pt


def longest_line(lines: tuple[str, ...], style: Style) -> Length:
    return max(text_width(line, style) for line in lines)


def _cost(pair: tuple[str, str], style: Style) -> float:
    """Return the distance of the split from the middle, in points, less for a linking word."""
    left, right = (text_width(half, style).pt for half in pair)
    links = pair[0].endswith((",", ";")) or pair[1].lower().split(" ", 1)[0] in LINKS
    return abs(left - right) / 2 - (DETOUR * (left + right) if links else 0)
