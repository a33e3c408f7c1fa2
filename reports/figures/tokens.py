"""The tokens of a formula over the columns of a form, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction

LONGEST = 500  # characters of a formula
MOST_DIGITS = 15  # of a number, before and after its comma
TOKEN = re.compile(
    r"(?P<space>[ \t]++)"
    r"|\#(?P<code>[0-9A-Za-z]++(?:\.[0-9A-Za-z]++)*+)"
    r"|(?P<number>[0-9]++(?:[.,][0-9]++)*+(?:[ \t]*+%)?+)"
    r"|(?P<word>[^\W\d](?:\w|[\u0300-\u036f])*+)"
    r"|(?P<sign>==|!=|<>|<=|>=|[=<>≠≤≥+\-−–*×/()])"
)
# Dots before three digits: one thousand, or one and no thousandths?
THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")


class FormulaError(ValueError):
    """What is wrong with a formula, as a Vietnamese sentence that names the character."""

    def __init__(self, place: int, words: str) -> None:
        super().__init__(f"Ký tự thứ {place}: {words}")


class Kind(Enum):
    CODE = auto()
    NUMBER = auto()
    WORD = auto()
    SIGN = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str
    place: int  # of its first character, from 1

    def is_sign(self, *signs: str) -> bool:
        return self.kind is Kind.SIGN and self.text in signs

    @property
    def shown(self) -> str:
        """Return the token as a sentence quotes it."""
        return "chỗ kết thúc" if self.kind is Kind.END else f"“{self.text[:30]}”"

    @property
    def number(self) -> Fraction:
        """Return the value of a number, of which "0,2", "0.2" and "20 %" are the same; raise FormulaError."""
        digits = self.text.removesuffix("%").strip()
        if THOUSANDS.fullmatch(digits):
            whole = digits.replace(".", "")
            raise FormulaError(
                self.place,
                f"“{digits}” là {whole} hay là số có phần thập phân? Số nghìn viết liền “{whole}”, "
                "phần thập phân viết sau dấu phẩy.",
            )
        if sum(map(digits.count, ".,")) > 1:
            raise FormulaError(self.place, f"số “{digits[:30]}” viết chưa đúng. Viết như 1000 hoặc 0,25.")
        if len(digits) > MOST_DIGITS:
            raise FormulaError(self.place, f"số dài quá {MOST_DIGITS} chữ số. Dùng số ngắn hơn.")
        value = Fraction(digits.replace(",", "."))
        return value / 100 if self.text.endswith("%") else value


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of a formula and the end; raise FormulaError at what is none."""
    if len(text) > LONGEST:
        raise FormulaError(LONGEST + 1, f"công thức dài quá {LONGEST} ký tự. Tách thành nhiều quy tắc.")
    return (*_tokens(text), Token(Kind.END, "", len(text) + 1))


def _tokens(text: str) -> Iterator[Token]:
    start = 0
    while start < len(text):
        found = TOKEN.match(text, start)
        if found is None:
            raise FormulaError(start + 1, _not_read(text[start]))
        group = str(found.lastgroup)
        if group != "space":
            yield Token(Kind[group.upper()], found[group], start + 1)
        start = found.end()


def _not_read(character: str) -> str:
    if character == "#":
        return "sau dấu # phải là mã cột, như #18."
    if character in "\r\n":
        return "công thức viết trên một dòng."
    shown = f"“{character}”" if character.isprintable() else f"ký tự ẩn U+{ord(character):04X}"
    return f"không hiểu {shown}. Công thức chỉ gồm mã cột như #18, số, + - * / ( ) và dấu so sánh."
