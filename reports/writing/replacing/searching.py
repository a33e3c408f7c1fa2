"""Finds words in the texts of a report and of its year's rows."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from events.models import Event
from plans.models import Directive, Plan, Policy
from reports.checks.mending.in_lines import in_the_case_of
from reports.checks.mending.proposals import Proposal
from reports.checks.stored import StoredText, stored_texts
from reports.document.typed import LISTING
from reports.models import Report

SPACES = r"(?: +| ?\n ?)"  # between two words also stands the end of a line


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, with accents, and what is to stand in its place."""

    words: str
    replacement: str = ""
    whole_words: bool = True
    match_case: bool = False

    def found(self, report: Report) -> tuple[Proposal, ...]:
        """Return a proposal for each place of the year's texts; a fixed number of queries."""
        pattern = self._pattern()
        every = (
            Proposal(stored, start, end, self._after(stored.text[start:end]))
            for stored in texts_of_year(report)
            for start, end in _outside_listings(stored, pattern)
        )
        return tuple(one for one in every if one.after != one.before)

    def _pattern(self) -> re.Pattern[str]:
        parts = self.words.split(" ") if self.words.strip() else []
        written = SPACES.join(map(re.escape, parts)) if all(parts) else re.escape(self.words)
        if self.whole_words:
            before = r"(?<!\w)" if self.words[:1].isalnum() else ""
            after = r"(?!\w)" if self.words[-1:].isalnum() else ""
            written = f"{before}{written}{after}"
        return re.compile(written, 0 if self.match_case else re.IGNORECASE)

    def _after(self, found: str) -> str:
        is_as_typed = self.match_case or found == self.words
        return self.replacement if is_as_typed else in_the_case_of(found, self.replacement)


def _outside_listings(stored: StoredText, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of a pattern, except in the names of listings, which are no words of the paper."""
    listings = deque(found.span() for found in LISTING.finditer(stored.text))
    for found in pattern.finditer(stored.text):
        while listings and listings[0][1] <= found.start():
            listings.popleft()
        if not listings or found.end() <= listings[0][0]:
            yield found.span()


def texts_of_year(report: Report) -> Iterator[StoredText]:
    """Yield the texts of a report and of all rows of its year."""
    rows = [
        row
        for model in (Plan, Directive, Policy, Event)
        for row in model._default_manager.of(report.organisation).for_year(report.reporting_year).in_order()
    ]
    assessments = report.assessments.select_related("criterion")
    yield from stored_texts(report, report.sections.all(), assessments, report.annexes.all(), rows)
