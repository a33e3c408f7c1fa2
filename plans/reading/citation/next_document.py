"""Finds splits: the places where the subject of one document ends because the next document begins."""

import re
from dataclasses import dataclass

from plans.reading.citation.after_reference import Tail
from plans.reading.citation.references import Head, Line

REACH = 60
# The sign before a document and the words that may follow it: "; thay thế Quyết định số", " và các Công văn số".
# After a comma fewer words may follow: "về việc sửa đổi, thay thế Quyết định số …" continues.
BEFORE = re.compile(
    r"(?:(?P<strong>[;.|·•]|\s[-–—+])\s?(?:(?:căn cứ|Căn cứ|thực hiện|Thực hiện|Theo|triển khai|quán triệt|"
    r"thay thế|bãi bỏ|đồng thời|tiếp tục)\s){0,3}|(?:(?P<comma>,)|\s(?:và|cùng với|cùng|hoặc)(?!\w))\s?)"
    r"(?:(?:và|cùng|các|những|theo|tại)\s){0,3}(?:(?:[Ss]ố|SỐ)\s?:?\s?)?[“\"]?\s?$"
)
ARTICLE = re.compile(r"(?<!\w)(?:Điều|[Kk]hoản|[Đđ]iểm|Chương|Mục|Phụ lục) [\wđ]{1,6}$")


@dataclass(frozen=True, slots=True)
class Split:
    """The sign that separates a document from the words before it."""

    place: int
    is_strong: bool  # a semicolon, full stop or dash, which always separates
    is_comma: bool


def split_before(line: Line, head: Head) -> Split | None:
    start = max(0, head.start - REACH)
    found = BEFORE.search(line.text[start : head.start])
    # "khoản 2, Điều 8, Nghị định số …" refers to one document.
    if found is None or ARTICLE.search(line.text[start : start + found.start()]):
        return None
    return Split(start + found.start(), found["strong"] is not None, found["comma"] is not None)


def ends_subject(line: Line, split: Split, start: int, before: tuple[Head, Tail, bool], tail: Tail) -> bool:
    """Return whether a subject that starts at `start` ends at this split before the next document.

    `before` is the document before the next one, and whether it has a subject itself. In "sửa đổi Nghị định số A và
    Nghị định số B" the subject continues and names both. At ", Quyết định số B ngày …" after one without a date it
    ends, and the next document is cited separately.
    """
    head_before, tail_before, has_subject = before
    if split.is_strong or head_before.start < start or has_subject:
        return True
    if line.text[tail_before.end : split.place].strip():
        return True
    return split.is_comma and (tail_before.issued is None) != (tail.issued is None)
