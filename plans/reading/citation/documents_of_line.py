"""Finds the documents of a line, each with the date and the body named before or after it."""

import re
from dataclasses import dataclass

from pbgdpl.lib.written_dates import WrittenDate
from plans.reading.citation.after_reference import Tail
from plans.reading.citation.before_reference import Lead, lead_of, speaker_after
from plans.reading.citation.find_references import find_heads
from plans.reading.citation.issuing_bodies import Body
from plans.reading.citation.next_document import split_before
from plans.reading.citation.reference_without_kind import is_listed
from plans.reading.citation.references import Head, Line
from plans.reading.citation.subjects import subject_start

OPENS_ITEM = re.compile(r"(?:[;|·•]|\.\s)\s?$")
JOINED = re.compile(r",?\s(?:và|cùng)?\s?(?:các\s)?")


@dataclass(frozen=True, slots=True)
class Draft:
    """A document whose subject has a start but no end yet."""

    head: Head
    tail: Tail
    issued: WrittenDate | None
    body: Body | None
    subject_from: int | None


def find_drafts(line: Line) -> list[Draft]:
    """Return the documents of a line in order.

    In a list of numbers ("số A, B và C ngày … của … về …") each takes missing values from the next one.
    """
    pairs = find_heads(line)
    listed = [index > 0 and _is_listed(line, pairs, index) for index in range(len(pairs))]
    leads = _leads(line, pairs, listed)
    drafts: list[Draft] = []
    for index in reversed(range(len(pairs))):
        following = drafts[-1] if drafts and listed[index + 1] else None
        drafts.append(_draft(line, pairs[index], leads[index], following))
    return drafts[::-1]


def _is_listed(line: Line, pairs: list[tuple[Head, Tail]], index: int) -> bool:
    (before, tail), (head, _) = pairs[index - 1 : index + 1]
    if head.has_title or head.number is None or head.kind != before.kind:
        return False
    return is_listed(line, tail, head.number)


def _leads(line: Line, pairs: list[tuple[Head, Tail]], listed: list[bool]) -> list[Lead]:
    """Return the lead of each document.

    A body named for one document applies to later ones with the same issuer in the symbol ("Bộ trưởng Bộ Nội vụ
    ban hành Thông tư số 07/TT-BNV …, Quyết định số 1723/QĐ-BNV …"). Body and date apply to the next document as
    well if the two are joined directly ("… ban hành Quyết định số A và Kế hoạch số B").
    """
    leads: list[Lead] = []
    by_issuer: dict[str, Lead] = {}
    end = 0
    for index, (head, tail) in enumerate(pairs):
        last = leads[-1] if leads else Lead()
        lead = last if listed[index] else lead_of(line, head, end)
        if lead.body is None and last.is_issuing and JOINED.fullmatch(line.text, end, head.start):
            lead = last
        elif lead.body is None and head.issuer in by_issuer and split_before(line, head):
            lead = Lead(None, by_issuer[head.issuer].body)
        if head.issuer and (lead.body or head.body):
            by_issuer[head.issuer] = lead if lead.body else Lead(None, head.body)
        leads.append(lead)
        end = tail.end
    return leads


def _draft(line: Line, pair: tuple[Head, Tail], lead: Lead, following: Draft | None) -> Draft:
    head, tail = pair
    issued = tail.issued or (following and following.issued) or lead.issued
    body = tail.body or (following and following.body) or lead.body
    speaker = None if body else speaker_after(line, head, tail.end)
    if speaker or head.name:
        return Draft(head, tail, issued, body or speaker, None)
    if following:
        return Draft(head, tail, issued, body, following.subject_from)
    before = line.text[max(0, head.start - 3) : head.start]
    opens_item = head.start <= line.bullet_end or OPENS_ITEM.search(before) is not None
    start = subject_start(line, head, tail.end, is_main=opens_item or lead.is_issuing)
    return Draft(head, tail, issued, body, start)
