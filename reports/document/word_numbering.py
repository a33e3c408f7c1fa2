"""The automatic numbers, letters and dashes of the Word file (word/numbering.xml).

Headings, bullets and points follow three lists, each bound to the styles of its paragraphs. A list that starts again
is a use (`w:num`) of its list. The uses of one list count together, as Word does it. Word knows neither "đ)" nor
"THỨ NHẤT": such a number is the fixed text of a use of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase
from xml.sax.saxutils import quoteattr

from pbgdpl.lib.office.docx_frame import WORD
from reports.document import layout
from reports.document.labels import LETTERS, LEVELS, Format, label, letter
from reports.document.layout import Style
from reports.document.tree import Numbering

# The lists; the use with the same number is that of its styles.
HEADINGS, BULLETS, POINTS = LISTS = 1, 2, 3
MARKS = ("-", "+")
MOST_LEVELS = 9  # of a list in Word; the last has the headings that are deeper as well
WORD_FORMATS = {
    Format.ROMAN: "upperRoman",
    Format.NUMBER: "decimal",
    Format.CAPITAL: "upperLetter",
    Format.LETTER: "lowerLetter",
    Format.ORDINAL: "decimal",
}
# A number stands where the text begins; the lines below begin at the edge of the text.
PLACE = (
    f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{layout.BODY.left.twips}"'
    f' w:firstLine="{layout.BODY.first_line.twips}"/></w:pPr>'
)


def style_levels(numbering: Numbering) -> dict[str, tuple[int, int]]:
    """Return the list and the depth of each numbered style, by its id."""
    headings = {layout.heading_style(depth, numbering).id: (HEADINGS, depth) for depth in (1, 2, 3, 4)}
    return {**headings, layout.BULLET.id: (BULLETS, 1), layout.POINT.id: (POINTS, 1)}


def number_properties(use: int, depth: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{_ilvl(depth)}"/><w:numId w:val="{use}"/></w:numPr>'


class WordLists:
    """Numbers the lines of one file in reading order; afterwards `xml` describes the numbers."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self._styles = style_levels(numbering)
        self._uses = [_use(one, one, "") for one in LISTS]
        self._text = HEADINGS  # the use for the headings of the report, or of the annex
        self._current: dict[tuple[int, int], int] = {}  # the last use of each list and depth
        self._points = 0

    def begin_annex(self) -> None:
        """Let the headings that follow begin with the first number."""
        self._text = self._started(HEADINGS, 1, 1)

    def heading(self, path: tuple[int, ...]) -> str:
        """Return the number of a heading; an empty text if its style has it."""
        depth, levels = len(path), LEVELS[self.numbering]
        if path[-1] == 1:
            self._current[HEADINGS, depth] = self._text
        form = levels[min(depth, len(levels)) - 1].format
        use = self._counted(HEADINGS, depth, path[-1], form, label(path, self.numbering))
        return self._numbered(layout.heading_style(depth, self.numbering), use, depth)

    def bullet(self, mark: str) -> str:
        return self._numbered(layout.BULLET, BULLETS, MARKS.index(mark) + 1)

    def point(self, printed: str) -> str:
        """Return the number of a point with the printed letter; "a)" begins a list."""
        self._points = 1 if printed == f"{letter(1)})" else self._points + 1
        if self._points == 1:
            self._current[POINTS, 1] = self._started(POINTS, 1, 1)
        use = self._counted(POINTS, 1, self._points, Format.LETTER, printed)
        return self._numbered(layout.POINT, use, 1)

    def xml(self) -> str:
        """Return word/numbering.xml."""
        content = f"{_lists(self.numbering)}{''.join(self._uses)}"
        return f'<w:numbering xmlns:w="{WORD}">{content}</w:numbering>'

    def _counted(self, of: int, depth: int, position: int, form: Format, printed: str) -> int:
        """Return the use for a number: a new one where Word would count on with another."""
        now = _count(form, position)
        if now is None or depth >= MOST_LEVELS:
            self._current[of, depth] = self._added(of, depth, _level(depth, "none", printed))
        elif not _goes_on(form, position):
            self._current[of, depth] = self._started(of, depth, now)
        return self._current[of, depth]

    def _started(self, of: int, depth: int, first: int) -> int:
        return self._added(of, depth, f'<w:startOverride w:val="{first}"/>')

    def _added(self, of: int, depth: int, change: str) -> int:
        change = f'<w:lvlOverride w:ilvl="{_ilvl(depth)}">{change}</w:lvlOverride>'
        self._uses.append(_use(len(self._uses) + 1, of, change))
        return len(self._uses)

    def _numbered(self, style: Style, use: int, depth: int) -> str:
        return "" if self._styles.get(style.id) == (use, depth) else number_properties(use, depth)


