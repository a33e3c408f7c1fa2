"""The printed lines and ruled tables of a PDF, page by page (to be called by `apart`)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any

import pdfplumber

from pbgdpl.lib.office.old_letters import lines_to_unicode

MOST_PAGES = 300
MOST_CHARACTERS = 1_500_000
MOST_RULES = 3_000  # of a page: finding the cells of more takes minutes
SUBSET = re.compile(r"^[A-Z]{6}\+")  # stands before the name of a font of which some letters are stored
BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
NO_LETTER = re.compile(r"\(cid:\d+\)")
COLUMN = 2.2  # sizes of a letter; a wider gap separates columns
TWICE = 0.5  # points
SPACE, SPACE_AMONG_SPACES = (
    0.17,
    0.6,
)  # sizes of a letter: a wider gap is a space, also where spaces are stored

Character = dict[str, Any]
Run = tuple[str, bool]


def pdf_lines(data: bytes) -> str:
    """Return the pages as JSON: lines in runs that are bold or not, with their places, and tables with their rows."""
    with pdfplumber.open(BytesIO(data)) as file:
        pages = file.pages[:MOST_PAGES]
        read, left = [], MOST_CHARACTERS
        for page in pages:
            read.append(_page(page))
            left -= len(page.chars)
            page.close()
            if left < 0:
                raise MemoryError
        more = len(file.pages) - len(pages)
    facts = {"unread_pages": more, "code_pages": _to_unicode(read), **_facts(read)}
    return json.dumps({"pages": [_shown(page) for page in read], **facts})


def _page(page: Any) -> dict[str, Any]:
    characters = [one for one in page.chars if one["upright"]]
    is_drawing = len(page.rects) + len(page.lines) + len(page.curves) > MOST_RULES
    tables = [] if is_drawing else [table for table in page.find_tables() if len(table.cells) > 1]
    boxes = [table.bbox for table in tables]
    outside = [one for one in characters if not any(_is_in(one, box) for box in boxes)]
    return {
        "width": float(page.width),
        "height": float(page.height),
        "pictures": len(page.images),
        "lines": list(_lines(outside)),
        "tables": [_table(table, characters) for table in tables],
        "turned": len(page.chars) - len(characters),
    }


def _is_in(one: Character, box: Sequence[float]) -> bool:
    left, top, right, bottom = box
    return bool(
        left <= (one["x0"] + one["x1"]) / 2 <= right and top <= (one["top"] + one["bottom"]) / 2 <= bottom
    )


def _table(table: Any, characters: Sequence[Character]) -> dict[str, Any]:
    inside = [one for one in characters if _is_in(one, table.bbox)]
    rows = [
        [list(_lines([one for one in inside if _is_in(one, cell)])) if cell else [] for cell in row.cells]
        for row in table.rows
    ]
    return {"top": table.bbox[1], "bottom": table.bbox[3], "rows": rows}


def _lines(characters: Sequence[Character]) -> Iterator[dict[str, Any]]:
    """Yield the pieces of text that stand together, from above and from the left."""
    for line in _rows(characters):
        has_spaces = any(one["text"].isspace() for one in line)
        pieces: list[list[Character]] = []
        for one in line:
            gap = one["x0"] - pieces[-1][-1]["x1"] if pieces else 0
            if one["text"].isspace() and pieces and gap < COLUMN * one["size"]:
                pieces[-1].append(one)
            elif not pieces or gap > COLUMN * one["size"] or _is_wide_space(pieces[-1], one):
                pieces.append([one])
            else:
                pieces[-1].append(one)
        for piece in pieces:
            if any(not one["text"].isspace() for one in piece):
                yield _piece(piece, has_spaces=has_spaces)


def _is_wide_space(piece: Sequence[Character], following: Character) -> bool:
    """Return whether a character follows so many stored spaces that another column begins with it."""
    last = next((one for one in reversed(piece) if not one["text"].isspace()), None)
    return last is not None and following["x0"] - last["x1"] > COLUMN * following["size"]


def _rows(characters: Sequence[Character]) -> Iterator[list[Character]]:
    """Yield the characters of each height, from the left; raised and lowered ones with their line."""
    rows: list[list[Character]] = []
    bottom = middle = 0.0
    for one in sorted(characters, key=lambda one: (one["top"] + one["bottom"]) / 2):
        centre = (one["top"] + one["bottom"]) / 2
        if rows and (abs(centre - middle) < 0.35 * one["size"] or centre < bottom - 0.25 * one["size"]):
            rows[-1].append(one)
            continue
        rows.append([one])
        middle, bottom = centre, one["bottom"]
    for row in rows:
        in_order = sorted(row, key=itemgetter("x0"))
        yield [
            one for before, one in pairwise([None, *in_order]) if one and not _is_printed_twice(before, one)
        ]


def _is_printed_twice(before: Character | None, one: Character) -> bool:
    """Return whether a letter stands over the same one, to look bold."""
    is_same = before is not None and before["text"] == one["text"]
    return is_same and before is not None and one["x0"] - before["x0"] < TWICE


def _piece(characters: Sequence[Character], *, has_spaces: bool) -> dict[str, Any]:
    """Return a piece of a line: its place, its size and its characters with their fonts."""
    space = SPACE_AMONG_SPACES if has_spaces else SPACE
    texts: list[tuple[str, str]] = []
    last = None
    for one in characters:
        if last is not None and one["x0"] - last["x1"] > space * one["size"]:
            texts.append((" ", SUBSET.sub("", one["fontname"])))
        texts.append((one["text"], SUBSET.sub("", one["fontname"])))
        last = one
    shown = [one for one in characters if not one["text"].isspace()]
    first = next(
        (one["x1"] for one in characters if one["text"].isspace() and one["x0"] > shown[0]["x0"]),
        shown[-1]["x1"],
    )
    return {
        "x0": shown[0]["x0"],
        "x1": shown[-1]["x1"],
        "first": first - shown[0]["x0"],  # the width of the first word
        "top": min(one["top"] for one in shown),
        "bottom": max(one["bottom"] for one in shown),
        "size": max(one["size"] for one in shown),
        "texts": [("".join(text for text, _ in group), font) for font, group in _by_font(texts)],
    }


def _by_font(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    return ((font, list(group)) for font, group in groupby(texts, key=itemgetter(1)))


def _pieces(pages: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for page in pages:
        yield from page["lines"]
        yield from (
            line for table in page["tables"] for row in table["rows"] for cell in row for line in cell
        )


def _to_unicode(pages: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """Convert what is in an old Vietnamese code page and return the names of the code pages."""
    pieces = list(_pieces(pages))
    names, lines = lines_to_unicode([piece["texts"] for piece in pieces])
    for piece, texts in zip(pieces, lines, strict=True):
        fonts = (font for _, font in piece["texts"])
        piece["texts"] = list(zip(texts, fonts, strict=True))
    return names


def _facts(pages: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return what is to be said of the whole file."""
    texts = [text for piece in _pieces(pages) for text, _ in piece["texts"]]
    return {
        "unknown_letters": sum(len(NO_LETTER.findall(text)) for text in texts),
        "characters": sum(map(len, texts)),
    }


def _shown(page: dict[str, Any]) -> dict[str, Any]:
    """Return the page with runs in place of fonts."""
    lines = [_with_runs(line) for line in page["lines"]]
    tables = [
        {**table, "rows": [[[_with_runs(line) for line in cell] for cell in row] for row in table["rows"]]}
        for table in page["tables"]
    ]
    return {**page, "lines": lines, "tables": tables}


def _with_runs(piece: dict[str, Any]) -> dict[str, Any]:
    runs: list[Run] = [(text, BOLD.search(font) is not None) for text, font in piece["texts"]]
    return {**{name: value for name, value in piece.items() if name != "texts"}, "runs": runs}
