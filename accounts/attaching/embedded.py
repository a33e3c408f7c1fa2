"""The files within a PDF: document systems put the Word file of a paper, or its data, into the PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from pbgdpl.lib.file_contents import Content, content_of
from pbgdpl.lib.office.kinds import why_no_excel, why_no_word

EMBEDS = "Tệp PDF này có tệp khác bên trong (“{name}”) không phải văn bản. In lại thành PDF rồi chọn lại."
MOST_FILES = 100
MOST_PAGES = 2000
DEEPEST = 20  # levels of the tree of names
LONGEST_NAME = 100
# By ending: what opening the data shows against it; the others are plain text or checked by their first bytes.
OFFICE: dict[str, Callable[[bytes], str]] = {"docx": why_no_word, "xlsx": why_no_excel}
CONTENTS: dict[str, set[Content | None]] = {
    "pdf": {Content.PDF},
    "jpg": {Content.PICTURE},
    "jpeg": {Content.PICTURE},
    "png": {Content.PICTURE},
    "rtf": {Content.RTF},
    "xml": {Content.XML, None},
    "json": {Content.JSON, None},
    "txt": {None},
    "csv": {None},
}


def embedded_files(reader: PdfReader) -> Iterator[tuple[str, StreamObject]]:
    """Yield name and content of the files that a PDF lists, or that hang on its pages as notes."""
    for spec in _specs(reader):
        files = _got(spec.get("/EF"))
        if not isinstance(files, DictionaryObject):
            continue
        name = str(spec.get("/UF") or spec.get("/F") or "")
        for key in files:
            if isinstance(stream := _got(files[key]), StreamObject):
                yield name, stream


def why_no_embedded(name: str, data: bytes) -> str:
    """Return the sentence that refuses a PDF with this file in it, "" where there is nothing against it."""
    ending = name.rpartition(".")[2].lower()
    if ending in OFFICE:
        is_document = not OFFICE[ending](data)
    else:
        is_document = content_of(data) in CONTENTS.get(ending, set()) and not data.startswith(b"PK")
    return "" if is_document else EMBEDS.format(name=name[:LONGEST_NAME])


def _specs(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Yield the descriptions of embedded files."""
    root = reader.root_object
    yield from dictionaries(root.get("/AF"))
    names = _got(root.get("/Names"))
    if isinstance(names, DictionaryObject):
        yield from _named(_got(names.get("/EmbeddedFiles")), DEEPEST)
    for page in reader.pages[:MOST_PAGES]:
        yield from dictionaries(page.get("/AF"))
        for note in dictionaries(page.get("/Annots")):
            if note.get("/Subtype") == "/FileAttachment":
                yield from dictionaries([note.get("/FS")])


def _named(node: Any, levels: int) -> Iterator[DictionaryObject]:
    if isinstance(node, DictionaryObject) and levels:
        yield from dictionaries(node.get("/Names"))
        for kid in dictionaries(node.get("/Kids")):
            yield from _named(kid, levels - 1)


def dictionaries(values: Any) -> Iterator[DictionaryObject]:
    """Yield those of the values that are dictionaries or lead to one."""
    for value in _got(values) or ():
        if isinstance(found := _got(value), DictionaryObject):
            yield found


def _got(value: Any) -> Any:
    """Return what a reference leads to, any other value unchanged."""
    return value.get_object() if hasattr(value, "get_object") else value
