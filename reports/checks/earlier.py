"""The texts of the earlier report that a report was begun from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pbgdpl.lib.vietnamese import fold
from reports.models import Assessment, Report, Section
from reports.year_mentions.headings import heading_key


@dataclass(frozen=True, slots=True)
class EarlierTexts:
    """The texts of an earlier report; without one, they are all empty."""

    report: Report | None = None
    sections: tuple[Section, ...] = ()
    assessments: Mapping[str, str] | None = None  # {folded name of the criterion: text}

    @property
    def year(self) -> int | None:
        return self.report.reporting_year if self.report else None

    def field(self, name: str) -> str:
        """Return a text of the head or the end."""
        return str(getattr(self.report, name)) if self.report else ""

    def section(self, section: Section) -> str:
        same = same_section(self.sections, section)
        return same.body if same else ""

    def assessment(self, assessment: Assessment) -> str:
        return (self.assessments or {}).get(fold(assessment.criterion.name), "")


def earlier_texts(report: Report) -> EarlierTexts:
    """Return the texts of the report that this one was begun from, with a fixed number of queries."""
    if report.started_from is None:
        return EarlierTexts()
    earlier = report.started_from
    assessed = earlier.assessments.values_list("criterion__name", "text")
    return EarlierTexts(earlier, tuple(earlier.sections.all()), {fold(name): text for name, text in assessed})


def same_section(sections: Sequence[Section], section: Section) -> Section | None:
    """Return the nearest section with the same heading, else the section in the same place."""
    key = heading_key(section.heading)
    same = [one for one in sections if heading_key(one.heading) == key]
    if same:
        return min(same, key=lambda one: abs(one.position - section.position))
    return next((one for one in sections if _place(one) == _place(section)), None)


def _place(section: Section) -> tuple[int, int]:
    return section.position, section.depth
