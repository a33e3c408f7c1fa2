"""Reads typed text as blocks, and writes blocks as typed text.

Paragraphs are separated by blank lines. "- " or "+ " begins a bullet; "a) ", "b) " … in order are points; lines
between bars ("| STT | Nội dung |") are a table; a name in double square brackets is a listing of rows.
A backslash before any of these makes the line plain text. A table that is too large for paper is plain text, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from pbgdpl.lib.remembering import remembered
from pbgdpl.lib.vietnamese import thousands
from reports.document.labels import letter
from reports.document.tree import BulletList, LetteredList, Paragraph, Table


@dataclass(frozen=True, slots=True)
class Listing:
    """A listing of rows by its name: "văn bản đã ban hành"."""

    name: str


TypedBlock = Paragraph | BulletList | LetteredList | Table | Listing

BULLET = re.compile(r"([-+•])\s+(\S.*)")
POINT = re.compile(r"([a-zđ]{1,2})\)\s+(\S.*)")
LISTING = re.compile(r"\[\[([^\[\]]+)\]\]")
ROW = re.compile(r"\|(.*)\|")
# A bar inside a cell is typed as "\|".
CELL_BORDER = re.compile(r"(?<!\\)\|")
# Word opens no table of more than 63 columns, and a page is too narrow for so many. Printing takes a millisecond or two
# per cell; MOST_CELLS is the limit for all tables of a text together, with empty cells.
MOST_COLUMNS, MOST_CELLS = 50, 10_000
# A narrow column cuts a long word into lines of one character, so that printing the cell takes seconds.
LONGEST_WORD = 200
TOO_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1}}}")

JOINED = "joined"  # the kind of a line that continues the item above it

# The kind of a typed line, and its text without the mark: ("-", "một"), ("point", "hai"), ("text", "ba").
Item = tuple[str, str]


@remembered
def blocks(text: str) -> tuple[TypedBlock, ...]:
    """Return the typed text as blocks, in order; only the marks are left out.

    >>> blocks("Lời đầu.\\n\\n- một\\n- hai")
    (Paragraph(text='Lời đầu.', lead=''), BulletList(items=('một', 'hai'), mark='-'))
    """
    return tuple(_typed_blocks(text))


def listings(text: str) -> tuple[Listing, ...]:
    """Return the listings among the blocks of the typed text: a line in double square brackets is one wherever it is.

    >>> listings("Sở đã tổ chức:\\n [[hoạt động]]")
    (Listing(name='hoạt động'),)
    """
    found = (LISTING.fullmatch(_one_line(line)) for line in text.split("\n") if "[[" in line)
    return tuple(Listing(listing[1].strip()) for listing in found if listing)


def typed_text(typed: Iterable[TypedBlock]) -> str:
    """Return the text that `blocks` reads as these blocks; leads become plain text.

    >>> typed_text([Paragraph("- không phải gạch"), Listing("hoạt động")])
    '\\\\- không phải gạch\\n\\n[[hoạt động]]'
    """
    return "\n\n".join(_written(block) for block in typed)


def table_fault(text: str) -> str:
    """Return a message on the first table that is too large for paper and so is plain text; else an empty text.

    >>> table_fault("Lời đầu.\\n|" + "a|" * 51)
    'Bảng ở dòng 2 có 51 cột, nhiều nhất 50. Chia thành các bảng ít cột hơn rồi lưu lại.'
    """
    marked = ((number, _marked(_one_line(line), 0)) for number, line in enumerate(text.split("\n"), start=1))
    rows = [(number, words) for number, (kind, words) in marked if kind == "row"]
    for number, words in rows:
        cells = _cells(words)
        if (columns := len(cells)) > MOST_COLUMNS:
            return (
                f"Bảng ở dòng {number} có {columns} cột, nhiều nhất {MOST_COLUMNS}. "
                "Chia thành các bảng ít cột hơn rồi lưu lại."
            )
        if any(map(TOO_LONG_WORD.search, cells)):
            return (
                f"Bảng ở dòng {number} có một từ dài hơn {LONGEST_WORD} ký tự. "
                "Thêm dấu cách vào từ đó hoặc đưa ra ngoài bảng rồi lưu lại."
            )
    read = sum(len(block.rows) for block in blocks(text) if isinstance(block, Table))
    if read < len(rows):
        return (
            f"Đến bảng ở dòng {rows[read][0]}, các bảng có hơn {thousands(MOST_CELLS)} ô, kể cả ô trống. "
            "Bớt hàng hoặc cột, hoặc chuyển bớt bảng sang phụ lục, rồi lưu lại."
        )
    return ""


def _typed_blocks(text: str) -> Iterator[TypedBlock]:
    room = MOST_CELLS
    for kind, items in groupby(_items(text), key=lambda item: item[0]):
        texts = [words for _, words in items]
        if kind != "row":
            yield from _blocks(kind, texts)
            continue
        cells = [_cells(row) for row in texts]
        width = max(map(len, cells))
        if not _is_unprintable(cells) and (room := room - width * len(cells)) >= 0:
            # Short rows get empty cells.
            yield Table(tuple((*row, *[""] * (width - len(row))) for row in cells))
        else:
            yield from (Paragraph(f"|{row}|") for row in texts)


def _is_unprintable(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a row has too many columns, or a cell too long a word, for paper."""
    return any(len(row) > MOST_COLUMNS or any(map(TOO_LONG_WORD.search, row)) for row in rows)


