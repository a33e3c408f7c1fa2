"""The names of the fonts of a Word file's text: of a run, else of its styles, else of the whole file."""

from __future__ import annotations

from pbgdpl.lib.code_pages import code_page_of
from pbgdpl.lib.office.xml import Element, attribute, child, local

OFF = {"0", "false", "off"}


class Fonts:
    def __init__(self, styles: Element | None) -> None:
        found = [style for style in (styles if styles is not None else ()) if local(style) == "style"]
        self._styles = {attribute(style, "styleId"): style for style in found}
        self._default = next((attribute(style, "styleId") for style in found if _is_default(style)), "")
        self._of_file = font_in(child(styles, "docDefaults", "rPrDefault", "rPr"))
        self._names: dict[str, str] = {}

    def of_paragraph(self, paragraph: Element) -> str:
        return (
            self._of_style(attribute(child(paragraph, "pPr", "pStyle"), "val") or self._default)
            or self._of_file
        )

    def of_run(self, run: Element, of_paragraph: str) -> str:
        properties = child(run, "rPr")
        if properties is None:
            return of_paragraph
        style = attribute(child(properties, "rStyle"), "val")
        return font_in(properties) or self._of_style(style) or of_paragraph

    def _of_style(self, style: str) -> str:
        """Return the font of a style, else of the nearest one that it is based on; "" for none."""
        chain: dict[str, None] = {}
        while style in self._styles and style not in self._names and style not in chain:
            chain[style] = None
            style = attribute(child(self._styles[style], "basedOn"), "val")
        name = self._names.get(style, "")
        for below in reversed(chain):
            name = self._names[below] = font_in(child(self._styles[below], "rPr")) or name
        return name


def _is_default(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default").lower() not in {"", *OFF}


def font_in(properties: Element | None) -> str:
    """Return the font that the properties of a run give to letters, one of an old code page first; "" for none."""
    fonts = child(properties, "rFonts")
    if fonts is None:
        return ""
    names = [attribute(fonts, key) for key in ("hAnsi", "ascii", "hAnsiTheme", "asciiTheme")]
    return next(filter(code_page_of, names), "") or next(filter(None, names), "")
