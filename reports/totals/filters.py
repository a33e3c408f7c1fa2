"""The choices of the page of a province's figures: ?so=, ?nhom=, ?tim=, ?xep=

Unknown values are ignored, so that an old or mistyped link still shows the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import TextChoices

from accounts.models import BodyGroup
from pbgdpl.lib.vietnamese import clean_line, fold
from reports.models import Indicator
from reports.received.figures import BodyFigures, Cell

LONGEST_SEARCH = 200


class Part(TextChoices):
    """Which number of a figure is shown."""

    TOTAL = "ca-ky", "Cả kỳ"
    ACTUAL = "thuc-hien", "Thực hiện"
    ESTIMATE = "uoc", "Ước"
    BEFORE = "nam-truoc", "Cùng kỳ năm trước"

    def of(self, cell: Cell) -> int | None:
        match self:
            case Part.TOTAL:
                return cell.total
            case Part.ACTUAL:
                return cell.actual
            case Part.ESTIMATE:
                return cell.estimate
            case Part.BEFORE:
                return cell.before


@dataclass(frozen=True, slots=True)
class TableFilters:
    """What is shown, and in which order; None or "" narrows nothing."""

    part: Part = Part.TOTAL
    group: BodyGroup | None = None
    words: str = ""
    order: str = (
        ""  # the code of the column by which bodies are sorted within their group, the greatest first
    )

    @classmethod
    def read(cls, params: Mapping[str, str], columns: Iterable[Indicator]) -> TableFilters:
        codes = {column.code for column in columns}
        order = params.get("xep", "")
        return cls(
            next((one for one in Part if one.value == params.get("so")), Part.TOTAL),
            next((one for one in BodyGroup if one.value == params.get("nhom")), None),
            clean_line(params.get("tim", "")[:LONGEST_SEARCH]),
            order if order in codes else "",
        )

    @property
    def is_narrowed(self) -> bool:
        return self.group is not None or bool(self.words)

    def let_through(self, body: BodyFigures) -> bool:
        one = body.organisation
        searched = fold(f"{one.name} {one.code}")
        return self.group in (None, one.group) and all(word in searched for word in fold(self.words).split())

    def in_order(self, bodies: Iterable[BodyFigures]) -> tuple[BodyFigures, ...]:
        """Return the bodies of one group in their order; what is not known or counts in no total stands last."""
        through = filter(self.let_through, bodies)
        if not self.order:
            return tuple(through)
        return tuple(sorted(through, key=self._place))

    def _place(self, body: BodyFigures) -> tuple[bool, int]:
        is_shown = body.is_added_up or self.part is Part.BEFORE
        number = self.part.of(body.cells.get(self.order, Cell())) if is_shown else None
        return number is None, -(number or 0)
