"""The figures of a form as data, each with its passport, and as the rows from which they are added up."""

from __future__ import annotations

from django.utils.timezone import localtime

from reports.document.data import Data
from reports.figures.values import Form, FormFigure
from reports.models import Figure, Submission, SubmittedFigure
from reports.submission.data.rows import plain

# What a row of its own has of a figure, by the same names as the data.
STORED = ("code", "unit", "actual", "counted", "estimate", "does_not_apply", "words", "reason", "explanation")


def form_data(form: Form) -> Data:
    """Return the form as it is filled in."""
    used, window = form.indicator_set, form.window
    return {
        "form_code": used.form_code,
        "name": used.name,
        "legal_basis": used.legal_basis,
        "window": {name: plain(getattr(window, name)) for name in ("first", "last", "cut_off")},
        "figures": [*map(_figure, form.figures)],
    }


def _figure(figure: FormFigure) -> Data:
    indicator, stored = figure.indicator, figure.stored
    return {
        "code": indicator.code,
        "above": [*indicator.headings_above],
        "label": indicator.label,
        "unit": indicator.unit,
        "is_text": indicator.is_text,
        "is_doubtful": indicator.is_doubtful,
        "does_not_apply": figure.does_not_apply,
        "actual": figure.actual,
        "estimate": figure.estimate,
        "total": figure.total,
        "counted": figure.counted,
        "before": figure.before,
        "words": figure.words,
        "reason": stored.reason if stored else "",
        "explanation": stored.explanation if stored else "",
        "doubts": [*figure.doubts],
        "rows": [
            {"model": row.label, "pk": row.pk, "words": row.words, "value": row.value} for row in figure.rows
        ],
        "settled": _settled(stored) if stored else None,
    }


def _settled(stored: Figure) -> Data:
    """Return what was settled, with the number that the rows said then."""
    at = localtime(stored.settled_at).isoformat(timespec="seconds") if stored.settled_at else None
    by = str(stored.settled_by or "")
    return {"actual": stored.actual, "counted": stored.counted, "by": by, "at": at}


def store_figures(submission: Submission, form: Data | None) -> None:
    """Save the figures of a submission for adding up, with the values that its data states; one query."""
    if form is None:
        return
    SubmittedFigure.objects.bulk_create(
        SubmittedFigure(
            submission=submission,
            form_code=form["form_code"],
            position=position,
            **{name: figure[name] for name in STORED},
        )
        for position, figure in enumerate(form["figures"], start=1)
    )
