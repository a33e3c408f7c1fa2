"""A form, and its change since the year before, as upright tables of the paper: a row for each column of the form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from pbgdpl.lib.vietnamese import decimal_number, official_date, thousands
from reports.document.tree import Paragraph, Table
from reports.figures.form_table import full_label
from reports.figures.values import Form, FormFigure
from reports.models import PeriodKey

NOT_APPLICABLE = "-"
MARKS = ("", "- ", "+ ")  # of the labels below none, one, and more headings
TENTH = Decimal("0.1")
LONG_WORD = re.compile(r"(\S{60})(?=\S)")  # would be cut into a column of single characters


def printed_form(form: Form) -> tuple[Paragraph, Table]:
    """Return what names the form and its days, and the form."""
    window = form.window
    days = f"từ ngày {official_date(window.first)} đến ngày {official_date(window.last)}"
    name = Paragraph(f"Biểu số {form.indicator_set.form_code} (số liệu {days}):")
    return name, Table((("Cột", "Chỉ tiêu", "Đơn vị tính", *_titles(form)), *_rows(form)))


def _titles(form: Form) -> tuple[str, ...]:
    if not form.has_estimates:
        return ("Số liệu",)
    return (f"Thực hiện đến {official_date(form.window.last_counted)}", "Ước phần còn lại", "Cộng")


def _rows(form: Form) -> Iterator[tuple[str, ...]]:
    """Yield a row for each heading and each column; a column of words without words has none."""
    above: tuple[str, ...] = ()
    for figure in form.figures:
        indicator = figure.indicator
        if indicator.is_text and not figure.words:
            continue
        here, values = indicator.headings_above, _values(figure, form)
        for depth, heading in enumerate(here):
            if here[: depth + 1] != above[: depth + 1]:
                yield ("", _marked(heading, depth), "", *("" for _ in values))
        above = here
        yield (indicator.code, _marked(indicator.label, len(here)), indicator.unit, *values)


def _marked(text: str, depth: int) -> str:
    return f"{MARKS[min(depth, len(MARKS) - 1)]}{_parted(text)}"


def _parted(text: str) -> str:
    """Return a text of somebody's with spaces in its longest words."""
    return LONG_WORD.sub(r"\1 ", text)


def _values(figure: FormFigure, form: Form) -> tuple[str, ...]:
    if figure.indicator.is_text:
        words = _parted(figure.words)
        return (words, "", "") if form.has_estimates else (words,)
    numbers = (figure.actual, figure.estimate, figure.total) if form.has_estimates else (figure.total,)
    return tuple(NOT_APPLICABLE if figure.does_not_apply else _number(number) for number in numbers)


def _number(number: int | None) -> str:
    return "" if number is None else thousands(number)


def printed_change(form: Form, period: PeriodKey) -> Table:
    """Return the figures that are known of this year or of the year before, each with what it moved by."""
    before = PeriodKey(period.year - 1, period.kind)
    years = (f"{key.words[:1].upper()}{key.words[1:]}" for key in (period, before))
    known = (
        figure
        for figure in form.figures
        if not figure.indicator.is_text and (figure.total is not None or figure.before is not None)
    )
    titles = ("Chỉ tiêu", "Đơn vị tính", *years, "Tăng (+), giảm (-)", "Tỷ lệ")
    return Table((titles, *map(_change, known)))


def _change(figure: FormFigure) -> tuple[str, ...]:
    now, before = figure.total, figure.before
    moved = None if now is None or before is None else now - before
    return (
        _parted(full_label(figure.indicator)),
        figure.indicator.unit,
        NOT_APPLICABLE if figure.does_not_apply else _number(now),
        _number(before),
        "" if moved is None else f"{'+' if moved > 0 else ''}{thousands(moved)}",
        _ratio(moved, before),
    )


def _ratio(moved: int | None, before: int | None) -> str:
    """Return "+12,5%"; nothing where the year before had nothing."""
    if moved is None or not before:
        return ""
    ratio = (Decimal(100 * moved) / before).quantize(TENTH, ROUND_HALF_UP)
    whole, _, tenth = decimal_number(abs(ratio)).partition(",")
    sign = "+" if ratio > 0 else "-" if ratio < 0 else ""
    return f"{sign}{thousands(int(whole))}{f',{tenth}' if tenth else ''}%"
