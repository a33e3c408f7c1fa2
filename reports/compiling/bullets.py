"""Bullets that stand side by side, which are one list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from reports.document.tree import Block, BulletList


def joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, adjacent bullets of one mark in one list."""
    for mark, met in groupby(blocks, key=_mark):
        if mark:
            lists = (block for block in met if isinstance(block, BulletList))
            yield BulletList(tuple(item for block in lists for item in block.items), mark)
        else:
            yield from met


def _mark(block: Block) -> str:
    return block.mark if isinstance(block, BulletList) else ""
