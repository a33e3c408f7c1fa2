"""The verbs of the signed PDF, which is signed outside and stored beside the frozen files."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.attaching.checking import CheckedFile
from accounts.history import record
from accounts.models import ChangeKind, User
from reports.models import FileKind, NoticeKind, Report, SignatureCheck, Submission, SubmittedFile
from reports.states import Action, locked, require
from reports.submission.signatures import Signatures, stored
from reports.submission.stored_files import freeze
from reports.submission.submission import notify_receiver, refuse_older, review_address

NOT_A_PDF = "Bản đã ký phải là tệp PDF. Chọn tệp .pdf do phần mềm ký số tạo ra."
# A wrong file is replaced once or twice; the limit saves the disk.
MOST_REPLACED = 9


@transaction.atomic
def add_signed(
    *, submission: Submission, file: CheckedFile, signatures: Signatures, by: User
) -> SubmittedFile:
    """Store the signed PDF of a submission that has none, with what `signatures_of` returned for it."""
    report = _locked_for(Action.ADD_SIGNED, submission, file, by)
    if submission.files.filter(kind=FileKind.SIGNED).exists():
        raise ValidationError(f"Bản {report.wording.submit} này đã có bản PDF đã ký.")
    return _save(report, submission, file, signatures, by=by, verb="thêm")


@transaction.atomic
def replace_signed(
    *, replaced: SubmittedFile, file: CheckedFile, signatures: Signatures, by: User
) -> SubmittedFile:
    """Replace a wrong signed PDF, which stays stored; possible until the submission is reviewed."""
    submission = replaced.submission
    report = _locked_for(Action.REPLACE_SIGNED, submission, file, by)
    if file.sha256 == replaced.sha256:
        raise ValidationError("Tệp vừa chọn chính là bản đã ký đang có, nên không thay.")
    _set_aside(replaced)
    return _save(report, submission, file, signatures, by=by, verb="thay", before=replaced.name)


def _locked_for(action: Action, submission: Submission, file: CheckedFile, by: User) -> Report:
    """Return the locked report of the submission; raise if the action is not permitted for this file."""
    report = locked(submission.report)
    refuse_older(submission, require(action, report=report, by=by).submission)
    if file.ending != "pdf":
        raise ValidationError(NOT_A_PDF)
    return report


def _set_aside(file: SubmittedFile) -> None:
    signed = SubmittedFile.ever.filter(submission=file.submission_id, kind=FileKind.SIGNED)
    if signed.replaced().count() >= MOST_REPLACED:
        raise ValidationError(
            f"Bản đã ký đã thay {MOST_REPLACED} lần, không thay được nữa. "
            f"{file.submission.report.wording.withdraw.capitalize()} bản này nếu còn sai."
        )
    if not signed.current().filter(pk=file.pk).update(replaced_at=timezone.now()):
        raise ValidationError("Bản đã ký vừa được thay bằng tệp khác. Xem tệp đó rồi thay nếu còn sai.")


def _save(
    report: Report,
    submission: Submission,
    file: CheckedFile,
    signatures: Signatures,
    *,
    by: User,
    verb: str,
    before: str = "",
) -> SubmittedFile:
    """Store the file beside the frozen ones, record it in the history and notify the Justice Department."""
    is_signed = signatures.check is SignatureCheck.SIGNED
    suffix = _suffix(submission, is_signed)
    signed = freeze(submission, FileKind.SIGNED, file.data, by=by, suffix=suffix, **stored(signatures))
    what = "bản PDF đã ký" if is_signed else "bản PDF thêm sau"
    record(report, ChangeKind.EDITED, by=by, values=[[what, before, signed.name]])
    what = "bản đã ký" if is_signed else f"bản PDF khác ({signatures.check.label})"
    message = f"{report.organisation} {verb} {what} của báo cáo {report.period.words}."
    notify_receiver(report, NoticeKind.SIGNED, message, review_address(report))
    return signed


def _suffix(submission: Submission, is_signed: bool) -> str:
    """Return "-da-ky", or "-da-ky-2" after a replacement, so that the log of downloads names each file."""
    earlier = SubmittedFile.ever.filter(submission=submission).replaced().count()
    return f"{'-da-ky' if is_signed else '-them-sau'}{f'-{earlier + 1}' if earlier else ''}"
