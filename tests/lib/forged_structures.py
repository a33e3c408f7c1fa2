"""PDFs with other tables of objects, written by hand: {kind: function of a Random that returns the copy}."""

import re
import zlib
from io import BytesIO

from pyhanko.pdf_utils.generic import StreamObject, pdf_name
from pypdf import PdfReader, PdfWriter

from tests.lib.forged_updates import object_of, page
from tests.lib.forging import resigned
from tests.lib.signing import printed, sign, updated

PAGE, CONTENTS, CATALOG = 7, 6, 2  # the numbers of these objects in what the site prints
BLANK = b"<</Type /Page /Parent 1 0 R /MediaBox [0 0 300 300]>>"
WORDS = b"<</Length 17>>\nstream\n0 0 300 300 re f \nendstream"


def saved(pdf, change=lambda writer: None):
    """Return the PDF written anew by another program."""
    writer, written = PdfWriter(clone_from=BytesIO(pdf)), BytesIO()
    change(writer)
    writer.write(written)
    return written.getvalue()


def shifted(pdf, by):
    """Return a PDF with a plain table whose places are counted from a beginning earlier by so many bytes."""
    body, table = saved(pdf).rsplit(b"\nxref", 1)
    table = re.sub(rb"\d{10}(?= 00000 n)", lambda place: b"%010d" % (int(place[0]) + by), table)
    return body + b"\nxref" + re.sub(rb"startxref\n\d+", b"startxref\n%d" % (by + len(body) + 1), table)


def table_update(earlier, objects, *, trailer=b"", numbers=None):
    """Return an update with these objects ({number: bytes}), whose plain table may name other numbers."""
    reader = PdfReader(BytesIO(earlier))
    body, places = earlier.rstrip() + b"\n", {}
    for number, words in objects:
        places.setdefault(number, []).append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, words)
    table = b"xref\n" + b"".join(
        b"%d 1\n%010d 00000 n \n" % (number, place[-1])
        for number, place in (numbers(places) if numbers else places).items()
    )
    size, begins = (
        max([int(reader.trailer["/Size"]), *(n + 1 for n, _ in objects)]),
        int(earlier.rsplit(b"startxref", 1)[1].split()[0]),
    )
    root = reader.trailer.raw_get("/Root").idnum
    trailer = trailer or b"/Root %d 0 R" % root
    return (
        body
        + table
        + b"trailer\n<</Size %d /Prev %d %b>>\nstartxref\n%d\n%%%%EOF\n" % (size, begins, trailer, len(body))
    )


def in_a_stream(writer):
    """Write another first page into a stream of objects."""
    stream = writer.prepare_object_stream()
    one = page(writer)
    one[pdf_name("/Contents")] = writer.add_object(StreamObject(stream_data=b"0 0 300 300 re f"))
    writer.objects.pop((0, PAGE), None)
    stream.add_object(PAGE, one)


def unnamed_signature(writer):
    """Add a signature that no field names."""
    writer.add_object(object_of({"/Type": "/Sig", "/ByteRange": [0, 1, 2, 3], "/Filter": "/Adobe.PPKLite"}))


def structure_kinds(earlier, signed):
    rooted = b"/Root %d 0 R" % CATALOG
    last = int(earlier.rsplit(b"startxref", 1)[1].split()[0])
    tables = {
        "another first page": table_update(earlier, [(PAGE, BLANK)]),
        "other words of the first page": table_update(earlier, [(CONTENTS, WORDS)]),
        "an object twice": table_update(earlier, [(PAGE, BLANK), (PAGE, BLANK.replace(b"300", b"200"))]),
        "the place of another object": table_update(
            earlier, [(40, BLANK)], numbers=lambda places: {PAGE: places[40]}
        ),
        "a place in the middle of something": table_update(
            earlier, [(40, BLANK)], numbers=lambda places: {PAGE: [777]}
        ),
        "another catalog": table_update(
            earlier, [(40, b"<</Type /Catalog /Pages 41 0 R>>"), (41, b"<</Type /Pages /Count 0 /Kids []>>")],
            trailer=b"/Root 40 0 R",
        ),
        "two catalogs": table_update(
            earlier, [(40, b"<</Type /Catalog /Pages 1 0 R>>")], trailer=rooted + b" /Root 40 0 R"
        ),
        "a hidden table": table_update(earlier, [(40, BLANK)], trailer=rooted + b" /XRefStm %d" % last),
        "a table that begins again": table_update(earlier, [(40, BLANK)], trailer=rooted + b" /Prev 99999"),
        "a password": table_update(
            earlier, [(40, BLANK)], trailer=rooted + b" /Encrypt <</Filter /Standard /V 1 /R 2>>"
        ),
        "a note on its speed": table_update(earlier, [(40, b"<</Linearized 1 /L 9 /H [0 9] /O 7 /E 9 /N 2 /T 9>>")]),
        "another identity": table_update(earlier, [(40, BLANK)], trailer=rooted + b" /ID [<00> <00>]"),
    }  # fmt: skip
    alone = {
        "a table of itself": signed[: signed.rfind(b"startxref")] + b"startxref\n%d\n%%%%EOF\n" % len(signed),
        "the table of the earlier PDF": signed[: signed.rfind(b"startxref")]
        + b"startxref\n%d\n%%%%EOF\n" % last,
        "an update that forgets the earlier PDF": resigned(signed.replace(b"/Prev", b"/Prex")),
        "a table that leads to itself": looped(earlier),
        "deep lists": table_update(earlier, [(40, b"[" * 200_000 + b"]" * 200_000)]),
        "a huge table": table_update(earlier, [(10**9, b"1")]),
        "many numbers": many_numbers(earlier),
    }  # fmt: skip
    return {
        **{f"a table with {name}": lambda r, pdf=pdf: pdf for name, pdf in tables.items()},
        **{f"a table with {name}, signed": lambda r, pdf=pdf: signed_over(pdf) for name, pdf in tables.items()},
        **{name: lambda r, pdf=pdf: pdf for name, pdf in alone.items()},
        "another page in a stream of objects": lambda r: sign(updated(earlier, in_a_stream)),
        "a bomb": lambda r: updated(earlier, bomb),
        "a bomb, signed": lambda r: sign(updated(earlier, bomb)),
        "a signature that no field names": lambda r: updated(earlier, unnamed_signature),
        "another PDF behind, signed": lambda r: sign(earlier + shifted(printed("Khác."), len(earlier))),
    }  # fmt: skip


def bomb(writer):
    """Write words of 300 MB into the first page."""
    words = zlib.compress(b" " * 300_000_000)
    one = page(writer)
    packed = StreamObject({pdf_name("/Filter"): pdf_name("/FlateDecode")}, encoded_data=words)
    one[pdf_name("/Contents")] = writer.add_object(packed)
    writer.update_container(one)


def many_numbers(earlier):
    rows = b"0000000000 65535 f \n" * 50_000
    begins = len(earlier.rstrip()) + 1
    return earlier.rstrip() + b"\nxref\n0 999999999\n" + rows + b"startxref\n%d\n%%%%EOF\n" % begins


def looped(earlier):
    """Return an update whose table is the one before itself."""
    found = table_update(earlier, [(40, b"1")])
    begins = found.rsplit(b"startxref", 1)[1].split()[0]
    return re.sub(rb"/Prev \d+", b"/Prev " + begins, found)


def signed_over(pdf):
    """Return the PDF signed, or as it is where programs that sign refuse it."""
    try:
        return sign(pdf)
    except Exception:  # pyHanko raises any exception
        return pdf
