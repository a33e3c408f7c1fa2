"""Everything that was submitted as one ZIP: a folder for each department, an index, the sums, what is missing.

1. Every file is read once and compared with its SHA-256: what is missing can be told, and the length is known.
2. The members are written while they are sent, each read a second time; one that changed meanwhile ends it.
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
class KeptFile:
    """A file of a submission: where it stands in the ZIP, where on the server, what was submitted."""

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
        """Yield what was submitted; raise FileLost where the server has something else, or nothing."""
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

    def looked_over(self) -> KeptFile:
        """Return the file with its size, or with the reason why it cannot be given."""
        try:
            return replace(self, size=sum(map(len, self.pieces())))
        except FileLost as lost:
            return replace(self, missing=WHY[type(lost)])


def bundle_members(submissions: Sequence[Submission], timings: Mapping[int, str]) -> list[Member]:
    """Return what goes into the ZIP: the files that are whole, then what is said of all of them.

    `timings` says of the reports, by their numbers, whether they came in time.
    """
    files = [file.looked_over() for file in _files(submissions, timings)]
    whole, last = [file for file in files if not file.missing], max(one.submitted_at for one in submissions)
    index = index_sheet(files)
    sums = {file.path: file.sha256 for file in whole} | {INDEX: sha256(index).hexdigest()}
    texts = {
        INDEX: index,
        SUMS: "".join(f"{found}  {path}\n" for path, found in sums.items()).encode(),
        MISSING: _told_missing(files),
    }
    members = [Member(file.path, file.size, _moment(file.submission), file.pieces) for file in whole]
    return members + [
        Member(name, len(content), localtime(last), _whole(content))
        for name, content in texts.items()
        if content
    ]


def _files(submissions: Iterable[Submission], timings: Mapping[int, str]) -> Iterator[KeptFile]:
    folders = Taken()
    for submission in submissions:
        department = submission.report.organisation
        folder = folders.free(plain_name(f"{department.code} {department.name}"))
        names, evidence = Taken(), Taken()
        timing = timings.get(submission.report_id, "")
        for file in submission.files.all():
            path = f"{folder}/{names.free(plain_file_name(file.name))}"
            yield _kept(submission, file, path, file.label, timing, file.signature_remarks)
        for attachment in submission.attachments.all():
            path = f"{folder}/{EVIDENCE}/{evidence.free(plain_file_name(attachment.name))}"
            yield _kept(submission, attachment, path, "Minh chứng", timing)


def _kept(
    submission: Submission,
    file: SubmittedFile | Attachment,
    path: str,
    kind: str,
    timing: str,
    remarks: tuple[str, ...] = (),
) -> KeptFile:
    stored = str(file.file.name)
    return KeptFile(submission, kind, path, file.sha256, timing, file.file.storage, stored, remarks=remarks)


def _moment(submission: Submission) -> datetime:
    return localtime(submission.submitted_at)


def _whole(content: bytes) -> Callable[[], Iterable[bytes]]:
    return lambda: (content,)


def _told_missing(files: Iterable[KeptFile]) -> bytes:
    """Return the list of what is missing, for people; nothing where nothing is."""
    lines = [f"{file.path}: {file.missing} (SHA-256 {file.sha256})" for file in files if file.missing]
    return "\r\n".join((GONE, "", *lines, "")).encode("utf-8-sig") if lines else b""
