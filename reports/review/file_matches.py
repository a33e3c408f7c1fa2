"""Finding out by its SHA-256 whether a file was submitted, and in which version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.utils.formats import date_format
from django.utils.timezone import localdate

from reports.models import FileKind, OutcomeKind, Submission, SubmittedFile
from reports.states import Status, status_after

KINDS = {
    FileKind.DOCX: "bản DOCX đã {submit} ngày {day}",
    FileKind.PDF: "bản PDF đã {submit} ngày {day}",
    FileKind.JSON: "tệp dữ liệu (JSON) đã {submit} ngày {day}",
    FileKind.SIGNED: "bản PDF đã ký, thêm ngày {day}",
}
FATES = {
    OutcomeKind.ACCEPTED: "đã tiếp nhận",
    OutcomeKind.RETURNED: "đã trả lại",
    OutcomeKind.REOPENED: "đã mở lại",
    OutcomeKind.WITHDRAWN: "đã {withdraw}",
}
WITHDRAWN = "Đơn vị đã {withdraw} bản này ngày {day}, nên bản này không còn giá trị."
ADDED_LATER = "bản PDF thêm ngày {day}"  # not known to be signed
REPLACED = "Đơn vị đã thay tệp này bằng tệp khác, nên tệp này không còn giá trị."
NEWER = "Báo cáo này đã có bản mới hơn: bản {version}."
# The same bytes may have been submitted again after they were withdrawn.
MOST = 20


@dataclass(frozen=True, slots=True)
class Match:
    """A submission that has exactly this file."""

    words: (
        str  # "Đúng bản PDF đã nộp ngày 14/11/2024: báo cáo năm 2024 của Sở Xây dựng, bản 2 (đã tiếp nhận)."
    )
    remarks: tuple[str, ...]
    is_current: bool  # neither withdrawn nor replaced


def matches_of(sha256: str) -> list[Match]:
    """Return the submissions of all organisations that have a file with this hash, the current ones first."""
    versions = Submission.objects.filter(report=OuterRef("submission__report"))
    newest = versions.exclude(outcome__kind=OutcomeKind.WITHDRAWN).order_by("-version").values("version")[:1]
    files = (
        SubmittedFile.ever.filter(sha256=sha256)
        .select_related("submission__report__organisation", "submission__outcome")
        .defer("submission__parts", "submission__waived", "submission__outstanding")
        .annotate(newest=Subquery(newest))
        .order_by("-added_at", "-pk")
    )
    found = [_match(file, file.newest) for file in files[:MOST]]
    return sorted(found, key=lambda match: not match.is_current)


def _match(file: SubmittedFile, newest: int | None) -> Match:
    submission, status = file.submission, status_after(file.submission)
    kind = FileKind(file.kind)
    moment = file.added_at if kind is FileKind.SIGNED else submission.submitted_at
    is_other = kind is FileKind.SIGNED and not file.is_signed
    report, wording = submission.report, submission.report.wording
    description = (ADDED_LATER if is_other else KINDS[kind]).format(day=_day(moment), submit=wording.submit)
    fate = f" ({FATES[OutcomeKind(status.outcome.kind)]})" if status.outcome else ""
    fate = fate.format(withdraw=wording.withdraw)
    version = f"báo cáo {report.period.words} của {report.organisation}, bản {submission.version}{fate}"
    is_older = newest is not None and newest > submission.version
    remarks = tuple(_remarks(file, status, newest if is_older else None))
    is_past = status.is_withdrawn or is_older or file.replaced_at is not None
    return Match(f"Đúng {description}: {version}.", remarks, is_current=not is_past)


def _remarks(file: SubmittedFile, status: Status, newer: int | None) -> Iterator[str]:
    if status.is_withdrawn and status.outcome:
        withdraw = file.submission.report.wording.withdraw
        yield WITHDRAWN.format(withdraw=withdraw, day=_day(status.outcome.decided_at))
    if newer:
        yield NEWER.format(version=newer)
    if file.replaced_at:
        yield REPLACED
    else:
        yield from file.signature_remarks


def _day(moment: datetime) -> str:
    return date_format(localdate(moment))
