"""PDFs as people sign them, and as others forge them: each is made here, the certificate too."""

import asyncio
from datetime import datetime, timedelta, timezone
from functools import cache
from hashlib import new
from io import BytesIO

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, NumberObject, StreamObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, PdfTimeStamper, SimpleSigner, sign_pdf
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore
from weasyprint import HTML

from tests.lib.threads import in_another_thread

KY = "Trần Thị Ký"
SEAL = (400, 60, 510, 170)  # points: 4 cm on each side
NOON = datetime(2024, 11, 14, 12, tzinfo=timezone(timedelta(hours=7)))


@cache
def printed(words="Kết quả năm 2024."):
    """Return a PDF of two pages as the site prints reports: for the archive, tagged."""
    page = f"<html lang=vi><title>Báo cáo</title><h1>Báo cáo</h1><p>{words}<p style='break-before: page'>Hết."
    return HTML(string=page).write_pdf(pdf_variant="pdf/a-3a")


@cache
def signer(name=KY):
    """Return who signs, by a certificate of their own with that name, or several, in it."""
    key = generate_private_key(65537, 2048)
    names = (name,) if isinstance(name, str) else name
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, one) for one in names])
    certificate = (
        x509.CertificateBuilder(subject, subject, key.public_key(), 1)
        .not_valid_before(NOON - timedelta(days=1))
        .not_valid_after(NOON + timedelta(days=365))
        .sign(key, SHA256())
    )
    private = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return SimpleSigner(
        signing_cert=Certificate.load(certificate.public_bytes(Encoding.DER)),
        signing_key=PrivateKeyInfo.load(private),
        cert_registry=SimpleCertificateStore(),
    )


def sign(pdf, *, name=KY, field="Ky", box=None, page=0, **more):
    """Return the PDF signed as programs do, in an update; shown in a box where one is given."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    if box:
        append_signature_field(writer, SigFieldSpec(field, on_page=page, box=box))
    asked = PdfSignatureMetadata(field_name=field, md_algorithm="sha256", **more)
    return in_another_thread(sign_pdf, writer, asked, signer=signer(name)).getvalue()


def cms(data, *, name=KY, algorithm="sha256"):
    """Return a signature of bytes, as it stands in a PDF."""
    signing = signer(name).async_sign(new(algorithm, data).digest(), algorithm)
    return in_another_thread(asyncio.run, signing).dump()


def updated(pdf, change):
    """Return the PDF with an update in which something is changed by a function of the writer."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    change(writer)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def replace_page(writer):
    """Put other words in the place of those of the first page."""
    reference, _ = writer.find_page_for_modification(0)
    reference.get_object()["/Contents"] = writer.add_object(StreamObject(stream_data=b"0 0 300 300 re f"))
    writer.update_container(reference.get_object())


def rewrite_contents(writer):
    """Write other words over those of the first page, which stays as it is."""
    stream = writer.find_page_for_modification(0)[0].get_object()["/Contents"]
    stream._data, stream._encoded_data = b"0 0 300 300 re f", None
    stream.pop("/Filter", None)
    writer.update_container(stream)


def add_annotation(writer, kind="/FreeText", **more):
    """Lay a box over the words of the first page."""
    reference, _ = writer.find_page_for_modification(0)
    page = reference.get_object()
    appearance = StreamObject(
        {
            pdf_name("/Subtype"): pdf_name("/Form"),
            pdf_name("/BBox"): ArrayObject(map(NumberObject, (0, 0, 100, 20))),
        },
        stream_data=b"1 g 0 0 100 20 re f",
    )
    note = {
        pdf_name("/Type"): pdf_name("/Annot"),
        pdf_name("/Subtype"): pdf_name(kind),
        pdf_name("/Rect"): ArrayObject(map(NumberObject, (100, 700, 200, 720))),
        pdf_name("/AP"): DictionaryObject({pdf_name("/N"): writer.add_object(appearance)}),
        **{pdf_name(f"/{key}"): value for key, value in more.items()},
    }
    reference = writer.add_object(DictionaryObject(note))
    page["/Annots"] = ArrayObject([*page.get("/Annots", ArrayObject()), reference])
    writer.update_container(page)
    return reference


def add_field(writer, kind, **more):
    """Lay a field of a form over the words of the first page."""
    field = add_annotation(writer, "/Widget", FT=pdf_name(kind), **more)
    root = writer.root
    if "/AcroForm" not in root:
        root["/AcroForm"] = writer.add_object(DictionaryObject({pdf_name("/Fields"): ArrayObject()}))
        writer.update_root()
    root["/AcroForm"]["/Fields"].append(field)
    writer.update_container(root["/AcroForm"]["/Fields"])
    return field


def add_empty_field(writer):
    append_signature_field(writer, SigFieldSpec("Cho-ky", box=SEAL))


def with_time(pdf):
    """Return a PDF on which a service of time stated when it was there."""
    stamper = DummyTimeStamper(signer().signing_cert, signer().signing_key, fixed_dt=NOON)
    stamped = in_another_thread(
        PdfTimeStamper(stamper).timestamp_pdf, IncrementalPdfFileWriter(BytesIO(pdf)), "sha256"
    )
    return stamped.getvalue()


def with_proofs(pdf):
    """Return a signed PDF with what proves later that its certificates were good."""
    stream = BytesIO(pdf)
    DocumentSecurityStore.add_dss(stream, sig_contents=None, certs=[signer().signing_cert])
    return stream.getvalue()
