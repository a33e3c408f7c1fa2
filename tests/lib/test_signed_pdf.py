"""A PDF is called signed only where signatures alone were added to it, and hold."""

import re
from io import BytesIO

import pytest
from pyhanko.pdf_utils.generic import DictionaryObject, NumberObject, TextStringObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm
from pypdf import PdfReader, PdfWriter

from pbgdpl.lib.signed_pdf import signatures_in
from tests.lib.signing import (
    KY,
    SEAL,
    add_annotation,
    add_empty_field,
    add_field,
    cms,
    printed,
    replace_page,
    rewrite_contents,
    sign,
    updated,
    with_proofs,
    with_time,
)


def found(pdf, earlier=None):
    """Return the verdict, the pages and the names of the signers."""
    earlier = earlier or printed()
    rows = signatures_in(b"%d\n" % len(earlier.rstrip()) + pdf)
    by_kind = {kind: [row[1] for row in rows if row[0] == kind] for kind in ("verdict", "page", "signer")}
    return by_kind["verdict"][0], by_kind["page"], by_kind["signer"]


def verdict(pdf):
    return found(pdf)[0]


# What is signed


def test_one_signature():
    assert found(sign(printed())) == ("signed", [], [KY])


def test_two_signatures_one_after_the_other_and_where_they_are_shown():
    once = sign(printed(), box=SEAL, page=1)
    twice = sign(once, name="Sở Xây dựng", field="Dau", box=(60, 700, 220, 740))
    assert found(twice) == ("signed", ["1", "2"], [KY, "Sở Xây dựng"])


def test_the_time_is_the_one_that_the_signature_states():
    (row,) = (row for row in signatures_in(b"%d\n" % len(printed()) + sign(printed())) if row[0] == "signer")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", row[2])


@pytest.mark.parametrize("permission", [MDPPerm.NO_CHANGES, MDPPerm.FILL_FORMS])
def test_a_signature_that_certifies(permission):
    assert verdict(sign(printed(), certify=True, docmdp_permissions=permission)) == "signed"


def test_a_field_that_waits_for_its_signature_is_filled():
    assert verdict(sign(updated(printed(), add_empty_field), field="Cho-ky")) == "signed"


def test_a_field_that_still_waits_beside_a_signature():
    assert found(updated(sign(printed()), add_empty_field)) == ("signed", ["1"], [KY])


def test_proofs_for_later_are_added():
    assert verdict(with_proofs(sign(printed()))) == "signed"
    assert verdict(sign(with_proofs(sign(printed())), field="Dau")) == "signed"


def test_the_time_stated_by_a_service_is_no_signature_and_harms_none():
    assert found(with_time(with_proofs(sign(printed())))) == ("signed", [], [KY])
    assert verdict(with_time(printed())) == "unsigned"


def test_empty_lines_after_the_end():
    assert verdict(sign(printed()) + b"\r\n\0\n") == "signed"


def test_a_long_report_with_many_compressed_objects_is_checked_too():
    earlier = printed("".join(f"<p>Đoạn {number}." for number in range(1500)))
    assert found(sign(earlier), earlier) == ("signed", [], [KY])


# What is not signed


def rename(writer):
    information = DictionaryObject({pdf_name("/Title"): TextStringObject("Báo cáo đã ký")})
    writer.set_info(writer.add_object(information))


@pytest.mark.parametrize("add", [add_empty_field, rename])
def test_what_changes_no_page_is_not_a_signature(add):
    assert verdict(updated(printed(), add)) == "unsigned"


CHANGES = {
    "another page in its place": replace_page,
    "words written over": rewrite_contents,
    "a note that hides words": add_annotation,
    "a picture that hides words": lambda writer: add_annotation(writer, "/Stamp"),
    "a field of text that hides words": lambda writer: add_field(
        writer, "/Tx", T=TextStringObject("Số"), V=TextStringObject("500")
    ),
    "a note that says that it is a signature": lambda writer: writer.update_container(
        dict_of(add_field(writer, "/Sig", T=TextStringObject("Khac")), "/Subtype", "/FreeText")
    ),
    "a page turned": lambda writer: writer.update_container(
        dict_of(writer.find_page_for_modification(0)[0], "/Rotate", 180)
    ),
    "a first page that opens": lambda writer: writer.update_container(
        dict_of(writer.root.container_ref, "/OpenAction", "/Khac")
    ),
}


def dict_of(reference, key, value):
    """Return an object after a value of it was set."""
    found = reference.get_object()
    found[pdf_name(key)] = NumberObject(value) if isinstance(value, int) else pdf_name(value)
    return found


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_changed_before_after_between_or_without_signatures_is_seen(change):
    signed = sign(printed(), box=SEAL)
    changed = updated(printed(), change)
    assert verdict(changed) == "altered"
    assert verdict(sign(changed)) == "altered"
    assert verdict(updated(signed, change)) == "altered"
    assert verdict(sign(updated(signed, change), field="Dau")) == "altered"


def test_a_seal_that_is_changed_after_signing_is_seen():
    def repaint(writer):
        field = writer.root["/AcroForm"]["/Fields"][0]
        appearance = field["/AP"].raw_get("/N").get_object()
        appearance._data, appearance._encoded_data = b"1 g 0 0 999 999 re f", None
        appearance.pop("/Filter", None)
        writer.update_container(appearance)

    assert verdict(updated(sign(printed(), box=SEAL), repaint)) != "signed"


def test_a_signature_shown_over_a_large_part_of_a_page():
    assert verdict(sign(printed(), box=(0, 300, 595, 842))) == "covered"


