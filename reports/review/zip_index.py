"""The index of a ZIP as a spreadsheet: one line for each file, with its submission and its SHA-256."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from django.utils.formats import date_format
from django.utils.timezone import localtime

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


COLUMNS: tuple[NumberedColumn[Indexed], ...] = (
    ("Mã", 12, lambda file: file.submission.report.organisation.code),
    ("Đơn vị", 34, lambda file: file.submission.report.organisation.name),
    ("Tình trạng", 16, lambda file: status_after(file.submission).words_for_receiver),
    ("Bản", 6, lambda file: file.submission.version),
    ("Nộp lúc", 18, lambda file: _moment(file.submission.submitted_at)),
    ("Thời hạn", 18, lambda file: file.timing),
    ("Số trang", 8, lambda file: file.submission.pages),
    ("Loại tệp", 14, lambda file: file.kind),
    ("Tệp", 48, lambda file: file.path),
    ("Dung lượng (byte)", 14, lambda file: file.size),
    ("SHA-256", 68, lambda file: file.sha256),
    ("Ghi chú", 28, lambda file: f"Thiếu tệp: {file.missing}" if file.missing else " ".join(file.remarks)),
)


def index_sheet(files: Sequence[Indexed]) -> bytes:
    """Return the index as an XLSX file."""
    return numbered_sheet(TITLE, COLUMNS, files)


def _moment(moment: datetime) -> str:
    return date_format(localtime(moment), "DATETIME_FORMAT")
