"""A line under review: its cells, whether it is skipped, its doubts, the row that it duplicates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import InitVar, dataclass, field

from django import forms
from django.utils.functional import cached_property
from django.utils.text import capfirst

from accounts.models import Attachment, User
from accounts.rows import YearRow
from accounts.rows.sheets.row_keys import RowKey, key_of
from plans.gaps import CITED_BY_NAME, UNDATED, WITHOUT_NUMBER
from reports.reading.pasted.forms.kinds import COLUMNS, FORMS, LISTS

LONG = {
    "issuing_body",
    "subject",
    "name",
    "lead_body",
    "place",
    "partners",
    "description",
    "handouts",
    "wording",
}

OUTDATED_NOW = "vừa được người khác sửa. Xem lại từng chỗ khác ở dòng này, rồi bấm Lưu lần nữa."
GONE_NOW = "vừa bị người khác xóa khỏi danh sách. Đánh dấu “Bỏ qua” dòng này."
DUPLICATE_NOW = "vừa thấy trùng với một dòng khác. Đánh dấu “Bỏ qua”, hoặc bấm Lưu lần nữa để giữ cả hai."
PAPER_IS_GONE = (
    "tệp không còn chờ để đính kèm: có thể đã đính kèm vào dòng khác, hoặc đã chờ quá lâu. "
    "Đánh dấu “Bỏ qua”, rồi tải tệp lên lại nếu cần."
)
NOT_COMPARED = "đọc bằng máy từ bản quét. Đối chiếu số, ngày và trích yếu, rồi đánh dấu “Đã đối chiếu”."


@dataclass(frozen=True, slots=True)
class Problem:
    """A message because of which a list cannot be saved, with the line in words, the cell's label and anchor."""

    place: str
    label: str
    message: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Cell:
    heading: str
    field: forms.BoundField


@dataclass(frozen=True, slots=True)
class Fault:
    """The error messages of a cell, or of the row as a whole."""

    field: forms.BoundField | None
    messages: list[str]


