"""Checks whether a PDF is an earlier one with digital signatures added and nothing else (see `apart`).

The check covers the file alone: it does not decide which certificates to trust, and fetches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from asn1crypto.parser import peek
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    Reference,
    StreamObject,
    pdf_name,
    read_object,
)
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, StandardDiffPolicy
from pyhanko.sign.diff_analysis.constants import (
    ACROFORM_EXEMPT_STRICT_COMPARISON,
    ROOT_EXEMPT_STRICT_COMPARISON,
)
from pyhanko.sign.diff_analysis.form_rules_api import FormUpdatingRule
from pyhanko.sign.diff_analysis.rules.file_structure_rules import CatalogModificationRule
from pyhanko.sign.diff_analysis.rules.form_field_rules import SigFieldCreationRule, SigFieldModificationRule
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from pbgdpl.lib.vietnamese import clean_line

SIGNED, UNSIGNED, ALTERED, COVERED, BROKEN, UNREADABLE = (
    "signed",  # every signature is valid and covers the earlier PDF, nothing else was added
    "unsigned",  # no signature, and nothing was added that changes the pages
    "altered",  # something else than signatures was added
    "covered",  # what a signature shows hides a large part of a page
    "broken",  # a signature is invalid, or does not cover the earlier PDF
    "unreadable",
)
# The end of a PDF, with nothing after it that only some readers would show.
END = re.compile(rb"startxref\s+(\d+)\s+%%EOF[\s\0]*")
MOST_COVERED = 1 / 4  # of a page; the seal of an office takes 1/40
MOST_SIGNATURES = 50
LONGEST_NAME = 200
WEAK = {"md2", "md5"}  # digests that two files can share
WHOLE = (SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION)


class Refused(Exception):
    """The PDF is not the earlier one with signatures; the argument is the verdict."""


class Reader(PdfFileReader):
    """Caches where the objects of a compressed stream begin, which pyHanko reads again for each object."""

    def __init__(self, pdf: bytes) -> None:
        self._begins: dict[int, tuple[bytes, list[int]]] = {}
        super().__init__(BytesIO(pdf))

    def _get_object_from_stream(self, idnum: int, stmnum: int, idx: int) -> PdfObject:
        if stmnum not in self._begins:
            stream = Reference(stmnum, 0, self).get_object()
            if not isinstance(stream, StreamObject) or stream["/Type"] != "/ObjStm":
                raise PdfReadError("Not a stream of objects")
            content, first = stream.read_data(DecodePurpose.OBJECT_STREAM), int(stream["/First"])
            table = [int(number) for number in content[:first].split()[: 2 * int(stream["/N"])]]
            self._begins[stmnum] = content[first:], table
        content, table = self._begins[stmnum]
        if idx < 0 or table[2 * idx : 2 * idx + 1] != [idnum]:
            raise PdfReadError("Object is not where the table of objects says")
        data = BytesIO(content)
        data.seek(table[2 * idx + 1])
        found = read_object(data, Reference(idnum, 0, self))
        if isinstance(found, StreamObject | IndirectObject):
            raise PdfReadError("Forbidden in a stream of objects")
        return found


class FirstSignatureRule(FormUpdatingRule):
    """Compares with an earlier PDF without a form: the first signature adds the form."""

    def apply(self, old: HistoricalResolver, new: HistoricalResolver) -> Any:
        if "/AcroForm" not in old.root:
            if "/AcroForm" not in new.root:
                return ()
            old.root[pdf_name("/AcroForm")] = DictionaryObject({pdf_name("/Fields"): ArrayObject()})
        return super().apply(old, new)


# pyHanko's policy compares with a signed PDF; here the earlier one is unsigned, and the first signature may certify it.
_, *OTHER_RULES = DEFAULT_DIFF_POLICY.global_rules
UNSIGNED_TO_SIGNED = StandardDiffPolicy(
    global_rules=[CatalogModificationRule(ROOT_EXEMPT_STRICT_COMPARISON | {"/Perms"}), *OTHER_RULES],
    form_rule=FirstSignatureRule(
        [SigFieldCreationRule(), SigFieldModificationRule()],
        ignored_acroform_keys=ACROFORM_EXEMPT_STRICT_COMPARISON | {"/SigFlags"},
    ),
)


def signatures_in(data: bytes) -> list[list[str]]:
    """Return ["verdict", …], then ["page", number] for pages with a signature, and ["signer", name, ISO time].

    `data` is the length of the earlier PDF, a line feed and the PDF to check, which begins with the earlier one.
    """
    length, _, pdf = data.partition(b"\n")
    try:
        return [["verdict", SIGNED], *_added(pdf, int(length))]
    except Refused as refused:
        return [["verdict", str(refused)]]
    except Exception:  # pyHanko raises any exception for a forged file
        return [["verdict", UNREADABLE]]


def _added(pdf: bytes, length: int) -> list[list[str]]:
    """Return the pages and the signers of the signatures that were added to the first `length` bytes."""
    before = Reader(pdf[:length] + b"\n")
    after = _reader(pdf)
    last = before.total_revisions - 1
    if before.last_startxref != after.xrefs.get_startxref_for_revision(last):
        raise Refused(ALTERED)
    if not isinstance(UNSIGNED_TO_SIGNED.review_file(after, last), DiffResult):
        raise Refused(ALTERED)
    pages = [["page", str(number)] for number in _shown_on(before, after)]
    filled = list(enumerate_sig_fields(after, filled_status=True))
    _refuse_replaced(after)
    # A signature of a timestamp service names no signer.
    signatures = [one for one in filled if one[1].get_object().get("/Type") != "/DocTimeStamp"]
    if not signatures:
        raise Refused(UNSIGNED)
    if len(signatures) > MOST_SIGNATURES:
        raise Refused(UNREADABLE)
    return pages + [_signer(after, field, name, pdf) for name, _, field in signatures]


def _refuse_replaced(after: PdfFileReader) -> None:
    """Raise Refused if an update removed or changed a signature of an earlier one, which is not among the last then."""
    places = _places(after)
    for revision in range(after.total_revisions):
        if not _places(after.get_historical_resolver(revision)).items() <= places.items():
            raise Refused(ALTERED)
    for place in places.values():
        if after.xrefs.get_introducing_revision(place) != after.xrefs.get_last_change(place):
            raise Refused(ALTERED)


def _places(pdf: PdfFileReader | HistoricalResolver) -> dict[str, Any]:
    """Return where the signature of each field is."""
    fields = enumerate_sig_fields(pdf, filled_status=True)
    return {name: field.get_object().raw_get("/V").reference for name, _, field in fields}


def _reader(pdf: bytes) -> PdfFileReader:
    end = END.fullmatch(pdf, max(pdf.rfind(b"startxref"), 0))
    if end is None:
        raise Refused(ALTERED)
    reader = Reader(pdf)
    # Nothing stands between the last table and its end: the table of an earlier end may be named again.
    if reader.last_startxref != int(end[1]) or pdf.find(b"startxref", int(end[1])) != end.start():
        raise Refused(ALTERED)
    return reader


def _signer(reader: PdfFileReader, field: DictionaryObject, name: str, pdf: bytes) -> list[str]:
    """Return the signer and the time stated by the signature; raise Refused if it is invalid or incomplete."""
    try:
        signature = EmbeddedPdfSignature(reader, field, name)
        signature.compute_integrity_info()
        found = signature.summarise_integrity_info()
        certificate = signature.signer_cert
        matches = validate_sig_integrity(
            signature.signer_info, certificate, "data", signature.compute_digest()
        )
        moment = signature.self_reported_timestamp
        names = certificate.subject.native
    except Exception as error:
        raise Refused(BROKEN) from error
    is_whole = found["coverage"] in WHOLE and found["docmdp_ok"] and _leaves_no_gap(signature, pdf)
    if not (all(matches) and is_whole) or signature.md_algorithm in WEAK:
        raise Refused(BROKEN)
    return ["signer", *_claimed(names, moment)]


def _leaves_no_gap(signature: EmbeddedPdfSignature, pdf: bytes) -> bool:
    """Return whether the signed bytes leave out only the signature itself; pyHanko compares lengths only."""
    _, first, second, _ = signature.byte_range
    gap, content = pdf[first:second], signature.pkcs7_content
    is_all = gap[:1] + gap[-1:] == b"<>" and bytes.fromhex(gap[1:-1].decode("ascii")) == content
    return is_all and not content[peek(content) :].strip(b"\0")


def _claimed(names: dict[str, Any], moment: datetime | None) -> tuple[str, str]:
    """Return the name in the certificate, or its names, and the time, or empty texts."""
    found = names.get("common_name") or names.get("organization_name") or ""
    name = "; ".join(map(str, found)) if isinstance(found, list) else str(found)
    return clean_line(name)[:LONGEST_NAME], moment.isoformat() if moment else ""


def _shown_on(before: PdfFileReader, after: PdfFileReader) -> Iterator[int]:
    """Yield the numbers of the pages that show a signature.

    Raises Refused if signatures cover too much of a page, or if something other than a signature was added.
    """
    for index in range(int(after.root["/Pages"]["/Count"])):
        earlier, page = (one.find_page_for_modification(index)[0].get_object() for one in (before, after))
        known = _references(earlier)
        areas = [_area(widget.get_object()) for widget in _references(page) - known]
        if sum(areas) > MOST_COVERED * _size(_inherited(page, "/MediaBox")):
            raise Refused(COVERED)
        if any(areas):
            yield index + 1


def _references(page: DictionaryObject) -> set[Any]:
    return {one.reference for one in page.get("/Annots", ())}


def _area(widget: DictionaryObject) -> float:
    if widget.get("/Subtype") != "/Widget":
        raise Refused(ALTERED)
    return _size(widget["/Rect"]) if "/Rect" in widget else 0


def _size(box: ArrayObject) -> float:
    left, bottom, right, top = map(float, box)
    return abs(right - left) * abs(top - bottom)


def _inherited(page: DictionaryObject, key: str) -> ArrayObject:
    return page[key] if key in page else _inherited(page["/Parent"], key)
