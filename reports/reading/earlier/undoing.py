"""Takes back an earlier report that was saved: the report, and the rows that nobody changed since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from accounts.history import record
from accounts.models import Attachment, Change, ChangeKind, User
from accounts.rows import YearRow
from accounts.rows.editing import delete_many
from reports.models import Annex, EarlierReport, Report
from reports.reading.earlier.results import MODELS
from reports.reading.earlier.uploads import refuse_others

NOT_SAVED = "Tệp này chưa lưu vào năm nào, nên không có gì để hoàn tác."
IS_SUBMITTED = "Không hoàn tác được: báo cáo năm {year} đã được {submit}."
IS_EDITED = "Không hoàn tác được: báo cáo năm {year} đã được sửa sau khi lưu ({places}). {kept}"
KEPT = "Báo cáo giữ nguyên."
KEPT_WITH_ROWS = "Báo cáo và các dòng giữ nguyên; xóa từng dòng trong danh sách nếu cần."


@dataclass(frozen=True, slots=True)
class TakenBack:
    """How many rows were deleted, and the rows that stay because people changed them."""

    count: int
    changed: tuple[YearRow, ...]


@transaction.atomic
def take_back(earlier: EarlierReport, *, by: User) -> TakenBack:
    """Delete the saved report and its rows that nobody changed; the file and its corrections stay, to be saved again.

    Raise ValidationError, and delete nothing, if the report itself was changed or submitted.
    """
    refuse_others(by)
    stored = EarlierReport.objects.of(by.organisation).select_for_update(of=("self",)).get(pk=earlier.pk)
    if not stored.is_saved:
        raise ValidationError(NOT_SAVED)
    if stored.report:
        _refuse_changed(stored.report, KEPT if stored.is_of_province else KEPT_WITH_ROWS)
    rows = list(_rows(stored))
    changed = _changed(rows)
    untouched = [row for row in rows if row not in changed]
    if stored.report:
        stored.report.delete()
    count = delete_many(untouched, by=by)
    stored.report, stored.saved_by, stored.saved_at, stored.saved_rows = None, None, None, {}
    stored.save(update_fields=["report", "saved_by", "saved_at", "saved_rows"])
    record(stored, ChangeKind.EDITED, by=by, values=[["đã lưu", "có", "không"]])
    return TakenBack(count, tuple(row for row in changed if row.deleted_at is None))


def _rows(earlier: EarlierReport) -> Iterator[YearRow]:
    for name, model in MODELS.items():
        pks = earlier.saved_rows.get(name, [])
        yield from model.with_deleted.of(earlier.organisation).filter(pk__in=pks).order_by("pk")


def _changed(rows: list[YearRow]) -> list[YearRow]:
    """Return the rows that people changed after they were saved: values, links, files, or deleted them."""
    used = {(model, pk) for model in MODELS.values() for pk in _with_entries(model, rows)}
    return [row for row in rows if row.version > 1 or (type(row), row.pk) in used]


def _with_entries(model: type[YearRow], rows: list[YearRow]) -> Iterator[int]:
    """Yield the pks of rows that have a file, or an entry in their history other than that they were added."""
    pks = [row.pk for row in rows if type(row) is model]
    kind = ContentType.objects.get_for_model(model)
    entries = Change.objects.filter(content_type=kind, object_id__in=pks)
    noted = entries.exclude(kind__in=(ChangeKind.ADDED, ChangeKind.DOWNLOADED)).order_by()
    yield from noted.values_list("object_id", flat=True).distinct()
    files = Attachment.objects.for_rows(model, pks).order_by()
    yield from files.exclude(object_id=None).values_list("object_id", flat=True)


def _refuse_changed(report: Report, kept: str) -> None:
    """Raise ValidationError if people changed or submitted the report; `kept` says what stays then."""
    if report.submissions.exists():
        raise ValidationError(IS_SUBMITTED.format(year=report.reporting_year, submit=report.wording.submit))
    if places := "; ".join(_changed_places(report)):
        raise ValidationError(IS_EDITED.format(year=report.reporting_year, places=places, kept=kept))


def _changed_places(report: Report) -> Iterator[str]:
    if report.version > 1:
        yield "đầu và cuối báo cáo"
    if count := report.sections.filter(Q(version__gt=1) | Q(is_done=True)).count():
        yield f"{count} mục"
    touched = Q(version__gt=1) | Q(saved_by__isnull=False) | Q(deleted_at__isnull=False)
    if Annex.with_deleted.filter(touched, report=report).exists():
        yield "phụ lục"
    if report.assessments.filter(version__gt=1).exists():
        yield "tự đánh giá tiêu chí"
    if report.waivers.exists():
        yield "các chỗ đã giữ nguyên khi rà soát"
