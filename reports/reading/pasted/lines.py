"""Splits a pasted text into lines, without blank lines, bullets and numbers, and joins lines that were broken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from events.reading import read_event
from pbgdpl.lib.account_of_characters import invisible_in
from pbgdpl.lib.code_pages import CODE_PAGES, TCVN3, CodePage
from pbgdpl.lib.tcvn3 import SOFT_HYPHEN
from pbgdpl.lib.vietnamese import LINE_BREAKS, clean_raw
from pbgdpl.lib.written_dates import date_at
from plans.reading import read_citation
from reports.reading.marks import Family, mark
from reports.reading.pasted.cells import sentence_of

SENTENCE_ENDS = ".;:!?…"
RUNNING_NUMBER = re.compile(r"(\d{1,3})[.)]?\t")  # "1<tab>Kế hoạch …": the first column of a table
MOST_MARKS = 3  # "1. - a) Kế hoạch"
FROM_OLD_PAGE = "Dòng này viết bằng bảng mã cũ {}, đã chuyển sang Unicode; xem lại từng chữ."
FROM_TCVN3 = FROM_OLD_PAGE.format(TCVN3.name)
# Letters of other code pages, such as VISCII, arrive as control characters.
CONTROL_IN_A_WORD = re.compile(
    r"\w[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]\w"
)
LETTERS_MISSING = "Dòng có ký tự điều khiển giữa các chữ, có thể thiếu chữ; so lại với bản gốc."
TO_NEW_LINES = {ord(character): "\n" for character in LINE_BREAKS}


@dataclass(frozen=True, slots=True)
class PastedLine:
    """A line with its number, counted from 1 without blank lines."""

    number: int
    source: str  # as pasted, with its tabs, without invisible characters
    text: str  # without bullet or number
    joined: tuple[int, ...] = ()  # the numbers of the lines that were joined to it
    doubts: tuple[str, ...] = ()  # about its characters and columns
    whole: str = ""  # the source in Unicode
    invisible: tuple[str, ...] = ()  # what the characters are called that were taken out


def count_lines(text: str) -> int:
    return sum(1 for _ in _filled(text))


def pasted_lines(text: str) -> tuple[PastedLine, ...]:
    """Return the lines that are not blank, with those joined that were cut in two."""
    runs: list[list[PastedLine]] = []
    for line in _lines(text):
        if runs and _continues(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    return tuple(map(_joined, runs))


def sheet_lines(rows: Sequence[tuple[int, str]]) -> tuple[PastedLine, ...]:
    """Return the sentences of a sheet's rows like pasted lines, with the numbers of the rows."""
    filled = [(number, " ".join(text.split())) for number, text in rows if clean_raw(text).strip()]
    numbers = [0, *(number for number, _ in filled)]
    return tuple(
        replace(line, number=numbers[line.number], joined=tuple(numbers[one] for one in line.joined))
        for line in pasted_lines("\n".join(line for _, line in filled))
    )


def clean_pasted(text: str) -> str:
    """Return the text as `clean_raw` does, but with soft hyphens, which are "ư" in TCVN3."""
    return SOFT_HYPHEN.join(clean_raw(piece) for piece in text.split(SOFT_HYPHEN))


def _filled(text: str) -> Iterator[str]:
    lines = text.replace("\r\n", "\n").translate(TO_NEW_LINES).split("\n")
    return (raw for raw in lines if clean_raw(raw).strip())


def _lines(text: str) -> Iterator[PastedLine]:
    raws = list(_filled(text))
    lines = list(_in_unicode(raws))
    numbers = [RUNNING_NUMBER.match(line.whole) for line in lines]
    is_counted = _are_running([int(found[1]) for found in numbers if found])
    for number, (line, found) in enumerate(zip(lines, numbers, strict=True), start=1):
        bare = _unmarked(line.whole[found.end() :] if found and is_counted else line.whole)
        sentence, unclear = sentence_of(list(filter(None, bare.split("\t"))))
        yield replace(line, number=number, text=sentence, doubts=(*line.doubts, *unclear))


def _in_unicode(raws: Sequence[str]) -> Iterator[PastedLine]:
    """Yield each line with its source and the same in Unicode; soft hyphens are letters in one code page."""
    page = next((page for page in CODE_PAGES if any(map(page.is_in, raws))), None)
    for raw in raws:
        if page and (page.is_in(raw) or page.votes(raw) > 0):
            yield _line_in(page, raw)
        else:
            line = _single_spaced(clean_raw(raw))
            doubts = (LETTERS_MISSING,) if CONTROL_IN_A_WORD.search(raw) else ()
            yield PastedLine(0, line, line, doubts=doubts, whole=line, invisible=invisible_in(raw))


def _line_in(page: CodePage, raw: str) -> PastedLine:
    source = _single_spaced(clean_pasted(raw))
    whole = _single_spaced(clean_raw("".join(page.letters(raw))))
    return PastedLine(0, source, whole, doubts=(FROM_OLD_PAGE.format(page.name),), whole=whole)


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


def _joined(run: Sequence[PastedLine]) -> PastedLine:
    if len(run) == 1:
        return run[0]
    return replace(
        run[0],
        source=" ".join(line.source for line in run),
        text=" ".join(line.text for line in run),
        whole=" ".join(line.whole for line in run),
        invisible=tuple(dict.fromkeys(name for line in run for name in line.invisible)),
        joined=tuple(line.number for line in run[1:]),
        doubts=tuple(dict.fromkeys(doubt for line in run for doubt in line.doubts)),
    )
