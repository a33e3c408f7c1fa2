"""Storing submitted files: written to the disk before their rows are saved, checked on every reading."""

from __future__ import annotations

import logging
import os
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db.models.fields.files import FieldFile

from accounts.attaching.orphans import discard_orphans
from accounts.models import User
from reports.models import FileKind, Submission, SubmittedFile
from reports.models.submission import FOLDER

# Files older than this that no submission names are deleted. A younger one may belong to a submission in
# progress, or to a database that was restored from a backup somewhat older than the files.
ORPHAN_AGE = timedelta(days=30)

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
    file: SubmittedFile = SubmittedFile.objects.create(
        submission=submission,
        kind=kind,
        name=f"{submission.report.file_name}-ban-{submission.version}{suffix}.{kind.ending}",
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

    Raises ValidationError as `discard_orphans` does.
    """
    named = SubmittedFile.ever.values_list("file", flat=True)
    return discard_orphans(FOLDER, named=set(named), older_than=ORPHAN_AGE)
