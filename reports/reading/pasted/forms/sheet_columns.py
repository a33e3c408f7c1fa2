"""The form in which a person says what the columns of an uploaded list hold."""

from dataclasses import dataclass

from django import forms

from accounts.rows.columns import main_field
from accounts.rows.sheets.row_keys import ROW_KEY
from accounts.rows.sheets.sketch import SketchedColumn, SketchedSheet
from accounts.rows.sheets.tables import Choice

NOT_READ = ("", "Không nhập")
TWICE = "{first} và {second} cùng được chọn là “{heading}”. Mỗi nội dung chỉ chọn cho một cột."
NOTHING_CHOSEN = "Chưa chọn cột nào để nhập. Chọn nội dung cho ít nhất một cột."


@dataclass(frozen=True, slots=True)
class ColumnField:
    column: SketchedColumn
    field: forms.BoundField


@dataclass(frozen=True, slots=True)
class SheetFields:
    """The fields for one sheet: its row of headings, and its columns."""

    sheet: SketchedSheet
    heading: forms.BoundField
    columns: list[ColumnField]


class SheetColumnsForm(forms.Form):
    hidden = forms.BooleanField(label="Nhập cả các dòng ẩn", required=False)

    def __init__(self, *args, sheets, columns, **kwargs):
        super().__init__(*args, **kwargs)
        self.sketched = sheets
        self.headings = dict(field_choices(columns))
        self.fields["hidden"].widget.attrs["class"] = "form-check-input"
        for sheet in sheets:
            self.fields[f"heading-{sheet.place}"] = forms.TypedChoiceField(
                label="Dòng tiêu đề",
                choices=sheet.heading_rows,
                coerce=int,
                initial=sheet.table.heading.number,
            )
            for column in sheet.columns:
                self.fields[_name(sheet, column)] = forms.ChoiceField(
                    label=f"Cột {column.letters}",
                    choices=[NOT_READ, *self.headings.items()],
                    required=False,
                    initial=column.field,
                )
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                field.widget.attrs["class"] = "form-select"

    @property
    def sheets(self):
        for sheet in self.sketched:
            columns = [ColumnField(column, self[_name(sheet, column)]) for column in sheet.columns]
            yield SheetFields(sheet, self[f"heading-{sheet.place}"], columns)

    @property
    def hidden_rows(self):
        """Return the sheets that have hidden rows."""
        return [sheet for sheet in self.sketched if sheet.hidden]

    def clean(self):
        super().clean()
        if not self.errors and not any(choice.fields for choice in self.choices.values()):
            self.add_error(None, NOTHING_CHOSEN)
        for sheet in self.sketched:
            self._refuse_twice(sheet)
        return self.cleaned_data

    def _refuse_twice(self, sheet):
        chosen = {}
        for column in sheet.columns:
            name = main_field(self.cleaned_data.get(_name(sheet, column), ""))
            if name and name in chosen:
                first, second = f"Cột {chosen[name].letters}", f"cột {column.letters}"
                self.add_error(
                    _name(sheet, column),
                    TWICE.format(first=first, second=second, heading=self.headings[name]),
                )
            chosen.setdefault(name, column)

    @property
    def choices(self):
        """Return what was chosen, by the places of the sheets."""
        return {
            sheet.place: Choice(
                self.cleaned_data[f"heading-{sheet.place}"],
                {
                    column.place: field
                    for column in sheet.columns
                    if (field := self.cleaned_data[_name(sheet, column)])
                },
            )
            for sheet in self.sketched
        }


def field_choices(columns):
    """Yield the fields that a column can hold, each with its heading."""
    for column in (*columns, ROW_KEY):
        yield column.field, column.heading
        yield from column.joined.items()


def _name(sheet, column):
    return f"field-{sheet.place}-{column.place}"
