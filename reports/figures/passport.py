"""What was settled about a figure over time: its history in words, and the history read back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accounts.history import Description, history_of
from accounts.models import User
from pbgdpl.lib.vietnamese import number_or_empty
from reports.figures.sheet_cells import NOT_APPLICABLE
from reports.figures.values import FormFigure
from reports.models import Figure, Report

# How the history names the values of a figure.
LABELS = {
    "actual": "số chốt",
    "counted": "số đếm được khi chốt",
    "estimate": "ước phần còn lại của kỳ",
    "words": "ghi chú",
    "reason": "lý do chốt khác số đếm được",
    "explanation": "giải trình biến động",
}


@dataclass(frozen=True, slots=True)
class Settlement:
    """The values of a figure as somebody settled them, as people read them: "1.245", "-", or nothing."""

    settled_by: User
    settled_at: datetime
    actual: str  # empty: as counted from the rows
    counted: str
    estimate: str
    words: str
    reason: str
    explanation: str


def passport(figure: FormFigure, report: Report) -> tuple[Settlement, ...]:
    """Return the settlements of a figure of the report, the last first, none where nobody settled it; one query."""
    stored = figure.stored
    if stored is None or stored.report_id != report.pk:
        return ()
    labels = {label: name for name, label in LABELS.items()}
    values = dict.fromkeys(LABELS, "")
    settlements: list[Settlement] = []
    for change in reversed(history_of(stored)):
        values |= {labels[one.label]: one.after for one in change.differences if one.label in labels}
        settlements.insert(0, Settlement(change.changed_by, change.changed_at, **values))
    return tuple(settlements)


def in_words(figure: Figure) -> Description:
    """Return {label: value in words} for the history."""
    actual = NOT_APPLICABLE if figure.does_not_apply else number_or_empty(figure.actual)
    numbers = (actual, number_or_empty(figure.counted), number_or_empty(figure.estimate))
    return dict(
        zip(LABELS.values(), (*numbers, figure.words, figure.reason, figure.explanation), strict=True)
    )
