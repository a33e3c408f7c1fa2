"""Checks the log: walks the chain in bounded pieces, and says what is wrong with the first broken line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime

from accounts.log.sealing import HASHED, HEAD, hash_of
from accounts.log.writing import digest_of_change
from accounts.models import Change, LogEntry, LogHead, LogKind
from pbgdpl.lib.vietnamese import thousands

AT_ONCE = 2000  # entries
# Longer than a seal takes to follow its commit.
SEALED_WITHIN = timedelta(minutes=1)
COLUMNS = ("sequence", "hash", *HASHED)
Values = tuple[Any, ...]  # of an entry, in the order of COLUMNS
PLACES = {name: place for place, name in enumerate(COLUMNS)}


class Broken(Exception):
    """Raised with a sentence that names the first broken line and what is wrong."""


@dataclass(slots=True)
class Checked:
    """How far the chain was found whole."""

    count: int = 0
    first: datetime | None = None
    last: datetime | None = None
    sequence: int = 0
    hash: str = ""

    @property
    def words(self) -> str:
        if self.first is None or self.last is None:
            return "Nhật ký nguyên vẹn: 0 dòng."
        first, last = (
            date_format(localtime(moment), "DATETIME_FORMAT") for moment in (self.first, self.last)
        )
        return f"Nhật ký nguyên vẹn: {thousands(self.count)} dòng, từ {first} đến {last}."

    @property
    def mark(self) -> str:
        """Return what, noted elsewhere, shows later that the end of the log was cut off: "1245:9f2c…"."""
        return f"{self.sequence}:{self.hash}"


def check_log(mark: str = "") -> Checked:
    """Return how much was found whole; raise Broken at the first line that is not.

    `mark` is one that an earlier check returned: the line of that number must still have that hash.
    """
    head = LogHead.objects.filter(pk=HEAD).first()
    if head is None:
        if LogEntry.objects.sealed().exists():
            raise Broken("Mất dòng ghi chỗ kết thúc của nhật ký.")
        head = LogHead()
    _check_beginning(head)
    checked = _walk(head, mark)
    _check_unsealed()
    _check_unlogged_changes()
    return checked


def _walk(head: LogHead, mark: str) -> Checked:
    """Check the entries in their order, up to the end that is stored when they are walked through."""
    number, hash_noted = _read_mark(mark)
    checked = Checked(sequence=head.removed, hash=head.removed_hash)
    for entries in _pieces(head.removed):
        _check_changes(entries)
        for values in entries:
            _check_entry(values, checked)
            checked.sequence, checked.hash = values[0], values[1]
            checked.last = values[PLACES["made_at"]]
            checked.first = checked.first or checked.last
            checked.count += 1
            if checked.sequence == number and checked.hash != hash_noted:
                raise Broken(f"Dòng {number}: mã băm khác với mã đã ghi lại.")
    if number > checked.sequence:
        raise Broken(f"Dòng {number}: đã ghi lại trước đây nhưng nay không còn; phần cuối nhật ký bị cắt.")
    _check_end(checked)
    return checked


def _read_mark(mark: str) -> tuple[int, str]:
    number, _, hash_noted = mark.strip().partition(":")
    if mark and not (number.isascii() and number.isdecimal() and hash_noted):
        raise Broken(f"“{mark}” không phải là số dòng và mã băm, như “1245:9f2c…”.")
    return int(number or 0), hash_noted


def _pieces(after: int) -> Iterator[list[Values]]:
    """Yield the sealed entries after a number, some at a time."""
    entries = LogEntry.objects.sealed().values_list(*COLUMNS)
    while piece := [*entries.filter(sequence__gt=after)[:AT_ONCE]]:
        yield piece
        after = piece[-1][0]


def _check_entry(values: Values, before: Checked) -> None:
    expected, sequence = before.sequence + 1, values[0]
    if sequence > expected:
        missing = f"{expected}" if sequence == expected + 1 else f"{expected} đến {sequence - 1}"
        raise Broken(f"Dòng {expected}: thiếu trong nhật ký (mất dòng {missing}).")
    if values[1] != hash_of(before.hash, sequence, values[2:]):
        raise Broken(
            f"Dòng {sequence}: bị sửa, bị chèn hoặc bị đổi chỗ, hoặc dòng ngay trước bị thay "
            f"({_described(values)}); mã băm không khớp."
        )


def _described(values: Values) -> str:
    kind, person = values[PLACES["kind"]], values[PLACES["person"]]
    label = dict(LogKind.choices).get(kind, kind)
    moment = date_format(localtime(values[PLACES["made_at"]]), "DATETIME_FORMAT")
    return ", ".join(filter(None, (label, person, moment)))


def _check_changes(entries: Iterable[Values]) -> None:
    """Compare the changes that entries name with their digests."""
    pk, digest = PLACES["change_pk"], PLACES["digest"]
    named = {values[pk]: values for values in entries if values[pk] is not None}
    stored = Change.objects.in_bulk(named)
    for values in named.values():
        change = stored.get(values[pk])
        if change is None:
            raise Broken(f"Dòng {values[0]}: thay đổi mà dòng này ghi đã bị xóa ({_described(values)}).")
        if digest_of_change(change, _row_type(change)) != values[digest]:
            raise Broken(f"Dòng {values[0]}: thay đổi mà dòng này ghi đã bị sửa ({_described(values)}).")


def _row_type(change: Change) -> str:
    """Return the label of the model of a change's row, empty where there is no such model."""
    try:
        kind = ContentType.objects.get_for_id(change.content_type_id)
    except ContentType.DoesNotExist:
        return ""
    return f"{kind.app_label}.{kind.model}"


