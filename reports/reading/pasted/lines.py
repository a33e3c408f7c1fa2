"""Splits a pasted text into lines, without blank lines, bullets and numbers, and joins lines that were broken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from events.reading import read_event
from pbgdpl.lib.tcvn3 import SOFT_HYPHEN, from_tcvn3, is_tcvn3
from pbgdpl.lib.written_dates import date_at
from plans.reading import read_citation
from reports.reading.marks import Family, mark
from reports.reading.pasted.cells import sentence_of
from reports.reading.report.source import clean_raw

SENTENCE_ENDS = ".;:!?…"
RUNNING_NUMBER = re.compile(r"(\d{1,3})[.)]?\t")  # "1<tab>Kế hoạch …": the first column of a table
MOST_MARKS = 3  # "1. - a) Kế hoạch"
FROM_TCVN3 = "Dòng này viết bằng bảng mã cũ TCVN3 (ABC), đã chuyển sang Unicode; xem lại từng chữ."


@dataclass(frozen=True, slots=True)
class PastedLine:
    """A line with its number, counted from 1 without blank lines."""

    number: int
    source: str  # as pasted, with its tabs
    text: str  # without bullet or number
    joined: tuple[int, ...] = ()  # the numbers of the lines that were joined to it
    doubts: tuple[str, ...] = ()  # about its characters and columns


def count_lines(text: str) -> int:
    return sum(1 for _ in _filled(text))


def pasted_lines(text: str) -> tuple[PastedLine, ...]:
    """Return the lines that are not blank, with those joined that were cut in two."""
    lines: list[PastedLine] = []
    for line in _lines(text):
        if lines and _continues(lines[-1], line):
            lines[-1] = _joined(lines[-1], line)
        else:
            lines.append(line)
    return tuple(lines)


def sheet_lines(rows: Sequence[tuple[int, str]]) -> tuple[PastedLine, ...]:
    """Return the sentences of a sheet's rows like pasted lines, with the numbers of the rows."""
    filled = [(number, line) for number, text in rows if (line := " ".join(clean_pasted(text).split()))]
    numbers = [0, *(number for number, _ in filled)]
    return tuple(
        replace(line, number=numbers[line.number], joined=tuple(numbers[one] for one in line.joined))
        for line in pasted_lines("\n".join(line for _, line in filled))
    )


def clean_pasted(text: str) -> str:
    """Return the text as `clean_raw` does, but with soft hyphens, which are "ư" in TCVN3."""
    return SOFT_HYPHEN.join(clean_raw(piece) for piece in text.split(SOFT_HYPHEN))


def _filled(text: str) -> Iterator[str]:
    return (raw for raw in clean_pasted(text).split("\n") if clean_raw(raw).strip())


def _lines(text: str) -> Iterator[PastedLine]:
    lines = list(_in_unicode(list(_filled(text))))
    numbers = [RUNNING_NUMBER.match(line) for _, line, _ in lines]
    is_counted = _are_running([int(found[1]) for found in numbers if found])
    for number, ((source, line, doubts), found) in enumerate(zip(lines, numbers, strict=True), start=1):
        bare = _unmarked(line[found.end() :] if found and is_counted else line)
        sentence, unclear = sentence_of(list(filter(None, bare.split("\t"))))
        yield PastedLine(number, source, sentence, doubts=(*doubts, *unclear))


def _in_unicode(raws: Sequence[str]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each line as pasted, in Unicode, and the doubts about its characters."""
    is_old = any(map(is_tcvn3, raws))
    for raw in raws:
        if is_old and is_tcvn3(raw, fewest=1):
            yield _single_spaced(raw), _single_spaced(clean_raw(from_tcvn3(raw))), (FROM_TCVN3,)
        else:
            yield (line := _single_spaced(clean_raw(raw))), line, ()


def _single_spaced(raw: str) -> str:
    """Return a line with single spaces, and with the tabs between its cells."""
    return "\t".join(" ".join(cell.split()) for cell in raw.split("\t")).strip()


def _are_running(numbers: Sequence[int]) -> bool:
    """Return whether the numbers before the lines of a list count them: each is greater than the last one, or 1."""
    return all(number == 1 or number > before for before, number in pairwise(numbers))


def _unmarked(line: str) -> str:
    """Return a line without its leading bullets and numbers; "V/v …", "12/ KH" and "05. 3. 2025" have none."""
    for _ in range(MOST_MARKS):
        dated = date_at(line, 0)
        sign = mark(line)
        if sign is None or not sign.words or (dated and dated.day):
            break
        if sign.family is not Family.BULLET and sign.closer not in ".)":
            break
        line = sign.words
    return line


def _continues(before: PastedLine, line: PastedLine) -> bool:
    """Return whether a line continues the one before, which has no end mark: in small letters, without a bullet."""
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
        doubts=(*before.doubts, *(doubt for doubt in line.doubts if doubt not in before.doubts)),
    )
