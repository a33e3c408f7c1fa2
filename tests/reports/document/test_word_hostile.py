"""Whatever is typed, pasted or repeated without end, the Word file opens and says it."""

from __future__ import annotations

import unicodedata
from dataclasses import fields

import pytest

from reports.document.text import to_text
from reports.document.tree import (
    Annex,
    BulletList,
    Document,
    LetteredList,
    Letterhead,
    Paragraph,
    Section,
    Signature,
    Table,
)
from tests.reports.document.documents import minimal_document
from tests.reports.document.word_file import WordFile, text_of


def test_signs_that_mean_something_elsewhere_are_words():
    text = "<script>alert(1)</script> {{ report }} {% if %} </w:t></w:r> &amp; ]]> file:///etc/passwd http://example.org"
    (paragraph,) = WordFile.of(minimal_document(body=(Paragraph(text),))).paragraphs("BodyText")
    assert text_of(paragraph) == text


def everywhere(text: str) -> Document:
    """Return a report with the text in every field."""
    texts = {field.name: text for field in fields(Letterhead) if field.name != "issued_on"}
    section = Section(
        text, (Paragraph(text, text), BulletList((text,)), LetteredList((Paragraph(text, text),)))
    )
    return Document(
        Letterhead(**texts),
        kind=text,
        subject=text,
        period_note=text,
        addressees=(text, text),
        legal_bases=(text,),
        body=(section, Table(((text, text), (text, "")))),
        closing=text,
        recipients=(text,),
        signature=Signature((text,), text),
        annexes=(Annex(text, (section,)),),
        author=text,
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("một\x00hai\x0b\x1b\x7fba", "mộthaiba"),
        ("lạc\ud800loài\ufffe\uffff", "lạcloài"),
        (unicodedata.normalize("NFD", "Phổ biến đường bộ"), "Phổ biến đường bộ"),
        ("\u0338gạch", "\u0338gạch"),
        ("<script>{{ x }}&", "<script>{{ x }}&"),
    ],
    ids=["control characters", "surrogates", "decomposed", "combining", "markup"],
)
def test_whatever_is_typed_anywhere_makes_a_file_that_opens(typed, printed):
    file = WordFile.of(everywhere(typed))
    assert [
        paragraph.text for paragraph in file.opened.paragraphs if paragraph.style.style_id == "LegalBasis"
    ] == [printed]
    assert file.words() == to_text(everywhere(printed)).split()
    assert file.opened.core_properties.author == printed


def test_a_text_that_is_all_noise_leaves_no_word_behind():
    assert WordFile.of(minimal_document(body=(Paragraph("\x00\x0b"),))).texts("BodyText") == [""]


@pytest.mark.parametrize(
    "document",
    [
        minimal_document(body=(Paragraph("chữ " * 5000),)),
        minimal_document(body=(Paragraph("chữ" * 7000),)),
        minimal_document(body=(BulletList(tuple(f"việc {number}-KH/TU" for number in range(2000))),)),
        minimal_document(subject="báo cáo " * 2500),
        minimal_document(body=(Table((("A", "B"), ("1", "chữ " * 5000))),)),
    ],
    ids=["long paragraph", "long word", "2000 bullets", "long subject", "long cell"],
)
def test_lengths_that_nobody_plans_for_are_printed_whole(document):
    assert WordFile.of(document).words() == to_text(document).split()
