"""Documents with something in them that runs, or that fetches from elsewhere, when they are opened."""

from io import BytesIO
from zipfile import ZipFile

import openpyxl
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from tests.accounts.attaching import uploads

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def related(data, part, kind, target, *, mode="External", parts=()):
    """Return the Office file with one more relationship of a part, and with more parts."""
    one = f'<Relationship Id="rIdX" Type="{RELATION}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    folder, _, name = part.rpartition("/")
    place = f"{folder}/_rels/{name}.rels"
    try:
        data = uploads.replaced(data, place, b"</Relationships>", f"{one}</Relationships>".encode())
    except KeyError:
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        data = uploads.archive({place: f'<Relationships xmlns="{space}">{one}</Relationships>'}, data)
    return uploads.archive(dict(parts), data)


def word_related(kind, target, **more):
    return related(uploads.word(), "word/document.xml", kind, target, **more)


def excel_related(kind, target, part="xl/workbook.xml", **more):
    return related(uploads.excel(), part, kind, target, **more)


def word_with(xml, data=None):
    """Return a Word file with these elements at the beginning of its text."""
    return uploads.replaced(
        data or uploads.word(), "word/document.xml", b"<w:body>", f"<w:body>{xml}".encode()
    )


def field(*pieces, result="1"):
    """Return a field of Word whose instruction stands in so many runs; a piece may be a field itself."""
    runs = "".join(
        one if one.startswith("<") else f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in pieces
    )
    return f"{mark('begin')}{runs}{mark('separate')}<w:r><w:t>{result}</w:t></w:r>{mark('end')}"


def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def in_utf_16(data, part):
    """Return the Office file with one of its parts written in UTF-16, as Office reads it too."""
    with ZipFile(BytesIO(data)) as file:
        parts = {one: file.read(one) for one in file.namelist()}
    text = parts[part].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    return uploads.archive(parts | {part: text.encode("utf-16")})


def word_with_field(*pieces):
    return word_with(f"<w:p>{field(*pieces)}</w:p>")


def excel_with_formula(formula):
    book = openpyxl.Workbook()
    book.active["A1"] = "=FORMULA"
    return uploads.replaced(uploads.saved(book), "xl/worksheets/sheet1.xml", b"FORMULA", formula.encode())


def dictionary(**values):
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in values.items()})


def action(kind, **values):
    return dictionary(S=NameObject(f"/{kind}"), **values)


def address(text):
    return action("URI", URI=TextStringObject(text))


def pdf_that_opens_with(one):
    writer = uploads.pdf_writer()
    writer._root_object[NameObject("/OpenAction")] = one
    return uploads.written(writer)


def pdf_whose_page_opens_with(one):
    writer = uploads.pdf_writer()
    writer.pages[0][NameObject("/AA")] = dictionary(O=one)
    return uploads.written(writer)


def pdf_with_link(one):
    return pdf_with_note(dictionary(Subtype=NameObject("/Link"), A=one))


def pdf_with_note(note):
    writer = uploads.pdf_writer()
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])
    return uploads.written(writer)


def pdf_with_form(**values):
    writer = uploads.pdf_writer()
    writer._root_object[NameObject("/AcroForm")] = writer._add_object(dictionary(**values))
    return uploads.written(writer)
