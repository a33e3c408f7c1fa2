"""The pieces of text of a PDF at their places, the rows of one height and the margins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pbgdpl.lib.vietnamese import clean_line
from reports.reading.word.runs import Run

LONG_LINE = 40  # characters


@dataclass(frozen=True, slots=True)
class Printed:
    """A piece of text at a place of a page."""

    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    first: float  # the width of the first word
    runs: tuple[Run, ...]
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        return clean_line("".join(text for text, _ in self.runs))

    @property
    def is_bold(self) -> bool:
        shown = [bold for text, bold in self.runs if text.strip()]
        return bool(shown) and all(shown)


@dataclass(frozen=True, slots=True)
class Margins:
    left: float
    right: float

    def is_centred(self, one: Printed) -> bool:
        """Return whether a piece stands in the middle, or at the right, with space at both sides."""
        before, after = one.x0 - self.left, self.right - one.x1
        return before > 3 * one.size and (
            abs(before - after) < 2 * one.size or (after < one.size < before / 6)
        )


Rows = Sequence[Sequence[Printed]]  # the pieces at each height


def by_height(page: Sequence[Printed]) -> list[list[Printed]]:
    """Return the pieces of a page in rows of one height."""
    rows: list[list[Printed]] = []
    for one in page:
        last = rows[-1][-1] if rows else None
        middle = (one.top + one.bottom) / 2
        if last and not (last.rows or one.rows) and last.top < middle < last.bottom and one.x0 >= last.x1 - 1:
            rows[-1].append(one)
        elif (
            last and not (last.rows or one.rows) and abs(one.top - last.top) < 1 and one.x1 <= rows[-1][0].x0
        ):
            rows[-1].insert(0, one)
        else:
            rows.append([one])
    return rows


def margins_of(rows: Rows) -> Margins:
    """Return where the long lines begin and end."""
    alone = [row[0] for row in rows if len(row) == 1 and not row[0].rows]
    lines = [one for one in alone if len(one.text) > LONG_LINE] or alone
    return Margins(min((one.x0 for one in lines), default=0), max((one.x1 for one in lines), default=600))
