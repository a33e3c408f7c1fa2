"""The parts around the text (ô of Decree 30/2020, Appendix I, IV) as paragraphs and tables of Word."""

from __future__ import annotations

from collections.abc import Iterator

from pbgdpl.lib.office.docx_tables import cell, row, table
from reports.document import layout
from reports.document.columns import beside_signature, letterhead_columns
from reports.document.halves import halves, halves_width, longest_line
from reports.document.layout import Length, Style
from reports.document.lines import (
    ADDRESSEES_TITLE,
    MOTTO,
    NATIONAL_NAME,
    RECIPIENTS_TITLE,
    addressee_lines,
    annex_reference,
    date_line,
    number_line,
    recipient_lines,
)
from reports.document.tree import Document, Letterhead
from reports.document.word_numbering import NO_NUMBER
from reports.document.word_styles import LAYOUT_TABLE, RULE, TITLE_RULE
from reports.document.word_xml import paragraph, run
from reports.document.words import clean

CLOSING_WIDTHS = (layout.RECIPIENTS_WIDTH.twips, layout.SIGNATURE_WIDTH.twips)


def letterhead(head: Letterhead) -> str:
    """Return ô 1–4: the body and the number on the left, the country and the date on the right."""
    left, right = letterhead_columns(head)
    bodies = (
        _centred(layout.GOVERNING_BODY, head.parent_body, left),
        _centred(layout.ISSUING_BODY, head.issuing_body, left),
        _rule(RULE, layout.ISSUING_BODY, head.issuing_body, left, layout.RULE_SHARE),
    )
    country = (
        paragraph(layout.NATIONAL_NAME, run(NATIONAL_NAME)),
        paragraph(layout.MOTTO, run(MOTTO)),
        _rule(RULE, layout.MOTTO, MOTTO, right, layout.MOTTO_RULE_SHARE),
    )
    number = paragraph(layout.NUMBER, run(number_line(head)))
    date = paragraph(layout.PLACE_DATE, run(date_line(head)))
    widths = left_width, right_width = left.twips, right.twips
    places = row((cell(left_width, bodies), cell(right_width, country)))
    return table(LAYOUT_TABLE, widths, (places, row((cell(left_width, [number]), cell(right_width, [date])))))


def title(document: Document) -> Iterator[str]:
    """Yield ô 5a: kind, subject and period, and below them a line whose length depends on the subject's."""
    yield paragraph(layout.KIND, run(document.kind))
    yield _centred(layout.SUBJECT, document.subject)
    yield _centred(layout.PERIOD_NOTE, document.period_note)
    yield _rule(TITLE_RULE, layout.SUBJECT, document.subject, layout.TEXT_WIDTH, layout.RULE_SHARE)


def addressees(document: Document) -> Iterator[str]:
    """Yield ô 9a: one addressee on the line of "Kính gửi:", several below its colon."""
    match addressee_lines(document):
        case ():
            return
        case (only,):
            yield paragraph(layout.ADDRESSEES, run(f"{ADDRESSEES_TITLE} {only}"))
        case several:
            yield paragraph(layout.ADDRESSEES_TITLE, run(ADDRESSEES_TITLE))
            yield from (_dashed(layout.ADDRESSEE, name) for name in several)


def closing_places(document: Document) -> str:
    """Return ô 9b and 7 side by side in one row, which no page break splits, or an empty text if both are empty.

    The further recipients of a very long list follow, each in a row of its own.
    """
    names = recipient_lines(document)
    level = beside_signature(names)
    recipients = [_dashed(layout.RECIPIENT, name) for name in names]
    recipients, others = recipients[:level], recipients[level:]
    if recipients:
        recipients.insert(0, paragraph(layout.RECIPIENTS_TITLE, run(RECIPIENTS_TITLE)))
    signature = [paragraph(layout.AUTHORITY, run(line)) for line in document.signature.authority]
    if document.signature.name:
        signature.append(paragraph(layout.SIGNER, run(document.signature.name)))
    if not (recipients or signature):
        return ""
    left, right = CLOSING_WIDTHS
    # A cell needs a paragraph, even an empty one.
    nobody, nothing = [paragraph(layout.RECIPIENT, "", number=NO_NUMBER)], [paragraph(layout.AUTHORITY, "")]
    level_row = row((cell(left, recipients or nobody), cell(right, signature or nothing)))
    other_rows = (row((cell(left, [name]), cell(right, nobody))) for name in others)
    return table(LAYOUT_TABLE, CLOSING_WIDTHS, (level_row, *other_rows))


def annex_title(document: Document, label: str, title: str, available: Length) -> Iterator[str]:
    """Yield the head of an annex: its label, its title, and its reference to the document."""
    yield paragraph(layout.ANNEX_LABEL, run(label))
    yield _centred(layout.ANNEX_TITLE, title, available)
    yield _centred(layout.ANNEX_REFERENCE, annex_reference(document), available)


def _dashed(style: Style, name: str) -> str:
    """Return a name of a list, whose style has the dash."""
    return paragraph(style, run(name.removeprefix("- ")))


def _centred(style: Style, text: str, available: Length = layout.TEXT_WIDTH) -> str:
    """Return a centred paragraph, with margins if its text takes two lines, so that they break as in the PDF."""
    lines = halves(clean(text), style, available)
    if not text or len(lines) == 1:
        return paragraph(style, run(text)) if text else ""
    return paragraph(style, run(text), indent=_margin(halves_width(lines, style).pt, available))


def _rule(rule: Style, style: Style, text: str, available: Length, share: float) -> str:
    """Return the line under a text, centred and with a `share` of its longest line, or an empty text."""
    longest = min(longest_line(halves(clean(text), style, available), style), available)
    return paragraph(rule, "", indent=_margin(longest.pt * share, available)) if text else ""


def _margin(width: float, available: Length) -> Length | None:
    return Length(margin) if (margin := (available.pt - width) / 2) > 0 else None
