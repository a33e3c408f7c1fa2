"""Reads uploaded papers one after the other, in the background."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet
from django.urls import reverse

from accounts.attaching.checking import ending_of
from accounts.attaching.file_reading import FileReader, FileReading
from accounts.attaching.keeping import record_reading
from accounts.long_work import Progress, WorkRefused
from accounts.models import Attachment, User
from plans.reading.paper.file import read_directive_file, read_plan_file

READERS: dict[str, FileReader] = {"plan": read_plan_file, "directive": read_directive_file}
GONE = "Các tệp này không còn chờ: có thể đã được lưu hoặc đã chờ quá lâu. Quay về và tải lên lại nếu cần."
LOST = "Tệp có trong danh sách nhưng không còn trên máy chủ. Tải lên lại."


def waiting_papers(pks: Sequence[int], *, by: User) -> QuerySet[Attachment]:
    """Return the person's files with these pks that still wait for their rows."""
    return Attachment.objects.waiting().filter(added_by=by, pk__in=pks).order_by("pk")


def read_paper(progress: Progress, *, kind: str, pk: int) -> str:
    """Read one paper for the form of a new row, to which the work leads."""
    _read_all(progress, [pk], READERS[kind])
    return f"{reverse(f'{kind}_add', args=[progress.work.year])}?tep={pk}"


def read_papers(progress: Progress, *, kind: str, pks: list[int], refusals: list[str]) -> str:
    """Read papers for a list under review, to which the work leads; who issued each one stays with it."""
    _read_all(progress, pks, read_directive_file)
    progress.keep({"kind": kind, "pks": pks, "refusals": refusals})
    return reverse(f"{kind}_papers", args=[progress.work.year, progress.work.key])


def _read_all(progress: Progress, pks: list[int], read: FileReader) -> None:
    papers = [*waiting_papers(pks, by=progress.by)]
    if not papers:
        raise WorkRefused(GONE)
    for done, paper in enumerate(papers):
        progress.tell(f"Đang đọc “{paper.name}”.", done=done, total=len(papers))
        record_reading(paper, _reading_of(paper, read, progress.by))


def _reading_of(paper: Attachment, read: FileReader, by: User) -> FileReading:
    try:
        with paper.file.open("rb") as stored:
            data = stored.read()
    except OSError:
        return FileReading(note=LOST, doubts=(LOST,))
    return read(data, ending_of(paper.name), by, reads_scans=True)
