"""Checking the signatures of a file against the PDF that was submitted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pbgdpl.lib.apart import WorkFailed, call_apart
from pbgdpl.lib.signed_pdf import signatures_in
from reports.models import FileKind, SignatureCheck, Submission, SubmittedFile
from reports.submission.stored_files import FileLost, read_frozen

SECONDS = 10
SPACE = b"\0\t\n\f\r "
SIGNATURE = b"/ByteRange"  # every signature has it in clear text, because it names the place of the signature


@dataclass(frozen=True, slots=True)
class Signatures:
    """The result of the check, the pages that show a signature, and the signers with their times."""

    check: SignatureCheck
    pages: tuple[int, ...] = ()
    signers: tuple[tuple[str, str], ...] = ()  # the name, and the time in ISO format or "", as signed


def signatures_of(data: bytes, submission: Submission) -> Signatures:
    """Return the signatures of a file that is, or will be, added to the submission; may take seconds."""
    try:
        submitted = read_frozen(submission.files.get(kind=FileKind.PDF)).rstrip(SPACE)
    except FileLost:
        return Signatures(SignatureCheck.UNCHECKED)
    return signatures_on(data, submitted)


def signatures_on(
    data: bytes, submitted: bytes, call: Callable[..., list[list[str]]] = call_apart
) -> Signatures:
    """Return the signatures that a file adds to the bytes of a submitted PDF; `call` runs the check."""
    if not data.startswith(submitted):
        return Signatures(SignatureCheck.RESAVED if SIGNATURE in data else SignatureCheck.OTHER)
    if not data[len(submitted) :].strip(SPACE):
        return Signatures(SignatureCheck.UNSIGNED)
    try:
        return _read(call(signatures_in, b"%d\n" % len(submitted) + data, seconds=SECONDS))
    except WorkFailed:
        return Signatures(SignatureCheck.UNREADABLE)


def check_earlier_files() -> int:
    """Check the signed files that are not checked yet; return how many were checked."""
    files = SubmittedFile.ever.filter(kind=FileKind.SIGNED, signature_check=SignatureCheck.UNCHECKED)
    checked = 0
    for file in files.select_related("submission"):
        try:
            found = signatures_of(read_frozen(file), file.submission)
        except FileLost:
            continue
        if found.check is SignatureCheck.UNCHECKED:
            continue
        checked += SubmittedFile.ever.filter(pk=file.pk).update(**stored(found))
    return checked


def stored(found: Signatures) -> dict[str, object]:
    """Return the signatures as values of the fields of `SubmittedFile`."""
    return {
        "signature_check": found.check,
        "signature_pages": list(found.pages),
        "signers": [list(one) for one in found.signers],
    }


def _read(rows: list[list[str]]) -> Signatures:
    by_kind = {kind: [row[1:] for row in rows if row[0] == kind] for kind in ("verdict", "page", "signer")}
    ((verdict,),) = by_kind["verdict"]
    pages = tuple(int(page) for (page,) in by_kind["page"])
    return Signatures(SignatureCheck(verdict), pages, tuple((name, at) for name, at in by_kind["signer"]))
