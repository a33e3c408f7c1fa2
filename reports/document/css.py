"""The style sheet of the report's page: the Styles and measures of `layout.py`, written as CSS.

`static/reports/document/document.css` lays out the parts of the page; every size in it is a variable that is set here.
On a screen the same sizes are multiples of `--pt`, which is smaller than a point if the window is narrow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from reports.document import layout
from reports.document.columns import share_class
from reports.document.layout import Length, Style
from reports.document.page import TURNED

STATIC = Path(__file__).resolve().parents[2] / "static"
STRUCTURE = STATIC / "reports" / "document" / "document.css"
COLORS = STATIC / "colors.css"

# The measures by their names in static/reports/document/document.css.
MEASURES = {
    "page-width": layout.PAGE_WIDTH,
    "page-height": layout.PAGE_HEIGHT,
    "margin-top": layout.MARGIN_TOP,
    "margin-right": layout.MARGIN_RIGHT,
    "margin-bottom": layout.MARGIN_BOTTOM,
    "margin-left": layout.MARGIN_LEFT,
    "line-overhang": layout.LINE_OVERHANG,
    "header-distance": layout.HEADER_DISTANCE,
    "between-paragraphs": layout.BETWEEN_PARAGRAPHS,
    # Under a rule Word has the height of the paragraph that draws it.
    "after-title": Length(layout.AFTER_TITLE.pt + layout.CARRIER_HEIGHT.pt),
    "carrier-height": layout.CARRIER_HEIGHT,
    "page-number": layout.PAGE_NUMBER.size,
    "rule-gap": layout.RULE_GAP,
    "title-rule-gap": layout.TITLE_RULE_GAP,
    "annex-rule": layout.ANNEX_RULE,
    "rule-thickness": layout.RULE_THICKNESS,
    "letterhead-left": layout.LETTERHEAD_LEFT,
    "letterhead-right": layout.LETTERHEAD_RIGHT,
    "wide-letterhead-left": layout.WIDE_LETTERHEAD_LEFT,
    "wide-letterhead-right": layout.WIDE_LETTERHEAD_RIGHT,
    "recipients-width": layout.RECIPIENTS_WIDTH,
    "signature-width": layout.SIGNATURE_WIDTH,
    "cell-padding": layout.TABLE_CELL_PADDING,
    "cell-after": layout.TABLE_TEXT.after,
    "cell-line": Length(layout.TABLE_TEXT.size.pt * layout.FONT_LINE),
}

# Writes a length: in points on paper, as a multiple of --pt on a screen.
Unit = Callable[[Length], str]


@cache
def style_sheet() -> str:
    """Return all the CSS of the page, for paper and for screens."""
    return "\n".join(
        (
            _root(),
            *_rules(_on_paper),
            *(f".{share_class(part / 2)} {{ width: {part / 2:g}% }}" for part in range(1, 201)),
            _margin_box("@top-center", layout.PAGE_NUMBER),
            _margin_box("@bottom-center", layout.CONTACT),
            "@media screen {",
            COLORS.read_text(encoding="utf-8"),
            *_rules(_on_screen),
            "}",
            STRUCTURE.read_text(encoding="utf-8"),
        )
    )


def _on_paper(length: Length) -> str:
    return length.css


def _on_screen(length: Length) -> str:
    return f"calc({length.pt:.6g} * var(--pt))"


def _root() -> str:
    """Return the rule of the variables that are the same on paper and on screens."""
    fonts = ", ".join(f'"{face}"' for face in (layout.FONT, *layout.FONT_FALLBACKS))
    return (
        f":root {{ --font: {fonts}, serif; --color: #{layout.COLOR}; --least-lines: {layout.LINES_BEFORE_SIGNATURE};"
        f" --page-width-in-points: {layout.PAGE_WIDTH.pt:.6g};"
        f" --turned-page-width-in-points: {TURNED.width.pt:.6g};"
        f" --text-width-in-points: {layout.TEXT_WIDTH.pt:.6g};"
        f" --turned-text-width-in-points: {TURNED.text_width.pt:.6g}; }}"
    )


def _rules(unit: Unit) -> Iterator[str]:
    measures = " ".join(f"--{name}: {unit(length)};" for name, length in MEASURES.items())
    # The measures are computed anew in elements for which document.css sets another --pt.
    yield f":root, main, section, footer, table {{ {measures} }}"
    width, height = unit(TURNED.width), unit(TURNED.height)
    yield f".turned, .turned table {{ --page-width: {width}; --page-height: {height}; }}"
    for style in layout.STYLES:
        yield f".{style.css_class} {{ {'; '.join(_declarations(style, unit))} }}"


def _margin_box(place: str, style: Style) -> str:
    return f"@page {{ {place} {{ {'; '.join(_declarations(style, _on_paper))} }} }}"


def _declarations(style: Style, unit: Unit) -> Iterator[str]:
    """Yield the declarations of a style; the space before it is added to the space after the text above, as in Word."""
    yield f"font-size: {unit(style.size)}"
    yield f"font-weight: {'bold' if style.bold else 'normal'}"
    yield f"font-style: {'italic' if style.italic else 'normal'}"
    yield f"line-height: {style.spacing * layout.FONT_LINE:.4f}"
    yield f"text-align: {style.align.value}"
    yield f"text-indent: {unit(style.first_line)}"
    yield f"padding: {unit(style.before)} 0 0 {unit(style.left)}"
    yield f"margin-bottom: {unit(style.after)}"
    if style.keep_with_next:
        yield "break-after: avoid"
    if style.outline_level is not None:
        yield f"bookmark-level: {style.outline_level + 1}"
