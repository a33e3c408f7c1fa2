"""The figures that a text can name, with what each of them says now: those to choose from, and those of one text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import capfirst

from accounts.models import Division
from pbgdpl.lib.vietnamese import lower_first
from plans.kinds import DocumentKind
from reports.compiling.figures.columns import FigureValue
from reports.compiling.figures.marks import marks_in, read_mark, unread_marks
from reports.compiling.figures.names import GROUPS, ISSUED, NAMED, OWN_NAMES, nearest
from reports.compiling.figures.values import TextFigures
from reports.compiling.listings import read_choice
from reports.figures.values import month_words
from reports.models import Report

MOST_SHOWN = 50  # figures of one text, and brackets that name none
COUNTED = ("số cuộc", "số người")  # what is offered by kind, month and division
OF_FORM = tuple(
    one.words for one in NAMED if not (one.is_of_no_form or one.is_online)
)  # compared, and by group
OF_BODIES = (ISSUED, *(one.words for one in NAMED if one.is_of_province))  # what accepted reports say


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure by the words between its brackets, with what it says now."""

    words: str
    value: FigureValue
    label: str = ""  # of a column of the form

    @property
    def mark(self) -> str:
        return f"[[{self.words}]]"


@dataclass(frozen=True, slots=True)
class FigureGroup:
    title: str
    figures: tuple[ShownFigure, ...]


@dataclass(frozen=True, slots=True)
class FiguresOfText:
    """The figures that a text names, each once, and the brackets in its lines that name none.

    Each of these has the likest known name, and whether it names a listing, which needs a line of its own.
    """

    figures: tuple[ShownFigure, ...]
    unread: tuple[tuple[str, str, bool], ...]

    @property
    def count(self) -> int:
        return len(self.figures) + len(self.unread)


def figures_of_text(report: Report, text: str) -> FiguresOfText:
    """Return the figures of a text; no queries if it names none."""
    values = TextFigures(report)
    return FiguresOfText(
        tuple(ShownFigure(words, values[mark]) for words, mark in marks_in(text)[:MOST_SHOWN]),
        tuple(
            (words, nearest(words, is_of_province=values.is_of_province), read_choice(words) is not None)
            for words in [*dict.fromkeys(unread_marks(text))][:MOST_SHOWN]
        ),
    )


def offered_figures(report: Report) -> tuple[FigureGroup, ...]:
    """Return the figures to choose from; parts only where they have rows. The number of queries is constant."""
    values = TextFigures(report)
    parts = _of_province(values) if values.is_of_province else _of_body(report, values)
    compared = [f"so với năm trước: {words}" for words in OF_FORM]
    groups = (
        *(FigureGroup(title, tuple(_shown(values, words))) for title, words in _of_all(values)),
        *(
            FigureGroup(title, tuple(one for one in _shown(values, words) if one.value.number))
            for title, words in (parts | {"So với năm trước": compared}).items()
        ),
        FigureGroup("Từng cột của biểu", tuple(_columns(values))),
    )
    return tuple(group for group in groups if group.figures)


def _of_all(values: TextFigures) -> Iterator[tuple[str, list[str]]]:
    """Yield the figures of the whole period by a title: all that the report knows, also where there is no number."""
    if values.is_of_province:
        yield "Cả kỳ", [one.words for one in NAMED if not one.is_of_no_form]
        yield "Theo báo cáo đã tiếp nhận của các đơn vị", list(OF_BODIES)
    else:
        yield "Cả kỳ", [one.words for one in NAMED if not one.is_of_province]


def _of_province(values: TextFigures) -> dict[str, list[str]]:
    """Return the figures of each group of bodies and the documents of each kind, by a title."""
    groups = {one.group for one in values.collected.standings}
    of_groups = {
        f"Nhóm {called}": [f"{words}: {called}" for words in (*OF_FORM, *OF_BODIES)]
        for group, (called, *_) in GROUPS.items()
        if group in groups
    }
    return of_groups | {"Theo loại văn bản": [f"số {lower_first(str(kind.label))}" for kind in DocumentKind]}


def _of_body(report: Report, values: TextFigures) -> dict[str, list[str]]:
    """Return the figures of each kind, month and division, by a title."""
    kinds = [lower_first(str(kind.label)) for kind in OWN_NAMES]
    months = month_words(values.form.window.counted_months).values() if values.form else ()
    divisions = Division.objects.filter(organisation=report.organisation).values_list("name", flat=True)
    return {
        "Theo loại hoạt động": [f"số {kind}" for kind in kinds] + [f"số người: {kind}" for kind in kinds],
        "Theo tháng": [f"{name}: {month}" for month in months for name in COUNTED],
        "Theo phòng, đơn vị": [f"{name}: {division}" for division in divisions for name in COUNTED],
    }


def _shown(values: TextFigures, every: list[str]) -> Iterator[ShownFigure]:
    """Yield the figures that are read by their words; the name of a division may be one that is not."""
    for words in every:
        if mark := read_mark(words):
            yield ShownFigure(words, values[mark])


def _columns(values: TextFigures) -> Iterator[ShownFigure]:
    for one in values.form.figures if values.form else ():
        words = f"cột {one.indicator.code}"
        if not one.indicator.is_text and (mark := read_mark(words)):
            above = (*one.indicator.headings_above, one.indicator.label)
            yield ShownFigure(words, values[mark], capfirst(": ".join(above)))
