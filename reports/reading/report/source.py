"""What intake reads, before it knows what it means: the lines of the paper, with the hints they carry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pbgdpl.lib.vietnamese import clean

# Side by side on one line: a tab, three spaces, two before a signer's office; not the room for a number or a date.
COLUMN_GAP = re.compile(
    r"(?<!\s)(?<!Số:)(?<!Số)(?<!ngày)(?<!tháng)(?<!năm)"
    r"(?:[ ]*\t[ \t]*(?=\S)|[ ]{3,}(?=\S)|[ ]{2}(?=(?:KT|TM|TL|TUQ|Q)\.|(?:PHÓ )?(?:GIÁM ĐỐC|CHỦ TỊCH)))"
)
INDENT_OF_THE_RIGHT_HALF = 20


class UnreadableReport(ValueError):
    """The file holds no report that can be read; the message is one Vietnamese sentence for its owner."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One printed paragraph, or one whole table where it has rows."""

    raw: str  # clean; tabs and runs of spaces as they were, the automatic number in front
    style: str = ""  # the id of our own Word style, where the paragraph has one
    lead: str = ""  # the bold words in front of plain ones
    bold: bool = False  # all of it is bold
    centred: bool = False  # or set to the right
    after_gap: bool = False  # an empty line or paragraph stands before it
    is_note: bool = False  # a footnote, standing after the paragraph it belongs to
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        return " ".join(self.raw.split())


def clean_raw(text: str) -> str:
    """Return the text as `clean` does, but with its tabs, which part columns."""
    return "\t".join(clean(piece) for piece in text.split("\t"))


def halves(raw: str) -> tuple[str, str]:
    """Return what stands in the left and in the right half of a line.

    >>> halves("SỞ TÀI CHÍNH      Độc lập - Tự do - Hạnh phúc"), halves("\\tTrần Văn B")
    (('SỞ TÀI CHÍNH', 'Độc lập - Tự do - Hạnh phúc'), ('', 'Trần Văn B'))
    """
    words = raw.expandtabs(INDENT_OF_THE_RIGHT_HALF).lstrip()
    if len(raw.expandtabs(INDENT_OF_THE_RIGHT_HALF)) - len(words) >= INDENT_OF_THE_RIGHT_HALF:
        return "", words.strip()
    left, *right = COLUMN_GAP.split(raw.strip())
    return left, " ".join(right)
