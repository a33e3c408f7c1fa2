"""How the runs of a Word file are shown, as far as it decides whether paper shows their text."""

from __future__ import annotations

from typing import NamedTuple

from pbgdpl.lib.office.xml import Element, attribute, child, local

OFF = {"0", "false", "off", "none"}
NO_SHADE = {"", "auto", "FFFFFF"}
WHITE = "FFFFFF"
TINIEST = 4  # half-points: text of 2 points or less is a line of dots


class Shown(NamedTuple):
    """What decides whether paper shows a run."""

    hidden: bool = False
    colour: str = ""
    size: str = ""
    shaded: bool = False  # on a background, on which white letters are seen

    @property
    def is_white(self) -> bool:
        return self.colour == WHITE and not self.shaded

    @property
    def is_tiny(self) -> bool:
        """Return whether the size, in half-points or in the strict format as "1pt", is too small to read."""
        number = self.size.removesuffix("pt")
        half_points = float(number) if number.replace(".", "", 1).isdecimal() and len(number) < 9 else 0
        return 0 < half_points * (2 if number != self.size else 1) <= TINIEST


class RunStyles:
    """The styles of a file, each with what it inherits."""

    def __init__(self, styles: Element | None) -> None:
        found = [style for style in (styles if styles is not None else ()) if local(style) == "style"]
        self._styles = {attribute(style, "styleId"): style for style in found}
        self._default = next((attribute(one, "styleId") for one in found if _is_default(one)), "")
        self._of_file = with_properties(Shown(), child(styles, "docDefaults", "rPrDefault", "rPr"))
        self._known: dict[str, Shown] = {}

    def of_paragraph(self, properties: Element | None) -> Shown:
        style = attribute(child(properties, "pStyle"), "val")
        shown = self._of_style(style if style in self._styles else self._default, self._of_file)
        return shown._replace(shaded=shown.shaded or is_shaded(properties))

    def of_run(self, properties: Element | None, of_paragraph: Shown) -> Shown:
        """Return how a run is shown by its own properties, else by its character style, else by the paragraph."""
        style = attribute(child(properties, "rStyle"), "val")
        if style in self._styles:
            named = self._of_style(style, Shown())
            of_paragraph = Shown(
                hidden=of_paragraph.hidden or named.hidden,
                colour=named.colour or of_paragraph.colour,
                size=named.size or of_paragraph.size,
                shaded=of_paragraph.shaded or named.shaded,
            )
        return with_properties(of_paragraph, properties)

    def _of_style(self, style: str, otherwise: Shown) -> Shown:
        chain: dict[str, None] = {}
        while style in self._styles and style not in self._known and style not in chain:
            chain[style] = None
            style = attribute(child(self._styles[style], "basedOn"), "val")
        shown = self._known.get(style, otherwise)
        for name in reversed(chain):
            element = self._styles[name]
            shown = with_properties(shown, child(element, "rPr"))
            shown = self._known[name] = shown._replace(
                shaded=shown.shaded or is_shaded(child(element, "pPr"))
            )
        return shown


def with_properties(shown: Shown, properties: Element | None) -> Shown:
    """Return how text is shown with the changes by the properties of a run."""
    if properties is None:
        return shown
    hidden = child(properties, "vanish")
    return Shown(
        hidden=shown.hidden if hidden is None else is_on(hidden),
        colour=attribute(child(properties, "color"), "val").upper() or shown.colour,
        size=attribute(child(properties, "sz"), "val") or shown.size,
        shaded=shown.shaded or is_shaded(properties),
    )


def is_on(element: Element | None) -> bool:
    return element is not None and attribute(element, "val").lower() not in OFF


def is_shaded(properties: Element | None) -> bool:
    """Return whether the properties of a run, a paragraph, a cell or a table give a background."""
    shade, marked = child(properties, "shd"), child(properties, "highlight")
    fill = attribute(shade, "fill").upper() not in NO_SHADE or bool(attribute(shade, "themeFill"))
    pattern = attribute(shade, "val") not in {"", "clear", "nil"}
    return fill or pattern or attribute(marked, "val") not in {"", "none", "white"}


def _is_default(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default").lower() not in {"", *OFF}
