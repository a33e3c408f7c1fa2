"""The entries of the log that a page shows, and the same as a spreadsheet."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.timezone import localtime, make_aware

from accounts.models import LogEntry
from accounts.models.log import LogQuerySet
from pbgdpl.lib.office.numbered_sheet import NumberedColumn, numbered_sheet
from pbgdpl.lib.vietnamese import fold

MOST_IN_SHEET = 5_000  # lines; ten columns of them are written in some seconds
HEADING = "Nhật ký"


def narrowed(entries: LogQuerySet, wanted: dict[str, Any]) -> LogQuerySet:
    """Return the entries that `LogFilterForm` asks for."""
    if wanted.get("viec"):
        entries = entries.filter(kind=wanted["viec"])
    if wanted.get("nguoi"):
        entries = entries.filter(person_pk=wanted["nguoi"].pk)
    if wanted.get("tu"):
        entries = entries.filter(made_at__gte=_midnight(wanted["tu"]))
    if wanted.get("den"):
        entries = entries.filter(made_at__lt=_midnight(wanted["den"]) + timedelta(days=1))
    for word in fold(wanted.get("tim", "")).split():
        entries = entries.filter(search_text__contains=word)
    return entries


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time()))


COLUMNS: list[NumberedColumn[LogEntry]] = [
    NumberedColumn("Dòng", lambda entry: entry.sequence or ""),
    NumberedColumn("Ngày", lambda entry: localtime(entry.made_at).date()),
    NumberedColumn("Giờ", lambda entry: f"{localtime(entry.made_at):%H:%M:%S}"),
    NumberedColumn("Người", lambda entry: entry.person),
    NumberedColumn("Cơ quan", lambda entry: entry.organisation),
    NumberedColumn("Địa chỉ mạng", lambda entry: entry.address),
    NumberedColumn("Việc", lambda entry: entry.get_kind_display()),
    NumberedColumn("Đối tượng", lambda entry: entry.object_words),
    NumberedColumn("Chi tiết", lambda entry: entry.details),
    NumberedColumn("Mã băm", lambda entry: entry.hash),
]


def log_sheet(entries: LogQuerySet, *, head: str) -> bytes:
    """Return the newest of the entries as an XLSX file, with the hash of each."""
    return numbered_sheet(HEADING, COLUMNS, [*entries[:MOST_IN_SHEET]], head=head)
