"""A file is kept only if its ending, its first bytes and its inside agree."""

import pytest

from accounts.attaching.checking import (
    EMPTY,
    MOST_BYTES,
    NOT_WHAT_IT_SAYS,
    SAVE_AS_WORD,
    TOO_LARGE,
    WRONG_ENDING,
    FileRefused,
    check_file,
    clean_name,
)
from accounts.attaching.embedded import EMBEDS
from accounts.attaching.kinds import ALLOWED, KINDS
from accounts.attaching.pdf import ACTS, ITSELF, LOCKED, PROGRAM, SCRIPT, TWO_IN_ONE
from accounts.attaching.pdf import NOT_OPENED as PDF_NOT_OPENED
from accounts.attaching.pictures import BROKEN as PICTURE_BROKEN
from accounts.attaching.pictures import TOO_LARGE as PICTURE_TOO_LARGE
from accounts.attaching.pictures import TWO_IN_ONE as PICTURE_TWO_IN_ONE
from pbgdpl.lib.office import kinds as office
from tests.accounts.attaching import uploads

GOOD = {
    "ke-hoach.pdf": uploads.pdf,
    "KẾ HOẠCH.PDF": uploads.pdf,
    "khoa-sua.pdf": uploads.pdf_locked_by_its_owner,
    "kem-word.pdf": lambda: uploads.pdf_with_file("kế hoạch.docx", uploads.word()),
    "kem-word-khong-nen.pdf": lambda: uploads.pdf_with_file("a.docx", uploads.word(), is_stored=True),
    "ghi-chu-kem-bang-tinh.pdf": lambda: uploads.pdf_with_file("a.xlsx", uploads.excel(), as_note=True),
    "kem-du-lieu.pdf": lambda: uploads.pdf_with_file("du-lieu.xml", b"<?xml version='1.0'?><a/>"),
    "ke-hoach.docx": uploads.word,
    "danh-sach.xlsx": uploads.excel,
    "trang-1.jpg": uploads.jpeg,
    "trang-1.JPEG": uploads.jpeg,
    "trang-1.png": uploads.png,
}


def pdf_is_no(ending):
    return NOT_WHAT_IT_SAYS.format(ending=ending)


def word_says(sentence):
    return sentence.format(program="Word", ending="docx")


