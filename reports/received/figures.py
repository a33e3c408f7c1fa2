"""The figures of a province as frozen values: of each body, of each group of bodies, of all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from accounts.models import BodyGroup, Organisation
from reports.models import Indicator, IndicatorSet, PeriodKey


def total_of(numbers: Iterable[int | None]) -> int | None:
    """Return the sum of the numbers that are stated, None where none is.

    >>> total_of((3, None, 4)), total_of((None, None)), total_of((0,))
    (7, None, 0)
    """
    stated = [number for number in numbers if number is not None]
    return sum(stated) if stated else None


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a body, or a sum: None is a number that nobody states, `does_not_apply` is "-".

    A figure that was submitted in another unit names it: it was converted, or has a fault and no numbers.
    """

    actual: int | None = None
    estimate: int | None = None
    counted: int | None = None
    before: int | None = None  # actual and estimate of the same period of the year before, as accepted then
    does_not_apply: bool = False
    unit: str = ""
    fault: str = ""
    before_fault: str = ""  # why last year's number is left out

    @property
    def total(self) -> int | None:
        return total_of((self.actual, self.estimate))


Cells = Mapping[str, Cell]  # by the codes of the columns


@dataclass(frozen=True, slots=True)
class BodyFigures:
    """A body with its figures; those of a report that waits for its outcome count in no total."""

    organisation: Organisation
    cells: Cells
    report: int | None = None
    version: int | None = None  # that was accepted, with figures
    left_out_because: str = ""
    submission: int | None = None  # the pk of the last one, while it waits or is accepted

    @property
    def is_added_up(self) -> bool:
        return not self.left_out_because


@dataclass(frozen=True, slots=True)
class GroupFigures:
    group: BodyGroup
    bodies: tuple[BodyFigures, ...]
    cells: Cells


LeftOut = tuple[BodyFigures, Indicator, str]  # with the reason


@dataclass(frozen=True, slots=True)
class Totals:
    """The form of the whole province for a period; without a form no column is known."""

    key: PeriodKey
    form: IndicatorSet | None
    columns: tuple[Indicator, ...]  # that are added up
    all_columns: tuple[Indicator, ...]  # with those of words
    groups: tuple[GroupFigures, ...]
    cells: Cells
    digest: bytes  # of all that they are made of

    @property
    def bodies(self) -> tuple[BodyFigures, ...]:
        return tuple(body for group in self.groups for body in group.bodies)

    @property
    def left_out(self) -> tuple[BodyFigures, ...]:
        return tuple(body for body in self.bodies if not body.is_added_up)

    @property
    def left_out_cells(self) -> tuple[LeftOut, ...]:
        """Return the figures of bodies that are added up, but which cannot be added: each with the reason."""
        return self._left_out(lambda body, cell: cell.fault if body.is_added_up else "")

    @property
    def left_out_before(self) -> tuple[LeftOut, ...]:
        """Return the figures of last year that cannot be added, whatever became of their bodies' reports since."""
        return self._left_out(lambda _, cell: cell.before_fault)

    def _left_out(self, because_of: Callable[[BodyFigures, Cell], str]) -> tuple[LeftOut, ...]:
        return tuple(
            (body, column, because)
            for body in self.bodies
            for column in self.columns
            if column.code in body.cells and (because := because_of(body, body.cells[column.code]))
        )

    def numbers(self, code: str) -> frozenset[int]:
        """Return the numbers of a column that its groups and bodies have, also of the year before."""
        parts = (*(group.cells for group in self.groups), *(body.cells for body in self.bodies))
        cells = [one[code] for one in parts if code in one]
        found = (number for cell in cells for number in (cell.actual, cell.estimate, cell.total, cell.before))
        return frozenset(number for number in found if number is not None)

    @property
    def form_words(self) -> str:
        """Return by whose columns bodies are added up where there is no form of the province, "" where there is."""
        if self.form is None or not self.form.group:
            return ""
        return f"Cộng theo các cột của biểu {self.form.form_code}, vì chưa có biểu tổng hợp dùng cho {self.key.words}."
