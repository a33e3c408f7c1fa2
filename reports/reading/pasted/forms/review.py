"""The review of a list: corrected line by line, then saved together or not at all."""

import re
from itertools import groupby
from uuid import uuid4

from accounts.forms.sent_key import SentKeyField
from accounts.rows.duplicates import duplicates_of
from reports.reading.pasted.forms.review_row import FORMS, Problem, ReviewRow, prefix_of, read_row, sheet_row
from reports.reading.pasted.read_lines import read_lines
from reports.reading.pasted.save_rows import add_rows

MOST_ROWS = 500
NUMBER = re.compile(r"[0-9]{1,7}")
NOTHING_TO_SAVE = "Mọi dòng đều được bỏ qua. Bỏ dấu “Bỏ qua” ở dòng cần lưu."


class Review:
    """The lines of a list in order, each with the form of its row."""

    def __init__(self, rows, sent_key=None):
        self.rows = list(rows)
        self.sent_key = sent_key or uuid4()
        self._find_duplicates()

    @classmethod
    def of_lines(cls, lines, *, by, year, unclear):
        """Return the review of a pasted text; `unclear` is the model of lines that cannot be recognised."""
        entries = read_lines(lines, organisation=by.organisation, year=year, unclear=unclear)
        return cls._first(
            read_row(
                entry.number,
                entry.row,
                by=by,
                year=year,
                typed=entry.typed,
                source=entry.source,
                reading_doubts=entry.doubts,
                left_out=entry.left_out,
                is_skipped=entry.is_skipped,
            )
            for entry in entries
        )

    @classmethod
    def of_sheet(cls, sheet, *, kind, by, year):
        return cls._first(
            sheet_row(row.number, kind, row.values, by=by, year=year, reading_doubts=row.doubts)
            for row in sheet.rows
        )

    @classmethod
    def _first(cls, rows):
        """Return the first review of a list, with duplicates of stored rows skipped."""
        review = cls(rows)
        for row in review.rows:
            row.is_skipped = row.is_skipped or row.has_duplicate
        return review

    @classmethod
    def sent(cls, data, *, by, year):
        """Return the review that a person has sent back."""
        rows = [_sent_row(number, data, by, year) for number in _numbers(data)]
        return cls(rows, SentKeyField().clean(data.get("sent_key")))

    def _find_duplicates(self):
        for _, group in groupby(sorted(self.rows, key=lambda row: row.kind), key=lambda row: row.kind):
            rows = list(group)
            for place, duplicate in duplicates_of([row.instance for row in rows]).items():
                rows[place].duplicate = duplicate
        first = {}
        for row in self.rows:
            if identity := row.instance.identity():
                row.same_as = first.get((row.kind, identity))
                if row.same_as is None and not row.is_skipped:
                    first[row.kind, identity] = row.number

    @property
    def to_save(self):
        return [row for row in self.rows if not row.is_skipped]

    @property
    def documents(self):
        return [row for row in self.rows if row.is_document]

    @property
    def events(self):
        return [row for row in self.rows if not row.is_document]

    @property
    def to_check(self):
        return [row for row in self.rows if row.needs_checking]

    @property
    def repeated(self):
        return [row for row in self.rows if row.has_duplicate]

    def problems(self):
        """Return the problems because of which the list cannot be saved."""
        if not self.to_save:
            return [Problem(0, "", NOTHING_TO_SAVE, "cac-dong")]
        return [problem for row in self.to_save for problem in row.problems()]

    @property
    def is_pasted(self):
        return any(row.source for row in self.rows)

    def save(self, by):
        """Save the rows that are not skipped, and return them."""
        rows = [row.instance for row in self.to_save]
        add_rows(rows, by=by)
        return rows


def counted(rows):
    """Return the counts of rows in words: "32 văn bản, 7 hoạt động"."""
    documents = sum(row.is_document for row in rows)
    counts = ((documents, "văn bản"), (len(rows) - documents, "hoạt động"))
    return ", ".join(f"{count} {noun}" for count, noun in counts if count) or "0 dòng"


def pasted_text(data):
    """Return the text that a person has sent, from the box or from the lines of a review."""
    sources = (data.get(f"{prefix_of(number)}-source", "") for number in _numbers(data))
    return data.get("text") or "\n".join(filter(None, sources))


def _numbers(data):
    """Return the line numbers that are sent, in the order of the list."""
    numbers = {int(number) for number in data.getlist("row") if NUMBER.fullmatch(number)}
    return sorted(numbers)[:MOST_ROWS]


def _sent_row(number, data, by, year):
    prefix = prefix_of(number)
    kind = data.get(f"{prefix}-as")
    return ReviewRow(
        number,
        kind if kind in FORMS else "plan",
        data,
        by=by,
        year=year,
        source=data.get(f"{prefix}-source", ""),
        reading_doubts=data.getlist(f"{prefix}-doubt"),
        left_out=data.get(f"{prefix}-left_out", ""),
        is_skipped=f"{prefix}-skipped" in data,
        knows_duplicate=f"{prefix}-known_duplicate" in data,
    )
