"""Takes page numbers, running heads, feet and footnotes out of the pages of a PDF."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reports.reading.pdf.printed import Printed, Rows, by_height
from reports.reading.report import places
from reports.reading.report.source import LeftOut, SourceLine

CONTACT = re.compile(r"Địa chỉ|Điện thoại|[ĐD]T\s*:|Email|E-mail|Fax|Website", re.IGNORECASE)
NOTE = re.compile(r"[(\[]?(\d{1,3})[)\].]?\s*(\D.*)", re.DOTALL)
PAGE_NUMBER = "số trang"
REPEATED = "dòng lặp lại ở đầu hoặc cuối các trang"
LEAST_REPEATED, MOST_PAGES = 3, 0.6  # pages, and their share where nothing parts the line from the text
SAME_PLACE = 6.0  # points
LEAST_GAP = 0.9  # sizes of a letter: what repeats on each page stands so far from the text
SMALLER = 1.4  # points: a foot of a page or a footnote is set so much smaller than the text


def without_running_lines(
    pages: Sequence[list[Printed]], heights: Sequence[float]
) -> tuple[list[list[Printed]], tuple[LeftOut, ...]]:
    """Return the pages without page numbers and without what stands at the same place of several pages, each named."""
    edges = [(one, _place(one, heights[one.page])) for page in pages for one in page if not one.rows]
    alone = {row[0] for page in pages for row in by_height(page) if len(row) == 1}
    apart = {one for page in pages for row in _apart(by_height(page)) for one in row}
    counts = Counter(place for _, place in {(one.page, place) for one, place in edges})
    most = max(LEAST_REPEATED, MOST_PAGES * len(pages))
    left_out: dict[LeftOut, None] = {}
    kept: list[list[Printed]] = [[one for one in page if one.rows] for page in pages]
    for one, place in edges:
        is_edge = one.top < 0.12 * heights[one.page] or one.bottom > 0.9 * heights[one.page]
        if is_edge and one in alone and places.is_page_number(one.text):
            left_out[LeftOut(one.text, PAGE_NUMBER)] = None
        elif is_edge and one.page > 0 and counts[place] >= (LEAST_REPEATED if one in apart else most):
            left_out[LeftOut(one.text, REPEATED)] = None
        else:
            kept[one.page].append(one)
    in_order = [
        sorted(page, key=lambda one: one.top if one.rows else (one.top + one.bottom) / 2) for page in kept
    ]
    return in_order, tuple(left_out)


def _apart(rows: Rows) -> Iterator[Sequence[Printed]]:
    """Yield the first and the last row of a page where a gap parts them from the text."""
    for row, beside in ((rows[:1], rows[1:2]), (rows[-1:], rows[-2:-1])):
        for one, other in zip(row, beside, strict=False):
            gap = max(one[0].top, other[0].top) - min(one[0].bottom, other[0].bottom)
            if gap > LEAST_GAP * one[0].size:
                yield one


def _place(one: Printed, height: float) -> tuple[str, int]:
    """Return the text of a line, without its figures, and its height on the page."""
    return re.sub(r"\d+", "0", one.text), round(min(one.top, height - one.bottom) / SAME_PLACE)


def size_of_text(pages: Sequence[Sequence[Printed]]) -> float:
    """Return the size of most letters."""
    sizes = Counter[float]()
    for page in pages:
        for one in page:
            sizes[round(one.size, 1)] += len(one.text)
    return max(sizes, key=lambda size: sizes[size], default=0)


def take_feet(page: list[Printed], size: float) -> list[Printed]:
    """Take out of a page and return the smaller lines at its end: a foot of the page, or footnotes."""
    end = len(page)
    while end and not page[end - 1].rows and page[end - 1].size <= size - SMALLER:
        end -= 1
    feet = page[end:]
    is_list = any(
        places.RECIPIENTS.match(one.text) or one.text.startswith("- ")
        for one in (*feet, *page[end - 1 : end])
    )
    if end == 0 or is_list or not feet or not (NOTE.match(feet[0].text) or CONTACT.search(feet[0].text)):
        return []
    del page[end:]
    return feet


def notes_of(lines: Iterable[Printed]) -> Iterator[SourceLine]:
    """Yield each footnote, which begins with its number, as one line."""
    notes: list[str] = []
    for one in lines:
        if found := NOTE.match(one.text):
            notes.append(f"Chú thích {found[1]}: {found[2]}")
        elif notes:
            notes[-1] = f"{notes[-1]} {one.text}"
    yield from (SourceLine(note, is_note=True) for note in notes)
