"""Finds heads that name a type, with the words that may stand between type and number."""

import re

from pbgdpl.lib.written_dates import WrittenDate, date_at
from plans.kinds import DocumentKind
from plans.reading.citation.issuing_bodies import Body, bodies_between, body_at
from plans.reading.citation.kind_names import Title
from plans.reading.citation.laws import law_without_number
from plans.reading.citation.numbers import Number
from plans.reading.citation.references import Head, Line, kind_of

DIRECTLY = re.compile(r"\s?[,:(]?\s?(?:(?:[Ss]ố|SỐ|so)(?!\w)\s?)?[:.]?\s?")
# "Chương trình hành động số", "Thông báo kết luận số"
WITH_WORDS = re.compile(r"(?P<words>(?:\s[^\W\d_]+){1,6}?)\s?[,(]?\s(?:(?:[Ss]ố|SỐ)\s?)[:.]?\s?")
PARTING = re.compile(r"(?<!\w)(?:tại|theo|trong|từ|này|đã|được|Mẫu|mẫu|Biểu|biểu|Phụ|khoản|điểm)(?!\w)")
OWNED = re.compile(r",?\s(?:của|do|(?P<between>giữa))\s", re.IGNORECASE)
SHARED = re.compile(r"\s(?:phối hợp|liên tịch|liên ngành)(?=\s(?:của|giữa)\s)")
BEFORE_NUMBER = re.compile(r"(?:\sban hành)?[,\s]{0,2}(?:(?:[Ss]ố|SỐ)\s?)?[:.]?\s?")
DATED = re.compile(r",?\s(?:(?:được )?(?:ban hành|ký|thông qua) )?(?=ngày\s?[\d.…])", re.IGNORECASE)
SAYS_DAY = re.compile("ngày", re.IGNORECASE)
DAY_REACH = (
    400  # the most characters between a type and its date: a body and its present name may stand between
)
LAW_NAME = re.compile(r"\s(?P<name>[^\W\d_][^;:.]{0,230}?),?(?:\s(?:số|Số|SỐ))?\s?:?\s?")
LAW_UP_TO_DATE = re.compile(
    r"\s(?P<name>[^\W\d_][^;:.]{0,230}?)\s(?:(?:được )?(?:Quốc hội )?(?:ban hành|thông qua) )?(?=ngày\s?\d)"
)
NOT_IN_A_NAME = re.compile(
    r"(?<!\w)(?:ngày|đã|được|từ|có hiệu lực|năm \d{4},)(?!\w)|(?:đến|vào|trước|hết|sau|kể từ)$"
)
# A number whose symbol was left out: "số 418", "số 12/2017", "Chỉ thị 05 của …"
BARE = re.compile(r"\s?(?:[Ss]ố|SỐ)\s?[:.]?\s?(?P<number>\d{1,5}(?:/(?:19|20)\d\d)?)(?![\w/]|[.,:]\d)")
BARER = re.compile(r"\s(?P<number>\d{1,4}(?:/(?:19|20)\d\d)?)(?=\s(?:của|ngày|về)(?!\w)|[,;)]|\.?$)")
NEVER_BARE = {DocumentKind.SCHEME, DocumentKind.PROJECT, DocumentKind.OPTION, DocumentKind.PROGRAMME}
KNOWN_BY_NUMBER = {
    DocumentKind.DECREE,
    DocumentKind.CIRCULAR,
    DocumentKind.RESOLUTION,
    DocumentKind.INSTRUCTION,
    DocumentKind.CONCLUSION,
    DocumentKind.DECISION,
}


def titled_head(line: Line, number: Number, after: int) -> Head | None:
    """Return the head of a number whose type stands between `after` and the number, or None.

    The nearest type counts, unless only one farther away agrees with the symbol: "Thông báo kết luận số 12/TB-VP"
    is a notice.
    """
    titles = line.titles_before(number, after)
    heads = [head for title in titles if (head := _joined(line, title, number))]
    if number.is_of_parliament:  # "văn bản" in the name of the Luật Ban hành văn bản … is no letter
        heads = [head for head in heads if head.kind != DocumentKind.OFFICIAL_LETTER]
    laws = [head for head in heads if _is_amending(head.name)]
    if heads and heads[0].name and laws:
        return laws[0]  # "Luật sửa đổi … một số điều của Luật … số" is one law
    agreeing = (head for head in heads if head.kind == number.kind)
    return next(agreeing, heads[0]) if heads else None


