"""What a form takes from an uploaded file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from accounts.models import User
from pbgdpl.lib.vietnamese import official_date


@dataclass(frozen=True, slots=True)
class FileReading:
    """The values that a file gives, by the names of the form's fields, and sentences on what it does not give."""

    values: Mapping[str, object] = field(default_factory=dict)
    note: str = ""  # for the page of one row
    doubts: tuple[str, ...] = ()  # one by one
    is_scan: bool = False  # nothing was read, but what the page shows can be recognised (`reads_scans`)
    is_by_machine: bool = False  # recognised in a scan: each number and date has to be confirmed

    def as_json(self) -> dict[str, Any]:
        """Return the reading for storing: dates as they are typed."""
        values = {
            name: official_date(value) if isinstance(value, date) else value
            for name, value in self.values.items()
        }
        return {"values": values, "doubts": [*self.doubts], "is_by_machine": self.is_by_machine}


class FileReader(Protocol):
    """Reads the data of a file with this ending ("pdf") for a person; recognises scans only where it is asked to."""

    def __call__(self, data: bytes, ending: str, by: User, *, reads_scans: bool = False) -> FileReading: ...
