"""HTML made of a pattern and of texts that are escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString


def markup(pattern: str, *values: str, **named: str) -> SafeString:
    """Return the pattern with the texts in it, escaped unless they are HTML already.

    Django's `format_html` does the same with values of any type and takes twice as long.

    >>> markup("<b>{}</b> {more}", "1 < 2", more=markup("<i>{}</i>", "&"))
    '<b>1 &lt; 2</b> <i>&amp;</i>'
    """
    return SafeString(
        pattern.format(*map(_escaped, values), **{name: _escaped(value) for name, value in named.items()})
    )


def joined(parts: Iterable[SafeString]) -> SafeString:
    """Return the parts one after the other.

    >>> joined([markup("<br>"), "<b>"])
    '<br>&lt;b&gt;'
    """
    return SafeString("".join(map(_escaped, parts)))


def _escaped(text: str) -> str:
    return text if isinstance(text, SafeString) else escape(text)
