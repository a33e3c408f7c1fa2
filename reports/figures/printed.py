"""A form, and its change since the year before, as upright tables of the paper: a row for each column of the form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.utils.text import capfirst

from pbgdpl.lib.vietnamese import number_or_empty, official_date, percentage, thousands
from reports.document.tree import Paragraph, Table
from reports.figures.sheet_cells import NOT_APPLICABLE
from reports.figures.units import with_unit
from reports.figures.values import Form, FormFigure
from reports.models import PeriodKey

MARKS = ("", "- ", "+ ")  # of the labels below none, one, and more headings
LONG_WORD = re.compile(r"(\S{60})(?=\S)")  # would be cut into a column of single characters


def printed_form(form: Form) -> tuple[Paragraph, Table]:
    """Return what names the form and its days, and the form."""
    return form_name(form), Table((("Cột", "Chỉ tiêu", "Đơn vị tính", *_titles(form)), *_rows(form)))


def form_name(form: Form) -> Paragraph:
    """Return the code of the form and the days of its figures, and by whose columns a province adds up."""
    window, used = form.window, form.indicator_set
    days = f"từ ngày {official_date(window.first)} đến ngày {official_date(window.last)}"
    by = "Cộng theo các cột của biểu" if form.is_added_up and used.group else "Biểu"
    return Paragraph(f"{by} số {used.form_code} (số liệu {days}):")


def _titles(form: Form) -> tuple[str, ...]:
    if not form.has_estimates:
        return ("Số liệu",)
    return (f"Thực hiện đến {official_date(form.window.last_counted)}", "Ước phần còn lại", "Cộng")


def _rows(form: Form) -> Iterator[tuple[str, ...]]:
    """Yield a row for each heading and each column; a column of words without words has none."""
    printed = (one for one in form.figures if one.words or not one.indicator.is_text)
    empty = ("",) * len(_titles(form))
    for figure, words in _under_headings(printed):
        if figure is None:
            yield ("", words, "", *empty)
        else:
            yield (figure.indicator.code, words, figure.indicator.unit, *_values(figure, form))


def _under_headings(figures: Iterable[FormFigure]) -> Iterator[tuple[FormFigure | None, str]]:
    """Yield each figure with its label, and before it the headings that begin there, with marks by their depth."""
    above: tuple[str, ...] = ()
    for figure in figures:
        here = figure.indicator.headings_above
        for depth, heading in enumerate(here):
            if here[: depth + 1] != above[: depth + 1]:
                yield None, _marked(heading, depth)
        above = here
        yield figure, _marked(figure.indicator.label, len(here))


def _marked(text: str, depth: int) -> str:
    return f"{MARKS[min(depth, len(MARKS) - 1)]}{parted(text)}"


def parted(text: str) -> str:
    """Return a text of somebody's with spaces in its longest words."""
    return LONG_WORD.sub(r"\1 ", text)


def _values(figure: FormFigure, form: Form) -> tuple[str, ...]:
    if figure.indicator.is_text:
        words = parted(figure.words)
        return (words, "", "") if form.has_estimates else (words,)
    numbers = (figure.actual, figure.estimate, figure.total) if form.has_estimates else (figure.total,)
    return tuple(NOT_APPLICABLE if figure.does_not_apply else number_or_empty(number) for number in numbers)


def printed_change(form: Form, period: PeriodKey) -> Table:
    """Return the figures that are known of this year or of the year before, each with what it moved by."""
    years = (capfirst(key.words) for key in (period, period.year_before))
    known = (
        one
        for one in form.figures
        if not one.indicator.is_text and (one.total is not None or one.before is not None)
    )
    rows = (
        (with_unit(words, one.indicator.unit), *_change(one)) if one else (words, "", "", "", "")
        for one, words in _under_headings(known)
    )
    return Table((("Chỉ tiêu", *years, "Tăng (+), giảm (-)", "Tỷ lệ"), *rows))


def notes_on_before(form: Form) -> Iterator[Paragraph]:
    for one in form.figures:
        if one.before_fault:
            yield Paragraph(f"Số năm trước không so được ở cột ({one.indicator.code}): {one.before_fault}.")


def _change(figure: FormFigure) -> tuple[str, ...]:
    now, before = figure.total, figure.before
    moved = None if now is None or before is None else now - before
    return (
        NOT_APPLICABLE if figure.does_not_apply else number_or_empty(now),
        number_or_empty(before),
        "" if moved is None else f"{'+' if moved > 0 else ''}{thousands(moved)}",
        _ratio(moved, before),
    )


def _ratio(moved: int | None, before: int | None) -> str:
    """Return "+12,5%"; nothing where the year before had nothing."""
    if moved is None or not before:
        return ""
    share = percentage(moved, before)
    sign = "" if share == "0%" else "+" if moved > 0 else "-"
    return f"{sign}{share}"
