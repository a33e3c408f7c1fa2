"""The stamp of a draft, added to a PDF after its last byte, which leaves the bytes before it as they are.

ISO 32000-1, 7.5.6 (incremental updates) and 7.5.8 (cross-reference streams).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from functools import cache
from itertools import count
from operator import attrgetter
from typing import cast

import pydyf

from reports.document.page import TURNED, UPRIGHT, Page
from reports.document.stamp import pdf_operators

# An entry of the list of objects: its kind, its place in the file, its generation.
ENTRY, IN_USE = ">BIH", 1
WIDTHS = (1, 4, 2)


def stamp_after(content: bytes, file: pydyf.PDF) -> bytes:
    """Return what follows the content of a file that was just written, so that a stamp is behind each of its pages.

    It is stored once for upright and once for turned pages.
    """
    numbers = count(len(file.objects))
    added: list[pydyf.Object] = []

    @cache
    def drawn(on: Page) -> bytes:
        drawing = pydyf.Stream([pdf_operators(on)], compress=True)
        _number(drawing, next(numbers), added)
        return cast(bytes, drawing.reference)

    for number in file.pages["Kids"][::3]:
        page = pydyf.Dictionary(file.objects[number])
        left, top, right, bottom = page["MediaBox"]
        on = TURNED if right - left > bottom - top else UPRIGHT
        page["Contents"] = pydyf.Array([drawn(on), page["Contents"]])
        _number(page, number, added)
    return _update(len(content), file, added, next(numbers))


def _number(new: pydyf.Object, number: int, added: list[pydyf.Object]) -> None:
    new.number = number
    added.append(new)


def _update(end: int, file: pydyf.PDF, added: Iterable[pydyf.Object], number: int) -> bytes:
    """Return the objects, to be written at `end`, with their list, which has that number and names the one before."""
    places, written = {}, bytearray()
    for each in sorted(added, key=attrgetter("number")):
        places[each.number] = end + len(written)
        written += each.indirect + b"\n"
    place = places[number] = end + len(written)
    entries = b"".join(struct.pack(ENTRY, IN_USE, each, 0) for each in places.values())
    before = file.objects[-1].extra
    about = {
        "Type": "/XRef",
        "Size": number + 1,
        "W": pydyf.Array(WIDTHS),
        "Index": pydyf.Array(part for each in places for part in (each, 1)),
        "Prev": file.xref_position,
        **{name: before[name] for name in ("Root", "Info", "ID") if name in before},
    }
    listed = pydyf.Stream([entries], about, compress=True)
    listed.number = number
    written += listed.indirect + f"\nstartxref\n{place}\n%%EOF\n".encode()
    return bytes(written)
