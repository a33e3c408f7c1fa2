"""Files as people send them, and as others disguise them: each is made here."""

import re
import struct
import zlib
from functools import cache
from hashlib import sha256 as hashed
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject
from weasyprint import HTML

PNG_MAGIC = b"\x89PNG\r\n\x1a\n"
HTML_PAGE = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
EXE = b"MZ\x90\x00" + b"\0" * 200 + b"This program cannot be run in DOS mode."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def sha256(data):
    return hashed(data).hexdigest()


def saved(thing):
    data = BytesIO()
    thing.save(data)
    return data.getvalue()


@cache
def pdf(words="Kế hoạch"):
    return HTML(string=f"<p>{words}</p>").write_pdf()


def written(writer):
    data = BytesIO()
    writer.write(data)
    return data.getvalue()


def pdf_writer():
    writer = PdfWriter()
    writer.append(BytesIO(pdf()))
    return writer


def with_compressed(thing):
    """Return a PDF whose last object is another, compressed, and named by a table that is compressed too."""
    data = pdf()
    size, start, root = (last_number(data, name) for name in (b"/Size", b"startxref", b"/Root"))
    written_thing = BytesIO()
    thing.write_to_stream(written_thing)
    body = f"{size} 0 ".encode() + written_thing.getvalue()
    packed = zlib.compress(body)
    first = len(f"{size} 0 ")
    holder = (
        f"{size + 1} 0 obj <</Type/ObjStm/N 1/First {first}/Filter/FlateDecode/Length {len(packed)}>>stream\n".encode()
        + packed
        + b"\nendstream endobj\n"
    )
    at_holder, at_table = len(data) + 1, len(data) + 1 + len(holder)
    rows = struct.pack(">BIH", 2, size + 1, 0) + struct.pack(">BIH", 1, at_holder, 0)
    rows += struct.pack(">BIH", 1, at_table, 0)
    table = (
        f"{size + 2} 0 obj <</Type/XRef/Size {size + 3}/W[1 4 2]/Index[{size} 3]/Prev {start}/Root {root} 0 R"
        f"/Length {len(rows)}>>stream\n".encode()
        + rows
        + b"\nendstream endobj\n"
    )
    return data + b"\n" + holder + table + f"startxref\n{at_table}\n%%EOF\n".encode()


def last_number(data, name):
    return int(re.findall(name + rb"\s+(\d+)", data)[-1])


def pdf_with_javascript():
    """The script hangs on a page, in a stream of compressed objects."""
    action = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    )
    return with_compressed(action)


def pdf_that_launches(name="/Launch"):
    writer = pdf_writer()
    action = DictionaryObject(
        {NameObject("/S"): NameObject(name), NameObject("/F"): TextStringObject("cmd.exe")}
    )
    writer._root_object[NameObject("/OpenAction")] = writer._add_object(action)
    return written(writer)


def pdf_that_launches_compressed():
    return with_compressed(DictionaryObject({NameObject("/S"): NameObject("/Launch")}))


def pdf_that_launches_unseen():
    """The name of the action is written with a code for a letter."""
    return pdf_that_launches().replace(b"/Launch", b"/L#61unch")


def pdf_with_password():
    writer = pdf_writer()
    writer.encrypt("bí mật", algorithm="AES-256")
    return written(writer)


def pdf_locked_by_its_owner(data=None):
    """It opens without a password, but may not be changed."""
    writer = PdfWriter(clone_from=BytesIO(data)) if data else pdf_writer()
    writer.encrypt("", "chủ", algorithm="AES-256")
    return written(writer)


def locked_pdf_that_launches():
    return pdf_locked_by_its_owner(pdf_that_launches())


def pdf_with_file(name, data, *, is_stored=False, as_note=False):
    """Return a PDF that has a file within it, compressed or as it is, listed or as a note on its page."""
    writer = pdf_writer()
    stream = DecodedStreamObject()
    stream.set_data(data)
    file = writer._add_object(stream if is_stored else stream.flate_encode())
    spec = DictionaryObject(
        {NameObject("/Type"): NameObject("/Filespec"), NameObject("/F"): TextStringObject(name)}
    )
    spec[NameObject("/EF")] = DictionaryObject({NameObject("/F"): file})
    if as_note:
        note = DictionaryObject(
            {NameObject("/Subtype"): NameObject("/FileAttachment"), NameObject("/FS"): spec}
        )
        writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])
    else:
        listed = DictionaryObject({NameObject("/Names"): ArrayObject([TextStringObject(name), spec])})
        writer._root_object[NameObject("/Names")] = DictionaryObject({NameObject("/EmbeddedFiles"): listed})
    return written(writer)


def word():
    file = docx.Document()
    file.add_paragraph("Kế hoạch")
    return saved(file)


def excel():
    return saved(openpyxl.Workbook())


def png(size=(8, 8)):
    data = BytesIO()
    Image.new("RGB", size, "white").save(data, "PNG")
    return data.getvalue()


def jpeg(size=(64, 64)):
    data = BytesIO()
    Image.new("RGB", size, "white").save(data, "JPEG")
    return data.getvalue()


def gif():
    data = BytesIO()
    Image.new("P", (8, 8)).save(data, "GIF")
    return data.getvalue()


def large_png():
    """A picture of 40,000 by 40,000 points in a few bytes."""
    header = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")]
    return PNG_MAGIC + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def archive(parts, data=b""):
    """Return a zip file with these parts, put behind those of `data`."""
    file = BytesIO(data)
    with ZipFile(file, "a", ZIP_DEFLATED) as zip_file:
        for name, content in parts.items():
            zip_file.writestr(name, content)
    return file.getvalue()


def without(data, name):
    """Return a zip file without one of its parts."""
    with ZipFile(BytesIO(data)) as file:
        return archive({one: file.read(one) for one in file.namelist() if one != name})


def replaced(data, name, old, new):
    with ZipFile(BytesIO(data)) as file:
        parts = {one: file.read(one) for one in file.namelist()}
    return archive(parts | {name: parts[name].replace(old, new)})


def word_with_macros():
    return replaced(
        word(),
        "[Content_Types].xml",
        WORD.encode(),
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )


def word_with_doctype():
    return replaced(word(), "word/document.xml", b"<w:document", f"{DOCTYPE}<w:document".encode())


def locked_zip():
    """Return a Word file whose parts say that they need a password."""
    data = bytearray(word())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(sign, at + 1)) >= 0:
            data[at + place] |= 1
    return bytes(data)


def open_document():
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": "<x/>",
            "META-INF/manifest.xml": "<x/>",
        }
    )
