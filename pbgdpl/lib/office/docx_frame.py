"""The Word file around a register: its parts as plain XML, the same bytes for the same text."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pbgdpl.lib.vietnamese import clean

NO_TIME = (1980, 1, 1, 0, 0, 0)  # zip files begin in 1980
LONGEST_TITLE = 255  # longer properties do not open everywhere
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {"styles": "styles", "settings": "settings", "header": "header"}  # file names by kind
FONT = "Times New Roman"
SIZE, SMALL = 26, 24  # half points
A4_HIGH, A4_WIDE, MARGIN, EDGE = 11906, 16838, 1134, 567  # twentieths of a point: 210, 297, 20, 10 mm

CONTENT_TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{TYPE}.{part}+xml"/>' for part in PARTS.values()
    )
    + '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)
DOCUMENT_RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{part}.xml"/>'
        for kind, part in PARTS.items()
    )
    + "</Relationships>"
)
HEADER = (
    f'<w:hdr xmlns:w="{WORD}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>'
)
SETTINGS = (
    f'<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    "</w:settings>"
)
_FONTS = "".join(f' w:{script}="{FONT}"' for script in ("ascii", "eastAsia", "hAnsi", "cs"))
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINES = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _SIDES)


def _style(name: str, look: str, letters: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{look}</w:pPr><w:rPr>{letters}</w:rPr></w:style>'
    )


CENTRE, BOLD = '<w:jc w:val="center"/>', "<w:b/>"
_SMALL = f'<w:sz w:val="{SMALL}"/><w:szCs w:val="{SMALL}"/>'
STYLES = (
    f'<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{_FONTS}/>'
    f'<w:sz w:val="{SIZE}"/><w:szCs w:val="{SIZE}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN"/></w:rPr>'
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
TEXT_WIDTH = A4_WIDE - 2 * MARGIN


def word_file(body: str, *, title: str, author: str) -> bytes:
    """Return a DOCX file, A4 across, its pages numbered at the top from the second on."""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS,
        "docProps/core.xml": _properties(title, author),
        "word/document.xml": f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{body}{PAGE}</w:body>'
        "</w:document>",
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
        "word/styles.xml": STYLES,
        "word/settings.xml": SETTINGS,
        "word/header.xml": HEADER,
    }
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(ZipInfo(name, NO_TIME), DECLARATION + xml, ZIP_DEFLATED)
    return file.getvalue()


def _properties(title: str, author: str) -> str:
    names = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" {names}>'
        f"<dc:title>{escape(clean(title)[:LONGEST_TITLE])}</dc:title>"
        f"<dc:creator>{escape(clean(author)[:LONGEST_TITLE])}</dc:creator>"
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )
