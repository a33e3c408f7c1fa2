"""Storing submitted files: written to the disk before their rows are saved, checked on every reading."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage, default_storage
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from accounts.models import User
from pbgdpl.lib.vietnamese import thousands
from reports.models import FileKind, Submission, SubmittedFile
from reports.models.submission import FOLDER

# Files older than this that no submission names are deleted. A younger one may belong to a submission in
# progress, or to a database that was restored from a backup somewhat older than the files.
ORPHAN_AGE = timedelta(days=30)
MORE_STRANGE_THAN_NAMED = (
    "Không xóa tệp nào: kho có {unnamed} tệp mà cơ sở dữ liệu không biết, nhiều hơn {named} tệp của các bản nộp. "
    "Có thể đang nối nhầm cơ sở dữ liệu; kiểm tra DATABASE_URL và PBGDPL_DATA_DIR."
)

logger = logging.getLogger(__name__)


class FileLost(Exception):
    """The file is no longer on the server, or is not the one that was submitted."""


class FileMissing(FileLost):
    pass


class FileChanged(FileLost):
    pass


def freeze(
    submission: Submission, kind: FileKind, content: bytes, *, by: User, suffix: str = "", **values: object
) -> SubmittedFile:
    """Store a file of a submission for ever; `suffix` comes after its name."""
    ending = "docx" if kind is FileKind.DOCX else "pdf"
    file: SubmittedFile = SubmittedFile.objects.create(
        submission=submission,
        kind=kind,
        name=f"{submission.report.file_name}-ban-{submission.version}{suffix}.{ending}",
        file=ContentFile(content, name="x"),
        size=len(content),
        sha256=sha256(content).hexdigest(),
        added_by=by,
        **values,
    )
    _settle(file.file)
    return file


def _settle(file: FieldFile) -> None:
    """Flush the file to the disk, so that no row is saved whose file is lost when the power fails."""
    if not isinstance(file.storage, FileSystemStorage):
        return
    path = Path(file.path)
    for place in (path, *path.parents[:2]):
        descriptor = os.open(place, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def read_frozen(file: SubmittedFile) -> bytes:
    """Return the submitted bytes; raise FileMissing or FileChanged if the server does not have them."""
    try:
        with file.file.open("rb") as stored:
            content: bytes = stored.read()
    except OSError as error:
        logger.exception("Submitted file %s (%s) cannot be read.", file.pk, file.file.name)
        raise FileMissing from error
    if sha256(content).hexdigest() != file.sha256:
        logger.error("Submitted file %s (%s) is not what was handed in.", file.pk, file.file.name)
        raise FileChanged
    return content


def discard_unfinished() -> list[str]:
    """Delete the files of interrupted submissions, which no row names; return their paths.

    Raises ValidationError if most of the files are unknown: then the database is probably another one.
    """
    named = set(SubmittedFile.ever.values_list("file", flat=True))
    unnamed = [path for path in _stored(default_storage) if path not in named]
    before = timezone.now() - ORPHAN_AGE
    unfinished = [path for path in unnamed if _changed_at(path, default_storage) < before]
    if unfinished and len(unnamed) > len(named):
        counts = {"unnamed": thousands(len(unnamed)), "named": thousands(len(named))}
        raise ValidationError(MORE_STRANGE_THAN_NAMED.format(**counts))
    for path in unfinished:
        default_storage.delete(path)
    return unfinished


def _changed_at(path: str, storage: Storage) -> datetime:
    """Return when a file was written; for a file that has been deleted meanwhile the present moment."""
    try:
        return storage.get_modified_time(path)
    except FileNotFoundError:
        return timezone.now()


def _stored(storage: Storage) -> Iterator[str]:
    if storage.exists(FOLDER):
        for folder in storage.listdir(FOLDER)[0]:
            yield from (f"{FOLDER}/{folder}/{name}" for name in storage.listdir(f"{FOLDER}/{folder}")[1])
