"""The lengths of the lines under texts, the same in every file."""

from __future__ import annotations

from math import ceil, floor

from reports.document import layout
from reports.document.layout import Length, Style
from reports.document.title_lines import longest_line, title_lines


def rule_share(text: str, style: Style, available: Length) -> int:
    """Return the length of the line under a text, in whole percent of the width of its place.

    It is a share of the place, so that it is right for a longer text too, which somebody writes in Word: no line of a
    text can be longer than its place. Only under a short text it is a share of the text.
    """
    longest = longest_line(title_lines(text, style, available), style, available).pt / available.pt
    least, most = ceil(100 * layout.LEAST_RULE * longest), floor(100 * layout.MOST_RULE * longest)
    return max(1, min(max(round(100 * layout.RULE_SHARE), least), most))