def joined_lines(text: str) -> tuple[int, ...]:
    """Return the numbers, from 0, of the lines that are printed in one paragraph or item with the line above.

    >>> joined_lines("một\\nhai\\n- ba\\nbốn\\n\\nnăm")
    (1, 3)
    """
    return tuple(number for number, kind, _ in _marked_lines(text) if kind == JOINED)


def _items(text: str) -> Iterator[Item]:
    """Yield the items of the text; lines without a mark continue the item above them."""
    items: list[tuple[str, list[str]]] = []
    for _, kind, words in _marked_lines(text):
        if kind == JOINED:
            items[-1][1].append(words)
        else:
            items.append((kind, [words]))
    return ((kind, " ".join(words)) for kind, words in items)


def _marked_lines(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the number, from 0, the kind and the words of each line that is not blank."""
    above = ""  # the kind of the item above, if no blank line stands between
    lists = points = 0
    for number, line in enumerate(map(_one_line, text.split("\n"))):
        if not line:
            above = ""
            continue
        kind, words = _marked(line, points)
        if kind == "text" and not line.startswith("\\") and above not in ("", "row", "listing"):
            yield number, JOINED, words
            continue
        points = 0 if kind not in ("point", "first point") else 1 if kind == "first point" else points + 1
        lists += kind == "first point"
        above = f"point {lists}" if points else kind
        yield number, above, words


def _one_line(line: str) -> str:
    return " ".join(line.split())


def _marked(line: str, points: int) -> Item:
    """Return the kind of a line after a list of `points` points, and its text without the mark."""
    if line.startswith("\\"):
        return "text", line[1:]
    if bullet := BULLET.fullmatch(line):
        return bullet[1].replace("•", "-"), bullet[2]
    if (point := POINT.fullmatch(line)) and points and point[1] == letter(points + 1):
        return "point", point[2]
    if (point := POINT.fullmatch(line)) and point[1] == letter(1):
        return "first point", point[2]
    if listing := LISTING.fullmatch(line):
        return "listing", listing[1].strip()
    if row := ROW.fullmatch(line):
        return "row", row[1]
    return "text", line


def _blocks(kind: str, texts: list[str]) -> Iterator[TypedBlock]:
    match kind:
        case "text":
            yield from map(Paragraph, texts)
        case "-" | "+":
            yield BulletList(tuple(texts), kind)
        case "listing":
            yield from map(Listing, texts)
        case _:
            yield LetteredList(tuple(map(Paragraph, texts)))


def _cells(row: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in CELL_BORDER.split(row)]


def _written(block: TypedBlock) -> str:
    match block:
        case Paragraph(text, lead):
            return _plain(f"{lead} {text}".strip())
        case BulletList(items, mark):
            return "\n".join(f"{mark} {item}" for item in items)
        case LetteredList(items):
            return "\n".join(
                f"{letter(position)}) {f'{item.lead} {item.text}'.strip()}"
                for position, item in enumerate(items, 1)
            )
        case Table(rows):
            is_large = _is_unprintable(rows) or len(rows) * len(rows[0]) > MOST_CELLS
            # A large table is written as plain text, because it is read as such.
            start = "\\|" if is_large else "|"
            return "\n".join(
                f"{start} {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows
            )
        case Listing(name):
            return f"[[{name}]]"
        case _:
            assert_never(block)


def _plain(text: str) -> str:
    """Return the line, with a backslash if it would not be read as plain text."""
    return f"\\{text}" if text.startswith("\\") or _marked(text, 0)[0] != "text" else text
