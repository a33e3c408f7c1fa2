"""Deletes what the site keeps for a while only: ended sessions, deleted files, records of work that is over."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from importlib import import_module
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.attaching.keeping import discard_forgotten
from accounts.attaching.orphans import discard_orphans
from accounts.log.clearing import clear_log
from accounts.log.writing import write
from accounts.long_work import KEPT_FOR as WORK_KEPT_FOR
from accounts.models import Attachment, ChangedTogether, LogKind, LongWork, SentForm, UploadedSheet
from accounts.models.changed_together import STORED_FOR as UNDOABLE_FOR
from accounts.models.sheet import STORED_FOR as SHEET_STORED_FOR

ATTACHMENTS = "attachments"  # the folder of the files in the storage
ORPHAN_AGE = timedelta(days=1)  # an upload takes minutes


def clear_sessions() -> int:
    """Delete the sessions that ended by themselves; return how many."""
    sessions = import_module(settings.SESSION_ENGINE).SessionStore.get_model_class()
    count: int = sessions.objects.filter(expire_date__lt=timezone.now()).delete()[0]
    return count


@transaction.atomic
def clear_deleted_attachments(before: datetime, *, kept: QuerySet[Any, Any]) -> int:
    """Delete rows and files of attachments that somebody deleted before a moment; return how many.

    `kept` are the pks of those that were submitted with a report, which stay with it.
    """
    gone = Attachment.objects.filter(deleted_at__lt=before).exclude(pk__in=kept)
    attachments = [*gone.select_for_update(of=("self",)).select_related("organisation")]
    for one in attachments:
        write(LogKind.CLEARED, by=None, row=one, details="xóa hẳn tệp đã xóa, theo thời hạn lưu")
        one.delete()
        transaction.on_commit(partial(one.file.storage.delete, one.file.name or ""))
    return len(attachments)


def clear_orphaned_attachments() -> int:
    """Delete attached files that no row names; raises ValidationError as `discard_orphans` does."""
    named = set(Attachment.objects.values_list("file", flat=True))
    return len(discard_orphans(ATTACHMENTS, named=named, older_than=ORPHAN_AGE))


@transaction.atomic
def clear_records() -> int:
    """Delete the records of work, uploads and forms that nobody can come back to; return how many."""
    discard_forgotten()
    now = timezone.now()
    old = (
        LongWork.objects.filter(started_at__lt=now - WORK_KEPT_FOR),
        UploadedSheet.objects.filter(uploaded_at__lt=now - SHEET_STORED_FOR),
        ChangedTogether.objects.filter(made_at__lt=now - UNDOABLE_FOR),
        SentForm.objects.filter(sent_at__lt=now - settings.KEPT_FOR["sent_forms"]),
    )
    return sum(rows.delete()[0] for rows in old)


def clear_old_log() -> int:
    return clear_log(timezone.now() - settings.KEPT_FOR["log"])
