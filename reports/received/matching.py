"""Which parts of a body's report belong to a section of the province's report, by their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pbgdpl.lib.remembering import remembered
from reports.comparing.version_parts import CONTACT, END, HEAD, OPENING, VersionPart
from reports.received.levels import levels
from reports.year_mentions.headings import heading_key

# The numbers before a heading, in folded words: "1.2. ", "ii - ", "phan thu nhat: ", "d) "; one may be typed by hand.
LABELS = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})+\s+"
    r"|(?:phan(?: thu)? \w+|[ivxlc]+|[a-z]|\d{1,2}(?:\.\d{1,2})*)\s*(?:[.):]\s*|[/–-]\s+))+"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NO_WORD = re.compile(r"[^a-z0-9]+")
UNHEADED = frozenset({HEAD, OPENING, END, CONTACT})


@remembered
def heading_words(heading: str) -> str:
    """Return the folded words of a heading without its number and the years that it names.

    >>> heading_words("1.2. CÁC MÔ HÌNH, cách làm hay (năm 2024):"), heading_words("Mô hình năm sau")
    ('cac mo hinh cach lam hay nam', 'mo hinh nam')
    """
    key = heading_key(heading)
    numbered = LABELS.match(key)
    words = key[numbered.end() :] if numbered else key
    return NO_WORD.sub(" ", YEAR.sub(" ", words)).strip()


def matching_parts(parts: Sequence[VersionPart], heading: str, collects: str = "") -> tuple[int, ...]:
    """Return the places of the parts that belong to a section, with those that stand below them.

    `collects` has words of their headings, one a line; without any, a heading is compared with the section's own.

    >>> parts = [("I. Kết quả", ""), ("1. MÔ HÌNH HAY", "Một."), ("a) Ở xã", "Hai."), ("2. Khác", "Ba.")]
    >>> matching_parts(parts, "Mô hình hay năm 2024"), matching_parts(parts, "Hiệu quả", "khác\\nở xã")
    ((1, 2), (2, 3))
    """
    asked = tuple(filter(None, map(heading_words, collects.split("\n"))))
    own = heading_words(heading)
    found, above = [], None  # the level of the part that was matched, while what follows stands below it
    for place, ((name, _), level) in enumerate(zip(parts, levels(parts), strict=True)):
        if name in UNHEADED:
            above = None
        elif above is not None and level > above:
            found.append(place)
        elif _belongs(heading_words(name), own, asked):
            found.append(place)
            above = level
        else:
            above = None
    return tuple(found)


def _belongs(name: str, own: str, asked: Sequence[str]) -> bool:
    if asked:
        return any(_stands_in(words, name) for words in asked)
    return _stands_in(own, name) or _stands_in(name, own)


def _stands_in(words: str, text: str) -> bool:
    """Return whether whole words stand in a text; no words stand in none."""
    return bool(words) and f" {words} " in f" {text} "
