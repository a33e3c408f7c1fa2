"""The province's form with its bodies as tables of the paper: one for the columns under each heading of the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pbgdpl.lib.remembering import made_of
from pbgdpl.lib.vietnamese import number_or_empty
from reports.document.tree import Block, Paragraph, Table
from reports.figures.printed import form_name
from reports.figures.sheet_cells import NOT_APPLICABLE
from reports.figures.units import with_unit
from reports.figures.values import Form
from reports.models import Indicator
from reports.received.figures import BodyFigures, Cell, Totals
from reports.received.lines import TotalsLine, totals_lines
from reports.received.totals import WITHOUT_FIGURES

# Columns of one table: with so many, numbers of eleven digits stand beside the names of bodies on a turned page.
MOST_COLUMNS = 6
BODIES = "Đơn vị"


def printed_totals(totals: Totals, form: Form) -> tuple[Block, ...]:
    """Return what names the form and its days, its tables, and who is missing in them; `form` is that of the whole.

    The tables of the same totals are made once: a province has thousands of cells.
    """
    return (form_name(form), *made_of((totals.digest, "printed"), lambda: tuple(_printed(totals))))


def _printed(totals: Totals) -> Iterator[Block]:
    lines = tuple(totals_lines(totals))
    yield from _tables(totals, lines)
    yield from map(Paragraph, _notes(totals, lines))


def _tables(totals: Totals, lines: Sequence[TotalsLine]) -> Iterator[Block]:
    for heading, columns in groupby(totals.columns, key=_outermost):
        under = tuple(columns)
        for first in range(0, len(under), MOST_COLUMNS):
            part = under[first : first + MOST_COLUMNS]
            yield Paragraph(
                "", lead=f"{heading}:" if heading else f"Cột ({part[0].code}) đến ({part[-1].code}):"
            )
            yield _table(lines, part)


def _outermost(column: Indicator) -> str:
    return next(iter(column.headings_above), "")


def _table(lines: Iterable[TotalsLine], columns: Sequence[Indicator]) -> Table:
    """Return the columns with the total and the bodies whose forms have one of them, below the sums that they make."""
    codes = {column.code for column in columns}
    total, *rest = lines
    shown = (line for line in rest if any(_has(body, codes) for body in line.bodies))
    rows = ((_name(line), *(_words(line, column) for column in columns)) for line in (total, *shown))
    return Table(((BODIES, *map(_title, columns)), *rows))


def _has(body: BodyFigures, codes: set[str]) -> bool:
    return body.is_added_up and not codes.isdisjoint(body.cells)


def _name(line: TotalsLine) -> str:
    return f"{line.number}. {line.name}" if line.number else line.name


def _title(column: Indicator) -> str:
    label = ": ".join((*column.headings_above[1:], column.label))
    return f"({column.code}) {with_unit(label, column.unit)}"


def _words(line: TotalsLine, column: Indicator) -> str:
    cell = line.cells.get(column.code, Cell())
    return NOT_APPLICABLE if cell.does_not_apply else number_or_empty(cell.total)


def notes_on_last_year(totals: Totals) -> Iterator[Paragraph]:
    for body, column, because in totals.left_out_before:
        yield Paragraph(
            f"Số năm trước chưa tính cột ({column.code}) của {body.organisation.name}: {because}."
        )


def _notes(totals: Totals, lines: Iterable[TotalsLine]) -> Iterator[str]:
    if any(cell.does_not_apply for line in lines for cell in line.cells.values()):
        yield f"Ghi chú: “{NOT_APPLICABLE}” là không phát sinh chỉ tiêu này."
    without = [body for body in totals.left_out if body.left_out_because == WITHOUT_FIGURES]
    missing = [body for body in totals.left_out if body.left_out_because != WITHOUT_FIGURES]
    for words, bodies in (
        ("Chưa có báo cáo được tiếp nhận", missing),
        ("Báo cáo được tiếp nhận không có biểu số liệu", without),
    ):
        if bodies:
            yield f"{words}: {', '.join(body.organisation.name for body in bodies)}."
    for body, column, because in totals.left_out_cells:
        yield f"Chưa tính cột ({column.code}) của {body.organisation.name}: {because}."