def test_many_fields_that_cover_a_page_together():
    signed = printed()
    for number in range(6):
        signed = sign(signed, field=f"Ky{number}", box=(0, 100 * number, 400, 100 * number + 90))
    assert verdict(signed) == "covered"


def contents(pdf):
    """Return where the last signature stands, with its marks < and >."""
    return list(re.finditer(rb"<[0-9A-Fa-f]{1000,}>", pdf))[-1].span()


def test_a_signature_of_nonsense():
    signed = sign(printed())
    start, end = contents(signed)
    assert verdict(signed[: start + 1] + b"00" * ((end - start - 2) // 2) + signed[end - 1 :]) == "broken"
    assert verdict(signed[: start + 1] + b"3" * (end - start - 2) + signed[end - 1 :]) == "broken"


def test_signed_bytes_that_were_changed():
    signed = sign(printed())
    assert verdict(signed.replace(b"/Adobe.PPKLite", b"/Adobe.PPKMS  ")) == "broken"


@pytest.mark.parametrize("of", ["gap", "tail", "start", "nothing", "negative", "words", "six"])
def test_a_signature_that_leaves_bytes_out(of):
    signed = sign(printed())
    start, end = contents(signed)
    numbers = {
        "gap": b"0 %d %d %d" % (len(printed()) // 2, end, len(signed) - end),
        "tail": b"0 %d %d %d" % (start, end, len(signed) - end - 20),
        "start": b"9 %d %d %d" % (start - 9, end, len(signed) - end),
        "nothing": b"0 0 0 0",
        "negative": b"0 %d %d -1" % (start, end),
        "words": b"/A /B /C /D",
        "six": b"0 9 9 9 %d 9" % start,
    }
    assert verdict(with_range(signed, numbers[of])) == "broken"


def with_range(signed, numbers):
    """Return the file with other numbers in the /ByteRange of its signature, no byte longer or shorter."""
    (known,) = re.finditer(rb"/ByteRange \[[^]]*\] *", signed)
    other = (b"/ByteRange [%b]" % numbers).ljust(known.end() - known.start())
    return signed[: known.start()] + other + signed[known.end() :]


def test_a_signature_that_leaves_out_what_stands_before_it():
    """The places are moved: as many bytes are signed as there are, the zeros at the end of the signature among them."""
    signed = sign(printed())
    start, end = contents(signed)
    for moved in (0, 40):
        forged = with_range(signed, b"0 %d %d %d" % (start - moved, end - moved, len(signed) - end + moved))
        content = cms(forged[: start - moved] + forged[end - moved :]).hex().encode()
        forged = forged[: start + 1] + content.ljust(end - start - 2, b"0") + forged[end - 1 :]
        assert verdict(forged) == ("broken" if moved else "signed")


# What readers may see differently

ANOTHER_TABLE = b"startxref\n9\n"
TAILS = {
    "a letter": b"x",
    "a second end": b"\n%%EOF x",
    "another table": ANOTHER_TABLE,
    "another table behind the end": b"%%EOF " + ANOTHER_TABLE,
    "another table in one line": b"\nstartxref 9 %%EOF\n",
    "a page of the web": b"\n<html>",
    "an object": b"\n1 0 obj\n<<>>\nendobj\n",
    "much": b"x" * 5000,
}


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
def test_what_stands_after_the_end(tail):
    assert verdict(sign(printed()) + tail) == "altered"


def test_another_table_that_there_is_none_of():
    assert verdict(sign(printed()) + ANOTHER_TABLE + b"%%EOF\n") == "unreadable"


def test_another_pdf_put_behind_this_one():
    other = printed("Khác.")
    for behind in (other, sign(other)):
        assert verdict(printed() + behind) in {"altered", "unreadable"}
    assert verdict(sign(joined(printed(), other))) == "altered"


def joined(earlier, other):
    """Return a PDF in which only the other one is seen, its places counted from the beginning of the earlier one."""
    writer, written = PdfWriter(clone_from=BytesIO(other)), BytesIO()
    writer.write(written)
    body, table = written.getvalue().rsplit(b"\nxref", 1)
    table = re.sub(rb"\d{10}(?= 00000 n)", lambda place: b"%010d" % (int(place[0]) + len(earlier)), table)
    return (
        earlier
        + body
        + b"\nxref"
        + re.sub(rb"startxref\n\d+", b"startxref\n%d" % (len(earlier + body) + 1), table)
    )


def test_an_update_that_forgets_the_pdf_before_it():
    signed = sign(printed())
    assert verdict(signed.replace(b"/Prev", b"/Prex")) != "signed"


def test_a_locked_pdf():
    writer = PdfWriter(BytesIO(printed()))
    writer.encrypt("", "chu", algorithm="AES-256")
    locked = BytesIO()
    writer.write(locked)
    assert found(sign_locked(locked.getvalue()), locked.getvalue()) == ("unreadable", [], [])


def sign_locked(pdf):
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer.encrypt("")
    add_empty_field(writer)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


@pytest.mark.parametrize("size", [0, 1, 7, 100, 5000])
def test_whatever_is_cut_off_or_no_pdf_is_answered(size):
    signed = sign(printed())
    for pdf in (signed[:-size], printed() + signed[-size:], b"x" * size, printed() + b"[" * size * 20):
        assert verdict(pdf or b" ") != "signed" or pdf == signed


def test_the_forgeries_are_pdfs_that_readers_open():
    for change in CHANGES.values():
        assert len(PdfReader(BytesIO(sign(updated(printed(), change)))).pages) == 2
