"""Changes that an update makes to a PDF, before, after or between signatures: each is a function of the writer."""

from io import BytesIO

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NullObject,
    NumberObject,
    StreamObject,
    TextStringObject,
    pdf_name,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from weasyprint import HTML

from tests.lib.signing import add_annotation, add_field, replace_page, rewrite_contents


def object_of(value):
    """Return a Python value as an object of PDF: texts that begin with / are names."""
    match value:
        case bool():
            return BooleanObject(value)
        case int():
            return NumberObject(value)
        case str():
            return pdf_name(value) if value.startswith("/") else TextStringObject(value)
        case dict():
            return DictionaryObject({pdf_name(key): object_of(one) for key, one in value.items()})
        case list():
            return ArrayObject(map(object_of, value))
        case _:
            return value


def setting(place, **values):
    """Return a change that sets values in the object that `place` finds in the writer; None deletes one."""

    def change(writer):
        found = place(writer)
        for key, value in values.items():
            name = pdf_name(f"/{key}")
            if value is None:
                found.pop(name, None)
            else:
                found[name] = object_of(value)
        writer.update_container(found)

    return change


def page(writer, index=0):
    return writer.find_page_for_modification(index)[0].get_object()


def root(writer):
    return writer.root


def pages(writer):
    return writer.root["/Pages"]


def font(writer):
    fonts = page(writer)["/Resources"]["/Font"]
    return fonts[next(iter(fonts))]


def swap_fonts(writer):
    """Give the first font the program of nothing, so that other glyphs are shown."""
    descriptor = font(writer)["/DescendantFonts"][0]["/FontDescriptor"]
    for key in [key for key in descriptor if key.startswith("/FontFile")]:
        descriptor[key] = writer.add_object(StreamObject(stream_data=b"\0\1\0\0"))
    writer.update_container(descriptor)


def rename_characters(writer):
    """Change the text that is copied from the pages, which look as before."""
    one = font(writer)
    one[pdf_name("/ToUnicode")] = writer.add_object(StreamObject(stream_data=b"begincmap endcmap"))
    writer.update_container(one)


def add_page(writer):
    kids = pages(writer)["/Kids"]
    new = object_of({"/Type": "/Page", "/MediaBox": [0, 0, 300, 300], "/Parent": None})
    new[pdf_name("/Parent")] = writer.root.raw_get("/Pages")
    kids.append(writer.add_object(new))
    pages(writer)[pdf_name("/Count")] = NumberObject(len(kids))
    writer.update_container(kids)
    writer.update_container(pages(writer))


def remove_page(writer):
    pages(writer)["/Kids"].pop()
    pages(writer)[pdf_name("/Count")] = NumberObject(1)
    writer.update_container(pages(writer))


def swap_pages(writer):
    kids = pages(writer)["/Kids"]
    kids.append(kids.pop(0))
    writer.update_container(kids)
    writer.update_container(pages(writer))


def other_catalog(writer):
    """Show the pages of a tree of another catalog."""
    blank = object_of({"/Type": "/Page", "/MediaBox": [0, 0, 300, 300]})
    tree = object_of({"/Type": "/Pages", "/Count": 1})
    tree[pdf_name("/Kids")] = ArrayObject([writer.add_object(blank)])
    catalog = DictionaryObject(writer.root)
    catalog[pdf_name("/Pages")] = writer.add_object(tree)
    writer._root = writer.add_object(catalog)
    writer._root_object = catalog
    writer.trailer[pdf_name("/Root")] = writer._root


def hide_layer(writer):
    """Add a layer that is off, and put the words of the first page on it."""
    layer = writer.add_object(object_of({"/Type": "/OCG", "/Name": "Lớp"}))
    listed = ArrayObject([layer])
    shown = DictionaryObject({pdf_name("/OFF"): listed})
    properties = {pdf_name("/OCGs"): listed, pdf_name("/D"): shown}
    writer.root[pdf_name("/OCProperties")] = DictionaryObject(properties)
    writer.update_root()
    one = page(writer)
    start, end = (writer.add_object(StreamObject(stream_data=words)) for words in (b"/OC /L BDC ", b" EMC"))
    one[pdf_name("/Contents")] = ArrayObject([start, one.raw_get("/Contents"), end])
    writer.update_container(one)


