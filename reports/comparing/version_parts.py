"""The text of a document in parts, by which two versions are compared."""

from __future__ import annotations

from collections.abc import Iterable

from reports.document.lines import Heading, annexes, lines
from reports.document.text import annex_texts, end_texts, head_texts, line_text
from reports.document.tree import Document

# The names of the parts that have no heading.
HEAD, OPENING, END, CONTACT = "Đầu văn bản", "Lời mở đầu", "Cuối văn bản", "Chân trang"

VersionPart = tuple[str, str]  # the heading as printed, and the lines below it


def version_parts(document: Document) -> tuple[VersionPart, ...]:
    """Return the text of `to_text` in its order: the head, the opening, each section, the end, the annexes.

    Parts without a heading are left out if they are empty.
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
    """Return the parts in the form in which `Submission.parts` stores them."""
    return [list(part) for part in version_parts(document)]


def anchor_of(place: str, line: int | None = None) -> str:
    """Return the id of a part on the page of a version, or of one of its lines: "muc-3", "muc-3-12"."""
    part = f"muc-{place}" if place else "ca-bao-cao"
    return part if line is None else f"{part}-{line}"


def printed_lines(document: Document) -> frozenset[str]:
    """Return the lines of all parts, to find out whether a line is still printed."""
    return frozenset(line for _, text in version_parts(document) for line in text.split("\n"))


def _text(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, texts))
