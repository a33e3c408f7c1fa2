"""The words of a report that a program has to give, and those it did not give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reports.document.lines import (
    Bullet,
    Heading,
    Line,
    Point,
    addressee_lines,
    lines,
    recipient_lines,
)
from reports.document.text import to_text
from reports.document.tree import Document

DASH = "-"


def missing_words(document: Document, text: str, *, with_foot: bool = True) -> list[str]:
    """Return the words of the paper that the text lacks, each as often as it lacks it.

    Numbers of headings, letters of points and dashes are not among them: Word counts them, and few programs write them
    into a plain text. Nor is the foot of page 1, for programs that read the text alone.
    """
    asked = Counter(to_text(document).split()) - Counter(_labels(document))
    if not with_foot:
        asked -= Counter(document.letterhead.contact.split())
    return sorted((asked - Counter(text.split())).elements())


def _labels(document: Document) -> Iterator[str]:
    parts = (document.body, *(annex.blocks for annex in document.annexes))
    yield from (
        word for part in parts for line in lines(part, document.numbering) for word in _label(line).split()
    )
    names = (*addressee_lines(document), *recipient_lines(document))
    yield from (DASH for name in names if name.startswith(DASH))


def _label(line: Line) -> str:
    match line:
        case Heading(label=label) | Point(label=label):
            return label
        case Bullet(mark=mark):
            return mark
        case _:
            return ""