def _joined(line: Line, title: Title, number: Number) -> Head | None:
    """Return the head if the words between the type and the number allow them to belong together, else None."""
    text, kind = line.text, kind_of(title, number)
    start, end = title.start, number.end
    if DIRECTLY.fullmatch(text, title.end, number.start):
        return Head(start, end, kind, title.text, number)
    if title.is_short:
        return None
    if title.is_law and number.is_of_parliament:
        if (found := LAW_NAME.fullmatch(text, title.end, number.start)) and _may_be_name(found["name"]):
            return Head(start, end, kind, title.text, number, name=found["name"])
        return None
    shared = SHARED.match(text, title.end)
    body, issued, place = _owned(line, shared.end() if shared else title.end)
    if (body or issued) and BEFORE_NUMBER.fullmatch(text, place, number.start):
        return Head(start, end, kind, title.text + (shared[0] if shared else ""), number, body, issued)
    found = WITH_WORDS.fullmatch(text, title.end, number.start)
    if found and not PARTING.search(found["words"]):
        return Head(start, end, kind, title.text + found["words"], number)
    return None


def _owned(line: Line, place: int) -> tuple[Body | None, WrittenDate | None, int]:
    """Return the body and the date that follow `place`, in either order, and where they end."""
    body: Body | None = None
    issued: WrittenDate | None = None
    for _ in range(2):
        if body is None and (found := OWNED.match(line.text, place)):
            bodies = bodies_between if found["between"] else body_at
            body = bodies(line.text, found.end(), in_capitals=line.is_in_capitals)
            place = body.end if body else place
        if issued is None and (found := DATED.match(line.text, place)):
            issued = date_at(line.text, found.end())
            place = issued.end if issued else place
    return body, issued, place


def _may_be_name(name: str) -> bool:
    return NOT_IN_A_NAME.search(name) is None


def _is_amending(name: str | None) -> bool:
    return name is not None and name.lower().startswith("sửa đổi")


def unnumbered_head(line: Line, title: Title, last_end: int) -> Head | None:
    """Return the head of a document with a number without symbol or with a date alone, or None."""
    if title.is_short:
        return None
    law = (_dated_law(line, title) or law_without_number(line, title, last_end)) if title.is_law else None
    return _bare(line, title) or law or _dated(line, title)


def _bare(line: Line, title: Title) -> Head | None:
    found = BARE.match(line.text, title.end)
    if found is None and title.kind in KNOWN_BY_NUMBER and title.is_capital:
        found = BARER.match(line.text, title.end)
    if found is None or title.kind in NEVER_BARE:
        return None
    number = Number(found.start("number"), found.end(), found["number"], None)
    return Head(title.start, found.end(), kind_of(title, None), title.text, number)


def _dated(line: Line, title: Title) -> Head | None:
    """Return the head of "Kế hoạch ngày 12/3/2024", "Quyết định của UBND tỉnh ngày 12/3/2024"."""
    if not title.is_capital or not SAYS_DAY.search(line.text, title.end, title.end + DAY_REACH):
        return None
    body, issued, place = _owned(line, title.end)
    if issued is None or issued.day is None:
        return None
    return Head(title.start, place, kind_of(title, None), title.text, None, body, issued)


def _dated_law(line: Line, title: Title) -> Head | None:
    """Return the head of "Luật Thống kê ngày 17/6/2003", "Luật sửa đổi … của Luật Thống kê ngày …"."""
    found = LAW_UP_TO_DATE.match(line.text, title.end)
    if found is None or not _may_be_name(found["name"]) or line.has_number(title.end, found.end()):
        return None
    issued = date_at(line.text, found.end())
    names_others = any(other.is_capital for other in line.titles_between(title.end, found.end()))
    if issued is None or issued.day is None or (names_others and not _is_amending(found["name"])):
        return None
    kind = kind_of(title, None)
    return Head(title.start, issued.end, kind, title.text, None, issued=issued, name=found["name"])
