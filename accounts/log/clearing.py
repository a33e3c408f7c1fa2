"""Removes old entries of the log so that the rest of the chain can still be checked."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime

from accounts.log.checking import Broken, check_log
from accounts.log.sealing import locked_head
from accounts.log.writing import write_removal
from accounts.models import LogEntry
from pbgdpl.lib.vietnamese import thousands


@transaction.atomic
def clear_log(before: datetime) -> int:
    """Delete the entries at the beginning that are older than a moment; return how many.

    The hash of the last one stays with the end of the chain and in a new entry, which says what was removed. Raises
    ValidationError where the log is broken: nothing is removed that should be looked at first.
    """
    head = locked_head()
    entries = LogEntry.objects.sealed()
    kept = entries.filter(made_at__gte=before).values_list("sequence", flat=True).first()
    last = kept - 1 if kept else head.count
    if last <= head.removed:
        return 0
    try:
        check_log()
    except Broken as broken:
        raise ValidationError(f"Không dọn nhật ký vì nhật ký không nguyên vẹn. {broken}") from broken
    removed = entries.get(sequence=last)
    first, day = head.removed + 1, date_format(localtime(removed.made_at), "DATETIME_FORMAT")
    head.removed, head.removed_hash = last, removed.hash
    head.save(update_fields=["removed", "removed_hash"])
    count = LogEntry.objects.remove_up_to(last)
    write_removal(
        last, removed.hash, f"xóa {thousands(count)} dòng, từ dòng {first} đến dòng {last}, đến {day}"
    )
    return count
