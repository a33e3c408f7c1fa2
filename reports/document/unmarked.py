"""Reads text without our marks, as it comes from Word, a sheet or a mail, as text with our marks.

Where it is not sure what lines are, every way to read them is returned, for a person to choose from. What `stored` has
already is read as it is: lines that were saved once are not asked about again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from pbgdpl.lib.vietnamese import clean
from reports.document.line_kinds import NUMBER, Kind, Line, marked, source_lines
from reports.document.typed import joined_lines


class Tabs(StrEnum):
    """What lines with tabs are where it is not sure."""

    TABLE = "table"
    TEXT = "text"


class Lines(StrEnum):
    """What lines are that no blank line parts and that have no mark."""

    EACH = "each"
    JOINED = "joined"


TITLES = {
    Tabs.TABLE: "các cột là bảng",
    Tabs.TEXT: "các cột là chữ",
    Lines.EACH: "mỗi dòng một đoạn",
    Lines.JOINED: "nối thành một đoạn",
}
# A sheet puts a cell with line ends between quotation marks, and doubles those within.
QUOTED_CELL = re.compile(r'(\t|^)"((?:[^"\t]|"")*+)"(?=(\t|$))', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a text: its name in forms, its title, the text with marks, and the part that is in question."""

    name: str
    title: str
    text: str
    excerpt: str
    left_out: tuple[str, ...]  # the signs that stand no longer in the text


def with_tabs(text: str) -> str:
    """Return the text cleaned as by `clean`, but with its tabs.

    >>> with_tabs("1\\tmột\\r\\n2\\tha\\u0300\\xa0nội")
    '1\\tmột\\n2\\thà nội'
    """
    return "\t".join(map(clean, text.split("\t")))


def as_typed(text: str) -> str:
    """Return the text that is stored if nothing is read into it: with spaces for tabs."""
    return text.replace("\t", " ").rstrip()


def readings(text: str, stored: str = "") -> tuple[Reading, ...]:
    """Return the ways to read a text that `with_tabs` has cleaned; the only one is sure.

    A text from which signs are left out may always be read as it was typed, too.

    >>> [reading.text for reading in readings("Một.\\nHai.\\n·\\tGạch\\nA\\tB\\n1\\t2")]
    ['Một.\\n\\nHai.\\n- Gạch\\n| A | B |\\n| 1 | 2 |', 'Một. Hai.\\n- Gạch\\n| A | B |\\n| 1 | 2 |']
    """
    whole, quotes = _without_quotes(text)
    source = _Source(whole, stored)
    kinds = [*Tabs] if source.is_unsure else [Tabs.TABLE]
    ways = [(tabs, lines, made) for tabs in kinds for lines, made in source.ways(tabs)]
    left_out = (*quotes, *source.signs)
    found = tuple(
        Reading(
            "-".join(filter(None, (tabs, lines))),
            _title(tabs if source.is_unsure else None, lines),
            _written(made),
            _written(line for line in made if line.piece in source.asked),
            left_out,
        )
        for tabs, lines, made in ways
    )
    if len(found) > 1 or not left_out:
        return found
    typed = _written(line for line in source_lines(text, frozenset()) if line.piece in source.asked)
    return (*found, Reading("typed", "Giữ nguyên như đã gõ", as_typed(text), as_typed(typed), ()))


def _title(tabs: Tabs | None, lines: Lines | None) -> str:
    title = "; ".join(TITLES[one] for one in (tabs, lines) if one)
    return title[:1].upper() + title[1:] or "Đọc như trên"


def _written(lines: Iterable[Line]) -> str:
    return "\n".join(f"\n{line.text}" if line.gap else line.text for line in lines).rstrip()


def _without_quotes(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text with the cells of a sheet that have line ends on one line, and the quotation marks left out."""
    taken: list[str] = []

    def cell(found: re.Match[str]) -> str:
        if "\n" not in found[2] or not (found[1] or found[3]):
            return found[0]
        taken.extend('"' * (2 + found[2].count('""')))
        return found[1] + " ".join(found[2].replace('""', '"').split("\n"))

    return QUOTED_CELL.sub(cell, text), tuple(taken)


class _Source:
    """The lines of a text, and which of them are in question: `asked` has their pieces."""

    def __init__(self, text: str, stored: str) -> None:
        known = [line.strip(" ") for line in stored.split("\n")]
        self.known_pairs = {*pairwise(known)}
        self.lines = [*source_lines(text, frozenset(known))]
        self.signs = tuple(filter(None, (line.sign for line in self.lines)))
        self.is_unsure = any(line.kind is Kind.UNSURE for line in self.lines)
        read = (Kind.BULLET, Kind.ROW, Kind.UNSURE)
        self.asked = {line.piece for line in self.lines if line.kind in read}

    def ways(self, tabs: Tabs) -> Iterator[tuple[Lines | None, list[Line]]]:
        """Yield the ways to read the lines without a mark, and the lines to store; None if none is in question."""
        made = [replace(line, text=marked(line, as_row=tabs is Tabs.TABLE)) for line in self.lines]
        while numbered := [line for line in self._joined(made) if NUMBER.fullmatch(line.text)]:
            _part(numbered)
        if not (joined := self._joined(made)):
            yield None, made
            return
        in_one = _in_one(made, joined)
        while joined:
            _part(joined)
            joined = self._joined(made)
        yield Lines.EACH, made
        yield Lines.JOINED, in_one

    def _joined(self, lines: list[Line]) -> list[Line]:
        """Return the lines that would be printed in one paragraph with the line above, but those stored so."""
        written: list[Line | None] = []
        for line in lines:
            written += [None, line] if line.gap else [line]
        places = joined_lines("\n".join(line.text if line else "" for line in written))
        pairs = ((written[at - 1], written[at]) for at in places)
        joined = [below for above, below in pairs if above and below and not self._is_known(above, below)]
        self.asked |= {below.piece for below in joined}
        return joined

    def _is_known(self, above: Line, line: Line) -> bool:
        return (above.text.strip(" "), line.text.strip(" ")) in self.known_pairs


def _part(lines: Iterable[Line]) -> None:
    """Ask for a blank line above each of the lines."""
    for line in lines:
        line.gap = True


def _in_one(lines: Iterable[Line], joined: Iterable[Line]) -> list[Line]:
    """Return new lines, the joined ones in one with the line above."""
    gone = {*map(id, joined)}
    groups: list[list[Line]] = []
    for line in lines:
        if id(line) in gone:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        replace(group[0], text=" ".join(line.text.strip() for line in group) if group[1:] else group[0].text)
        for group in groups
    ]