def embed_file(writer):
    stream = writer.add_object(StreamObject({pdf_name("/Type"): pdf_name("/EmbeddedFile")}, stream_data=b"x"))
    described = object_of({"/Type": "/Filespec", "/F": "a.txt"})
    described[pdf_name("/EF")] = DictionaryObject({pdf_name("/F"): stream})
    names = ArrayObject([TextStringObject("a.txt"), writer.add_object(described)])
    tree = DictionaryObject({pdf_name("/EmbeddedFiles"): DictionaryObject({pdf_name("/Names"): names})})
    writer.root[pdf_name("/Names")] = tree
    writer.update_root()


def add_form(writer, **values):
    """Add an empty form with more values."""
    form = object_of({"/Fields": [], **{f"/{key}": value for key, value in values.items()}})
    if "/AcroForm" in writer.root:
        form = writer.root["/AcroForm"]
        form.update(object_of({f"/{key}": value for key, value in values.items()}))
    writer.root[pdf_name("/AcroForm")] = writer.add_object(form)
    writer.update_root()


def free_objects(writer):
    """Delete the words of the first page."""
    writer.objects[(0, page(writer).raw_get("/Contents").idnum)] = NullObject()


def delete_objects(writer):
    """Put null in the place of the words and what they are drawn with."""
    for number in range(3, 7):
        writer.objects[(0, number)] = NullObject()


def import_page(writer):
    """Show a page of another document in the place of the first one."""
    other = IncrementalPdfFileWriter(BytesIO(HTML(string="<p>Khác").write_pdf()))
    stream = page(other)["/Contents"]
    one = page(writer)
    one[pdf_name("/Contents")] = writer.add_object(StreamObject(stream_data=stream.data))
    writer.update_container(one)


NOTES = (
    "FreeText",
    "Stamp",
    "Square",
    "Line",
    "Ink",
    "Highlight",
    "Text",
    "Popup",
    "Link",
    "Redact",
    "Widget",
)
ACTION = {"/S": "/JavaScript", "/JS": "1"}
UPDATES = {
    **{f"a note: {kind}": lambda writer, kind=kind: add_annotation(writer, f"/{kind}") for kind in NOTES},
    "another page in its place": replace_page,
    "words written over": rewrite_contents,
    "words of another document": import_page,
    "a field of text": lambda writer: add_field(writer, "/Tx", T=object_of("Số"), V=object_of("500")),
    "a button": lambda writer: add_field(writer, "/Btn", T=object_of("Nút"), Ff=NumberObject(65536)),
    "a choice": lambda writer: add_field(writer, "/Ch", T=object_of("Chọn"), Opt=object_of(["a"])),
    "a page added": add_page,
    "a page removed": remove_page,
    "pages swapped": swap_pages,
    "another catalog": other_catalog,
    "a layer that is off": hide_layer,
    "another program of a font": swap_fonts,
    "other characters of a font": rename_characters,
    "a file inside": embed_file,
    "a form of another format": lambda writer: add_form(writer, XFA="<xdp/>"),
    "calculated fields": lambda writer: add_form(writer, CO=[], SigFlags=3, AA=ACTION),
    "words deleted": free_objects,
    "objects deleted": delete_objects,
    "turned": setting(page, Rotate=180),
    "a smaller page": setting(page, MediaBox=[0, 0, 50, 50]),
    "a page cut": setting(page, CropBox=[0, 0, 50, 50]),
    "a larger unit": setting(page, UserUnit=9),
    "no words": setting(page, Contents=[]),
    "no fonts": setting(page, Resources={}),
    "what a page does": setting(page, AA={"/O": ACTION}),
    "a page that waits": setting(page, Dur=1, Trans={"/S": "/Dissolve"}),
    "a number of pages": setting(pages, Count=1),
    "pages of a tree with more values": setting(pages, Rotate=90),
    "what the opening does": setting(root, OpenAction=ACTION),
    "what the end does": setting(root, AA={"/WC": ACTION}),
    "numbers of pages": setting(root, PageLabels={"/Nums": [0, {"/P": "Trang "}]}),
    "no tags": setting(root, StructTreeRoot=None),
    "another language": setting(root, Lang="en"),
    "other links": setting(root, Names={"/Dests": {"/Names": []}}),
    "what a reader shows": setting(root, ViewerPreferences={"/Direction": "/R2L"}),
    "an outline": setting(root, Outlines={"/Count": 0}),
    "a portfolio": setting(root, Collection={"/View": "/T"}),
}
