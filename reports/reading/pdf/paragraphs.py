"""Joins the printed lines of a PDF to paragraphs, by their ends, their indents and their distances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from reports.reading.marks import mark
from reports.reading.pdf.columns import reading_order
from reports.reading.pdf.edges import notes_of
from reports.reading.pdf.printed import Margins, Printed, Rows, margins_of
from reports.reading.report.source import SourceLine
from reports.reading.word.runs import Run, line_of

FULL_GAP = 6.0  # points that a full line may end before the right margin
WIDE_PITCH = 1.35  # of the usual distance of two lines of a paragraph
RIGHT_HALF = " " * 24
LONGEST_LABEL = 6  # characters


def joined(rows: Rows, notes: Mapping[int, Sequence[Printed]]) -> Iterator[SourceLine]:
    """Yield the lines of each paragraph as one, the rows of a table over pages, and footnotes where their page ends."""
    margins, pending = margins_of(rows), dict(notes)
    whole = [
        row[0] if len(row) == 1 else _in_columns(row)
        for row in reading_order(rows, (margins.left + margins.right) / 2)
    ]
    pitch = _usual_pitch(whole)
    before: Printed | None = None
    for paragraph in _paragraphs(whole, margins, pitch):
        for page in [page for page in pending if page < paragraph[0].page]:
            yield from notes_of(pending.pop(page))
        yield _line(paragraph, margins, before, pitch)
        before = paragraph[-1]
    for note in pending.values():
        yield from notes_of(note)


def _paragraphs(lines: Iterable[Printed], margins: Margins, pitch: float) -> Iterator[list[Printed]]:
    paragraph: list[Printed] = []
    for one in lines:
        if paragraph and not _continues(paragraph, one, margins, pitch):
            yield paragraph
            paragraph = []
        paragraph.append(one)
    if paragraph:
        yield paragraph


def _in_columns(row: Sequence[Printed]) -> Printed:
    """Return the pieces of one height as one, with spaces that part columns; a number or a sign has no column."""
    first, *others = row
    gap = " " if len(first.text) <= LONGEST_LABEL and len(others) == 1 else "    "
    runs = [
        *first.runs,
        *(run for one in others for run in ((gap, first.is_bold and one.is_bold), *one.runs)),
    ]
    return replace(first, x1=others[-1].x1, runs=tuple(runs))


def _usual_pitch(lines: Sequence[Printed]) -> float:
    """Return the distance of most lines of one paragraph: the smaller half of all distances has it in its middle."""
    pairs = [(before, after) for before, after in pairwise(lines) if before.page == after.page]
    found = [after.top - before.top for before, after in pairs if after.top > before.top]
    return median(sorted(found)[: max(1, len(found) // 2 + 1)]) if found else 20


def _continues(paragraph: Sequence[Printed], one: Printed, margins: Margins, pitch: float) -> bool:
    """Return whether a line goes on with a paragraph: the line before is full and this one is not indented anew."""
    first, last = paragraph[0], paragraph[-1]
    if last.rows or one.rows:
        return _is_same_table(last, one)
    is_lower = one.text[:1].islower() and not margins.is_centred(last)  # the last line of a broad title
    if (
        (margins.is_centred(one) and not is_lower)
        or margins.is_centred(last)
        or abs(one.size - last.size) > 0.6
    ):
        return False
    is_next_page = one.page != last.page
    if not is_next_page and not 0 < one.top - last.top < WIDE_PITCH * max(pitch, 1.2 * one.size):
        return False
    is_full = last.x1 + one.first + 0.25 * one.size > margins.right - FULL_GAP
    if not is_full or (last.is_bold and not one.is_bold):
        return False
    if margins.is_centred(one):
        return True
    if len(paragraph) > 1:
        return abs(one.x0 - last.x0) < one.size / 2
    if abs(one.x0 - first.x0) < one.size / 3:  # paragraphs that are not indented
        return mark(one.text) is None and (first.x0 < margins.left + one.size / 2 or one.text[:1].islower())
    return one.x0 < first.x0 or mark(first.text) is not None  # a paragraph, or a bullet with its words aside


def _is_same_table(before: Printed, after: Printed) -> bool:
    is_next = bool(before.rows and after.rows) and after.page == before.page + 1
    return is_next and len(before.rows[0]) == len(after.rows[0])


def _line(paragraph: Sequence[Printed], margins: Margins, before: Printed | None, pitch: float) -> SourceLine:
    first = paragraph[0]
    after_gap = before is not None and first.page == before.page and first.top - before.bottom > 1.2 * pitch
    if first.rows:
        return SourceLine("", rows=tuple(_rows(paragraph)), after_gap=after_gap)
    runs: list[Run] = list(first.runs)
    for one in paragraph[1:]:
        runs[-1] = (runs[-1][0].rstrip(), runs[-1][1])
        runs += [(" ", one.runs[0][1]), *one.runs]
    line = line_of(runs)
    is_centred = margins.is_centred(first)
    is_right = not is_centred and first.x0 > (margins.left + margins.right) / 2
    return replace(
        line,
        raw=f"{RIGHT_HALF}{line.raw}" if is_right else line.raw,
        centred=is_centred or is_right,
        after_gap=after_gap,
    )


def _rows(pieces: Sequence[Printed]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table over several pages: its heading once, a row that a page broke whole."""
    head, last = pieces[0].rows[0], pieces[0].rows[-1]
    yield from pieces[0].rows[:-1]
    for piece in pieces[1:]:
        rows = piece.rows[1:] if piece.rows[0] == head else piece.rows
        for at, row in enumerate(rows):
            if at == 0 and _is_rest(last, row):
                last = tuple(" ".join(filter(None, cells)) for cells in zip(last, row, strict=True))
                continue
            yield last
            last = row
    yield last


def _is_rest(before: Sequence[str], row: Sequence[str]) -> bool:
    """Return whether the first row of a page is the rest of the last one of the page before."""
    goes_on = all(whole and whole[-1] not in ".;" for whole, cell in zip(before, row, strict=True) if cell)
    return not row[0] and bool(before[0]) and goes_on
