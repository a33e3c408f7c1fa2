"""Reads the lines of a list as rows that print the same words or keep the line as their wording, with doubts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from accounts.models import Organisation
from accounts.rows import YearRow
from events.columns import COLUMNS as EVENT_COLUMNS
from events.kinds import EventKind
from events.models import Event
from events.reading import is_planned
from pbgdpl.lib.vietnamese import fold, official_date
from plans.columns import COLUMNS as DOCUMENT_COLUMNS
from plans.kinds import DocumentKind, PolicyKind
from plans.models import Directive, OfficialDocument, Plan, Policy
from plans.policy_columns import POLICY_COLUMNS
from plans.reading import due_of, kind_of, names_policy, read_citation
from plans.reading.citation.kind_names import Title, find_titles
from reports.reading.line_reader import END_MARKS, LineReader, worded, words
from reports.reading.ownership import symbols_of
from reports.reading.pasted.cells import UNCLEAR, policy_sentence
from reports.reading.pasted.doubts import (
    HEADS_A_TABLE,
    LEADS_IN,
    PLANNED,
    POLICY_OR_DRAFT,
    doubts_of,
    unread_doubt,
)
from reports.reading.pasted.left_out import left_out_words
from reports.reading.pasted.lines import PastedLine
from reports.reading.pasted.odd_dates import OddDate, odd_date

# The headings of a table's columns, which people copy with its rows.
HEADINGS = {"", "stt", "tt", "so thu tu"} | {
    name
    for column in (*EVENT_COLUMNS, *DOCUMENT_COLUMNS, *POLICY_COLUMNS)
    for name in (fold(column.heading), *column.also, *column.also_with_kind)
}
PARTING = " ;,"  # the marks between the lines of a list
LONGEST_SUBJECT, LONGEST_NAME = 1000, 500  # as in the tables
# A blank number whose symbol still shows the issuing body: "Kế hoạch số …/KH-SXD".
BLANK = re.compile(r"(?<!\w)số\s?[:.]?[\s.…_]*/\s?(?P<symbol>[A-ZĐ][\w&.-]*)", re.IGNORECASE)
SIGNS = re.compile(r"[^\w\s.,;:()/*–—-]")  # asterisks are bold type


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that was read: its row, the texts of cells without a value, and the doubts."""

    number: int
    source: str
    row: YearRow
    typed: dict[str, str] = field(default_factory=dict)  # {"issued_on": "31/9/2024"}
    doubts: tuple[str, ...] = ()
    is_skipped: bool = False
    left_out: str = ""  # names what stands in no cell


def read_lines(
    lines: Sequence[PastedLine], *, organisation: Organisation, year: int, unclear: type[YearRow]
) -> tuple[Entry, ...]:
    """Return an entry for each line; lines that cannot be recognised become rows of the model `unclear`."""
    citations = (read_citation(line.text) for line in lines)
    symbols = symbols_of(organisation, "", (citation for citation in citations if citation))
    unclear_document = unclear if issubclass(unclear, OfficialDocument) else Plan
    reader = LineReader(organisation, year, symbols, unclear_document)
    return tuple(_entry(line, reader, unclear) for line in lines)


def _entry(line: PastedLine, usual: LineReader, unclear: type[YearRow]) -> Entry:
    reader = _reader_for(line.text, usual)
    if names_policy(line.text) or (
        issubclass(unclear, Policy) and not _is_of_another_list(line.text, reader)
    ):
        return _policy_entry(line, reader)
    row, odd = _row(line.text, reader, unclear)
    joined = _joined(line)
    if row is None:
        row, doubt = unread(line.text, unclear), _doubt_of_unread(line, unclear)
        doubts, is_skipped = (*line.doubts, doubt, *joined), doubt in (HEADS_A_TABLE, LEADS_IN, PLANNED)
        return Entry(line.number, line.source, row, {}, doubts, is_skipped, left_out_words(line, str(row)))
    row.wording = line.text.strip(END_MARKS) if is_lossy(odd.rest if odd else line.text, row) else ""
    typed = {"held" if isinstance(row, Event) else "issued_on": odd.words} if odd else {}
    own_doubts = doubts_of(odd.rest if odd else line.text, row, reader, is_owner_known=reader is not usual)
    doubts = (*line.doubts, *joined, *own_doubts)
    taken_out = left_out_words(line, str(row), *typed.values())
    return Entry(line.number, line.source, row, typed, doubts, PLANNED in doubts, taken_out)


def _joined(line: PastedLine) -> tuple[str, ...]:
    return tuple(f"Đã nối dòng {number} vào đây, vì dòng đó như viết tiếp." for number in line.joined)


def _is_of_another_list(text: str, reader: LineReader) -> bool:
    """Return whether a line among policies is surely a document or an event: it has a number, or a name and a day."""
    row = reader.listed(text)
    if isinstance(row, OfficialDocument):
        return bool(row.number)
    return row is not None and row.held_from is not None and row.kind != EventKind.OTHER


