"""What a form takes from an uploaded file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from accounts.models import User


@dataclass(frozen=True, slots=True)
class FileReading:
    """The values that a file tells, by the names of the form's fields, and in a sentence what it does not tell."""

    values: Mapping[str, object] = field(default_factory=dict)
    note: str = ""


# Reads the data of a file with this ending ("pdf") for a person.
FileReader = Callable[[bytes, str, User], FileReading]
