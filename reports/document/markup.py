"""Elements of the page: text escaped, in the class of its style, with its numbers kept in one piece."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from reports.document.layout import Style

# What XML and PDF cannot hold: control characters, surrogates, non-characters.
ILLEGAL = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010fffd]")
# A number, symbol or date, "2606/KH-SKHCN" or "30-31/7/2024", which no line may cut at "/" or "-".
UNBROKEN = re.compile(r"(?<!\S)(?=\S*(?:\d|[A-ZĐ]{2}))\S*[^\s/-][/-]\S*")
# A longer word than this has to be cut somewhere.
UNBROKEN_LENGTH = 40
# Words that begin a part of a title, and by how many letters such a place may be further from the middle.
LINKS = frozenset(("và", "về", "năm", "của", "trong", "tại", "theo", "cho", "từ", "đến", "trên"))
LINK_BONUS = 10


def clean(text: str) -> str:
    """Return the text composed (NFC) and without the characters that no page can hold."""
    return ILLEGAL.sub("", unicodedata.normalize("NFC", text))


def paragraph(style: Style, text: str, line: int = 0) -> SafeString:
    return element("p", style, text, line)


def element(tag: str, style: Style, text: str, line: int = 0, **attributes: str) -> SafeString:
    """Return an element of the style, or nothing for no text; table cells may be empty.

    `line` is how many letters surely fit on a line, for texts that are parted in the middle.
    """
    if not text and tag not in ("th", "td"):
        return SafeString()
    named = ((name.replace("_", "-"), value) for name, value in attributes.items())
    more = format_html_join("", ' {}="{}"', named)
    return format_html('<{0} class="{1}"{2}>{3}</{0}>\n', tag, style.css_class, more, _halves(text, line))


def ruled(style: Style, text: str, line: int = 0, tag: str = "p") -> SafeString:
    """Return an element with a line under it, whose length the style sheet measures by the text's."""
    if not text:
        return SafeString()
    inner = _halves(text, line)
    return format_html('<{0} class="{1}"><span class="ruled">{2}</span></{0}>\n', tag, style.css_class, inner)


def run_in(style: Style, label: str, lead: str, text: str) -> SafeString:
    """Return a paragraph whose lead stands in bold between its label and its text."""
    bold = format_html("<b>{}</b>", _words(lead)) if lead else SafeString()
    parts = [part for part in (_words(label), bold, _words(text)) if part]
    return format_html('<p class="{}">{}</p>\n', style.css_class, joined(parts, " "))


def joined(parts: Iterable[SafeString], separator: str = "") -> SafeString:
    return format_html_join(separator, "{}", ((part,) for part in parts))


def _halves(text: str, line: int) -> SafeString:
    """Return the words; where they may need two lines, so that both are about as long.

    "SỞ NÔNG NGHIỆP / VÀ MÔI TRƯỜNG" rather than "SỞ NÔNG NGHIỆP VÀ MÔI / TRƯỜNG": they part near the
    middle, best before a word that links.
    """
    gaps = [gap.start() for gap in re.finditer(" ", text) if max(gap.start(), len(text) - gap.end()) <= line]
    if not gaps:
        return _words(text)

    def detour(gap: int) -> float:
        link, _, _ = text[gap + 1 :].lower().partition(" ")
        return abs(gap - len(text) / 2) - (LINK_BONUS if link in LINKS else 0)

    middle = min(gaps, key=detour)
    halves = text[:middle], text[middle + 1 :]
    return format_html('<span class="half">{}</span> <span class="half">{}</span>', *map(_words, halves))


def _words(text: str) -> SafeString:
    """Return the text escaped, with its numbers, symbols and dates kept in one piece."""
    text, end, pieces = clean(text), 0, []
    for match in UNBROKEN.finditer(text):
        if len(match[0]) <= UNBROKEN_LENGTH:
            before = text[end : match.start()]
            pieces.append(format_html('{}<span class="unbroken">{}</span>', before, match[0]))
            end = match.end()
    return joined([*pieces, format_html("{}", text[end:])])
