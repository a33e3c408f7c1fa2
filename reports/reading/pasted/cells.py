"""Makes a sentence of the cells of a pasted row, which are separated by tabs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from events.held import held_at
from events.reading import read_event
from pbgdpl.lib.vietnamese import official_date
from pbgdpl.lib.written_dates import date_at, read_day
from plans.reading.citation.issuing_bodies import BODY, body_at
from plans.reading.citation.kind_names import Title, find_titles
from plans.reading.citation.numbers import find_numbers

SO = re.compile(r"số\s?[:.]?\s?", re.IGNORECASE)
DAY = re.compile(r"ngày|tháng", re.IGNORECASE)
COUNT = re.compile(
    r"(?:(?:hơn|trên|gần|khoảng) )?\d{1,3}(?:[.,]?\d{3}){0,2}(?: (?:người|đại biểu|học viên))?"
)
LONGEST_FIGURES = 40
UNCLEAR = "Dòng có nhiều cột và không rõ cột nào là gì; xem lại từng ô."
COUNTED = "Cột “{}” được đọc là số người tham dự; nếu không phải, sửa ô Số người và ô Nội dung."


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a row by their content."""

    numbers: list[str]
    dates: list[str]
    counts: list[str]
    texts: list[str]


def sentence_of(cells: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the sentence for the cells of a row, and the doubts about it.

    >>> sentence_of(["12/KH-SXD", "08/01/2025", "Kế hoạch phổ biến pháp luật"])
    ('Kế hoạch số 12/KH-SXD ngày 08/01/2025 phổ biến pháp luật', ())
    """
    row = _parted(cells)
    is_simple = len(row.dates) <= 1 and len(row.numbers) + len(row.counts) <= 1
    sentence = (_document(row) or _event(row)) if is_simple and row.texts else None
    if sentence is None:
        is_clear = len(cells) == 1 or len(row.texts) == len(cells)
        return " ".join(cells), () if is_clear else (UNCLEAR,)
    return sentence, tuple(COUNTED.format(count) for count in row.counts)


def policy_sentence(cells: Sequence[str]) -> str | None:
    """Return the sentence of the policy in the cells of a row of policies, or None if other things stand there.

    >>> policy_sentence(["1", "Luật Thủ đô", "Sở Tư pháp", "30/6/2024"])
    'Luật Thủ đô (Sở Tư pháp chủ trì), trước ngày 30/6/2024'
    """
    row = _parted(cells[1:] if cells[0].rstrip(".)").isdecimal() else cells)
    days = list(filter(None, map(read_day, row.dates)))
    if not row.texts or row.numbers or row.counts or len(row.dates) > 1 or len(days) < len(row.dates):
        return None
    name, *more = row.texts
    bodies = [text for text in more if _is_body(text)][:1]
    led = "".join(f" ({body} chủ trì)" for body in bodies)
    due = "".join(f", trước ngày {official_date(day)}" for day in days)
    return " ".join([name, *(text for text in more if text not in bodies)]) + led + due


def _parted(cells: Sequence[str]) -> Cells:
    row = Cells([], [], [], [])
    for cell in cells if len(cells) > 1 else ():
        _place_of(cell, row).append(cell)
    return row


def _place_of(cell: str, row: Cells) -> list[str]:
    if len(cell) > LONGEST_FIGURES:
        return row.texts
    if COUNT.fullmatch(cell):
        return row.counts
    if _is_date(cell):
        return row.dates
    return row.numbers if _is_number(cell) else row.texts


def _is_number(cell: str) -> bool:
    """Return whether a cell is a number with its symbol, with or without the name of the type."""
    title, found = _title_of(cell), find_numbers(cell)
    if len(found) != 1 or found[0].text is None or found[0].end != len(cell):
        return False
    before = cell[title.end if title else 0 : found[0].start].strip()
    return before == "" or SO.fullmatch(before) is not None


def _is_date(cell: str) -> bool:
    held, written = held_at(cell, 0), date_at(cell, 0)
    ends = (held and held[1], written and written.end)
    return read_day(cell) is not None or len(cell) in ends


def _document(row: Cells) -> str | None:
    """Return the citation of the document in the cells, or None if they name no document."""
    if row.counts or any(map(find_numbers, row.texts)):
        return None
    titled = next((text for text in (*row.numbers, *row.texts) if _title_of(text)), "")
    if not (row.numbers or (titled and row.dates)):
        return None
    kind = _kind_in(titled)
    number = "".join(SO.sub("", text.removeprefix(kind).lstrip(), count=1) for text in row.numbers)
    texts = _without_kind(row.texts, titled, kind)
    bodies = [text for text in texts if len(texts) > 1 and _is_body(text)][:1]
    for body in bodies:
        texts.remove(body)
    issued = (day if DAY.match(day) else f"ngày {day}" for day in map(_as_written, row.dates))
    by = (f"của {body}" for body in bodies)
    parts = (kind, f"số {number}" if kind and number else number, *issued, *by, *texts)
    return " ".join(filter(None, parts))


def _without_kind(texts: list[str], titled: str, kind: str) -> list[str]:
    """Return the texts, with the kind removed from the first text that begins with it."""
    if titled not in texts:
        return list(texts)
    place = texts.index(titled)
    rest = titled.removeprefix(kind).lstrip(" ")
    return [*texts[:place], *filter(None, [rest]), *texts[place + 1 :]]


def _kind_in(titled: str) -> str:
    title = _title_of(titled)
    return title.text if title else ""


def _title_of(text: str) -> Title | None:
    title = next(iter(find_titles(text[:LONGEST_FIGURES])), None)
    return title if title and title.start == 0 and title.is_capital and not title.is_short else None


def _is_body(text: str) -> bool:
    body = body_at(text, 0) if BODY.match(text) else None
    return body is not None and body.end == len(text)


def _as_written(day: str) -> str:
    """Return a date as in documents, "2025-01-08" as 08/01/2025, and any other text unchanged."""
    read = read_day(day)
    return official_date(read) if read and day[:4].isdigit() else day


def _event(row: Cells) -> str | None:
    """Return the sentence of the event in the cells, or None if they describe no event."""
    name, *more = row.texts
    held = "".join(f" ({_as_written(day)})" for day in row.dates)
    people = "".join(f" với {count}{'' if count[-1].isalpha() else ' người tham dự'}" for count in row.counts)
    sentence = f"{name}{held}{people}"
    if row.numbers or not (held or people) or read_event(sentence) is None:
        return None
    return ", ".join((sentence, *more))
