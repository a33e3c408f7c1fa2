"""A report as a Word file that many people have edited: the same text as `other_formatting.txt`, in disorder.

Letterhead and signature in tables, numbers now typed and now automatic, signs of the font Symbol, soft breaks,
empty paragraphs, decomposed Unicode, tracked changes, links, fields, content controls, words cut into runs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from io import BytesIO
from itertools import count
from pathlib import Path

import docx
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from reports.document.labels import roman
from reports.document.lines import MOTTO, NATIONAL_NAME, addressee_lines, annex_reference, date_line
from reports.document.tree import Annex, Block, BulletList, Document, LetteredList, Paragraph, Section, Table
from reports.reading.report import read_text
from tests.reports.reading.report import word_xml

OTHER_FORMATTING = Path(__file__).with_name("other_formatting.txt")

# Where a page may have ended: inside a sentence, before a small letter.
CUT = re.compile(r"(?<=\w\w\w) (?=[a-zđ]\w)")
# The automatic lists: of clauses below their parts, of signs, of points.
CLAUSES, SIGNS, POINTS = 71, 72, 73
LEVELS = {
    CLAUSES: (("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)")),
    SIGNS: (("bullet", "\uf0b7"), ("bullet", "o"), ("bullet", "-")),
    POINTS: (("lowerLetter", "%1)"),),
}


def other_formatting() -> Document:
    """Return the report of `other_formatting.txt`, as its text is read."""
    return read_text(OTHER_FORMATTING.read_text(encoding="utf-8"))


def messy_word(document: Document | None = None) -> bytes:
    """Return the report as a messy Word file."""
    return MessyWord(document or other_formatting()).data()


class MessyWord:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.word: Word = docx.Document()
        self.variety = count()  # so that nothing is done twice in one way
        self.uses = count(100)  # of the automatic lists, each with a number of its own
        self.clauses = CLAUSES

    def data(self) -> bytes:
        self.number_lists()
        self.letterhead()
        self.titles()
        self.blocks(self.document.body, ())
        self.paragraph(self.document.closing)
        self.signature()
        for annex in self.document.annexes:
            self.annex(annex)
        self.page_number()
        file = BytesIO()
        self.word.save(file)
        return file.getvalue()

    def number_lists(self) -> None:
        """Put the automatic lists into numbering.xml."""
        for name, levels in LEVELS.items():
            self.word.part.numbering_part.element.insert(0, parse_xml(word_xml.list_of_levels(name, levels)))

    def use(self, name: int, depth: int) -> int:
        """Return the number of a new use of a list, which counts from 1 at that depth."""
        number = next(self.uses)
        self.word.part.numbering_part.element.append(parse_xml(word_xml.use_of_list(number, name, depth)))
        return number

    def letterhead(self) -> None:
        head = self.document.letterhead
        table = self.word.add_table(rows=2, cols=2)
        left, right = table.rows[0].cells
        left.text = f"{head.parent_body}\n{head.issuing_body}\n_______"
        right.text = f"{NATIONAL_NAME}\n{MOTTO.replace('-', '–')}"
        left, right = table.rows[1].cells
        left.text = f"Số: {head.number.replace('/', ' /')}"
        right.text = unicodedata.normalize("NFD", date_line(head))
        for cell in (*table.rows[0].cells, *table.rows[1].cells):
            for paragraph in cell.paragraphs:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def titles(self) -> None:
        words = self.document.subject.split()
        middle = len(words) // 2
        self.empty()
        self.centred(self.document.kind, bold=True)
        self.centred(" ".join(words[:middle]) + "\n" + " ".join(words[middle:]), bold=True)
        self.centred(self.document.period_note, bold=False)
        self.centred("-----------", bold=False)
        self.word.add_paragraph("\tKính gửi:\t" + "\n".join(addressee_lines(self.document)))
        for basis in self.document.legal_bases:
            self.word.add_paragraph().add_run(basis).italic = True

    def centred(self, text: str, *, bold: bool) -> None:
        paragraph = self.word.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).bold = bold

    def empty(self) -> None:
        for _ in range(2):
            self.word.add_paragraph("   ")

    def blocks(self, blocks: Sequence[Block], path: tuple[int, ...]) -> None:
        sections = count(1)
        for block in blocks:
            match block:
                case Section(heading, inner):
                    here = (*path, next(sections))
                    self.heading(heading, here)
                    self.blocks(inner, here)
                case BulletList():
                    self.bullets(block)
                case LetteredList(items):
                    self.points(items)
                case Table(rows):
                    self.table(rows)
                case Paragraph(text):
                    self.paragraph(text)

    def heading(self, text: str, path: tuple[int, ...]) -> None:
        """Add a heading: parts have typed numbers in unusual forms, the others automatic ones."""
        position = path[-1]
        if len(path) == 1:
            closer = ("." if position % 2 else "/") + (" " if position % 3 else "\t")
            self.clauses = self.use(CLAUSES, 1)
            paragraph = self.word.add_paragraph(style="Heading 1")
            paragraph.add_run(f"{roman(position)}{closer}{text[:3]}").bold = True
            paragraph.add_run(text[3:]).bold = True
        else:
            paragraph = self.word.add_paragraph()
            paragraph.add_run(text).bold = len(path) == 2
            _number(paragraph, self.clauses, len(path) - 1)
        if next(self.variety) % 2:
            self.empty()

    def bullets(self, block: BulletList) -> None:
        """Add a list with automatic bullets of the font Symbol, or with typed ones."""
        signs = self.use(SIGNS, 0) if block.mark == "-" and len(block.items) > 2 else None
        typed = {"-": "- ", "+": "+\t"}[block.mark]
        for item in block.items:
            paragraph = self.word.add_paragraph(style="List Paragraph")
            self.runs(paragraph, item if signs else f"{typed}{item}")
            if signs:
                _number(paragraph, signs, 0)

    def points(self, items: Sequence[Paragraph]) -> None:
        number = self.use(POINTS, 0)
        for item in items:
            paragraph = self.word.add_paragraph()
            self.runs(paragraph, item.text)
            _number(paragraph, number, 0)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        table = self.word.add_table(rows=0, cols=len(rows[0]))
        table.style = "Table Grid"
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                self.cell(cell, text)

    def cell(self, cell: _Cell, text: str) -> None:
        """Fill a cell, a long text in two paragraphs."""
        first, _, rest = text.partition(", ") if len(text) > 15 else (text, "", "")
        cell.text = f"{first}," if rest else first
        if rest:
            cell.add_paragraph(rest)

    def paragraph(self, text: str) -> None:
        """Add a paragraph in one of many ways; long ones are cut in two where a page ended."""
        match next(self.variety) % 5:
            case 0:
                for half in CUT.split(text, maxsplit=1):
                    self.runs(self.word.add_paragraph(), half)
                    self.empty()
            case 1:
                self.runs(self.word.add_paragraph(), unicodedata.normalize("NFD", text))
            case 2:
                self.tracked(text)
            case 3:
                self.controlled(text)
            case _:
                self.linked(text)

    def runs(self, paragraph: WordParagraph, text: str) -> None:
        """Add the text in pieces, as the spelling check and editing leave it."""
        for start in range(0, len(text), 17):
            paragraph.add_run(text[start : start + 17])

    def tracked(self, text: str) -> None:
        """Add a paragraph with tracked changes: its second half was inserted, another text deleted."""
        paragraph, middle = self.word.add_paragraph(), len(text) // 2
        paragraph.add_run(text[:middle])
        for xml in (word_xml.deleted("đã bị gạch bỏ"), word_xml.inserted(text[middle:])):
            paragraph._p.append(parse_xml(xml))

    def controlled(self, text: str) -> None:
        """Add a paragraph inside a content control, half of it the result of a field."""
        middle = len(text) // 2
        xml = word_xml.control(
            f"<w:p>{word_xml.run(text[:middle])}{word_xml.field('DOCPROPERTY noidung', text[middle:])}</w:p>"
        )
        self.word.element.body.insert_element_before(parse_xml(xml), "w:sectPr")

    def linked(self, text: str) -> None:
        self.word.add_paragraph()._p.append(parse_xml(word_xml.link(text)))

    def signature(self) -> None:
        self.empty()
        left, right = self.word.add_table(rows=1, cols=2).rows[0].cells
        names = [f"- {name};" for name in self.document.recipients]
        left.text = "Nơi nhận:"
        left.add_paragraph("\n".join(names))
        signature = self.document.signature
        right.text = "\n".join(signature.authority)
        for text in ("", "(Đã ký)", "", signature.name):
            right.add_paragraph(text)

    def annex(self, annex: Annex) -> None:
        self.word.add_page_break()
        self.centred("PHỤ LỤC", bold=True)
        self.centred(annex.title, bold=True)
        self.centred(annex_reference(self.document), bold=False)
        self.blocks(annex.blocks, ())

    def page_number(self) -> None:
        self.word.sections[0].footer.paragraphs[0]._p.append(parse_xml(word_xml.field("PAGE", "3")))


def _number(paragraph: WordParagraph, number: int, depth: int) -> None:
    """Give the paragraph an automatic number."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = number
    properties.get_or_add_ilvl().val = depth
