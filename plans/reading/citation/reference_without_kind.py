"""Finds heads that name no type: further numbers of a list, and numbers whose symbol gives the kind."""

import re

from plans.kinds import DocumentKind
from plans.reading.citation.after_reference import Tail
from plans.reading.citation.numbers import Number
from plans.reading.citation.references import Head, Line

LISTED = re.compile(r"[\s,;)]*+(?:(?:và|cùng|hoặc)\s*+)?(?:(?:[Ss]ố|SỐ)(?!\w)\s?:?\s*+)?")
SEPARATED = re.compile(r"(?:[;,]|(?<!\w)và)\s(?:[Ss]ố\s)?$")
NUMBERED = re.compile(r"(?<!\w)(?:[Ss]ố|SỐ)\s?[:.]?\s?$")
LETTER = re.compile(r"\d+/[^/]+-")  # 498/SKHCN-VP: no kind, no year, the body and the unit that drafted it


def is_listed(line: Line, tail: Tail, number: Number) -> bool:
    """Return whether only "," or "và" stands between a document and this number."""
    return LISTED.fullmatch(line.text, tail.end, number.start) is not None


def untitled_head(line: Line, number: Number, last: Head | None, last_tail: Tail | None) -> Head | None:
    """Return the head of a number without a type, or None if it may not be a document."""
    before = line.text[max(0, number.start - 8) : number.start]
    is_letter = number.text is not None and LETTER.match(number.text) is not None
    kind = number.kind
    if number.text is None:
        kind = None if before.strip() else kind
    elif kind is None and last and last_tail and is_listed(line, last_tail, number):
        kind = last.kind
    elif kind is None and is_letter and (NUMBERED.search(before) or not before.strip()):
        kind = DocumentKind.OFFICIAL_LETTER
    elif kind is None and is_letter and last and SEPARATED.search(before):
        kind = last.kind if last.kind == DocumentKind.OFFICIAL_LETTER else None
    return Head(number.start, number.end, kind, "", number) if kind else None
