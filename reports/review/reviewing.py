"""The verbs of the Justice Department: they add and remove notes, return, accept and reopen what was submitted."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime, now

from accounts.history import record
from accounts.log.writing import write
from accounts.models import ChangeKind, LogKind, User
from pbgdpl.lib.vietnamese import thousands
from reports.models import NoticeKind, Outcome, OutcomeKind, Report, ReviewNote, Submission
from reports.notices import notify
from reports.review.parts import line_at, names_of
from reports.states import Action, WrongState, locked, require, status_after
from reports.submission.submission import refuse_older
from reports.writing.taking_over import tell_of_taken_words

MOST_NOTES = 200
LONGEST_NOTE, LONGEST_REASON = 2_000, 5_000  # characters

WITHDRAWN = "Đơn vị đã rút bản {version}. Bản này không xem xét được nữa; chờ đơn vị nộp lại."
NO_SUCH_PART = "Bản nộp không có mục này. Chọn một mục trong danh sách."
NO_SUCH_LINE = "Bản nộp không có dòng này. Tải lại trang rồi chọn dòng cần nhận xét."
TOO_MANY = f"Mỗi bản nộp ghi nhiều nhất {MOST_NOTES} nhận xét. Xóa bớt rồi ghi tiếp."
TOO_LONG = "{what} dài {length} ký tự, nhiều nhất {most}. Viết gọn lại."


@transaction.atomic
def add_note(
    *, submission: Submission, heading: str, text: str, by: User, line: int | None = None
) -> ReviewNote:
    """Store a note on a part of the submission, or on a line of it; the department sees it with the outcome."""
    _locked_open(submission, Action.NOTE, by)
    if heading and heading not in names_of(submission.parts):
        raise ValidationError(NO_SUCH_PART)
    quote = "" if line is None else line_at(submission, heading, line)
    if quote is None:
        raise ValidationError(NO_SUCH_LINE)
    if submission.notes.count() >= MOST_NOTES:
        raise ValidationError(TOO_MANY)
    _refuse_longer("Nhận xét", text, LONGEST_NOTE)
    note = ReviewNote(
        submission=submission, heading=heading, line=line, quote=quote, text=text, written_by=by
    )
    note.full_clean()
    note.save()
    write(LogKind.ADDED, by=by, row=submission.report, details=_about_note(note))
    return note


@transaction.atomic
def remove_note(*, note: ReviewNote, by: User) -> None:
    """Delete a note that the person wrote, as long as the department has not seen it."""
    _locked_open(note.submission, Action.NOTE, by)
    if note.written_by != by:
        raise PermissionDenied
    write(LogKind.DELETED, by=by, row=note.submission.report, details=_about_note(note))
    note.delete()


def _about_note(note: ReviewNote) -> str:
    return f"nhận xét về bản {note.submission.version}" + (f", {note.heading}" if note.heading else "")


@transaction.atomic
def return_submission(*, submission: Submission, reason: str, by: User) -> Outcome:
    """Return a report for correction; the department reads the reason at the top of its desk."""
    return _decide(submission, OutcomeKind.RETURNED, reason, by)


@transaction.atomic
def accept_submission(*, submission: Submission, by: User, reason: str = "") -> Outcome:
    """Accept a report, which cannot be changed any more unless it is reopened."""
    return _decide(submission, OutcomeKind.ACCEPTED, reason, by)


# For each outcome: the permitted action, the kind of change, the kind of notice, the verb of the notice.
DECISIONS = {
    OutcomeKind.RETURNED: (Action.RETURN, ChangeKind.RETURNED, NoticeKind.RETURNED, "trả lại"),
    OutcomeKind.ACCEPTED: (Action.ACCEPT, ChangeKind.ACCEPTED, NoticeKind.ACCEPTED, "tiếp nhận"),
}


def _decide(submission: Submission, kind: OutcomeKind, reason: str, by: User) -> Outcome:
    action, change, notice, verb = DECISIONS[kind]
    report = _locked_open(submission, action, by)
    _refuse_longer("Lý do" if kind is OutcomeKind.RETURNED else "Lời nhắn", reason, LONGEST_REASON)
    outcome = Outcome(submission=submission, kind=kind, reason=reason, decided_by=by)
    outcome.full_clean()
    outcome.save()
    values = [["bản", "", str(submission.version)]]
    values += [["lý do", "", outcome.reason]] if outcome.reason else []
    record(report, change, by=by, values=values)
    message = f"{by.organisation} {verb} báo cáo {report.period.words} (bản {submission.version})."
    notify(report.organisation, notice, message, report.get_absolute_url())
    if kind is OutcomeKind.ACCEPTED:
        tell_of_taken_words(submission, report)
    return outcome


@transaction.atomic
def reopen_report(*, submission: Submission, reason: str, by: User) -> Outcome:
    """Let the department correct a report that was accepted; return the outcome, which is no acceptance any more.

    The history keeps who had accepted it, when and with which words.
    """
    report = _locked_open(submission, Action.REOPEN, by)
    _refuse_longer("Lý do", reason, LONGEST_REASON)
    outcome = Outcome.objects.select_related("decided_by").get(submission=submission)
    day = date_format(localtime(outcome.decided_at), "DATETIME_FORMAT")
    before = [["tiếp nhận", f"{outcome.decided_by}, {day}", ""]]
    before += [["lời nhắn", outcome.reason, ""]] if outcome.reason else []
    outcome.kind, outcome.reason, outcome.decided_by = OutcomeKind.REOPENED, reason, by
    outcome.decided_at = now()
    outcome.full_clean()
    outcome.save()
    values = [["bản", "", str(submission.version)], *before, ["lý do", "", outcome.reason]]
    record(report, ChangeKind.REOPENED, by=by, values=values)
    title = f"báo cáo {report.period.words} (bản {submission.version})"
    message = f"{by.organisation} mở lại {title} đã tiếp nhận, để đơn vị sửa."
    notify(report.organisation, NoticeKind.REOPENED, message, report.get_absolute_url())
    return outcome


def _locked_open(submission: Submission, action: Action, by: User) -> Report:
    """Return the locked report; raise unless the submission is the last one and the action is permitted now."""
    report = locked(submission.report)
    try:
        status = require(action, report=report, by=by)
    except WrongState as refusal:
        stored = report.submissions.select_related("outcome").get(pk=submission.pk)
        if status_after(stored).is_withdrawn:
            raise WrongState(WITHDRAWN.format(version=submission.version)) from refusal
        raise
    refuse_older(submission, status.submission)
    return report


def _refuse_longer(what: str, text: str, most: int) -> None:
    if len(text) > most:
        raise ValidationError(TOO_LONG.format(what=what, length=thousands(len(text)), most=thousands(most)))
