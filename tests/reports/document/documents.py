"""Sample reports and random ones: whatever a renderer is shown in the tests.

Nothing here depends on Django: the tree is all that is needed.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any

from hypothesis import strategies as st

from reports.document.text import to_text
from reports.document.tree import (
    Annex,
    Block,
    BulletList,
    Document,
    LetteredList,
    Letterhead,
    Numbering,
    Paragraph,
    Section,
    Signature,
    Table,
)
from tests.reports.document.full_report import FULL_DOCUMENT
from tests.reports.document.real_size_report import REAL_SIZE_DOCUMENT

PHRASES = (
    "phổ biến, giáo dục pháp luật",
    "năm 2024",
    "kế hoạch",
    "Ủy ban nhân dân thành phố",
    "hơn 200 đại biểu dự hội nghị tập huấn",
    "Đặng Quỳnh",
    "hòa giải ở cơ sở, chuẩn tiếp cận pháp luật",
    "đường bộ",
    "Ở Ấp Ỷ",
)
# What officers' texts are full of, and what would hurt a careless renderer.
ODD_PHRASES = (
    "2606/KH-SKHCN",
    "03/2019/TT-BTP",
    "30-31/7/2024",
    "06-CTr/TU",
    "SNV-CCHC&PC",
    "Thi đua-Khen thưởng",
    "<script>alert(1)</script>",
    "</w:t>",
    "{{ report }}",
    "{% if %}",
    "&",
    "&amp;",
    "]]>",
    '"trích dẫn"',
    "“ngoặc”",
    "'đơn'",
    "(PBGDPL)",
    "a)",
    "đ)",
    "I.",
    "1.1.",
    "|",
    "\\",
    "[[hoạt động]]",
    "–",
    "file:///etc/passwd",
    "http://example.org/a-b",
    "1.496",
    "98,5%",
    "./.",
)
# Marks that make a plain line look like a list's: only its style tells it apart.
LIST_MARKS = ("- ", "+ ", "• ", "a) ", "b) ", "I. ", "1. ", "1.1. ", "Phụ lục ", "Nơi nhận: ", "Kính gửi: ")
FORMS = ("{0} {1}", "{1} {0}", "{0} {1} {0}")
# Every odd phrase alone, before, after and between ordinary words.
TEXTS = (
    *PHRASES,
    *ODD_PHRASES,
    *(form.format(*pair) for pair in product(PHRASES, ODD_PHRASES) for form in FORMS),
)
VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"


def full_document(**changes: Any) -> Document:
    """Return a report with every kind of line: two addressees, căn cứ, lists, a table, two annexes, KT."""
    return replace(FULL_DOCUMENT, **changes)


def real_size_document(**changes: Any) -> Document:
    """Return a report as long as a department's real one, about nine pages."""
    return replace(REAL_SIZE_DOCUMENT, **changes)


def minimal_document(**changes: Any) -> Document:
    """Return the least that is a report: no date, no number, one paragraph, nobody signs."""
    head = Letterhead(parent_body="", issuing_body="SỞ DU LỊCH", number="/BC-SDL", place="Quảng Hà")
    body = (Paragraph("Sở Du lịch báo cáo như sau:"),)
    least = Document(head, "BÁO CÁO", "Kết quả năm 2025", body=body, closing="Trên đây là báo cáo./.")
    return replace(least, **changes)


@cache
def texts() -> st.SearchStrategy[str]:
    """Return clean one-line texts: NFC, never empty, single spaces inside."""
    known = st.integers(0, len(TEXTS) - 1).map(TEXTS.__getitem__)
    return st.one_of(known, known, st.text(VIETNAMESE, min_size=1, max_size=5))


@cache
def prose() -> st.SearchStrategy[str]:
    """Return texts of the body: now and then a very long one, or one that looks like a list's line."""
    usual = st.one_of(texts(), texts(), st.builds("{} {}".format, texts(), texts()))
    marked = st.builds(str.__add__, st.sampled_from(LIST_MARKS), texts())
    long = st.builds(lambda text, times: " ".join([text] * times), texts(), st.integers(20, 60))
    return st.one_of(*[usual] * 8, marked, long)


@cache
def names() -> st.SearchStrategy[str]:
    """Return names of people and bodies, fit for a list that adds "- " before and ";" or "." after."""
    return texts().map(lambda text: text.lstrip("-+• ").rstrip(";./ ")).filter(bool).map(_clean)


def capitals() -> st.SearchStrategy[str]:
    return names().map(str.upper).map(_clean)


