"""All submitted files as one ZIP: a folder for each department, an index, the hashes, the missing files.

1. Every file is read once and compared with its SHA-256: missing files are listed, and the length is known.
2. The members are written while they are sent, each read again; the ZIP ends at a file that has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from django.core.files.storage import Storage
from django.utils.timezone import localtime

from accounts.models import Attachment
from pbgdpl.lib.plain_names import Taken, plain_file_name, plain_name
from pbgdpl.lib.zip_stream import Member
from reports.models import Submission, SubmittedFile
from reports.review.zip_index import index_sheet
from reports.submission.stored_files import FileChanged, FileLost, FileMissing

INDEX, SUMS, MISSING, EVIDENCE = "muc-luc.xlsx", "SHA256SUMS.txt", "THIEU-TEP.txt", "dinh-kem"
PIECE = 64 * 2**10  # bytes
GONE = "Những tệp sau không còn nguyên vẹn trên máy chủ nên không có trong tệp nén này:"
WHY = {FileMissing: "không còn trên máy chủ", FileChanged: "không còn đúng như khi nộp"}


@dataclass(frozen=True, slots=True)
class ZippedFile:
    """A file of a submission with its path in the ZIP, its path on the server, and its submitted hash."""

    submission: Submission
    kind: str
    path: str
    sha256: str
    timing: str  # whether the report came in time, in words
    storage: Storage
    stored: str
    size: int = 0  # as found
    missing: str = ""  # why it is not in the ZIP
    remarks: tuple[str, ...] = ()  # on its signatures

    def pieces(self) -> Iterator[bytes]:
        """Yield the submitted bytes; raise FileLost if the server has another file, or none."""
        found = sha256()
        try:
            with self.storage.open(self.stored, "rb") as file:
                for piece in file.chunks(PIECE):
                    found.update(piece)
                    yield piece
        except OSError as error:
            raise FileMissing from error
        if found.hexdigest() != self.sha256:
            raise FileChanged

    def checked(self) -> ZippedFile:
        """Return the file with its size, or with the reason why it is missing."""
        try:
            return replace(self, size=sum(map(len, self.pieces())))
        except FileLost as lost:
            return replace(self, missing=WHY[type(lost)])


def bundle_members(submissions: Sequence[Submission], timings: Mapping[int, str]) -> list[Member]:
    """Return the members of the ZIP: the whole files, then the index, the hashes and the missing files.

    `timings` has the words of the deadline of each report, by its pk.
    """
    files = [file.checked() for file in _files(submissions, timings)]
    whole, last = [file for file in files if not file.missing], max(one.submitted_at for one in submissions)
    index = index_sheet(files)
    sums = {file.path: file.sha256 for file in whole} | {INDEX: sha256(index).hexdigest()}
    texts = {
        INDEX: index,
        SUMS: "".join(f"{found}  {path}\n" for path, found in sums.items()).encode(),
        MISSING: _missing_list(files),
    }
    members = [Member(file.path, file.size, _moment(file.submission), file.pieces) for file in whole]
    return members + [
        Member(name, len(content), localtime(last), _whole(content))
        for name, content in texts.items()
        if content
    ]


def _files(submissions: Iterable[Submission], timings: Mapping[int, str]) -> Iterator[ZippedFile]:
    folders = Taken()
    for submission in submissions:
        department = submission.report.organisation
        folder = folders.free(plain_name(f"{department.code} {department.name}"))
        names, evidence = Taken(), Taken()
        timing = timings.get(submission.report_id, "")
        for file in submission.files.all():
            path = f"{folder}/{names.free(plain_file_name(file.name))}"
            yield _zipped(submission, file, path, file.label, timing, file.signature_remarks)
        for attachment in submission.attachments.all():
            path = f"{folder}/{EVIDENCE}/{evidence.free(plain_file_name(attachment.name))}"
            yield _zipped(submission, attachment, path, "Minh chứng", timing)


def _zipped(
    submission: Submission,
    file: SubmittedFile | Attachment,
    path: str,
    kind: str,
    timing: str,
    remarks: tuple[str, ...] = (),
) -> ZippedFile:
    stored = str(file.file.name)
    return ZippedFile(submission, kind, path, file.sha256, timing, file.file.storage, stored, remarks=remarks)


def _moment(submission: Submission) -> datetime:
    return localtime(submission.submitted_at)


def _whole(content: bytes) -> Callable[[], Iterable[bytes]]:
    return lambda: (content,)


def _missing_list(files: Iterable[ZippedFile]) -> bytes:
    """Return the list of missing files as text, empty if there are none."""
    lines = [f"{file.path}: {file.missing} (SHA-256 {file.sha256})" for file in files if file.missing]
    return "\r\n".join((GONE, "", *lines, "")).encode("utf-8-sig") if lines else b""
