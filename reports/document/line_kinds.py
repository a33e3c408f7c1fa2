"""Which lines of text without our marks are items of lists, and which are rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import groupby

# Signs before the items of lists. Word writes those of the font Wingdings as letters before a tab,
# or as private characters.
BULLET = re.compile(
    r"[ \t]*(?:([–—‒―·∙•●○◦▪▫■□◆◇►▶▸➢➤❖✓✔\uf000-\uf0ff])(?:[ \t]+|(?=[^\W\d_]))|(\*)[ \t]+|([o§Øüvq]) ?\t[ \t]*"
    r"|([-+])(?=[^\W\d_]))(\S.*)"
)
MARK = re.compile(r"[ \t]*[-+•][ \t]+(\S.*)|[ \t]*[|\\].*")
NUMBER = re.compile(
    r"[ \t]*(?:\(?[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}[.)]|[IVX]{1,5}[.)]|[a-zđA-ZĐ][.)])[ \t]+(\S.*)"
)


class Kind(Enum):
    KEPT = auto()  # blank, or stored before
    WORDS = auto()
    BULLET = auto()
    NUMBERED = auto()  # a number, a tab, and words
    ROW = auto()
    UNSURE = auto()  # a row, or words


@dataclass(slots=True)
class Line:
    """A line with what becomes of it; `piece` counts the blank lines above, `gap` asks for one more."""

    text: str
    piece: int
    kind: Kind
    gap: bool = False

    @property
    def tabs(self) -> int:
        return self.text.count("\t")

    @property
    def sign(self) -> str:
        """Return the sign of a bullet that our mark replaces; "-" and "+" only get a space."""
        bullet = BULLET.fullmatch(self.text) if self.kind is Kind.BULLET else None
        return (bullet[1] or bullet[2] or bullet[3] or "") if bullet else ""


def source_lines(text: str, stored: frozenset[str]) -> Iterator[Line]:
    """Yield the lines of a text with their kinds; those in `stored` are kept."""
    piece = 0
    lines: list[Line] = []
    for words in text.split("\n"):
        piece += not words.strip()
        lines.append(Line(words, piece, _kind(words, stored)))
    for may_be_table, group in groupby(lines, key=lambda line: line.kind in (Kind.ROW, Kind.NUMBERED)):
        run = [*group]
        yield from _columns(run) if may_be_table else run


def _kind(words: str, stored: frozenset[str]) -> Kind:
    if not words.strip() or words.strip(" ") in stored:
        return Kind.KEPT
    if (mark := MARK.fullmatch(words)) and "\t" not in (mark[1] or ""):
        return Kind.WORDS
    if (bullet := BULLET.fullmatch(words)) and "\t" not in bullet[5]:
        return Kind.BULLET
    if "\t" not in words:
        return Kind.WORDS
    return Kind.NUMBERED if (number := NUMBER.fullmatch(words)) and "\t" not in number[1] else Kind.ROW


def _columns(run: list[Line]) -> Iterator[Line]:
    """Yield a run of lines with tabs as rows, as words if they are a list, or as unsure."""
    if len({line.tabs for line in run}) == 1:
        yield from _judged(run)
    else:
        for _, lines in groupby(run, key=lambda line: line.kind):
            yield from _judged([*lines])


def _judged(run: list[Line]) -> Iterator[Line]:
    kinds = {line.kind for line in run}
    columns = {line.tabs for line in run}
    is_inside = ["\t" in line.text.strip(" \t") for line in run]  # not only before or after the words
    if kinds == {Kind.NUMBERED} or not any(is_inside):
        return _set(run, Kind.WORDS)
    is_sure = (
        kinds == {Kind.ROW} and len(run) > 1 and len(columns) == 1 and (max(columns) > 1 or all(is_inside))
    )
    return _set(run, Kind.ROW if is_sure else Kind.UNSURE)


def _set(lines: Iterable[Line], kind: Kind) -> Iterator[Line]:
    return (replace(line, kind=kind) for line in lines)


def marked(line: Line, *, as_row: bool) -> str:
    """Return the line with our mark, an unsure one as a row or as words; spaces stand for tabs between words."""
    if line.kind is Kind.BULLET and (bullet := BULLET.fullmatch(line.text)):
        return f"{bullet[4] or '-'} {bullet[5]}"
    if line.kind is Kind.ROW or (line.kind is Kind.UNSURE and as_row):
        cells = (cell.strip().replace("|", "\\|") for cell in line.text.split("\t"))
        return f"| {' | '.join(cells)} |"
    return line.text.replace("\t", " ")
