"""A Word file as python-docx reads it, whoever wrote it."""

from docx.table import Table


def word_texts(container):
    """Yield the text of each paragraph in reading order, those in tables where the tables stand."""
    for item in container.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                for cell in row.cells:
                    yield from word_texts(cell)
        else:
            yield item.text
