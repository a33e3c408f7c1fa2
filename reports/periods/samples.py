"""The sample report that an outline, a criteria set or a form prints, before a period is opened with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

from accounts.models import Organisation
from reports.document.numbering import nested
from reports.document.tree import (
    Block,
    BulletList,
    Document,
    Letterhead,
    Numbering,
    Paragraph,
    Section,
    Signature,
    Table,
)
from reports.document.typed import Listing, blocks
from reports.figures.form_table import full_label
from reports.models import (
    CriteriaSet,
    Criterion,
    Indicator,
    IndicatorSet,
    Outline,
    OutlineSection,
    PeriodKey,
)
from reports.models.province import province_subject
from reports.models.report import usual_subject

MARK = "(MẪU)"
NOTE = "(BẢN IN THỬ, KHÔNG PHẢI BÁO CÁO)"
TEXT = f"{MARK} Lời của đơn vị ở mục này."
GROUP_TEXT = f"{MARK} Lời đánh giá của đơn vị."
DOUBTFUL = "(chưa chắc chắn)"


def sample_of(
    template: Outline | CriteriaSet | IndicatorSet, rows: Sequence[Any], receiver: Organisation, year: int
) -> Document:
    """Return the sample report of the rows of a set, as its head says."""
    if isinstance(template, Outline):
        return sample_of_outline(template, rows, receiver, year)
    if isinstance(template, CriteriaSet):
        return sample_of_criteria(rows, receiver, year)
    return sample_of_form(rows, receiver, year)


def sample_of_outline(
    outline: Outline, sections: Sequence[OutlineSection], receiver: Organisation, year: int
) -> Document:
    """Return the report with every heading of the outline and a sample text under each."""
    sample = _sample(tuple(_sections(sections)), Numbering(outline.numbering), receiver, year)
    if not outline.for_province:
        return sample
    letterhead = replace(sample.letterhead, issuing_body=receiver.name.upper())
    return replace(sample, letterhead=letterhead, subject=province_subject(receiver, PeriodKey(year)))


def sample_of_criteria(criteria: Sequence[Criterion], receiver: Organisation, year: int) -> Document:
    """Return the section that prints the criteria, as in a report, each group and its points named."""
    found = tuple(Paragraph(_assessed(one), lead=f"{one.name}:") for one in criteria)
    section = Section("KẾT QUẢ ĐÁNH GIÁ TIÊU CHÍ", found)
    return _sample((section,), Numbering.LETTERS, receiver, year)


def sample_of_form(columns: Sequence[Indicator], receiver: Organisation, year: int) -> Document:
    """Return the section that prints the form without figures, a row for each of its columns."""
    rows = (
        (f"({one.code})", f"{full_label(one)} {DOUBTFUL if one.is_doubtful else ''}".strip(), one.unit, "")
        for one in columns
    )
    section = Section("SỐ LIỆU THỐNG KÊ", (Table((("Cột", "Chỉ tiêu", "Đơn vị tính", "Số liệu"), *rows)),))
    return _sample((section,), Numbering.LETTERS, receiver, year)


def _sample(body: tuple[Block, ...], numbering: Numbering, receiver: Organisation, year: int) -> Document:
    return Document(
        letterhead=Letterhead(receiver.parent_body.upper(), "ĐƠN VỊ MẪU", "/BC-MẪU", receiver.place),
        kind="BÁO CÁO (MẪU)",
        subject=usual_subject(year),
        period_note=NOTE,
        body=body,
        closing=f"{MARK} Trên đây là báo cáo của đơn vị./.",
        recipients=(receiver.name, "Lưu: VT"),
        signature=Signature(("THỦ TRƯỞNG ĐƠN VỊ",), MARK),
        numbering=numbering,
        author="Đơn vị mẫu",
        is_draft=True,
    )


def _sections(rows: Sequence[OutlineSection]) -> Iterator[Section]:
    """Yield the headings in reading order as a tree; text stands under those that have none below them."""
    for row, below in nested(rows, attrgetter("depth")):
        texts = tuple(_blocks(row.starting_text)) if row.starting_text or not below else ()
        yield Section(row.printed_heading, (*texts, *_sections(below)))


def _blocks(text: str) -> Iterator[Block]:
    """Yield the starting text, with sample lines in place of its listings; a sample text where there is none."""
    for block in blocks(text):
        if isinstance(block, Listing):
            yield BulletList(tuple(f"{MARK} {block.name}: dòng {number} của đơn vị" for number in (1, 2)))
        else:
            yield block
    if not text:
        yield Paragraph(TEXT)


def _assessed(criterion: Criterion) -> str:
    group = f" Nhóm: {criterion.group}." if criterion.group else ""
    return f"{GROUP_TEXT}{group}"