@cache
def paragraphs() -> st.SearchStrategy[Paragraph]:
    leads = st.one_of(st.just(""), st.just(""), texts().map(lambda text: f"{text}:"))
    return st.builds(Paragraph, prose(), leads)


@cache
def tables() -> st.SearchStrategy[Table]:
    cell = st.one_of(st.just(""), texts(), prose())

    def rows(width: int) -> st.SearchStrategy[tuple[tuple[str, ...], ...]]:
        row = st.lists(cell, min_size=width, max_size=width).filter(any).map(tuple)
        return st.lists(row, min_size=1, max_size=3).map(tuple)

    return st.one_of(*map(rows, (1, 2, 3, 4))).map(Table)


def plain_blocks(min_size: int = 0) -> st.SearchStrategy[tuple[Block, ...]]:
    """Return blocks without headings, no two neighbours that paper would show as one."""
    bullets = st.builds(
        BulletList, st.lists(prose(), min_size=1, max_size=3).map(tuple), st.sampled_from("-+")
    )
    points = st.builds(LetteredList, st.lists(paragraphs(), min_size=1, max_size=5).map(tuple))
    block: st.SearchStrategy[Block] = st.one_of(paragraphs(), paragraphs(), bullets, points, tables())
    return st.lists(block, min_size=min_size, max_size=3).map(_parted)


def sections(levels: int) -> st.SearchStrategy[tuple[Section, ...]]:
    """Return sections at most `levels` deep, each with its own text before the sections below it."""
    below = sections(levels - 1) if levels > 1 else st.just(())
    blocks = st.builds(lambda plain, inner: (*plain, *inner), plain_blocks(), below)
    return st.lists(st.builds(Section, prose(), blocks), max_size=2).map(tuple)


def letterheads() -> st.SearchStrategy[Letterhead]:
    return st.builds(
        Letterhead,
        parent_body=st.one_of(st.just(""), capitals()),
        issuing_body=st.just("") | capitals(),
        number=st.sampled_from(("05/BC-SKHCN", "126/BC-SNV-CCHC&PC", "/BC-SKHCN", "")),
        place=st.sampled_from(("Hà Nội", "Thành phố Hồ Chí Minh", "Đắk Lắk", "Quảng Hà")),
        issued_on=st.one_of(st.none(), st.dates(dt.date(1945, 9, 2), dt.date(2100, 12, 31))),
        contact=st.one_of(st.just(""), texts()),
    )


def signatures() -> st.SearchStrategy[Signature]:
    authority = st.sampled_from(((), ("GIÁM ĐỐC",), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), ("Q. GIÁM ĐỐC",)))
    return st.builds(Signature, authority, st.one_of(st.just(""), names()))


@cache
def documents() -> st.SearchStrategy[Document]:
    """Return random reports in canonical form: what is printed tells each of them from all others."""
    return st.one_of(*map(_documents, Numbering)).map(_with_telling_numbering)


def _documents(numbering: Numbering) -> st.SearchStrategy[Document]:
    levels = 3 if numbering in (Numbering.LETTERS, Numbering.SHORT_CAPITALS) else 4
    body = st.builds(lambda opening, parts: (*opening, *parts), plain_blocks(min_size=1), sections(levels))
    annexes = st.lists(st.builds(Annex, capitals(), body), max_size=2).map(tuple)
    return st.builds(
        Document,
        letterheads(),
        kind=st.just("BÁO CÁO"),
        subject=texts(),
        period_note=st.one_of(st.just(""), texts().map(lambda text: f"({text})")),
        addressees=st.lists(names(), max_size=3).map(tuple),
        legal_bases=st.lists(texts().map(lambda text: f"Căn cứ {text};"), max_size=3).map(tuple),
        body=body,
        closing=texts().map(lambda text: f"Trên đây là {text}./."),
        recipients=st.lists(names(), max_size=4).map(tuple),
        signature=signatures(),
        annexes=annexes,
        numbering=st.just(numbering),
        author=names(),
    )


def _with_telling_numbering(document: Document) -> Document:
    """Return the document with the first numbering that prints the same: I. 1. a) unless a heading shows another."""
    numberings = (replace(document, numbering=one) for one in Numbering)
    return next(one for one in numberings if to_text(one) == to_text(document))


def _parted(blocks: list[Block]) -> tuple[Block, ...]:
    """Return the blocks without those that would run into the one before."""
    parted: list[Block] = []
    for block in blocks:
        if not (parted and not isinstance(block, Paragraph) and _sort(parted[-1]) == _sort(block)):
            parted.append(block)
    return tuple(parted)


def _sort(block: Block) -> tuple[type[Block], str]:
    return type(block), block.mark if isinstance(block, BulletList) else ""


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))
