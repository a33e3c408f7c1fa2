"""Finds the lists of an earlier report that can be read as rows, and replaces them by listings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import assert_never

from accounts.rows import YearRow
from events.models import Event
from plans.models import Directive, Plan
from reports.compiling.listings import DIRECTIVES, EVENTS, PLANS
from reports.document.labels import label
from reports.document.tree import (
    Block,
    BulletList,
    Document,
    LetteredList,
    Numbering,
    Paragraph,
    Section,
    Table,
)
from reports.document.typed import Listing, TypedBlock
from reports.reading.report.planned import is_planned, is_planning, planned_texts


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the tree with its own text. The opening and an annex are parts of depth 0."""

    depth: int
    heading: str
    blocks: tuple[TypedBlock, ...]
    is_future: bool = False


# The places of a text: its part, its block in the part, its item in the block.
Place = tuple[int, int, int]
LEGAL_BASES = -1  # the part of the legal bases, of which each is a block


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row that is not saved yet, and the text that it was read from."""

    row: YearRow
    place: Place
    text: (
        int  # the position of this text among all headings and texts of the document, as in `Reading.origins`
    )


@dataclass(frozen=True, slots=True)
class Run:
    """Adjacent bullets or points that are rows of one listing."""

    part: int
    block: int
    start: int
    stop: int
    listing: str
    rows: tuple[YearRow, ...]
    is_printed_alike: bool  # with "-" bullets, as a listing prints its rows

    @property
    def placed_rows(self) -> Iterator[tuple[Place, YearRow]]:
        for item, row in enumerate(self.rows, start=self.start):
            yield (self.part, self.block, item), row


def parts(document: Document, year: int) -> tuple[Part, ...]:
    """Return the opening and every section of a report on that year, in reading order."""
    opening = tuple(block for block in document.body if not isinstance(block, Section))
    return (Part(0, "", opening), *_parts(document.body, 1, year, is_future=False))


def annex_parts(document: Document, year: int) -> Iterator[Part]:
    """Yield the annexes with the headings in each, in reading order."""
    for annex in document.annexes:
        future = is_planning(annex.title, year)
        yield Part(
            0, annex.title, tuple(block for block in annex.blocks if not isinstance(block, Section)), future
        )
        yield from _parts(annex.blocks, 1, year, is_future=future)


def _parts(blocks: tuple[Block, ...], depth: int, year: int, *, is_future: bool) -> Iterator[Part]:
    for section in blocks:
        if isinstance(section, Section):
            future = is_future or is_planning(section.heading, year)
            own = tuple(block for block in section.blocks if not isinstance(block, Section))
            yield Part(depth, section.heading, own, future)
            yield from _parts(section.blocks, depth + 1, year, is_future=future)


def text_positions(all_parts: Iterable[Part], legal_bases: Sequence[str] = ()) -> dict[Place, int]:
    """Return the position of each text among all headings and texts of the parts; the legal bases come last."""
    position, found = 0, {}
    for index, part in enumerate(all_parts):
        position += part.depth > 0  # the heading
        for place, block in enumerate(part.blocks):
            for item in range(len(texts(block))):
                found[index, place, item] = position
                position += 1
    return found | {(LEGAL_BASES, at, 0): position + at for at in range(len(legal_bases))}


def list_items(all_parts: Iterable[Part]) -> Iterator[str]:
    """Yield every list item except in sections about the future."""
    for part in all_parts:
        for block in part.blocks:
            if isinstance(block, BulletList) and not part.is_future:
                yield from block.items


def all_texts(document: Document, all_parts: Iterable[Part]) -> Iterator[str]:
    """Yield the texts that may name documents, first the legal bases."""
    yield from document.legal_bases
    yield from (text for part in all_parts for block in part.blocks for text in texts(block))


def listing_of(row: YearRow) -> str:
    match row:
        case Plan():
            return PLANS
        case Directive():
            return DIRECTIVES
        case _:
            return EVENTS


def runs(
    all_parts: tuple[Part, ...],
    read: Callable[[str], YearRow | None],
    *,
    year: int,
    issued_on: date | None,
) -> tuple[Run, ...]:
    """Return every run of bullets or points that `read` returns rows for, without events that are only planned."""

    def row_of(line: str) -> YearRow | None:
        row = read(line)
        is_ahead = isinstance(row, Event) and is_planned(line, row.held_from, year=year, issued_on=issued_on)
        return None if is_ahead else row

    planned = frozenset(planned_texts([part.blocks for part in all_parts], year))
    found: list[Run] = []
    for index, part in enumerate(all_parts):
        for place, block in enumerate(() if part.is_future else part.blocks):
            if isinstance(block, BulletList | LetteredList):
                items = enumerate(texts(block))
                rows = (None if (index, place, item) in planned else row_of(line) for item, line in items)
                found += _runs(index, place, block, tuple(rows))
    return tuple(found)


def _runs(
    part: int, place: int, block: BulletList | LetteredList, rows: tuple[YearRow | None, ...]
) -> Iterator[Run]:
    is_printed_alike = isinstance(block, BulletList) and block.mark == "-"
    for listing, group in groupby(enumerate(rows), key=lambda item: item[1] and listing_of(item[1])):
        items = list(group)
        found = tuple(row for _, row in items if row is not None)
        if listing and found:
            yield Run(part, place, items[0][0], items[-1][0] + 1, listing, found, is_printed_alike)


def longest(found: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the longest run of each listing, because a listing has one place; the other runs stay text."""
    alike = sorted((run for run in found if run.is_printed_alike), key=lambda run: len(run.rows))
    best = {run.listing: run for run in alike}
    return tuple(run for run in found if best.get(run.listing) is run)


def with_listings(part: Part, chosen: tuple[Run, ...]) -> tuple[TypedBlock, ...]:
    """Return the blocks of a part, with its listing in the place of each chosen run."""
    return tuple(
        piece
        for place, block in enumerate(part.blocks)
        for piece in _split(block, [run for run in chosen if run.block == place])
    )


def _split(block: TypedBlock, chosen: list[Run]) -> Iterator[TypedBlock]:
    if not isinstance(block, BulletList) or not chosen:
        yield block
        return
    done = 0
    for run in chosen:
        if run.start > done:
            yield BulletList(block.items[done : run.start], block.mark)
        yield Listing(run.listing)
        done = run.stop
    if done < len(block.items):
        yield BulletList(block.items[done:], block.mark)


def texts(block: TypedBlock) -> tuple[str, ...]:
    """Return the lines of a block in reading order."""
    match block:
        case Paragraph(text, lead):
            return (f"{lead} {text}".strip(),)
        case BulletList(items):
            return items
        case LetteredList(items):
            return tuple(f"{item.lead} {item.text}".strip() for item in items)
        case Table(rows):
            return tuple(" ".join(row) for row in rows)
        case Listing():
            return ()
        case _:
            assert_never(block)


def flattened(
    blocks: tuple[Block, ...], numbering: Numbering, path: tuple[int, ...] = ()
) -> Iterator[TypedBlock]:
    """Yield the blocks with each heading as a paragraph with its number, because an annex has no sections."""
    position = 0
    for block in blocks:
        if isinstance(block, Section):
            position += 1
            yield Paragraph(f"{label((*path, position), numbering)} {block.heading}")
            yield from flattened(block.blocks, numbering, (*path, position))
        else:
            yield block
