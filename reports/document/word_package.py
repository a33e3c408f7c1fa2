"""The parts of the report's Word file around its text; what is the same in every report is made once per process."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pbgdpl.lib.office.docx_frame import WORD_2010, Part, docx_file, docx_frame, settings_xml, word_part
from reports.document import layout
from reports.document.layout import Style
from reports.document.tree import Numbering
from reports.document.word_numbering import WordLists
from reports.document.word_stamp import stamp_run
from reports.document.word_styles import styles_xml
from reports.document.word_xml import paragraph, run

CONTACT_FILE, LISTS_FILE = "word/contact.xml", "word/numbering.xml"
# The relations by which the text refers to its head and feet.
PAGE_NUMBER, CONTACT, NO_CONTACT, FIRST_HEAD = "rId1", "rId2", "rId3", "rId6"


def package(body: str, *, lists: WordLists, contact: str, properties: bytes, is_draft: bool) -> bytes:
    """Return the file: the text, its lists, the foot of page 1 and the properties in the frame."""
    foot = word_part("ftr", paragraph(layout.CONTACT, run(contact)))
    own = {CONTACT_FILE: foot, LISTS_FILE: lists.xml()}
    return docx_file(_frame(lists.numbering, is_draft), own, body=body, properties=properties)


@cache
def _frame(numbering: Numbering, is_draft: bool) -> bytes:
    return docx_frame([*_parts(numbering, is_draft)])


def _parts(numbering: Numbering, is_draft: bool) -> Iterator[Part]:
    field = f'<w:fldSimple w:instr=" PAGE ">{run("2")}</w:fldSimple>'
    number = paragraph(layout.PAGE_NUMBER, field + (stamp_run(1) if is_draft else ""))
    nothing = paragraph(Style("Normal", "", layout.BODY.size), "")
    yield Part(PAGE_NUMBER, "header", "word/header.xml", word_part("hdr", number))
    yield Part(CONTACT, "footer", CONTACT_FILE, None)
    yield Part(NO_CONTACT, "footer", "word/no-contact.xml", word_part("ftr", nothing))
    yield Part("rId4", "styles", "word/styles.xml", styles_xml(numbering))
    yield Part(
        "rId5",
        "settings",
        "word/settings.xml",
        settings_xml(tab_stop=layout.FIRST_LINE.twips, mode=WORD_2010),
    )
    yield Part("rId7", "numbering", LISTS_FILE, None)
    if is_draft:
        first = word_part("hdr", paragraph(layout.PAGE_NUMBER, stamp_run(2)))
        yield Part(FIRST_HEAD, "header", "word/first-header.xml", first)
