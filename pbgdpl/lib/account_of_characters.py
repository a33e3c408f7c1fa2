"""The account of a reading's characters: what of a source stands in none of the texts that were made of it.

Each way in (a pasted list, a sheet, an earlier report …) keeps its source beside what it made, and shows before saving
what `left_out` and `invisible_in` return. White space does not count, nor do capitals and the zeros before a number.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from pbgdpl.lib.vietnamese import LINE_BREAKS, clean

KEPT = "\0"  # stands for each character that a text has as it is; cleaning leaves none in a text
TOKEN = re.compile(rf"\d+|[^\W\d_]+|[^\s{KEPT}]")
INVISIBLE = {"Cc": "ký tự điều khiển", "Cf": "ký tự ẩn", "Cs": "ký tự hỏng", "Cn": "ký tự hỏng"}
SOFT_HYPHEN = "\u00ad"
WHITE_SPACE = {ord(character): " " for character in ("\t", "\xa0", *LINE_BREAKS)}


def left_out(source: str, *texts: str) -> tuple[str, ...]:
    """Return the pieces of a source, in its order, whose words and signs none of the texts has left over.

    Every word and sign of a text accounts for one of the source; those at the end of the source are looked for first,
    because it is the beginning of a line that is taken off. Takes time and memory linear in the lengths.

    >>> left_out("1. Kế hoạch số 12/KH-SXD;", "Kế hoạch số 12/KH-SXD")
    ('1.', ';')
    >>> left_out("ngày 5 tháng 3 năm 2025, hai lần", "ngày 05/3/2025, hai LẦN")
    ('tháng', 'năm')
    """
    whole = visible = clean(source)
    others = []
    for text in map(clean, texts):
        place = visible.rfind(text) if text else -1
        if place >= 0 and _stands_alone(visible, place, place + len(text)):
            visible = f"{visible[:place]}{KEPT * len(text)}{visible[place + len(text) :]}"
        else:
            others.append(text)
    return tuple(whole[start:end] for start, end in _missing(visible, others))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether no word or number goes on beyond a part of a text."""
    goes_on_before = start > 0 and text[start - 1 : start + 1].isalnum()
    return not goes_on_before and not (end < len(text) and text[end - 1 : end + 1].isalnum())


def _missing(visible: str, texts: Iterable[str]) -> list[tuple[int, int]]:
    """Return where the pieces of a text are for which other texts have no words and signs left."""
    kept = Counter(map(_same, TOKEN.findall("\n".join(texts))))
    missing: list[tuple[int, int]] = []
    for found in reversed(list(TOKEN.finditer(visible))):
        token = _same(found[0])
        if kept[token]:
            kept[token] -= 1
        elif missing and _is_one_piece(visible, found, missing[-1][0]):
            missing[-1] = (found.start(), missing[-1][1])
        else:
            missing.append(found.span())
    return missing[::-1]


def invisible_in(source: str) -> tuple[str, ...]:
    """Return what the characters are called that cleaning takes out, each name once, with how many there are.

    >>> invisible_in("pháp\\u00ad luật\\u200b\\u200b"), invisible_in("Dòng 1\\r\\n\\tdòng 2")
    (('gạch nối mềm', '2 ký tự ẩn'), ())
    """
    if source.translate(WHITE_SPACE).isprintable():
        return ()
    names = Counter(name for character in source if (name := _invisible(character)))
    return tuple(f"{count} {name}" if count > 1 else name for name, count in names.items())


def quoted(pieces: Iterable[str]) -> str:
    """Return pieces as a list for people, none of them cut: "“1.”, “tháng”"."""
    return ", ".join(f"“{piece}”" for piece in pieces)


def _is_one_piece(text: str, found: re.Match[str], following: int) -> bool:
    """Return whether a missing token belongs to the piece after it: nothing is between them, or words have a space."""
    between = text[found.end() : following]
    return not between or (between.isspace() and found[0][-1].isalpha() and text[following].isalpha())


def _same(token: str) -> str:
    return token.lstrip("0") or "0" if token.isdigit() else token.casefold()


def _invisible(character: str) -> str:
    """Return what a character is called that no one sees, or an empty text."""
    if character == SOFT_HYPHEN:
        return "gạch nối mềm"
    if character == "\t" or character in LINE_BREAKS:
        return ""
    return INVISIBLE.get(unicodedata.category(character), "")
