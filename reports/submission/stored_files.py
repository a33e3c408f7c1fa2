"""Files as they were submitted: on the disk before the row that names them is, checked before they leave."""

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

# Files older than this that no submission names are deleted. A younger one may belong to a submission that is being
# made, or to a database that was restored from a backup somewhat older than the files.
ORPHAN_AGE = timedelta(days=30)
MORE_STRANGE_THAN_NAMED = (
    "Không xóa tệp nào: kho có {unnamed} tệp mà cơ sở dữ liệu không biết, nhiều hơn {named} tệp của các bản nộp. "
    "Có thể đang nối nhầm cơ sở dữ liệu; kiểm tra DATABASE_URL và PBGDPL_DATA_DIR."
)

logger = logging.getLogger(__name__)


class FileLost(Exception):
    """The file is not on the server any more, or is not what was submitted."""


class FileMissing(FileLost):
    pass


class FileChanged(FileLost):
    pass


def freeze(
    submission: Submission, kind: FileKind, content: bytes, *, by: User, suffix: str = "", **values: object
) -> SubmittedFile:
    """Keep a file of a submission for ever, the suffix after its name."""
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
    """Wait until the disk itself has the file: no row may outlive its file when the power fails."""
    if not isinstance(file.storage, FileSystemStorage):
        return
    path = Path(file.path)
    for place in (path, *path.parents[:2]):
        number = os.open(place, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def read_frozen(file: SubmittedFile) -> bytes:
    """Return what was submitted, byte for byte; raise FileMissing or FileChanged where the server has lost it."""
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
    """Remove the files of submissions that were cut short, which no row names; return where they lay.

    Raises ValidationError where most of the files are unknown: then it is the database that is another one.
    """
    named = set(SubmittedFile.ever.values_list("file", flat=True))
    unnamed = [path for path in _stored(default_storage) if path not in named]
    before = timezone.now() - ORPHAN_AGE
    unfinished = [path for path in unnamed if _changed_at(path, default_storage) < before]
    if unfinished and len(unnamed) > len(named):
        told = {"unnamed": thousands(len(unnamed)), "named": thousands(len(named))}
        raise ValidationError(MORE_STRANGE_THAN_NAMED.format(**told))
    for path in unfinished:
        default_storage.delete(path)
    return unfinished


def _changed_at(path: str, storage: Storage) -> datetime:
    """Return when a file was written; one that somebody else has removed meanwhile was written just now."""
    try:
        return storage.get_modified_time(path)
    except FileNotFoundError:
        return timezone.now()


def _stored(storage: Storage) -> Iterator[str]:
    if storage.exists(FOLDER):
        for folder in storage.listdir(FOLDER)[0]:
            yield from (f"{FOLDER}/{folder}/{name}" for name in storage.listdir(f"{FOLDER}/{folder}")[1])
