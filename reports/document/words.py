"""The characters of a text that are printed, and the length of numbers kept whole, the same in every file."""

from __future__ import annotations

import re
import unicodedata

# Numbers, symbols and dates up to this length are broken only after a hyphen, and a column is as wide as they are.
LONGEST_NUMBER = 40
# Characters that XML and PDF cannot contain, or no program shows: control characters, surrogates, non-characters.
ILLEGAL = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010fffd]")


def clean(text: str) -> str:
    """Return the text composed (NFC) and without the characters that cannot be stored or printed.

    >>> clean("Sở\\x0b Du lịch\\ufffe")
    'Sở Du lịch'
    """
    composed = unicodedata.normalize("NFC", text)
    # A text that is printable has no illegal characters, and this check is faster.
    return composed if composed.isprintable() else ILLEGAL.sub("", composed)


def one_line(text: str) -> str:
    """Return the text without the line ends that the officer set.

    >>> one_line("SỞ NÔNG NGHIỆP\\nVÀ MÔI TRƯỜNG")
    'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG'
    """
    return text.replace("\n", " ")
