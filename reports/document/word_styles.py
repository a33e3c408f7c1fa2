"""The styles of a Word file, made of the Styles of `layout.py`; people find them under "Styles"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never
from xml.sax.saxutils import quoteattr

from pbgdpl.lib.office.docx_frame import WORD
from reports.document import layout
from reports.document.layout import Align, Length, Style
from reports.document.tree import Numbering
from reports.document.word_numbering import number_properties, style_levels

LAYOUT_TABLE = "LayoutTable"
CONTENT_TABLE = "ContentTable"
# Paragraphs without text and almost without height. A rule draws the line under a text: as the border of the text
# itself it could not be shorter than the text. A separator is needed between two tables, and after a table at the end
# of a section.
RULE = Style("Rule", "Đường kẻ", layout.CARRIER_HEIGHT, before=layout.RULE_GAP, keep_with_next=True)
TITLE_RULE = Style(
    "TitleRule",
    "Đường kẻ dưới tiêu đề",
    layout.CARRIER_HEIGHT,
    before=layout.TITLE_RULE_GAP,
    after=layout.AFTER_TITLE,
    keep_with_next=True,
)
SEPARATOR = Style("Separator", "Dấu ngăn", layout.CARRIER_HEIGHT)
CARRIERS = (RULE, TITLE_RULE, SEPARATOR)
# The styles that people use, in the order of Word's gallery. The others are hidden from its lists: those of the places
# around the text, which nobody needs a second time, and the carriers.
GALLERY = (
    *(layout.BODY, layout.HEADING_1, layout.HEADING_2, layout.HEADING_3, layout.HEADING_3_CLAUSE),
    *(layout.HEADING_4, layout.BULLET, layout.POINT, layout.LEGAL_BASIS),
    *(layout.TABLE_HEADER, layout.TABLE_TEXT, layout.TABLE_FIGURE, layout.CLOSING),
    *(layout.ANNEX_LABEL, layout.ANNEX_TITLE, layout.ANNEX_REFERENCE),
)
# What Enter begins at the end of a paragraph, where this is not another one of its style; after a heading it is text.
NEXT = {
    layout.GOVERNING_BODY: layout.ISSUING_BODY,
    layout.NATIONAL_NAME: layout.MOTTO,
    layout.KIND: layout.SUBJECT,
    layout.PERIOD_NOTE: layout.BODY,
    TITLE_RULE: layout.BODY,
    layout.ADDRESSEES: layout.BODY,
    layout.ADDRESSEES_TITLE: layout.ADDRESSEE,
    **dict.fromkeys((style for style in layout.STYLES if style.outline_level is not None), layout.BODY),
    layout.CLOSING: layout.BODY,
    layout.RECIPIENTS_TITLE: layout.RECIPIENT,
    layout.ANNEX_LABEL: layout.ANNEX_TITLE,
    layout.ANNEX_REFERENCE: layout.BODY,
    SEPARATOR: layout.BODY,
}
# The styles with a line above the text.
RULED = (RULE, TITLE_RULE, layout.CONTACT)
NO_SPACE = Length(0)
# Word states exact line heights in twentieths of a point, others in 240ths of a line.
LINE = 240

FONTS = "".join(f' w:{script}="{layout.FONT}"' for script in ("ascii", "eastAsia", "hAnsi", "cs"))
LANGUAGES = "".join(f' w:{script}="{layout.LANGUAGE}"' for script in ("val", "eastAsia", "bidi"))
BASE_SIZE = layout.BODY.size.half_points
DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{FONTS}/>"
    f'<w:color w:val="{layout.COLOR}"/><w:sz w:val="{BASE_SIZE}"/><w:szCs w:val="{BASE_SIZE}"/>'
    f"<w:lang{LANGUAGES}/></w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    # Word's own styles are hidden, so that the list shows those of the decree.
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
    ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:uiPriority w:val="99"/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


def styles_xml(numbering: Numbering) -> str:
    """Return word/styles.xml; its headings have the numbers of the numbering."""
    levels = style_levels(numbering)
    # One of the two third headings has no number in a numbering, and is of no use.
    unused = {layout.HEADING_3.id, layout.HEADING_3_CLAUSE.id} - levels.keys()
    places = {style.id: place for place, style in enumerate(GALLERY, start=1) if style.id not in unused}
    styles = "".join(
        _paragraph_style(
            style,
            number_properties(*levels[style.id]) if style.id in levels else "",
            places.get(style.id),
        )
        for style in (*layout.STYLES, *CARRIERS)
    )
    return f'<w:styles xmlns:w="{WORD}">{DEFAULTS}{styles}{"".join(_table_styles())}</w:styles>'


def _paragraph_style(style: Style, number: str, place: int | None) -> str:
    """Return a style with its number and its place in the gallery, or a hidden one."""
    following = NEXT.get(style, style)
    shown = "<w:semiHidden/>" if place is None else f'<w:uiPriority w:val="{place}"/><w:qFormat/>'
    custom = "" if style.name.startswith("heading ") else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val={quoteattr(style.name)}/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{following.id}"/>{shown}'
        f"<w:pPr>{''.join(_paragraph_properties(style, number))}</w:pPr>"
        f"<w:rPr>{''.join(_run_properties(style))}</w:rPr></w:style>"
    )


def _paragraph_properties(style: Style, number: str) -> Iterator[str]:
    if style.keep_with_next:
        yield "<w:keepNext/>"
    if style.outline_level is not None:
        yield "<w:keepLines/>"
    yield number
    if style in RULED:
        yield f"<w:pBdr>{_border('top', layout.RULE_GAP if style is layout.CONTACT else NO_SPACE)}</w:pBdr>"
    yield f'<w:spacing w:before="{style.before.twips}" w:after="{style.after.twips}"{_line(style)}/>'
    yield f'<w:ind w:left="{style.left.twips}" w:firstLine="{style.first_line.twips}"/>'
    yield f'<w:jc w:val="{_alignment(style.align)}"/>'
    if style.outline_level is not None:
        yield f'<w:outlineLvl w:val="{style.outline_level}"/>'


def _run_properties(style: Style) -> Iterator[str]:
    for is_on, name in ((style.bold, "b"), (style.italic, "i")):
        if is_on:
            yield f"<w:{name}/><w:{name}Cs/>"
    yield f'<w:sz w:val="{style.size.half_points}"/><w:szCs w:val="{style.size.half_points}"/>'


def _line(style: Style) -> str:
    if style in CARRIERS:
        return f' w:line="{style.size.twips}" w:lineRule="exact"'
    return f' w:line="{round(style.spacing * LINE)}" w:lineRule="auto"'


def _alignment(align: Align) -> str:
    match align:
        case Align.LEFT:
            return "left"
        case Align.CENTER:
            return "center"
        case Align.JUSTIFY:
            return "both"
        case _:
            assert_never(align)


def _border(side: str, space: Length = NO_SPACE) -> str:
    """Return a thin line on one side; Word states its thickness in eighths of a point."""
    thickness = round(layout.RULE_THICKNESS.pt * 8)
    return (
        f'<w:{side} w:val="single" w:sz="{thickness}" w:space="{round(space.pt)}" w:color="{layout.COLOR}"/>'
    )


def _table_styles() -> Iterator[str]:
    """Yield the style of tables that are only a layout, and that of tables with content."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = f"<w:tblBorders>{''.join(map(_border, sides))}</w:tblBorders>"
    yield _table_style(LAYOUT_TABLE, "Bảng bố cục", "<w:semiHidden/>", _cell_margins(NO_SPACE))
    # The indent of a table is that of its text: with it the borders stand in line with the text around.
    indent = f'<w:tblInd w:w="{layout.TABLE_CELL_PADDING.twips}" w:type="dxa"/>'
    grid = indent + borders + _cell_margins(layout.TABLE_CELL_PADDING)
    yield _table_style(CONTENT_TABLE, "Bảng số liệu", "<w:qFormat/>", grid)


def _table_style(style_id: str, name: str, shown: str, properties: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/>{shown}<w:tblPr>{properties}</w:tblPr></w:style>'
    )


def _cell_margins(padding: Length) -> str:
    sides = (("top", 0), ("left", padding.twips), ("bottom", 0), ("right", padding.twips))
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    return f"<w:tblCellMar>{margins}</w:tblCellMar>"
