"""Plain text whose encoding is not stated: Unicode, or an old Vietnamese code page that its words show."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress

from pbgdpl.lib.code_pages import CODE_PAGES
from pbgdpl.lib.syllables import is_short_syllable
from pbgdpl.lib.vietnamese import clean_raw

WORD = re.compile(r"[^\W\d_]+")
LEAST_RIGHT = 0.9  # of the words with marks
MOST_JUDGED = 200_000  # characters
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
FROM_OLD = "Tệp viết bằng bảng mã cũ {name}, đã chuyển sang Unicode; xem lại từng chữ."
LEAST_ZEROS = 0.3


class UnknownEncoding(ValueError):
    """The bytes make sense in no encoding that is known."""


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text, and a sentence on the code page from which it was turned into Unicode, "" for none.

    An encoding that a file names itself does not count: it is often wrong. Raises UnknownEncoding.

    >>> decoded("Kế hoạch".encode()), decoded("Kê\u0301 hoa\u0323ch".encode("cp1258"))[0]
    (('Kế hoạch', ''), 'Kế hoạch')
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data.removeprefix(mark), encoding), ""
    if encoding := _two_bytes(data):
        return _strictly(data, encoding), ""
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _from_old(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise UnknownEncoding from problem


def is_two_bytes(data: bytes) -> bool:
    """Return whether a text seems to be in UTF-16 without saying so."""
    return bool(_two_bytes(data))


def _two_bytes(data: bytes) -> str:
    """Return the encoding of two bytes a character in which Latin letters and spaces have a zero beside them."""
    half = max(len(data[:4096]) // 2, 1)
    high, low = data[1:4096:2].count(0), data[0:4096:2].count(0)
    if high > LEAST_ZEROS * half and high > 2 * low:
        return "utf-16-le"
    return "utf-16-be" if low > LEAST_ZEROS * half and low > 2 * high else ""


def _from_old(data: bytes) -> tuple[str, str]:
    readings = [
        (text, share, name) for text, name in _readings(data) if (share := _share_right(text)) is not None
    ]
    best = max(readings, key=lambda one: one[1], default=None)
    if best is None or best[1] < LEAST_RIGHT:
        raise UnknownEncoding
    text, _, name = best
    return text, FROM_OLD.format(name=name)


def _readings(data: bytes) -> Iterator[tuple[str, str]]:
    with suppress(UnicodeDecodeError):
        yield clean_raw(data.decode("cp1258")), "Windows-1258"
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        return
    for page in CODE_PAGES:
        yield clean_raw("".join(page.letters(western))), page.name


def _share_right(text: str) -> float | None:
    """Return the share of the words with marks that are Vietnamese syllables, None without any."""
    marked = [word for word in WORD.findall(text[:MOST_JUDGED]) if not word.isascii()]
    marked = [word for word in marked if not word.isupper() or is_short_syllable(word)]
    return sum(map(is_short_syllable, marked)) / len(marked) if marked else None
