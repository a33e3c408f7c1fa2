"""Rules about numbers and symbols: a body and a document are written in the same way everywhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from pbgdpl.lib.remembering import all_remembered, remembered
from pbgdpl.lib.vietnamese import fold, official_date
from pbgdpl.lib.written_dates import date_at
from plans.models import OfficialDocument, Plan
from plans.reading.citation.numbers import find_numbers
from reports.checks.draft import Draft
from reports.checks.findings import Finding, Part, Place, Rule, Severity, named
from reports.checks.passages import Origin, name_of
from reports.reading.ownership import is_own

OWN_SYMBOL = Rule(
    "own-symbol",
    Severity.WARNING,
    "Ký hiệu của đơn vị viết không thống nhất",
    "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.3: ký hiệu gồm chữ viết tắt tên cơ quan ban hành.",
)
TWO_SYMBOLS = Rule(
    "two-symbols",
    Severity.WARNING,
    "Một văn bản mang hai ký hiệu",
    "Một loại văn bản của một cơ quan, cùng số và cùng ngày, chỉ có thể là một văn bản.",
)
TWICE = Rule(
    "recorded-twice",
    Severity.WARNING,
    "Hai dòng cùng số, cùng năm",
    "Số văn bản không lặp lại trong một năm (Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.3).",
)
OTHER_YEAR = Rule(
    "number-of-another-year",
    Severity.WARNING,
    "Năm trong số khác năm của ngày ban hành",
    "Số của văn bản quy phạm pháp luật mang năm ban hành.",
)
SHORTEST_MISSPELT = 4
NUMBERED_YEAR = re.compile(r"/((?:19|20)\d\d)/")


@dataclass(frozen=True, slots=True)
class Own:
    """A mention of a document of the body itself."""

    kind: str
    number: str
    issued_on: date | None
    where: str
    place: Place

    @property
    def serial(self) -> str:
        return serial_of(self.number)

    def symbol(self, known: frozenset[str]) -> str:
        """Return the body's symbol in the number, perhaps misspelt, or an empty text if it has none."""
        return _symbol_in(self.number, known)


@remembered
def _symbol_in(number: str, known: frozenset[str]) -> str:
    parts = [part for part in re.split(r"[-/]", number.upper()) if part and not part[0].isdigit()]
    exact = next((part for part in parts if part in known), "")
    return exact or next((part for part in parts for symbol in known if is_misspelt(part, symbol)), "")


@remembered
def serial_of(number: str) -> str:
    """Return the serial number within the year: "5" of "05/KH-SKHCN"."""
    return re.split(r"[-/]", number)[0].lstrip("0")


def own_documents(draft: Draft) -> tuple[Own, ...]:
    organisation, symbols = draft.report.organisation, draft.symbols
    rows = (
        Own(row.kind, row.number, row.issued_on, "danh mục", draft.place_of(row, field="number"))
        for row in draft.plans
        if row.number
    )
    mentions = (
        Own(cited.kind, cited.number, cited.issued_on, passage.where, passage.with_line)
        for passage, cited in draft.citations
        if cited.number and is_own(cited, organisation, symbols)
    )
    report = Own(draft.report.kind, draft.report.number, None, "báo cáo", Place(Part.REPORT, field="number"))
    return (*rows, *mentions, report)


def own_symbol(draft: Draft) -> Iterator[Finding]:
    """Yield one finding with all the symbols of the body, if one of them is misspelt."""
    signed = ways_of_signing(draft)
    wrong = sorted(set(signed) - draft.symbols)
    if wrong and len(signed) > 1:
        ways = (
            f"{symbol} ({_numbers(signed[symbol])})"
            for symbol in sorted(signed, key=lambda way: (way in wrong, way))
        )
        text = f"Ký hiệu của đơn vị viết theo {len(signed)} cách: {'; '.join(ways)}. Thống nhất một cách."
        yield OWN_SYMBOL.finds(text, next(iter(signed[wrong[0]].values())).place, *sorted(signed))


def ways_of_signing(draft: Draft) -> dict[str, dict[str, Own]]:
    """Return the symbols of the body, each with the documents that have it by their numbers in capitals."""
    signed: defaultdict[str, dict[str, Own]] = defaultdict(dict)
    for own in own_documents(draft):
        if symbol := own.symbol(draft.symbols):
            signed[symbol].setdefault(own.number.upper(), own)
    return signed


def _numbers(signed: dict[str, Own]) -> str:
    return f"số {named([own.serial or 'của báo cáo này' for own in signed.values()], 'văn bản')}"


