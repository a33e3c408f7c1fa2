"""Everything that the site deletes by itself after a term, in one table: `manage.py clear_expired` goes through it."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.utils import timezone

from accounts.attaching.orphans import discard_orphans
from accounts.clearing import (
    ORPHAN_AGE,
    clear_deleted_attachments,
    clear_old_log,
    clear_orphaned_attachments,
    clear_records,
    clear_sessions,
)
from reports.models import EarlierReport, Submission
from reports.models.earlier_report import FOLDER as EARLIER
from reports.reading.earlier.uploads import discard_deleted
from reports.submission.stored_files import discard_unfinished


def clear_attachments() -> int:
    """Delete attachments whose term is over, but none that was submitted with a report."""
    submitted = Submission.attachments.through.objects.values("attachment")
    return clear_deleted_attachments(timezone.now() - settings.KEPT_FOR["deleted_files"], kept=submitted)


def clear_earlier_reports() -> int:
    """Delete the files of earlier reports that somebody deleted long ago, and those that no row names."""
    named = set(EarlierReport.with_deleted.values_list("file", flat=True))
    return discard_deleted() + len(discard_orphans(EARLIER, named=named, older_than=ORPHAN_AGE))


# What goes, in words, and the function that deletes it and returns how many.
EXPIRED: dict[str, Callable[[], int]] = {
    "phiên đăng nhập đã hết hạn": clear_sessions,
    "bản ghi của việc đã xong": clear_records,
    "tệp đính kèm đã xóa quá hạn": clear_attachments,
    "tệp đính kèm không thuộc dòng nào": clear_orphaned_attachments,
    "tệp báo cáo cũ đã xóa quá hạn": clear_earlier_reports,
    "tệp của lần nộp bị ngắt": lambda: len(discard_unfinished()),
    "dòng nhật ký quá hạn": clear_old_log,
}
