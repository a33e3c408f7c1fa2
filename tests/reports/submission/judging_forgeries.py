"""Whether what the site says of a copy of a submitted PDF is true."""

from functools import cache
from io import BytesIO

import pypdfium2
from pypdf import PdfReader

from accounts.attaching.pdf import why_no_pdf
from reports.models import SignatureCheck
from reports.models.signatures import remarks_on
from reports.models.wording import SUBMITTING
from reports.submission.signatures import signatures_on, stored

SAYS_UNCHANGED = {SignatureCheck.SIGNED, SignatureCheck.UNSIGNED}
LONGEST_REMARK = 600


def fault_of(pdf, earlier, is_right, check):
    """Return what the site says of the copy, and what is wrong with that, "" for nothing.

    `is_right` says whether "signed" is the right answer; None where it is, or is not, by other rules.
    """
    try:
        why_no_pdf(pdf)
        found = check(pdf, earlier.rstrip(b"\0\t\n\f\r "))
        row = stored(found)
        remarks = [*remarks_on(found.check, row["signers"], row["signature_pages"], SUBMITTING)]
    except Exception as error:  # any of them would be a page with the status 500
        return "lỗi", repr(error)
    is_signed = found.check is SignatureCheck.SIGNED
    if is_right and not is_signed:
        return found.check.value, "bản ký đúng bị từ chối"
    if is_right is False and is_signed:
        return found.check.value, "bản giả được nhận là đã ký"
    if found.check in SAYS_UNCHANGED and seen(pdf) != seen(earlier):
        return found.check.value, "các trang khác bản đã nộp"
    if max(map(len, remarks)) > LONGEST_REMARK:
        return found.check.value, "câu quá dài"
    return found.check.value, ""


def here(pdf, submitted):
    """Return the signatures as the site finds them, without a process of its own for the check."""
    return signatures_on(pdf, submitted, lambda work, data, **limits: work(data))


@cache
def seen(pdf):
    """Return the pages as two readers show them, without notes and fields: pictures, and texts."""
    with pypdfium2.PdfDocument(pdf) as document:
        pictures = [
            bytes(page.render(scale=0.5, may_draw_forms=False, draw_annots=False).buffer) for page in document
        ]
    return pictures, [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
