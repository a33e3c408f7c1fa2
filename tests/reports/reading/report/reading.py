"""Functions for the tests of reading a report: its words, its outline, its sections, its body."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from reports.document.text import to_text
from reports.document.tree import Block, Document, Section
from reports.reading.report import read_text
from reports.reading.report.reading import IS_CHANGED, IS_NOT_READ, read_source
from reports.reading.report.text_source import text_source

KIND = "BÁO CÁO\nKết quả năm 2024\n"


def words(text: str) -> list[str]:
    """Return the words in order, without punctuation, in one case and one Unicode form."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).upper().casefold())


def lost_words(source: str, printed: str) -> Counter[str]:
    return Counter(words(source)) - Counter(words(printed))


def unexplained(text: str) -> Counter[str]:
    """Return the words of a text that its report neither prints nor names, for a reason that is known, as left out."""
    reading = read_source(text_source(text))
    named = " ".join(one.text for one in reading.left_out if one.why not in (IS_CHANGED, IS_NOT_READ))
    return lost_words(text, f"{to_text(reading.document)}\n{named}")


def outline(blocks: Sequence[Block], depth: int = 1) -> Iterator[tuple[int, str]]:
    """Yield the depth and the text of every heading."""
    for block in blocks:
        if isinstance(block, Section):
            yield depth, block.heading
            yield from outline(block.blocks, depth + 1)


def section(document: Document, *path: int) -> tuple[Block, ...]:
    """Return the blocks of the section at the path, counted from 1."""
    blocks = document.body
    for position in path:
        blocks = [block for block in blocks if isinstance(block, Section)][position - 1].blocks
    return blocks


def body(*lines: str) -> tuple[Block, ...]:
    """Return the body of a report with a head and these lines."""
    return read_text(KIND + "Sở báo cáo như sau:\n" + "\n".join(lines)).body[1:]
