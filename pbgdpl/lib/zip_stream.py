"""A ZIP that is written while it is sent: never whole in memory or on a disk, its length known beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zipfile import ZIP_STORED, ZipFile, ZipInfo

# Sizes of the records that stand around a member's bytes (APPNOTE 4.3.7, 4.3.9, 4.3.12, 4.3.16).
BEFORE, BEHIND, LISTED, END = 30, 16, 46, 22
# Beyond these the records grow (ZIP64).
MOST_BYTES, MOST_MEMBERS = 2**31 - 1, 2**16 - 1
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # no ZIP knows an earlier one
READABLE = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the ZIP; `pieces` yields exactly `size` bytes, whenever it is called."""

    name: str  # ASCII, folders parted by "/"
    size: int
    modified: datetime
    pieces: Callable[[], Iterable[bytes]]


class Drain:
    """Takes what is written and gives it away; it cannot be sought in, so members are written in one go."""

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
    """Return how many bytes `zip_pieces` yields, None where it is too many to tell in the plain format."""
    records = sum(BEFORE + BEHIND + LISTED + 2 * len(member.name) + member.size for member in members)
    is_plain = records + END <= MOST_BYTES and len(members) < MOST_MEMBERS
    return records + END if is_plain else None


def zip_pieces(members: Iterable[Member]) -> Iterator[bytes]:
    """Yield the ZIP piece by piece, its members stored as they are, each open no longer than it is written."""
    drain = Drain()
    with ZipFile(drain, "w", ZIP_STORED) as archive:  # type: ignore[call-overload]  # it asks for no more than a drain
        for member in members:
            with archive.open(_entry(member), "w") as opened:
                for piece in member.pieces():
                    opened.write(piece)
                    yield drain.drained()
    yield drain.drained()


def _entry(member: Member) -> ZipInfo:
    moment = member.modified.timetuple()[:6]
    entry = ZipInfo(member.name, date_time=max(FIRST_DAY, moment))
    entry.file_size = member.size  # tells the writer whether the plain format will do
    entry.create_system, entry.external_attr = 3, READABLE
    return entry
