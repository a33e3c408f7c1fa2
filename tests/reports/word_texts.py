"""A Word file as a person sees it, whoever wrote it: the text that python-docx reads with the automatic numbers."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.table import Table
from lxml import etree

from tests.reports.word_numbers import WordNumbers


def word_texts(document):
    """Yield the text of each paragraph in reading order, those in tables where the tables stand."""
    relations = document.part.rels.values()
    parts = [one.target_part for one in relations if one.reltype == RELATIONSHIP_TYPE.NUMBERING]
    numbering = [etree.fromstring(part.blob) for part in parts]
    yield from _texts(document, WordNumbers(next(iter(numbering), None), document.styles.element))


def _texts(container, numbers):
    for item in container.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                for cell in row.cells:
                    yield from _texts(cell, numbers)
        else:
            yield numbers.numbered(item._p, item.text)
