"""Paragraphs and runs as WordprocessingML: each returns its XML, with nothing but named styles.

The children of every element stand in the order of the schema (ISO/IEC 29500-1, 17), else Word asks to
repair the file.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from reports.document.layout import Length, Style
from reports.document.words import clean

BREAK = "<w:r><w:br/></w:r>"
BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"


def run(text: str, properties: str = "") -> str:
    """Return the text as a run; "" for no text."""
    text = clean(text)
    if not text:
        return ""
    # Word trims spaces that are not declared: the room for a number, or the one before a lead.
    is_spaced = text != text.strip() or "  " in text
    start = '<w:t xml:space="preserve">' if is_spaced else "<w:t>"
    return f"<w:r>{properties}{start}{escape(text)}</w:t></w:r>"


def paragraph(
    style: Style,
    runs: str,
    *,
    number: str = "",
    keep_with_next: bool = False,
    before: Length | None = None,
    indent: Length | None = None,
) -> str:
    """Return a paragraph that follows its style; `number` is another number than the style's.

    `indent` narrows it on both sides.
    """
    keep = "<w:keepNext/>" if keep_with_next else ""
    spacing = f'<w:spacing w:before="{before.twips}"/>' if before else ""
    ind = f'<w:ind w:left="{indent.twips}" w:right="{indent.twips}"/>' if indent else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/>{keep}{number}{spacing}{ind}</w:pPr>{runs}</w:p>'
