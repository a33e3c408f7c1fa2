"""Years of days, months and quarters: those of the statistics period move, a day of the past stays."""

from __future__ import annotations

import re
from functools import lru_cache

from reports.year_mentions.citations import citations_in
from reports.year_mentions.context import Context, Meaning, Spot
from reports.year_mentions.sentences import YEAR, Sentence, Words, one_spaced

DAY = Words(r"(?<!\d)(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?$|(?<!\d)(\d{1,2}) tháng (\d{1,2}),? (?:năm )?$")
MONTH = Words(
    r"tháng (?:\d{1,2}(?: ?[,-] ?|(?: ?và |,? đến )(?:hết |cuối )?(?:tháng )?))?(\d{1,2})(?:,? ?(?:năm |"
    r"của năm )|[/.-]| )$"
    r"|(?<![\d/.-])(?:t)?(0?[1-9]|1[0-2])[/-]$"
)
QUARTER = Words(
    r"quý (?:[1-4]|i{1,3}|iv)(?:(?:,| và| -|-) ?(?:quý )?(?:[1-4]|i{1,3}|iv))*(?:[,/]| của)? ?(?:năm )?$"
)
STATISTICS = Words(r"số liệu|thống kê|kỳ báo cáo|thời kỳ lấy|thời điểm báo cáo|mốc thời gian")
STATUS_DAY = Words(
    r"(?:tính đến|tính tới|đến hết|thời điểm)(?: hết)? (?:ngày )?\d{1,2}\D{1,3}\d{1,2}\D{1,3}$"
)
DEADLINE = Words(r"(?:^|\W)(?:trước|chậm nhất|hạn|hết|xong|đến)(?: là| vào)? (?:ngày )?$")
BESIDE = 90  # characters between a date and the year in the name of what happened then
LONGEST_DATE = 40
FRAME = Words(r"(?:^|\W)(?:trong|cả|suốt|cuối|đầu) năm $|^\W*năm $")
# A document's name right before its date.
DOCUMENT_BEFORE = Words(
    r"(?:kế hoạch|quyết định|công văn|văn bản|chỉ thị|nghị quyết|nghị định|thông tư|hướng dẫn|báo cáo|"
    r"chương trình|"
    r"thông báo|tờ trình|luật|kết luận|đề án|\d/[a-zđ][\w-]*)[^,;.:]{0,60}$"
)
FROM_TO = re.compile(r"(?:từ|tu)\b.{0,80}(?:đến|den|tới|toi|-|–)")
IN_EFFECT = Words(r"hiệu lực[^;.]{0,40}$|(?:kể )?từ ngày [\d/.-]*$|áp dụng[^;.]{0,40}$|thi hành[^;.]{0,40}$")
COMPARED_MONTH = Words(r"(?:so với|cùng kỳ|so)(?: cùng kỳ)?(?: với)? tháng \d{1,2}(?:[/.-]| năm )$")


def day_meaning(context: Context) -> Meaning | None:
    """Return the meaning of a year in a date with a day, None for other years."""
    found = DAY.of(context.sentence).search(context.before)
    if found is None:
        return None
    day, month = (int(part) for part in found.groups() if part)
    if context.spot is Spot.PERIOD or _is_statistics(context):
        return Meaning.DOUBT if (day, month) == (29, 2) else context.own_meaning
    if _is_long_period(context):
        return Meaning.DOUBT
    if context.follows(STATUS_DAY):
        return Meaning.DOUBT
    is_to_come = context.year > context.of or context.spot is Spot.COMING
    before = context.before[: found.start()]
    is_deadline = DEADLINE.of(context.sentence).search(before) is not None
    is_known = DOCUMENT_BEFORE.of(context.sentence).search(before) or context.follows(IN_EFFECT)
    if is_to_come and (is_deadline or not is_known):
        return Meaning.DOUBT
    return Meaning.FIXED


def month_meaning(context: Context) -> Meaning | None:
    """Return the meaning of a year in a date without a day, None for other years."""
    if not (context.follows(MONTH) or context.follows(QUARTER)):
        return None
    if context.spot is Spot.PERIOD or _is_statistics(context) or context.follows(COMPARED_MONTH):
        return context.own_meaning
    if context.year > context.of and context.is_about_coming_year:
        return Meaning.COMING
    return Meaning.DOUBT


def event_meaning(context: Context) -> Meaning | None:
    """Return DOUBT for a year in the name of what happened on a day or in a month that stays as it is."""
    if context.follows(FRAME):
        return None
    here = context.token.start
    is_dated = any(0 < abs(place - here) <= BESIDE for place in _dated(context.sentence))
    return Meaning.DOUBT if is_dated else None


@lru_cache(maxsize=256)
def _dated(sentence: Sentence) -> tuple[int, ...]:
    """Return the places of the years in dates of days and months, without those of documents."""
    cited = {place for start, end, _ in citations_in(sentence) for place in range(start, end)}
    day, month = DAY.of(sentence), MONTH.of(sentence)
    places = (found.start() for found in YEAR.finditer(sentence.low))
    befores = ((place, one_spaced(sentence.low[max(0, place - LONGEST_DATE) : place])) for place in places)
    dated = (place for place, before in befores if day.search(before) or month.search(before))
    return tuple(place for place in dated if place not in cited)


def _is_statistics(context: Context) -> bool:
    return context.is_near_to(STATISTICS) and FROM_TO.search(context.sentence.low) is not None


def _is_long_period(context: Context) -> bool:
    """Return whether the day is one end of a period of half a year or more: it may be the statistics period."""
    ends = LONG.of(context.sentence).finditer(context.sentence.low)
    for found in ends:
        if found.start() <= context.token.start < found.end():
            from_month, from_year, to_month, to_year = (int(part) for part in found.groups())
            return 12 * (to_year - from_year) + to_month - from_month >= 5
    return False


LONG = Words(
    r"\d{1,2}[/.-](\d{1,2})[/.-](\d{4}) ?(?:đến|tới|-|"
    r"–) ?(?:hết )?(?:ngày )?\d{1,2}[/.-](\d{1,2})[/.-](\d{4})"
)
