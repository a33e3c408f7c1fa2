"""Finds the subject of a document, from its connective to the first stop."""

import re

from pbgdpl.lib.written_dates import DASHES, WrittenDate, date_at
from plans.reading.citation.connectives import CONNECTIVE, begins_subject
from plans.reading.citation.issuing_bodies import BEYOND, BODY, Body, body_at
from plans.reading.citation.kind_names import TITLE
from plans.reading.citation.references import Head, Line
from plans.reading.citation.subject_limits import LONGEST, Stops

SIGN = re.compile(rf"\s?\)?\s?(?P<sign>[,:]|[{DASHES}]+)?\s?")
SHARED_WORK = re.compile(r"\s(?=trong [^\W\d_])")  # "giữa Sở Tư pháp và Hội Luật gia trong công tác …"
ADDRESSEE = re.compile(r"\s?,?\s?gửi\s[^;.:]{2,300}?,?\s(?=(?:về việc|về|V/v|hướng dẫn|đề nghị|yêu cầu)\s)")
IN_BRACKETS = re.compile(r"\s?\(\s?(?=(?:v/v|về việc|về) )", re.IGNORECASE)  # "số 12/STP-VP (v/v góp ý)"
NEVER_OPENS = re.compile(rf"{BEYOND.pattern}|{BODY.pattern}|(?:và|cùng|hoặc)\s")
OPENING = re.compile(r"[^\W\d_]|[“\"«]")
# Verbs of a sentence about a document that it names with "Tại …", "Theo …".
VERB = re.compile(
    r"(?:yêu cầu|đề nghị|báo cáo|thông báo|chỉ đạo|giao|kết luận|thống nhất|chấp thuận|trả lời|xin ý kiến|phúc đáp|"
    r"cho phép|quyết định|đề xuất|kiến nghị|xác nhận)(?!\w)"
)
NAMED_IN = re.compile(r"(?:^|[\s(])(?:[Tt]ại|[Tt]heo)\s(?:các\s)?$")
DATED = re.compile(r"\s?\((?:(?:ban hành|ký) )?(?=ngày [\d ]{1,4}[^()]{4,25}\)$)")
ISSUED_WHEN = re.compile(r"ban hành (?:năm|ngày|kèm)")
ISSUED_BY = re.compile(r",?\sdo\s(?=[^,;]{3,100} ban hành$)")
ISSUED = re.compile(r"\s(?:ký )?ban hành")
BRACKET = re.compile(r"[()“”]")
LONGEST_END = 150  # characters: no date or body at the end of a subject takes more
OPENING_OF = {")": "(", "”": "“"}
TRAILING = f" ,.;:/]{DASHES}"


def subject_start(line: Line, head: Head, place: int, *, is_main: bool) -> int | None:
    """Return where the subject that follows `place` begins, or None if there is none.

    After a comma only words that always open a subject count ("về", "quy định"), after a dash any words. Words without
    a connective count if the document is the topic of the line (`is_main`).
    """
    text = line.text
    if found := IN_BRACKETS.match(text, head.end):
        return found.end()
    if found := ADDRESSEE.match(text, place):
        return found.end()
    if head.is_joint and (found := SHARED_WORK.match(text, place)):
        return found.end()
    sign = SIGN.match(text, place)
    if sign is None or sign.end() == place:
        return None
    start, mark = sign.end(), sign["sign"]
    if ISSUED_WHEN.match(text, start):
        return None
    if connective := CONNECTIVE.match(text, start):
        is_verb = VERB.match(text, start) and NAMED_IN.search(text[max(0, head.start - 10) : head.start])
        is_clear = connective["strong"] or mark != ","
        in_order = mark not in (None, ",") or begins_subject(
            text, connective, in_capitals=line.is_in_capitals
        )
        return start if is_clear and not is_verb and (in_order or is_main) else None
    is_free = (is_main and mark != ",") or (mark is not None and mark[0] in DASHES)
    is_free = is_free or text.startswith(("“", '"', "«"), start)
    return start if is_free and _may_open(line, start) else None


def _may_open(line: Line, start: int) -> bool:
    """Return whether words without a connective may be a subject, and not another document, body or predicate."""
    if not OPENING.match(line.text, start) or NEVER_OPENS.match(line.text, start):
        return False
    title = TITLE.match(line.text, start)
    return title is None or not line.has_number(title.end(), title.end() + 12)


def subject_text(line: Line, start: int, stops: Stops, limit: int) -> str:
    """Return the subject that begins at `start`, or an empty text if it is only a connective."""
    end = stops.first_after(start, min(limit, start + LONGEST))
    end = _before_unopened_bracket(line.text, start, end)
    subject = line.text[start:end].rstrip(TRAILING)
    if subject.endswith('"') and subject.count('"') % 2:
        subject = subject[:-1].rstrip(TRAILING)
    return "" if CONNECTIVE.fullmatch(subject) else subject


def date_at_end(subject: str) -> tuple[str, WrittenDate] | None:
    """Return (subject without "(ngày 05/3/2024)" at its end, that date), or None."""
    found = DATED.search(subject, max(0, len(subject) - LONGEST_END))
    issued = date_at(subject, found.end()) if found else None
    return (subject[: found.start()], issued) if found and issued and issued.day else None


def issuer_at_end(line: Line, subject: str, start: int) -> tuple[str, Body] | None:
    """Return (subject without "do Bộ trưởng Bộ Tư pháp ban hành" at its end, that body), or None."""
    found = ISSUED_BY.search(subject, max(0, len(subject) - LONGEST_END))
    body = body_at(line.text, start + found.end(), in_capitals=line.is_in_capitals) if found else None
    if found is None or body is None or not ISSUED.fullmatch(line.text, body.end, start + len(subject)):
        return None
    return subject[: found.start()], body


def _before_unopened_bracket(text: str, start: int, end: int) -> int:
    """Return the place of the first closing bracket or quotation mark without an opening one, or `end`."""
    depth = {"(": 0, "“": 0}
    for found in BRACKET.finditer(text, start, end):
        opening = OPENING_OF.get(found[0], found[0])
        depth[opening] += 1 if found[0] == opening else -1
        if depth[opening] < 0:
            return found.start()
    return end
