"""The verbs of uploaded reports before they are saved: store, move to another year, delete, restore."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from hashlib import sha256
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from accounts.history import record
from accounts.long_work import Progress, WorkRefused
from accounts.models import ChangeKind, User
from pbgdpl.lib.apart import LimitReached
from reports.models import EarlierReport
from reports.reading.earlier.sources import read_apart
from reports.reading.report import UnreadableReport

MOST_FILES = 10  # files of one organisation
DELETED_FOR = timedelta(days=30)  # after which the file itself is deleted
TOO_MANY = (
    f"Đơn vị đang giữ {MOST_FILES} tệp báo cáo cũ, nhiều nhất có thể. Xóa bớt một tệp ở dưới rồi tải lên lại."
)
IS_GONE = "Tệp này đã bị xóa. Tải lên lại nếu cần."
TOO_SLOW = (
    "Đọc {name} quá lâu nên đã dừng. Mở bằng Word, lưu lại dạng .docx, hoặc tách phụ lục, rồi tải lên lại."
)
MOST_SECONDS = 120  # of the processor
IS_NOT_READ = "Tệp này chưa đọc xong. Bấm “Đọc tệp” trước."
IS_SAVED = "Báo cáo này đã lưu vào năm {year}. Hoàn tác lần lưu đó trước khi sửa."


@transaction.atomic
def store_file(
    data: bytes, name: str, *, year: int, by: User, source: Mapping[str, Any] | None = None
) -> EarlierReport:
    """Store the file of an earlier report as it came, with its lines if they were read.

    Raises ValidationError if there are too many files already.
    """
    refuse_others(by)
    discard_deleted()
    if EarlierReport.objects.of(by.organisation).count() >= MOST_FILES:
        raise ValidationError(TOO_MANY)
    earlier = EarlierReport(
        organisation=by.organisation,
        reporting_year=year,
        name=name,
        file=ContentFile(data, name="x"),
        size=len(data),
        sha256=sha256(data).hexdigest(),
        added_by=by,
        source=source or {},
    )
    earlier.full_clean(exclude=("file",))
    earlier.save()
    record(earlier, ChangeKind.ADDED, by=by)
    return earlier


def read_file(progress: Progress, *, pk: int) -> str:
    """Read the lines of a file in the background, as `accounts.long_work` calls it."""
    earlier = EarlierReport.objects.of(progress.by.organisation).filter(pk=pk).first()
    if earlier is None:
        raise WorkRefused(IS_GONE)
    if not earlier.is_read:
        progress.tell(f"Đang đọc {earlier.name}")
        with earlier.file.open("rb") as stored:
            data = stored.read()
        try:
            source = read_apart(data, earlier.name, seconds=MOST_SECONDS)
        except (UnreadableReport, LimitReached) as problem:
            raise WorkRefused(str(problem) or TOO_SLOW.format(name=earlier.name)) from problem
        EarlierReport.objects.filter(pk=pk).update(source=source)
    url: str = earlier.get_absolute_url()
    return url


@transaction.atomic
def move_to_year(earlier: EarlierReport, year: int, *, by: User) -> EarlierReport:
    """Have the file read as the report of another year, and return it; the corrections stay."""
    stored = locked(earlier, by=by, must_be_read=False)
    if stored.reporting_year != year:
        values = [["năm báo cáo", str(stored.reporting_year), str(year)]]
        stored.reporting_year = year
        stored.clean_fields()
        stored.save(update_fields=["reporting_year"])
        record(stored, ChangeKind.EDITED, by=by, values=values)
    return stored


@transaction.atomic
def delete_file(earlier: EarlierReport, *, by: User) -> None:
    """Mark the file as deleted; the report and the rows that were saved from it stay."""
    _set_deleted(earlier, deleted=True, by=by)


@transaction.atomic
def restore_file(earlier: EarlierReport, *, by: User) -> None:
    _set_deleted(earlier, deleted=False, by=by)


def locked(earlier: EarlierReport, *, by: User, must_be_read: bool = True) -> EarlierReport:
    """Return the file as it is stored now, locked until the transaction ends.

    Raises ValidationError if it is saved as a report, or not read yet although it must be.
    """
    refuse_others(by)
    rows = EarlierReport.objects.of(by.organisation).select_for_update(of=("self",), no_key=True)
    stored: EarlierReport = rows.select_related("organisation").get(pk=earlier.pk)
    if stored.is_saved:
        raise ValidationError(IS_SAVED.format(year=stored.reporting_year))
    if must_be_read and not stored.is_read:
        raise ValidationError(IS_NOT_READ)
    return stored


def refuse_others(by: User) -> None:
    if not by.enters_reports:
        raise PermissionDenied


def _set_deleted(earlier: EarlierReport, *, deleted: bool, by: User) -> None:
    """Delete or restore, once however often it is asked for."""
    refuse_others(by)
    rows = EarlierReport.with_deleted.of(by.organisation).filter(pk=earlier.pk, deleted_at__isnull=deleted)
    if rows.update(deleted_at=timezone.now() if deleted else None):
        record(earlier, ChangeKind.DELETED if deleted else ChangeKind.RESTORED, by=by)


@transaction.atomic
def discard_deleted() -> int:
    """Remove the files that were deleted long ago; return how many."""
    gone = EarlierReport.with_deleted.filter(deleted_at__lt=timezone.now() - DELETED_FOR)
    files = [*gone.select_for_update(of=("self",))]
    for earlier in files:
        earlier.delete()
        transaction.on_commit(partial(earlier.file.storage.delete, earlier.file.name or ""))
    return len(files)
