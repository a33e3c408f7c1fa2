"""The rule about tables that are too wide for the page, so that their words are cut."""

from __future__ import annotations

from collections.abc import Iterator

from pbgdpl.lib.remembering import all_remembered
from reports.checks.draft import Draft
from reports.checks.findings import Finding, Part, Place, Rule, Severity, clipped
from reports.document.columns import is_too_wide
from reports.document.page import TURNED, UPRIGHT, Page
from reports.document.tree import Table
from reports.document.typed import blocks

WIDE_TABLE = Rule(
    "wide-table",
    Severity.WARNING,
    "Bảng rộng hơn trang giấy",
    "Các từ và con số dài nhất của bảng không đứng vừa trên một dòng, nên in ra bị ngắt giữa chừng.",
)


def wide_table(draft: Draft) -> Iterator[Finding]:
    for section in draft.sections:
        place = Place(Part.SECTION, (section.pk,), section=section.pk)
        for table in _too_wide(section.body, UPRIGHT):
            text = (
                f"Bảng “{_name(table)}” (mục “{clipped(section.heading)}”) rộng hơn trang giấy. "
                "Chuyển bảng sang phụ lục, ở đó trang tự xoay ngang."
            )
            yield WIDE_TABLE.finds(text, place, section.pk, _name(table))
    for annex in draft.annexes:
        for table in _too_wide(annex.body, TURNED):
            text = (
                f"Bảng “{_name(table)}” (phụ lục “{clipped(annex.title)}”) rộng hơn cả trang xoay ngang. "
                "Bớt cột, hoặc tách thành hai bảng."
            )
            yield WIDE_TABLE.finds(text, Place(Part.ANNEX, (annex.pk,)), annex.pk, _name(table))


@all_remembered
def _too_wide(text: str, page: Page) -> Iterator[Table]:
    yield from (block for block in blocks(text) if isinstance(block, Table) and is_too_wide(block, page))


def _name(table: Table) -> str:
    return clipped(", ".join(filter(None, table.rows[0])))
