"""The stamp of a draft as outlines of its letters: it is seen on the page, and nobody copies or hears it.

The letters are drawn once, in points from the lower left corner of the page; a PDF and a drawing on a screen
write the same curves, each in its own words.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import radians

from fontTools.misc.transform import Transform
from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from reports.document import layout
from reports.document.fonts import bold_face
from reports.document.layout import Length, Style
from reports.document.metrics import text_width
from reports.document.page import UPRIGHT, Page
from reports.document.words import clean

Point = tuple[float, float]
Stroke = tuple[str, tuple[Point, ...]]  # what is drawn, in the words of SVG, and through which points
# Move, line, curve and end of an outline (ISO 32000-1, 8.5.2).
PDF_WORDS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def stamp_size(text: str) -> Length:
    """Return the size of the stamp's letters: the usual one, or what lets a long stamp cross the page."""
    usual = text_width(clean(text), Style("", "", layout.STAMP_SIZE, bold=True))
    return Length(layout.STAMP_SIZE.pt * min(1, layout.STAMP_LENGTH.pt / max(usual.pt, 1)))


def svg_path(text: str, page: Page) -> str:
    """Return the stamp as the `d` of an SVG path, in points from the upper left corner of the page."""
    return "".join(
        f"{kind}{_numbers((x, page.height.pt - y) for x, y in points)}"
        for kind, points in strokes(text, page)
    )


def pdf_operators(text: str, page: Page) -> bytes:
    """Return the stamp as the content of a PDF page, an artifact for those who listen to it."""
    red, green, blue = (int(layout.STAMP_COLOR[place : place + 2], 16) / 255 for place in (0, 2, 4))
    drawn = (f"{_numbers(points)} {PDF_WORDS[kind]}" for kind, points in strokes(text, page))
    return "\n".join(
        (
            "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC q",
            f"{red:.3f} {green:.3f} {blue:.3f} rg",
            *drawn,
            "f Q EMC",
        )
    ).encode()


@lru_cache(maxsize=8)
def strokes(text: str, page: Page = UPRIGHT) -> tuple[Stroke, ...]:
    """Return the outlines of the text, slanted across the middle of a page, in points from its lower left corner.

    A letter that the font does not have is left out. Raises NoFontError where there is no font.
    """
    file, index = bold_face()
    with TTFont(file, fontNumber=index, lazy=True) as font:
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        letters = [names[ord(letter)] for letter in clean(text) if ord(letter) in names]
        units = font["head"].unitsPerEm
        width = sum(glyphs[letter].width for letter in letters)
        place = (
            Transform()
            .translate(page.width.pt / 2, page.height.pt / 2)
            .rotate(radians(layout.STAMP_SLOPE))
            .scale(stamp_size(text).pt / units)
            # Capitals are two thirds as high as their size.
            .translate(-width / 2, -units / 3)
        )
        outlines = Outlines(glyphs)
        for letter in letters:
            glyphs[letter].draw(TransformPen(outlines, place))
            place = place.translate(glyphs[letter].width, 0)
    return tuple(outlines.strokes)


class Outlines(BasePen):  # type: ignore[misc]  # the library has no types
    """Writes down what a font draws, its curves as cubic ones, which SVG and PDF both have."""

    def __init__(self, glyphs: object) -> None:
        super().__init__(glyphs)
        self.strokes: list[Stroke] = []

    def _moveTo(self, point: Point) -> None:  # noqa: N802 (the library's names, here and below)
        self.strokes.append(("M", (point,)))

    def _lineTo(self, point: Point) -> None:  # noqa: N802
        self.strokes.append(("L", (point,)))

    def _curveToOne(self, *points: Point) -> None:  # noqa: N802
        self.strokes.append(("C", points))

    def _closePath(self) -> None:  # noqa: N802
        self.strokes.append(("Z", ()))


def _numbers(points: Iterable[Point]) -> str:
    return " ".join(f"{number:.1f}" for point in points for number in point)
