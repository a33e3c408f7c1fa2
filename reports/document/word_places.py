"""The parts around the text (ô of Decree 30/2020, Appendix I, IV) as paragraphs and tables of Word."""

from __future__ import annotations

from collections.abc import Iterator

from pbgdpl.lib.office.docx_tables import cell, row, table
from reports.document import layout
from reports.document.columns import beside_signature, letterhead_columns
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
from reports.document.metrics import text_width
from reports.document.rules import rule_share
from reports.document.title_lines import title_lines
from reports.document.tree import Document, Letterhead
from reports.document.word_numbering import NO_NUMBER
from reports.document.word_styles import LAYOUT_TABLE, RULE, TITLE_RULE
from reports.document.word_xml import BREAK, paragraph, run
from reports.document.words import clean

CLOSING_WIDTHS = (layout.RECIPIENTS_WIDTH.twips, layout.SIGNATURE_WIDTH.twips)


def letterhead(head: Letterhead) -> str:
    """Return ô 1–4: the body and the number on the left, the country and the date on the right."""
    left, right = letterhead_columns(head)
    bodies = (
        _centred(layout.GOVERNING_BODY, head.parent_body, left),
        # Word refuses a file with a cell that has no paragraph.
        _centred(layout.ISSUING_BODY, head.issuing_body, left) or paragraph(layout.ISSUING_BODY, ""),
        _rule(RULE, layout.ISSUING_BODY, head.issuing_body, left),
    )
    country = (
        paragraph(layout.NATIONAL_NAME, run(NATIONAL_NAME)),
        paragraph(layout.MOTTO, run(MOTTO)),
        _line(RULE, text_width(MOTTO, layout.MOTTO), right),
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
    yield _rule(TITLE_RULE, layout.SUBJECT, document.subject, layout.TEXT_WIDTH)


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
    yield _line(TITLE_RULE, layout.ANNEX_RULE, available)


def _dashed(style: Style, name: str) -> str:
    """Return a name of a list, whose style has the dash."""
    return paragraph(style, run(name.removeprefix("- ")))


def _centred(style: Style, text: str, available: Length = layout.TEXT_WIDTH) -> str:
    """Return a centred paragraph with the line breaks of the PDF, and with the whole width for what is added."""
    *lines, last = title_lines(clean(text), style, available)
    # A reader that leaves out line breaks still finds a space between the words.
    return (
        paragraph(style, "".join([*(run(f"{line} ") + BREAK for line in lines), run(last)])) if text else ""
    )


def _rule(rule: Style, style: Style, text: str, available: Length) -> str:
    """Return the line under a text, or an empty text."""
    share = rule_share(clean(text), style, available)
    return _line(rule, Length(available.pt * share / 100), available) if text else ""


def _line(rule: Style, length: Length, available: Length) -> str:
    """Return a line in the middle of its place."""
    margin = (available - length).pt / 2
    return paragraph(rule, "", indent=Length(margin) if margin > 0 else None)
