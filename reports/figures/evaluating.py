"""The values of formulas over the figures of a form, exact; None where a number is missing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import assert_never

from reports.figures.formulas import (
    Change,
    Column,
    Formula,
    Negative,
    Number,
    Operation,
    Operator,
    Relation,
    Term,
)


@dataclass(frozen=True, slots=True)
class Values:
    """The figures of a body by the codes of their columns; None or absent is "-", or what nobody entered."""

    now: Mapping[str, int | None]
    before: Mapping[str, int | None] = field(default_factory=dict)  # of the same period of the year before
    dashes: Collection[str] = ()  # the codes of which "-" is stated


def holds(formula: Formula, values: Values) -> bool | None:
    """Return whether a rule holds; None where it does not apply: a number is missing, or zero divides."""
    left, right = value_of(formula.left, values), value_of(formula.right, values)
    if left is None or right is None:
        return None
    match formula.relation:
        case Relation.EQUAL:
            return left == right
        case Relation.UNEQUAL:
            return left != right
        case Relation.LESS:
            return left < right
        case Relation.AT_MOST:
            return left <= right
        case Relation.MORE:
            return left > right
        case Relation.AT_LEAST:
            return left >= right
        case _:
            assert_never(formula.relation)


def value_of(term: Term, values: Values) -> Fraction | None:
    match term:
        case Number(value):
            return value
        case Column(code):
            figure = values.now.get(code)
            return None if figure is None else Fraction(figure)
        case Change(code, is_size):
            ratio = change(values.now.get(code), values.before.get(code))
            return abs(ratio) if ratio is not None and is_size else ratio
        case Negative(inner):
            positive = value_of(inner, values)
            return None if positive is None else -positive
        case Operation(operator, left, right):
            return _result(operator, value_of(left, values), value_of(right, values))
        case _:
            assert_never(term)


def change(now: int | None, before: int | None) -> Fraction | None:
    """Return the change as a ratio of the earlier number; None where one is missing or the earlier one is 0.

    >>> change(150, 100), change(3, 0)
    (Fraction(1, 2), None)
    """
    return None if now is None or not before else Fraction(now - before, before)


def _result(operator: Operator, left: Fraction | None, right: Fraction | None) -> Fraction | None:
    if left is None or right is None:
        return None
    match operator:
        case Operator.PLUS:
            return left + right
        case Operator.MINUS:
            return left - right
        case Operator.TIMES:
            return left * right
        case Operator.OVER:
            return left / right if right else None
        case _:
            assert_never(operator)
