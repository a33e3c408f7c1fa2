"""The automatic numbers, letters and dashes of the Word file (word/numbering.xml).

Headings, bullets and points follow lists, which are bound to the styles of their paragraphs. What starts again is
another use (`w:num`) of its list. The uses of one list count together, as Word does it. Word knows neither "đ)" nor
"THỨ NHẤT": such a number is a fixed text, and the letters after "đ)" are lists that begin there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from string import ascii_lowercase
from xml.sax.saxutils import quoteattr

from pbgdpl.lib.office.docx_frame import WORD
from reports.document import layout
from reports.document.labels import FIRST_POINT, LETTERS, LEVELS, Format, label, letter
from reports.document.layout import Style
from reports.document.tree import Numbering

# The lists; those of points go on from POINTS. The use with the number of a list is that of its styles.
HEADINGS, BULLETS, ADDRESSEES, RECIPIENTS, POINTS = 1, 2, 3, 4, 5
MARKS = ("-", "+")
STYLED_DEPTHS = 4  # of headings; the deeper ones have the style of the last
MOST_LEVELS = 9  # of a list in Word; the last has the headings that are deeper as well
WORD_FORMATS = {
    Format.ROMAN: "upperRoman",
    Format.NUMBER: "decimal",
    Format.CAPITAL: "upperLetter",
    Format.LETTER: "lowerLetter",
    Format.ORDINAL: "decimal",
}
NO_NUMBER = '<w:numPr><w:numId w:val="0"/></w:numPr>'


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


# The positions of the points with which the lists of points begin: a, đ, e, g, k, x.
POINT_LISTS = tuple(
    position
    for position in range(1, len(LETTERS) + 1)
    if position == 1 or not _goes_on(Format.LETTER, position)
)


def style_levels(numbering: Numbering) -> dict[str, tuple[int, int]]:
    """Return the list and the depth of each numbered style, by its id."""
    headings = {
        layout.heading_style(depth, numbering).id: (HEADINGS, depth) for depth in range(1, STYLED_DEPTHS + 1)
    }
    return {
        **headings,
        layout.BULLET.id: (BULLETS, 1),
        layout.ADDRESSEE.id: (ADDRESSEES, 1),
        layout.RECIPIENT.id: (RECIPIENTS, 1),
        layout.POINT.id: (POINTS, 1),
    }


def number_properties(use: int, depth: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{_ilvl(depth)}"/><w:numId w:val="{use}"/></w:numPr>'


class WordLists:
    """Numbers the lines of one file in reading order; afterwards `xml` describes the numbers."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self._styles = style_levels(numbering)
        self._uses = [_use(one, one, "") for one in range(1, POINTS + len(POINT_LISTS))]
        self._text = HEADINGS  # the use for the headings of the report, or of the annex
        self._current: dict[int, int] = {}  # the last use for headings of each depth
        self._points = 0
        self._points_use = POINTS

    def begin_annex(self) -> None:
        """Let the headings that follow begin with the first number."""
        self._text = self._started(HEADINGS, 1, 1)

    def heading(self, path: tuple[int, ...]) -> str:
        """Return the number of a heading; an empty text if its style has it."""
        depth, levels = len(path), LEVELS[self.numbering]
        style = layout.heading_style(depth, self.numbering)
        if path[-1] == 1:
            self._current[depth] = self._text
        form = levels[min(depth, len(levels)) - 1].format
        first = _count(form, path[-1])
        if first is None or depth >= MOST_LEVELS:
            self._current[depth] = self._fixed(HEADINGS, depth, label(path, self.numbering), style)
        elif not _goes_on(form, path[-1]):
            self._current[depth] = self._started(HEADINGS, depth, first)
        return self._numbered(style, self._current[depth], depth)

    def bullet(self, mark: str) -> str:
        return self._numbered(layout.BULLET, BULLETS, MARKS.index(mark) + 1)

    def point(self, printed: str) -> str:
        """Return the number of a point with the printed letter; "a)" begins a list."""
        self._points = 1 if printed == FIRST_POINT else self._points + 1
        if self._points in POINT_LISTS:
            of, first = POINTS + POINT_LISTS.index(self._points), _count(Format.LETTER, self._points)
            self._points_use = self._started(of, 1, first) if first else of
        elif self._points > len(LETTERS):
            self._points_use = self._fixed(POINTS, 1, printed, layout.POINT)
        return self._numbered(layout.POINT, self._points_use, 1)

    def xml(self) -> str:
        """Return word/numbering.xml."""
        content = f"{_lists(self.numbering)}{''.join(self._uses)}"
        return f'<w:numbering xmlns:w="{WORD}">{content}</w:numbering>'

    def _started(self, of: int, depth: int, first: int) -> int:
        return self._added(of, depth, f'<w:startOverride w:val="{first}"/>')

    def _fixed(self, of: int, depth: int, printed: str, style: Style) -> int:
        return self._added(of, depth, _level(depth, "none", printed, style, is_linked=False))

    def _added(self, of: int, depth: int, change: str) -> int:
        change = f'<w:lvlOverride w:ilvl="{_ilvl(depth)}">{change}</w:lvlOverride>'
        self._uses.append(_use(len(self._uses) + 1, of, change))
        return len(self._uses)

    def _numbered(self, style: Style, use: int, depth: int) -> str:
        return "" if self._styles.get(style.id) == (use, depth) else number_properties(use, depth)


