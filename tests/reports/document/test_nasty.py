"""The worst report that anybody could hand in: not a word of it is lost or torn, in either file."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from reports.document.pdf import to_pdf
from reports.document.text import to_text
from reports.document.word import to_docx
from tests.reports.document.nasty_report import NASTY_DOCUMENT, TITLES, WORD_WITHOUT_END
from tests.reports.document.printed import printed
from tests.reports.document.test_pdf_text import without_tables
from tests.reports.document.test_word_schema import misplaced
from tests.reports.document.word_file import W, WordFile

# Short enough to stand level with the signature; a longer list goes on below it.
FEW = replace(NASTY_DOCUMENT, recipients=NASTY_DOCUMENT.recipients[:13])


def letters(words: Iterable[str]) -> str:
    return "".join("".join(words).split())


def test_the_word_file_says_it_word_by_word():
    assert WordFile.of(FEW).words() == to_text(FEW).split()
    assert Counter(WordFile.of(NASTY_DOCUMENT).words()) == Counter(to_text(NASTY_DOCUMENT).split())


def test_the_pdf_says_it_letter_by_letter():
    """A word without an end is cut, so letters are compared instead of words."""
    plain = without_tables(FEW)
    assert letters(printed(plain).words) == letters(to_text(plain).split())


def test_the_tables_of_the_pdf_lose_no_letter():
    """A tall row goes on on the next page, column by column; the titles stand on each page."""
    said = letters(printed(FEW).words)
    for table in (letters(TITLES), "STTLượtngười"):
        assert said.count(table) > 1
        said = said.replace(table, "", said.count(table) - 1)
    assert Counter(said) == Counter(letters(to_text(FEW).split()))


def test_the_text_of_the_pdf_is_composed():
    pages = PdfReader(BytesIO(to_pdf(NASTY_DOCUMENT))).pages
    assert all(unicodedata.is_normalized("NFC", page.extract_text()) for page in pages)


def test_the_word_file_follows_the_schema_and_names_nothing_twice():
    file = WordFile.of(replace(NASTY_DOCUMENT, is_draft=True))
    assert misplaced(file) == []
    for name, part in file.parts():
        named = [element.attrib["id"] for element in part.iter() if "id" in element.attrib]
        assert len(named) == len(set(named)), name
    assert [len(row) for row in file.body.iter(f"{W}trPr") if len(row) == 0] == []


def test_the_same_report_gives_the_same_bytes():
    assert to_docx(NASTY_DOCUMENT) == to_docx(replace(NASTY_DOCUMENT))
    assert to_pdf(FEW) == to_pdf(replace(FEW))


def pages_with(*texts: str) -> set[int]:
    return {
        number
        for number, page in enumerate(printed(NASTY_DOCUMENT).pages, start=1)
        if any(text in row.text for row in page.rows for text in texts)
    }


def test_the_signature_stands_whole_on_the_page_of_the_closing_words():
    assert len(pages_with("Trên đây là báo cáo./.", "Nơi nhận:", "TM. BAN", "Công Tằng")) == 1
    assert pages_with("đơn vị thứ 60") == {max(pages_with("đơn vị thứ"))}


def test_no_page_is_empty_and_nothing_leaves_the_paper():
    pages = printed(NASTY_DOCUMENT).pages
    assert all(page.rows for page in pages)
    assert [row.text for page in pages for row in page.rows if row.left < 29.5 or row.right > 190.5] == []
    # Every program ends a line after a hyphen.
    assert pages[0].find("BQLKCNKCXKKT&CNC").right < pages[0].find("Thành phố Quảng Hà Thượng").left


def test_the_word_without_an_end_is_cut_and_whole():
    assert letters(printed(FEW).words).count(WORD_WITHOUT_END) == 3
