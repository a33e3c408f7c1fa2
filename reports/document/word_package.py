"""The Word file around the text: what is the same in every report is written once per process.

A package made here has no theme and no settings but these, so nothing of another language, font or
year of Word can come in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import Literal
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reports.document import layout
from reports.document.layout import Style
from reports.document.word_styles import WORD_NAMESPACE, styles_xml
from reports.document.word_xml import clean, paragraph, run

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONS_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_NAMESPACE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CORE_PROPERTIES_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
# Zip files begin in 1980; the same report gives the same bytes whenever it is made.
NO_TIME = (1980, 1, 1, 0, 0, 0)
# Of zlib's levels: the usual one takes thrice the time and saves a tenth.
QUICKLY = 3
# Longer core properties do not open everywhere.
LONGEST_PROPERTY = 255

# The parts beside the text that it refers to: relation's id, kind, file.
PAGE_NUMBER, CONTACT, NO_CONTACT = "rId1", "rId2", "rId3"
RELATIONS = (
    (PAGE_NUMBER, "header", "header.xml"),
    (CONTACT, "footer", "contact.xml"),
    (NO_CONTACT, "footer", "no-contact.xml"),
    ("rId4", "styles", "styles.xml"),
    ("rId5", "settings", "settings.xml"),
)
# Word 2013 and later; older modes break lines and tables in other ways.
COMPATIBILITY = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)


def package(body: str, *, contact: str, properties: str) -> bytes:
    """Return the file: the text, the foot of page 1 and the properties put into the skeleton."""
    parts = {
        "word/contact.xml": _part("ftr", paragraph(layout.CONTACT, run(contact))),
        "docProps/core.xml": properties,
        "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
    }
    file = BytesIO()
    file.write(_skeleton())
    _write(file, parts, "a")
    return file.getvalue()


def core_properties(*, title: str, subject: str, author: str, created_on: dt.date | None) -> str:
    """Return docProps/core.xml: what "File › Info" shows."""
    moment = f'xsi:type="dcterms:W3CDTF">{created_on}T00:00:00Z' if created_on else ""
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE_NAMESPACE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_property(title)}</dc:title><dc:subject>{_property(subject)}</dc:subject>"
        f"<dc:creator>{_property(author)}</dc:creator><cp:lastModifiedBy>{_property(author)}</cp:lastModifiedBy>"
        f"<dc:language>{layout.LANGUAGE}</dc:language>"
        + (
            f"<dcterms:created {moment}</dcterms:created><dcterms:modified {moment}</dcterms:modified>"
            if moment
            else ""
        )
        + "</cp:coreProperties>"
    )


def _property(text: str) -> str:
    return escape(clean(text)[:LONGEST_PROPERTY])


@cache
def _skeleton() -> bytes:
    """Return the file without its text."""
    file = BytesIO()
    number = f'<w:fldSimple w:instr=" PAGE ">{run("2")}</w:fldSimple>'
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("rId1", f"{RELATIONS_NAMESPACE}/officeDocument", "word/document.xml"),
            ("rId2", f"{PACKAGE_NAMESPACE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/_rels/document.xml.rels": _relationships(
            *((name, f"{RELATIONS_NAMESPACE}/{kind}", part) for name, kind, part in RELATIONS)
        ),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": _settings(),
        "word/header.xml": _part("hdr", paragraph(layout.PAGE_NUMBER, number)),
        "word/no-contact.xml": _part("ftr", paragraph(Style("Normal", "", layout.BODY.size), "")),
    }
    _write(file, parts, "w")
    return file.getvalue()


def _write(file: BytesIO, parts: Mapping[str, str], mode: Literal["w", "a"]) -> None:
    with ZipFile(file, mode) as archive:
        for name, xml in parts.items():
            entry = ZipInfo(name, NO_TIME)
            archive.writestr(entry, (DECLARATION + xml).encode(), ZIP_DEFLATED, QUICKLY)


def _part(element: str, content: str) -> str:
    return f'<w:{element} xmlns:w="{WORD_NAMESPACE}" xmlns:r="{RELATIONS_NAMESPACE}">{content}</w:{element}>'


def _settings() -> str:
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in COMPATIBILITY
    )
    return (
        f'<w:settings xmlns:w="{WORD_NAMESPACE}"><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="{layout.FIRST_LINE.twips}"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compatibility}</w:compat><w:themeFontLang w:val="{layout.LANGUAGE}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _content_types() -> str:
    parts = (
        ("word/document.xml", f"{WORD_TYPE}.document.main+xml"),
        ("docProps/core.xml", CORE_PROPERTIES_TYPE),
        *((f"word/{part}", f"{WORD_TYPE}.{kind}+xml") for _, kind, part in RELATIONS),
    )
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'<Types xmlns="{PACKAGE_NAMESPACE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(*relations: tuple[str, str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in relations
    )
    return f'<Relationships xmlns="{PACKAGE_NAMESPACE}/relationships">{entries}</Relationships>'
