"""Cells that were copied from Excel, LibreOffice or Word: parted by tabs, rows by line breaks."""

from __future__ import annotations

import re

from pbgdpl.lib.office.workbook import Line

QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\n]|\Z)')
PLAIN = re.compile(r"[^\t\n]*")


def pasted_rows(text: str) -> list[list[str]]:
    r"""Return the cells of each row; only those of several lines stand between quotation marks, which are taken off.

    >>> pasted_rows('"Hội nghị\ntập huấn"\t200\n"Học" và làm\t')
    [['Hội nghị\ntập huấn', '200'], ['"Học" và làm', '']]
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = [[]]
    place = 0
    while True:
        cell, place = _cell_at(text, place)
        rows[-1].append(cell)
        if place == len(text):
            return rows
        if text[place] == "\n":
            rows.append([])
        place += 1


def _cell_at(text: str, start: int) -> tuple[str, int]:
    """Return the cell that begins at `start`, and where it ends."""
    quoted = QUOTED.match(text, start)
    if quoted and not PLAIN.fullmatch(quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    end = PLAIN.match(text, start).end()  # type: ignore[union-attr]
    return text[start:end], end


def lines_of_rows(rows: list[list[str]]) -> list[Line]:
    """Return the rows with content, numbered from 1 with the empty ones."""
    return [
        Line(number, filled)
        for number, cells in enumerate(rows, start=1)
        if (filled := {place: cell.strip() for place, cell in enumerate(cells) if cell.strip()})
    ]
