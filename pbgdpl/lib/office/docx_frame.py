"""The frame of a DOCX file that we write: the parts around its text, and what refers to them.

The styles, the heads and feet of pages and the text belong to whoever makes the file. The same parts always give the
same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Literal, NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first day that a ZIP file knows
QUICKLY = 3  # of zlib's levels: the usual one takes thrice the time and saves a tenth
LANGUAGE = "vi-VN"
LONGEST_PROPERTY = 255  # longer properties do not open everywhere
TEXT_FILE, PROPERTIES_FILE = "word/document.xml", "docProps/core.xml"
# Word 2013 and later; older modes break lines and tables in other ways.
COMPATIBILITY = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)


class Part(NamedTuple):
    """A part to which the text refers by its id."""

    id: str
    kind: Literal["styles", "settings", "header", "footer"]
    path: str  # "word/styles.xml"
    xml: str | None  # None for a part that each file has of its own


def docx_frame(parts: Sequence[Part]) -> bytes:
    """Return what files with these parts have in common, compressed once."""
    file = BytesIO()
    common = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relations(
            ("rId1", f"{OFFICE}/officeDocument", TEXT_FILE),
            ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", PROPERTIES_FILE),
        ),
        "word/_rels/document.xml.rels": _relations(
            *((part.id, f"{OFFICE}/{part.kind}", part.path.removeprefix("word/")) for part in parts)
        ),
    }
    _write(file, common | {part.path: part.xml for part in parts if part.xml is not None}, "w")
    return file.getvalue()


def docx_file(frame: bytes, own_parts: Mapping[str, str], *, body: str, properties: str) -> bytes:
    """Return the DOCX file: the frame with the file's own parts, by their paths, and its text."""
    text = word_part("document", f"<w:body>{body}</w:body>")
    file = BytesIO()
    file.write(frame)
    _write(file, {**own_parts, PROPERTIES_FILE: properties, TEXT_FILE: text}, "a")
    return file.getvalue()


def word_part(element: str, content: str) -> str:
    """Return the XML of a part: "document", "hdr" or "ftr" with its content."""
    return f'<w:{element} xmlns:w="{WORD}" xmlns:r="{OFFICE}">{content}</w:{element}>'


def settings_xml(tab_stop: int = 720) -> str:
    """Return word/settings.xml; tab stops have a distance in twentieths of a point."""
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in COMPATIBILITY
    )
    return (
        f'<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="{tab_stop}"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compatibility}</w:compat><w:themeFontLang w:val="{LANGUAGE}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def core_properties(*, title: str, author: str, subject: str = "", created_on: dt.date | None = None) -> str:
    """Return docProps/core.xml, which "File › Info" shows. The texts hold no characters that XML refuses."""
    texts = {"dc:title": title, "dc:subject": subject, "dc:creator": author, "cp:lastModifiedBy": author}
    elements = [f"<{name}>{escape(text[:LONGEST_PROPERTY])}</{name}>" for name, text in texts.items() if text]
    elements.append(f"<dc:language>{LANGUAGE}</dc:language>")
    if created_on:
        elements += [
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{created_on.isoformat()}T00:00:00Z</dcterms:{name}>'
            for name in ("created", "modified")
        ]
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{"".join(elements)}</cp:coreProperties>'
    )


def _content_types(parts: Sequence[Part]) -> str:
    types = {
        PROPERTIES_FILE: "application/vnd.openxmlformats-package.core-properties+xml",
        TEXT_FILE: f"{TYPE}.document.main+xml",
        **{part.path: f"{TYPE}.{part.kind}+xml" for part in parts},
    }
    overrides = (
        f'<Override PartName="/{path}" ContentType="{kind}"/>' for path, kind in sorted(types.items())
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(overrides)}</Types>'
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    """Return a part of relations, each with its id, its type and its target."""
    elements = (
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in relations
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(elements)}</Relationships>'


def _write(file: BytesIO, parts: Mapping[str, str], mode: Literal["w", "a"]) -> None:
    with ZipFile(file, mode) as archive:
        for path, xml in parts.items():
            archive.writestr(ZipInfo(path, NO_TIME), DECLARATION + xml, ZIP_DEFLATED, QUICKLY)
