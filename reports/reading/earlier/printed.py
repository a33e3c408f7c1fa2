"""The headings of a report that was read, as they will be printed: numbered anew by their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reports.document.lines import label
from reports.document.tree import Block, Numbering, Section
from reports.reading.report import Reading
from reports.reading.report.listings import texts


def printed_headings(reading: Reading) -> dict[int, str]:
    """Return the printed headings, by the positions of their lines, where they differ from the file."""
    document = reading.document
    bodies = (document.body, *(annex.blocks for annex in document.annexes))
    units = (unit for blocks in bodies for unit in _units(blocks, document.numbering, ()))
    found = {}
    for origin, printed in zip(reading.origins, units, strict=True):
        source = " ".join(reading.lines[position].text for position in origin)
        if printed and origin and printed != source:
            found[origin[0]] = printed
    return found


def _units(blocks: Iterable[Block], numbering: Numbering, path: tuple[int, ...]) -> Iterator[str]:
    """Yield each printed heading, and an empty text for each other text, in the order of `Reading.origins`."""
    position = 0
    for block in blocks:
        if isinstance(block, Section):
            position += 1
            yield f"{label((*path, position), numbering)} {block.heading}"
            yield from _units(block.blocks, numbering, (*path, position))
        else:
            yield from [""] * len(texts(block))
