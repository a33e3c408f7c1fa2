"""Reads the marks of figures in a text: what each of them asks for.

Capitals, accents and spaces do not matter. A line that is one mark alone names a listing, unless it names a figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pbgdpl.lib.remembering import all_remembered, remembered
from pbgdpl.lib.vietnamese import fold
from reports.compiling.figures.names import BY_WORDS, Measure, Share, names, options
from reports.compiling.listings import OF_PROVINCE, read_choice
from reports.document.typed import listings

LONGEST = 200  # characters between the brackets
# A backslash before the brackets makes them plain text.
MARK = re.compile(rf"(?<!\\)\[\[([^\[\]\n]{{1,{LONGEST}}})\]\]")
DATED = re.compile(r"((?:thang|quy) [0-9ivx]{1,3}) ?(?:/|nam) ?([12][0-9]{3})")  # "tháng 12/2023"
COLUMN = re.compile(r"cot \(?([0-9][0-9a-z.]{0,9})\)?")


@dataclass(frozen=True, slots=True)
class FigureMark:
    """What a mark asks for: a named figure or a column by its code, perhaps only a part of it."""

    name: str = ""  # a key of BY_WORDS; empty for a column
    code: str = ""
    measure: Measure = Measure.NUMBER
    share: Share = Share.ACTUAL
    kinds: tuple[str, ...] = ()
    month: int = 0  # 0 for all
    quarter: int = 0
    year: int = 0  # of the month or the quarter, 0 where it is not stated
    division: str = ""  # its name, folded
    group: str = ""  # of the bodies of a province, a value of BodyGroup

    @property
    def is_part(self) -> bool:
        return bool(self.kinds or self.month or self.quarter or self.division)


@remembered
def read_mark(text: str) -> FigureMark | None:
    """Return what the text between the brackets asks for, None if it names no figure.

    >>> read_mark("So cuoc: hội nghị, tháng 06") == FigureMark("số cuộc", kinds=("conference",), month=6)
    True
    >>> read_mark("so với năm trước: cột 5") == FigureMark(code="5", measure=Measure.CHANGE)
    True
    """
    called, _, typed = (part.strip() for part in fold(text).partition(":"))
    asked = [option for option in (one.strip() for one in typed.split(",")) if option]
    measure = _measures().get(called)
    if measure is None:
        base = _base(called)
    else:
        called = asked.pop(0) if asked else ""
        found = _base(called) or _base(f"so {called}")
        base = replace(found, measure=measure) if found else None
    return _with_options(*_online(base, asked)) if base else None


@cache
def _measures() -> Mapping[str, Measure]:
    also = {"so voi cung ky": Measure.CHANGE, "so voi cung ky nam truoc": Measure.CHANGE}
    return {fold(str(one.label)): one for one in Measure} | also | {"cung ky nam truoc": Measure.BEFORE}


def _base(called: str) -> FigureMark | None:
    if column := COLUMN.fullmatch(called):
        return FigureMark(code=column[1])
    found = names().get(called)
    return FigureMark(found.name, kinds=found.kinds) if found else None


def _online(base: FigureMark, asked: list[str]) -> tuple[FigureMark, list[str]]:
    """Return the figure of what was held online if an option asks for it, and the other options."""
    online = f"{base.name} trực tuyến"
    if "truc tuyen" not in asked or online not in BY_WORDS:
        return base, asked
    return replace(base, name=online), [one for one in asked if one != "truc tuyen"]


def _with_options(mark: FigureMark, asked: list[str]) -> FigureMark | None:
    """Return a mark with its options, None if two of them contradict each other or it can have none."""
    known, kinds, rest = options(mark.name), list[str](), list[str]()
    values: dict[str, Any] = {}
    for place, option in enumerate(asked):
        if (dated := DATED.fullmatch(option)) and dated[1] in known:
            asked[place], values["year"] = dated[1], int(dated[2])
    while asked:
        # The name of a kind may contain a comma.
        taken = next((count for count in (3, 2, 1) if ", ".join(asked[:count]) in known), 0)
        field, value = known[", ".join(asked[:taken])] if taken else ("", "")
        if field in values:
            return None
        if not taken:
            rest.append(asked[0])
        elif field == "kinds":
            kinds.append(str(value))
        else:
            values[field] = value
        del asked[: taken or 1]
    if kinds and mark.kinds:
        return None
    kinds_asked = mark.kinds or tuple(dict.fromkeys(kinds))
    mark = replace(mark, kinds=kinds_asked, division=", ".join(rest), **values)
    return mark if _is_sensible(mark) else None


def _is_sensible(mark: FigureMark) -> bool:
    """Return whether the options of a mark go together, and with its figure."""
    named = BY_WORDS.get(mark.name)
    is_of_no_form = named is not None and named.is_of_no_form
    is_compared = mark.measure is not Measure.NUMBER
    if mark.month and mark.quarter:
        return False
    if mark.is_part and (is_compared or (named is not None and not named.has_parts)):
        return False
    if is_of_no_form and is_compared:
        return False
    return mark.share is Share.ACTUAL or not (mark.is_part or is_compared or is_of_no_form)


def expanded(text: str, printed: Callable[[FigureMark], str]) -> str:
    """Return the text with what is printed in place of each figure; other brackets stay as they are.

    >>> expanded("Sở tổ chức [[số cuộc]] cuộc, [[hoạt động]]", lambda mark: "36")
    'Sở tổ chức 36 cuộc, [[hoạt động]]'
    """
    if "[[" not in text:
        return text

    def figure(found: re.Match[str]) -> str:
        mark = read_mark(found[1])
        return printed(mark) if mark else found[0]

    return MARK.sub(figure, text)


@all_remembered
def marks_in(text: str) -> Iterator[tuple[str, FigureMark]]:
    """Yield each figure that a text names, once, with the words between its brackets."""
    for words in dict.fromkeys(found[1] for found in MARK.finditer(text)):
        if mark := read_mark(words):
            yield words, mark


@all_remembered
def unread_marks(text: str) -> Iterator[str]:
    """Yield what stands in brackets inside a line and names no figure; a line of its own names a listing."""
    for line in text.split("\n") if "[[" in text else ():
        for found in MARK.finditer(line):
            if found[0] != line.strip() and read_mark(found[1]) is None:
                yield found[1]


def unread_listings(text: str, *, is_of_province: bool = False) -> tuple[str, ...]:
    """Return what stands in brackets on a line of its own and names neither a listing of the report nor a figure."""
    found = dict.fromkeys(listing.name for listing in listings(text))
    return tuple(name for name in found if not _is_listing(name, is_of_province) and read_mark(name) is None)


def _is_listing(name: str, is_of_province: bool) -> bool:
    choice = read_choice(name)
    return choice is not None and (is_of_province or choice.name not in OF_PROVINCE)
