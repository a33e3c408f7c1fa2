"""What was found in a report as its page tells it: what is open by section, what is let stand and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.text import capfirst

from pbgdpl.lib.vietnamese import fold
from reports.checks import Draft, Finding, Severity, check, load
from reports.checks.waiving import left_open
from reports.compiling.contents import contents
from reports.models import Report, Waiver

WHOLE = "Cả báo cáo"
ANYWHERE = 0  # the number of no section: everything is asked for
ICONS = {Severity.BLOCKING: "closed", Severity.WARNING: "warning", Severity.HINT: "hint"}
# Of one rule so many are told in a section; the others on a page of their own.
MOST_ALIKE = 5
AROUND = 120  # letters of a line before and after the words that were found
# In a finding's own sentence: what it may be about, as it stands in the line.
MEANT = re.compile(r"“([^”]+)”|số ([\w/…-]+)|[Nn]gày ([\d/.-]+)")


@dataclass(frozen=True, slots=True)
class Grade:
    """A severity as the page shows it."""

    severity: Severity
    count: int = 0

    @property
    def words(self) -> str:
        return capfirst(self.severity.value)

    @property
    def slug(self) -> str:
        """Return how addresses name it: "chan-nop"."""
        return fold(self.severity.value).replace(" ", "-")

    @property
    def icon(self) -> str:
        return ICONS[self.severity]


GRADES = {Grade(severity).slug: severity for severity in Severity}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader wants to see; nothing asked for is everything."""

    severity: Severity | None = None
    rule: str = ""  # its code
    section: int | None = ANYWHERE  # None: what stands in no section

    def takes(self, finding: Finding) -> bool:
        return (
            self.severity in (None, finding.rule.severity)
            and self.rule in ("", finding.rule.code)
            and self.section in (ANYWHERE, finding.place.section)
        )


@dataclass(frozen=True, slots=True)
class Entry:
    finding: Finding
    heading: str
    more: int = 0  # how many more of the same rule and section follow that are not told here

    @property
    def grade(self) -> Grade:
        return Grade(self.finding.rule.severity)

    @property
    def excerpt(self) -> tuple[str, str, str]:
        """Return the line in which it was found: what stands before, the words meant, what follows."""
        return excerpt(self.finding.place.line, self.finding.text)


@dataclass(frozen=True, slots=True)
class Waived:
    waiver: Waiver
    is_found: bool  # whether there still is what it was said of


@dataclass(frozen=True, slots=True)
class Checked:
    """A report with everything that was found in it, and what is let stand."""

    draft: Draft
    findings: tuple[Finding, ...]
    waivers: tuple[Waiver, ...]

    @property
    def open(self) -> tuple[Finding, ...]:
        return left_open(self.findings, self.waivers)

    @property
    def grades(self) -> list[Grade]:
        counts = Counter(finding.rule.severity for finding in self.open)
        return [Grade(severity, counts[severity]) for severity in Severity]

    @property
    def waived(self) -> list[Waived]:
        keys = {finding.key for finding in self.findings}
        return [Waived(waiver, waiver.key in keys) for waiver in self.waivers]

    def finding(self, key: str) -> Finding | None:
        return next((one for one in self.findings if one.key == key), None)

    def entries(self, asked: Asked) -> list[Entry]:
        """Return what is open by section, the whole report first, and within it gravest first."""
        headings = self.headings()
        places = {section: place for place, section in enumerate(headings)}
        wanted = [finding for finding in self.open if asked.takes(finding)]
        wanted.sort(key=lambda finding: places[finding.place.section])
        runs = groupby(wanted, key=lambda finding: (finding.place.section, finding.rule.code))
        most = None if asked.rule else MOST_ALIKE
        return [entry for _, run in runs for entry in _entries(list(run), headings, most)]

    def headings(self) -> dict[int | None, str]:
        """Return what each section is called on the paper, by its number."""
        entries = zip(self.draft.sections, contents(self.draft.document), strict=True)
        return {None: WHOLE} | {section.pk: str(entry.heading) for section, entry in entries}


def checked(report: Report, today: date) -> Checked:
    """Return what is found in a report as it stands, by a fixed number of queries."""
    draft = load(report, today)
    return Checked(draft, check(draft), tuple(report.waivers.select_related("waived_by")))


def _entries(run: list[Finding], headings: dict[int | None, str], most: int | None) -> Iterator[Entry]:
    """Yield the first findings of a run, the last of them with how many follow; one alone is never left out."""
    shown = run if most is None or len(run) <= most + 1 else run[:most]
    for place, finding in enumerate(shown, start=1):
        more = len(run) - len(shown) if place == len(shown) else 0
        yield Entry(finding, headings[finding.place.section], more)


def excerpt(line: str, text: str) -> tuple[str, str, str]:
    """Return the part of a line around what a finding's sentence is about.

    >>> excerpt("Sở trả lời kip thời.", "“kip” (mục “Một”): vần …")
    ('Sở trả lời ', 'kip', ' thời.')
    """
    meant = (next(filter(None, found.groups())) for found in MEANT.finditer(text))
    words = next((words for words in meant if words in line), "")
    start = line.index(words)
    before, after = line[:start], line[start + len(words) :]
    if len(before) > AROUND:
        before = f"… {before[-AROUND:].partition(' ')[2] or before[-AROUND:]}"
    if len(after) > AROUND:
        after = f"{after[:AROUND].rpartition(' ')[0] or after[:AROUND]} …"
    return before, words[:AROUND], after
