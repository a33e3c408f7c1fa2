"""The files of the site: which rows name them, how they are read, how those of an archive come to their places."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db.backends.base.base import BaseDatabaseWrapper

from accounts.backup.archive import PIECE, Member
from accounts.backup.tables import Table

OTHER_FILE = (
    "Tệp {path} của trang hiện tại khác tệp cùng đường dẫn trong bản sao lưu, tuy mỗi đường dẫn chỉ dùng một lần. "
    "Chưa thay đổi gì. Khôi phục vào một thư mục dữ liệu mới."
)
NO_SPACE = "Cần thêm {needed} MB trên đĩa để khôi phục các tệp, chỉ còn {free} MB. Chưa thay đổi gì."
MEGABYTE = 10**6

Named = dict[str, str | None]  # {path of a file: the SHA-256 that its row states, None where it states none}


def files_of_row(table: Table, row: dict[str, object]) -> Named:
    """Return the files that a row names."""
    stated = row.get("sha256")
    return {str(row[column]): str(stated) if stated else None for column in table.file_columns if row[column]}


def named_files(tables: Iterable[Table], connection: BaseDatabaseWrapper) -> Named:
    """Return the files that the rows of these tables name."""
    named: Named = {}
    quote = connection.ops.quote_name
    for table in tables:
        columns = [name for name in (*table.file_columns, "sha256") if name in table.names]
        if table.file_columns:
            listed = ", ".join(map(quote, columns))
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT {listed} FROM {quote(table.name)}")  # noqa: S608 (names of models)
                for values in cursor.fetchall():
                    named |= files_of_row(table, dict(zip(columns, values, strict=True)))
    return named


def stored_pieces(path: str) -> Iterator[bytes]:
    """Yield a stored file piece by piece; raise OSError if it is not there."""
    with default_storage.open(path, "rb") as stored:
        while piece := stored.read(PIECE):
            yield piece


def unlike(files: dict[str, Member], present: Named) -> list[str]:
    """Return the paths whose files are not on the disk as the archive has them.

    Raises ValidationError, before anything is changed, where the present site needs what lies there, or where the
    disk has too little room.
    """
    paths = [path for path, member in files.items() if _stored_digest(path) != member.sha256]
    for path in paths:
        if (
            path in present
            and Path(default_storage.path(path)).exists()
            and present[path] != files[path].sha256
        ):
            raise ValidationError(OTHER_FILE.format(path=path))
    needed, free = (
        sum(files[path].size for path in paths),
        shutil.disk_usage(_nearest(settings.MEDIA_ROOT)).free,
    )
    if needed > free:
        sizes = {"needed": (needed - free) // MEGABYTE + 1, "free": free // MEGABYTE}
        raise ValidationError(NO_SPACE.format(**sizes))
    return paths


def _nearest(place: Path | str) -> Path:
    """Return the directory, or the first above it that is there."""
    place = Path(place)
    return next(one for one in (place, *place.parents) if one.exists())


def _stored_digest(path: str) -> str:
    digest = sha256()
    try:
        for piece in stored_pieces(path):
            digest.update(piece)
    except FileNotFoundError:
        return ""
    return digest.hexdigest()


def place_files(paths: Iterable[str], pieces: Callable[[str], Iterable[bytes]]) -> None:
    """Write files of an archive to their places, each whole or not at all, and onto the disk."""
    directories = set()
    for path in paths:
        place = Path(default_storage.path(path))
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = place.with_name(f".{place.name[:200]}.restoring")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            stream.writelines(pieces(path))
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(place)
        directories |= {place.parent, place.parent.parent}
    for directory in directories:
        settle(directory)


def settle(directory: Path) -> None:
    """Flush a directory to the disk, so that the names in it survive a power failure."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_files(paths: Iterable[str]) -> None:
    for path in paths:
        Path(default_storage.path(path)).unlink(missing_ok=True)
