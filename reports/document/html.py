"""The report as a web page: the preview, and the source of the PDF.

Every paragraph has the class of its Style in `layout.py`, and `css.py` makes the style sheet of the same Styles.
Copying the page gives the text of `to_text`.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from reports.document import layout
from reports.document.annex_page import annex_page
from reports.document.columns import WIDE_LETTERHEAD_COLUMNS, beside_signature, letterhead_columns
from reports.document.html_lines import printed_lines
from reports.document.lines import (
    ADDRESSEES_TITLE,
    MOTTO,
    NATIONAL_NAME,
    RECIPIENTS_TITLE,
    addressee_lines,
    annex_reference,
    annexes,
    date_line,
    issuer,
    lines,
    number_line,
    printed_title,
    recipient_lines,
)
from reports.document.markup import (
    centred,
    element,
    item,
    joined,
    listed,
    paragraph,
    rule,
    two_columns,
    underlined,
)
from reports.document.page import TURNED, UPRIGHT, Page
from reports.document.stamp import DRAFT, OUTLINES, svg_transform
from reports.document.tree import Annex, Document
from reports.document.words import clean, one_line


def to_html(document: Document, *, style_sheet_url: str = "document.css") -> str:
    """Return the report as a whole HTML page with a link to the style sheet.

    Without an address, the page has no link.
    """
    return format_html(
        '<!doctype html>\n<html lang="{}">\n{}<body>\n{}{}</body>\n</html>\n',
        layout.LANGUAGE,
        _head(document, style_sheet_url),
        _sheet(document),
        joined([*(_annex(label, annex, document) for label, annex in annexes(document)), _contact(document)]),
    )


def title(document: Document) -> str:
    """Return the title of the page: "BÁO CÁO Kết quả công tác …"."""
    return clean(printed_title(document))


def _head(document: Document, style_sheet_url: str) -> SafeString:
    head = document.letterhead
    metadata = (
        ("author", clean(issuer(document))),
        ("description", clean(one_line(document.subject))),
        ("dcterms.created", head.issued_on.isoformat() if head.issued_on else ""),
        ("viewport", "width=device-width, initial-scale=1"),
    )
    return format_html(
        '<head>\n<meta charset="utf-8">\n<title>{}</title>\n{}{}</head>\n',
        title(document),
        format_html_join("", '<meta name="{}" content="{}">\n', filter(all, metadata)),
        format_html('<link rel="stylesheet" href="{}">\n', style_sheet_url) if style_sheet_url else "",
    )


def _sheet(document: Document) -> SafeString:
    """Return the report itself, with the address of the body, if it has one, at the foot of page 1 (ô 13)."""
    contact = clean(document.letterhead.contact)
    return format_html(
        '<main class="sheet"{}>\n{}</main>\n',
        format_html(' data-contact="{}"', contact) if contact else "",
        joined(_parts(document)),
    )


def _parts(document: Document) -> Iterator[SafeString]:
    yield stamp(UPRIGHT) if document.is_draft else SafeString()
    yield _letterhead(document)
    yield from _title(document)
    yield from _addressees(document)
    yield from (paragraph(layout.LEGAL_BASIS, basis) for basis in document.legal_bases)
    text = lines(document.body, document.numbering)
    yield printed_lines(text, document.numbering, is_linked=True)
    yield paragraph(layout.CLOSING, document.closing)
    yield _closing_places(document)


def _letterhead(document: Document) -> SafeString:
    """Return ô 1–4: the body and the number on the left, the country and the date on the right."""
    head = document.letterhead
    left, _ = columns = letterhead_columns(head)
    return two_columns(
        "letterhead wide" if columns == WIDE_LETTERHEAD_COLUMNS else "letterhead",
        (
            [
                centred(layout.GOVERNING_BODY, head.parent_body, left),
                centred(layout.ISSUING_BODY, head.issuing_body, left),
                rule(layout.ISSUING_BODY, head.issuing_body, left),
            ],
            [
                paragraph(layout.NATIONAL_NAME, NATIONAL_NAME),
                underlined(layout.MOTTO, MOTTO),
            ],
        ),
        (
            [paragraph(layout.NUMBER, number_line(head))],
            [paragraph(layout.PLACE_DATE, date_line(head))],
        ),
    )


def _title(document: Document) -> Iterator[SafeString]:
    """Yield ô 5a: kind, subject and period, and below them a line whose length depends on the subject's."""
    kind = element("span", layout.KIND, document.kind)
    yield format_html("<h1>{}{}</h1>\n", kind, centred(layout.SUBJECT, document.subject, tag="span"))
    yield centred(layout.PERIOD_NOTE, document.period_note)
    yield rule(layout.SUBJECT, document.subject, layout.TEXT_WIDTH, css_class="title-rule")


