"""The report on a screen with the ends of the printed pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString

from reports.document.html import annex_class, stamp, to_html
from reports.document.page import TURNED, UPRIGHT, Page
from reports.document.tree import Document

BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td"}
# The place among the blocks of the one in which a printed page begins, from 0, and how many of its characters, spaces
# left out, are on earlier pages. The stamp of a draft has no blocks: its pages begin where those of the report do.
PageStart = tuple[int, int]
# Neither texts nor attributes of `to_html` have a "<" or ">".
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*+)[^<>]*+>")
CELL = re.compile(r"<t[dh]\b")
CHARACTER = re.compile(r"<[^<>]*+>|(&[^;\s&]+;|\S)")
Tag = re.Match[str]


class Block(NamedTuple):
    """The tag of a block, and those of the elements around it."""

    tag: Tag
    annex: Tag | None
    table: Tag | None
    row: Tag | None

    @property
    def begins_annex(self) -> bool:
        return self.tag[2] == "h1" and self.annex is not None

    @property
    def page(self) -> Page:
        return TURNED if self.annex and annex_class(TURNED) in self.annex[0] else UPRIGHT


def to_sheets(document: Document, starts: Sequence[PageStart], *, style_sheet_url: str) -> str:
    """Return the page of `to_html` with an empty element at the start of each printed page after the first.

    The element's `data-page` is the printed page number; the style sheet draws the end of the sheet. Each sheet of a
    draft has the stamp. Screen readers read it on the first one of the report, and of an annex: in a list they allow
    nothing but items.
    """
    page = to_html(document, style_sheet_url=style_sheet_url)
    if not starts:
        return page
    blocks, number, marks = [*_blocks(page)], 0, []
    for place, printed in starts:
        block = blocks[place]
        # The pages of an annex are counted anew.
        number = 1 if block.begins_annex else number + 1
        if number > 1:
            drawn = stamp(block.page, is_read=False) if document.is_draft else SafeString()
            marks.append(_marked(page, block, printed, str(number), drawn))
    return _with_marks(page, marks)


def _blocks(page: str) -> Iterator[Block]:
    opened: dict[str, Tag] = {}
    for tag in TAG.finditer(page):
        closing, name = tag.groups()
        if closing:
            opened.pop(name, None)
        elif name in BLOCKS:
            yield Block(tag, *map(opened.get, ("section", "table", "tr")))
        else:
            opened[name] = tag


def _marked(page: str, block: Block, printed: int, number: str, drawn: SafeString) -> tuple[int, SafeString]:
    """Return a mark and where it stands: before the block, or in it after the characters on earlier pages."""
    row, table = block.row, block.table
    if row and table and (_is_grid(table) or page.find("<tr", table.end()) != row.start()):
        columns = len(CELL.findall(page, row.end(), page.index("</tr>", row.end())))
        mark = '<tr><td class="page-break" data-page="{}" colspan="{}">{}</td></tr>'
        return row.start(), format_html(mark, number, columns, drawn)
    at = table.start() if table else _after(page, block.tag, printed)
    return at, format_html('<span class="page-break" data-page="{}">{}</span>', number, drawn)


def _is_grid(table: Tag) -> bool:
    """Return whether a table has figures, and is not only a layout."""
    return 'class="grid"' in table[0]


def _after(page: str, block: Tag, printed: int) -> int:
    """Return where the next character of a block is after so many, spaces left out, or the start of the block."""
    if not printed:
        return block.start()
    end = page.index(f"</{block[2]}>", block.end())
    characters = (each.start() for each in CHARACTER.finditer(page, block.end(), end) if each[1])
    return next(islice(characters, printed, None), end)


def _with_marks(page: str, marks: Iterable[tuple[int, SafeString]]) -> str:
    pieces: list[str] = []
    end = 0
    for at, mark in sorted(marks, key=itemgetter(0)):
        pieces += page[end:at], mark
        end = at
    return "".join((*pieces, page[end:]))
