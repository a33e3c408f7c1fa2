"""Elements of the page: escaped text in the class of its style, whose lines end where those of Word end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from reports.document.columns import share_class
from reports.document.layout import TEXT_WIDTH, Length, Style
from reports.document.rules import rule_share
from reports.document.title_lines import title_lines
from reports.document.words import LONGEST_NUMBER, clean

# Word, LibreOffice and ONLYOFFICE end a line after every hyphen within a word and at no "/"; browsers and WeasyPrint
# end one at a "/" before a letter, and not after a hyphen before a digit. These parts of words are whole, as in
# Word: "2606/KH-" of "2606/KH-SKHCN", "30-" of "30-31/7/2024".
WHOLE = re.compile(r"(?<![^\s-])(?:[^\s-]*/[^\W\d][^\s-]*(?:-(?=\S))?|[^\s-]+-(?=\d))")
SIGN_IN_WHOLE = re.compile(r"/|-\d")  # each WHOLE has one; most texts have none, and that is found in no time
# A space at which a line may end. The time for laying out a text without one grows with the square of its length, so
# it is divided into blocks of this many characters, each of which begins a line: seconds instead of minutes.
LINE_END = re.compile(r"(?<=\w) (?=\w)")
LONGEST_PIECE = 1000
ITEM = {"role": "listitem"}  # of a list made by `listed`


def paragraph(style: Style, text: str) -> SafeString:
    return element("p", style, text)


def centred(style: Style, text: str, available: Length = TEXT_WIDTH, *, tag: str = "p") -> SafeString:
    """Return an element whose text is broken into lines where a title may be, if it does not fit on one."""
    return _element(tag, style, _lines(style, text, available)) if text else SafeString()


def underlined(style: Style, text: str) -> SafeString:
    """Return a paragraph with a line under it that is as long as the text."""
    return _element("p", style, format_html('<span class="underlined">{}</span>', _words(text)))


def rule(style: Style, text: str, available: Length, *, css_class: str = "rule") -> SafeString:
    """Return the line under a text, or an empty text if the text is empty."""
    share = share_class(rule_share(clean(text), style, available))
    return format_html('<div class="{} {}"></div>\n', css_class, share) if text else SafeString()


def run_in(style: Style, label: str, lead: str, text: str, **attributes: str) -> SafeString:
    """Return a paragraph with a bold lead between its label and its text.

    A lead without a text, "Tháng 3:", is a small heading, on the same page as what follows.
    """
    bold = SafeString(f"<b>{_words(lead)}</b>") if lead else SafeString()
    parts = (part for part in (_words(label), bold, _words(text)) if part)
    return _element("p", style, joined(parts, " "), more="" if text else " kept-with-next", **attributes)


def item(style: Style, text: str) -> SafeString:
    """Return an item of a list, whose mark is a part of its text."""
    return element("p", style, text, **ITEM)


def listed(items: Iterable[SafeString]) -> SafeString:
    """Return a list of items.

    It is no `<ul>`: copied into Word or into the text of a section, each item would get a second mark.
    """
    return SafeString(f'<div role="list">\n{joined(items)}</div>\n')


def element(tag: str, style: Style, text: str, **attributes: str) -> SafeString:
    """Return an element of the style, or an empty text if the text is empty, except for table cells."""
    if not text and tag not in ("th", "td"):
        return SafeString()
    return _element(tag, style, _words(text), **attributes)


def two_columns(css_class: str, *rows: tuple[Iterable[SafeString], Iterable[SafeString]]) -> SafeString:
    """Return a table that is only a layout of two columns."""
    cells = (row(format_html("<td>\n{}</td>\n", joined(cell)) for cell in cells) for cells in rows)
    return format_html('<table class="{}" role="presentation">\n{}</table>\n', css_class, joined(cells))


def row(cells: Iterable[SafeString], *, is_tall: bool = False) -> SafeString:
    """Return a row of a table; a tall one may be split by the end of a page."""
    tall = ' class="tall"' if is_tall else ""
    return SafeString(f"<tr{tall}>\n{joined(cells)}</tr>\n")


def joined(parts: Iterable[SafeString], separator: str = "") -> SafeString:
    return SafeString(separator.join(parts))


def _element(tag: str, style: Style, content: SafeString, *, more: str = "", **attributes: str) -> SafeString:
    """Return an element with the class of its style and `more` classes."""
    others = "".join(f' {name.replace("_", "-")}="{escape(value)}"' for name, value in attributes.items())
    return SafeString(f'<{tag} class="{style.css_class}{more}"{others}>{content}</{tag}>\n')


def _lines(style: Style, text: str, available: Length) -> SafeString:
    lines = title_lines(clean(text), style, available)
    css_class = "line set" if "\n" in text else "line"
    return format_html_join(" ", '<span class="{}">{}</span>', ((css_class, _words(line)) for line in lines))


def _words(text: str) -> SafeString:
    """Return the escaped text, with the parts of numbers and symbols in which no line ends."""
    text, end, pieces = clean(text), 0, []
    if not SIGN_IN_WHOLE.search(text):
        return SafeString(_plain(text))
    for match in WHOLE.finditer(text):
        if len(match[0]) <= LONGEST_NUMBER:
            before = _plain(text[end : match.start()])
            # Before a digit only a box of its own lets a line end; it takes longer to lay out.
            css_class = "boxed" if text[match.end() : match.end() + 1].isdigit() else "unbroken"
            pieces.append(f'{before}<span class="{css_class}">{escape(match[0])}</span>')
            end = match.end()
    return SafeString("".join((*pieces, _plain(text[end:]))))


def _plain(text: str) -> str:
    """Return the escaped text, with very long words divided into blocks."""
    return escape(text) if len(text) <= LONGEST_PIECE else " ".join(map(_pieces, LINE_END.split(text)))


def _pieces(words: str) -> str:
    if len(words) <= LONGEST_PIECE:
        return escape(words)
    starts = range(0, len(words), LONGEST_PIECE)
    return format_html_join(
        "", '<span class="block">{}</span>', ((words[at : at + LONGEST_PIECE],) for at in starts)
    )
