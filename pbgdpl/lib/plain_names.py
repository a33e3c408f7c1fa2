"""Names of files and folders that every system accepts: ASCII letters, no reserved word, no duplicates."""

from __future__ import annotations

import re
import unicodedata

# Names of devices in Windows, with any ending.
DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z", re.IGNORECASE)
OTHER = re.compile(r"[^0-9A-Za-z]+")
ENDING = re.compile(r"[0-9A-Za-z]{1,8}\Z")
LONGEST = 60


def plain_name(text: str, *, longest: int = LONGEST) -> str:
    """Return a text as a name of ASCII letters, digits and hyphens.

    >>> plain_name("Sở Xây dựng"), plain_name("Đ/c: “đường”"), plain_name("../con"), plain_name("…")
    ('So-Xay-dung', 'D-c-duong', 'tep-con', 'tep')
    """
    letters = unicodedata.normalize("NFKD", text).replace("đ", "d").replace("Đ", "D")
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    name = OTHER.sub("-", bare).strip("-")[:longest].rstrip("-") or "tep"
    return f"tep-{name}" if DEVICES.match(name) else name


def plain_file_name(text: str) -> str:
    """Return the name of a file as ASCII letters, with its ending.

    >>> plain_file_name("Kế hoạch 139.pdf"), plain_file_name("nul.txt"), plain_file_name("a.b c")
    ('Ke-hoach-139.pdf', 'tep-nul.txt', 'a-b-c')
    """
    stem, _, ending = text.rpartition(".")
    if stem and ENDING.match(ending):
        return f"{plain_name(stem)}.{ending.lower()}"
    return plain_name(text)


class Taken:
    """The names taken in one folder, compared without case."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, name: str) -> str:
        """Return the name, or "name-2.pdf" if it is taken, and mark it as taken."""
        stem, dot, ending = name.rpartition(".") if "." in name else (name, "", "")
        found, number = name, 1
        while found.casefold() in self._taken:
            number += 1
            found = f"{stem}-{number}{dot}{ending}"
        self._taken.add(found.casefold())
        return found
