"""The findings of a report as its page lists them: the open ones by section, the waived ones with their reasons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.text import capfirst

from accounts.rows import parse_pk
from pbgdpl.lib.vietnamese import fold
from reports.checks import RULES, Draft, Finding, Severity, check, load
from reports.checks.waiving import left_open
from reports.models import Report, Waiver
from reports.models.wording import Wording

WHOLE = "Cả báo cáo"
ANYWHERE = 0  # the pk of no section, to ask for all sections
ICONS = {Severity.BLOCKING: "closed", Severity.WARNING: "warning", Severity.HINT: "hint"}
# The most findings of one rule that are listed in a section; the others are on a page of their own.
MOST_ALIKE = 5
AROUND = 120  # characters of a line before and after the found words
# The words in a finding's sentence that are also in the line.
MEANT = re.compile(r"“([^”]+)”|số ([\w/…-]+)|[Nn]gày ([\d/.-]+)")


@dataclass(frozen=True, slots=True)
class Grade:
    """A severity as the page shows it."""

    severity: Severity
    wording: Wording
    count: int = 0

    @property
    def words(self) -> str:
        return capfirst(self.severity.words(self.wording))

    @property
    def slug(self) -> str:
        return SLUGS[self.severity]

    @property
    def icon(self) -> str:
        return ICONS[self.severity]


SLUGS = {severity: fold(severity.value).replace(" ", "-") for severity in Severity}  # "chan-nop"
GRADES = {slug: severity for severity, slug in SLUGS.items()}

RULES_BY_CODE = {rule.code: rule for rule in RULES}
WHOLE_SECTION = "ca-bao-cao"  # ?muc= for findings in no section
NARROWED_BY = ("muc-do", "quy-tac", "muc", "trang")


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of the page; without filters, everything is listed."""

    severity: Severity | None = None
    rule: str = ""  # the code of the rule
    section: int | None = ANYWHERE  # None for findings in no section

    def takes(self, finding: Finding) -> bool:
        return (
            self.severity in (None, finding.rule.severity)
            and self.rule in ("", finding.rule.code)
            and self.section in (ANYWHERE, finding.place.section)
        )


def asked_in(query: Mapping[str, str]) -> Asked:
    """Return the filters in an address: ?muc-do=, ?quy-tac= and ?muc= (the pk of a section)."""
    rule, place = RULES_BY_CODE.get(query.get("quy-tac", "")), query.get("muc", "")
    pk = parse_pk(place)
    section = None if place == WHOLE_SECTION else ANYWHERE if pk is None else pk
    return Asked(GRADES.get(query.get("muc-do", "")), rule.code if rule else "", section)


def filters_in(query: Mapping[str, str]) -> dict[str, str]:
    """Return the parameters of an address that are filters of the page, or its number."""
    return {name: query[name] for name in NARROWED_BY if name in query}


@dataclass(frozen=True, slots=True)
class Entry:
    finding: Finding
    grade: Grade
    heading: str
    more: int = 0  # the count of findings of the same rule and section that are not listed

    @property
    def anchor(self) -> str:
        """Return the id of the finding on the page."""
        return anchor(self.finding)

    @property
    def excerpt(self) -> tuple[str, str, str]:
        """Return the line in three parts: the text before the found words, these words, the text after them."""
        return excerpt(self.finding.place.line, self.finding.text)


@dataclass(frozen=True, slots=True)
class Waived:
    waiver: Waiver
    is_found: bool  # whether the finding still exists


@dataclass(frozen=True, slots=True)
class Checked:
    """A checked report with its findings and waivers."""

    draft: Draft
    findings: tuple[Finding, ...]
    waivers: tuple[Waiver, ...]

    @property
    def open(self) -> tuple[Finding, ...]:
        return left_open(self.findings, self.waivers)

    @property
    def wording(self) -> Wording:
        return self.draft.report.wording

    @property
    def grades(self) -> list[Grade]:
        counts = Counter(finding.rule.severity for finding in self.open)
        return [Grade(severity, self.wording, counts[severity]) for severity in Severity]

    @property
    def waived(self) -> list[Waived]:
        keys = {finding.key for finding in self.findings}
        return [Waived(waiver, waiver.key in keys) for waiver in self.waivers]

    def finding(self, key: str) -> Finding | None:
        return next((one for one in self.findings if one.key == key), None)

    def wanted(self, asked: Asked) -> list[Finding]:
        return [finding for finding in self.open if asked.takes(finding)]

    def entries(self, asked: Asked) -> list[Entry]:
        """Return the open findings by section, first those of the whole report, each section's gravest first."""
        headings = self.headings()
        places = {section: place for place, section in enumerate(headings)}
        wanted = sorted(self.wanted(asked), key=lambda finding: places[finding.place.section])
        runs = groupby(wanted, key=lambda finding: (finding.place.section, finding.rule.code))
        most = None if asked.rule else MOST_ALIKE
        return [entry for _, run in runs for entry in self._entries(list(run), headings, most)]

    def _entries(
        self, run: list[Finding], headings: dict[int | None, str], most: int | None
    ) -> Iterator[Entry]:
        """Yield the first findings of a run, the last with the count of those left out, which is never one."""
        shown = run if most is None or len(run) <= most + 1 else run[:most]
        for place, finding in enumerate(shown, start=1):
            more = len(run) - len(shown) if place == len(shown) else 0
            grade = Grade(finding.rule.severity, self.wording)
            yield Entry(finding, grade, headings[finding.place.section], more)

    def headings(self) -> dict[int | None, str]:
        """Return the printed headings of the sections by their pks."""
        entries = zip(self.draft.sections, self.draft.contents, strict=True)
        return {None: WHOLE} | {section.pk: str(entry.heading) for section, entry in entries}


def checked(report: Report, today: date) -> Checked:
    """Return the report with its findings and waivers, with a fixed number of queries."""
    draft = load(report, today)
    return Checked(draft, check(draft), tuple(report.waivers.select_related("waived_by")))


def anchor(finding: Finding) -> str:
    """Return the id of a finding on the page: "cho-1f0a…"."""
    return f"cho-{finding.key.rpartition(':')[2]}"


def excerpt(line: str, text: str) -> tuple[str, str, str]:
    """Return the part of a line around the words that a finding's sentence is about.

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
