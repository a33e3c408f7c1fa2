"""The differences of two texts of one section, word by word."""

from __future__ import annotations

from reports.comparing.differences import LineDifference, Unchanged, condensed, differences

DifferenceLines = tuple[LineDifference | Unchanged, ...]


def section_difference(before: str, after: str) -> DifferenceLines:
    """Return the lines of both texts without long runs of equal lines, () if the texts are equal."""
    if before == after:
        return ()
    return tuple(
        line for part in differences([("", before)], [("", after)]) for line in condensed(part.lines)
    )
