"""The verbs that settle the figures of a report, each in one transaction with an entry in the figure's history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.conflict import Conflict
from accounts.history import Description, difference, record_values
from accounts.models import ChangeKind, User
from pbgdpl.lib.vietnamese import thousands
from reports.figures.form import load_form, with_settled
from reports.figures.passport import LABELS, in_words
from reports.figures.sums import LARGEST
from reports.figures.values import Form, FormFigure
from reports.models import Figure, Report
from reports.models.indicators import LONGEST_WORDS
from reports.states import Action, locked, require

OF_PROVINCE = (
    "Số liệu của báo cáo toàn tỉnh được cộng từ báo cáo đã tiếp nhận của các đơn vị nên không chốt ở đây. "
    "Số nào cần sửa thì đơn vị sửa trong báo cáo của mình rồi nộp lại."
)
NO_FORM = "Kỳ báo cáo này chưa có biểu số liệu nên chưa chốt được."


@dataclass(frozen=True, slots=True)
class Stated:
    """What somebody states of a figure; `actual` None leaves it as counted from the rows."""

    actual: int | None = None
    estimate: int | None = None
    does_not_apply: bool = False
    words: str = ""
    reason: str = ""
    explanation: str = ""


NAMES = tuple(one.name for one in fields(Stated))


@transaction.atomic
def settle_figures(
    report: Report, values: Mapping[str, tuple[Stated, int]], *, by: User
) -> tuple[Figure, ...]:
    """Settle figures by code, all or none; return those that have changed.

    The number beside the values is the version of the figure that the person saw, 0 where none was stored. Raises
    Conflict with the figures, as a tuple, that somebody else has changed since, ValidationError with sentences by
    code, and WrongState where the report is submitted.
    """
    stored = locked(report)
    require(Action.WRITE, report=stored, by=by)
    if stored.organisation.reports_for_province:
        raise ValidationError(OF_PROVINCE)
    form = load_form(stored.organisation, stored.period)
    if form is None:
        raise ValidationError(NO_FORM)
    _refuse_unknown(form, values)
    figures = {code: _figure_of(form, code, stored) for code in values}
    changed = {code: one for code, one in figures.items() if _cleaned(values[code][0]) != stored_values(one)}
    if outdated := tuple(one for code, one in changed.items() if stored_version(one) != values[code][1]):
        raise Conflict(outdated)
    before = {code: in_words(one) for code, one in changed.items()}
    for code, figure in changed.items():
        _take(figure, values[code][0])
    after = with_settled(form, changed)
    _refuse_faults(after, before)
    _save(changed.values(), after, by)
    entries = ((one, difference(before[code], in_words(one))) for code, one in changed.items())
    record_values(entries, ChangeKind.EDITED, by=by)
    return tuple(changed.values())


def _figure_of(form: Form, code: str, report: Report) -> Figure:
    """Return the stored figure of a column, or a new one that is not saved yet."""
    known = form.figure(code)
    return known.stored if known and known.stored else Figure(report=report, code=code)


def stored_version(figure: Figure | None) -> int:
    """Return the version of a stored figure, 0 where nobody has settled it."""
    return figure.version if figure and figure.pk else 0


def stored_values(figure: Figure | None) -> dict[str, object]:
    """Return what is stated of a figure, of one that nobody settled that of an empty one."""
    stated = figure or Figure()
    return {name: getattr(stated, name) for name in NAMES}


def _cleaned(stated: Stated) -> dict[str, object]:
    """Return the values as the table stores them."""
    return {
        name: Figure._meta.get_field(name).to_python(getattr(stated, name))  # type: ignore[union-attr]
        for name in NAMES
    }


def _take(figure: Figure, stated: Stated) -> None:
    for name, value in _cleaned(stated).items():
        setattr(figure, name, value)


def _save(figures: Iterable[Figure], form: Form, by: User) -> None:
    for figure in figures:
        known = form.figure(figure.code)
        figure.counted = known.counted if known else None
        figure.version = stored_version(figure) + 1
        figure.settled_by, figure.settled_at = by, timezone.now()
        figure.save()


def _refuse_unknown(form: Form, codes: Iterable[str]) -> None:
    known = {one.indicator.code for one in form.figures}
    if unknown := [code for code in codes if code not in known]:
        raise ValidationError(f"Biểu {form.indicator_set.form_code} không có cột {', '.join(unknown)}.")


def _refuse_faults(form: Form, before: Mapping[str, Description]) -> None:
    """Raise ValidationError with the sentences on the changed figures, by code."""
    faults = {
        one.indicator.code: [f"Cột {one.indicator}: {fault}" for fault in _faults(one, one.stored)]
        for one in form.figures
        if one.indicator.code in before and one.stored
    }
    if not form.window.has_rest:
        for code, sentences in faults.items():
            sentences.extend(_new_estimate(form, code, before[code]))
    if any(faults.values()):
        raise ValidationError({code: sentences for code, sentences in faults.items() if sentences})


def _faults(figure: FormFigure, stated: Figure) -> Iterator[str]:
    numbers = [number for number in (stated.actual, stated.estimate) if number is not None]
    if figure.indicator.is_text and numbers:
        yield "cột này ghi chữ, không ghi số."
    if stated.words and not figure.indicator.is_text:
        yield "cột này chỉ ghi số; ghi lời vào phần giải trình."
    if len(stated.words) > LONGEST_WORDS:
        yield f"ghi chú dài {thousands(len(stated.words))} ký tự; nhiều nhất {LONGEST_WORDS}."
    if any(not 0 <= number <= LARGEST for number in numbers):
        yield f"số phải từ 0 đến {thousands(LARGEST)}."
    if stated.does_not_apply and numbers:
        yield "đã ghi “-” (không phát sinh) thì không ghi số; bỏ “-” hoặc bỏ số."
    elif not stated.reason:
        yield from _unreasoned(figure, stated)


def _unreasoned(figure: FormFigure, stated: Figure) -> Iterator[str]:
    """Yield the sentence that a reason is due: what is settled differs from what the rows say."""
    counted = figure.counted
    if stated.does_not_apply and counted:
        yield f"ghi “-” nhưng đếm được {thousands(counted)}; ghi lý do, hoặc bỏ “-”."
    elif counted is not None and stated.actual is not None and counted != stated.actual:
        settled, found = thousands(stated.actual), thousands(counted)
        yield f"số chốt {settled} khác số đếm được {found}; ghi lý do, hoặc bỏ trống để lấy số đếm được."


def _new_estimate(form: Form, code: str, before: Description) -> Iterator[str]:
    """Yield the sentence on an estimate that was not there before, in a period whose figures are all actual."""
    known, label = form.figure(code), LABELS["estimate"]
    if known is None or known.stored is None or known.stored.estimate is None:
        return
    if before[label] != in_words(known.stored)[label]:
        yield f"Cột {known.indicator}: kỳ này ghi số thực hiện cả kỳ, không có số ước; bỏ trống số ước."
