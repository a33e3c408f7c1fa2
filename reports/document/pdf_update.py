"""Objects added to a PDF after its last byte, which leaves the bytes before them as they are.

ISO 32000-1, 7.5.6 (incremental updates) and 7.5.8 (cross-reference streams). The update that pypdf writes leaves its
own list out of the list of objects, so that the file has fewer than its `/Size` says.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from io import BytesIO
from typing import cast

from pypdf import PdfReader
from pypdf.generic import ArrayObject, NameObject, NumberObject, PdfObject, StreamObject

# An entry of the list of objects: its kind, its place in the file, its generation.
ENTRY, IN_USE = ">BIH", 1
WIDTHS = (1, 4, 2)


def size(file: PdfReader) -> int:
    """Return the number of the first object that may be added to the file."""
    return cast(int, file.trailer["/Size"])


def updated(file: PdfReader, objects: Mapping[int, PdfObject]) -> bytes:
    """Return the bytes of a file with the objects after them, each by its number, new or in place of an older one."""
    file.stream.seek(0)
    output = BytesIO()
    output.write(file.stream.read())
    number = max(size(file), *(each + 1 for each in objects))
    places = {each: _write(output, each, content) for each, content in sorted(objects.items())}
    places[number] = output.tell()
    _write(output, number, _list_of(file, places))
    output.write(f"startxref\n{places[number]}\n%%EOF\n".encode())
    return output.getvalue()


def _write(output: BytesIO, number: int, content: PdfObject) -> int:
    """Write an object and return its place in the file."""
    place = output.tell()
    output.write(f"{number} 0 obj\n".encode())
    content.write_to_stream(output)
    output.write(b"\nendobj\n")
    return place


def _list_of(file: PdfReader, places: Mapping[int, int]) -> StreamObject:
    """Return the list of the added objects, itself among them, which names the one before it."""
    entries = StreamObject()
    entries.set_data(b"".join(struct.pack(ENTRY, IN_USE, place, 0) for place in places.values()))
    entries.update(
        {
            NameObject("/Type"): NameObject("/XRef"),
            NameObject("/Size"): NumberObject(max(places) + 1),
            NameObject("/W"): _numbers(*WIDTHS),
            NameObject("/Index"): _numbers(*(part for number in places for part in (number, 1))),
            NameObject("/Prev"): NumberObject(file._startxref),
        }
    )
    for name in ("/Root", "/Info", "/ID"):
        if name in file.trailer:
            entries[NameObject(name)] = file.trailer.raw_get(name)
    return entries


def _numbers(*numbers: int) -> ArrayObject:
    return ArrayObject(map(NumberObject, numbers))