def _check_beginning(head: LogHead) -> None:
    """Compare where the log begins with what the last removal of old entries recorded."""
    removals = LogEntry.objects.filter(kind=LogKind.CLEARED, object_type=LogEntry._meta.label_lower)
    last = removals.order_by("pk").last()
    recorded = (last.object_pk, last.digest) if last else (0, "")
    if (head.removed, head.removed_hash) != recorded:
        raise Broken(
            f"Dòng {head.removed + 1}: chỗ bắt đầu của nhật ký không khớp với lần dọn nào theo thời hạn lưu."
        )
    before = LogEntry.objects.sealed().filter(sequence__lte=head.removed).first()
    if before:
        raise Broken(f"Dòng {before.sequence}: bị chèn vào trước dòng đầu tiên ({before}).")


def _check_end(checked: Checked) -> None:
    """Compare the last entry with the stored end, which may have moved on meanwhile but never back."""
    head = LogHead.objects.filter(pk=HEAD).first() or LogHead()
    if head.count == checked.sequence and head.last_hash != checked.hash:
        raise Broken(f"Dòng {checked.sequence}: chỗ kết thúc của nhật ký ghi mã băm khác.")
    if head.count > checked.sequence and not LogEntry.objects.filter(sequence=head.count).exists():
        raise Broken(
            f"Dòng {checked.sequence + 1}: thiếu; nhật ký phải có đến dòng {head.count} (phần cuối bị cắt)."
        )
    if head.count < checked.sequence:
        raise Broken(f"Dòng {head.count + 1}: bị chèn vào sau dòng cuối cùng đã ghi.")


def _check_unsealed() -> None:
    before = timezone.now() - SEALED_WITHIN
    entry = LogEntry.objects.unsealed().order_by("pk").filter(made_at__lt=before).first()
    if entry:
        raise Broken(f"Dòng chưa vào chuỗi (pk {entry.pk}, {entry}): đã quá một phút mà chưa được đánh số.")


def _check_unlogged_changes() -> None:
    """Raise Broken for a change that no entry names although it is younger than the first that one does."""
    logged = LogEntry.objects.exclude(change_pk=None).order_by("change_pk")
    first = logged.values_list("change_pk", flat=True).first()
    if first is None:
        return
    named = Exists(LogEntry.objects.filter(change_pk=OuterRef("pk")))
    change = Change.objects.filter(~named, pk__gte=first).order_by("pk").first()
    if change:
        raise Broken(f"Thay đổi pk {change.pk} ({change}) không có dòng nào trong nhật ký.")
