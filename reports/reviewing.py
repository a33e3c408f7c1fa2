"""The verbs of the Justice Department: what a reader remarks, and what becomes of a submission."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.history import record
from accounts.models import ChangeKind, User
from reports.models import NoticeKind, Outcome, OutcomeKind, ReviewNote, Submission
from reports.notices import notify
from reports.states import Action, held, require
from reports.submission import refuse_older

MOST_NOTES = 200


@transaction.atomic
def add_note(*, submission: Submission, heading: str, text: str, by: User) -> ReviewNote:
    """Keep a remark on a part of the submission; the department sees it with the outcome."""
    report = held(submission.report)
    refuse_older(submission, require(Action.NOTE, report=report, by=by).submission)
    if submission.notes.count() >= MOST_NOTES:
        raise ValidationError(f"Mỗi bản nộp ghi nhiều nhất {MOST_NOTES} nhận xét. Xóa bớt rồi ghi tiếp.")
    note = ReviewNote(submission=submission, heading=heading, text=text, written_by=by)
    note.full_clean()
    note.save()
    return note


@transaction.atomic
def remove_note(*, note: ReviewNote, by: User) -> None:
    report = held(note.submission.report)
    refuse_older(note.submission, require(Action.NOTE, report=report, by=by).submission)
    note.delete()


@transaction.atomic
def return_submission(*, submission: Submission, reason: str, by: User) -> Outcome:
    """Give a report back to be corrected; the department reads the reason at the top of its desk."""
    return _decide(submission, OutcomeKind.RETURNED, reason, by)


@transaction.atomic
def accept_submission(*, submission: Submission, by: User, remark: str = "") -> Outcome:
    """Take a report over: nothing of it can be written any more."""
    return _decide(submission, OutcomeKind.ACCEPTED, remark, by)


# Of each outcome: what must be permitted, what the history calls it, what the department is told.
DECISIONS = {
    OutcomeKind.RETURNED: (Action.RETURN, ChangeKind.RETURNED, NoticeKind.RETURNED, "trả lại"),
    OutcomeKind.ACCEPTED: (Action.ACCEPT, ChangeKind.ACCEPTED, NoticeKind.ACCEPTED, "tiếp nhận"),
}


def _decide(submission: Submission, kind: OutcomeKind, reason: str, by: User) -> Outcome:
    action, change, notice, verb = DECISIONS[kind]
    report = held(submission.report)
    refuse_older(submission, require(action, report=report, by=by).submission)
    outcome = Outcome(submission=submission, kind=kind, reason=reason, decided_by=by)
    outcome.full_clean()
    outcome.save()
    values = [["bản", "", str(submission.version)]] + ([["lý do", "", outcome.reason]] if reason else [])
    record(report, change, by=by, values=values)
    told = f"{by.organisation} {verb} báo cáo {report.period.words} (bản {submission.version})."
    notify(report.organisation, notice, told, report.get_absolute_url())
    return outcome
