"""The lines of the report's text as elements of its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from reports.document import layout
from reports.document.columns import column_shares, may_be_cut, share_class, titles_and_rows
from reports.document.labels import FIRST_POINT
from reports.document.lines import Bullet, Heading, Line, Point
from reports.document.markup import ITEM, element, item, joined, listed, row, run_in
from reports.document.page import UPRIGHT, Page
from reports.document.tree import Numbering, Paragraph, Table

# h1 is the title of the report; HTML has no heading below h6.
DEEPEST_HEADING = 6


def printed_lines(
    lines: Iterable[Line], numbering: Numbering, page: Page = UPRIGHT, *, is_linked: bool = False
) -> SafeString:
    """Return the lines of a text, items in lists; with `is_linked`, its headings have anchors for links."""

    def printed(run: list[Line]) -> SafeString:
        parts = [_printed_line(line, numbering, page, is_linked=is_linked) for line in run]
        return listed(parts) if isinstance(run[0], Bullet | Point) else joined(parts)

    return joined(map(printed, _runs(lines)))


def _runs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines, those of one list together.

    >>> [len(run) for run in _runs([Bullet("1"), Bullet("2"), Bullet("3", "+"), Point("a)", "4"), Point("a)", "5")])]
    [2, 1, 1, 1]
    """
    run: list[Line] = []
    for line in lines:
        if run and not _continues(line, run[-1]):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _continues(line: Line, before: Line) -> bool:
    """Return whether a line is the next item of the list of the line before it."""
    match before, line:
        case Bullet(mark=mark), Bullet(mark=same):
            return mark == same
        case Point(), Point(label):
            return label != FIRST_POINT
        case _:
            return False


def _printed_line(line: Line, numbering: Numbering, page: Page, *, is_linked: bool) -> SafeString:
    match line:
        case Heading():
            style = layout.heading_style(line.level, numbering)
            place = {"id": line.anchor} if is_linked else {}
            return element(f"h{min(line.level + 1, DEEPEST_HEADING)}", style, str(line), **place)
        case Paragraph(text, lead):
            return run_in(layout.BODY, "", lead, text)
        case Bullet():
            return item(layout.BULLET, str(line))
        case Point(label, text, lead):
            return run_in(layout.POINT, label, lead, text, **ITEM)
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
