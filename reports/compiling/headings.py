"""The headings of a report's sections: printed, and carried over from year to year."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reports.document.labels import label
from reports.document.lines import Heading
from reports.document.numbering import paths_of
from reports.document.tree import Numbering
from reports.models import Section
from reports.year_mentions import Spot, mentions_in

NEXT_YEAR = re.compile(r"(?<!các )(?<!những )\b(năm) (?:sau|tới)\b", re.IGNORECASE)


def heading_in(year: int, heading: str) -> str:
    """Return an outline's heading as a year's report prints it, with the number of the year for "năm sau".

    >>> heading_in(2024, "NHIỆM VỤ NĂM SAU")
    'NHIỆM VỤ NĂM 2025'
    """
    return NEXT_YEAR.sub(rf"\1 {year + 1}", heading)


def heading_moved(heading: str, *, of: int, to: int) -> str:
    """Return a heading of an earlier year's report for a later one, with its years moved; those of a period stay.

    >>> heading_moved("Nhiệm vụ năm 2025", of=2024, to=2026)
    'Nhiệm vụ năm 2027'
    """
    for mention in reversed([*mentions_in(heading, of=of, to=to, spot=Spot.TITLE)]):
        if mention.year >= of:
            heading = f"{heading[: mention.start]}{mention.new_year}{heading[mention.end :]}"
    return heading


def section_headings(sections: Iterable[Section], numbering: Numbering) -> dict[int, Heading]:
    """Return the numbered heading of each section by its pk; the sections must be in the order of the paper."""
    sections = list(sections)
    return {
        section.pk: Heading(label(path, numbering), section.printed_heading, path)
        for section, path in zip(sections, paths_of(section.depth for section in sections), strict=True)
    }