def _policy_entry(line: PastedLine, reader: LineReader) -> Entry:
    """Return the entry of a policy; what of the line stands in no cell is named, not kept as its wording."""
    cells, doubt = policy_sentence(line.whole.split("\t")), _heading_doubt(line)
    due = due_of(cells or line.text)
    typed = {"due_on": due.written} if due and due.day is None else {}
    text = due.rest if due and typed else cells or line.text
    row = reader.policy(text) or Policy(kind=kind_of(text), wording=text.rstrip(PARTING) or text)
    if not doubt and row.kind == PolicyKind.POLICY and "chinh sach" not in fold(text):
        doubt = POLICY_OR_DRAFT
    day = official_date(row.due_on) if row.due_on else ""
    taken_out = left_out_words(line, str(row), day, *typed.values())
    of_line = (one for one in line.doubts if not (cells and one == UNCLEAR))
    doubts = (*of_line, *filter(None, [doubt]), *_joined(line))
    return Entry(line.number, line.source, row, typed, doubts, doubt in (HEADS_A_TABLE, LEADS_IN), taken_out)


def _doubt_of_unread(line: PastedLine, unclear: type[YearRow]) -> str:
    """Return what a line seems to be that is neither a document nor an event."""
    doubt = _heading_doubt(line)
    if doubt != HEADS_A_TABLE and issubclass(unclear, Event) and is_planned(line.text):
        return PLANNED
    return doubt or unread_doubt(line.text)


def _heading_doubt(line: PastedLine) -> str:
    """Return that a line seems to stand above the others of the list, or an empty text."""
    cells = [fold(cell) for cell in line.whole.split("\t")]
    if len(cells) > 1 and all(cell in HEADINGS for cell in cells):
        return HEADS_A_TABLE
    is_capital = line.text.isupper() and len(line.text.split()) > 1 and not any(map(str.isdigit, line.text))
    is_heading = is_capital and _title(line.text) is None and not names_policy(line.text)
    return LEADS_IN if is_heading or line.text.endswith(":") else ""


def _row(
    text: str, reader: LineReader, unclear: type[YearRow]
) -> tuple[OfficialDocument | Event | None, OddDate | None]:
    """Return the row of a line, and the date that cannot be stored, which is left out of the row."""
    row = _listed(text, reader, unclear)
    odd = odd_date(text, row) if row is not None else None
    rest = _listed(odd.rest, reader, unclear) if odd else None
    return (rest, odd) if odd and type(rest) is type(row) else (row, None)


def _listed(text: str, reader: LineReader, unclear: type[YearRow]) -> OfficialDocument | Event | None:
    """Return the row of a line or of the first event that it tells, also of a planned one.

    "Kế hoạch tổ chức …" may be a document.
    """
    if (row := reader.listed(text)) is not None:
        return row
    if not is_planned(text):
        events = reader.events(text)
        return worded(events[0], text) if events else None
    is_document = issubclass(unclear, OfficialDocument) and _title(text) is not None
    event = None if is_document else reader.event(text)
    return event and worded(event, text)


def is_lossy(text: str, row: OfficialDocument | Event) -> bool:
    """Return whether the row's own sentence lacks words or signs of the line, in whatever order.

    An event's must not have further words either, of values that the line has in words of its own.
    """
    row.wording = ""
    sentence = row.citation() if isinstance(row, OfficialDocument) else row.summary()
    line, printed = Counter(words(text)), Counter(words(sentence))
    added = printed - line if isinstance(row, Event) else Counter()
    words_left = line - Counter(["số"]) - printed
    return bool(added or words_left or Counter(SIGNS.findall(text)) - Counter(SIGNS.findall(sentence)))


def unread(text: str, model: type[YearRow]) -> OfficialDocument | Event:
    """Return a row that prints the line, with its kind in the cells if the line names one.

    What parts the line from the next one is left out; a full stop may be an abbreviation's and stays.
    """
    text = text.rstrip(PARTING) or text
    if not issubclass(model, OfficialDocument):
        is_name = len(text) <= LONGEST_NAME
        return Event(kind=EventKind.OTHER, name=text if is_name else "", wording="" if is_name else text)
    title = _title(text)
    kind = (title and title.kind) or (DocumentKind.OFFICIAL_LETTER if title else DocumentKind.PLAN)
    subject = text[title.end :].strip() if title else text
    row = model(
        kind=kind,
        kind_as_written=title.text if title and title.text != kind.label else "",
        subject=subject if len(subject) <= LONGEST_SUBJECT else "",
    )
    return worded(row, text)


def _title(text: str) -> Title | None:
    """Return the name of a type that a text begins with, if more follows."""
    titles = find_titles(text[:LONGEST_SUBJECT])
    return next((title for title in titles if title.start == 0 and title.end < len(text)), None)


def _reader_for(text: str, reader: LineReader) -> LineReader:
    """Return the reader for a line; if it has a blank number, a document is taken for that of the symbol's body."""
    found = BLANK.search(text)
    citation = read_citation(text) if found else None
    if found is None or citation is None or citation.number or citation.issuing_body:
        return reader
    own = reader.is_own(replace(citation, number=f"0/{found['symbol']}"))
    return reader if own is None else replace(reader, unclear=Plan if own else Directive)
