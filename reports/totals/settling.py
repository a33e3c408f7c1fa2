"""The verbs on marks: they stay for a reason, go back to the body as a note, are opened again."""

from __future__ import annotations

from django.db import transaction

from accounts.log.writing import write
from accounts.models import LogKind, User
from reports.models import ReviewNote, SettledMark, Submission
from reports.review.reviewing import add_note
from reports.states import Action, locked, require
from reports.submission.submission import refuse_older
from reports.totals.marks import Mark

KEPT, OPENED = "Giữ nguyên số liệu", "Mở lại chỗ cần xem về số liệu"


@transaction.atomic
def settle_mark(*, mark: Mark, submission: Submission, reason: str, by: User) -> SettledMark:
    """Store why a mark stays; the body does not see it."""
    _require_last(submission, by)
    settled = _saved(mark, submission, by, reason=reason)
    write(LogKind.ADDED, by=by, row=submission.report, details=f"{KEPT}: {_about(settled)}, {settled.reason}")
    return settled


@transaction.atomic
def send_back(*, mark: Mark, submission: Submission, by: User) -> SettledMark:
    """Write what a mark says as a note on the whole report, once; the body sees it with the outcome."""
    _require_last(submission, by)
    note = add_note(submission=submission, heading="", text=mark.note, by=by)
    return _saved(mark, submission, by, note=note)


@transaction.atomic
def reopen_mark(*, settled: SettledMark, by: User) -> None:
    """Delete the reason for which a mark stayed; one that was sent back is open again without its note."""
    _require_last(settled.submission, by)
    write(LogKind.DELETED, by=by, row=settled.submission.report, details=f"{OPENED}: {_about(settled)}")
    settled.delete()


def _require_last(submission: Submission, by: User) -> None:
    """Lock the report; raise unless the person may settle and the submission is the last one."""
    report = locked(submission.report)
    refuse_older(submission, require(Action.SETTLE, report=report, by=by).submission)


def _saved(
    mark: Mark, submission: Submission, by: User, *, reason: str = "", note: ReviewNote | None = None
) -> SettledMark:
    settled = SettledMark(
        submission=submission, code=mark.code, kind=mark.fault, reason=reason, note=note, settled_by=by
    )
    settled.full_clean()
    settled.save()
    return settled


def _about(settled: SettledMark) -> str:
    return f"bản {settled.submission.version}" + (f", cột ({settled.code})" if settled.code else "")
