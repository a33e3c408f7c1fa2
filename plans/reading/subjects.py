"""Subjects: what a document says it is about, from its connective to where the words are another's."""

import re

from pbgdpl.lib.written_dates import DASHES
from plans.reading.bodies import BEYOND, BODY
from plans.reading.connectives import CONNECTIVE, begins_subject
from plans.reading.heads import Line
from plans.reading.stops import LONGEST, Stops
from plans.reading.titles import TITLE

SIGN = re.compile(rf"\s?\)?\s?(?P<sign>[,:]|[{DASHES}]+)?\s?")
ADDRESSEE = re.compile(r"\s?,?\s?gửi\s[^;.:]{2,300}?,?\s(?=(?:về việc|về|V/v|hướng dẫn|đề nghị|yêu cầu)\s)")
OPENING = re.compile(r"[^\W\d_]|[“\"«]")
# What a sentence says of a document that it names with "Tại …", "Theo …".
SAID = re.compile(
    r"(?:yêu cầu|đề nghị|báo cáo|thông báo|chỉ đạo|giao|kết luận|thống nhất|chấp thuận|trả lời|xin ý kiến|phúc đáp|"
    r"cho phép|quyết định|đề xuất|kiến nghị|xác nhận)(?!\w)"
)
SAID_IN = re.compile(r"(?:^|[\s(])(?:[Tt]ại|[Tt]heo)\s(?:các\s)?$")
TRAILING = re.compile(rf"[\s,.;:/*{DASHES}]+$")


def subject_start(line: Line, head_start: int, place: int, *, opens_line: bool) -> int | None:
    """Return where the subject begins that follows this place, None where none does.

    After a comma only the words that open subjects and nothing else count ("về", "quy định"); after a dash any
    words do; and in a line that begins with the document itself so do words without a connective.
    """
    text = line.text
    if found := ADDRESSEE.match(text, place):
        return found.end()
    sign = SIGN.match(text, place)
    if sign is None or sign.end() == place:
        return None
    start, mark = sign.end(), sign["sign"]
    connective = CONNECTIVE.match(text, start)
    if connective:
        is_said = SAID.match(text, start) and SAID_IN.search(text[max(0, head_start - 10) : head_start])
        is_clear = connective["strong"] or mark != ","
        in_order = mark not in (None, ",") or begins_subject(text, connective, shouted=line.is_shouted)
        return start if is_clear and not is_said and (in_order or opens_line) else None
    is_free = mark is not None and mark[0] in DASHES or (opens_line and mark != ",") or text[start : start + 1] in "“\"«"
    return start if is_free and _may_open(text, start) else None


def _may_open(text: str, start: int) -> bool:
    """Return whether words without a connective may be a subject: not another document, body or predicate."""
    if not OPENING.match(text, start) or BEYOND.match(text, start):
        return False
    return not TITLE.match(text, start) and not BODY.match(text, start) and not text.startswith(("và ", "cùng "), start)


def subject_text(line: Line, start: int, stops: Stops, limit: int, *, in_running_text: bool) -> tuple[str, int]:
    """Return the subject that starts here, and where it ends."""
    end = stops.first_after(start, min(limit, start + LONGEST), in_running_text=in_running_text)
    end = _before_unopened_bracket(line.text, start, end)
    subject = TRAILING.sub("", line.text[start:end])
    return subject, start + len(subject)


def _before_unopened_bracket(text: str, start: int, end: int) -> int:
    """Return the end, or the place of a closing bracket or quotation mark that nothing opened."""
    open_brackets = open_quotes = 0
    for place in range(start, end):
        match text[place]:
            case "(":
                open_brackets += 1
            case ")":
                open_brackets -= 1
            case "“":
                open_quotes += 1
            case "”":
                open_quotes -= 1
        if open_brackets < 0 or open_quotes < 0:
            return place
    return end
