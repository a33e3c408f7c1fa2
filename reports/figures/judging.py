"""The judgements of a form: what is wrong or odd about the figures of one body, each with the way out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.text import capfirst

from pbgdpl.lib.vietnamese import lower_first, official_date, thousands
from reports.figures.evaluating import Values
from reports.figures.faults import FAULT_OF_ORIGIN, Fault, are_copied, holds_digits, is_broken, is_swing
from reports.figures.people import odd_people
from reports.figures.roles import roles_of
from reports.figures.rules import FigureRule, Origin, read_rules, rules_of
from reports.figures.sentences import copy_words, digit_words, rule_words, swing_words, without_way_out
from reports.figures.values import CountedRow, Form, FormFigure
from reports.models import Count

MOST_DOUBTS = 3  # that one sentence names
ADDED_UP = "Xem cột ở Số liệu toàn tỉnh; số đúng thì nêu nguyên nhân trong lời báo cáo."
SETTLE = "Chốt số ở trang Số liệu, hoặc sửa các dòng này."
SETTLE_HERE = "Chốt số, hoặc sửa các dòng này."


@dataclass(frozen=True, slots=True)
class Judgement:
    """A fault of a figure, in words with its numbers and the way out, and the rows that it concerns."""

    code: str
    fault: Fault
    words: str
    is_blocking: bool = False  # whether the report may not be submitted with it
    rows: tuple[CountedRow, ...] = ()
    column: str = ""  # that the sentence begins with

    @property
    def sentence(self) -> str:
        return f"{self.column}: {self.words}" if self.column else self.words

    @property
    def in_place(self) -> str:
        """Return the sentence as it stands below its column on the page where it is settled."""
        return capfirst(self.words.replace(SETTLE, SETTLE_HERE))


def judge(form: Form) -> tuple[Judgement, ...]:
    """Return the judgements of a form, in the order in which people are to read them.

    Those of a province are settled by its bodies: nothing of them is left to settle, and nothing holds its report.
    """
    if form.is_added_up:
        return tuple(_added_up(one) for judged in OF_SUMS for one in judged(form))
    return tuple(one for judged in JUDGED for one in judged(form))


def _added_up(one: Judgement) -> Judgement:
    words = one.words if one.fault is Fault.UNREAD else f"{without_way_out(one.words)} {ADDED_UP}"
    return replace(one, is_blocking=False, words=words)


def values_of(form: Form) -> Values:
    return Values(
        {one.indicator.code: one.total for one in form.figures},
        {one.indicator.code: one.before for one in form.figures},
        _dashes(form),
    )


def _dashes(form: Form) -> frozenset[str]:
    return frozenset(one.indicator.code for one in form.figures if one.does_not_apply)


def _broken_rules(form: Form) -> Iterator[Judgement]:
    shares, dashes = tuple(_shares(form)), _dashes(form)
    for figure in form.figures:
        for rule in rules_of(figure.indicator, dashes):
            sentence = _broken_words(rule, shares)
            if sentence and not _is_explained(rule, figure):
                yield Judgement(
                    figure.indicator.code, FAULT_OF_ORIGIN[rule.origin], sentence, rule.is_blocking
                )


def _shares(form: Form) -> Iterator[tuple[str, Values]]:
    """Yield the totals, and of a form with estimates also what is actual and what is estimated, by name."""
    yield "", values_of(form)
    if form.has_estimates:
        actual = {one.indicator.code: one.actual for one in form.figures}
        estimated = {one.indicator.code: one.estimate for one in form.figures}
        yield "Ở số thực hiện, ", Values(actual, dashes=_dashes(form))
        yield "Ở số ước, ", Values(estimated, dashes=_dashes(form))


def _broken_words(rule: FigureRule, shares: Sequence[tuple[str, Values]]) -> str:
    """Return the sentence on the first share in which a rule does not hold, "" for none.

    Rules of parts and sums hold in each share; one that somebody stated is about totals.
    """
    for named, values in shares[:1] if rule.origin is Origin.STATED else shares:
        if is_broken(rule, values):
            words = rule_words(rule, values)
            return f"{named}{lower_first(words)}" if named else words
    return ""


def _is_explained(rule: FigureRule, figure: FormFigure) -> bool:
    """Return whether a rule about the change against the year before is answered by an explanation."""
    return rule.formula.compares_years and bool(_explanation(figure))


def _unread_rules(form: Form) -> Iterator[Judgement]:
    for figure in form.figures:
        for fault in read_rules(figure.indicator.rules).faults:
            words = f"quy tắc không đọc được. {fault} Báo cơ quan giữ biểu sửa."
            yield _of(figure, Fault.UNREAD, words)


def _missing(form: Form) -> Iterator[Judgement]:
    """Yield one judgement on all the columns to be filled in by hand that nobody filled in."""
    empty = [
        one.indicator.code
        for one in form.figures
        if one.indicator.count == Count.BY_HAND
        and not one.indicator.is_text
        and not one.does_not_apply
        and one.total is None
    ]
    if empty:
        named = ", ".join(f"({code})" for code in empty)
        sentence = f"Chưa nhập số ở cột {named}. Nhập số; chỉ tiêu không phát sinh thì ghi “-”."
        yield Judgement(empty[0], Fault.MISSING, sentence)


def _unestimated(form: Form) -> Iterator[Judgement]:
    """Yield one judgement on a form that is actual up to a cut-off and of which nobody estimated the rest."""
    window = form.window
    if window.has_rest and all(one.estimate is None for one in form.figures):
        counted = next((one for one in form.figures if one.counted is not None), None)
        if counted:
            sentence = (
                f"Số thực hiện tính đến {official_date(window.last_counted)} mà chưa cột nào có số ước đến "
                f"{official_date(window.last)}. Ghi số ước; không phát sinh thêm thì ghi 0."
            )
            yield Judgement(counted.indicator.code, Fault.MISSING, sentence)


def _settled(form: Form) -> Iterator[Judgement]:
    """Yield where a settled number has no reason, or is older than the rows; a sum has a rule of its own."""
    for figure in form.figures:
        if figure.indicator.count == Count.SUM:
            continue
        stored, counted = figure.stored, figure.counted
        if stored is None or counted is None or not (figure.differs or (stored.does_not_apply and counted)):
            continue
        settled = "“-”" if stored.actual is None else thousands(stored.actual)
        then = stored.counted if stored.counted != counted else None
        beside = "" if then is None else f" (khi chốt đếm được {thousands(then)})"
        words = f"chốt {settled}, dữ liệu đếm được {thousands(counted)}{beside}."
        if not stored.reason.strip():
            words = f"{words} Ghi lý do chốt khác, hoặc dùng số đếm được."
            yield _of(figure, Fault.UNREASONED, words, True, figure.rows)
        elif then is not None:
            words = f"{words} Xem lại số đã chốt, rồi chốt lại."
            yield _of(figure, Fault.MOVED, words, False, figure.rows)


def _doubts(form: Form) -> Iterator[Judgement]:
    for figure in form.figures:
        is_settled = figure.does_not_apply or (figure.stored is not None and figure.stored.actual is not None)
        if figure.doubts and not is_settled:
            more = len(figure.doubts) - MOST_DOUBTS
            named = " ".join(f"{doubt.rstrip('. ')}." for doubt in figure.doubts[:MOST_DOUBTS])
            rest = f" Còn {more} chỗ khác." if more > 0 else ""
            yield _of(figure, Fault.DOUBT, f"{named}{rest} {SETTLE}", False, figure.rows)


def _people(form: Form) -> Iterator[Judgement]:
    """Yield sessions whose people may be views, and columns with more people than their sessions can have."""
    for odd in odd_people(form):
        yield _of(odd.figure, odd.fault, odd.words, False, odd.rows)


def _publications(form: Form) -> Iterator[Judgement]:
    totals = values_of(form).now
    for one in roles_of(figure.indicator for figure in form.figures).publications:
        originals, posted = totals.get(one.originals), totals.get(one.posted)
        figure = form.figure(one.originals)
        if figure and originals is not None and are_copied(originals, posted, totals.get(one.copies)):
            yield _of(figure, Fault.COPIES, copy_words(originals, posted), False, figure.rows)


def _swings(form: Form) -> Iterator[Judgement]:
    for figure in form.figures:
        now, before = figure.total, figure.before
        is_known = now is not None or figure.does_not_apply
        if before and is_known and is_swing(now or 0, before) and not _explanation(figure):
            yield _of(figure, Fault.SWING, swing_words(now, before))


def _digits(form: Form) -> Iterator[Judgement]:
    for figure in form.figures:
        if figure.indicator.is_text and holds_digits(figure.indicator.label, figure.words):
            yield _of(figure, Fault.DIGITS, digit_words(figure.words))


def _of(
    figure: FormFigure,
    fault: Fault,
    words: str,
    is_blocking: bool = False,
    rows: tuple[CountedRow, ...] = (),
) -> Judgement:
    column = f"Cột {figure.indicator}"
    return Judgement(figure.indicator.code, fault, words, is_blocking, rows, column)


def _explanation(figure: FormFigure) -> str:
    return figure.stored.explanation.strip() if figure.stored else ""


JUDGED: tuple[Callable[[Form], Iterator[Judgement]], ...] = (
    _broken_rules,
    _settled,
    _missing,
    _unestimated,
    _doubts,
    _people,
    _publications,
    _swings,
    _digits,
    _unread_rules,
)
# What sums can fail in: the rest is about rows, settling and words.
OF_SUMS = (_broken_rules, _people, _publications, _swings, _unread_rules)
