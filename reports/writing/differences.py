"""Two texts of one section, told apart word by word."""

from __future__ import annotations

from reports.comparing.differences import LineDifference, Unchanged, condensed, differences

DifferenceLines = tuple[LineDifference | Unchanged, ...]


def section_difference(before: str, after: str) -> DifferenceLines:
    """Return the lines of both texts, long runs of equal ones left out; nothing where the texts are equal."""
    if before == after:
        return ()
    return tuple(
        line for part in differences([("", before)], [("", after)]) for line in condensed(part.lines)
    )
