"""The verbs of attached files: each in one transaction, with an entry in the history of the row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.attaching.checking import CheckedFile
from accounts.attaching.file_reading import FileReading
from accounts.attaching.quota import refuse_over_quota
from accounts.history import record
from accounts.models import Attachment, ChangeKind, User

LABEL = "tệp đính kèm"
WAITS_FOR = timedelta(days=2)
LONGEST_NOTE = 300  # as in the table
MOST_WAITING = 60  # files of one person


@transaction.atomic
def attach(files: Sequence[CheckedFile], *, row: models.Model, by: User) -> list[Attachment]:
    """Keep files with a row; raise ValidationError as `refuse_over_quota` does."""
    refuse_over_quota(files, by.organisation)
    attachments = [_keep(file, row=row, by=by) for file in files]
    values = [[LABEL, "", attachment.name] for attachment in attachments]
    record(row, ChangeKind.EDITED, by=by, values=values)
    return attachments


@transaction.atomic
def keep_waiting(file: CheckedFile, *, by: User, reading: FileReading | None = None) -> Attachment:
    """Keep a file until its row is saved, with what was read from it for the row.

    Raises ValidationError as `refuse_over_quota` does.
    """
    discard_forgotten(by)
    refuse_over_quota([file], by.organisation)
    attachment = _keep(file, row=None, by=by)
    if reading:
        record_reading(attachment, reading)
    return attachment


def record_reading(attachment: Attachment, reading: FileReading) -> None:
    attachment.reading, attachment.reading_note = reading.as_json(), reading.note[:LONGEST_NOTE]
    attachment.save(update_fields=["reading", "reading_note"])


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


def discard_forgotten(person: User | None = None) -> None:
    """Remove the files that were uploaded long ago for a row which nobody saved, and the person's oldest of many."""
    forgotten = Q(added_at__lt=timezone.now() - WAITS_FOR)
    if person:
        waiting = Attachment.objects.filter(object_id=None, added_by=person).order_by("-pk")
        forgotten |= Q(pk__in=[*waiting.values_list("pk", flat=True)[MOST_WAITING:]])
    # Somebody may be saving the row of one this very moment.
    for attachment in Attachment.objects.filter(forgotten, object_id=None).select_for_update():
        attachment.delete()
        transaction.on_commit(partial(attachment.file.storage.delete, attachment.file.name or ""))


def _keep(file: CheckedFile, *, row: models.Model | None, by: User) -> Attachment:
    return Attachment.objects.create(
        organisation=by.organisation,
        row=row,
        name=file.name,
        file=ContentFile(file.data, name=file.name),
        size=len(file.data),
        sha256=file.sha256,
        added_by=by,
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
