"""Finds the tail of a reference: the date and the issuing body after a document's number."""

import re
from dataclasses import dataclass, replace

from pbgdpl.lib.written_dates import DASHES, WrittenDate, date_at
from plans.reading.citation.connectives import CONNECTIVE
from plans.reading.citation.issuing_bodies import BODY, CLAUSE_VERB, Body, bodies_between, body_at
from plans.reading.citation.references import Head, Line

BEFORE_DATE = re.compile(
    rf"\s?[,(]?\s?(?:[{DASHES}]\s)?(?:(?:được |do )?(?:ký ban hành|ban hành|phát hành|ký) )?"
    r"(?=(?:ra )?ngày|tháng|\d)",
    re.IGNORECASE,
)
BEFORE_BODY = re.compile(
    r"\s?\)?\s?,?\s(?:(?:được )?(?:ban hành|ký kết|ký|lập) )?(?:(?P<by>do)|của|(?P<between>giữa))\s",
    re.IGNORECASE,
)
AFTER_BY = re.compile(r"\s(?:ký ban hành|ban hành|ký|lập)(?!\w)")
# "Quyết định 2658/QĐ-BTP năm 2020 về …"
IN_THE_YEAR = re.compile(r"\snăm\s(?:19|20)\d\d(?!\w)|\s\(năm \d{4}\)")
REMARK = re.compile(r"\s?\([^()]{1,300}\)(?=,?\sngày\s?\d)")  # "số 12/STP-VP (v/v góp ý) ngày 12/3/2024"
# "…, ngày 15/3/2025, Sở Y tế tổ chức …": a clause with a date and a subject of its own
_SUBJECT = (
    rf",?\s?(?:tại [^,;.]{{1,80}},\s)?(?:{BODY.pattern}|"
    r"(?<!\w)(?:nhà trường|trường|đơn vị|cơ quan|ngành|xã|phường)(?!\w))[^,;.]{0,80}?\s"
)
ANOTHER_CLAUSE = re.compile(rf"{_SUBJECT}{CLAUSE_VERB}(?!\w)")
ANOTHER_EVENT = re.compile(
    rf"{_SUBJECT}(?:phối hợp|tổ chức|mở|khai mạc|họp|làm việc|tiến hành|dự|tham gia)(?!\w)"
)
WITHOUT_OF = re.compile(r",?\s")


@dataclass(frozen=True, slots=True)
class Tail:
    """The date and the body after a number, and the place where they end."""

    end: int
    issued: WrittenDate | None = None
    body: Body | None = None


def tail_of(line: Line, head: Head) -> Tail:
    """Return the date and the body after a head, in either order, either missing: "ngày 05/3/2024 của UBND tỉnh"."""
    tail = Tail(head.end, head.issued, head.body)
    for _ in range(2):
        tail = _with_date(line, tail)
        tail = _with_body(line, head, tail)
    return tail


def _with_date(line: Line, tail: Tail) -> Tail:
    if tail.issued:
        return tail
    if year := IN_THE_YEAR.match(line.text, tail.end):
        return replace(tail, end=year.end())
    remark = REMARK.match(line.text, tail.end)
    found = BEFORE_DATE.match(line.text, remark.end() if remark else tail.end)
    issued = found and date_at(line.text, found.end())
    if found is None or not issued:
        return tail
    # "… của Thủ tướng Chính phủ, ngày 15/6/2007 Bộ … đã ban hành …": the date belongs to the next document.
    another = ANOTHER_CLAUSE if tail.body else ANOTHER_EVENT
    if "," in found[0] and another.match(line.text, issued.end):
        return tail
    # Figures without "ngày" are a date only if they are complete: "3384/QĐ-UBND 02/07/2016".
    if issued.day is None and line.text[issued.start].isdigit():
        return tail
    return replace(tail, issued=issued, end=issued.end)


def _with_body(line: Line, head: Head, tail: Tail) -> Tail:
    if tail.body:
        return tail
    text, joint = line.text, head.is_joint
    found = BEFORE_BODY.match(text, tail.end)
    if found and found["between"]:
        body = bodies_between(text, found.end(), in_capitals=line.is_in_capitals)
        return replace(tail, body=body, end=body.end) if body else tail
    if found:
        body = body_at(text, found.end(), in_capitals=line.is_in_capitals, joint=joint)
        by = AFTER_BY.match(text, body.end) if body and found["by"] else None
        return replace(tail, body=body, end=by.end() if by else body.end) if body else tail
    return _with_bare_body(line, tail)


def _with_bare_body(line: Line, tail: Tail) -> Tail:
    """Return the tail with a body that stands without "của", if a subject follows: "ngày … UBND tỉnh về …"."""
    found = WITHOUT_OF.match(line.text, tail.end)
    if found is None or tail.issued is None or not BODY.match(line.text, found.end()):
        return tail
    body = body_at(line.text, found.end(), in_capitals=line.is_in_capitals)
    follows = body and CONNECTIVE.match(line.text, body.end + 1)
    return replace(tail, body=body, end=body.end) if body and follows and follows["strong"] else tail