def _addressees(document: Document) -> Iterator[SafeString]:
    """Yield ô 9a: one addressee on the line of "Kính gửi:", several below it."""
    match addressee_lines(document):
        case ():
            return
        case (only,):
            yield paragraph(layout.ADDRESSEES, f"{ADDRESSEES_TITLE} {only}")
        case several:
            yield paragraph(layout.ADDRESSEES_TITLE, ADDRESSEES_TITLE)
            yield listed(item(layout.ADDRESSEE, name) for name in several)


def _closing_places(document: Document) -> SafeString:
    """Return ô 9b and 7: the recipients on the left, the signature beside them on the right."""
    recipients = recipient_lines(document)
    names, level = [item(layout.RECIPIENT, name) for name in recipients], beside_signature(recipients)
    signature = document.signature
    if not (recipients or signature.authority or signature.name):
        return SafeString()
    title = paragraph(layout.RECIPIENTS_TITLE, RECIPIENTS_TITLE)
    return two_columns(
        "closing-places",
        (
            [title, listed(names[:level])] if recipients else [],
            [
                *(paragraph(layout.AUTHORITY, authority) for authority in signature.authority),
                paragraph(layout.SIGNER, signature.name),
            ],
        ),
        *(([listed([name])], ()) for name in names[level:]),
    )


def _annex(label: str, annex: Annex, document: Document) -> SafeString:
    page = annex_page(annex, document)
    return format_html(
        '<section class="sheet {}">\n{}{}</section>\n',
        annex_class(page),
        stamp(page) if document.is_draft else "",
        printed_annex(label, annex, document, page),
    )


def annex_class(page: Page) -> str:
    return "annex turned" if page is TURNED else "annex"


def printed_annex(label: str, annex: Annex, document: Document, page: Page) -> SafeString:
    """Return the content of an annex."""
    text = lines(annex.blocks, document.numbering)
    return format_html(
        '<h1>{}{}</h1>\n{}<div class="annex-rule"></div>\n{}',
        element(
            "span", layout.ANNEX_LABEL, label, data_bookmark=clean(f"{label} {one_line(annex.title)}".strip())
        ),
        centred(layout.ANNEX_TITLE, annex.title, page.text_width, tag="span"),
        centred(layout.ANNEX_REFERENCE, annex_reference(document), page.text_width),
        printed_lines(text, document.numbering, page),
    )


def stamp(page: Page, *, is_read: bool = True) -> SafeString:
    """Return the stamp of a draft as a drawing, which the style sheet puts behind the text.

    Without `is_read`, it is hidden from screen readers.
    """
    return format_html(
        '<span class="stamp" {0}><svg viewBox="0 0 {1} {2}">'
        '<path fill="#{3}" transform="{4}" d="{5}"/></svg></span>',
        format_html('role="img" aria-label="{}"', DRAFT) if is_read else SafeString('aria-hidden="true"'),
        f"{page.width.pt:.1f}",
        f"{page.height.pt:.1f}",
        layout.STAMP_COLOR,
        svg_transform(page),
        OUTLINES,
    )


def _contact(document: Document) -> SafeString:
    """Return ô 13 for a screen; on paper it is at the foot of page 1."""
    return element("footer", layout.CONTACT, document.letterhead.contact)
