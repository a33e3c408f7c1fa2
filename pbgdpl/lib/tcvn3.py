"""Text in TCVN3 (ABC), the code page of fonts like .VnTime: recognised, and turned into Unicode.

Programs of today show it as "KÕ ho¹ch"; its "ư" is U+00AD, the soft hyphen that cleaning would delete.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pbgdpl.lib.syllables import is_short_syllable, is_telling_syllable

CODES = (
    "\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa8\xa9\xaa\xab\xac\xad\xae\xb5\xb6\xb7\xb8\xb9\xbb\xbc\xbd\xbe\xc6\xc7\xc8\xc9\xca\xcb"
    "\xcc\xce\xcf\xd0\xd1\xd2\xd3\xd4\xd5\xd6\xd7\xd8\xdc\xdd\xde\xdf\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea\xeb\xec\xed"
    "\xee\xef\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe"
)
LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
TO_UNICODE = str.maketrans(CODES, LETTERS)
WORD = re.compile(r"[a-zA-Z\xa1-\xac\xad\xae\xb5-\xff]+")
# Letters such as ế, ơ and đ, and combining marks, which no text in the old code page contains.
IN_UNICODE = re.compile(r"[^\W\d_\x00-\xff]|[\u0300-\u036f]")
SOFT_HYPHEN = "\u00ad"
FEWEST_WORDS = 2


def is_tcvn3(line: str, *, fewest: int = FEWEST_WORDS) -> bool:
    """Return whether a line is in TCVN3: its words with marks are syllables in that code page and not in Unicode.

    Of such words one is enough where it has a soft hyphen; `fewest` is how many there are to be otherwise.

    >>> is_tcvn3("Së T\\xad ph¸p"), is_tcvn3("Sở Tư pháp"), is_tcvn3("bé cô là")
    (True, False, False)
    """
    return is_written_in(line, from_tcvn3, fewest=1 if SOFT_HYPHEN in line else fewest)


def is_written_in(line: str, read: Callable[[str], str], *, fewest: int) -> bool:
    """Return whether the words with marks are syllables as `read` turns them into Unicode, and `fewest` only so.

    Those few are different words and have a consonant, because "aõ", "eà" are often letters set at random.
    """
    if line.isascii() or IN_UNICODE.search(line):
        return False
    marked = [word for word in WORD.findall(line) if not word.isascii() and not _is_short_form(read(word))]
    odd = [word for word in marked if not is_short_syllable(word)]
    telling = sum(is_telling_syllable(read(word)) for word in {word.lower() for word in odd})
    right = sum(is_short_syllable(read(word)) for word in marked)
    return telling >= fewest and 2 * len(odd) > len(marked) and 5 * right >= 4 * len(marked)


def from_tcvn3(line: str) -> str:
    """Return a line in TCVN3 in Unicode.

    >>> from_tcvn3("Së T\\xad ph¸p h\\xadíng dÉn")
    'Sở Tư pháp hướng dẫn'
    """
    return line.translate(TO_UNICODE)


def _is_short_form(word: str) -> bool:
    """Return whether a word is one such as "QĐ", which tells nothing about a code page."""
    return word.isupper() and not is_short_syllable(word)
