"""The columns of a form as marks ask for them: which one, what it prints, why it prints no number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from pbgdpl.lib.vietnamese import fold
from reports.compiling.figures.marks import FigureMark
from reports.compiling.figures.names import BY_WORDS, Measure, Named, Share
from reports.compiling.figures.wording import change, official_number, worded
from reports.figures.values import Form, FormFigure

PLACEHOLDER = "(chưa có số liệu)"


@dataclass(frozen=True, slots=True)
class FigureValue:
    """What a mark prints; `reason` is why there is no number, in which case a placeholder is printed."""

    text: str
    number: int | None = None
    reason: str = ""
    way_out: str = ""  # a sentence, where there is no number


def missing(reason: str, way_out: str = "Bổ sung số liệu này, hoặc viết câu khác.") -> FigureValue:
    return FigureValue(PLACEHOLDER, reason=reason, way_out=way_out)


def counted(number: int) -> FigureValue:
    return FigureValue(official_number(number), number)


def figure_of(form: Form, mark: FigureMark) -> FormFigure | None:
    """Return the column of a form that a mark asks for."""
    if mark.code:
        return next((one for one in form.figures if fold(one.indicator.code) == mark.code), None)
    named = BY_WORDS[mark.name]
    return next((one for one in form.figures if _is_named(one, named)), None)


def _is_named(figure: FormFigure, named: Named) -> bool:
    indicator = figure.indicator
    if named.code:
        return bool(indicator.code == named.code)
    if indicator.count != named.count or (named.policy and named.policy not in indicator.kinds):
        return False
    return bool(indicator.is_online == named.is_online)


def whole(figure: FormFigure, mark: FigureMark) -> FigureValue:
    """Return the figure of a whole column, or how it has changed."""
    indicator = figure.indicator
    if indicator.is_text:
        return missing(f"cột {indicator.code} là cột ghi chữ")
    if figure.does_not_apply:
        return missing(f"cột {indicator.code} ghi “-”, không phát sinh chỉ tiêu này")
    if mark.measure is not Measure.NUMBER and figure.before is None:
        return missing(f"cột {indicator.code} không có số của cùng kỳ năm trước")
    number = figure.before if mark.measure is Measure.BEFORE else _share(figure, mark)
    if number is None:
        return missing(f"cột {indicator.code} chưa có số")
    if mark.measure is Measure.CHANGE:
        return FigureValue(change(figure.before or 0, number, indicator.unit), number)
    return FigureValue(worded(number, indicator.unit), number)


def _share(figure: FormFigure, mark: FigureMark) -> int | None:
    if mark.measure is Measure.CHANGE:
        return figure.total
    match mark.share:
        case Share.ACTUAL:
            return figure.actual
        case Share.ESTIMATE:
            return figure.estimate
        case Share.TOTAL:
            return figure.total
        case _:
            assert_never(mark.share)