@cache
def _lists(numbering: Numbering) -> str:
    """Return the lists."""
    lists = (
        _heading_levels(numbering),
        _bullet_levels(),
        [_level(1, "bullet", MARKS[0], layout.ADDRESSEE)],
        [_level(1, "bullet", MARKS[0], layout.RECIPIENT)],
        *(_point_levels(POINT_LISTS[at:]) for at in range(len(POINT_LISTS))),
    )
    # Word takes lists with the same nsid for one when text is pasted from another file.
    family = f"5042{[*Numbering].index(numbering):02X}"
    return "".join(
        f'<w:abstractNum w:abstractNumId="{name}"><w:nsid w:val="{family}{name:02X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
        for name, levels in enumerate(lists, start=1)
    )


def _heading_levels(numbering: Numbering) -> Iterator[str]:
    levels = LEVELS[numbering]
    for depth in range(1, MOST_LEVELS + 1):
        form, text = levels[min(depth, len(levels)) - 1]
        # Deeper headings are numbered as the last one, each depth for itself.
        text = text if depth <= len(levels) else text.replace(f"%{len(levels)}", f"%{depth}")
        style = layout.heading_style(depth, numbering)
        yield _level(depth, WORD_FORMATS[form], text, style, is_linked=depth <= STYLED_DEPTHS)


def _bullet_levels() -> Iterator[str]:
    for depth, mark in enumerate(MARKS, start=1):
        yield _level(depth, "bullet", mark, layout.BULLET, is_linked=depth == 1)


def _point_levels(begun: Sequence[int]) -> Iterator[str]:
    """Yield the levels of points that begin at these positions: after d), Enter and Tab give đ), as after i) k)."""
    for depth, position in enumerate(begun, start=1):
        first = _count(Format.LETTER, position)
        form, text = (
            (WORD_FORMATS[Format.LETTER], f"%{depth})") if first else ("none", f"{letter(position)})")
        )
        yield _level(depth, form, text, layout.POINT, is_linked=position == 1, first=first or 1)


def _level(depth: int, form: str, text: str, style: Style, *, is_linked: bool = True, first: int = 1) -> str:
    """Return a level whose numbers stand where the text of the style begins."""
    link = f'<w:pStyle w:val="{style.id}"/>' if is_linked else ""
    return (
        f'<w:lvl w:ilvl="{_ilvl(depth)}"><w:start w:val="{first}"/><w:numFmt w:val="{form}"/>{link}'
        f'<w:suff w:val="space"/><w:lvlText w:val={quoteattr(text)}/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{style.left.twips}" w:firstLine="{style.first_line.twips}"/></w:pPr></w:lvl>'
    )


def _ilvl(depth: int) -> int:
    """Return the level of a depth; Word counts levels from 0 and has nine."""
    return min(depth, MOST_LEVELS) - 1


def _use(name: int, of: int, change: str) -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{change}</w:num>'
