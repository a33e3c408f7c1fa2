"""The formatting of a paragraph by its Word style and the parents of this: bold, capitals, alignment, numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pbgdpl.lib.office.xml import Element, attribute, child, local, whole_number

OFF = {"0", "false", "off", "none"}
TEXT_LEVEL = 10  # one more than that of text which is no heading
HEADING = re.compile(r"heading ([1-9])")


@dataclass(frozen=True, slots=True)
class Formatting:
    bold: bool = False
    capitals: bool = False
    centred: bool = False  # or aligned to the right
    number: str = ""  # the id of its numbering; "0" removes an inherited one
    depth: int | None = None  # of its number, counted from 0
    level: int = 0  # of a heading, counted from 1
    is_contents: bool = False  # a line of a table of contents, made from the headings


def switch(properties: Element | None, name: str, otherwise: bool) -> bool:
    """Return whether an on-off property is on, or `otherwise` if it is not given."""
    element = child(properties, name)
    return otherwise if element is None else attribute(element, "val").lower() not in OFF


def with_properties(formatting: Formatting, paragraph: Element | None, run: Element | None) -> Formatting:
    """Return the formatting with the changes by the properties of a paragraph and of a run."""
    aligned = attribute(child(paragraph, "jc"), "val")
    number = attribute(child(paragraph, "numPr", "numId"), "val")
    depth = whole_number(child(paragraph, "numPr", "ilvl"))
    level = whole_number(child(paragraph, "outlineLvl"))
    return Formatting(
        bold=switch(run, "b", formatting.bold),
        capitals=switch(run, "caps", formatting.capitals),
        centred=aligned in {"center", "right", "end"} if aligned else formatting.centred,
        number=number or formatting.number,
        depth=formatting.depth if depth is None else depth,
        level=formatting.level if level is None else (level + 1) % TEXT_LEVEL,
        is_contents=formatting.is_contents,
    )


class StyleSheet:
    """The styles of a file with their inherited formatting."""

    def __init__(self, styles: Element) -> None:
        self._elements = {attribute(style, "styleId"): style for style in styles if local(style) == "style"}
        self.names = {
            name: attribute(child(style, "name"), "val").lower() for name, style in self._elements.items()
        }
        defaults = (
            style for style in self._elements.values() if attribute(style, "default") not in {"", *OFF}
        )
        self.default = next(
            (attribute(style, "styleId") for style in defaults if attribute(style, "type") == "paragraph"), ""
        )
        self._formatting: dict[str, Formatting] = {"": Formatting()}

    def formatting(self, style: str) -> Formatting:
        """Return the formatting of a style, or of the default style if the file lacks it."""
        style = style or self.default
        chain: dict[str, None] = {}
        while style not in self._formatting and style in self._elements and style not in chain:
            chain[style] = None
            style = attribute(child(self._elements[style], "basedOn"), "val")
        formatting = self._formatting.get(style, Formatting())
        for name in reversed(chain):
            element = self._elements[name]
            formatting = with_properties(formatting, child(element, "pPr"), child(element, "rPr"))
            if self.names[name].startswith("toc "):
                formatting = Formatting(is_contents=True)
            elif heading := HEADING.fullmatch(self.names[name]):
                formatting = replace(formatting, level=int(heading[1]))
            self._formatting[name] = formatting
        return formatting
