"""The verbs that move the years of texts copied from an earlier report, or leave them for good."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from accounts.models import ChangedItem, ChangedTogether, User
from reports.checks import Finding, Part
from reports.checks.marked import MarkedText, load_marked, load_marked_section
from reports.checks.old_year import finding_of
from reports.checks.waiving import waive
from reports.models import Annex, Assessment, Report, Section
from reports.states import Action, locked, require
from reports.writing.annexes import write_annex
from reports.writing.criteria.assessments import carry_text
from reports.writing.saving import recipient_lines, write_head, write_section
from reports.year_mentions import YearMark, moved

RIGHT = "Năm đúng, không phải chuyển."  # the reason with which a mark is dismissed


@dataclass(frozen=True, slots=True)
class ProposedYear:
    """A year that may be an old one, with the finding about it."""

    mark: YearMark
    finding: Finding

    @property
    def key(self) -> str:
        return self.finding.key


@dataclass(frozen=True, slots=True)
class ProposedText:
    """A text with the years that are not dismissed."""

    text: MarkedText
    years: tuple[ProposedYear, ...]

    def with_moved(self, keys: Collection[str]) -> str:
        return moved(self.text.text, [one.mark for one in self.years if one.key in keys])


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved, with the texts left because somebody has saved them since they were shown."""

    count: int
    left: tuple[str, ...]
    stored: ChangedTogether | None


def proposed_texts(
    report: Report, texts: Iterable[MarkedText], waived: Collection[str]
) -> Iterator[ProposedText]:
    """Yield each text with its years, without those dismissed; the same sentence in a text is proposed once."""
    for text in texts:
        findings = ((mark, finding_of(mark, text, report.reporting_year)) for mark in text.marks)
        years = (ProposedYear(mark, finding) for mark, finding in findings if finding.key not in waived)
        yield ProposedText(text, tuple(years))


def load_proposed(report: Report) -> tuple[ProposedText, ...]:
    """Return the texts of a report with their proposed years, with a fixed number of queries."""
    return tuple(proposed_texts(report, load_marked(report), waived_keys(report)))


def proposed_in_section(section: Section, text: str, sections: Sequence[Section]) -> ProposedText:
    """Return a text typed for one of the sections of a report with its proposed years."""
    marked = load_marked_section(section, text, sections)
    waived = waived_keys(section.report) if marked.marks else set()
    return next(proposed_texts(section.report, [marked], waived))


def waived_keys(report: Report) -> set[str]:
    return set(report.waivers.values_list("key", flat=True))


@transaction.atomic
def move_years(
    report: Report, *, chosen: Mapping[str, Collection[str]], versions: Mapping[str, int], by: User
) -> Moved:
    """Move the chosen years, given as {name of the text: keys}, each text if it has still the version that was read.

    Raises WrongState where the report is submitted.
    """
    stored = locked(report)
    require(Action.WRITE, report=stored, by=by)
    asked = [one for one in load_proposed(stored) if one.text.name in chosen]
    ready = [one for one in asked if versions.get(one.text.name) == one.text.version]
    left = tuple(one.text.where for one in asked if one not in ready)
    count = sum(year.key in chosen[one.text.name] for one in ready for year in one.years)
    texts = {one.text.name: one.with_moved(chosen[one.text.name]) for one in ready}
    items = list(_write([one.text for one in ready], texts, stored, by))
    words = f"chuyển năm sang {stored.reporting_year}"
    change = ChangedTogether.objects.store(items, by=by, words=words) if items else None
    return Moved(count, left, change)


@transaction.atomic
def dismiss_years(report: Report, *, keys: Collection[str], by: User) -> ChangedTogether | None:
    """Waive the findings about these years, because they are right; return what undoes it, None if none is left."""
    stored = locked(report)
    require(Action.WRITE, report=stored, by=by)
    found = {year.key: year.finding for one in load_proposed(stored) for year in one.years}
    waivers = [waive(found[key], report=stored, reason=RIGHT, by=by) for key in found if key in keys]
    items: list[ChangedItem] = [
        {"model": "reports.waiver", "pk": one.pk, "version": 0, "before": {}} for one in waivers
    ]
    return ChangedTogether.objects.store(items, by=by, words="bỏ nhắc năm") if items else None


def _write(
    texts: Sequence[MarkedText], words: Mapping[str, str], report: Report, by: User
) -> Iterator[ChangedItem]:
    """Save the new words of each text; yield what undoes it."""
    changed = [text for text in texts if words[text.name] != text.text]
    head = [text for text in changed if text.place.part is Part.REPORT]
    if head:
        yield write_fields(report, {one.place.field: words[one.name] for one in head}, report.version, by)
    for text in changed:
        if text.place.part is not Part.REPORT:
            yield WRITE[text.place.part](report, text.place.pks[0], words[text.name], text.version, by)


def write_fields(report: Report, values: Mapping[str, str], version: int, by: User) -> ChangedItem:
    before = {name: getattr(report, name) for name in values}
    for name, value in values.items():
        setattr(report, name, value)
    recipients = recipient_lines(report).splitlines()
    saved = write_head(report, recipients=recipients, version=version, by=by)
    return {"model": "reports.report", "pk": saved.pk, "version": saved.version, "before": before}


def write_section_text(report: Report, pk: int, body: str, version: int, by: User) -> ChangedItem:
    section: Section = report.sections.get(pk=pk)
    saved = write_section(section, body=body, version=version, by=by, keeps_present=True)
    before = {"body": section.body}
    return {"model": "reports.section", "pk": pk, "version": saved.version, "before": before}


def write_assessment_text(report: Report, pk: int, text: str, version: int, by: User) -> ChangedItem:
    assessment: Assessment = report.assessments.get(pk=pk)
    saved = carry_text(assessment, text=text, version=version, by=by)
    before = {"text": assessment.text}
    return {"model": "reports.assessment", "pk": pk, "version": saved.version, "before": before}


def write_annex_text(report: Report, pk: int, body: str, version: int, by: User) -> ChangedItem:
    annex: Annex = report.annexes.get(pk=pk)
    saved = write_annex(annex, title=annex.title, body=body, version=version, by=by, keeps_present=True)
    before = {"body": annex.body}
    return {"model": "reports.annex", "pk": pk, "version": saved.version, "before": before}


# How the text of a part is saved: if nobody has saved it since the version, else Conflict is raised.
WriteText = Callable[[Report, int, str, int, User], ChangedItem]
WRITE: dict[Part, WriteText] = {
    Part.SECTION: write_section_text,
    Part.CRITERION: write_assessment_text,
    Part.ANNEX: write_annex_text,
}
