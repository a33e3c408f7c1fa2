"""What people corrected in the reading of an uploaded report, as its row keeps it in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

DEEPEST = 4  # depth of a heading
MODEL_NAMES = ("plan", "directive", "event")


@dataclass(frozen=True, slots=True)
class RowChoice:
    """What a person chose for a row: whether it is saved and as which model; None where they chose nothing."""

    is_kept: bool | None = None
    model: str | None = None


@dataclass(frozen=True, slots=True)
class SentChoice:
    """What a form says of a row: whether its box is ticked, its model, and whether its duplicate was shown."""

    is_kept: bool
    model: str
    knows_duplicate: bool = False


@dataclass(frozen=True, slots=True)
class Corrections:
    """The depths of headings by the positions of their lines, 0 for no heading, and the choices by keys of rows."""

    depths: Mapping[int, int] = field(default_factory=dict)
    rows: Mapping[str, RowChoice] = field(default_factory=dict)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Corrections:
        return cls(
            {int(position): int(depth) for position, depth in stored.get("depths", {}).items()},
            {key: RowChoice(*choice) for key, choice in stored.get("rows", {}).items()},
        )

    def to_json(self) -> dict[str, Any]:
        return {
            "depths": {str(position): depth for position, depth in sorted(self.depths.items())},
            "rows": {key: [one.is_kept, one.model] for key, one in sorted(self.rows.items())},
        }

    def with_depths(self, depths: Mapping[int, int | None]) -> Corrections:
        """Return the corrections with these depths; None takes the correction of a line back."""
        changed = {**self.depths, **depths}
        return Corrections(
            {position: depth for position, depth in changed.items() if depth is not None}, self.rows
        )

    def with_rows(self, rows: Mapping[str, RowChoice]) -> Corrections:
        """Return the corrections with these choices; an empty one takes the choice for a row back."""
        changed = {**self.rows, **rows}
        return Corrections(
            self.depths, {key: choice for key, choice in changed.items() if choice != RowChoice()}
        )
