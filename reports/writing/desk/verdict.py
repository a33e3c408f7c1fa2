"""The outcome of the last submission as its department reads it: who, when, why, and the remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localdate

from reports.comparing.version_parts import END, HEAD, OPENING
from reports.models import OutcomeKind, ReviewNote, Submission
from reports.writing.desk.sections import SectionTask
from reports.writing.desk.work import Work

# The words of each outcome, between the version and the day.
WORDS = {
    OutcomeKind.RETURNED: "bị trả lại",
    OutcomeKind.REOPENED: "được mở lại",
    OutcomeKind.ACCEPTED: "được tiếp nhận",
    OutcomeKind.WITHDRAWN: "đã được {withdraw}",
}


@dataclass(frozen=True, slots=True)
class Remarks:
    """The remarks of the Justice Department on one part, or on the whole report if `heading` is ""."""

    heading: str
    url: str  # of the section, "" for those who cannot edit it
    notes: tuple[ReviewNote, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    kind: str  # its class in the style sheet: "returned"
    words: str  # "Bản 2 bị trả lại ngày 14/11/2025"
    who: str
    reason: str
    version_url: str
    remarks: tuple[Remarks, ...]


def verdict_of(work: Work, sections: Iterable[SectionTask]) -> Verdict | None:
    """Return the outcome of the last submission, None while there is none."""
    submission, outcome = work.status.submission, work.status.outcome
    if submission is None or outcome is None:
        return None
    kind, by = OutcomeKind(outcome.kind), outcome.decided_by
    is_reviewed = kind is not OutcomeKind.WITHDRAWN
    became = WORDS[kind].format(withdraw=work.draft.report.wording.withdraw)
    return Verdict(
        kind=kind.value,
        words=f"Bản {submission.version} {became} ngày {date_format(localdate(outcome.decided_at))}",
        who=f"{by.full_name}, {by.organisation}" if is_reviewed else by.full_name,
        reason=outcome.reason,
        version_url=submission.get_absolute_url(),
        remarks=tuple(_remarks(work, submission, sections)) if is_reviewed else (),
    )


def _remarks(work: Work, submission: Submission, sections: Iterable[SectionTask]) -> Iterator[Remarks]:
    """Yield the remarks by part: those on the whole or on missing parts first, then in the paper's order."""
    notes: dict[str, list[ReviewNote]] = {}
    for note in submission.notes.select_related("reply"):
        notes.setdefault(note.heading, []).append(note)
    head = work.writers_url("report_head")
    urls = {HEAD: head, OPENING: head, **{section.title: section.url for section in sections}, END: head}
    places = {title: place for place, title in enumerate(urls)}
    for heading in sorted(notes, key=lambda one: places.get(one, -1)):
        yield Remarks(heading, urls.get(heading, ""), tuple(notes[heading]))
