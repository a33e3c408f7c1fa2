"""A list uploaded as a spreadsheet: the lists of all its sheets, and what was left out of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from accounts.rows.columns import Column
from accounts.rows.sheets.headings import DEEPEST, HEADINGS_WITHIN
from accounts.rows.sheets.kinds import REFUSALS, UnreadableSheet, open_book, saying
from accounts.rows.sheets.left_out import ABOVE, HIDDEN, LeftOut, left_out, left_out_words
from accounts.rows.sheets.list_rows import ListPart, RowReader, SheetRow, refuse_garbled
from accounts.rows.sheets.sentences import Sentences, sentences_in
from accounts.rows.sheets.tables import Wanted, find_table
from pbgdpl.lib.office.package import PackageRefused
from pbgdpl.lib.office.workbook import Book, Line

NO_ROWS = "Bảng tính chưa có dòng nào dưới dòng tiêu đề. Nhập danh sách vào đó rồi tải lên lại."
ALL_HIDDEN = "Các dòng của danh sách đều đang ẩn. Nếu cần nhập, chọn “Nhập cả các dòng ẩn”."
AGAIN = "Chọn nội dung của từng cột, hoặc tải bảng tính mẫu, chép danh sách vào rồi tải lên lại."
NOT_WANTED = "đã chọn không nhập"
WITHOUT_LIST, WITHOUT_ROWS = "không tìm thấy dòng tiêu đề", "không có dòng nào dưới tiêu đề"


class Unmapped(UnreadableSheet):
    """There is a list, but no headings that are known, or all its rows are hidden: a person may say what to read."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lists of a file together."""

    rows: tuple[SheetRow, ...]
    unknown_headings: tuple[str, ...]  # of the columns that were not read
    left_out: tuple[LeftOut, ...]
    # Of a file that has no headings but one column of sentences: the rows' numbers and texts.
    sentences: tuple[tuple[int, str], ...] = ()
    sentences_sheet: str = ""
    notes: tuple[str, ...] = ()  # on how the file was read

    @property
    def names_sheets(self) -> bool:
        """Whether rows are named with their sheets, because several sheets have a list."""
        return len({row.sheet for row in self.rows}) > 1

    def not_read(self) -> Iterator[str]:
        """Yield the sentences that name the columns, rows and sheets that are not read."""
        yield from self.notes
        if self.unknown_headings:
            yield f"Không đọc các cột: {'; '.join(self.unknown_headings)}."
        yield from left_out_words(self.left_out, names_sheets=self.names_sheets)


@dataclass(slots=True)
class Parts:
    """What the sheets of a file hold: lists, sentences, and neither."""

    lists: list[tuple[str, ListPart]] = field(default_factory=list)
    sentences: list[tuple[str, Sentences]] = field(default_factory=list)
    others: list[LeftOut] = field(default_factory=list)
    heads: list[tuple[int, str]] = field(
        default_factory=list
    )  # the first rows of sheets without a list, as texts


def read_sheet(data: bytes, columns: Sequence[Column], wanted: Wanted | None = None) -> Sheet:
    """Return the rows of the lists in the visible sheets of a file.

    Without any headings, a sheet with one column of sentences is read. Raises UnreadableSheet, whose text says what
    people can do. Bounded: 10 MiB unpacked, 500,000 tags, 10 sheets, 50 columns, 500 rows, 2,000,000 characters.
    """
    try:
        book = open_book(data)
        with saying(lambda: book.notes):
            return replace(read_book(book, wanted or Wanted(columns)), notes=book.notes)
    except PackageRefused as problem:
        raise UnreadableSheet(REFUSALS[problem.reason]) from problem


def read_book(book: Book, wanted: Wanted) -> Sheet:
    reader, parts = RowReader(wanted), Parts()
    for place, sheet in enumerate(book.sheets()):
        _read_one(sheet.title, sheet.lines, place, reader, parts)
    passed_over = [LeftOut(0, why, "", title) for title, why in book.passed_over]
    if any(part.rows for _, part in parts.lists):
        return _together(parts, passed_over)
    if parts.lists:
        hidden = any(row.why == HIDDEN for _, part in parts.lists for row in part.left_out)
        raise Unmapped(ALL_HIDDEN) if hidden else UnreadableSheet(NO_ROWS)
    if parts.sentences:
        return _of_sentences(parts, passed_over)
    refuse_garbled(parts.heads)
    raise Unmapped(
        f"Không tìm thấy dòng tiêu đề trong {HEADINGS_WITHIN} dòng đầu của bảng tính. "
        f"Cần có các cột: {'; '.join(column.heading for column in wanted.columns)}. {AGAIN}"
    )


def _read_one(title: str, lines: Iterator[Line], place: int, reader: RowReader, parts: Parts) -> None:
    head = list(islice(lines, HEADINGS_WITHIN + DEEPEST))
    if table := find_table(head, reader.wanted, place):
        rest, above = chain(head[table.end :], lines), head[: table.start]
        while table is not None:
            part = reader.read(title, rest, table)
            named = (replace(left_out(line, ABOVE), sheet=title) for line in above)
            parts.lists.append((title, replace(part, left_out=(*named, *part.left_out))))
            table, above = reader.following, []
    elif place in reader.wanted.choices:
        parts.others.append(LeftOut(0, NOT_WANTED, "", title))
    elif head:
        sentences = sentences_in(chain(head, lines))
        if sentences:
            parts.sentences.append((title, sentences))
        else:
            parts.others.append(LeftOut(0, WITHOUT_LIST, "", title))
            parts.heads += [(line.number, " ".join(line.cells.values())) for line in head]


def _together(parts: Parts, passed_over: Sequence[LeftOut]) -> Sheet:
    """Return the lists of all sheets; sheets of sentences beside them are left out."""
    with_rows = [(title, part) for title, part in parts.lists if part.rows]
    several = len({title for title, _ in with_rows}) > 1
    unread = [
        f"{name} (trang tính “{title}”)" if several else name
        for title, part in with_rows
        for name in part.unread_columns
    ]
    empty = [LeftOut(0, WITHOUT_ROWS, "", title) for title, part in parts.lists if not part.rows]
    sentences = [LeftOut(0, WITHOUT_LIST, "", title) for title, _ in parts.sentences]
    return Sheet(
        tuple(row for _, part in with_rows for row in part.rows),
        tuple(unread),
        (
            *(out for _, part in parts.lists for out in part.left_out),
            *parts.others,
            *sentences,
            *empty,
            *passed_over,
        ),
    )


def _of_sentences(parts: Parts, passed_over: Sequence[LeftOut]) -> Sheet:
    (title, first), *others = parts.sentences
    left = (
        *first.left_out,
        *parts.others,
        *(LeftOut(0, WITHOUT_LIST, "", name) for name, _ in others),
        *passed_over,
    )
    return Sheet((), (), left, first.rows, title)
