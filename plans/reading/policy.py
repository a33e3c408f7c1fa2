"""Reads the values of a policy or a draft from a line of text: the inverse of `Policy.summary()`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pbgdpl.lib.vietnamese import fold
from pbgdpl.lib.written_dates import date_at
from plans.kinds import PolicyKind
from plans.reading.citation.issuing_bodies import BODY

LEGAL_ACT = (
    r"(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư|lệnh|quy định|quy chế"
    r"|văn bản (?:quy phạm|qppl)|vbqppl)"
)
# How a line begins that names a policy or a draft, on whatever page it is pasted.
BEGINNING = re.compile(
    rf"(?:dự thảo|dự án|hồ sơ (?:dự thảo|đề nghị xây dựng)|đề nghị xây dựng) {LEGAL_ACT}(?!\w)|chính sách(?!\w)",
    re.IGNORECASE,
)
ACT = re.compile(rf"{LEGAL_ACT}(?!\w)", re.IGNORECASE)
# What stands before the day by which something is to be done: "trước", "thời hạn:".
DUE = re.compile(
    r"(?<!\w)(?:(?:truyền thông|hoàn thành|xong) )?"
    r"(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?|(?:thời )?hạn(?: truyền thông)?)(?: ?: ?| )(?=ngày|\d)",
    re.IGNORECASE,
)
LEADS = re.compile(
    r"chủ trì(?!\w)(?: (?:soạn thảo|tham mưu|xây dựng|lập đề nghị|thực hiện)){0,3}", re.IGNORECASE
)
IS = re.compile(r" ?: ?| là ", re.IGNORECASE)
WHO_LEADS = re.compile(r"(?:(?:do|cơ quan|đơn vị) ){1,2}\Z", re.IGNORECASE)
JOINTS = re.compile(r"(?:[(;,] ?| [–-] )(?:do )?| do (?=[^\W\d_])", re.IGNORECASE)
DAY_WORD = re.compile(r"ngày[ :]*", re.IGNORECASE)
NO_WORDS = re.compile(r" ?\( ?\)")
BY = re.compile(r"(?:do|cơ quan|đơn vị) ", re.IGNORECASE)
JOINED = " ,;:–-"
AROUND, ENDS = f"{JOINED}.(", f"{JOINED}.)"
LONGEST_BODY = 200  # as in the table


@dataclass(frozen=True, slots=True)
class PolicyReading:
    """The values of a policy, by the names of the fields of `Policy`."""

    kind: PolicyKind
    name: str
    lead_body: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """The words of a line that say by when, with its day, or None for one that cannot be stored."""

    rest: str  # the line without them
    written: str  # "30/6/2024"
    day: date | None


def names_policy(text: str) -> bool:
    """Return whether a line begins as a policy or a draft of a legal act.

    >>> names_policy("Dự thảo Nghị quyết về nhà ở"), names_policy("Dự thảo Kế hoạch năm 2025")
    (True, False)
    """
    return BEGINNING.match(text) is not None


def read_policy(text: str) -> PolicyReading | None:
    """Return the values that a line states, or None if it names nothing.

    >>> read_policy("Chính sách hỗ trợ học phí (Sở Giáo dục và Đào tạo chủ trì), trước ngày 30/6/2024")
    ... # doctest: +NORMALIZE_WHITESPACE
    PolicyReading(kind=PolicyKind.POLICY, name='Chính sách hỗ trợ học phí',
                  lead_body='Sở Giáo dục và Đào tạo', due_on=datetime.date(2024, 6, 30))
    """
    due = due_of(text)
    day = due.day if due else None
    name, body = _parted(due.rest if due and day else text)
    name = name.strip(JOINED).rstrip(".")
    return PolicyReading(kind_of(name), name, body, day) if name else None


def kind_of(name: str) -> PolicyKind:
    """Return the kind of what has this name: a draft says so, or begins with the name of a legal act.

    >>> kind_of("Luật Thủ đô (sửa đổi)"), kind_of("Hỗ trợ nhà ở xã hội")
    (PolicyKind.DRAFT, PolicyKind.POLICY)
    """
    words = fold(name)
    is_act = "du thao" in words or words.startswith("du an ") or ACT.match(name)
    return PolicyKind.DRAFT if is_act and not words.startswith("chinh sach") else PolicyKind.POLICY


def due_of(text: str) -> Due | None:
    """Return the last day at the end of a line or of its brackets by which something is to be done."""
    for found in reversed(list(DUE.finditer(text))):
        written = date_at(text, found.end())
        if written is None:
            continue
        before, after = text[: found.start()], text[written.end :]
        if after.lstrip()[:1] in ("", ")", ",", ";", ".", "("):
            figures = DAY_WORD.sub("", text[found.end() : written.end], count=1)
            return Due(NO_WORDS.sub("", f"{before.rstrip(JOINED)}{after}"), figures, written.day)
    return None


def _parted(text: str) -> tuple[str, str]:
    """Return the name and the lead body, an empty text if none is stated at the end of the line."""
    found = list(LEADS.finditer(text))[-1:]
    if not found:
        return text, ""
    before, after = text[: found[0].start()], text[found[0].end() :]
    if joint := IS.match(after):
        name, (body, rest) = WHO_LEADS.sub("", before), _halves(after[joint.end() :])
    elif after.strip()[:1] in ("", *ENDS) and (joined := _joint_before_body(before)):
        name, body, rest = before[: joined[0]], BY.sub("", before[joined[1] :].strip(JOINED), count=1), after
    else:
        return text, ""
    name, rest = name.rstrip(AROUND), rest.strip(ENDS)
    if not name or not 0 < len(body) <= LONGEST_BODY:
        return text, ""
    return f"{name} ({rest})" if rest else name, body


def _halves(text: str) -> tuple[str, str]:
    """Return the body that a text begins with, and what follows it in or behind the brackets."""
    end = next((place for place, sign in enumerate(text) if sign in ";)"), len(text))
    return text[:end].strip(ENDS), text[end:]


def _joint_before_body(before: str) -> tuple[int, int] | None:
    """Return what stands before the body that ends a text: an open bracket, or the first joint before a body."""
    opened = before.rfind("(")
    if opened > before.rfind(")"):
        return opened, opened + 1
    joints = JOINTS.finditer(before)
    return next((joint.span() for joint in joints if BODY.match(before, joint.end())), None)
