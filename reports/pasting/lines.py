"""A pasted text becomes its lines: blank ones left out, bullets and numbers taken off, broken ones made whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from events.reading import read_event
from plans.reading import read_citation
from reports.intake.marks import Family, mark
from reports.intake.source import clean_raw

SENTENCE_ENDS = ".;:!?…"
# "1<tab>Kế hoạch …": the first column of a table.
TABLE_NUMBER = re.compile(r"\s*\d{1,3}[.)]?\t")
MOST_MARKS = 3  # "1. - a) Kế hoạch"


@dataclass(frozen=True, slots=True)
class PastedLine:
    """A line with its number, counting those with content from 1."""

    number: int
    source: str  # as it was pasted, on one line
    text: str  # without bullet or number
    joined: tuple[int, ...] = ()  # the numbers of the lines that went on with it


def count_lines(text: str) -> int:
    return sum(1 for _ in _filled(text))


def pasted_lines(text: str) -> tuple[PastedLine, ...]:
    """Return the lines with content, each one that was cut in two whole again."""
    lines: list[PastedLine] = []
    for line in _lines(text):
        if lines and _continues(lines[-1], line):
            lines[-1] = _joined(lines[-1], line)
        else:
            lines.append(line)
    return tuple(lines)


def _filled(text: str) -> Iterator[str]:
    return (raw for raw in clean_raw(text).split("\n") if raw.strip())


def _lines(text: str) -> Iterator[PastedLine]:
    for number, raw in enumerate(_filled(text), start=1):
        source = " ".join(raw.split())
        yield PastedLine(number, source, _unmarked(TABLE_NUMBER.sub("", raw, count=1)) or source)


def _unmarked(raw: str) -> str:
    """Return the words of a line without the bullets and numbers in front; "V/v …" and "12/ KH" have none."""
    text = " ".join(raw.split())
    for _ in range(MOST_MARKS):
        sign = mark(text)
        if sign is None or not sign.words or (sign.family is not Family.BULLET and sign.closer not in ".)"):
            break
        text = sign.words
    return text


def _continues(before: PastedLine, line: PastedLine) -> bool:
    """Return whether a line is the second half of the one before: in small letters, unmarked, after no end mark."""
    if not line.source[0].islower() or line.text != line.source or before.text[-1] in SENTENCE_ENDS:
        return False
    event = read_event(line.text)
    return read_citation(line.text) is None and (event is None or event.held_from is None)


def _joined(before: PastedLine, line: PastedLine) -> PastedLine:
    return replace(
        before,
        source=f"{before.source} {line.source}",
        text=f"{before.text} {line.text}",
        joined=(*before.joined, line.number),
    )
