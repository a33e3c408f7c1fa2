"""Reads paragraphs that begin with the name of a criterion as assessments."""

from __future__ import annotations

from collections.abc import Sequence

from pbgdpl.lib.vietnamese import fold
from reports.compiling.listings import CRITERIA
from reports.document.tree import Paragraph
from reports.document.typed import Listing, TypedBlock
from reports.models import CriteriaSet, Criterion


def criteria_of(year: int) -> tuple[Criterion, ...]:
    """Return the criteria in use in a reporting year, in their order."""
    in_use = CriteriaSet.objects.in_use(year).first()
    return tuple(in_use.criteria.all()) if in_use else ()


def with_assessments(
    blocks: tuple[TypedBlock, ...], criteria: Sequence[Criterion]
) -> tuple[tuple[TypedBlock, ...], tuple[str, ...]]:
    """Return the blocks, with the listing in place of the paragraphs on all criteria, and the texts of these.

    Only a whole set in its order is replaced, because the listing prints all criteria in this order.
    """
    for start in range(len(blocks) - len(criteria) + 1):
        places = blocks[start : start + len(criteria)]
        assessed = tuple(
            _assessment(block, criterion) for block, criterion in zip(places, criteria, strict=True)
        )
        if assessed and all(assessed):
            return (*blocks[:start], Listing(CRITERIA), *blocks[start + len(criteria) :]), assessed
    return blocks, ()


def _assessment(block: TypedBlock, criterion: Criterion) -> str:
    """Return the text of a paragraph after "name of the criterion:", or an empty text."""
    if not isinstance(block, Paragraph):
        return ""
    name, colon, text = f"{block.lead} {block.text}".partition(":")
    return text.strip() if colon and fold(name) == fold(criterion.name) else ""