def is_misspelt(written: str, symbol: str) -> bool:
    """Return whether one letter after the first is wrong, missing, added or swapped with the next one.

    In a short symbol only a doubled letter counts, as in "SXXD": "SYD" could be another body's.
    """
    if written == symbol or written[:1] != symbol[:1]:
        return False
    if len(symbol) < SHORTEST_MISSPELT:
        return any(written == symbol[:place] + symbol[place - 1 :] for place in range(1, len(symbol) + 1))
    shorter, longer = sorted((written, symbol), key=len)
    start = next((i for i, letter in enumerate(shorter) if letter != longer[i]), len(shorter))
    if len(longer) > len(shorter):
        return shorter[start:] == longer[start + 1 :] and len(shorter) >= SHORTEST_MISSPELT
    swapped = longer[start + 1 : start + 2] + longer[start : start + 1] + longer[start + 2 :]
    return shorter[start + 1 :] == longer[start + 1 :] or shorter[start:] == swapped


def two_symbols(draft: Draft) -> Iterator[Finding]:
    for serial, day, first in documents_with_two_symbols(draft):
        mentions = " và ".join(f"{own.number} ({own.where})" for own in first.values())
        wrong = next((own for own in first.values() if own.symbol(draft.symbols) not in draft.symbols), None)
        text = (
            f"Văn bản {named_document(serial, day)} mang {len(first)} ký hiệu: {mentions}. Sửa chỗ viết sai."
        )
        place = (wrong or list(first.values())[-1]).place
        cause = named_document(serial, day)
        yield TWO_SYMBOLS.finds(text, place, day, *sorted(first), cause=cause)


def named_document(serial: str, day: date) -> str:
    return f"số {serial} ngày {official_date(day)}"


def documents_with_two_symbols(draft: Draft) -> Iterator[tuple[str, date, dict[str, Own]]]:
    """Yield the serial number and the day of a document, with a mention of it for each number in capitals."""
    alike: defaultdict[tuple[str, str], list[Own]] = defaultdict(list)
    for own in own_documents(draft):
        if own.symbol(draft.symbols):
            alike[own.kind, own.serial].append(own)
    for (_, serial), mentions in alike.items():
        by_day: defaultdict[date | None, list[Own]] = defaultdict(list)
        for own in mentions:
            by_day[own.issued_on].append(own)
        undated = by_day.pop(None, [])
        for day, same in by_day.items():
            # A mention without a date belongs to the only document with a date.
            first = _first_of_each_number([*same, *undated] if len(by_day) == 1 else same)
            if day and len(first) > 1:
                yield serial, day, first


def _first_of_each_number(mentions: Iterable[Own]) -> dict[str, Own]:
    first: dict[str, Own] = {}
    for own in mentions:
        first.setdefault(own.number.upper(), own)
    return first


def recorded_twice(draft: Draft) -> Iterator[Finding]:
    for rows in (draft.plans, draft.directives):
        alike: defaultdict[str, list[OfficialDocument]] = defaultdict(list)
        for row in rows:
            alike[fold(row.number)].append(row)
        for number, same in alike.items():
            if number and (pair := next((pair for pair in combinations(same[:9], 2) if _same(*pair)), None)):
                text = f"{name_of(pair[0])} có hai dòng cùng số, cùng năm. Xóa một dòng hoặc sửa số."
                yield TWICE.finds(text, draft.place_of(*pair), number, *(row.pk for row in pair))


def _same(row: OfficialDocument, other: OfficialDocument) -> bool:
    """Return whether two rows with one number can be the same document: same year, same kind or body."""
    if row.issued_on and other.issued_on and row.issued_on.year != other.issued_on.year:
        return False
    if isinstance(row, Plan):
        return row.kind == other.kind
    bodies = fold(row.issuing_body), fold(other.issuing_body)
    return bodies[0].startswith(bodies[1]) or bodies[1].startswith(bodies[0])


def number_of_another_year(draft: Draft) -> Iterator[Finding]:
    for row in draft.documents:
        if row.issued_on and not row.wording and _is_of_another_year(row.number, row.issued_on):
            place = draft.place_of(row, field="number")
            yield _of_another_year(row.number, row.issued_on, name_of(row), place)
    for passage in draft.passages:
        if passage.origin in (Origin.PROSE, Origin.ROW):
            for number, day in dated_numbers(passage.text):
                if _is_of_another_year(number, day):
                    yield _of_another_year(number, day, passage.where, passage.with_line)


def _is_of_another_year(number: str, day: date) -> bool:
    year = NUMBERED_YEAR.search(number)
    return year is not None and int(year[1]) != day.year


def _of_another_year(number: str, day: date, where: str, place: Place) -> Finding:
    year = NUMBERED_YEAR.findall(number)[0]
    text = (
        f"Số {number} ({where}) mang năm {year} nhưng ngày ban hành là {official_date(day)}. "
        "Sửa số hoặc ngày."
    )
    return OTHER_YEAR.finds(text, place, number, day)


@all_remembered
def dated_numbers(text: str) -> Iterable[tuple[str, date]]:
    """Yield each number that is followed by its date: of adjacent numbers only the last."""
    for number in find_numbers(text):
        if number.text and text.startswith(" ngày ", number.end):
            written = date_at(text, number.end + 1)
            if written and written.day:
                yield number.text, written.day
