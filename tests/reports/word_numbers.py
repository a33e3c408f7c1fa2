"""The numbers that Word writes before the paragraphs of a file, counted as ISO/IEC 29500-1, 17.9 says."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class WordNumbers:
    """Returns the number of each paragraph; the paragraphs are asked for in reading order, each once."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element) -> None:
        self.lists = named(numbering, "abstractNum", "abstractNumId")
        self.uses = named(numbering, "num", "numId")
        self.styles = named(styles, "style", "styleId")
        self.counts: dict[str, dict[int, int]] = {}  # of each list, by level
        self.begun: set[tuple[str, int]] = set()  # the uses that have started their list again

    def numbered(self, paragraph: etree._Element, text: str) -> str:
        """Return the text of a paragraph with the number before it and the space between them."""
        label = self.label(paragraph)
        return f"{label} {text}" if label else text

    def label(self, paragraph: etree._Element) -> str:
        use, level = self._setting(paragraph, "numId"), int(self._setting(paragraph, "ilvl") or 0)
        if use in ("", "0"):
            return ""
        name = value(self.uses[use], "abstractNumId")
        counts = self.counts.setdefault(name, {})
        change = self._change(use, level)
        if (start := value(change, "startOverride")) and (use, level) not in self.begun:
            self.begun.add((use, level))
            counts[level] = int(start)
        else:
            counts[level] = counts[level] + 1 if level in counts else self._first(use, level)
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return re.sub(
            "%([1-9])",
            lambda found: self._written(use, int(found[1]) - 1, counts),
            value(self._level(use, level), "lvlText"),
        )

    def _setting(self, paragraph: etree._Element, name: str) -> str:
        """Return what the paragraph, its style or one of the styles above says of its number."""
        found, style = value(paragraph, f"pPr/numPr/{name}"), value(paragraph, "pPr/pStyle")
        while not found and style in self.styles:
            element = self.styles[style]
            found, style = value(element, f"pPr/numPr/{name}"), value(element, "basedOn")
        return found

    def _written(self, use: str, level: int, counts: dict[int, int]) -> str:
        return written(counts.get(level, self._first(use, level)), value(self._level(use, level), "numFmt"))

    def _first(self, use: str, level: int) -> int:
        return int(value(self._level(use, level), "start") or 0)

    def _level(self, use: str, level: int) -> etree._Element:
        changed = named(self._change(use, level), "lvl", "ilvl")
        of_list = named(self.lists[value(self.uses[use], "abstractNumId")], "lvl", "ilvl")
        return (of_list | changed)[str(level)]

    def _change(self, use: str, level: int) -> etree._Element | None:
        return named(self.uses[use], "lvlOverride", "ilvl").get(str(level))


def named(parent: etree._Element | None, tag: str, attribute: str) -> dict[str, etree._Element]:
    """Return the children with that tag by the attribute that names them."""
    return {} if parent is None else {e.attrib[f"{W}{attribute}"]: e for e in parent.findall(f"{W}{tag}")}


def written(count: int, form: str) -> str:
    """Return a number as Word writes it: its letters are those of English, and after z come aa and bb."""
    match form:
        case "upperRoman":
            return "".join(roman(count))
        case "upperLetter" | "lowerLetter":
            times, index = divmod(count - 1, 26)
            letters = string.ascii_lowercase[index] * (times + 1)
            return letters.upper() if form == "upperLetter" else letters
        case "decimal":
            return str(count)
        case _:
            raise ValueError(form)


def roman(count: int) -> Iterator[str]:
    for worth, digits in ROMAN:
        while count >= worth:
            yield digits
            count -= worth


def value(element: etree._Element | None, path: str) -> str:
    """Return the value of the one element at `path`, written without the namespace's prefix, or an empty text."""
    found = None if element is None else element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return "" if found is None else found.attrib[f"{W}val"]
