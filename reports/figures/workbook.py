"""The form of a report as the ministry's spreadsheet: written, and read back with what it says differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pbgdpl.lib.vietnamese import number_or_empty, official_date
from reports.figures.form_sheet import FormLine, FormSheet, LineKind, form_file
from reports.figures.sheet_cells import NOT_APPLICABLE, FormCell
from reports.figures.sheet_reading import ESTIMATED, HELD, ReadColumn, read_columns
from reports.figures.sheet_sizes import DOUBTFUL
from reports.figures.values import Form, FormFigure, Window
from reports.models import PeriodKey, Report

ACTUAL, ESTIMATE, WORDS = "số thực hiện", "số ước phần còn lại", "ghi chú"
DASH_NOTE = "“-” là không phát sinh chỉ tiêu này."
DOUBT_NOTE = f"{DOUBTFUL.strip()} Tên hoặc vị trí của cột chưa được đối chiếu với biểu chính thức."


@dataclass(frozen=True, slots=True)
class Difference:
    """A value of a file that is another one here; texts as they are shown, "" for nothing."""

    code: str
    cell: str  # "F12"
    what: str  # ACTUAL, ESTIMATE or WORDS
    here: str
    there: str

    @property
    def sentence(self) -> str:
        here = f"ở đây là {self.here}" if self.here else "ở đây chưa có"
        return f"Ô {self.cell}, cột ({self.code}), {self.what}: tệp ghi {self.there}, {here}."


@dataclass(frozen=True, slots=True)
class ReadForm:
    """What a file says of a form: its columns that are not empty, what of them differs, and sentences on the rest."""

    columns: tuple[ReadColumn, ...]
    differences: tuple[Difference, ...]
    notes: tuple[str, ...]


def form_workbook(form: Form, report: Report) -> bytes:
    """Return the form as an XLSX file in the ministry's shape that `read_form_workbook` reads back the same."""
    receiver = report.organisation.reports_to
    sheet = FormSheet(
        indicator_set=form.indicator_set,
        columns=tuple(figure.indicator for figure in form.figures),
        lines=tuple(_lines(form, report.author or report.issuing_body)),
        period=period_lines(form.window, report.period),
        reporter=report.author or report.issuing_body,
        receiver=receiver.name if receiver else "",
        notes=tuple(_notes(form)),
        place=report.place,
        authority=report.signer_authority.strip(),
        signer=report.signer_name,
    )
    return form_file(sheet)


def _lines(form: Form, name: str) -> Iterator[FormLine]:
    """Yield the line of the body, and where a part is estimated those of both parts below it."""
    figures = form.figures
    yield FormLine("1", name, tuple(_value(one, one.total) for one in figures))
    if form.has_estimates:
        held = f"{HELD} đến ngày {official_date(form.window.last_counted)}"
        parts = ((held, "actual"), (ESTIMATED, "estimate"))
        for words, part in parts:
            numbers = tuple(_part(one, getattr(one, part)) for one in figures)
            yield FormLine("", words, numbers, LineKind.PART)


def _value(figure: FormFigure, number: int | None) -> int | str:
    return figure.words if figure.indicator.is_text else _part(figure, number)


def _part(figure: FormFigure, number: int | None) -> int | str:
    if figure.does_not_apply:
        return NOT_APPLICABLE
    return "" if number is None or figure.indicator.is_text else number


def period_lines(window: Window, period: PeriodKey) -> tuple[str, ...]:
    """Return the period, its days, and up to when its figures are actual."""
    days = f"(Từ ngày {official_date(window.first)} đến ngày {official_date(window.last)})"
    if not window.has_rest:
        return period.words, days
    cut_off = f"Số thực hiện tính đến ngày {official_date(window.last_counted)}, sau đó là số ước"
    return period.words, days, cut_off


def _notes(form: Form) -> Iterator[str]:
    if any(figure.does_not_apply for figure in form.figures):
        yield DASH_NOTE
    if any(figure.indicator.is_doubtful for figure in form.figures):
        yield DOUBT_NOTE
    for figure in form.figures:
        if figure.stored and figure.stored.explanation:
            yield f"Cột ({figure.indicator.code}): {' '.join(figure.stored.explanation.split())}"


def read_form_workbook(data: bytes, form: Form, names: Sequence[str] = ()) -> ReadForm:
    """Return what a file says of the form of a body that goes by these names.

    Raises UnreadableSheet for another form's file and for what is no figure.
    """
    columns, notes = read_columns(data, form, names)
    differences = (
        difference
        for column in columns
        if (figure := form.figure(column.code))
        for difference in _differences(column, figure)
    )
    return ReadForm(columns, tuple(differences), notes)


def _differences(column: ReadColumn, figure: FormFigure) -> Iterator[Difference]:
    if figure.indicator.is_text:
        compared: tuple[tuple[str, str, FormCell | None], ...] = ((WORDS, figure.words, column.actual),)
    else:
        compared = (
            (ACTUAL, _shown(figure, figure.actual), column.actual),
            (ESTIMATE, _shown(figure, figure.estimate), column.estimate),
        )
    for what, here, cell in compared:
        if cell and cell.shown != here:
            yield Difference(column.code, cell.place, what, here, cell.shown)


def _shown(figure: FormFigure, number: int | None) -> str:
    return NOT_APPLICABLE if figure.does_not_apply else number_or_empty(number)
