"""The small language of rules: two sums over the columns of a form and a sign that compares them, as a frozen tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from pbgdpl.lib.vietnamese import fold
from reports.figures.tokens import FormulaError, Kind, Token, tokens_of

DEEPEST = 20  # parentheses within each other
MOST_TERMS = 60  # columns and numbers of a formula


class Relation(Enum):
    EQUAL = "="
    UNEQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


class Operator(Enum):
    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    OVER = "/"


@dataclass(frozen=True, slots=True)
class Number:
    value: Fraction


@dataclass(frozen=True, slots=True)
class Column:
    code: str


@dataclass(frozen=True, slots=True)
class Change:
    """The change of a column against the year before, as a ratio: 0.2 is a fifth more."""

    code: str
    is_size: bool  # without its sign


@dataclass(frozen=True, slots=True)
class Negative:
    term: Term


@dataclass(frozen=True, slots=True)
class Operation:
    operator: Operator
    left: Term
    right: Term


Term = Number | Column | Change | Negative | Operation


@dataclass(frozen=True, slots=True)
class Formula:
    """A comparison of two terms, with the text that it was read from."""

    text: str
    left: Term
    relation: Relation
    right: Term

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes of the columns that it names, each once, in their order."""
        return tuple(dict.fromkeys(one.code for one in self._figures))

    @property
    def compares_years(self) -> bool:
        return any(isinstance(one, Change) for one in self._figures)

    @property
    def _figures(self) -> tuple[Column | Change, ...]:
        return (*_figures(self.left), *_figures(self.right))


RELATIONS = {
    **{relation.value: relation for relation in Relation},
    "==": Relation.EQUAL,
    "<>": Relation.UNEQUAL,
    "≠": Relation.UNEQUAL,
    "≤": Relation.AT_MOST,
    "≥": Relation.AT_LEAST,
}
OPERATORS = {
    **{operator.value: operator for operator in Operator},
    "−": Operator.MINUS,
    "–": Operator.MINUS,
    "×": Operator.TIMES,
}
SUMS = tuple(sign for sign, one in OPERATORS.items() if one in (Operator.PLUS, Operator.MINUS))
PRODUCTS = tuple(sign for sign, one in OPERATORS.items() if one in (Operator.TIMES, Operator.OVER))
MINUS = tuple(sign for sign, one in OPERATORS.items() if one is Operator.MINUS)
# The functions by their folded names: whether each is a size without a sign.
FUNCTIONS = {"thay doi": False, "bien dong": True}


def parse(text: str) -> Formula:
    """Return the formula of a text; raise FormulaError, whose words are a sentence, where it is none."""
    return _Parser(text).formula()


def _figures(term: Term) -> Iterator[Column | Change]:
    match term:
        case Column() | Change():
            yield term
        case Negative(inner):
            yield from _figures(inner)
        case Operation(_, left, right):
            yield from _figures(left)
            yield from _figures(right)


class _Parser:
    """Reads one text from the left to the right, each token once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens_of(text)
        self.at = self.depth = self.terms = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        token = self.token
        self.at += 1
        return token

    def formula(self) -> Formula:
        left = self.sum()
        sign = self.token
        if not sign.is_sign(*RELATIONS):
            raise FormulaError(sign.place, f"cần một dấu so sánh (= != < <= > >=), gặp {sign.shown}.")
        self.take()
        right = self.sum()
        if self.token.is_sign(*RELATIONS):
            raise FormulaError(self.token.place, "mỗi quy tắc chỉ so sánh một lần. Tách thành hai quy tắc.")
        if self.token.kind is not Kind.END:
            raise FormulaError(self.token.place, f"thừa {self.token.shown}.")
        return Formula(self.text.strip(), left, RELATIONS[sign.text], right)

    def sum(self) -> Term:
        term = self.product()
        while self.token.is_sign(*SUMS):
            term = Operation(OPERATORS[self.take().text], term, self.product())
        return term

    def product(self) -> Term:
        term = self.factor()
        while self.token.is_sign(*PRODUCTS):
            operator, place = OPERATORS[self.take().text], self.token.place
            right = self.factor()
            if operator is Operator.OVER and right == Number(Fraction(0)):
                raise FormulaError(place, "không chia được cho 0. Sửa số chia.")
            term = Operation(operator, term, right)
        return term

    def factor(self) -> Term:
        if self.token.is_sign(*MINUS):
            self.take()
            return Negative(self.operand())
        return self.operand()

    def operand(self) -> Term:
        token = self.token
        self.terms += 1
        if self.terms > MOST_TERMS:
            raise FormulaError(token.place, f"quá {MOST_TERMS} số và mã cột. Tách thành nhiều quy tắc.")
        if token.is_sign("("):
            return self.within()
        match token.kind:
            case Kind.CODE:
                return Column(self.take().text)
            case Kind.NUMBER:
                return Number(self.take().number)
            case Kind.WORD:
                return self.change()
            case Kind.SIGN | Kind.END:
                raise FormulaError(token.place, f"cần một mã cột như #18 hoặc một số, gặp {token.shown}.")

    def within(self) -> Term:
        """Return the term between parentheses."""
        opening = self.take()
        self.depth += 1
        if self.depth > DEEPEST:
            raise FormulaError(opening.place, f"ngoặc lồng nhau quá {DEEPEST} lần. Viết gọn lại.")
        term = self.sum()
        self.close(opening)
        self.depth -= 1
        return term

    def change(self) -> Term:
        """Return the change of a column: "thay đổi(#5)", "thay_doi(#5)"."""
        first = self.token
        words = []
        while self.token.kind is Kind.WORD:
            words.append(self.take().text)
        name = " ".join(words)
        is_size = FUNCTIONS.get(fold(name).replace("_", " "))
        if is_size is None:
            raise FormulaError(
                first.place,
                f"không hiểu “{name[:30]}”. Chỉ có thay đổi(#5) và biến động(#5) để so với năm trước.",
            )
        opening = self.token
        if not opening.is_sign("("):
            raise FormulaError(opening.place, f"sau “{name}” cần mã cột trong ngoặc, như {name}(#5).")
        self.take()
        column = self.take()
        if column.kind is not Kind.CODE:
            raise FormulaError(column.place, f"trong ngoặc của “{name}” chỉ có một mã cột, như {name}(#5).")
        self.close(opening)
        return Change(column.text, is_size)

    def close(self, opening: Token) -> None:
        if not self.token.is_sign(")"):
            raise FormulaError(
                self.token.place,
                f"cần dấu “)” cho dấu “(” ở ký tự thứ {opening.place}, gặp {self.token.shown}.",
            )
        self.take()
