"""How the sections of a report are headed on its paper, told without compiling the report."""

from __future__ import annotations

from collections.abc import Iterable

from reports.document.lines import Heading, label
from reports.document.tree import Numbering
from reports.models import Section


def section_headings(sections: Iterable[Section], numbering: Numbering) -> dict[int, Heading]:
    """Return the numbered heading of each section by its key; sections come in the order of the paper.

    As in the compiled report, a section deeper than the one before stands below it, however much deeper.
    """
    headings: dict[int, Heading] = {}
    above: list[int] = []  # the depths of the sections that the next one may stand below
    path: list[int] = [0]
    for section in sections:
        while above and above[-1] >= section.depth:
            above.pop()
        path = [*path[: len(above)], _last(path, len(above)) + 1]
        above.append(section.depth)
        text = section.heading.upper() if section.depth == 1 else section.heading
        headings[section.pk] = Heading(label(tuple(path), numbering), text, tuple(path))
    return headings


def _last(path: list[int], level: int) -> int:
    """Return the number of the last section at a level below the same ones above."""
    return path[level] if level < len(path) else 0
