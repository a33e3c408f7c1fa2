"""The Word file around the text: what is the same in every report is made once per process.

python-docx gives the frame: which parts there are, what they are and what refers to what. Of its template
nothing else stays, so nothing of another language, font or year of Word comes in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from io import BytesIO
from typing import Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.ns import nsdecls

from reports.document import layout
from reports.document.layout import Style
from reports.document.word_stamp import stamp_run
from reports.document.word_styles import WORD_NAMESPACE, styles_xml
from reports.document.word_xml import paragraph, run
from reports.document.words import clean

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Zip files begin in 1980; the same report gives the same bytes whenever it is made.
NO_TIME = (1980, 1, 1, 0, 0, 0)
# Of zlib's levels: the usual one takes thrice the time and saves a tenth.
QUICKLY = 3
# Longer core properties do not open everywhere.
LONGEST_PROPERTY = 255

# The parts that each report has of its own.
OWN_FILES = TEXT_FILE, CONTACT_FILE, PROPERTIES_FILE = (
    "word/document.xml",
    "word/contact.xml",
    "docProps/core.xml",
)
# The relations by which the text refers to its head and feet.
PAGE_NUMBER, CONTACT, NO_CONTACT, FIRST_HEAD = "rId1", "rId2", "rId3", "rId6"
# Word 2013 and later; older modes break lines and tables in other ways.
COMPATIBILITY = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)


def package(body: str, *, contact: str, properties: bytes, is_draft: bool) -> bytes:
    """Return the file: the text, the foot of page 1 and the properties put into the skeleton.

    The three are added to a copy of the zip file, not through python-docx, which would read and write every
    part of every report anew.
    """
    parts = {
        CONTACT_FILE: _part("ftr", paragraph(layout.CONTACT, run(contact))),
        PROPERTIES_FILE: properties,
        TEXT_FILE: _part("document", f"<w:body>{body}</w:body>"),
    }
    file = BytesIO()
    file.write(_skeleton(is_draft))
    _write(file, parts, "a")
    return file.getvalue()


def core_properties(*, title: str, subject: str, author: str, created_on: dt.date | None) -> bytes:
    """Return docProps/core.xml: what "File › Info" shows."""
    element = CT_CoreProperties.new()
    properties = CoreProperties(element)
    properties.title, properties.subject = _property(title), _property(subject)
    properties.author = properties.last_modified_by = _property(author)
    properties.language = layout.LANGUAGE
    if created_on:
        properties.created = properties.modified = dt.datetime.combine(created_on, dt.time(), dt.UTC)
    return serialize_part_xml(element)


def _property(text: str) -> str:
    return clean(text)[:LONGEST_PROPERTY]


@cache
def _skeleton(is_draft: bool) -> bytes:
    """Return the file without the parts that each report has of its own, although it refers to them."""
    word = docx.Document()
    _drop(word.part.rels)
    _drop(word.part.package.rels, but=(RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES))
    for relation, kind, part in _parts(is_draft):
        word.part.load_rel(kind, part, relation)
    saved, file = BytesIO(), BytesIO()
    word.save(saved)
    with ZipFile(saved) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name not in OWN_FILES}
    # Written once more, because python-docx stamps the files with the time of day.
    _write(file, parts, "w")
    return file.getvalue()


def _drop(relations: Relationships, but: Collection[str] = ()) -> None:
    """Drop the relations of all kinds but some; a part that nothing refers to is not saved."""
    for name in [name for name, relation in relations.items() if relation.reltype not in but]:
        del relations[name]


def _parts(is_draft: bool) -> Iterator[tuple[str, str, Part]]:
    """Yield the parts that the text refers to: the relation's id, its kind, the part."""
    field = f'<w:fldSimple w:instr=" PAGE ">{run("2")}</w:fldSimple>'
    number = paragraph(layout.PAGE_NUMBER, field + (stamp_run(1) if is_draft else ""))
    nothing = paragraph(Style("Normal", "", layout.BODY.size), "")
    header, footer = CONTENT_TYPE.WML_HEADER, CONTENT_TYPE.WML_FOOTER
    styles, settings = _encoded(styles_xml()), _encoded(_settings())
    yield PAGE_NUMBER, RELATIONSHIP_TYPE.HEADER, _file("word/header.xml", header, _part("hdr", number))
    yield CONTACT, RELATIONSHIP_TYPE.FOOTER, _file(CONTACT_FILE, footer)
    yield NO_CONTACT, RELATIONSHIP_TYPE.FOOTER, _file("word/no-contact.xml", footer, _part("ftr", nothing))
    yield "rId4", RELATIONSHIP_TYPE.STYLES, _file("word/styles.xml", CONTENT_TYPE.WML_STYLES, styles)
    yield "rId5", RELATIONSHIP_TYPE.SETTINGS, _file("word/settings.xml", CONTENT_TYPE.WML_SETTINGS, settings)
    if is_draft:
        first = _part("hdr", paragraph(layout.PAGE_NUMBER, stamp_run(2)))
        yield FIRST_HEAD, RELATIONSHIP_TYPE.HEADER, _file("word/first-header.xml", header, first)


def _file(name: str, content_type: str, content: bytes = b"") -> Part:
    return Part(PackURI(f"/{name}"), content_type, content)


def _write(file: BytesIO, parts: Mapping[str, bytes], mode: Literal["w", "a"]) -> None:
    with ZipFile(file, mode) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name, NO_TIME), content, ZIP_DEFLATED, QUICKLY)


def _part(element: str, content: str) -> bytes:
    return _encoded(f"<w:{element} {nsdecls('w', 'r')}>{content}</w:{element}>")


def _encoded(xml: str) -> bytes:
    return (DECLARATION + xml).encode()


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
