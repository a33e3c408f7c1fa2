"""A section or an annex of the report as a page of its own, shown beside the field in which it is written.

It has the same lines as the whole page, so its formatting and its numbers are those that will be printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import accumulate, groupby
from operator import itemgetter

from django.utils.html import format_html
from django.utils.safestring import SafeString

from reports.document import layout
from reports.document.annex_page import annex_page
from reports.document.html import annex_class, printed_annex
from reports.document.html_lines import printed_lines
from reports.document.labels import label
from reports.document.lines import Heading, Line, annexes, lines
from reports.document.markup import joined
from reports.document.tree import Block, Document, Numbering, Paragraph, Section
from reports.document.typed import Listing, blocks
from reports.document.words import clean, one_line

TAG = re.compile(r"(<[^>]*>)")


def section_html(
    document: Document,
    path: tuple[int, ...],
    style_sheet_url: str = "document.css",
    *,
    below: bool = False,
    marked: Sequence[str] = (),
) -> str:
    """Return the section at `path` as a whole HTML page: its numbered heading and its own text.

    The path is counted from 1, as `Heading.path`: (1, 2) is the second section of the first; () is the text before
    the first section. With `below`, its subsections are shown too. Every mention of `marked` is highlighted, but not
    within a longer word or number: 2023, not 20231. Raise KeyError if there is no section at the path.
    """
    printed = [*section_lines(document, path, below=below)]
    text = printed_lines(printed, document.numbering, is_linked=True)
    return _page(
        _title(document, printed), "piece", highlighted(text, list(map(clean, marked))), style_sheet_url
    )


def annex_html(document: Document, place: int, style_sheet_url: str = "document.css") -> str:
    """Return the annex at a place, counted from 1, as a whole HTML page; raise IndexError if there is none."""
    label, annex = [*annexes(document)][place - 1]
    page = annex_page(annex, document)
    return _page(
        f"{label} {one_line(annex.title)}",
        f"{annex_class(page)} piece",
        printed_annex(label, annex, document, page),
        style_sheet_url,
    )


def typed_html(text: str, style_sheet_url: str = "document.css") -> str:
    """Return typed text as a whole HTML page, with the names of its listings in place of their rows."""
    found = (
        Paragraph(f"[[{block.name}]]") if isinstance(block, Listing) else block for block in blocks(text)
    )
    printed = printed_lines(lines(tuple(found), Numbering.LETTERS), Numbering.LETTERS)
    return _page("Xem trước", "piece", printed, style_sheet_url)


def _page(title: str, kind: str, text: SafeString, style_sheet_url: str) -> str:
    return format_html(
        '<!doctype html>\n<html lang="{}">\n<head>\n<meta charset="utf-8">\n<title>{}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n{}</head>\n'
        '<body>\n<main class="sheet {}">\n{}</main>\n</body>\n</html>\n',
        layout.LANGUAGE,
        clean(title),
        format_html('<link rel="stylesheet" href="{}">\n', style_sheet_url) if style_sheet_url else "",
        kind,
        text,
    )


def section_lines(document: Document, path: tuple[int, ...], *, below: bool = False) -> Iterator[Line]:
    """Yield the lines of the section at `path`, numbered as in the whole report."""
    blocks = document.body
    for depth, position in enumerate(path, start=1):
        section = _section(blocks, position, path)
        blocks = section.blocks
        if depth == len(path):
            yield Heading(label(path, document.numbering), section.heading, path)
    own = tuple(block for block in blocks if below or not isinstance(block, Section))
    yield from lines(own, document.numbering, path)


def _section(blocks: tuple[Block, ...], position: int, path: tuple[int, ...]) -> Section:
    sections = [block for block in blocks if isinstance(block, Section)]
    if not 1 <= position <= len(sections):
        raise KeyError(path)
    return sections[position - 1]


def _title(document: Document, printed: list[Line]) -> str:
    """Return the heading of the section, or the name of the report if the text has no heading."""
    match printed[:1]:
        case [Heading() as heading]:
            return str(heading)
        case _:
            return one_line(document.subject)


def highlighted(markup: SafeString, marked: Sequence[str]) -> SafeString:
    """Return the markup with every mention of these texts in <mark>, also across elements."""
    if not any(marked):
        return markup
    pieces = TAG.split(markup)
    # Tags are the pieces at odd places. The texts between them are searched as one, to find mentions across tags.
    texts = [unescape(piece) for piece in pieces[::2]]
    characters = "".join(texts)
    is_marked = bytearray(len(characters))
    for text in filter(None, marked):
        for mention in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", characters):
            is_marked[mention.start() : mention.end()] = b"\1" * len(text)
    ends = [*accumulate(map(len, texts))]
    pieces[::2] = [
        _marked(piece, is_marked[end - len(piece) : end]) for piece, end in zip(texts, ends, strict=True)
    ]
    return SafeString("".join(pieces))


def _marked(text: str, is_marked: bytearray) -> SafeString:
    """Return the escaped text, with its marked characters in <mark>."""
    runs = groupby(zip(text, is_marked, strict=True), key=itemgetter(1))
    parts = ((mark, "".join(character for character, _ in run)) for mark, run in runs)
    return joined(format_html("<mark>{}</mark>" if mark else "{}", part) for mark, part in parts)
