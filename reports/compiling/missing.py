"""The parts that a report lacks before it can be signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports.compiling.contents import contents
from reports.document.tree import Document

NAMED_SECTIONS = 3


@dataclass(frozen=True, slots=True)
class Missing:
    """A sentence about something to complete, and the page of the year that shows it."""

    text: str
    page: str = "report"
    gap: str = ""  # filters that page
    writers_page: str = ""  # where writers of reports can complete it, if on another page


def missing_parts(document: Document) -> Iterator[Missing]:
    """Yield the parts of a compiled report that are empty on the paper."""
    parts = (
        (document.letterhead.number.partition("/")[0], "số, ký hiệu"),
        (document.letterhead.issued_on, "ngày ban hành"),
        (document.closing, "lời kết"),
        (document.recipients, "nơi nhận"),
        (document.signature.name, "họ tên người ký"),
    )
    empty = [str(entry.heading) for entry in contents(document) if entry.is_empty]
    if empty:
        yield Missing(_sections_without_text(empty))
    for part, words in parts:
        if not part:
            yield Missing(f"Báo cáo chưa có {words}", writers_page="report_head")


def _sections_without_text(headings: list[str]) -> str:
    named = "; ".join(f"“{heading}”" for heading in headings[:NAMED_SECTIONS])
    more = f" và {len(headings) - NAMED_SECTIONS} mục khác" if len(headings) > NAMED_SECTIONS else ""
    return f"{len(headings)} mục của báo cáo chưa có nội dung: {named}{more}"
