"""The sections of a report as tasks: the printed heading of each, its progress, and what to check in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from pbgdpl.lib.vietnamese import thousands
from reports.checks import Finding, Part, Severity
from reports.compiling.contents import bare_headings
from reports.compiling.listings import CRITERIA, MODELS, ListingChoice, choices_in
from reports.models import Section
from reports.models.wording import Wording
from reports.received.listings import COLLECTED
from reports.writing.desk.work import Work


class Writing(Enum):
    """How far a section is: the words and the icon."""

    UNWRITTEN = ("Chưa viết", "not_started")
    BEGUN = ("Đang viết", "edit")
    DONE = ("Xong", "done")

    @property
    def words(self) -> str:
        return self.value[0]

    @property
    def icon(self) -> str:
        return self.value[1]


ICONS = {Severity.BLOCKING: "closed", Severity.WARNING: "warning", Severity.HINT: "hint"}


@dataclass(frozen=True, slots=True)
class FindingCount:
    """How many findings of one severity there are."""

    severity: Severity
    count: int
    wording: Wording

    @property
    def words(self) -> str:
        return f"{thousands(self.count)} {self.severity.words(self.wording)}"

    @property
    def icon(self) -> str:
        return ICONS[self.severity]

    @property
    def name(self) -> str:
        """Return the class of the severity in the style sheet."""
        return f"is-{self.severity.name.lower()}"


@dataclass(frozen=True, slots=True)
class SectionTask:
    label: str  # "I.", "2.", "đ)"
    heading: str
    level: int
    # None for a heading that only stands above others, and for a submitted report.
    writing: Writing | None
    listings: tuple[str, ...]  # "32 văn bản đã ban hành"
    findings: tuple[FindingCount, ...]
    mentions: int  # of years that may be old ones
    url: str  # "" for those who do not write

    @property
    def title(self) -> str:
        """Return the heading as it is printed: "2. Văn bản"."""
        return f"{self.label} {self.heading}"

    @property
    def is_open(self) -> bool:
        """Return whether there is still something to write."""
        return self.writing is not None and self.writing is not Writing.DONE


def counted(findings: Iterable[Finding], work: Work) -> tuple[FindingCount, ...]:
    """Return the counts of the severities that occur, the gravest first."""
    counts = Counter(finding.rule.severity for finding in findings)
    wording = work.draft.report.wording
    return tuple(
        FindingCount(severity, counts[severity], wording) for severity in Severity if counts[severity]
    )


def section_tasks(work: Work) -> Iterator[SectionTask]:
    """Yield the sections in the order of the paper."""
    draft, by_section = work.draft, defaultdict(list)
    for finding in work.found:
        by_section[finding.place.section].append(finding)
    bare = bare_headings(draft.sections)
    for section, entry in zip(draft.sections, draft.contents, strict=True):
        yield SectionTask(
            label=entry.heading.label,
            heading=entry.heading.text,
            level=entry.heading.level,
            writing=_writing(section) if work.status.is_open and section.pk not in bare else None,
            listings=tuple(_listing_words(choice, work) for choice in choices_in(section.body)),
            findings=counted(by_section[section.pk], work),
            mentions=work.mentions(Part.SECTION, pk=section.pk),
            url=work.writers_url("report_section", section.pk),
        )


def _writing(section: Section) -> Writing:
    if section.is_done:
        return Writing.DONE
    return Writing.BEGUN if section.body else Writing.UNWRITTEN


def _listing_words(choice: ListingChoice, work: Work) -> str:
    """Return how many rows a listing will print: "32 văn bản đã ban hành"; only the name of one without rows."""
    if choice.name == CRITERIA:
        return f"{thousands(work.assessed_count)} {CRITERIA}"
    if choice.name in COLLECTED and work.draft.collected.is_offered:
        return f"{thousands(work.draft.collected[choice].count)} {choice.name}"
    if choice.name not in MODELS:
        return choice.name
    counts = work.draft.listed_kinds[choice.name]
    listed = sum(counts[str(kind)] for kind in choice.kinds) if choice.kinds else counts.total()
    return f"{thousands(listed)} {choice.name}"
