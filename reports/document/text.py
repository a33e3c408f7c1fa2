"""The report as plain text, for tests and for comparing versions."""

from __future__ import annotations

from collections.abc import Iterator

from reports.document.lines import (
    ADDRESSEES_TITLE,
    MOTTO,
    NATIONAL_NAME,
    RECIPIENTS_TITLE,
    Bullet,
    Heading,
    Line,
    Point,
    addressee_lines,
    annex_reference,
    annexes,
    date_line,
    lines,
    number_line,
    recipient_lines,
)
from reports.document.tree import Annex, Document, Paragraph, Table
from reports.document.words import one_line


def to_text(document: Document) -> str:
    """Return the text of the paper, one printed paragraph per line, table cells separated by tabs.

    The order is that of the DOCX and the PDF, so that their texts can be compared.
    """
    return "\n".join(text for text in _texts(document) if text) + "\n"


def _texts(document: Document) -> Iterator[str]:
    yield from head_texts(document)
    yield from document.legal_bases
    yield from (line_text(line) for line in lines(document.body, document.numbering))
    yield from end_texts(document)
    for label, annex in annexes(document):
        yield label
        yield from annex_texts(annex, document)
    yield document.letterhead.contact


def head_texts(document: Document) -> Iterator[str]:
    """Yield the lines above the text: letterhead, title, addressees; some may be empty."""
    head = document.letterhead
    yield from (one_line(head.parent_body), one_line(head.issuing_body), NATIONAL_NAME, MOTTO)
    yield from (number_line(head), date_line(head))
    yield from (document.kind, one_line(document.subject), document.period_note)
    if document.addressees:
        separator = " " if len(document.addressees) == 1 else "\n"
        yield separator.join((ADDRESSEES_TITLE, *addressee_lines(document)))


def end_texts(document: Document) -> Iterator[str]:
    """Yield the lines below the text: closing, recipients, signature; some may be empty."""
    yield document.closing
    if document.recipients:
        yield from (RECIPIENTS_TITLE, *recipient_lines(document))
    yield from (*document.signature.authority, document.signature.name)


def annex_texts(annex: Annex, document: Document) -> Iterator[str]:
    """Yield the lines of an annex below its label."""
    yield from (one_line(annex.title), annex_reference(document))
    yield from (line_text(line) for line in lines(annex.blocks, document.numbering))


def line_text(line: Line) -> str:
    match line:
        case Heading() | Bullet() | Point():
            return str(line)
        case Paragraph(text, lead):
            return f"{lead} {text}".strip()
        case Table(rows):
            return "\n".join("\t".join(row) for row in rows)
