"""The rule about annexes to which the text does not point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pbgdpl.lib.vietnamese import fold
from reports.checks.draft import Draft
from reports.checks.findings import Finding, Part, Place, Rule, Severity, clipped
from reports.document.labels import roman

UNNAMED_ANNEX = Rule(
    "unnamed-annex",
    Severity.WARNING,
    "Lời văn chưa nhắc đến phụ lục",
    "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục III.1.a: văn bản có phụ lục thì phải có chỉ dẫn về phụ lục đó.",
)
NUMBER = r"(?:[ivxlc]+|\d{1,2})"
TO, AND = r"\s?(?:-|–|den)\s?", r"\s?(?:,|;|va)\s?"
AGAIN = r"(?:phu luc )?(?:so )?"
MENTION = re.compile(
    rf"\bphu luc(?: so)? (?P<numbers>{NUMBER}(?:(?:{TO}|{AND}){AGAIN}{NUMBER}){{0,40}})\b"
    r"|\bphu luc\b|\(kem theo\b"
    r"|\b(?:bieu|bang|danh sach|danh muc|so lieu|thong ke|chi tiet)\b(?:(?!phu luc)[^.;:(]){0,40}? kem theo\b"
)
# What follows the mention of an annex of another paper: "Phụ lục I Nghị định số 30/2020/NĐ-CP".
OF_ANOTHER = re.compile(
    r",?(?: ban hanh)?(?: kem theo)?(?: cua| tai| thuoc)? "
    r"(?:nghi dinh|thong tu|quyet dinh|nghi quyet|luat|ke hoach so|cong van|van ban so|huong dan)\b"
    r"| hop dong\b"
)
ONE = re.compile(rf"(?P<to>{TO})?{AGAIN}(?P<number>\b{NUMBER}\b)")
SHORTEST_TITLE = 12  # letters of a title by which the text may point to an annex
ROMANS = {roman(number).lower(): number for number in range(1, 61)}  # more than any report has annexes


def unnamed_annex(draft: Draft) -> Iterator[Finding]:
    if not draft.annexes:
        return
    text = fold("\n".join(_words(draft)))
    named, all_named = mentioned(text)
    several = len(draft.annexes) > 1
    if all_named or (named and not several):
        return
    for number, annex in enumerate(draft.annexes, start=1):
        title = fold(annex.title)
        if number in named or (len(title) >= SHORTEST_TITLE and title in text):
            continue
        label = f"Phụ lục {roman(number)}" if several else "Phụ lục"
        sentence = (
            f"{label} “{clipped(annex.title)}” chưa được nhắc trong lời văn. "
            f"Thêm “({label} kèm theo)” ở mục có liên quan."
        )
        yield UNNAMED_ANNEX.finds(sentence, Place(Part.ANNEX, (annex.pk,)), annex.pk)


def _words(draft: Draft) -> Iterator[str]:
    """Yield the lines of the report that can point to an annex."""
    for passage in draft.passages:
        if passage.place.part not in (Part.ANNEX, Part.RECIPIENTS):
            yield passage.text


def mentioned(text: str) -> tuple[set[int], bool]:
    """Return the numbers of the annexes that a folded text names, and whether it names annexes without numbers.

    >>> mentioned("so lieu tai phu luc i, ii va phu luc 4"), mentioned("(phu luc kem theo)")
    (({1, 2, 4}, False), (set(), True))
    """
    numbers, all_named = set[int](), False
    for found in MENTION.finditer(text):
        if OF_ANOTHER.match(text, found.end()):
            continue
        if found["numbers"]:
            numbers.update(_numbers(found["numbers"]))
        else:
            all_named = True
    return numbers, all_named


def _numbers(words: str) -> Iterator[int]:
    """Yield the numbers of "i, ii va iv" or "i den iii"."""
    before = 0
    for found in ONE.finditer(words):
        written = found["number"]
        number = int(written) if written.isdigit() else ROMANS.get(written, 0)
        yield from range(before + 1, number) if found["to"] and before else ()
        yield number
        before = number
