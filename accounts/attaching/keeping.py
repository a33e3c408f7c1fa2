"""The verbs of attached files: each in one transaction, with an entry in the history of the row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils import timezone

from accounts.attaching.checking import CheckedFile
from accounts.history import record
from accounts.models import Attachment, ChangeKind, User

LABEL = "tệp đính kèm"
WAITS_FOR = timedelta(days=2)


@transaction.atomic
def attach(files: Sequence[CheckedFile], *, row: models.Model, by: User) -> list[Attachment]:
    """Keep files with a row."""
    attachments = [_keep(file, row=row, by=by) for file in files]
    values = [[LABEL, "", attachment.name] for attachment in attachments]
    record(row, ChangeKind.EDITED, by=by, values=values)
    return attachments


@transaction.atomic
def keep_waiting(file: CheckedFile, *, note: str, by: User) -> Attachment:
    """Keep a file until its row is saved; `note` says why nothing was read from it."""
    discard_forgotten()
    return _keep(file, row=None, by=by, note=note)


@transaction.atomic
def attach_waiting(attachment: Attachment, *, row: models.Model, by: User) -> bool:
    """Give a waiting file to its row; return whether it was still waiting."""
    waiting = Attachment.objects.of(by.organisation).waiting().select_for_update()
    found = waiting.filter(pk=attachment.pk).first()
    if found is None:
        return False
    found.row = row
    found.save(update_fields=["content_type", "object_id"])
    record(row, ChangeKind.EDITED, by=by, values=[[LABEL, "", found.name]])
    return True


def detach(attachment: Attachment, *, by: User) -> None:
    """Take a file off its row; it can be restored."""
    _set_deleted(attachment, deleted=True, by=by)


def restore(attachment: Attachment, *, by: User) -> None:
    _set_deleted(attachment, deleted=False, by=by)


def discard_forgotten() -> None:
    """Remove the files that were uploaded for a row which nobody saved."""
    forgotten = Attachment.objects.filter(object_id=None, added_at__lt=timezone.now() - WAITS_FOR)
    for attachment in forgotten.select_for_update():  # somebody may be saving its row this very moment
        attachment.delete()
        transaction.on_commit(partial(attachment.file.storage.delete, attachment.file.name or ""))


def _keep(file: CheckedFile, *, row: models.Model | None, by: User, note: str = "") -> Attachment:
    return Attachment.objects.create(
        organisation=by.organisation,
        row=row,
        name=file.name,
        file=ContentFile(file.data, name=file.name),
        size=len(file.data),
        sha256=file.sha256,
        added_by=by,
        reading_note=note,
    )


@transaction.atomic
def _set_deleted(attachment: Attachment, *, deleted: bool, by: User) -> None:
    """Delete or restore, once however often it is asked for."""
    changed = Attachment.objects.filter(pk=attachment.pk, deleted_at__isnull=deleted).update(
        deleted_at=timezone.now() if deleted else None
    )
    if changed and attachment.row is not None:
        value = [attachment.name, ""] if deleted else ["", attachment.name]
        record(attachment.row, ChangeKind.EDITED, by=by, values=[[LABEL, *value]])
