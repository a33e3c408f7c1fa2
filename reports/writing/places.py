"""The place of a section in its report: its heading as printed, and its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports.compiling.headings import section_headings
from reports.document.lines import Heading
from reports.document.tree import Numbering
from reports.models import Report, Section


@dataclass(frozen=True, slots=True)
class Neighbour:
    section: Section
    heading: Heading


@dataclass(frozen=True, slots=True)
class SectionPlace:
    heading: Heading
    above: tuple[Heading, ...]  # the headings that it stands below, the highest first
    before: Neighbour | None
    after: Neighbour | None

    @property
    def path(self) -> tuple[int, ...]:
        return self.heading.path


def sections_without_texts(report: Report) -> list[Section]:
    return list(report.sections.defer("body", "guidance"))


def section_place(section: Section, sections: Sequence[Section] = ()) -> SectionPlace:
    """Return the place of a section among those of its report, which one query reads if they are not given."""
    sections = sections or sections_without_texts(section.report)
    headings = section_headings(sections, Numbering(section.report.numbering))
    index = next(place for place, one in enumerate(sections) if one.pk == section.pk)
    here = headings[section.pk]
    neighbours = [Neighbour(one, headings[one.pk]) for one in sections]
    return SectionPlace(
        heading=here,
        above=tuple(one.heading for one in neighbours[:index] if is_above(one.heading, here)),
        before=neighbours[index - 1] if index else None,
        after=neighbours[index + 1] if index + 1 < len(neighbours) else None,
    )


def is_above(high: Heading, low: Heading) -> bool:
    return high.level < low.level and low.path[: high.level] == high.path
