"""The draft and its findings, from which everything on the desk is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from reports.checks import Draft, Finding
from reports.comparing.version_parts import stored_parts
from reports.states import ReportState, Status
from reports.writing.criteria.page import assessed_count
from reports.writing.mentions import mentions_of


@dataclass(frozen=True, slots=True)
class Work:
    """A draft with its findings, without those that are waived."""

    draft: Draft
    status: Status
    found: Sequence[Finding]
    waived: int
    old_year: int | None  # of the report that this one began with, while this one can be written on
    may_write: bool

    @property
    def assessed_count(self) -> int:
        return assessed_count(self.draft.assessments)

    @property
    def is_as_returned(self) -> bool:
        """Return whether the report was returned and its text has not changed since."""
        submission = self.status.submission
        if submission is None or self.status.state is not ReportState.RETURNED:
            return False
        parts: list[list[str]] = submission.parts
        return parts == stored_parts(self.draft.document)

    def mentions(self, *texts: str) -> int:
        """Return how often the texts name the old year."""
        return mentions_of("\n".join(texts), self.old_year) if self.old_year else 0

    def url(self, name: str, *more: object) -> str:
        return reverse(name, args=[self.draft.report.period, *more])

    def writers_url(self, name: str, *more: object) -> str:
        """Return the address of a page where the report is written, "" for those who do not write."""
        return self.url(name, *more) if self.may_write else ""
