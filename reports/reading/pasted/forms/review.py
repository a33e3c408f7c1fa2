"""The review of a list: corrected line by line, then saved together or not at all."""

import re
from itertools import groupby
from uuid import uuid4

from accounts.attaching.keeping import attach_waiting
from accounts.forms.sent_key import SentKeyField
from accounts.models import Attachment
from accounts.rows import parse_pk
from accounts.rows.duplicates import duplicates_of
from accounts.rows.editing import edit_row
from accounts.rows.sheets.row_keys import parse_key
from reports.reading.pasted.forms.kinds import FORMS
from reports.reading.pasted.forms.paper_rows import paper_row
from reports.reading.pasted.forms.review_row import Problem, ReviewRow, prefix_of, read_row
from reports.reading.pasted.forms.sheet_rows import rows_of_sheet, stored_rows
from reports.reading.pasted.lines import sheet_lines
from reports.reading.pasted.read_lines import read_lines
from reports.reading.pasted.save_rows import add_rows

MOST_ROWS = 500
NUMBER = re.compile(r"[0-9]{1,7}")
NOTHING_TO_SAVE = "Mọi dòng đều được bỏ qua. Bỏ dấu “Bỏ qua” ở dòng cần lưu."


class NotReady(Exception):
    """Raised when a list has problems and cannot be saved."""

    def __init__(self, review):
        super().__init__()
        self.review = review


class Review:
    """The lines of a list in order, each with the form of its row."""

    def __init__(self, rows, sent_key=None):
        self.rows = list(rows)
        self.unchanged = []  # the rows of a sheet that are as they are stored
        self.text = ""  # that was pasted, where the rows do not have its lines as their sources
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
    def of_upload(cls, sheet, pages, *, by, year):
        """Return the review of a sheet's rows; sentences are read like the lines of a pasted list."""
        if sheet.sentences:
            return cls.of_lines(sheet_lines(sheet.sentences), by=by, year=year, unclear=pages.model)
        return cls.of_sheet(sheet, kind=pages.name, by=by, year=year)

    @classmethod
    def of_sheet(cls, sheet, *, kind, by, year):
        review = cls._first(rows_of_sheet(sheet, kind, by=by, year=year))
        review.unchanged = [row for row in review.rows if row.is_unchanged]
        review.rows = [row for row in review.rows if not row.is_unchanged]
        return review

    @classmethod
    def of_papers(cls, papers, *, kind, by, year):
        """Return the review of uploaded papers, each in the list of its issuing body, else in that of `kind`."""
        return cls._first(
            paper_row(number, paper, kind, by=by, year=year) for number, paper in enumerate(papers, start=1)
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
        numbers = _numbers(data)
        stored = stored_rows(data, numbers, by=by, year=year)
        papers = _papers(data, numbers, by)
        rows = [_sent_row(number, data, by, year, stored, papers) for number in numbers]
        review = cls(rows, SentKeyField().clean(data.get("sent_key")))
        review.text = data.get("text", "")
        return review

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
                    first[row.kind, identity] = row

    @property
    def to_save(self):
        return [row for row in self.rows if not row.is_skipped]

    @property
    def documents(self):
        return [row for row in self.rows if row.is_document]

    @property
    def policies(self):
        return [row for row in self.rows if row.kind == "policy"]

    @property
    def events(self):
        return [row for row in self.rows if row.kind == "event"]

    @property
    def to_check(self):
        return [row for row in self.rows if row.needs_checking]

    @property
    def repeated(self):
        return [row for row in self.rows if row.has_duplicate]

    def problems(self):
        """Return the problems because of which the list cannot be saved."""
        if not self.to_save:
            return [Problem("", "", NOTHING_TO_SAVE, "cac-dong")]
        return [problem for row in self.to_save for problem in row.problems()]

    @property
    def is_pasted(self):
        return bool(self.text) or any(row.source for row in self.rows)

    @property
    def is_returned(self):
        """Return whether the list is an exported one that came back."""
        return bool(self.unchanged) or any(row.stored for row in self.rows)

    @property
    def added(self):
        return [row for row in self.to_save if row.stored is None]

    @property
    def changed(self):
        return [row for row in self.to_save if row.stored is not None]

    def save(self, by):
        """Save the rows that are not skipped with their files, and return the new ones.

        Raises Conflict for a row that was just changed, NotReady if a file is gone.
        """
        rows = [row.instance for row in self.added]
        if rows:
            add_rows(rows, by=by)
        for row in self.added:
            if row.paper and not attach_waiting(row.paper, row=row.instance, by=by):
                row.paper_is_gone = True
                raise NotReady(self)
        for row in self.changed:
            edit_row(row.instance, by=by, version=row.stored.version)
        return rows


def pasted_text(data):
    """Return the text that a person has sent, from the box or from the lines of a review."""
    sources = (data.get(f"{prefix_of(number)}-source", "") for number in _numbers(data))
    return data.get("text") or "\n".join(filter(None, sources))


def _numbers(data):
    """Return the line numbers that are sent, in the order of the list."""
    numbers = {int(number) for number in data.getlist("row") if NUMBER.fullmatch(number)}
    return sorted(numbers)[:MOST_ROWS]


def _papers(data, numbers, by):
    """Return the files that wait for lines of the review, by pk."""
    pks = {pk for number in numbers if (pk := parse_pk(data.get(f"{prefix_of(number)}-paper", "")))}
    return Attachment.objects.waiting().filter(added_by=by).in_bulk(pks) if pks else {}


def _sent_row(number, data, by, year, stored, papers):
    prefix = prefix_of(number)
    kind = data.get(f"{prefix}-as")
    key = parse_key(data.get(f"{prefix}-key", ""))
    paper = parse_pk(data.get(f"{prefix}-paper", ""))
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
        sheet=data.get(f"{prefix}-sheet", ""),
        line=_line(data.get(f"{prefix}-line", "")),
        stored=stored.get((kind, key.pk)) if key else None,
        seen=key,
        paper=papers.get(paper),
        paper_is_gone=paper is not None and paper not in papers,
        is_compared=f"{prefix}-compared" in data,
    )


def _line(text):
    return int(text) if NUMBER.fullmatch(text) else 0
