"""The rules of an indicator: those that its text states, one a line, and those of parts and sums."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum
from functools import reduce
from typing import cast

from pbgdpl.lib.remembering import remembered
from pbgdpl.lib.vietnamese import fold
from reports.figures.formulas import Column, Formula, Operation, Operator, Relation, Term, parse
from reports.figures.tokens import FormulaError
from reports.models import Indicator

MOST_RULES = 50  # of one indicator
LONGEST_WORDS = 500
PATTERN = "công thức | chặn hoặc nhắc | lời"
# What people write for the severity, folded: whether it blocks the submission.
SEVERITIES = {
    **dict.fromkeys(("chan", "chan nop"), True),
    **dict.fromkeys(("nhac", "nhac nho", "canh bao"), False),
}


class Origin(Enum):
    STATED = "stated"
    PART = "part"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class FigureRule:
    """A formula that must hold, whether a submission waits for that, and what is said where it does not hold."""

    formula: Formula
    is_blocking: bool
    words: str
    origin: Origin = Origin.STATED
    line: int = 0  # of the text that states it, from 1


@dataclass(frozen=True, slots=True)
class ReadRules:
    """The rules of a text, and a sentence for each line that is none."""

    rules: tuple[FigureRule, ...]
    faults: tuple[str, ...]


@remembered
def read_rules(text: str) -> ReadRules:
    """Return the rules of an indicator's text, of lines as "#7 <= #5 | chặn | Phần nhiều hơn tổng số."."""
    rules, faults = list[FigureRule](), list[str]()
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        if len(rules) + len(faults) == MOST_RULES:
            faults.append(f"Dòng {number}: mỗi chỉ tiêu nhiều nhất {MOST_RULES} quy tắc. Bỏ bớt.")
            break
        try:
            rules.append(_rule(line, number))
        except ValueError as error:
            faults.append(f"Dòng {number}: {error}")
    return ReadRules(tuple(rules), tuple(faults))


def check_rules(text: str, codes: Collection[str], of_words: Collection[str] = ()) -> list[str]:
    """Return a sentence for each fault of an indicator's rules, where a form has columns of these codes.

    Those `of_words` hold no number: a rule about one of them would never be judged.
    """
    read = read_rules(text)
    faults = list(read.faults)
    for rule in read.rules:
        if unknown := [f"#{code}" for code in rule.formula.codes if code not in codes]:
            named = ", ".join(unknown)
            faults.append(f"Dòng {rule.line}: biểu không có cột {named}. Sửa mã cột, hoặc thêm cột vào biểu.")
        if worded := [f"#{code}" for code in rule.formula.codes if code in of_words]:
            named = ", ".join(worded)
            faults.append(f"Dòng {rule.line}: cột {named} ghi chữ, không có số để so sánh. Chọn cột khác.")
    return faults


def rules_of(indicator: Indicator, without: Collection[str] = ()) -> tuple[FigureRule, ...]:
    """Return what must hold for an indicator; the columns `without` a number add nothing to its sum."""
    return (*_derived(indicator, without), *read_rules(indicator.rules).rules)


def _derived(one: Indicator, without: Collection[str]) -> Iterable[FigureRule]:
    """Yield the rules that follow from the whole and from the summands of an indicator."""
    column = Column(one.code)
    if one.part_of:
        formula = Formula(f"#{one.code} <= #{one.part_of}", column, Relation.AT_MOST, Column(one.part_of))
        words = f"Cột ({one.code}) là một phần của cột ({one.part_of}) nên không thể lớn hơn."
        yield FigureRule(formula, True, words, Origin.PART)
    if added := [code for code in one.summands if code not in without]:
        first, *others = map(Column, added)
        total = reduce(_plus, others, cast(Term, first))
        text = f"#{one.code} = {' + '.join(f'#{code}' for code in added)}"
        words = f"Cột ({one.code}) phải bằng tổng {' + '.join(f'({code})' for code in added)}."
        yield FigureRule(Formula(text, column, Relation.EQUAL, total), True, words, Origin.SUM)


def _plus(left: Term, right: Term) -> Term:
    return Operation(Operator.PLUS, left, right)


def _rule(line: str, number: int) -> FigureRule:
    """Return the rule of a line; raise ValueError with a sentence."""
    parts = [part.strip() for part in line.split("|", 2)]
    if len(parts) < 3:
        raise ValueError(f"cần ba phần cách nhau bằng dấu |: {PATTERN}.")
    formula, severity, words = parts
    is_blocking = SEVERITIES.get(fold(severity))
    if is_blocking is None:
        raise ValueError(f"phần thứ hai là “chặn” hoặc “nhắc”, không phải “{severity[:30]}”.")
    if not words:
        raise ValueError("chưa ghi lời ở phần thứ ba: người nhập số đọc lời này khi quy tắc không đúng.")
    if len(words) > LONGEST_WORDS:
        raise ValueError(f"lời dài quá {LONGEST_WORDS} ký tự. Viết ngắn lại.")
    try:
        read = parse(formula)
    except FormulaError as error:
        raise ValueError(f"công thức “{formula[:60]}”: {error}") from error
    if not read.codes:
        raise ValueError(f"công thức “{formula[:60]}” không nói về cột nào. Ghi mã cột, như #18.")
    return FigureRule(read, is_blocking, words, line=number)
