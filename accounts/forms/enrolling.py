"""The box for a table of several departments or people, and the rows that were read, under review."""

from itertools import chain

from django import forms
from django.core.validators import EMPTY_VALUES
from django.forms.utils import ErrorDict

from accounts.enrolling.columns import DEPARTMENTS, PEOPLE
from accounts.enrolling.reading import read_file, read_text
from accounts.forms.sent_key import SentKeyField
from accounts.rows.sheets.kinds import ENDINGS, LARGEST_SHEET, UnreadableSheet
from accounts.rows.sheets.list_rows import MOST_ROWS

NOTHING = "Chưa có gì để đọc. Dán danh sách vào ô này, hoặc chọn một bảng tính, rồi bấm lại."
TOO_LARGE = (
    f"Bảng tính quá lớn. Chép các dòng cần thêm (không quá {MOST_ROWS}) sang một tệp mới rồi tải lên lại."
)


class TypedField(forms.CharField):
    """A text as it was sent; its lines are cleaned when they are read."""

    def to_python(self, value):
        """Return the text with another control character for a null one, which Django would refuse."""
        return super().to_python(value).replace("\0", "\1")


class ListForm(forms.Form):
    """Takes a table as text or as a sheet; `listed` is what was read."""

    columns = ()
    text = TypedField(
        label="Danh sách",
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 8, "spellcheck": "false", "autofocus": True}),
    )
    sheet = forms.FileField(
        label="Hoặc chọn bảng tính (.xlsx, .xls, .ods, .csv)",
        required=False,
        widget=forms.FileInput({"accept": ENDINGS}),
        error_messages={"empty": "Tệp này rỗng. Chọn tệp khác."},
    )

    def clean_sheet(self):
        file = self.cleaned_data["sheet"]
        if file and file.size > LARGEST_SHEET:
            raise forms.ValidationError(TOO_LARGE)
        return file

    def clean(self):
        text, file = self.cleaned_data.get("text", ""), self.cleaned_data.get("sheet")
        if self.errors:
            return self.cleaned_data
        name = "sheet" if file else "text"
        try:
            self.listed = read_file(file.read(), self.columns) if file else read_text(text, self.columns)
        except UnreadableSheet as problem:
            self.add_error(name, str(problem) if file or text.strip() else NOTHING)
        return self.cleaned_data


class PeopleListForm(ListForm):
    columns = PEOPLE


class DepartmentListForm(ListForm):
    columns = DEPARTMENTS


class ReviewedRow(forms.ModelForm):
    """A row of the table; one that is not taken is neither checked nor saved."""

    use_required_attribute = False
    columns = ()
    number = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    doubt = forms.CharField(required=False, widget=forms.HiddenInput)
    take = forms.BooleanField(required=False)

    @property
    def line(self):
        """Return the number of the row in the table that was read."""
        return self["number"].value() or ""

    @property
    def is_taken(self):
        return bool(self["take"].value())

    def full_clean(self):
        super().full_clean()
        if self.is_bound and not self.is_taken:
            self._errors = ErrorDict()

    def validate_unique(self):
        """Leave this to the rows together, which asks the database once."""

    @property
    def cells(self):
        """Return the fields that people see, without the box that takes the row, and the choices of each."""
        return [
            (column, self[column.field], getattr(self.fields[column.field], "choices", ()))
            for column in self.columns
        ]


class ReviewedRows(forms.BaseFormSet):
    """The rows of a table together."""

    def __init__(self, *args, by, **kwargs):
        self.by = by
        super().__init__(*args, **kwargs)

    def get_form_kwargs(self, index):
        return super().get_form_kwargs(index) | {"by": self.by}

    @property
    def taken(self):
        return [row for row in self.forms if row.is_taken]

    @property
    def faults(self):
        """Return [(id of the field, number of the row, message)] in the order of the table."""
        return [
            (row[name].id_for_label if name != "__all__" else "", row.line, message)
            for row in self.forms
            for name, messages in row.errors.items()
            for message in messages
        ]

    def clean(self):
        if not self.taken:
            raise forms.ValidationError("Chưa chọn dòng nào. Đánh dấu các dòng cần thêm.")

    def refuse_repeated(self, name, stored, taken_message, key=str, but=()):
        """Add an error to each row, `but` these, whose value is stored already or that an earlier row has."""
        met = {}
        for row in self.taken:
            if row in but:
                continue
            value = key(row.cleaned_data.get(name, ""))
            if value in EMPTY_VALUES or name in row.errors:
                continue
            if value in met:
                row.add_error(name, f"Trùng với dòng {met[value]}. Sửa một trong hai, hoặc bỏ một dòng.")
            elif value in stored:
                row.add_error(name, taken_message)
            met.setdefault(value, row.line)


def rows_data(rows):
    """Return the form data of rows with values by field: what a person would send who changes nothing."""
    data = {"row-TOTAL_FORMS": str(len(rows)), "row-INITIAL_FORMS": "0"}
    values = chain.from_iterable(
        ((f"row-{index}-{name}", value) for name, value in ({"take": "on", "number": number} | row).items())
        for index, (number, row) in enumerate(rows)
    )
    return data | dict(values)


class ReviewForm(forms.Form):
    """What the review carries beside its rows: the key, and the sentences on what was not read."""

    sent_key = SentKeyField()
