"""The rows that the reading of an uploaded report found, with what people chose for each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from accounts.rows import YearRow
from accounts.rows.duplicates import duplicates_of
from events.columns import COLUMNS as EVENT_COLUMNS
from events.models import Event
from plans.columns import COLUMNS as DOCUMENT_COLUMNS
from plans.models import Directive, OfficialDocument, Plan
from reports.reading.earlier.corrections import RowChoice, SentChoice
from reports.reading.earlier.doubts import doubts_of_row
from reports.reading.earlier.rereading import Reread
from reports.reading.line_reader import LineReader, worded
from reports.reading.pasted.read_lines import unread

MODELS: dict[str, type[YearRow]] = {"plan": Plan, "directive": Directive, "event": Event}
LABELS = {"plan": "Kế hoạch, văn bản", "directive": "Văn bản chỉ đạo", "event": "Hoạt động"}
DOCUMENT_FIELDS = ("kind", "kind_as_written", "number", "issued_on", "issuing_body", "subject", "wording")
ROW_FIELDS = ("organisation", "reporting_year", "in_report", "position")
IN_PASSING = "Không in trong danh mục; lời văn giữ nguyên."
WIDE = 30  # characters of a column


@dataclass(slots=True)
class Result:
    """A row that was read from a line; `key` identifies it as long as the line is read the same."""

    key: str
    place: int  # among the rows in the order in which they are saved
    number: int | None  # the position of its line in the file
    text: str  # the line, or the paragraph that names it
    read: YearRow  # as it was read
    row: YearRow  # as it will be saved
    choice: RowChoice
    doubts: tuple[str, ...] = ()
    duplicate: YearRow | None = None

    @property
    def kind(self) -> str:
        return model_name(self.row)

    @property
    def label(self) -> str:
        return LABELS[self.kind]

    @property
    def is_kept(self) -> bool:
        """Return whether the row will be saved: as a person chose, else unless it is stored already."""
        return self.duplicate is None if self.choice.is_kept is None else self.choice.is_kept

    @property
    def is_listed(self) -> bool:
        """Return whether a listing of the report prints the row in place of its line."""
        return self.row.in_report

    @property
    def sentence(self) -> str:
        return str(self.row)

    @property
    def values(self) -> list[tuple[str, str, bool]]:
        """Return the heading and the text of each value of the row, and whether it takes a line of its own."""
        columns = EVENT_COLUMNS if isinstance(self.row, Event) else DOCUMENT_COLUMNS
        texts_of_row = ((column, column.text_of(self.row)) for column in columns)
        return [(one.heading, text, one.width >= WIDE) for one, text in texts_of_row if text]

    @property
    def note(self) -> str:
        """Return what becomes of the words that the row was read from, where a listing does not print them."""
        return "" if self.is_listed else IN_PASSING

    @property
    def needs_checking(self) -> bool:
        return bool(self.doubts or self.duplicate)

    def choice_of(self, sent: SentChoice) -> RowChoice:
        """Return what a person chose who sent this, without what the reading would do by itself.

        Of a row that was stored meanwhile, so that its page did not show it, the tick is not a choice to save it twice.
        """
        is_read_as = sent.model == model_name(self.read) or sent.model not in MODELS
        is_new_duplicate = self.duplicate is not None and not sent.knows_duplicate
        by_itself = self.duplicate is None
        is_chosen = sent.is_kept != by_itself or sent.model != self.kind  # of another model it may be none
        return RowChoice(
            sent.is_kept if is_chosen and not (is_new_duplicate and sent.is_kept) else None,
            None if is_read_as else sent.model,
        )


def results_of(
    read: Reread, choices: Mapping[str, RowChoice], *, finds_duplicates: bool = True
) -> tuple[Result, ...]:
    """Return every row of the reading in its order."""
    results = []
    for place, found in enumerate(read.intake.found):
        text, origin = read.texts[found.text], read.reading.origins[found.text]
        number = origin[0] if origin else None
        key = f"{number}-{sha256(str(found.row).encode()).hexdigest()[:8]}"
        choice = choices.get(key, RowChoice())
        row = converted(_copy(found.row), choice.model, text, read.reader)
        is_as_read = type(row) is type(found.row)
        doubts = read.doubts[place] if is_as_read else tuple(doubts_of_row(row, text, read.reader))
        shown = doubts if choice.is_kept is not False else ()
        results.append(Result(key, place, number, text, found.row, row, choice, shown))
    if finds_duplicates:
        _find_duplicates(results)
    return tuple(results)


def _copy(row: YearRow) -> YearRow:
    """Return a new row with the same values, because the reading is kept for other pages."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    copy = type(row)(**values)
    copy.organisation = row.organisation
    return copy


def model_name(row: YearRow) -> str:
    return str(row._meta.model_name)


def converted(row: YearRow, name: str | None, text: str, reader: LineReader) -> YearRow:
    """Return the row as one of another model; what has no place there stands in its wording."""
    if name is None or name == model_name(row):
        return row
    other = _other(row, MODELS[name], text, reader)
    for field in ROW_FIELDS:
        setattr(other, field, getattr(row, field))
    return other


def _other(row: YearRow, model: type[YearRow], text: str, reader: LineReader) -> YearRow:
    if isinstance(row, OfficialDocument) and issubclass(model, OfficialDocument):
        return model(**{field: getattr(row, field) for field in DOCUMENT_FIELDS})
    line = text if row.in_report else str(row)
    if model is Event and (event := reader.event(line)) is not None:
        return worded(event, line)
    return unread(line, model)


def _find_duplicates(results: Sequence[Result]) -> None:
    """Set the stored row that each result repeats, by one query for each model."""
    for _, group in groupby(sorted(results, key=_kind), key=_kind):
        of_kind = list(group)
        for place, duplicate in duplicates_of([one.row for one in of_kind]).items():
            of_kind[place].duplicate = duplicate


def _kind(result: Result) -> str:
    return result.kind


def by_number(results: Iterable[Result]) -> dict[int | None, list[Result]]:
    """Return the rows by the positions of their lines."""
    found: dict[int | None, list[Result]] = {}
    for result in results:
        found.setdefault(result.number, []).append(result)
    return found
