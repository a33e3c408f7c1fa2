"""The archive as a file: a ZIP whose comment is the SHA-256 of all its other bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import IO, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.core.exceptions import ValidationError

MARK = b"PBGDPL "
DIGITS = 64  # of the digest in the comment, which is counted as so many zeros
PIECE = 2**20
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
FOR_ITS_OWNER = 0o100600 << 16  # a plain file: no link, no folder
# Rows alone are compressed: a file takes as much room in the archive as on the disk, so that none can swell.
COMPRESSED = ("rows/", "manifest.json")
FOREIGN = "Tệp này không phải bản sao lưu của trang, hoặc đã bị cắt cụt."
DAMAGED = "Bản sao lưu bị hỏng: {what}. Dùng bản sao lưu khác."


class Damaged(ValidationError):
    """Raised for an archive whose content is not what was written; says what is wrong."""

    def __init__(self, what: str) -> None:
        super().__init__(DAMAGED.format(what=what))


@dataclass(frozen=True, slots=True)
class Member:
    size: int
    sha256: str


class Hashed:
    """A write-only stream that counts and hashes what is written to another one.

    After a failure nothing is written any more: a ZIP that was left open writes its end when it is collected.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream, self.digest, self.size = stream, sha256(), 0

    def write(self, data: bytes) -> int:
        self.digest.update(data)
        self.size += len(data)
        return len(data) if self.stream.closed else self.stream.write(data)

    def flush(self) -> None:
        if not self.stream.closed:
            self.stream.flush()


class ArchiveWriter:
    """Writes members one after another, then the digest."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._hashed = Hashed(stream)
        self._zip = ZipFile(self._hashed, "w")  # type: ignore[call-overload]  # it has all that is called
        self._zip.comment = MARK + b"0" * DIGITS

    def add(self, name: str, pieces: Iterable[bytes], *, compressed: bool = False) -> Member:
        with self.opened(name, compressed=compressed) as member:
            for piece in pieces:
                member.write(piece)
        return Member(member.size, member.digest.hexdigest())

    @contextmanager
    def opened(self, name: str, *, compressed: bool = False) -> Iterator[Hashed]:
        """Yield a stream whose bytes become a member; one member is open at a time."""
        entry = ZipInfo(name, FIRST_DAY)
        entry.create_system, entry.external_attr = 3, FOR_ITS_OWNER
        entry.compress_type = ZIP_DEFLATED if compressed else ZIP_STORED
        with self._zip.open(entry, "w", force_zip64=True) as member:
            yield Hashed(member)

    def close(self) -> None:
        self._zip.close()
        self._stream.seek(-DIGITS, 2)
        self._stream.write(self._hashed.digest.hexdigest().encode())
        self._stream.flush()


def check_digest(stream: BinaryIO) -> None:
    """Raise ValidationError unless a file is an archive, whole and with every bit as it was written."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - DIGITS - len(MARK)))
    end = stream.read()
    if not re.fullmatch(re.escape(MARK) + rb"[0-9a-f]{64}", end):
        raise ValidationError(FOREIGN)
    digest, left = sha256(), size - DIGITS
    stream.seek(0)
    while left:
        piece = stream.read(min(left, PIECE))
        digest.update(piece)
        left -= len(piece)
    digest.update(b"0" * DIGITS)
    if digest.hexdigest().encode() != end.removeprefix(MARK):
        raise Damaged("nội dung không khớp mã kiểm tra")
    stream.seek(0)


def entries(archive: ZipFile) -> dict[str, ZipInfo]:
    """Return the members by name; raise Damaged for any that no backup writes: twice, linked, a compressed file."""
    found: dict[str, ZipInfo] = {}
    for entry in archive.infolist():
        if entry.filename in found:
            raise Damaged(f"thành phần “{entry.filename}” có hai lần")
        kinds = {ZIP_STORED, ZIP_DEFLATED} if entry.filename.startswith(COMPRESSED) else {ZIP_STORED}
        is_plain = entry.compress_type in kinds and entry.external_attr == FOR_ITS_OWNER
        if not is_plain or entry.flag_bits & 1 or entry.orig_filename != entry.filename:
            raise Damaged(f"thành phần “{entry.filename}” không phải do trang ghi")
        found[entry.filename] = entry
    return found
