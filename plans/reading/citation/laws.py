"""Finds laws that are cited by their name and year alone: "Luật Đất đai năm 2024", "Hiến pháp năm 2013"."""

import re

from plans.kinds import DocumentKind
from plans.reading.citation.kind_names import Title
from plans.reading.citation.references import Head, Line, kind_of

_CITES = (
    r"(?:(?:[Cc]ăn cứ|[Tt]hực hiện|[Tt]heo|[Tt]riển khai(?: thi hành| thực hiện)?|[Qq]uán triệt)\s"
    r"(?:vào\s|các\s|quy định (?:của|tại)\s)?)?"
)
OPENS = re.compile(_CITES)
AFTER_SIGN = re.compile(rf"[;.|]\s{_CITES}$")
ANOTHER_LAW = re.compile(r",?\s(?:và\s)?")
REACH = 60
# The name ends with the year, or with the clause in a line that cites nothing else.
WITH_YEAR = re.compile(r"\s(?P<name>(?:[^\W\d_][^;:.]{0,230}?\s)?năm (?:19|20)\d\d)(?=[;,.]|\s(?:và|;)|$)")
UP_TO_END = re.compile(r"(?:\s(?P<name>[^\W\d_][^;:.\d]{0,230}?))?[;.]?$")
NOT_IN_A_NAME = re.compile(r"(?<!\w)(?:ngày|đã|được|từ|là|có|hiệu lực|năm \d{4},)(?!\w)")


def law_without_number(line: Line, title: Title, last_end: int) -> Head | None:
    """Return the head of a law that a line cites without a number or a date, or None.

    `last_end` is the end of the last document cited without a number, which another law may follow: "và Luật …".
    """
    text = line.text
    if not (title.is_law and title.is_capital and _is_cited(line, title, last_end)):
        return None
    found = WITH_YEAR.match(text, title.end) or (_opens(line, title) and UP_TO_END.match(text, title.end))
    is_constitution = title.kind is DocumentKind.CONSTITUTION
    if not found or not (found["name"] or is_constitution) or line.has_number(title.end, found.end()):
        return None
    name = found["name"] or ""
    if NOT_IN_A_NAME.search(name):
        return None
    end = found.end("name") if name else title.end
    return Head(title.start, end, kind_of(title, None), title.text, None, name=name or None)


def _is_cited(line: Line, title: Title, last_end: int) -> bool:
    """Return whether the line cites the law, as opposed to being about it."""
    if _opens(line, title) or (last_end and ANOTHER_LAW.fullmatch(line.text, last_end, title.start)):
        return True
    return AFTER_SIGN.search(line.text, max(0, title.start - REACH), title.start) is not None


def _opens(line: Line, title: Title) -> bool:
    """Return whether the line begins with the law, or with "Căn cứ" and the law."""
    return OPENS.fullmatch(line.text, line.bullet_end, max(line.bullet_end, title.start)) is not None
