"""The place of a section in its report: its heading as printed, and its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from pbgdpl.lib.composed import Composed
from reports.compiling.headings import section_headings
from reports.document.lines import Heading
from reports.document.tree import Numbering
from reports.models import EarlierText, Report, Section
from reports.years import sections_of


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


# (pk of a section, number of its earlier texts); nothing where there are none.
EARLIER_TEXTS = Composed(
    lambda section: (
        EarlierText.objects.filter(section=section).order_by().values_list("section").annotate(Count("pk"))
    )
)


def count_of_earlier_texts(section: Section) -> int:
    return sum(count for _, count in EARLIER_TEXTS.tuples(section.pk))


def sections_without_texts(report: Report) -> list[Section]:
    return sections_of(report, with_texts=False)


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
