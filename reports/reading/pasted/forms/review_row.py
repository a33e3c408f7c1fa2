"""One line under review: its cells, whether it is left out, what is doubtful, which row it repeats."""

from dataclasses import dataclass

from django import forms
from django.utils.text import capfirst

from events.forms import EventValuesForm
from events.kinds import EventKind
from pbgdpl.lib.vietnamese import fold
from plans.forms import DirectiveValuesForm, PlanValuesForm
from plans.gaps import CITED_BY_NAME, UNDATED, WITHOUT_NUMBER
from plans.reading import read_citation

FORMS = {"directive": DirectiveValuesForm, "plan": PlanValuesForm, "event": EventValuesForm}
LISTS = {"plan": "Kế hoạch, văn bản", "directive": "Văn bản chỉ đạo"}
DOCUMENT_CELLS = {
    "kind_text": "Loại",
    "number": "Số, ký hiệu",
    "issued_on": "Ngày",
    "issuing_body": "Cơ quan ban hành",
    "subject": "Trích yếu",
}
EVENT_CELLS = {
    "kind": "Hình thức",
    "name": "Tên hoạt động",
    "held": "Thời gian",
    "place": "Địa điểm",
    "turnout": "Số người",
    "partners": "Phối hợp",
    "description": "Nội dung, kết quả",
}
LONG = {"issuing_body", "subject", "name", "place", "partners", "description", "wording"}
KIND_CODES = {fold(label): code for code, label in EventKind.choices}


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps a list from being saved, and where: the line, the cell's name and its place on the page."""

    number: int
    label: str
    message: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Cell:
    heading: str
    field: forms.BoundField


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell, or with the row as a whole."""

    field: forms.BoundField | None
    messages: list[str]


class ReviewRow:
    def __init__(
        self, number, kind, data, *, by, year, source="", told=(), is_skipped=False, knows_duplicate=False
    ):
        self.number, self.kind = number, kind
        self.source, self.told = source, tuple(told)
        self.is_skipped = is_skipped
        self.knows_duplicate = knows_duplicate  # the person was told of it before
        self.duplicate = None  # the stored row that this one repeats
        self.same_as = None  # the number of the line that this one repeats
        self.form = FORMS[kind](data, prefix=prefix_of(number), by=by, year=year)
        for name, field in self.form.fields.items():
            _set_widget(name, field, data.get(f"{self.prefix}-{name}", ""))

    @property
    def prefix(self):
        return prefix_of(self.number)

    @property
    def instance(self):
        """Return the row as far as its cells are valid."""
        return self.form.instance if self.form.errors is not None else None

    @property
    def is_document(self):
        return self.kind != "event"

    @property
    def cells(self):
        headings = DOCUMENT_CELLS if self.is_document else EVENT_CELLS
        return [Cell(heading, self.form[name]) for name, heading in headings.items()]

    @property
    def wording(self):
        """Return the field of words of its own where there are any: nobody meets it otherwise."""
        field = self.form["wording"]
        return field if field.value() or field.errors else None

    @property
    def shows_source(self):
        """Return whether the line says more than its words of its own repeat."""
        wording = self.form["wording"].value()
        return self.source and not (wording and wording in self.source)

    @property
    def doubts(self):
        return [*self.told, *self._gaps(), *(doubt.text for doubt in self._doubts_of_values())]

    def _doubts_of_values(self):
        return self.form.doubts if self.form.is_valid() else []

    def _gaps(self):
        if not self.is_document or self.instance.kind in CITED_BY_NAME:
            return
        gaps = {"number": WITHOUT_NUMBER, "issued_on": UNDATED}
        if told := "; ".join(gap.words for name, gap in gaps.items() if not self.form[name].value()):
            yield f"{capfirst(told)}."

    @property
    def has_duplicate(self):
        return self.duplicate is not None or self.same_as is not None

    @property
    def is_to_look_at(self):
        return not self.is_skipped and bool(self.form.errors or self.doubts)

    @property
    def faults(self):
        """Return what is wrong, cell by cell; what is left out may be."""
        if self.is_skipped:
            return []
        fields = self.form.fields
        errors = self.form.errors.items()
        return [Fault(self.form[name] if name in fields else None, list(told)) for name, told in errors]

    def problems(self):
        """Yield what keeps the row from being saved; a twin that was told of before is the person's own wish."""
        for fault in self.faults:
            anchor = fault.field.id_for_label if fault.field else self.prefix
            label = fault.field.label if fault.field else ""
            yield Problem(self.number, label, " ".join(fault.messages), anchor)
        if self.has_duplicate and not (self.knows_duplicate or self.is_skipped):
            message = (
                "vừa thấy trùng với một dòng khác. Đánh dấu “Bỏ qua”, hoặc bấm Lưu lần nữa để giữ cả hai."
            )
            yield Problem(self.number, "", message, self.prefix)


def prefix_of(number):
    return f"d{number}"


def read_row(number, row, *, typed, by, year, **more):
    """Return a line that was read as a row; `typed` are the cells that keep the line's own words."""
    form = FORMS[row._meta.model_name](instance=row, by=by, year=year)
    values = {name: form[name].value() for name in form.fields} | typed
    return _row(number, row._meta.model_name, values, by=by, year=year, **more)


def sheet_row(number, kind, values, *, by, year):
    """Return a row of a sheet; a column that the sheet has not starts as in a new row."""
    form = FORMS[kind](by=by, year=year)
    usual = {name: form[name].value() for name in form.fields}
    values = usual | _kind_by_number(kind, values) | values
    if kind == "event":
        values["kind"] = KIND_CODES.get(fold(values["kind"]), values["kind"])
    return _row(number, kind, values, by=by, year=year)


def _row(number, kind, values, **more):
    data = {f"{prefix_of(number)}-{name}": str(value or "") for name, value in values.items()}
    row = ReviewRow(number, kind, data, **more)
    if row.form.is_valid() and "number" in values:
        data[f"{row.prefix}-number"] = row.form.cleaned_data["number"]  # with the symbol that the form adds
    return row


def _kind_by_number(kind, values):
    """Return what a document's symbol tells of its kind."""
    number = values.get("number", "")
    citation = read_citation(f"Văn bản số {number}") if kind != "event" and "/" in number else None
    return {"kind_text": citation.kind.label} if citation else {}


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
