"""The check before submitting: what blocks the report, or what would be submitted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects

from pbgdpl.lib.pool import Unfinished
from reports.checks import Draft, Finding, Severity, check
from reports.checks.addresses import address_of
from reports.checks.findings import counted_words
from reports.checks.page import excerpt
from reports.compiling.rendering import paged_before, rendered
from reports.deadlines.days import due_on, period_for, refuse_closed
from reports.deadlines.timing import Deadline, Punctuality, judged, versions_of
from reports.document.pdf import UnprintableError
from reports.document.tree import Document
from reports.models import FileKind, Report, Waiver
from reports.submission.submission import Submittable, let_stand, submittable
from reports.submission.summary import Answer, answers


@dataclass(frozen=True, slots=True)
class Preflight:
    """A refusal or blocking findings; without them what would be submitted and its summary."""

    refusal: str = ""
    blocking: tuple[tuple[Finding, str], ...] = ()  # each with the address where it is corrected
    version: int = 1
    deadline: Deadline | None = None
    draft: Submittable | None = None
    pages: int | None = None  # None while it is printed
    answers: tuple[Answer, ...] = ()
    outstanding: tuple[Finding, ...] = ()
    waived: Sequence[tuple[Finding, Waiver]] = ()

    @property
    def outstanding_words(self) -> str:
        """Return "2 cảnh báo, 1 gợi ý", "" if there is no finding."""
        return counted_words(one.rule.severity.value for one in self.outstanding)

    @property
    def is_late(self) -> bool:
        return self.deadline is not None and self.deadline.punctuality is Punctuality.LATE


def preflight_of(draft: Draft, *, may_edit: bool = True) -> Preflight:
    """Return what blocks the draft or, if nothing does, what would be submitted; its printing is begun.

    `may_edit` tells whether its reader may edit the rows in which a finding is.
    """
    report = draft.report
    found = check(draft)
    blocking = _blocking(report, found, may_edit)
    try:
        period = refuse_closed(period_for(report.organisation, report.period), report.organisation)
        if blocking:
            return Preflight(blocking=blocking)
        pages = _pages(draft.document)
    except ValidationError as refusal:
        return Preflight(blocking=blocking, refusal=refusal.messages[0])
    except UnprintableError as refusal:
        return Preflight(refusal=str(refusal))
    shown = submittable(report, draft.document)
    prefetch_related_objects(shown.evidence, "row")
    waived = let_stand(report, found)
    versions = list(versions_of(report))
    return Preflight(
        version=versions[-1].version + 1 if versions else 1,
        deadline=judged(versions, due_on(period, report.organisation) if period else None),
        draft=shown,
        pages=pages,
        answers=answers(draft),
        outstanding=_outstanding(found, waived),
        waived=waived,
    )


def _outstanding(found: Sequence[Finding], waived: Sequence[tuple[Finding, Waiver]]) -> tuple[Finding, ...]:
    keys = {finding.key for finding, _ in waived}
    return tuple(one for one in found if one.key not in keys)


def _pages(document: Document) -> int | None:
    """Return the number of pages of the file, None where one does not want to wait until it is printed."""
    try:
        return rendered(document, FileKind.PDF.value).pages
    except Unfinished:
        known = paged_before(document)
        return known.pages if known else None


def _blocking(report: Report, found: Sequence[Finding], may_edit: bool) -> tuple[tuple[Finding, str], ...]:
    return tuple(
        (one, address_of(one.place, report, excerpt(one.place.line, one.text)[1], may_edit=may_edit))
        for one in found
        if one.rule.severity is Severity.BLOCKING
    )
