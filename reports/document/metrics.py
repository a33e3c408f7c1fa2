"""The width of a text in Times New Roman, by which Word files state the length of the line under a text."""

from __future__ import annotations

from pbgdpl.lib.times_new_roman import BOLD, ITALIC, REGULAR
from reports.document.layout import Length, Pt, Style


def text_width(text: str, style: Style) -> Length:
    """Return the width of the text on one line."""
    face = BOLD if style.bold else ITALIC if style.italic else REGULAR
    return Pt(face.width(text, style.size.pt))
