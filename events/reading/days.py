"""Reads dates from a sentence: days, months and quarters, with or without their year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from events.held import quarter_of
from events.kinds import DatePrecision
from pbgdpl.lib.written_dates import real_date


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day (for months and quarters, their first days), and the position of the words."""

    first: date
    last: date | None
    precision: DatePrecision
    start: int
    end: int


_DAY = r"\d{1,2}(?:\s?[/.]\s?\d{1,2}(?:\s?[/.]\s?\d{4})?|-\d{1,2}(?:-\d{4})?)?(?![\d%])(?![.,/]\d)"
_JOIN = r"(?:\s?[–—-]\s?|,\s|\s(?:và|đến hết ngày|đến hết|đến ngày|đến|tới ngày|tới)\s)"
_OPENING = (
    r"(?<!\w)(?:(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|từ|nay|qua|vào|lúc)(?:\s(?:nay|qua|ngày|"
    r"các ngày))?[:,]?\s\(?"
    r"(?:ngày\s)?|(?:ngày )?\()"
)
DAYS = re.compile(
    rf"(?P<opening>{_OPENING})?(?<![\w/.,])(?P<run>{_DAY}(?:{_JOIN}(?(opening)(?:ngày\s)?){_DAY}){{0,6}})"
    r"(?:,?\stháng\s(?P<month>\d{1,2})(?:(?:,?\snăm\s|\s?/\s?|-)(?P<year>\d{4}))?)?(?!\d)",
    re.IGNORECASE,
)
_YEAR = r"(?:(?:\s?/\s?|,? năm |-)(\d{4}))?"
MONTHS = re.compile(
    rf"(?<!\w)(?<!\d )tháng (\d{{1,2}}){_YEAR}(?:(?:\s?[–—-]\s?| (?:và|đến hết|đến|"
    rf"tới) )(?:tháng )?(\d{{1,2}}){_YEAR})?"
    r"(?![\d/])(?! (?:đầu|cuối|hằng|hàng))",
    re.IGNORECASE,
)
QUARTERS = re.compile(
    rf"(?<!\w)quý (IV|I{{1,3}}|[1-4]){_YEAR}(?:(?:\s?[–—-]\s?|, | (?:và|đến) )(?:quý )?(IV|I{{1,3}}|"
    rf"[1-4]){_YEAR})?"
    r"(?![\w/])",
    re.IGNORECASE,
)
PARTS = re.compile(r"\d+")
# Days that are a bound or a term: "trước ngày …", "tính đến ngày …", "có hiệu lực từ ngày …".
BOUND = re.compile(
    r"(?<!\w)(?:trước|sau|đến|đến hết|tới|hạn|muộn nhất|chậm nhất|tính đến|tính từ|kể từ|"
    r"hiệu lực(?: thi hành)?|"
    r"thi hành|hết|giai đoạn|thành lập|thống kê)(?: là| kể)?(?: từ| vào)?\s?$",
    re.IGNORECASE,
)


def days_in(text: str, year: int | None) -> list[Days]:
    """Return the days, months and quarters of a text in order; a missing year is the given one."""
    days = list(_all_days(text, year))
    rest = DAYS.sub(_hide, text) if days else text
    wider = [*_months(rest, year), *_quarters(rest, year)]
    return sorted(_unbound(text, [*days, *wider]), key=lambda one: one.start)


def _hide(found: re.Match[str]) -> str:
    return "¤" * len(found[0]) if found["month"] else found[0]


def _unbound(text: str, days: list[Days]) -> Iterator[Days]:
    for one in days:
        before = text[max(0, one.start - 40) : one.start]
        if one.last or not BOUND.search(before):
            yield one


def _all_days(text: str, year: int | None) -> Iterator[Days]:
    for found in DAYS.finditer(text):
        if spans := _run(found, year):
            first, last = min(spans), max(spans)
            yield Days(first, last if last > first else None, DatePrecision.DAY, found.start(), found.end())


def _run(found: re.Match[str], year: int | None) -> list[date]:
    """Return the days of "9 và 10/9", "30/10/2025 đến 10/11/2025", "13-3"; none where a day is missing or wrong."""
    items = [_numbers(item) for item in _items(found["run"])]
    if found["month"]:
        month_and_year = [int(found["month"]), *([int(found["year"])] if found["year"] else [])]
        items = [[*item, *month_and_year] if len(item) == 1 else item for item in items]
    is_said = found["opening"] or found["month"] or len(items[-1]) == 3
    if not is_said or len(items[-1]) < 2:
        return []
    days = _filled(items, year)
    return days if len(days) == len(items) else []


def _items(run: str) -> list[str]:
    """Return the days of a run as written: a dash joins day and month only where nothing else does."""
    if not re.search(r"\d\s?[/.]\s?\d", run) and re.search(r"\d-\d", run):
        return re.split(r"\s[–—-]\s|[–—]|, | [^\W\d][^\d]*", run)
    return re.split(r"\s?[–—-]\s?|, | [^\W\d][^\d]*", run)


def _numbers(item: str) -> list[int]:
    return [int(part) for part in PARTS.findall(item)]


def _filled(items: list[list[int]], year: int | None) -> list[date]:
    """Return the days with month and year taken from those that follow."""
    month, known = 0, next((item[2] for item in reversed(items) if len(item) == 3), year)
    days: list[date] = []
    for item in reversed(items):
        if len(item) > 1:
            if len(item) == 2 and month and item[1] > month and known:
                known -= 1
            month = item[1]
        known = item[2] if len(item) == 3 else known
        day = real_date(known, month, item[0]) if known and item else None
        days += [day] if day else []
    return days


def _months(text: str, year: int | None) -> Iterator[Days]:
    for found in MONTHS.finditer(text):
        first, last = int(found[1]), int(found[3] or found[1])
        yield from _span(found, first, last, year, DatePrecision.MONTH)


def _quarters(text: str, year: int | None) -> Iterator[Days]:
    for found in QUARTERS.finditer(text):
        first, last = (quarter_of(part) for part in (found[1], found[3] or found[1]))
        yield from _span(found, 3 * first - 2, 3 * last - 2, year, DatePrecision.QUARTER)


def _span(
    found: re.Match[str], first: int, last: int, year: int | None, precision: DatePrecision
) -> Iterator[Days]:
    last_year = int(found[4] or found[2] or year or 0)
    start = real_date(int(found[2] or last_year), first, 1) if last_year else None
    end = real_date(last_year, last, 1) if last_year else None
    if start and end and start <= end:
        yield Days(start, end if end > start else None, precision, found.start(), found.end())
