"""Number and day that another program put on a printed page, as form fields or as notes, into the blanks left for them.

A document system prints "Số:      /KH-SYT" and "ngày    tháng    năm 2025" and stamps the figures on top.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from pypdf import PageObject

MOST_ANNOTATIONS = 200
HIDDEN = 2 | 32  # the flags of what is not shown
BLANK = r"[\s.…_]*"
NUMBER_BLANK = re.compile(rf"(?<!\w)(S[ốỐ]\s*[:.]?){BLANK}(?P<symbol>/\S*)?")
DATE_BLANK = re.compile(rf"ngày{BLANK}tháng{BLANK}năm{BLANK}(\d{{4}})?", re.IGNORECASE)
FIGURES = re.compile(r"\d{1,5}")
WHOLE_NUMBER = re.compile(r"\d{1,5}\s?/\s?[^\W\d_].*")
WHOLE_DATE = re.compile(
    r"(?:ngày )?(\d{1,2})(?:/|-|\.| tháng )(\d{1,2})(?:/|-|\.| năm )(\d{4})", re.IGNORECASE
)


class Stamped(NamedTuple):
    """The texts stamped on the left half of a page (its number) and on the right half (its day), each left to right."""

    left: tuple[str, ...]
    right: tuple[str, ...]


def stamped_on(page: PageObject) -> Stamped:
    """Return the texts that form fields and notes show on a page."""
    texts = sorted(_texts(page))
    middle = float(page.mediabox.left + page.mediabox.right) / 2
    return Stamped(
        tuple(text for left, text in texts if left < middle),
        tuple(text for left, text in texts if left >= middle),
    )


def _texts(page: PageObject) -> Iterator[tuple[float, str]]:
    for one in page.get("/Annots", ())[:MOST_ANNOTATIONS]:
        shown = one.get_object()
        text = shown.get("/V") if shown.get("/Subtype") == "/Widget" else shown.get("/Contents")
        is_shown = (
            shown.get("/Subtype") in ("/Widget", "/FreeText", "/Stamp") and not shown.get("/F", 0) & HIDDEN
        )
        if is_shown and isinstance(text, str) and (words := text.strip()) and not words.startswith("/"):
            yield float(shown["/Rect"][0]), words


def filled(lines: Sequence[str], stamped: Stamped) -> list[str]:
    """Return the lines with the stamped number and day in their blanks; what fits no blank is left out."""
    return [_with_date(_with_number(line, stamped.left), stamped.right) for line in lines]


def _with_number(line: str, texts: Sequence[str]) -> str:
    blank = NUMBER_BLANK.search(line)
    if blank is None or line[blank.end() : blank.end() + 1].isdigit():
        return line
    symbol = blank["symbol"] or ""
    wholes = (text for text in texts if WHOLE_NUMBER.fullmatch(text))
    numbers = (f"{text}{symbol}" for text in texts if symbol and FIGURES.fullmatch(text))
    number = next(chain(wholes, numbers), "")
    return f"{line[: blank.start()]}{blank[1]} {number}{line[blank.end() :]}" if number else line


def _with_date(line: str, texts: Sequence[str]) -> str:
    blank = DATE_BLANK.search(line)
    if blank is None:
        return line
    wholes = (found.groups() for text in texts if (found := WHOLE_DATE.fullmatch(text)))
    figures = (*filter(FIGURES.fullmatch, texts), *filter(None, [blank[1]]))
    date = next(wholes, figures)
    if len(date) != len(("day", "month", "year")):
        return line
    day, month, year = date
    return f"{line[: blank.start()]}ngày {day} tháng {month} năm {year}{line[blank.end() :]}"
