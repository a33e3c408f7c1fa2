"""What of a pasted line stands in no cell of its row, in words for the person who reviews it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pbgdpl.lib.account_of_characters import left_out, quoted
from reports.reading.marks import DASHES, PRIVATE, SYMBOLS
from reports.reading.pasted.lines import PastedLine

BULLET = re.compile(rf"[{DASHES}+{SYMBOLS}{PRIVATE}]")
NUMBER = re.compile(r"\w{1,4}(?:\.\w{1,2})?[.)/]?")


def left_out_words(line: PastedLine, *kept: str) -> str:
    """Return "Bỏ ra: số thứ tự “1.”, dấu cuối dòng “;”." for what none of the kept texts has, or an empty text."""
    parts = [*_named(line.whole, left_out(line.whole, *kept)), *line.invisible]
    return f"Bỏ ra: {', '.join(parts)}." if parts else ""


def _named(whole: str, pieces: tuple[str, ...]) -> Iterator[str]:
    """Yield the pieces with their names where these are known: marks at the start, signs at the end."""
    rest, inner = whole, list(pieces)
    while inner and (rest := rest.lstrip()).startswith(inner[0]) and (name := _mark(inner[0])):
        rest = rest[len(inner[0]) :]
        yield f"{name} “{inner.pop(0)}”"
    ending = inner.pop() if inner and whole.endswith(inner[-1]) and not re.search(r"\w", inner[-1]) else ""
    if inner:
        yield quoted(inner)
    if ending:
        yield f"dấu cuối dòng “{ending}”"


def _mark(piece: str) -> str:
    if BULLET.fullmatch(piece):
        return "gạch đầu dòng"
    if not NUMBER.fullmatch(piece):
        return ""
    return "số thứ tự" if any(map(str.isdigit, piece)) else "ký hiệu đầu dòng"
