"""What stands in a cell of a form: a whole number, "-", or words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pbgdpl.lib.vietnamese import clean_line, first_words, thousands
from reports.figures.sums import MOST_DIGITS
from reports.models.indicators import LONGEST_WORDS

NOT_APPLICABLE = "-"
DASHES = frozenset("-‐‑–—−")
# Dots or spaces part thousands; commas do so where there are two of them, one begins a fraction.
WHOLE = re.compile(r"[0-9]+|[0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3}){2,}")
FAR_TOO_LARGE = re.compile(r"[0-9]+(?:,[0-9]+)?e\+[0-9]+")  # as the reader of sheets writes it


class CellRefused(ValueError):
    """Holds the rest of a sentence that begins with the place of the cell."""


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell that is not empty: a number, None for "-", or the words of a column of words."""

    place: str  # "F12"
    value: int | str | None

    @property
    def number(self) -> int | None:
        return self.value if isinstance(self.value, int) else None

    @property
    def shown(self) -> str:
        if isinstance(self.value, int):
            return thousands(self.value)
        return NOT_APPLICABLE if self.value is None else self.value


def read_cell(place: str, text: str, *, is_text: bool) -> FormCell | None:
    """Return what a cell says, None for an empty one; raise CellRefused."""
    words = clean_line(text)
    if not words:
        return None
    return FormCell(place, _words(words) if is_text else _number(words))


def _words(words: str) -> str:
    if len(words) > LONGEST_WORDS:
        raise CellRefused(f"có hơn {LONGEST_WORDS} ký tự. Viết gọn lại.")
    return words


def _number(words: str) -> int | None:
    if words in DASHES:
        return None
    digits = re.sub("[., ]", "", words).lstrip("0") if WHOLE.fullmatch(words) else ""
    if len(digits) > MOST_DIGITS or FAR_TOO_LARGE.fullmatch(words):
        raise CellRefused(f"ghi số quá lớn, nhiều nhất {MOST_DIGITS} chữ số. Sửa lại số đó.")
    if not WHOLE.fullmatch(words):
        raise CellRefused(
            f"ghi “{first_words(words, 40)}”, không phải số nguyên. Ghi số, hoặc “-” nếu không phát sinh."
        )
    return int(digits or "0")
