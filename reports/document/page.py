"""The pages: upright, or turned for the wide table of an annex (Appendix I, I.2)."""

from __future__ import annotations

from typing import NamedTuple

from reports.document import layout
from reports.document.layout import Length


class Page(NamedTuple):
    width: Length
    height: Length
    text_width: Length
    tallest_row: Length

    @property
    def text_height(self) -> Length:
        return self.height - layout.MARGIN_TOP - layout.MARGIN_BOTTOM


UPRIGHT = Page(layout.PAGE_WIDTH, layout.PAGE_HEIGHT, layout.TEXT_WIDTH, layout.TALLEST_ROW)
TURNED = Page(layout.PAGE_HEIGHT, layout.PAGE_WIDTH, layout.TURNED_TEXT_WIDTH, layout.TURNED_TALLEST_ROW)
