"""A person who edits a Word file: python-docx copies a paragraph's properties, as Word does when Enter is pressed."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from docx.document import Document as OpenedWord
from docx.text.paragraph import Paragraph as Typed


def paragraphs(word: OpenedWord) -> Iterator[Typed]:
    """Yield the paragraphs of the text and of its tables."""
    for element in word.element.body.iter("{*}p"):
        yield Typed(element, word)


def find(word: OpenedWord, text: str) -> Typed:
    """Return the paragraph with this text, whose lines may be parted by breaks."""
    (found,) = (one for one in paragraphs(word) if " ".join(one.text.split()) == text)
    return found


def enter(word: OpenedWord, after: str, text: str) -> None:
    """Press Enter at the end of a paragraph and type."""
    above = find(word, after)
    element = deepcopy(above._p)
    above._p.addnext(element)
    retype(Typed(element, word), text)


def retype(paragraph: Typed, text: str) -> None:
    """Type other words over those of a paragraph."""
    first, *others = paragraph.runs
    for run in others:
        run._r.getparent().remove(run._r)
    first.text = text


def move(word: OpenedWord, heading: str, after: str) -> None:
    """Move a heading with all that stands below it, up to the next heading, behind the paragraph `after`."""
    moved = [find(word, heading)._p]
    while not Typed(moved[-1].getnext(), word).style.style_id.startswith("Heading"):
        moved.append(moved[-1].getnext())
    for element in reversed(moved):
        find(word, after)._p.addnext(element)