@dataclass(eq=False)
class ReviewRow:
    number: int
    kind: str
    data: InitVar[Mapping[str, str]]
    by: InitVar[User]
    year: InitVar[int]
    source: str = ""
    reading_doubts: Sequence[str] = ()
    left_out: str = ""  # names the characters of the source that stand in no cell
    is_skipped: bool = False
    knows_duplicate: bool = False  # the page has shown it to the person
    sheet: str = ""  # the title, where several sheets of a file are read
    line: int = 0  # in the sheet, by default the number, which counts the rows of all sheets together
    stored: YearRow | None = None  # the row that this one changes
    seen: RowKey | None = None  # the key of that row, with the version that the person has seen
    paper: Attachment | None = None  # the uploaded file that the row is read from
    paper_is_gone: bool = False
    is_compared: bool = False  # the person has compared the row with its scan
    duplicate: YearRow | None = field(default=None, init=False)  # the stored row that this one duplicates
    same_as: ReviewRow | None = field(
        default=None, init=False
    )  # the row of the list that this one duplicates

    def __post_init__(self, data, by, year):
        self.line = self.line or self.number
        self.form = FORMS[self.kind](data, prefix=self.prefix, by=by, year=year, instance=copy(self.stored))
        for name, field_of_form in self.form.fields.items():
            _set_widget(name, field_of_form, data.get(f"{self.prefix}-{name}", ""))

    @property
    def prefix(self):
        return prefix_of(self.number)

    @property
    def place(self):
        """Return where the row stands: "dòng 5", "trang tính “Quý I”, dòng 5"."""
        return f"trang tính “{self.sheet}”, dòng {self.line}" if self.sheet else f"dòng {self.line}"

    @property
    def instance(self):
        """Return the row with the values of its valid cells."""
        return self.form.instance if self.form.errors is not None else None

    @property
    def key(self):
        """Return the key of the row that this one changes, as it is stored now."""
        return key_of(self.stored) if self.stored else ""

    @cached_property
    def changes(self):
        """Return what of a stored row changes: the heading, the stored value, the new one."""
        if self.stored is None or not self.form.is_valid():
            return []
        both = ((one, one.text_of(self.stored), one.text_of(self.instance)) for one in COLUMNS[self.kind])
        return [(column.heading, before, after) for column, before, after in both if before != after]

    @property
    def is_unchanged(self):
        return self.stored is not None and self.form.is_valid() and not self.changes

    @property
    def is_outdated(self):
        """Return whether somebody has saved the stored row after the version that the sheet or the page shows."""
        return self.stored is not None and self.seen.version != self.stored.version

    @property
    def is_document(self):
        return self.kind in LISTS

    @cached_property
    def cells(self):
        return [
            self._cell(column)
            for column in COLUMNS[self.kind]
            if not column.is_minor and column.field != "wording"
        ]

    @cached_property
    def minor_cells(self):
        """Return the cells of minor columns that hold something."""
        minor = (column for column in COLUMNS[self.kind] if column.is_minor)
        filled = (column for column in minor if self.form.data.get(f"{self.prefix}-{column.field}"))
        return [self._cell(column) for column in filled]

    def _cell(self, column):
        return Cell(column.heading, self.form[column.field])

    @property
    def wording(self):
        """Return the field of the row's own wording, or None if it is empty."""
        field = self.form["wording"]
        return field if field.value() or field.errors else None

    @property
    def is_by_machine(self):
        """Return whether the row was recognised in a scan."""
        return self.paper is not None and bool(self.paper.reading.get("is_by_machine"))

    @property
    def shows_source(self):
        """Return whether the source of the line is shown, because its own wording does not repeat it."""
        wording = self.form["wording"].value()
        return self.source and not (wording and wording in self.source)

    @property
    def doubts(self):
        return [*self.reading_doubts, *self._gaps(), *(doubt.text for doubt in self._doubts_of_values())]

    def _doubts_of_values(self):
        return self.form.doubts if self.form.is_valid() else []

    def _gaps(self):
        if not self.is_document or self.instance.kind in CITED_BY_NAME:
            return
        gaps = {"number": WITHOUT_NUMBER, "issued_on": UNDATED}
        if empty := "; ".join(gap.words for name, gap in gaps.items() if not self.form[name].value()):
            yield f"{capfirst(empty)}."

    @property
    def has_duplicate(self):
        return self.duplicate is not None or self.same_as is not None

    @property
    def needs_checking(self):
        return not self.is_skipped and bool(self.form.errors or self.doubts)

    @property
    def faults(self):
        """Return the faults of the cells, none for a line that is skipped."""
        if self.is_skipped:
            return []
        fields = self.form.fields
        errors = self.form.errors.items()
        return [
            Fault(self.form[name] if name in fields else None, list(messages)) for name, messages in errors
        ]

    def problems(self):
        """Yield the problems because of which the row cannot be saved; a duplicate that was shown before is none."""
        for fault in self.faults:
            anchor = fault.field.id_for_label if fault.field else self.prefix
            label = fault.field.label if fault.field else ""
            yield Problem(capfirst(self.place), label, " ".join(fault.messages), anchor)
        if self.paper_is_gone:
            yield Problem(capfirst(self.place), "", PAPER_IS_GONE, self.prefix)
        if self.is_by_machine and not (self.is_compared or self.is_skipped):
            yield Problem(capfirst(self.place), "", NOT_COMPARED, f"{self.prefix}-compared")
        if self.seen and self.stored is None:
            yield Problem(capfirst(self.place), "", GONE_NOW, self.prefix)
        elif self.has_duplicate and not (self.knows_duplicate or self.is_skipped):
            yield Problem(capfirst(self.place), "", DUPLICATE_NOW, self.prefix)
        if self.is_outdated:
            yield Problem(capfirst(self.place), "", OUTDATED_NOW, self.prefix)


def prefix_of(number):
    return f"d{number}"


def read_row(number, row, *, typed, by, year, **more):
    """Return the review row of a line that was read; `typed` are texts of the line for cells that take no value."""
    form = FORMS[row._meta.model_name](instance=row, by=by, year=year)
    values = {name: form[name].value() for name in form.fields} | typed
    return row_of_values(number, row._meta.model_name, values, by=by, year=year, **more)


def row_of_values(number, kind, values, **more):
    data = {f"{prefix_of(number)}-{name}": str(value or "") for name, value in values.items()}
    row = ReviewRow(number, kind, data, **more)
    if row.form.is_valid() and "number" in values:
        data[f"{row.prefix}-number"] = row.form.cleaned_data["number"]  # with the symbol that the form adds
    return row


def _set_widget(name, field, typed):
    if name in LONG:
        field.widget = forms.Textarea({"rows": 2})
    if isinstance(field.widget, forms.Select):
        field.widget.attrs["class"] = "form-select"
        if typed not in dict(field.choices):
            field.widget.choices = [(typed, typed or "Chưa chọn"), *field.choices]
    else:
        field.widget.attrs["class"] = "form-control"
    if name == "kind_text":
        field.widget.attrs["list"] = "loai-van-ban"
