"""Files on the disk that no row names: an upload or a submission was interrupted before its row was saved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.files.storage import Storage, default_storage
from django.utils import timezone

from pbgdpl.lib.vietnamese import thousands

MORE_STRANGE_THAN_NAMED = (
    "Không xóa tệp nào trong {folder}: kho có {unnamed} tệp mà cơ sở dữ liệu không biết, nhiều hơn {named} tệp có "
    "trong cơ sở dữ liệu. Có thể đang nối nhầm cơ sở dữ liệu; kiểm tra DATABASE_URL và PBGDPL_DATA_DIR."
)


def discard_orphans(folder: str, *, named: set[str], older_than: timedelta) -> list[str]:
    """Delete the files of a folder that are older and not named by any row; return their paths.

    Raises ValidationError if most of the files are unknown: then the database is probably another one.
    """
    before = timezone.now() - older_than
    unnamed = [path for path in _stored(folder, default_storage) if path not in named]
    orphans = [path for path in unnamed if _changed_at(path, default_storage) < before]
    if orphans and len(unnamed) > len(named):
        counts = {"unnamed": thousands(len(unnamed)), "named": thousands(len(named))}
        raise ValidationError(MORE_STRANGE_THAN_NAMED.format(folder=folder, **counts))
    for path in orphans:
        default_storage.delete(path)
    return orphans


def _changed_at(path: str, storage: Storage) -> datetime:
    """Return when a file was written; for a file that has been deleted meanwhile the present moment."""
    try:
        return storage.get_modified_time(path)
    except FileNotFoundError:
        return timezone.now()


def _stored(folder: str, storage: Storage) -> Iterator[str]:
    if storage.exists(folder):
        for below in storage.listdir(folder)[0]:
            yield from (f"{folder}/{below}/{name}" for name in storage.listdir(f"{folder}/{below}")[1])
