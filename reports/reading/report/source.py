"""The lines of a paper before their roles are known, with the hints of their formatting."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pbgdpl.lib.account_of_characters import invisible_in

# The gap between two halves of a line: a tab, three spaces, or two before an office; not blanks for a number or a date.
COLUMN_GAP = re.compile(
    r"(?<!\s)(?<!Số:)(?<!Số)(?<!ngày)(?<!tháng)(?<!năm)"
    r"(?:[ ]*\t[ \t]*(?=\S)|[ ]{3,}(?=\S)|[ ]{2}(?=(?:KT|TM|TL|TUQ|Q)\.|(?:PHÓ )?(?:GIÁM ĐỐC|CHỦ TỊCH)))"
)
INDENT_OF_THE_RIGHT_HALF = 20
IS_INVISIBLE = "không nhìn thấy trên giấy, không in"


class UnreadableReport(ValueError):
    """Raised when a file has no report that can be read; the message is a Vietnamese sentence."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A printed paragraph, or a whole table if it has rows."""

    raw: str  # cleaned, with its tabs and spaces, and with its automatic number
    style: str = ""  # the id of the paragraph's Word style, if it is one of this program
    level: int = 0  # of the heading style of another program, counted from 1
    lead: str = ""  # the bold words at the start
    bold: bool = False  # the whole line
    centred: bool = False  # or set to the right
    after_gap: bool = False  # after an empty line or paragraph
    is_note: bool = False  # a footnote, after the paragraph that it belongs to
    rows: tuple[tuple[str, ...], ...] = ()
    bars: int = 0  # of a table that is drawn with them
    # The positions of the file's lines that it was made of, one for each row of a table of several lines.
    positions: tuple[int, ...] = ()
    # The depth of the heading that the officer says it is, 0 if it is none; None if they said nothing.
    chosen: int | None = None
    added: str = ""  # after the number of a part, before its title from the next line; it is not in the file

    @property
    def text(self) -> str:
        return " ".join(self.raw.split())


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A text of the file that is not in the report, with the reason in Vietnamese."""

    text: str
    why: str
    position: int | None = None  # of the file's line, if it is one


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of a file in order, and what is said about it before they are read."""

    lines: tuple[SourceLine, ...]
    heads: tuple[SourceLine, ...] = ()  # of its page headers, each once
    feet: tuple[SourceLine, ...] = ()  # of its page footers, each once
    may_be_wrapped: bool = False  # one paragraph may be several lines
    author: str = ""
    left_out: tuple[LeftOut, ...] = ()
    notices: tuple[str, ...] = ()  # Vietnamese sentences

    @property
    def all_lines(self) -> tuple[SourceLine, ...]:
        """Return every line with its position, which is the one in this tuple."""
        lines = (*self.heads, *self.lines, *self.feet)
        return tuple(replace(line, positions=(at,)) for at, line in enumerate(lines))


def invisible_left_out(text: str) -> tuple[LeftOut, ...]:
    """Return what cleaning takes out of the text of a file, with counts; nothing if it takes out nothing.

    >>> [one.text for one in invisible_left_out("pháp\\u200b luật\\u200b")]
    ['2 ký tự ẩn']
    """
    names = invisible_in(text)
    return (LeftOut(", ".join(names), IS_INVISIBLE),) if names else ()


def halves(raw: str) -> tuple[str, str]:
    """Return the texts in the left and the right half of a line.

    >>> halves("SỞ TÀI CHÍNH      Độc lập - Tự do - Hạnh phúc"), halves("\\tTrần Văn B")
    (('SỞ TÀI CHÍNH', 'Độc lập - Tự do - Hạnh phúc'), ('', 'Trần Văn B'))
    """
    words = raw.expandtabs(INDENT_OF_THE_RIGHT_HALF).lstrip()
    if len(raw.expandtabs(INDENT_OF_THE_RIGHT_HALF)) - len(words) >= INDENT_OF_THE_RIGHT_HALF:
        return "", words.strip()
    left, *right = COLUMN_GAP.split(raw.strip())
    return left, " ".join(right)
