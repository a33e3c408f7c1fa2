"""The automatic numbers of a Word file, counted as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from pbgdpl.lib.office.xml import Element, attribute, child, local, whole_number
from pbgdpl.lib.vietnamese import clean_line
from reports.document.labels import LETTERS, letter, roman
from reports.reading.marks import DASHES

PLACEHOLDER = re.compile(r"%([1-9])")
HIGHEST_ROMAN = 399


@dataclass(frozen=True, slots=True)
class Level:
    format: str  # "decimal", "upperRoman", "bullet" …
    text: str  # "%1.%2."
    start: int
    style: str  # the id of the paragraph style of this level


class Numbers:
    """Counts the numbered paragraphs of a file in order."""

    def __init__(self, numbering: Element) -> None:
        abstract = {
            attribute(item, "abstractNumId"): item for item in numbering if local(item) == "abstractNum"
        }
        named = {attribute(child(item, "styleLink"), "val"): item for item in abstract.values()}
        self._lists: dict[str, str] = {}  # the list of each numbering by its id
        self._levels: dict[str, dict[int, Level]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._firsts: dict[str, dict[int, int]] = {}  # where the counts began
        for number in (item for item in numbering if local(item) == "num"):
            name = attribute(number, "numId")
            listed = attribute(child(number, "abstractNumId"), "val")
            base = abstract.get(listed)
            linked = attribute(child(base, "numStyleLink"), "val")
            base = named.get(linked, base) if linked else base
            self._lists[name] = listed
            self._levels[name] = dict(_levels(base))
            self._override(name, number)

    def _override(self, name: str, number: Element) -> None:
        """Apply the changes of a numbering to its list: other levels, other first numbers."""
        restarts = self._restarts.setdefault(name, {})
        for override in (item for item in number if local(item) == "lvlOverride"):
            self._levels[name].update(_levels(override))
            start, depth = whole_number(child(override, "startOverride")), whole_number(override, "ilvl")
            if start is not None and depth is not None:
                restarts[depth] = start

    def label(self, number: str, depth: int | None, style: str) -> str:
        """Return the number of the next paragraph of a list and depth: "1.2.", "a)", "-", or an empty text."""
        levels = self._levels.get(number)
        if not levels:
            return ""
        if depth is None:
            depth = next((at for at, level in levels.items() if style and level.style == style), 0)
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(self._lists[number], {})
        firsts = self._firsts.setdefault(self._lists[number], {})
        restart = self._restarts[number].pop(depth, None)
        if restart is None and depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = firsts[depth] = restart or level.start
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        if level.format == "bullet":
            return _bullet(level.text) if depth == 0 else "+"

        def printed(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            if (shown := levels.get(at)) is None:
                return ""
            return _formatted(counts.get(at, shown.start), shown.format, firsts.get(at, shown.start))

        return clean_line(PLACEHOLDER.sub(printed, level.text))


def _levels(parent: Element | None) -> Iterator[tuple[int, Level]]:
    for item in parent if parent is not None else ():
        depth = whole_number(item, "ilvl")
        if local(item) == "lvl" and depth is not None:
            level = Level(
                format=attribute(child(item, "numFmt"), "val") or "decimal",
                text=attribute(child(item, "lvlText"), "val"),
                start=whole_number(child(item, "start")) or 0,
                style=attribute(child(item, "pStyle"), "val"),
            )
            yield depth, level


def _bullet(sign: str) -> str:
    """Return the sign of a bullet as it is typed; letters and symbols of other fonts are "•"."""
    sign = sign.strip()
    return "-" if sign in DASHES and sign else "+" if sign == "+" else "•"


def _formatted(count: int, style: str, first: int) -> str:
    """Return a count in a format; letters go on from Word's first in the order of the Vietnamese alphabet."""
    match style:
        case "upperRoman" | "lowerRoman" if 0 < count <= HIGHEST_ROMAN:
            return roman(count) if style == "upperRoman" else roman(count).lower()
        case "upperLetter" | "lowerLetter" if count > 0:
            written = letter(_position(first) + count - first)
            return written.upper() if style == "upperLetter" else written
        case "decimalZero":
            return f"{count:02d}"
        case "none":
            return ""
        case _:
            return str(count)


def _position(count: int) -> int:
    """Return the place in the Vietnamese alphabet of the letter that Word writes for a count: 6 of "e", its fifth."""
    written = ascii_lowercase[count - 1 : count] if count > 0 else ""
    return LETTERS.index(written) + 1 if written and written in LETTERS else count
