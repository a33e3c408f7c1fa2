"""The index of a ZIP as a spreadsheet: one line for each file, with its submission and its SHA-256."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Protocol

from django.utils.timezone import make_naive

from pbgdpl.lib.office.numbered_sheet import NumberedColumn, numbered_sheet
from reports.models import Submission
from reports.states import status_after

TITLE = "Mục lục"


class Indexed(Protocol):
    """A file with what the index lists of it."""

    @property
    def submission(self) -> Submission: ...
    @property
    def timing(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def sha256(self) -> str: ...
    @property
    def missing(self) -> str: ...
    @property
    def remarks(self) -> Sequence[str]: ...


DEPARTMENT, VERSION, FILE = "Đơn vị nộp", "Bản nộp", "Tệp"
COLUMNS: tuple[NumberedColumn[Indexed], ...] = (
    NumberedColumn("Mã", lambda file: file.submission.report.organisation.code, DEPARTMENT, True),
    NumberedColumn("Đơn vị", lambda file: file.submission.report.organisation.name, DEPARTMENT, True),
    NumberedColumn("Tình trạng", lambda file: status_after(file.submission).words_for_receiver, VERSION),
    NumberedColumn("Bản", lambda file: file.submission.version, VERSION),
    NumberedColumn("Nộp lúc", lambda file: _minute(file.submission.submitted_at), VERSION),
    NumberedColumn("Thời hạn", lambda file: file.timing, VERSION),
    NumberedColumn("Số trang", lambda file: file.submission.pages, VERSION),
    NumberedColumn("Loại tệp", lambda file: file.kind, FILE),
    NumberedColumn("Tệp", lambda file: file.path, FILE),
    NumberedColumn("Dung lượng (byte)", lambda file: file.size, FILE),
    NumberedColumn("SHA-256", lambda file: file.sha256, FILE),
    NumberedColumn(
        "Ghi chú",
        lambda file: f"Thiếu tệp: {file.missing}" if file.missing else " ".join(file.remarks),
        FILE,
    ),
)


def index_sheet(files: Sequence[Indexed]) -> bytes:
    """Return the index as an XLSX file; the files of a submission are a group."""
    submissions = groupby(files, key=lambda file: file.submission.pk)
    heads = {next(group).path for _, group in submissions}
    return numbered_sheet(TITLE, COLUMNS, files, is_group_head=lambda file: file.path in heads)


def _minute(moment: datetime) -> datetime:
    """Return a moment as its cell shows it, in our time."""
    return make_naive(moment).replace(second=0, microsecond=0)
