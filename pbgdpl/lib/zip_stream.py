"""Writes a ZIP archive while it is sent, without storing it; its length is known beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zipfile import ZIP_STORED, ZipFile, ZipInfo

# Sizes of the records that stand around a member's bytes (APPNOTE 4.3.7, 4.3.9, 4.3.12, 4.3.16).
BEFORE, BEHIND, LISTED, END = 30, 16, 46, 22
# Beyond these the records grow (ZIP64).
MOST_BYTES, MOST_MEMBERS = 2**31 - 1, 2**16 - 1
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest date in a ZIP
READABLE = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the ZIP; `pieces` yields exactly `size` bytes, whenever it is called."""

    name: str  # ASCII, folders separated by "/"
    size: int
    modified: datetime
    pieces: Callable[[], Iterable[bytes]]


class Drain:
    """A write-only stream that hands on what is written; without seeking, members are written in one pass."""

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._written.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        pass

    def drained(self) -> bytes:
        data = b"".join(self._written)
        self._written.clear()
        return data


def zip_length(members: Sequence[Member]) -> int | None:
    """Return how many bytes `zip_pieces` yields, or None if the ZIP exceeds the format without ZIP64."""
    records = sum(BEFORE + BEHIND + LISTED + 2 * len(member.name) + member.size for member in members)
    is_plain = records + END <= MOST_BYTES and len(members) < MOST_MEMBERS
    return records + END if is_plain else None


def zip_pieces(members: Iterable[Member]) -> Iterator[bytes]:
    """Yield the ZIP piece by piece; members are stored uncompressed, and each is open only while it is written."""
    drain = Drain()
    with ZipFile(drain, "w", ZIP_STORED) as archive:  # type: ignore[call-overload]  # a drain has all that it calls
        for member in members:
            with archive.open(_entry(member), "w") as opened:
                for piece in member.pieces():
                    opened.write(piece)
                    yield drain.drained()
    yield drain.drained()


def _entry(member: Member) -> ZipInfo:
    moment = member.modified.timetuple()[:6]
    entry = ZipInfo(member.name, date_time=max(FIRST_DAY, moment))
    entry.file_size = member.size  # by this the writer decides whether it needs ZIP64
    entry.create_system, entry.external_attr = 3, READABLE
    return entry
