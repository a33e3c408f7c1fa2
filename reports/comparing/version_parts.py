"""The paper in parts, so that two versions of it can be compared part by part."""

from __future__ import annotations

from collections.abc import Iterable

from reports.document.lines import Heading, annexes, lines
from reports.document.text import annex_texts, end_texts, head_texts, line_text
from reports.document.tree import Document

# What the parts without a heading of their own are called.
HEAD, OPENING, END, CONTACT = "Đầu văn bản", "Lời mở đầu", "Cuối văn bản", "Chân trang"

VersionPart = tuple[str, str]  # the heading as it is printed, and the lines below it


def version_parts(document: Document) -> tuple[VersionPart, ...]:
    """Return the words of `to_text` in their order: the head, the opening, each section's own, the end, the annexes.

    Of what has no heading on the paper only the parts with words are told.
    """
    sections: list[tuple[str, list[str]]] = [(OPENING, list(document.legal_bases))]
    for line in lines(document.body, document.numbering):
        if isinstance(line, Heading):
            sections.append((str(line), []))
        else:
            sections[-1][1].append(line_text(line))
    printed = (
        *sections,
        (END, end_texts(document)),
        *((label, annex_texts(annex, document)) for label, annex in annexes(document)),
        (CONTACT, [document.letterhead.contact]),
    )
    parts = ((heading, _text(texts)) for heading, texts in ((HEAD, head_texts(document)), *printed))
    return tuple((heading, text) for heading, text in parts if text or heading not in (OPENING, END, CONTACT))


def stored_parts(document: Document) -> list[list[str]]:
    """Return the parts as `Submission.parts` keeps them."""
    return [list(part) for part in version_parts(document)]


def _text(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, texts))
