"""Rules about the figures of the statistical form: against its rules, unlikely, or not settled."""

from __future__ import annotations

from collections.abc import Iterator

from pbgdpl.lib.vietnamese import first_words
from reports.checks.draft import Draft
from reports.checks.findings import Finding, Part, Place, Rule, Severity
from reports.figures.faults import Fault
from reports.figures.judging import SETTLE

BROKEN = Rule(
    "figure-against-rule",
    Severity.BLOCKING,
    "Số liệu trái quy tắc của biểu",
    "Các cột của biểu phải khớp nhau, và số chốt khác số đếm được phải có lý do, thì mới cộng cho toàn tỉnh được.",
)
UNLIKELY = Rule(
    "unlikely-figure",
    Severity.WARNING,
    "Số liệu khác thường",
    "Lỗi hay gặp khi lập biểu: lượt xem ghi là người dự, bản in ghi là tài liệu gốc, biến động không giải trình.",
)
UNSETTLED = Rule(
    "unsettled-figure",
    Severity.WARNING,
    "Số liệu chưa chốt",
    "Máy chỉ đếm được những dòng ghi đủ ngày, số cuộc và số người; phần còn lại người báo cáo quyết định.",
)
OPEN = frozenset({Fault.MISSING, Fault.DOUBT, Fault.MOVED, Fault.UNREAD})
LONGEST_DOUBT = 200


def figure_against_rule(draft: Draft) -> Iterator[Finding]:
    for one in draft.figures.judgements:
        if one.is_blocking:
            yield BROKEN.finds(one.sentence, _place(one.code), one.code, one.fault)


def unlikely_figure(draft: Draft) -> Iterator[Finding]:
    """Yield what is odd; with another number it is another finding, and an earlier reason no longer stands for it."""
    for one in draft.figures.judgements:
        if not one.is_blocking and one.fault not in OPEN:
            yield UNLIKELY.finds(one.sentence, _place(one.code), one.code, one.sentence)


def unsettled_figure(draft: Draft) -> Iterator[Finding]:
    """Yield what nobody settled; the doubts of all columns are one finding, for one row makes several doubtful."""
    doubts = [one for one in draft.figures.judgements if one.fault is Fault.DOUBT]
    for one in draft.figures.judgements:
        if not one.is_blocking and one.fault in OPEN - {Fault.DOUBT}:
            yield UNSETTLED.finds(one.sentence, _place(one.code), one.code, one.sentence)
    if doubts:
        named = ", ".join(f"({one.code})" for one in doubts)
        first = first_words(doubts[0].sentence.removesuffix(SETTLE), LONGEST_DOUBT)
        text = f"Số đếm được ở cột {named} còn nghi vấn. {first} {SETTLE}"
        yield UNSETTLED.finds(text, _place(doubts[0].code), "doubts", *(one.sentence for one in doubts))


def _place(code: str) -> Place:
    return Place(Part.FIGURES, field=code)
