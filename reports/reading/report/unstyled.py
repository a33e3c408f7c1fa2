"""Finds the roles of the lines of a report that this program has not printed, by position and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.reading.marks import mark
from reports.reading.report import places
from reports.reading.report.annexes import is_annex_label, read_annexes
from reports.reading.report.head import read_head
from reports.reading.report.paragraphs import mended, tabulated
from reports.reading.report.roles import PlacedLine, Role
from reports.reading.report.source import SourceLine
from reports.reading.report.tail import read_tail, tail_at, tail_end

Lines = Sequence[SourceLine]

# "Trên đây là …" begins the closing words only in so many last lines.
LINES_OF_CLOSING = 4
LONGEST_LEGAL_BASIS = 1000


def unstyled_lines(lines: Lines) -> tuple[PlacedLine, ...]:
    """Return every line that has words, with its role."""
    first, last = _chosen(lines)
    head, rest = read_head(lines[:first])
    rest = (*rest, *lines[first:])
    before_tail = max(0, len(rest) - len(lines) + last)
    start = before_tail + tail_at(rest[before_tail:])
    if start == len(rest):
        start = end = next((at for at, line in enumerate(rest) if is_annex_label(line)), start)
    else:
        end = tail_end(rest, start)
    text = mended(tuple(tabulated(rest[:start])))
    tail = read_tail(rest[start:end])
    return (*head, *_text(text), *tail, *read_annexes(rest[end:]))


def _chosen(lines: Lines) -> tuple[int, int]:
    """Return the positions of the first line that the officer says is a heading, and after the last of the text."""
    annexes = next((at for at, line in enumerate(lines) if is_annex_label(line)), len(lines))
    chosen = [at for at, line in enumerate(lines[:annexes]) if line.chosen]
    return (chosen[0], chosen[-1] + 1) if chosen else (len(lines), 0)


def _text(lines: Lines) -> Iterator[PlacedLine]:
    """Yield the căn cứ lines, the body and the closing words."""
    bases, closing = _legal_bases(lines), _closing_at(lines)
    for at, line in enumerate(lines):
        role = Role.LEGAL_BASIS if at < bases else Role.TEXT if at < closing else Role.CLOSING
        yield PlacedLine(role, line)


def _legal_bases(lines: Lines) -> int:
    """Return the count of căn cứ lines at the start of the text: each but the last ends with ";".

    A single line without ";" counts only if it begins with "Căn cứ", else it is the opening of the report.
    """
    count = 0
    while count < len(lines) and _is_legal_basis(lines[count]):
        count += 1
        if not lines[count - 1].text.endswith(";"):
            break
    alone = count == 1 and not lines[0].text.endswith(";")
    return 0 if alone and not lines[0].text.startswith("Căn cứ") else count


def _is_legal_basis(line: SourceLine) -> bool:
    text = line.text
    begins = places.LEGAL_BASIS.match(text.lstrip("-–+• "))
    plain = not (line.rows or line.is_note or line.chosen) and len(text) <= LONGEST_LEGAL_BASIS
    return plain and begins is not None and text[-1] in ";.," and "như sau" not in text[-40:]


def _closing_at(lines: Lines) -> int:
    """Return the position of the closing words; the count of lines if there are none."""
    end = len(lines)
    for at in range(max(0, end - LINES_OF_CLOSING), end):
        rest = lines[at:]
        if places.CLOSING.match(lines[at].text) and all(map(_is_plain, rest)):
            return at
    last = lines[-1] if lines else None
    polite = last and _is_plain(last) and last.text.endswith("./.") and places.LAST_WORDS.search(last.text)
    return end - 1 if polite else end


def _is_plain(line: SourceLine) -> bool:
    return not (line.rows or line.is_note or line.chosen or mark(line.text))
