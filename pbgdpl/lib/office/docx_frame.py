"""The frame of a DOCX file that we write: the parts around its text, and what refers to them.

python-docx makes the package: its parts, what they are and what refers to what. Nothing else of its template stays,
so no other language, font or year of Word comes in. The styles, the heads and feet of pages and the text belong to
whoever makes the file. The same parts always give the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from io import BytesIO
from typing import Literal, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.opc.rel import Relationships
from docx.oxml.coreprops import CT_CoreProperties

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first day that a ZIP file knows
QUICKLY = 3  # of zlib's levels: the usual one takes thrice the time and saves a tenth
LANGUAGE = "vi-VN"
LONGEST_PROPERTY = 255  # longer properties do not open everywhere
TEXT_FILE, PROPERTIES_FILE = "word/document.xml", "docProps/core.xml"
# Modes of compatibility. From that of Word 2013 on, Word, ONLYOFFICE and LibreOffice (from 24.2) narrow the spaces of
# justified lines, so that lines and pages end elsewhere than in other programs.
WORD_2010, WORD_2013 = 14, 15
COMPATIBILITY = (
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)
# Of each kind of part, what the text's relation to it is and what it is itself.
KINDS = {
    "styles": (RELATIONSHIP_TYPE.STYLES, CONTENT_TYPE.WML_STYLES),
    "numbering": (RELATIONSHIP_TYPE.NUMBERING, CONTENT_TYPE.WML_NUMBERING),
    "settings": (RELATIONSHIP_TYPE.SETTINGS, CONTENT_TYPE.WML_SETTINGS),
    "header": (RELATIONSHIP_TYPE.HEADER, CONTENT_TYPE.WML_HEADER),
    "footer": (RELATIONSHIP_TYPE.FOOTER, CONTENT_TYPE.WML_FOOTER),
}


class Part(NamedTuple):
    """A part to which the text refers by its id."""

    id: str
    kind: Literal["styles", "numbering", "settings", "header", "footer"]
    path: str  # "word/styles.xml"
    xml: str | None  # None for a part that each file has of its own


def docx_frame(parts: Sequence[Part]) -> bytes:
    """Return what files with these parts have in common, compressed once."""
    word, saved, file = docx.Document(), BytesIO(), BytesIO()
    _drop(word.part.rels)
    _drop(word.part.package.rels, but=(RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES))
    for part in parts:
        relation, content = KINDS[part.kind]
        stored = PackagePart(PackURI(f"/{part.path}"), content, _encoded(part.xml or ""))
        word.part.load_rel(relation, stored, part.id)
    word.save(saved)
    own = {TEXT_FILE, PROPERTIES_FILE, *(part.path for part in parts if part.xml is None)}
    with ZipFile(saved) as archive:
        common = {path: archive.read(path) for path in archive.namelist() if path not in own}
    # Written once more, because python-docx stamps the parts with the time of day.
    _write(file, common, "w")
    return file.getvalue()


def docx_file(frame: bytes, own_parts: Mapping[str, str], *, body: str, properties: bytes) -> bytes:
    """Return the DOCX file: the frame with the file's own parts, by their paths, and its text.

    They are added to a copy of the frame, not through python-docx, which would read and write every part anew.
    """
    parts = {path: _encoded(xml) for path, xml in own_parts.items()}
    text = _encoded(word_part("document", f"<w:body>{body}</w:body>"))
    file = BytesIO()
    file.write(frame)
    _write(file, {**parts, PROPERTIES_FILE: properties, TEXT_FILE: text}, "a")
    return file.getvalue()


def word_part(element: str, content: str) -> str:
    """Return the XML of a part: "document", "hdr" or "ftr" with its content."""
    return f'<w:{element} xmlns:w="{WORD}" xmlns:r="{OFFICE}">{content}</w:{element}>'


def settings_xml(*, tab_stop: int = 720, mode: int = WORD_2013) -> str:
    """Return word/settings.xml; tab stops have a distance in twentieths of a point."""
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (("compatibilityMode", mode), *COMPATIBILITY)
    )
    return (
        f'<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="{tab_stop}"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compatibility}</w:compat><w:themeFontLang w:val="{LANGUAGE}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def core_properties(
    *, title: str, author: str, subject: str = "", created_on: dt.date | None = None
) -> bytes:
    """Return docProps/core.xml, which "File › Info" shows. The texts hold no characters that XML refuses."""
    element = CT_CoreProperties.new()
    properties = CoreProperties(element)
    texts = {"title": title, "subject": subject, "author": author, "last_modified_by": author}
    for name, text in texts.items():
        if text:
            setattr(properties, name, text[:LONGEST_PROPERTY])
    properties.language = LANGUAGE
    if created_on:
        properties.created = properties.modified = dt.datetime.combine(created_on, dt.time(), dt.UTC)
    return serialize_part_xml(element)


def _drop(relations: Relationships, but: Collection[str] = ()) -> None:
    """Drop the relations of all kinds but some; a part that nothing refers to is not saved."""
    for name in [name for name, relation in relations.items() if relation.reltype not in but]:
        del relations[name]


def _write(file: BytesIO, parts: Mapping[str, bytes], mode: Literal["w", "a"]) -> None:
    with ZipFile(file, mode) as archive:
        for path, content in parts.items():
            archive.writestr(ZipInfo(path, NO_TIME), content, ZIP_DEFLATED, QUICKLY)


def _encoded(xml: str) -> bytes:
    return (DECLARATION + xml).encode()
