"""Paragraphs that open with the name of a criterion become assessments."""

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
    """Return the blocks with all criteria's paragraphs replaced by their listing, and what each said.

    Only a whole set in its order is taken: anything else would print in another order than it was written.
    """
    for start in range(len(blocks) - len(criteria) + 1):
        places = blocks[start : start + len(criteria)]
        said = tuple(_said(block, criterion) for block, criterion in zip(places, criteria, strict=True))
        if said and all(said):
            return (*blocks[:start], Listing(CRITERIA), *blocks[start + len(criteria) :]), said
    return blocks, ()


def _said(block: TypedBlock, criterion: Criterion) -> str:
    """Return the paragraph's words after "name of the criterion:", or nothing."""
    if not isinstance(block, Paragraph):
        return ""
    name, colon, text = f"{block.lead} {block.text}".partition(":")
    return text.strip() if colon and fold(name) == fold(criterion.name) else ""
