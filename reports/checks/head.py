"""Rules about the head of the paper: its number and symbol, its place, its subject (ô 3, 4 and 5a)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reports.checks.draft import Draft
from reports.checks.findings import Finding, Part, Place, Rule, Severity, clipped
from reports.checks.repairs import Repair

DECREE = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II"
NUMBER_ZERO = Rule(
    "number-without-zero",
    Severity.WARNING,
    "Số của báo cáo thiếu số 0 phía trước",
    f"{DECREE}.3: những số nhỏ hơn 10 phải ghi thêm số 0 phía trước.",
)
SMALL_SYMBOL = Rule(
    "small-symbol",
    Severity.WARNING,
    "Ký hiệu của báo cáo viết chữ thường",
    f"{DECREE}.3: ký hiệu của văn bản được trình bày bằng chữ in hoa.",
)
SMALL_PLACE = Rule(
    "small-place",
    Severity.WARNING,
    "Địa danh viết chữ thường",
    f"{DECREE}.4: các chữ cái đầu của địa danh phải viết hoa.",
)
SMALL_SUBJECT = Rule(
    "small-subject",
    Severity.WARNING,
    "Trích yếu không viết hoa chữ đầu",
    "Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục I: viết hoa chữ cái đầu khi xuống dòng.",
)
SUBJECT_END = Rule(
    "subject-with-stop",
    Severity.WARNING,
    "Trích yếu có dấu câu ở cuối",
    f"{DECREE}.5: trích yếu đứng dưới tên loại như một tên gọi, cuối trích yếu không có dấu chấm.",
)
ONE_DIGIT = re.compile(r"\s*(?P<digit>[1-9])(?!\d)")
GROUP = re.compile(r"[^\W\d_]+")  # the letters of a symbol between its signs
# "QyĐ", "CTr", "TTra" end in small letters by the decree itself or by custom; "Bc" and "Skhcn" are mistakes.
SHORTEST_NAME = 4
# The words of units that stay small inside a place: "Thị xã Sơn Tây", "Quảng Hà, huyện Hải Hà".
UNITS = ("tỉnh", "phố", "quận", "huyện", "xã", "trấn", "phường", "khu", "đảo", "và")
WORD = re.compile(r"[^\s,–-]+")
# At the end of a text that is read backwards, where the longest run begins at one place.
MARK_AT_END = re.compile(r"\s*+[.;:,](?:/\.|[\s.;:,])*(?![.…])")
SHORTENED = re.compile(r"(?:\bv\.\s?v|\.\.|\b[A-ZĐ]{1,3})\.$")  # "v.v.", "...", "TP."
LAST_WORDS = 3  # of a subject, which a finding names
OPENED = "“‘\"'(["


def number_without_zero(draft: Draft) -> Iterator[Finding]:
    number = draft.report.number
    if next(zeroed(number), None):
        text = f"Số “{number}” của báo cáo: số nhỏ hơn 10 ghi thêm số 0 phía trước. Sửa thành “0{number.lstrip()}”."
        yield NUMBER_ZERO.finds(text, _place("number", number), number)


def zeroed(number: str) -> Iterator[Repair]:
    """Yield the repair of a serial number of one digit: "5/BC-SXD" becomes "05/BC-SXD"."""
    if found := ONE_DIGIT.match(number):
        yield Repair(number, *found.span("digit"), f"0{found['digit']}")


def small_symbol(draft: Draft) -> Iterator[Finding]:
    number = draft.report.number
    if repairs := list(capitalised(number, draft.report.organisation.symbol)):
        named = ", ".join(f"“{number[one.start : one.end]}”" for one in repairs)
        text = f"Ký hiệu của báo cáo: {named} phải viết in hoa. Sửa ký hiệu."
        yield SMALL_SYMBOL.finds(text, _place("number", number), number)


def capitalised(number: str, registered: str = "") -> Iterator[Repair]:
    """Yield a repair for each group of small letters in a symbol, unless the body's registered symbol has it so."""
    for found in GROUP.finditer(number):
        group = found[0]
        is_small = group[0].islower() or (
            group[1:].islower()
            and (len(group) >= SHORTEST_NAME or group.upper() in ("BC", registered.upper()))
        )
        if is_small and group not in registered:
            yield Repair(number, found.start(), found.end(), group.upper())


def small_place(draft: Draft) -> Iterator[Finding]:
    place = draft.report.place
    if repairs := list(named_as_place(place)):
        named = ", ".join(f"“{place[one.start : one.end]}”" for one in repairs)
        text = f"Địa danh: {named} phải viết hoa chữ đầu. Sửa địa danh."
        yield SMALL_PLACE.finds(text, _place("place", place), place)


def named_as_place(place: str) -> Iterator[Repair]:
    """Yield a repair for each word of a place in small letters, without the words of units inside it."""
    for number, found in enumerate(WORD.finditer(place)):
        word = found[0]
        if word[0].islower() and not (number and word in UNITS):
            after = "TP" + word[2:] if word.rstrip(".") in ("tp", "tP") else word[0].upper() + word[1:]
            yield Repair(place, found.start(), found.end(), after)


def small_subject(draft: Draft) -> Iterator[Finding]:
    subject = draft.report.subject
    if next(begun_with_a_capital(subject), None):
        text = f"Trích yếu bắt đầu bằng chữ thường: “{subject.split()[0]}”. Viết hoa chữ đầu."
        yield SMALL_SUBJECT.finds(text, _place("subject", subject), subject)


def begun_with_a_capital(subject: str) -> Iterator[Repair]:
    start = len(subject) - len(subject.lstrip(OPENED))
    if subject[start : start + 1].islower():
        yield Repair(subject, start, start + 1, subject[start].upper())


def subject_with_stop(draft: Draft) -> Iterator[Finding]:
    subject = draft.report.subject
    if next(unended(subject), None):
        last = " ".join(subject.split()[-LAST_WORDS:])
        text = f"Trích yếu có dấu câu ở cuối: “{clipped(last)}”. Bỏ dấu ấy."
        yield SUBJECT_END.finds(text, _place("subject", subject), subject)


def unended(subject: str) -> Iterator[Repair]:
    """Yield a repair without the mark at the end of a subject, unless the mark is of a shortened word."""
    found = None if SHORTENED.search(subject) else MARK_AT_END.match(subject[::-1])
    if found:
        yield Repair(subject, len(subject) - found.end(), len(subject), "")


def _place(field: str, line: str) -> Place:
    return Place(Part.REPORT, field=field, line=line)
