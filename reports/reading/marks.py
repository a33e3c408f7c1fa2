"""The mark at the start of a line: "I.", "1.", "1.1.", "a)", "-", and its number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from reports.document.labels import LETTERS, letter, roman


class Family(Enum):
    ROMAN = "I."
    NUMBER = "1."
    DECIMAL = "1.1."
    LETTER = "a)"
    BULLET = "-"


@dataclass(frozen=True, slots=True)
class Mark:
    family: Family
    printed: str  # "1.", as in the source
    words: str  # the line without the mark
    number: int = 0  # counted from 1; 0 if this program would print the mark differently
    parent: int = 0  # 2 of "2.3."

    @property
    def closer(self) -> str:
        return self.printed[-1]


ROMANS = {roman(number): number for number in range(1, 90)}
DASHES = "-–—‑‐−"
SYMBOLS = "•●▪■◆◦○·∙✓✔➢➤►❖*"
PRIVATE = "\uf000-\uf0ff"  # bullets of the fonts Symbol and Wingdings

PATTERNS = (
    (Family.ROMAN, re.compile(r"([IVXL]{1,8})\s?[.)/–-]\s*(?=[^\W\d_])")),
    (Family.DECIMAL, re.compile(r"(\d{1,2})\.(\d{1,2})(?:[.)]\s*|\s+)(?=[^\W\d_]|[“\"(])")),
    (Family.NUMBER, re.compile(r"(\d{1,3})(?:[.)]\s*(?=[^\W\d_])|[.)/-]\s+(?=\S))")),
    (Family.LETTER, re.compile(r"([a-zđ])(?:[)/]\s*|\.\s+|\.(?=[A-ZĐÀ-Ỹ]))(?=\S)")),
    (
        Family.BULLET,
        re.compile(rf"(?:([{DASHES}+])(?:\s+(?=\S)|(?=[^\W\d_]))|([{SYMBOLS}{PRIVATE}])\s*(?=[^\W_]|\s\S))"),
    ),
)
# "III. NHẬN XÉT ........ 7": a line of a table of contents.
LONGEST_DOT_LEADER = 40
DOT_LEADER = re.compile(r"[.…]{4,}\s*\d{1,3}$")


@lru_cache(maxsize=256)
def mark(text: str) -> Mark | None:
    """Return the mark at the start of a text, or None.

    >>> mark("1.2. Kiểm tra"), mark("1.496 lớp")
    (Mark(family=<Family.DECIMAL: '1.1.'>, printed='1.2.', words='Kiểm tra', number=2, parent=1), None)
    """
    for family, pattern in PATTERNS:
        found = pattern.match(text)
        if found and not DOT_LEADER.search(text[-LONGEST_DOT_LEADER:]):
            printed, words = found[0].strip(), text[found.end() :].strip()
            number, parent = _number(family, found)
            return Mark(family, printed, words, number, parent)
    return None


def _number(family: Family, found: re.Match[str]) -> tuple[int, int]:
    """Return the number and, of a decimal, its parent's; 0 if it would be printed differently, like "01."."""
    match family:
        case Family.ROMAN:
            return ROMANS.get(found[1], 0), 0
        case Family.NUMBER:
            return int(found[1]) if not found[1].startswith("0") else 0, 0
        case Family.DECIMAL:
            return int(found[2]) if not found[2].startswith("0") else 0, int(found[1])
        case Family.LETTER:
            return letter_position(found[1]), 0
        case Family.BULLET:
            return 0, 0


def letter_position(label: str) -> int:
    """Return the position for which `letter` returns the label, or 0.

    >>> letter_position("đ"), letter_position("aa"), letter_position("f")
    (5, 24, 0)
    """
    position = 0
    for character in label:
        position = position * len(LETTERS) + LETTERS.find(character) + 1
    return position if position and letter(position) == label else 0


def bullet_sign(printed: str) -> str:
    """Return "-" for any dash, "+" for a plus, and "•" for any other sign."""
    return "-" if printed in DASHES else "+" if printed == "+" else "•"
