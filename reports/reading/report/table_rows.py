"""Reads the rows of a table of documents or of events; a table of figures has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from accounts.rows import YearRow
from accounts.rows.columns import SYMBOL, WITH_KIND, WITH_PLACE
from accounts.rows.sheets.headings import bare
from events.kinds import EventKind
from events.models import Event
from events.reading.days import Days, days_in
from events.turnout import read_count
from pbgdpl.lib.vietnamese import fold
from plans.kinds import ABBREVIATIONS, DocumentKind
from plans.models import OfficialDocument
from plans.reading.citation.kind_names import find_titles
from reports.reading.line_reader import LineReader
from reports.reading.report.planned import is_planning
from reports.reading.report.table_headings import fields_in, heading_of

Row = Sequence[str]

NUMBER = re.compile(r"(?:số:?\s*)?\d{1,5}(?:/\d{4})?\s?[/-]\s?[A-ZĐ][\w&./-]*", re.IGNORECASE)
DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
RUNNING = re.compile(r"[(\[]?(?:\d{1,4}|[IVXLC]{1,6}|[a-zA-ZđĐ])[)\].]*")
TOTAL = re.compile(r"(?:tổng|cộng)\b", re.IGNORECASE)
FIGURES = re.compile(r"(?:don vi tinh|chi tieu|chi so|ty le|nam 20\d\d|so sanh|muc tieu|tieu chi)\b")
LONGEST_NAME = 500
SYMBOLS = {symbol.upper(): kind for kind, symbols in ABBREVIATIONS.items() for symbol in symbols}


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line of a table below its headings."""

    at: int
    cells: Row
    is_planned: bool  # below a group such as "Năm 2026", in a report on an earlier year

    @property
    def text(self) -> str:
        return " | ".join(filter(None, self.cells))


def table_rows(rows: Sequence[Row], reader: LineReader) -> Iterator[tuple[int, tuple[YearRow, ...]]]:
    """Yield the position of each line that says something, and the rows that are read from it."""
    heading, depth = heading_of(rows)
    is_of_figures = any(FIGURES.search(bare(text)) for row in rows[:depth] for text in row)
    columns = _documents(rows, depth)
    events = {} if is_of_figures else _event_columns(heading)
    for line in _lines(rows, depth, reader.year):
        if columns:
            row = _document(line.cells, columns, reader)
            yield line.at, (row,) if row else ()
        elif line.is_planned or is_of_figures:
            yield line.at, ()
        elif events:
            event = _event(line.cells, events, reader)
            yield line.at, (event,) if event else ()
        else:
            yield line.at, _by_content(line, reader)


def _lines(rows: Sequence[Row], depth: int, year: int) -> Iterator[TableLine]:
    """Yield the lines below the headings without totals, groups and the row that numbers the columns."""
    is_planned = False
    for at, row in enumerate(rows[depth:], start=depth):
        texts = [text for text in row if text and not RUNNING.fullmatch(text)]
        if not texts or TOTAL.match(texts[0]):
            continue
        if len(set(texts)) == 1 and not NUMBER.search(texts[0]) and len(row) > 2:
            is_planned = is_planning(texts[0], year)
            continue
        yield TableLine(at, row, is_planned)


def _documents(rows: Sequence[Row], depth: int) -> dict[str, int]:
    """Return the columns of a table of documents, found by heading or by content; none for another table."""
    fields = fields_in(heading_of(rows)[0], "documents")
    below = rows[depth:]
    if "number" not in fields:
        numbered = [
            column
            for column in range(len(rows[0]))
            if 2 * sum(bool(NUMBER.fullmatch(row[column].strip())) for row in below) > len(below) > 0
        ]
        if not numbered:
            return {}
        fields["number"] = numbered[0]
    elif not any(re.search(r"\d", row[fields["number"]]) for row in below):
        return {}
    return fields


