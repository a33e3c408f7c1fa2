"""A document that runs something or fetches from elsewhere is refused, and the sentence names the part."""

import pytest
from pypdf.generic import ArrayObject, NameObject, NumberObject, TextStringObject

from accounts.attaching.checking import ending_of
from accounts.attaching.kinds import KINDS
from accounts.attaching.pdf import ACTS, ITSELF, PROGRAM, SCRIPT, why_no_pdf
from accounts.attaching.pdf import FILE as OTHER_FILE
from pbgdpl.lib.office import active_parts as parts
from pbgdpl.lib.office.kinds import ACTIVE, why_no_excel, why_no_word
from tests.accounts.attaching import active_files as made
from tests.accounts.attaching import uploads

SENT, PLAYED, LOADED = "lệnh gửi dữ liệu đi", "âm thanh, phim", "lệnh nạp dữ liệu"
REMOTE = "https://example.net/a"
SHARE = r"\\192.0.2.7\a\b"
WORD = {
    "template of the web": (made.word_related("attachedTemplate", f"{REMOTE}.dotm"), parts.TEMPLATE),
    "template of the settings": (
        made.related(uploads.word(), "word/settings.xml", "attachedTemplate", f"{REMOTE}.dotm"),
        parts.TEMPLATE,
    ),
    "template of a share": (made.word_related("attachedTemplate", SHARE), parts.TEMPLATE),
    "template of a share as an address": (
        made.word_related("attachedTemplate", "file://192.0.2.7/a.dotm"),
        parts.TEMPLATE,
    ),
    "picture of the web": (made.word_related("image", f"{REMOTE}.png"), parts.PICTURE),
    "picture of a share": (made.word_related("image", SHARE), parts.PICTURE),
    "picture in the header": (
        made.related(uploads.word(), "word/header1.xml", "image", REMOTE),
        parts.PICTURE,
    ),
    "object of the web": (made.word_related("oleObject", f"{REMOTE}.html!"), parts.OBJECT),
    "object within": (
        made.word_related(
            "oleObject", "embeddings/a.bin", mode="Internal", parts=[("word/embeddings/a.bin", "x")]
        ),
        parts.OBJECT,
    ),
    "package within": (
        made.word_related(
            "package", "embeddings/a.exe", mode="Internal", parts=[("word/embeddings/a.exe", "MZ")]
        ),
        parts.OBJECT,
    ),
    "book with macros within": (
        made.word_related(
            "package",
            "embeddings/a.xlsx",
            mode="Internal",
            parts=[("word/embeddings/a.xlsx", uploads.archive({"xl/vbaProject.bin": "x"}, uploads.excel()))],
        ),
        parts.OBJECT,
    ),
    "control": (made.word_related("control", "activeX/a.xml", mode="Internal"), parts.CONTROL),
    "pasted page": (made.word_related("aFChunk", "a.html", mode="Internal"), parts.PASTED),
    "pasted page of the web": (made.word_related("aFChunk", REMOTE), parts.PASTED),
    "subdocument": (made.word_related("subDocument", REMOTE), parts.FRAME),
    "frame": (made.word_related("frame", REMOTE), parts.FRAME),
    "link to a program": (made.word_related("hyperlink", "ms-msdt:/id PCWDiagnostic"), parts.LINK),
    "link to a script": (made.word_related("hyperlink", "JavaScript:alert(1)"), parts.LINK),
    "link to a search": (made.word_related("hyperlink", "search-ms:query=a"), parts.LINK),
    "film": (made.word_related("video", REMOTE), parts.OTHER),
    "dde": (made.word_with_field(" DDE cmd a "), parts.DDE),
    "dde by itself": (made.word_with_field("DDEAUTO c:\\\\windows\\\\cmd.exe a"), parts.DDE),
    "dde in small letters": (made.word_with_field("ddeAuto a b"), parts.DDE),
    "dde in pieces": (made.word_with_field("D", "DE", "AU", "TO", " a b"), parts.DDE),
    "dde as codes": (made.word_with_field("&#68;&#x44;EAUTO a b"), parts.DDE),
    "dde behind a comment": (made.word_with_field("DD<!-- a -->EAUTO a b"), parts.DDE),
    "dde in raw words": (
        made.word_with_field("<w:r><w:instrText><![CDATA[DDE a]]></w:instrText></w:r>"),
        parts.DDE,
    ),
    "dde written by another field": (
        made.word_with_field(made.field("QUOTE 68 68 69"), " a b"),
        parts.FETCHED,
    ),
    "dde within another field": (made.word_with_field("IF 1 = 1 ", made.field("DDE a b")), parts.DDE),
    "dde in UTF-16": (made.in_utf_16(made.word_with_field("DDE a b"), "word/document.xml"), parts.DDE),
    "dde in short": (made.word_with('<w:p><w:fldSimple w:instr=" DDE a b "/></w:p>'), parts.DDE),
    "dde in short with codes": (made.word_with("<w:p><w:fldSimple w:instr='&#68;DE a b'/></w:p>"), parts.DDE),
    "link": (made.word_with_field("LINK Excel.Sheet.8 a"), parts.FETCHED),
    "text of elsewhere": (made.word_with_field(f'INCLUDETEXT "{REMOTE}"'), parts.FETCHED),
    "picture by a field": (made.word_with_field(f'INCLUDEPICTURE "{REMOTE}" \\d'), parts.FETCHED),
    "database": (made.word_with_field("DATABASE \\c a"), parts.FETCHED),
}
EXCEL = {
    "book of the web": (made.excel_related("externalLinkPath", REMOTE, "xl/externalLinks/a.xml"), parts.BOOK),
    "book of a share": (made.excel_related("externalLinkPath", SHARE, "xl/externalLinks/a.xml"), parts.BOOK),
    "connection": (made.excel_related("connections", "connections.xml", mode="Internal"), parts.CONNECTION),
    "query": (
        made.excel_related("queryTable", "a.xml", "xl/worksheets/sheet1.xml", mode="Internal"),
        parts.CONNECTION,
    ),
    "object": (
        made.excel_related("oleObject", "a.bin", "xl/worksheets/sheet1.xml", mode="Internal"),
        parts.OBJECT,
    ),
    "picture": (made.excel_related("image", REMOTE, "xl/drawings/a.xml"), parts.PICTURE),
    "dde link": (
        uploads.archive(
            {"xl/externalLinks/a.xml": "<x:ddeLink xmlns:x='a' ddeService='cmd'/>"}, uploads.excel()
        ),
        parts.DDE,
    ),
    "dde formula": (made.excel_with_formula("cmd|'/C calc'!A0"), parts.DDE),
    "dde formula as codes": (made.excel_with_formula("cmd&#124;'/C calc'!A0"), parts.DDE),
    "dde formula in quotes": (made.excel_with_formula("'cmd'|'/C calc'!A0"), parts.DDE),
    "dde formula in UTF-16": (
        made.in_utf_16(made.excel_with_formula("cmd|'/C calc'!A0"), "xl/worksheets/sheet1.xml"),
        parts.DDE,
    ),
    "service of the web": (made.excel_with_formula(f'_xlfn.WEBSERVICE("{REMOTE}")'), parts.FORMULA),
    "live data": (made.excel_with_formula('RTD("a",,"b")'), parts.FORMULA),
    "picture of the web": (made.excel_with_formula(f'_xlfn.IMAGE("{REMOTE}")'), parts.FORMULA),
    "call": (made.excel_with_formula('CALL("a","b")'), parts.FORMULA),
}
PDF = {
    "opens with a web page": (made.pdf_that_opens_with(made.address(REMOTE)), ITSELF),
    "opens with a page, then the web": (
        made.pdf_that_opens_with(made.action("GoTo", D=ArrayObject(), Next=made.address(REMOTE))),
        ITSELF,
    ),
    "a page opens with the web": (made.pdf_whose_page_opens_with(made.address(REMOTE)), ITSELF),
    "opens another file": (
        made.pdf_that_opens_with(made.action("GoToR", F=TextStringObject(SHARE))),
        f"{ITSELF}, {OTHER_FILE}",
    ),
    "link to another file": (
        made.pdf_with_link(made.action("GoToR", F=TextStringObject("a.pdf"))),
        OTHER_FILE,
    ),
    "link to a file within": (made.pdf_with_link(made.action("GoToE")), OTHER_FILE),
    "link to a share": (made.pdf_with_link(made.address("file://192.0.2.7/a")), OTHER_FILE),
    "link to a share in strokes": (made.pdf_with_link(made.address(SHARE)), OTHER_FILE),
    "link to a script": (made.pdf_with_link(made.address("javascript:app.alert(1)")), OTHER_FILE),
    "button that sends": (made.pdf_with_link(made.action("SubmitForm", F=TextStringObject(REMOTE))), SENT),
    "button that loads": (made.pdf_with_link(made.action("ImportData", F=TextStringObject("a.fdf"))), LOADED),
    "compressed button that sends": (uploads.with_compressed(made.action("SubmitForm")), SENT),
    "compressed link to another file": (uploads.with_compressed(made.action("GoToR")), OTHER_FILE),
    "link that runs": (made.pdf_with_link(made.action("Launch", F=TextStringObject("a.exe"))), PROGRAM),
    "script that runs": (made.pdf_with_link(made.action("JavaScript", JS=TextStringObject("a"))), SCRIPT),
    "film": (made.pdf_with_note(made.dictionary(Subtype=NameObject("/RichMedia"))), PLAYED),
    "old film": (made.pdf_with_note(made.dictionary(Subtype=NameObject("/Movie"))), PLAYED),
    "sound": (made.pdf_with_note(made.dictionary(Subtype=NameObject("/Sound"))), PLAYED),
    "solid": (made.pdf_with_note(made.dictionary(Subtype=NameObject("/3D"))), PLAYED),
    "rendition": (made.pdf_with_link(made.action("Rendition")), PLAYED),
    "moving form": (made.pdf_with_form(XFA=ArrayObject()), "biểu mẫu động (XFA)"),
    "locked by its owner": (
        uploads.pdf_locked_by_its_owner(made.pdf_with_link(made.action("SubmitForm"))),
        SENT,
    ),
}
PEACEFUL = {
    "template of the own disk.docx": made.word_related(
        "attachedTemplate", "file:///C:\\Users\\an\\Normal.dotm"
    ),
    "link.docx": made.word_related("hyperlink", "https://example.gov.vn/a?b=1"),
    "mail.docx": made.word_related("hyperlink", "mailto:an@example.gov.vn"),
    "page numbers.docx": made.word_with_field("PAGE \\* MERGEFORMAT"),
    "contents.docx": made.word_with_field("TOC \\o ", "1-3"),
    "words on dde.docx": made.word_with("<w:p><w:r><w:t>DDE instrText</w:t></w:r></w:p>"),
    "chart.docx": made.word_related(
        "package",
        "embeddings/a.xlsx",
        mode="Internal",
        parts=[("word/embeddings/a.xlsx", uploads.excel())],
    ),
    "books of the own disk.xlsx": made.excel_related(
        "externalLinkPath", "file:///D:\\a.xlsx", "xl/externalLinks/a.xml"
    ),
    "book beside it.xlsx": made.excel_related("externalLinkPath", "a.xlsx", "xl/externalLinks/a.xml"),
    "stroke in words.xlsx": made.excel_with_formula('IF(A2="|","a|b",CALLS)'),
    "stroke in a sheet's name.xlsx": made.excel_with_formula("'a|b'!A1"),
    "opens on a page.pdf": made.pdf_that_opens_with(ArrayObject([NumberObject(0), NameObject("/Fit")])),
    "opens on a page by an action.pdf": made.pdf_that_opens_with(made.action("GoTo", D=ArrayObject())),
    "link.pdf": made.pdf_with_link(made.address(REMOTE)),
    "form.pdf": made.pdf_with_form(Fields=ArrayObject()),
}


@pytest.mark.parametrize("case", WORD)
def test_a_word_file_with_an_active_part_is_refused(case):
    data, part = WORD[case]
    assert why_no_word(data) == ACTIVE.format(program="Word", parts=part)


@pytest.mark.parametrize("case", EXCEL)
def test_an_excel_file_with_an_active_part_is_refused(case):
    data, part = EXCEL[case]
    assert why_no_excel(data) == ACTIVE.format(program="Excel", parts=part)


@pytest.mark.parametrize("case", PDF)
def test_a_pdf_with_an_active_part_is_refused(case):
    data, part = PDF[case]
    assert why_no_pdf(data) == ACTS.format(parts=part)


@pytest.mark.parametrize("name", PEACEFUL)
def test_a_document_that_only_names_other_things_is_taken(name):
    assert KINDS[ending_of(name)].why_not(PEACEFUL[name]) == ""
