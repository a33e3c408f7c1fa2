"""The Word file of a register: its page, its styles, and what stands at the head of its pages."""

from __future__ import annotations

from functools import cache

from pbgdpl.lib.office.docx_frame import (
    LANGUAGE,
    WORD,
    Part,
    core_properties,
    docx_file,
    docx_frame,
    settings_xml,
    word_part,
)
from pbgdpl.lib.vietnamese import clean

FONT = "Times New Roman"
SIZE, SMALL = 26, 24  # half points
A4_HIGH, A4_WIDE, MARGIN, EDGE = 11906, 16838, 1134, 567  # twentieths of a point: 210, 297, 20, 10 mm
TEXT_WIDTH = A4_WIDE - 2 * MARGIN

HEADER = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
)
_FONTS = "".join(f' w:{script}="{FONT}"' for script in ("ascii", "eastAsia", "hAnsi", "cs"))
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINES = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _SIDES)


def _style(name: str, paragraphs: str, characters: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{paragraphs}</w:pPr><w:rPr>{characters}</w:rPr></w:style>'
    )


CENTRE, BOLD = '<w:jc w:val="center"/>', "<w:b/>"
_SMALL = f'<w:sz w:val="{SMALL}"/><w:szCs w:val="{SMALL}"/>'
STYLES = (
    f'<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{_FONTS}/>'
    f'<w:sz w:val="{SIZE}"/><w:szCs w:val="{SIZE}"/><w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}"/></w:rPr>'
    "</w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + _style("Organisation", "", BOLD)
    + _style("RegisterTitle", f'<w:keepNext/><w:spacing w:before="240" w:after="60"/>{CENTRE}', BOLD)
    + _style("RegisterNote", f'<w:keepNext/><w:spacing w:after="180"/>{CENTRE}', "<w:i/>")
    + _style("ColumnHeading", f"<w:keepNext/>{CENTRE}", BOLD + _SMALL)
    + _style("Cell", "", _SMALL)
    + _style("MiddleCell", CENTRE, _SMALL)
    + '<w:style w:type="table" w:customStyle="1" w:styleId="Register"><w:name w:val="Register"/><w:tblPr>'
    f'<w:tblBorders>{_LINES}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/>'
    '<w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style></w:styles>"
)
PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
    f'<w:pgSz w:w="{A4_WIDE}" w:h="{A4_HIGH}" w:orient="landscape"/>'
    f'<w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}"'
    f' w:header="{EDGE}" w:footer="{EDGE}" w:gutter="0"/><w:titlePg/></w:sectPr>'
)


def register_file(body: str, *, title: str, author: str) -> bytes:
    """Return a DOCX file in landscape A4; page numbers stand at the top from page 2 on."""
    properties = core_properties(title=clean(title), author=clean(author))
    return docx_file(_frame(), {}, body=body + PAGE, properties=properties)


@cache
def _frame() -> bytes:
    return docx_frame(
        (
            Part("styles", "styles", "word/styles.xml", STYLES),
            Part("settings", "settings", "word/settings.xml", settings_xml()),
            Part("header", "header", "word/header.xml", word_part("hdr", HEADER)),
        )
    )