def _document(cells: Row, fields: Mapping[str, int], reader: LineReader) -> OfficialDocument | None:
    """Return the document of a line, read as the sentence that its cells make."""
    number = cells[fields["number"]].strip()
    if not re.match(r"\D{0,5}\d", number):
        return None
    if symbol := _cell(cells, fields, "number" + SYMBOL):
        number = f"{number}/{symbol.lstrip('/')}"
    day = _cell(cells, fields, "issued_on") or next(
        (cell for cell in cells if DAY.fullmatch(cell.strip())), ""
    )
    subject = _cell(cells, fields, "subject") or _cell(cells, fields, "subject" + WITH_KIND)
    if not subject:
        subject = max((cell for cell in cells if cell not in (number, day)), key=len, default="")
    kind, subject = _kind(_cell(cells, fields, "kind_text"), number, subject)
    body = _cell(cells, fields, "issuing_body")
    day = day.removeprefix("ngày ").removeprefix("Ngày ")
    words = (
        kind, re.sub(r"^(?:số:?\s*)?", "số ", number, flags=re.IGNORECASE), f"ngày {day}" if day else "",
        f"của {body}" if body else "", subject,
    )  # fmt: skip
    row = reader.listed(" ".join(filter(None, words)))
    if not isinstance(row, OfficialDocument):
        return None
    row.wording = ""
    return row


def _kind(written: str, number: str, subject: str) -> tuple[str, str]:
    """Return the words for the kind of a document, and its subject without them."""
    titles = find_titles(subject[:60])
    if titles and titles[0].start == 0 and not written:
        return subject[: titles[0].end], subject[titles[0].end :].strip(" :-–")
    if written:
        return written, subject
    symbols = (SYMBOLS.get(part.upper()) for part in re.split(r"[/\-\s.]", number))
    return (next(filter(None, symbols), DocumentKind.OFFICIAL_LETTER)).label, subject


def _event_columns(heading: Row) -> dict[str, int]:
    """Return the columns of a table of events; none if it states neither when nor where they were held."""
    fields = fields_in(heading, "events")
    if "held" + WITH_PLACE in fields:
        fields.setdefault("held", fields["held" + WITH_PLACE])
    if "held" not in fields and "place" not in fields:
        return {}
    if "name" not in fields and "description" in fields:
        fields["name"] = fields.pop("description")
    return fields if "name" in fields else {}


def _event(cells: Row, fields: Mapping[str, int], reader: LineReader) -> Event | None:
    name = " ".join(_cell(cells, fields, "name").split())
    if not name or len(name) > LONGEST_NAME:
        return None
    days = _days(_cell(cells, fields, "held"), reader.year)
    people = read_count(_cell(cells, fields, "turnout"))
    if days is None and people is None and not _cell(cells, fields, "place"):
        return None
    sessions = read_count(_cell(cells, fields, "sessions"))
    row = reader.event(name) or Event(name=name, kind=EventKind.OTHER)
    row.kind = _event_kind(_cell(cells, fields, "kind")) or row.kind
    if days or people:
        row.name, row.description = name, ""
    if days:
        row.held_from, row.held_to, row.date_precision = days.first, days.last, days.precision
    if people:
        row.attendance, row.attendance_is_minimum = people.number, people.is_minimum
        row.attendance_is_approximate = people.is_approximate
    if sessions and sessions.number:
        row.sessions = sessions.number
    for value in ("place", "partners", "handouts"):
        setattr(row, value, _cell(cells, fields, value) or getattr(row, value))
    return reader.fitting(row)


def _event_kind(label: str) -> str:
    kinds = {fold(kind.label): kind.value for kind in EventKind}
    return kinds.get(fold(label), "")


def _days(text: str, year: int) -> Days | None:
    """Return the days that a cell states, with or without "ngày" and the year."""
    return next(iter([*days_in(text, year), *days_in(f"ngày {text}", year)]), None) if text else None


def _by_content(line: TableLine, reader: LineReader) -> tuple[YearRow, ...]:
    """Return the events of a line with a cell that is a date, in a table without headings that are known."""
    is_dated = any(len(cell) <= 40 and _days(cell, reader.year) for cell in line.cells)
    events = reader.events(line.text) if is_dated else ()
    for event in events:
        event.name = _whole_name(event.name, line.cells)
    return events


def _whole_name(name: str, cells: Row) -> str:
    """Return a name with those for whom the event was held, if its cell ends with them: "… cho cán bộ Mặt trận"."""
    ends = (" ".join(cell.split()) for cell in cells)
    is_whole = re.compile(rf"{re.escape(name)} cho \D+")
    return next(
        (cell for cell in ends if name and len(cell) <= LONGEST_NAME and is_whole.fullmatch(cell)), name
    )


def _cell(cells: Row, fields: Mapping[str, int], field: str) -> str:
    return cells[fields[field]].strip() if field in fields else ""
