"""Other ways to the same DOCX: docxtpl filling a template, python-docx adding paragraphs by style name."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.enum.style import WD_STYLE_TYPE
from docxtpl import DocxTemplate

from reports.document.text import to_text
from reports.document.tree import Document

STYLES = ("Tieu de", "Loi van")


def by_template(document: Document) -> bytes:
    """Return a DOCX of the same paragraphs made by docxtpl, as the usual Django project does."""
    template = DocxTemplate(BytesIO(TEMPLATE))
    template.render({"lines": _paragraphs(document)}, autoescape=True)
    return _saved(template)


def by_style_name(document: Document) -> bytes:
    """Return a DOCX of the same paragraphs made by python-docx's `add_paragraph`."""
    word = _styled()
    for line in _paragraphs(document):
        word.add_paragraph(line["text"], style=STYLES[0] if line["is_heading"] else STYLES[1])
    return _saved(word)


def _paragraphs(document: Document) -> list[dict[str, object]]:
    texts = to_text(document).splitlines()
    return [{"text": text, "is_heading": len(text) < 80 and not text.startswith("-")} for text in texts]


def _styled():
    word = docx.Document()
    for name in STYLES:
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.font.name = "Times New Roman"
    return word


def _template() -> bytes:
    word = _styled()
    word.add_paragraph("{%p for line in lines %}")
    word.add_paragraph("{%p if line.is_heading %}")
    word.add_paragraph("{{ line.text }}", style=STYLES[0])
    word.add_paragraph("{%p else %}")
    word.add_paragraph("{{ line.text }}", style=STYLES[1])
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p endfor %}")
    return _saved(word)


def _saved(word) -> bytes:
    file = BytesIO()
    word.save(file)
    return file.getvalue()


TEMPLATE = _template()
