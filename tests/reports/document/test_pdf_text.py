"""The words of the PDF are those of the report's plain text, in their order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from reports.document.pdf import to_pdf
from reports.document.text import to_text
from reports.document.tree import Block, Document, Section, Table
from tests.reports.document.documents import documents, full_document, minimal_document, real_size_document
from tests.reports.document.printed import Print, printed


def without_address(document: Document) -> Document:
    """Return the report without the foot of page 1, which the text has at its end."""
    return replace(document, letterhead=replace(document.letterhead, contact=""))


def without_tables(document: Document) -> Document:
    """Return the report without tables: a page repeats the titles of one that it continues."""
    annexes = tuple(replace(annex, blocks=_without_tables(annex.blocks)) for annex in document.annexes)
    return replace(document, body=_without_tables(document.body), annexes=annexes)


def _without_tables(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(
        replace(block, blocks=_without_tables(block.blocks)) if isinstance(block, Section) else block
        for block in blocks
        if not isinstance(block, Table)
    )


@pytest.mark.parametrize("document", [full_document(), minimal_document(), real_size_document()])
def test_the_printed_words_are_those_of_the_text(document):
    document = without_address(document)
    assert printed(document).words == to_text(document).split()


def test_the_address_is_printed_at_the_foot_of_page_1():
    document = full_document()
    (address,) = printed(document).pages[0].below
    assert [*printed(document).words, *address.text.split()] == to_text(document).split()


@settings(max_examples=12)
@given(documents().map(without_address).map(without_tables))
def test_a_random_report_is_printed_letter_by_letter(document):
    # A word that is longer than its line is cut, so letters are compared instead of words.
    assert "".join(Print(to_pdf(document)).words) == "".join(to_text(document).split())
