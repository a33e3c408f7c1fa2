"""The verbs that submit a report, with its files and their hashes in one transaction, and withdraw it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate, now

from accounts.history import record
from accounts.models import Attachment, User
from reports.checks import Finding, Severity, check, load
from reports.comparing.version_parts import stored_parts
from reports.compiling.compile import compile_report
from reports.compiling.rendering import Rendered, digest_of, rendered
from reports.deadlines.days import due_on, period_for, refuse_closed
from reports.document.data import Data
from reports.document.tree import Document
from reports.models import (
    FileKind,
    NoticeKind,
    Outcome,
    OutcomeKind,
    Report,
    Submission,
    Waiver,
)
from reports.notices import notify
from reports.states import Action, locked, require
from reports.submission.data.content import content_of
from reports.submission.data.figures import store_figures
from reports.submission.data.file import data_file, written
from reports.submission.data.listed import listed_of
from reports.submission.data.rows import store_events
from reports.submission.stored_files import freeze
from reports.writing.criteria.assessments import EVIDENCE

FROZEN = (FileKind.DOCX, FileKind.PDF)
PRINTED = (FileKind.PDF, FileKind.DOCX)  # first the one that takes longer


class DraftChanged(ValidationError):
    """The report, its rows or their files have changed since they were checked."""

    def __init__(self, report: Report) -> None:
        super().__init__(
            f"Báo cáo vừa thay đổi sau khi bạn xem. Xem lại lần nữa rồi {report.wording.submit}."
        )


class NotReady(ValidationError):
    """There are findings that block the report."""


@dataclass(frozen=True, slots=True)
class Submittable:
    """A report as it would be submitted, not printed yet."""

    document: Document
    evidence: tuple[Attachment, ...]  # files of rows that are submitted too
    content: Data  # what the file of data states

    @property
    def digest(self) -> str:
        """Return a hash of the document, its evidence and its data."""
        parts = (digest_of(self.document), *(file.sha256 for file in self.evidence))
        return sha256(" ".join(parts).encode() + written(self.content)).hexdigest()


@dataclass(frozen=True, slots=True)
class Prepared(Submittable):
    """It with its files; made before the transaction begins, because printing takes long."""

    files: Mapping[FileKind, Rendered]

    @property
    def pages(self) -> int:
        return self.files[FileKind.PDF].pages or 0


def submittable(report: Report, document: Document | None = None) -> Submittable:
    """Return the report without the mark of a draft; pass the document that was checked, to submit that one."""
    document = document or compile_report(report)
    return Submittable(document, evidence_of(report), content_of(report, document))


def printed(draft: Submittable) -> Prepared:
    """Return the report with its files; raise UnprintableError and Unfinished as `rendered` does."""
    files = {kind: rendered(draft.document, kind.value) for kind in PRINTED}
    return Prepared(draft.document, draft.evidence, draft.content, files)


def prepare(report: Report) -> Prepared:
    return printed(submittable(report))


def evidence_of(report: Report) -> tuple[Attachment, ...]:
    """Return the files that the assessments link to, and the files of the rows that they link to."""
    assessments = list(report.assessments.prefetch_related(*EVIDENCE))
    linked = {name: [one for each in assessments for one in getattr(each, name).all()] for name in EVIDENCE}
    files = {file.pk: file for file in linked.pop("attachments") if file.deleted_at is None}
    for rows in linked.values():
        pks = [row.pk for row in rows if row.deleted_at is None]
        if pks:
            files |= {file.pk: file for file in Attachment.objects.for_rows(type(rows[0]), pks)}
    return tuple(files[pk] for pk in sorted(files))


@transaction.atomic
def submit_report(*, report: Report, prepared: Prepared, by: User, at: datetime | None = None) -> Submission:
    """Submit a report as its next version and freeze its files; return the submission.

    It counts as submitted `at` the moment when the button was pressed, now if not given. Raises WrongState if it is
    submitted already, ValidationError if its period took no reports then, NotReady if findings block it, DraftChanged
    if it is no longer what was prepared.
    """
    stored = locked(report)
    last = require(Action.SUBMIT, report=stored, by=by).submission
    moment, owner = at or now(), stored.organisation
    period = refuse_closed(period_for(owner, stored.period), owner, at=moment)
    waived, outstanding = _findings(stored, prepared)
    submission = Submission.objects.create(
        report=stored,
        version=last.version + 1 if last else 1,
        submitted_by=by,
        submitted_at=moment,
        due_on=due_on(period, owner) if period else None,
        pages=prepared.pages,
        parts=stored_parts(prepared.document),
        listed=listed_of(prepared.content),
        waived=waived,
        outstanding=outstanding,
    )
    submission.attachments.set(prepared.evidence)
    stored.sections.exclude(body="").update(is_done=True)  # what is submitted was checked
    _freeze(submission, prepared)
    _tell_submitted(submission)
    return submission


def _freeze(submission: Submission, prepared: Prepared) -> None:
    """Freeze the printed files, then the data, which states their hashes, and its figures and events."""
    by = submission.submitted_by
    files = [freeze(submission, kind, prepared.files[kind].content, by=by) for kind in FROZEN]
    freeze(submission, FileKind.JSON, data_file(prepared.content, submission, files), by=by)
    store_figures(submission, prepared.content["form"])
    store_events(submission, prepared.content["rows"])


def _tell_submitted(submission: Submission) -> None:
    report, version = submission.report, submission.version
    record(report, report.wording.submission, by=submission.submitted_by, values=[["bản", "", str(version)]])
    message = f"{report.organisation} nộp báo cáo {report.period.words} (bản {version})."
    notify_receiver(report, NoticeKind.SUBMITTED, message, review_address(report))


def _findings(report: Report, prepared: Prepared) -> tuple[list[list[str]], list[list[str]]]:
    """Return the waived findings and the other ones, as a submission stores them.

    Raises DraftChanged or NotReady.
    """
    draft = load(report, localdate())
    now = (draft.document, evidence_of(report), content_of(report, draft.document))
    if now != (prepared.document, prepared.evidence, prepared.content):
        raise DraftChanged(report)
    found = check(draft)
    if blocking := [one.text for one in found if one.rule.severity is Severity.BLOCKING]:
        raise NotReady(blocking)
    waivers = let_stand(report, found)
    waived = {finding.key for finding, _ in waivers}
    return (
        [[finding.text, waiver.reason, str(waiver.waived_by)] for finding, waiver in waivers],
        [[one.rule.severity.value, one.text] for one in found if one.key not in waived],
    )


def let_stand(report: Report, found: Iterable[Finding]) -> list[tuple[Finding, Waiver]]:
    """Return the findings that are waived, in the order of their waivers."""
    by_key = {finding.key: finding for finding in found}
    waivers = report.waivers.select_related("waived_by")
    return [(by_key[waiver.key], waiver) for waiver in waivers if waiver.key in by_key]


@transaction.atomic
def withdraw_submission(*, submission: Submission, reason: str, by: User) -> Outcome:
    """Withdraw a submission that is not reviewed yet; the report can be written on again."""
    report = locked(submission.report)
    refuse_older(submission, require(Action.WITHDRAW, report=report, by=by).submission)
    outcome = Outcome(submission=submission, kind=OutcomeKind.WITHDRAWN, reason=reason, decided_by=by)
    outcome.full_clean()
    outcome.save()
    values = [["bản", str(submission.version), ""], ["lý do", "", outcome.reason]]
    record(report, report.wording.withdrawal, by=by, values=values)
    title = f"báo cáo {report.period.words} (bản {submission.version})"
    message = f"{report.organisation} rút {title}: {outcome.reason}"
    notify_receiver(report, NoticeKind.WITHDRAWN, message, reverse("board", args=[report.period]))
    return outcome


def refuse_older(submission: Submission, last: Submission | None) -> None:
    """Raise ValidationError if the submission is not the last one."""
    if submission != last:
        submit = submission.report.wording.submit
        raise ValidationError(f"Đã có bản {submit} mới hơn. Tải lại trang để xem bản mới nhất.")


def notify_receiver(report: Report, kind: NoticeKind, words: str, address: str) -> None:
    """Create a notice for the body that receives a report; nobody receives that of a province."""
    if receiver := report.organisation.reports_to:
        notify(receiver, kind, words, address)


def review_address(report: Report) -> str:
    """Return the address of the page on which the Justice Department reads the report."""
    return reverse("review", args=[report.period, report.pk])
