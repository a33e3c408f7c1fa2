"""Finds the lead of a reference, a date and a body before it: "Ngày 12/6/2015, Bộ Tư pháp có Thông tư số …"."""

import re
from dataclasses import dataclass

from pbgdpl.lib.written_dates import DASHES, WrittenDate, date_at
from plans.reading.citation.issuing_bodies import BODY, CLAUSE_VERB, Body, body_at
from plans.reading.citation.references import Head, Line

REACH = 220
ADVERBS = r"(?:(?:đã|cũng|vừa qua|vừa|mới|sẽ|kịp thời|chủ động|tiếp tục|phối hợp|cùng)\s)*"
ISSUES = re.compile(
    rf"\s{ADVERBS}(?:(?:xây dựng,?(?: và)? )?(?:ký )?ban hành|xây dựng|ký|có|ra|phát hành|gửi|thông qua)"
    r"\s(?:(?:các|những|kèm theo|một số)\s)?$"
)
AT = re.compile(
    r"\s\(?(?:(?:lập|trình|nêu|gửi|ban hành|đề nghị|đề xuất|báo cáo|kiến nghị|phê duyệt|chấp thuận|thông qua|"
    r"công nhận)\s)?tại\s(?:các\s)?$"
)
NAMED = re.compile(r"(?<!\w)(?:của|do|được|tham mưu(?: cho| giúp)?|giúp|trình|đề nghị)\s")
# "Sở ban hành", "đơn vị đã ban hành": the body of the report, not "các đơn vị"
ONE_WORD = re.compile(
    r"(?<!\w)(?<!ác )(?<!hững )(?<!hiều )(?<!từng )(?<!mỗi )"
    r"(?:(?:[Nn]hà )?[Tt]rường|[Ss]ở|Bộ|[Nn]gành|[Pp]hường|[Xx]ã|[Đđ]ơn vị|[Cc]ơ quan|[Cc]ông ty|Ban|Cục|"
    r"[Cc]hi cục|[Tt]rung tâm|[Bb]ệnh viện|Viện|Quỹ)$"
)
CLAUSE_START = re.compile(r"(?:^|[.;:,(]\s?|-\s)(?:[Tt]ại|[Tt]heo|[Bb]ằng|[Tt]rong)\s(?:các\s)?$")
# Not "Sau Hội nghị ngày …", "trước ngày …", "từ ngày … đến ngày …"
OPENS_CLAUSE = re.compile(r"(?:^|[^\w\s]\s?|(?<!\w)(?:[Vv]ào|[Ss]áng|[Cc]hiều|[Tt]rong|và|thì)\s)$")
HAS_PREDICATE = re.compile(r"\s(?:đã )?được ")
PARTED = re.compile(rf"[ ,:|{DASHES}]+")
ANOTHER_BODY = re.compile(rf", (?={BODY.pattern})")
SAYS = re.compile(rf"\s{CLAUSE_VERB}(?!\w)")


@dataclass(frozen=True, slots=True)
class Lead:
    """The date and the body named before a document."""

    issued: WrittenDate | None = None
    body: Body | None = None
    is_issuing: bool = False  # "… ban hành", not "… tại"


def lead_of(line: Line, head: Head, after: int) -> Lead:
    """Return the date and the body named between `after` and the head."""
    start = max(after, head.start - REACH)
    before = line.text[start : head.start]
    if found := AT.search(before):
        return Lead(body=_body_up_to(line, head, start, start + found.start(), only_named=True))
    if found := ISSUES.search(before):
        body = _body_up_to(line, head, start, start + found.start(), only_named=False)
        return Lead(_date_before(line, body.start), body, is_issuing=True) if body else Lead()
    return Lead() if HAS_PREDICATE.match(line.text, head.end) else Lead(_date_that_opens(line, head.start))


def _body_up_to(line: Line, head: Head, start: int, end: int, *, only_named: bool) -> Body | None:
    """Return the body whose name ends at `end`, or None: "của Giám đốc Sở Tư pháp", "UBND tỉnh"."""
    named = [found.end() for found in NAMED.finditer(line.text, start, end)]
    capital = [] if only_named else [found.start() for found in BODY.finditer(line.text, start, end)]
    for place in (*reversed(named), *capital):
        body = body_at(line.text, place, in_capitals=line.is_in_capitals, joint=head.is_joint)
        if body and body.end == end and (" " in body.name or body.name.isupper()):
            return body
    if only_named or not (found := ONE_WORD.search(line.text, start, end)):
        return None
    return Body(found.start(), end, found[0])


def _date_before(line: Line, place: int) -> WrittenDate | None:
    """Return the date that ends right before `place`, or None: "Ngày 26/5/2020, Bộ Tư pháp"."""
    start = max(0, place - 40)
    at = line.text[start:place].lower().rfind("ngày")
    if at < 0 or not OPENS_CLAUSE.search(line.text, max(0, start + at - 10), start + at):
        return None
    issued = date_at(line.text, start + at)
    return issued if issued and line.text[issued.end : place].strip(" ,") == "" else None


def _date_that_opens(line: Line, place: int) -> WrittenDate | None:
    """Return the date that opens the line, or None: "- Ngày 16/01/2024: Kế hoạch số …"."""
    issued = date_at(line.text, line.bullet_end) if place <= REACH else None
    return issued if issued and PARTED.fullmatch(line.text, issued.end, place) else None


def speaker_after(line: Line, head: Head, place: int) -> Body | None:
    """Return the body named after a document, or None: "Tại Công văn số … ngày …, UBND thành phố yêu cầu …"."""
    if not CLAUSE_START.search(line.text[max(0, head.start - 12) : head.start]):
        return None
    found = ANOTHER_BODY.match(line.text, place)
    body = body_at(line.text, found.end(), in_capitals=line.is_in_capitals) if found else None
    return body if body and SAYS.match(line.text, body.end) else None
