"""A figure as it was submitted, with the rows that it was counted from, read from the frozen file of data."""

from __future__ import annotations

from dataclasses import dataclass

from pbgdpl.lib.vietnamese import number_or_empty
from reports.document.data import Data
from reports.figures.sheet_cells import NOT_APPLICABLE
from reports.models import FileKind, Submission, SubmittedFile
from reports.submission.data.file import read_data
from reports.submission.stored_files import read_frozen

# What the page says of a figure, with the names of the data.
NUMBERS = (
    ("actual", "Thực hiện"),
    ("estimate", "Ước phần còn lại"),
    ("counted", "Đếm được từ các dòng"),
    ("before", "Năm trước"),
)
TEXTS = (("words", "Ghi chú"), ("reason", "Lý do chốt"), ("explanation", "Giải trình"))


@dataclass(frozen=True, slots=True)
class SubmittedRows:
    """The values as they are shown, the doubts that stood when it was submitted, and the rows with what each adds."""

    label: str
    unit: str
    values: tuple[tuple[str, str], ...]
    doubts: tuple[str, ...]
    rows: tuple[tuple[str, int], ...]


def data_file_of(submission: Submission) -> SubmittedFile | None:
    """Return the file of data of a submission; what was submitted before there were any has none."""
    return submission.files.filter(kind=FileKind.JSON).first()


def submitted_rows(file: SubmittedFile, code: str) -> SubmittedRows | None:
    """Return a figure of the file, None where it has none of the code; raise FileLost for what was not submitted."""
    form = read_data(read_frozen(file))["form"]
    figures = form["figures"] if form else ()
    found = next((one for one in figures if one["code"] == code), None)
    return _rows(found) if found else None


def _rows(figure: Data) -> SubmittedRows:
    numbers = tuple((label, _number(figure, name)) for name, label in NUMBERS)
    texts = tuple((label, figure[name]) for name, label in TEXTS)
    return SubmittedRows(
        label=figure["label"],
        unit=figure["unit"],
        values=tuple((label, words) for label, words in (*numbers, *texts) if words),
        doubts=tuple(figure["doubts"]),
        rows=tuple((row["words"], row["value"]) for row in figure["rows"]),
    )


def _number(figure: Data, name: str) -> str:
    if name == "actual" and figure["does_not_apply"]:
        return NOT_APPLICABLE
    return number_or_empty(figure[name])