def _count(form: Format, position: int) -> int | None:
    """Return the number for which Word writes the letter of a position, or None if there is none.

    >>> [_count(Format.LETTER, position) for position in (4, 5, 6, 10, 24)]
    [4, None, 5, 11, None]
    """
    match form:
        case Format.ORDINAL:
            return None
        case Format.CAPITAL | Format.LETTER if position:
            written = letter(position)
            return ascii_lowercase.index(written) + 1 if written in {*ascii_lowercase} else None
        case _:
            return position


def _goes_on(form: Format, position: int) -> bool:
    """Return whether Word, counting on from the position before, writes the letter of this one."""
    now, before = (_count(form, place) for place in (position, position - 1))
    return now is not None and now == (before or 0) + 1


@cache
def _lists(numbering: Numbering) -> str:
    """Return the three lists."""
    levels = LEVELS[numbering]
    styles = {place: style for style, place in style_levels(numbering).items()}
    headings = []
    for depth in range(1, MOST_LEVELS + 1):
        form, text = levels[min(depth, len(levels)) - 1]
        # Deeper headings are numbered as the last one, each depth for itself.
        text = text if depth <= len(levels) else text.replace(f"%{len(levels)}", f"%{depth}")
        headings.append(_level(depth, WORD_FORMATS[form], text, styles.get((HEADINGS, depth), "")))
    bullets = (
        _level(depth, "bullet", mark, styles.get((BULLETS, depth), ""))
        for depth, mark in enumerate(MARKS, start=1)
    )
    points = _point_levels(styles[POINTS, 1])
    # Word takes lists with the same nsid for one when text is pasted from another file.
    family = f"5042{[*Numbering].index(numbering):02X}"
    return "".join(
        f'<w:abstractNum w:abstractNumId="{name}"><w:nsid w:val="{family}{name:02X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(content)}</w:abstractNum>'
        for name, content in zip(LISTS, (headings, bullets, points), strict=True)
    )


def _point_levels(style: str) -> Iterator[str]:
    """Yield the levels of points: each goes on as far as Word counts as people do; Tab then gives the next letter."""
    begun = [
        place for place in range(1, len(LETTERS) + 1) if place == 1 or not _goes_on(Format.LETTER, place)
    ]
    for depth, place in enumerate(begun, start=1):
        first = _count(Format.LETTER, place)
        form, text = (WORD_FORMATS[Format.LETTER], f"%{depth})") if first else ("none", f"{letter(place)})")
        yield _level(depth, form, text, style if depth == 1 else "", first or 1)


def _level(depth: int, form: str, text: str, style: str = "", first: int = 1) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{_ilvl(depth)}"><w:start w:val="{first}"/><w:numFmt w:val="{form}"/>{linked}'
        f'<w:suff w:val="space"/><w:lvlText w:val={quoteattr(text)}/>{PLACE}</w:lvl>'
    )


def _ilvl(depth: int) -> int:
    """Return the level of a depth; Word counts levels from 0 and has nine."""
    return min(depth, MOST_LEVELS) - 1


def _use(name: int, of: int, change: str) -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{change}</w:num>'
