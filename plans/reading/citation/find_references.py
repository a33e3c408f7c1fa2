"""Finds all heads of a line, in order."""

import re
from bisect import bisect_right

from plans.reading.citation.after_reference import Tail, tail_of
from plans.reading.citation.reference_with_kind import titled_head, unnumbered_head
from plans.reading.citation.reference_without_kind import untitled_head
from plans.reading.citation.references import Head, Line

# "(sau đây viết tắt là Quyết định số 120/QĐ-BTP)" is a short name, not a citation.
SHORT_NAME = re.compile(
    r"\(\s?[“\"]?(?:sau đây|dưới đây|gọi tắt|viết tắt|gọi chung|sau gọi|từ đây)[^()]*", re.IGNORECASE
)
FIGURES = re.compile(r"[/-]")
CALLED = re.compile(r"(?:gọi|viết) (?:tắt |chung )?là (?:các )?$")
CLOSED = re.compile(r"[”\" ]*\)")
REPEATED = re.compile(r"\(\s?[“\"]?$")


def find_heads(line: Line) -> list[tuple[Head, Tail]]:
    """Return the documents that a line names, each with its tail."""
    numbered = _numbered(line)
    found = sorted([*numbered, *_unnumbered(line, numbered)], key=lambda pair: pair[0].start)
    short_names = [match.span() for match in SHORT_NAME.finditer(line.text)]
    references: list[tuple[Head, Tail]] = []
    numbers: set[str] = set()
    for head, tail in found:
        if _is_inside(head, short_names) or CALLED.search(line.text, max(0, head.start - 20), head.start):
            continue
        if head.number_text in numbers and _is_repeated(line, head, tail):
            continue
        references.append((head, tail))
        if head.number_text:
            numbers |= {head.number_text, FIGURES.split(head.number_text)[0]}
    return references


def _numbered(line: Line) -> list[tuple[Head, Tail]]:
    found: list[tuple[Head, Tail]] = []
    for number in line.numbers:
        last, last_tail = found[-1] if found else (None, None)
        head = titled_head(line, number, last.end if last else 0)
        head = head or untitled_head(line, number, last, last_tail)
        if head:
            found.append((head, tail_of(line, head)))
    return found


def _unnumbered(line: Line, numbered: list[tuple[Head, Tail]]) -> list[tuple[Head, Tail]]:
    """Return the documents without a symbol, from names of types that belong to no other document."""
    found: list[tuple[Head, Tail]] = []
    starts = [head.start for head, _ in numbered]
    taken = 0
    for title in line.titles:
        before = bisect_right(starts, title.start) - 1
        if title.start < taken or (before >= 0 and title.start < numbered[before][0].end):
            continue
        if head := unnumbered_head(line, title, taken):
            found.append((head, tail_of(line, head)))
            taken = head.end
    return found


def _is_inside(head: Head, spans: list[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (head.start, head.start)) - 1
    return index >= 0 and head.start < spans[index][1]


def _is_repeated(line: Line, head: Head, tail: Tail) -> bool:
    """Return whether the head repeats a document alone in brackets: "(Kết luận số 80-KL/TW)"."""
    opened = REPEATED.search(line.text, max(0, head.start - 3), head.start)
    return opened is not None and tail.issued is None and CLOSED.match(line.text, tail.end) is not None
