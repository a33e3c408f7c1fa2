"""Which characters of a text are printed, and up to what length its numbers stay whole: alike in every file."""

from __future__ import annotations

import re
import unicodedata

# Numbers, symbols and dates stay on one line unless they are longer than this. What would cut them is not the
# same for HTML and for Word, "/" or "-", so how they are found and held together stands with each.
LONGEST_NUMBER = 40
# What XML and PDF cannot hold, or no reader shows: control characters, surrogates, non-characters.
ILLEGAL = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010fffd]")


def clean(text: str) -> str:
    """Return the text composed (NFC) and without the characters that no file or paper can hold.

    >>> clean("Sở\\x0b Du lịch\\ufffe")
    'Sở Du lịch'
    """
    composed = unicodedata.normalize("NFC", text)
    # Nothing illegal is printable, and this is told faster.
    return composed if composed.isprintable() else ILLEGAL.sub("", composed)
