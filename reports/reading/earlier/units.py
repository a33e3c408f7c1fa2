"""The headings and the texts of a report that was read, in the order of `Reading.origins`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reports.document.labels import label
from reports.document.tree import Block, Document, Numbering, Section
from reports.reading.report import Reading
from reports.reading.report.listings import texts


def printed_headings(reading: Reading) -> dict[int, str]:
    """Return the headings as they will be printed, numbered anew, where this differs from their lines in the file.

    The keys are the positions of the lines.
    """
    found = {}
    for origin, (is_heading, text) in zip(reading.origins, _units_of(reading.document), strict=True):
        source = " ".join(reading.lines[position].text for position in origin)
        if is_heading and origin and text != source:
            found[origin[0]] = text
    return found


def texts_of(document: Document) -> list[str]:
    """Return every heading and every text of the body and of the annexes, then the legal bases."""
    return [text for _, text in _units_of(document)]


def _units_of(document: Document) -> Iterator[tuple[bool, str]]:
    for blocks in (document.body, *(annex.blocks for annex in document.annexes)):
        yield from _units(blocks, document.numbering, ())
    yield from ((False, basis) for basis in document.legal_bases)


def _units(
    blocks: Iterable[Block], numbering: Numbering, path: tuple[int, ...]
) -> Iterator[tuple[bool, str]]:
    """Yield whether it is a heading, and the heading with its number or the text."""
    position = 0
    for block in blocks:
        if isinstance(block, Section):
            position += 1
            yield True, f"{label((*path, position), numbering)} {block.heading}"
            yield from _units(block.blocks, numbering, (*path, position))
        else:
            yield from ((False, text) for text in texts(block))
