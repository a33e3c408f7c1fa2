"""A DOCX read back: its XML, part by part, and what each paragraph says and how it looks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import docx
import docx.document
from lxml import etree

from reports.document.tree import Document
from reports.document.word import to_docx
from tests.reports.word_numbers import W, WordNumbers


@dataclass(frozen=True)
class WordFile:
    content: bytes

    @classmethod
    def of(cls, document: Document) -> WordFile:
        return cls(to_docx(document))

    @cached_property
    def archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self.content))

    @cached_property
    def opened(self) -> docx.document.Document:
        """The file as python-docx reads it, which has made its frame but not its text."""
        return docx.Document(io.BytesIO(self.content))

    @cached_property
    def body(self) -> etree._Element:
        (body,) = self.part("word/document.xml")
        return body

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.archive.read(name))

    def parts(self) -> Iterator[tuple[str, etree._Element]]:
        return ((name, self.part(name)) for name in self.archive.namelist())

    def paragraphs(self, style: str | None = None) -> list[etree._Element]:
        """Return the paragraphs of the text, in tables too, in their order."""
        return [p for p in self.body.iter(f"{W}p") if style in (None, style_of(p))]

    def texts(self, style: str | None = None) -> list[str]:
        """Return the texts of the paragraphs as a person sees them, with the automatic numbers."""
        return [self.printed[paragraph] for paragraph in self.paragraphs(style)]

    @cached_property
    def printed(self) -> dict[etree._Element, str]:
        """The text of each paragraph with its automatic number."""
        numbers = WordNumbers(self.part("word/numbering.xml"), self.part("word/styles.xml"))
        return {p: numbers.numbered(p, text_of(p)) for p in self.body.iter(f"{W}p")}

    def words(self) -> list[str]:
        """Return all words in the order of the paper, the foot of page 1 last."""
        texts = self.texts()
        if self.body.find(f".//{W}footerReference") is not None:
            texts += map(text_of, self.part("word/contact.xml").iter(f"{W}p"))
        return [word for text in texts for word in text.split()]


def style_of(paragraph: etree._Element) -> str:
    return value(paragraph, "pPr/pStyle")


def value(element: etree._Element, path: str, attribute: str = "val") -> str:
    """Return an attribute of the one element at `path`, written without the namespace's prefix."""
    (found,) = element.findall("/".join(f"{W}{step}" for step in path.split("/")))
    return found.attrib[f"{W}{attribute}"]


def has(element: etree._Element, path: str) -> bool:
    return element.find("/".join(f"{W}{step}" for step in path.split("/"))) is not None


def text_of(element: etree._Element) -> str:
    """Return the text as a copy of it reads: a line break is "\\n"."""
    pieces = element.iter(f"{W}t", f"{W}br")
    return "".join("\n" if piece.tag == f"{W}br" else piece.text or "" for piece in pieces)


def indents(paragraph: etree._Element) -> tuple[float, float]:
    """Return the indents that the paragraph itself carries, left and right, in points."""
    left, right = (int(value(paragraph, "pPr/ind", side)) / 20 for side in ("left", "right"))
    return left, right


def widths(table: etree._Element) -> list[float]:
    """Return the widths of a table's columns in millimetres."""
    return [round(int(column.attrib[f"{W}w"]) / 1440 * 25.4, 1) for column in table.iter(f"{W}gridCol")]
