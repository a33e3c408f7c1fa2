"""The lines of the report's text as elements of its page."""

from __future__ import annotations

from typing import assert_never

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from reports.document import layout
from reports.document.columns import column_shares, may_be_cut, share_class, titles_and_rows
from reports.document.lines import Bullet, Heading, Line, Point
from reports.document.markup import element, joined, paragraph, row, run_in
from reports.document.page import UPRIGHT, Page
from reports.document.tree import Numbering, Paragraph, Table

# h1 is the title of the report; HTML has no heading below h6.
DEEPEST_HEADING = 6


def printed_line(
    line: Line, numbering: Numbering, page: Page = UPRIGHT, *, is_linked: bool = False
) -> SafeString:
    """Return a line of the text; with `is_linked`, its heading has an anchor for links."""
    match line:
        case Heading():
            style = layout.heading_style(line.level, numbering)
            place = {"id": line.anchor} if is_linked else {}
            return element(f"h{min(line.level + 1, DEEPEST_HEADING)}", style, str(line), **place)
        case Paragraph(text, lead):
            return run_in(layout.BODY, "", lead, text)
        case Bullet():
            return paragraph(layout.BULLET, str(line))
        case Point(label, text, lead):
            return run_in(layout.POINT, label, lead, text)
        case Table():
            return _table(line, page)
        case _:
            assert_never(line)


def _table(table: Table, page: Page) -> SafeString:
    shares = column_shares(table, page)
    titles, rows = titles_and_rows(table, shares, page)
    header = row(element("th", layout.TABLE_HEADER, cell, scope="col") for cell in titles)
    return format_html(
        '<table class="grid">\n<colgroup>{}</colgroup>\n{}<tbody>\n{}</tbody>\n</table>\n',
        format_html_join("", '<col class="{}">', ((share_class(share),) for share in shares)),
        format_html("<thead>\n{}</thead>\n", header) if titles else "",
        joined(row(map(_cell, cells), is_tall=may_be_cut(cells, shares, page)) for cells in rows),
    )


def _cell(text: str) -> SafeString:
    return element("td", layout.cell_style(text), text)