LAUNCHES = ACTS.format(parts=f"{ITSELF}, {PROGRAM}")
SPOOFED = {
    "exe as pdf": ("a.pdf", uploads.EXE, pdf_is_no("pdf")),
    "html as pdf": ("a.pdf", uploads.HTML_PAGE, pdf_is_no("pdf")),
    "pdf header behind html": ("a.pdf", uploads.HTML_PAGE + b"%PDF-1.7", pdf_is_no("pdf")),
    "pdf as docx": ("a.docx", uploads.pdf, pdf_is_no("docx")),
    "docx as pdf": ("a.pdf", uploads.word, pdf_is_no("pdf")),
    "old doc as docx": ("a.docx", uploads.OLE, pdf_is_no("docx")),
    "old doc": ("a.doc", uploads.OLE, WRONG_ENDING),
    "zip as docx": ("a.docx", lambda: uploads.archive({"a.txt": "a"}), word_says(office.OTHER)),
    "odt as docx": ("a.docx", uploads.open_document, word_says(office.OTHER)),
    "xlsx as docx": ("a.docx", uploads.excel, word_says(office.OTHER)),
    "docx as xlsx": ("a.xlsx", uploads.word, office.OTHER.format(program="Excel", ending="xlsx")),
    "docm as docx": ("a.docx", uploads.word_with_macros, word_says(office.MACROS)),
    "docm": ("a.docm", uploads.word_with_macros, WRONG_ENDING),
    "docx with vbaProject": (
        "a.docx",
        lambda: uploads.archive({"word/vbaProject.bin": "x"}, uploads.word()),
        word_says(office.MACROS),
    ),
    "docx without its text": (
        "a.docx",
        lambda: uploads.without(uploads.word(), "word/document.xml"),
        word_says(office.OTHER),
    ),
    "docx with a doctype": ("a.docx", uploads.word_with_doctype, word_says(office.UNSAFE)),
    "docx with paths out of it": (
        "a.docx",
        lambda: uploads.archive({"../../etc/cron.d/a": "x"}, uploads.word()),
        word_says(office.UNSAFE),
    ),
    "docx bomb": (
        "a.docx",
        lambda: uploads.archive({"word/media/a.bin": b"\0" * (151 * 2**20)}, uploads.word()),
        word_says(office.TOO_LARGE),
    ),
    "docx of 6,000 parts": (
        "a.docx",
        lambda: uploads.archive({f"word/{number}": "" for number in range(6000)}, uploads.word()),
        word_says(office.TOO_LARGE),
    ),
    "docx cut short": ("a.docx", lambda: uploads.word()[:-500], word_says(office.BROKEN)),
    "docx with a password": ("a.docx", uploads.locked_zip, word_says(office.BROKEN)),
    "docx behind a program": ("a.docx", lambda: uploads.EXE + uploads.word(), pdf_is_no("docx")),
    "pdf with a program": (
        "a.pdf",
        lambda: uploads.pdf_with_file("a.exe", uploads.EXE),
        EMBEDS.format(name="a.exe"),
    ),
    "pdf with a program called a document": (
        "a.pdf",
        lambda: uploads.pdf_with_file("a.txt", uploads.EXE, as_note=True),
        EMBEDS.format(name="a.txt"),
    ),
    "pdf with a macro": (
        "a.pdf",
        lambda: uploads.pdf_with_file("a.docx", uploads.word_with_macros(), is_stored=True),
        EMBEDS.format(name="a.docx"),
    ),
    "pdf with a word file and a zip behind it": (
        "a.pdf",
        lambda: uploads.archive({"a.exe": uploads.EXE}, uploads.pdf_with_file("a.docx", uploads.word())),
        TWO_IN_ONE,
    ),
    "pdf and zip": ("a.pdf", lambda: uploads.archive({"a.exe": uploads.EXE}, uploads.pdf()), TWO_IN_ONE),
    "pdf and html": (
        "a.pdf",
        lambda: uploads.pdf().replace(b"\n", b"\n%<html><script>alert(1)</script>\n", 1),
        TWO_IN_ONE,
    ),
    "pdf with more behind it": ("a.pdf", lambda: uploads.pdf() + uploads.EXE * 9, PDF_NOT_OPENED),
    "pdf cut short": ("a.pdf", lambda: uploads.pdf()[:-700], PDF_NOT_OPENED),
    "pdf header alone": ("a.pdf", b"%PDF-1.7\n%%EOF", PDF_NOT_OPENED),
    "pdf that launches": ("a.pdf", uploads.pdf_that_launches, LAUNCHES),
    "pdf that launches, in disguise": (
        "a.pdf",
        uploads.pdf_that_launches_unseen,
        LAUNCHES,
    ),
    "pdf that launches, compressed": (
        "a.pdf",
        uploads.pdf_that_launches_compressed,
        ACTS.format(parts=PROGRAM),
    ),
    "pdf with javascript": ("a.pdf", uploads.pdf_with_javascript, ACTS.format(parts=SCRIPT)),
    "pdf with a password": ("a.pdf", uploads.pdf_with_password, LOCKED),
    "locked pdf that launches": (
        "a.pdf",
        uploads.locked_pdf_that_launches,
        LAUNCHES,
    ),
    "svg as png": ("a.png", b"<svg onload='alert(1)'/>", pdf_is_no("png")),
    "svg": ("a.svg", b"<svg onload='alert(1)'/>", WRONG_ENDING),
    "gif as png": ("a.png", uploads.gif, pdf_is_no("png")),
    "gif as jpg": ("a.jpg", uploads.gif, pdf_is_no("jpg")),
    "html behind the first bytes of a png": (
        "a.png",
        uploads.PNG_MAGIC + uploads.HTML_PAGE,
        PICTURE_BROKEN.format(kind="PNG"),
    ),
    "html behind the first bytes of a jpg": (
        "a.jpg",
        b"\xff\xd8\xff" + uploads.HTML_PAGE,
        PICTURE_BROKEN.format(kind="JPEG"),
    ),
    "html behind a png": (
        "a.png",
        lambda: uploads.png() + uploads.HTML_PAGE,
        PICTURE_BROKEN.format(kind="PNG"),
    ),
    "zip behind a jpg": ("a.jpg", lambda: uploads.archive({"a": "a"}, uploads.jpeg()), PICTURE_TWO_IN_ONE),
    "png bomb": ("a.png", uploads.large_png, PICTURE_TOO_LARGE),
    "jpg cut short": ("a.jpg", lambda: uploads.jpeg((640, 640))[:-300], PICTURE_BROKEN.format(kind="JPEG")),
    "pdf.exe": ("a.pdf.exe", uploads.EXE, WRONG_ENDING),
    "a good pdf called exe": ("a.pdf.exe", uploads.pdf, WRONG_ENDING),
    "exe, nought, pdf": ("a.exe\0.pdf", uploads.EXE, pdf_is_no("pdf")),
    "read from right to left": ("bao\u202efdp.exe", uploads.EXE, WRONG_ENDING),
    "no ending": ("ke-hoach", uploads.pdf, WRONG_ENDING),
    "ending alone": (".pdf", uploads.pdf, WRONG_ENDING),
    "mail": ("a.eml", b"From: a", WRONG_ENDING),
    "script": ("a.js", b"alert(1)", WRONG_ENDING),
    "batch": ("a.bat", b"del", WRONG_ENDING),
    "page": ("a.html", uploads.HTML_PAGE, SAVE_AS_WORD.format(content="trang web (HTML)")),
    "page as docx": ("a.docx", uploads.HTML_PAGE, SAVE_AS_WORD.format(content="trang web (HTML)")),
    "rtf": ("a.rtf", rb"{\rtf1 a}", SAVE_AS_WORD.format(content="văn bản RTF")),
    "rtf as docx": ("a.docx", rb"{\rtf1 a}", SAVE_AS_WORD.format(content="văn bản RTF")),
    "rtf as doc": ("a.doc", rb"{\rtf1 a}", SAVE_AS_WORD.format(content="văn bản RTF")),
    "empty": ("a.pdf", b"", EMPTY),
    "21 MB": ("a.pdf", lambda: b"%PDF-" + b"\0" * (21 * 2**20), TOO_LARGE),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_file_that_is_what_its_name_says_is_taken(name):
    data = GOOD[name]()
    checked = check_file(name, data)
    assert (checked.name, checked.data) == (name, data)


@pytest.mark.parametrize("case", SPOOFED)
def test_a_disguised_file_is_refused_with_the_reason(case):
    name, made, sentence = SPOOFED[case]
    with pytest.raises(FileRefused) as refusal:
        check_file(name, made() if callable(made) else made)
    assert str(refusal.value) == f"“{clean_name(name)}”: {sentence}"


def test_a_refusal_by_ending_says_what_is_allowed():
    assert ALLOWED in WRONG_ENDING
    assert ALLOWED in NOT_WHAT_IT_SAYS


def test_a_file_of_exactly_the_largest_size_is_looked_into():
    with pytest.raises(FileRefused, match="Không mở được tệp PDF này"):
        check_file("a.pdf", b"%PDF-".ljust(MOST_BYTES, b"\0"))


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("C:\\Tài liệu\\Kế hoạch.pdf", "Kế hoạch.pdf"),
        ("../../../etc/passwd.pdf", "passwd.pdf"),
        ("a\u202efdp.docx", "afdp.docx"),
        ("a\r\nSet-Cookie: b.pdf", "a Set-Cookie: b.pdf"),
        ("  Ke\u0302\u0301 hoa\u0323ch .pdf. ", "Kế hoạch .pdf"),
        ("a" * 300 + ".docx", "a" * 195 + ".docx"),
        ("a." + "b" * 300, "a." + "b" * 198),
        ("..", ""),
    ],
)
def test_names_are_cleaned_and_their_ending_stays(sent, kept):
    assert clean_name(sent) == kept


def test_the_refusal_names_every_kind_of_file():
    names = ALLOWED.lower()
    assert [ending for ending in KINDS if f".{ending}" not in names and f" {ending}," not in names] == [
        "jpeg"
    ]
