"""Years that stand together: periods, school years, lists, and the heads of a table's columns."""

from __future__ import annotations

import re

from reports.year_mentions.context import Context, Meaning
from reports.year_mentions.sentences import Words, one_spaced

TO = Words(
    r"^ ?(?:[-–—/]|đến|tới)(?: |$)*(?:nay)?(?:hết |cuối |đầu |giữa )*(?:ngày \d{1,2}[/.-]\d{1,2}[/.-]|"
    r"\d{1,2}[/.-]\d{1,2}[/.-])?"
    r"(?:tháng \d{1,2}(?:[/.-]| năm )|\d{1,2}/)?(?:hết |cuối |đầu )*(?:năm )?(?:học )?$"
)
AND = Words(r"^ ?(?:và|,|hoặc|&|cũng như|lẫn)(?: (?:đến|cả|cho))?(?: các| trong)? ?(?:năm )?$")
NEXT_CLAUSE = Words(r"^ ?, ?(?:trong )?năm $")  # "So với năm 2023, năm 2024 …" is no list
SEVERAL = Words(r"(?:các|những|hai|ba|bốn|2|3|4) năm(?: qua)?[ (:]*(?:\d{4}[, và]*)*$")
PERIOD = Words(r"(?:giai đoạn|nhiệm kỳ|thời kỳ|khóa|khoá|lộ trình|trong \d+ năm|niên hạn)(?: [^,;.]{0,25})?$")
COMPARED = Words(r"so sánh|đối chiếu|giữa (?:hai )?(?:năm|các năm)|so với|tăng, giảm|tăng/giảm")
CELL = re.compile(r"\|\s*(?:(?:năm|nam) *)?$")
CELL_AFTER = re.compile(r" *(?:\(.{0,20}\) *)?\|")
FIGURE_CELL = re.compile(r"\| *(?!(?:19|20)\d\d *\|)\d[\d.,%]* *\|")
SINCE = Words(r"(?:^|\W)từ (?:cuối |đầu |giữa )?(?:tháng \d{1,2}(?:[/.-]| năm ))?(?:năm )?$")
LONG_AGO = 2


def row_meaning(context: Context) -> Meaning | None:
    """Return the meaning of a year that is the head of a column, where both years are compared."""
    if not (context.sentence.is_row and CELL.search(context.before) and CELL_AFTER.match(context.after)):
        return None
    years = {token.year for token in context.tokens}
    if context.is_called_year and context.year == context.of:
        return context.own_meaning
    has_figures = FIGURE_CELL.search(context.sentence.low) is not None
    if context.sentence.is_first_row and not has_figures and {context.of - 1, context.of} <= years:
        return context.own_meaning
    return Meaning.DOUBT


def span_meaning(context: Context) -> Meaning | None:
    """Return the meaning of a year that is linked to another: a period is fixed, a school year or a list in doubt."""
    before, after = _link(context, context.index - 1), _link(context, context.index)
    if context.follows(PERIOD) or (
        _is(TO, context, before) and _follows_at(context, PERIOD, context.index - 1)
    ):
        return Meaning.FIXED
    for link, first in ((before, context.index - 1), (after, context.index)):
        if _is(TO, context, link):
            years = [token.year for token in context.tokens[first : first + 2]]
            return Meaning.FIXED if years[1] - years[0] >= LONG_AGO else Meaning.DOUBT
    if not (_is_list(context, before) or _is_list(context, after)):
        return None
    return context.own_meaning if context.is_near_to(COMPARED) else Meaning.DOUBT


def _link(context: Context, index: int) -> str | None:
    """Return the words between a year and the next one, None if there is no next one or it is far away."""
    if not 0 <= index < len(context.tokens) - 1:
        return None
    one, other = context.tokens[index : index + 2]
    return one_spaced(context.sentence.low[one.end : other.start]) if other.start - one.end <= 40 else None


def _is(words: Words, context: Context, link: str | None) -> bool:
    return link is not None and words.of(context.sentence).search(link) is not None


def _is_list(context: Context, link: str | None) -> bool:
    if not _is(AND, context, link):
        return False
    return not _is(NEXT_CLAUSE, context, link) or context.follows(SEVERAL)


def _follows_at(context: Context, words: Words, index: int) -> bool:
    other = Context(context.sentence, context.tokens, index, context.of, context.spot)
    return other.follows(words)
