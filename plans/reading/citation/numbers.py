"""Finds the numbers of documents in a text: 139/KH-SKHCN, 66.25/2026/NQ-CP, 06-CTr/TU, 105/2016/QH13."""

import re
from dataclasses import dataclass

from pbgdpl.lib.written_dates import DASHES
from plans.kinds import ABBREVIATIONS, DocumentKind

KIND_OF = {short: kind for kind, shorts in ABBREVIATIONS.items() for short in shorts}
KIND_OF_SMALL = {short.casefold(): kind for short, kind in KIND_OF.items()}
SHORTS = "|".join(sorted(KIND_OF, key=len, reverse=True))
JOINT = {DocumentKind.JOINT_CIRCULAR, DocumentKind.JOINT_RESOLUTION}

CAPITAL = "A-ZĐÂĂÊÔƠƯ"
# One part of a symbol: SKHCN, QH13, CTr, TTra, CCHC&PC, NQ.HĐND; never a word such as "Quyết".
PART = rf"[{CAPITAL}](?:[{CAPITAL}0-9]|[&.](?=[{CAPITAL}])|[a-zđ]{{1,3}}(?![a-zđ])){{0,24}}(?![^\W_])"
SIGN = rf"[/{DASHES}]"
SMALL = rf"(?:{SHORTS.casefold()})(?:[/-][a-zđ]{{2,12}}){{1,3}}(?![^\W_])"  # qđ-ubnd
NUMBER = re.compile(
    rf"(?<![\w/])(?<!\d[.,:{DASHES}])"
    rf"(?P<digits>\d{{1,6}}(?:\.\d{{1,3}})?(?:[a-zđ]{{1,3}}|[A-Z])?)"
    rf"(?P<year>\s?/\s?(?:19|20)\d\d(?!\d))?"
    rf"(?P<sign>\s?{SIGN}\s?|\s?(?=(?:{SHORTS})\s?{SIGN})|\s(?=[{CAPITAL}]{{2,10}}{SIGN}[{CAPITAL}]))(?P<part>{PART}|{SMALL})"
)
NEXT = re.compile(rf"(?P<before>\s?){SIGN}(?P<after>\s?){PART}")
# "BGD ĐT" in the symbol of a joint circular
NEXT_JOINED = re.compile(
    rf"(?P<before>\s)(?P<after>)[{CAPITAL}]{{2,4}}(?=\s?[{DASHES}]|\s(?:ngày|của)(?!\w)|[,;)]|$)"
)
ANOTHER = re.compile(r"\s?(?:số\b|\d)|/[vV]")  # what follows is a document of its own, or "V/v"
BLANK = re.compile(
    rf"(?:(?<!\w)(?i:số)\s?[:.]?\s?[.…_]*|(?<=\s)[.…_]{{2,}})\s?{SIGN}\s?(?P<part>{PART})(?:{SIGN}{PART}){{0,4}}"
    r"|(?<!\w)(?i:số)\s?[:.]?\s?[.…_]+"
)
GLUED = re.compile(r"(QĐ|QD|CT|KH|TB|BC|NQ)UB(?:ND)?")  # 134/QĐUB
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its place, its normalised text (None: left blank), and the kind given by its symbol."""

    start: int
    end: int
    text: str | None
    kind: DocumentKind | None

    @property
    def issuer(self) -> str:
        """Return the last part of the symbol, which abbreviates the issuing body: "SKHCN", "CP", "TTg"."""
        return re.split(r"[/-]", self.text or "")[-1]

    @property
    def is_of_parliament(self) -> bool:
        return re.search(r"/(?:QH|UBTVQH|PL-)", self.text or "") is not None


def find_numbers(text: str) -> list[Number]:
    """Return the numbers of a line in order, including those left blank."""
    numbers = [_blank(found) for found in BLANK.finditer(text)]
    place = 0
    while found := NUMBER.search(text, place):
        number = _number(text, found)
        place = number.end
        if number.end - number.start <= LONGEST:
            numbers.append(number)
    return sorted(numbers, key=lambda number: number.start)


def _blank(found: re.Match[str]) -> Number:
    return Number(found.start(), found.end(), None, KIND_OF.get(found["part"]))


def _number(text: str, found: re.Match[str]) -> Number:
    glued = GLUED.fullmatch(found["part"])
    first = glued[1] if glued else re.split(SIGN, found["part"])[0]
    kind = KIND_OF.get(first) or KIND_OF_SMALL.get(first)
    end, parts = _end(text, found.end(), is_joint=kind in JOINT)
    has_year, has_parts = found["year"] is not None, parts > 0 or first != found["part"]
    written = re.sub(rf"[{DASHES}]", "-", re.sub(r"\s", "", text[found.start() : end]))
    return Number(found.start(), end, written, kind if has_parts or has_year else None)


def _end(text: str, place: int, *, is_joint: bool) -> tuple[int, int]:
    """Return where the symbol ends, and how many parts it has after the first.

    Spaces on one side of a sign are a typing error. A symbol written without spaces so far ends at a sign with
    spaces on both sides.
    """
    parts, is_tight = 0, False
    while found := NEXT.match(text, place) or (NEXT_JOINED.match(text, place) if is_joint else None):
        spaces = len(found["before"] + found["after"])
        is_another = ANOTHER.match(text, found.end()) if spaces else text.startswith("/v", found.end())
        if is_another or (spaces == 2 and is_tight and not is_joint):
            break
        is_tight = is_tight or spaces == 0
        parts, place = parts + 1, found.end()
    return place, parts
