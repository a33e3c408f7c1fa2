"""The draft and its findings, from which everything on the desk is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from reports.checks import Draft, Finding, Part
from reports.checks.old_year import OLD_YEAR, finding_of
from reports.comparing.version_parts import stored_parts
from reports.models import Submission
from reports.states import GIVEN_BACK, Status
from reports.writing.criteria.page import assessed_count


@dataclass(frozen=True, slots=True)
class Work:
    """A draft with its findings, without those that are waived."""

    draft: Draft
    versions: Sequence[Submission]  # without their words
    status: Status
    found: Sequence[Finding]
    waived: int
    may_write: bool

    @property
    def assessed_count(self) -> int:
        return assessed_count(self.draft.assessments)

    @property
    def is_as_returned(self) -> bool:
        """Return whether the report was returned or reopened and its text has not changed since."""
        submission = self.status.submission
        if submission is None or self.status.state not in GIVEN_BACK:
            return False
        parts: list[list[str]] = submission.parts
        return parts == stored_parts(self.draft.document)

    def mentions(self, *parts: Part, pk: int | None = None) -> int:
        """Return in how many places of these parts a year may be an old one."""
        places = [one.place for one in self.found if one.rule is OLD_YEAR and one.place.part in parts]
        return sum(pk is None or pk in place.pks for place in places)

    @property
    def movable(self) -> int:
        """Return how many years are surely old ones and not dismissed."""
        keys, year = {one.key for one in self.found}, self.draft.report.reporting_year
        marked = ((mark, text) for text in self.draft.marked for mark in text.marks if mark.is_sure)
        return sum(finding_of(mark, text, year).key in keys for mark, text in marked)

    def url(self, name: str, *more: object) -> str:
        return reverse(name, args=[self.draft.report.period, *more])

    def writers_url(self, name: str, *more: object) -> str:
        """Return the address of a page where the report is written, "" for those who do not write."""
        return self.url(name, *more) if self.may_write else ""
