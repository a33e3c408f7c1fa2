"""Leaves out Quốc hiệu where a narrow column breaks it early: "CỘNG HÒA XÃ HỘI CHỦ", "NGHĨA VIỆT NAM".

Broken later ("… CHỦ NGHĨA", "VIỆT NAM") it is known to the letterhead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

WORDS = ("CỘNG", "H(?:ÒA|OÀ)", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM")
EARLY = 6  # words; a line with as many is known to the letterhead
LINES_BETWEEN = 3  # at most, from one part of it to the next
END_OF_COLUMN = r"(?=\s*$|\t|\s{2,})"


def _run(words: Sequence[str]) -> str:
    """Return a pattern of the first word and as many of the next ones as follow."""
    first, *others = words
    return rf"{first}(?:\s+{_run(others)})?" if others else first


BEGINNING = re.compile(rf"(?<!\w){WORDS[0]}\s+{_run(WORDS[1 : EARLY - 1])}{END_OF_COLUMN}")
CONTINUATIONS = {
    count: re.compile(rf"(?<!\w){_run(WORDS[count:])}{END_OF_COLUMN}") for count in range(2, EARLY)
}


def without_country(lines: Sequence[str]) -> list[str]:
    """Return the lines with a tab for each part of a broken Quốc hiệu: it separates what is left and right of it."""
    parted = []
    count = since = 0
    for line in lines:
        found = CONTINUATIONS[count].search(line) if count else BEGINNING.search(line)
        if found:
            line = f"{line[: found.start()]}\t{line[found.end() :]}"
            count, since = count + len(found[0].split()), 0
        since += 1
        if count >= EARLY or since > LINES_BETWEEN:
            count = 0
        parted.append(line)
    return parted
