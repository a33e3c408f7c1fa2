"""A report as long as a department's real one: about nine pages, 32 documents cited."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from reports.document.tree import Block, Document, Letterhead, Paragraph, Section, Signature
from reports.document.typed import blocks

# "# " starts a part, "## " a clause in it; "Lời dẫn:: lời văn" is a paragraph with a lead.
BODY = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")


def _sections(text: str, mark: str = "#") -> tuple[Block, ...]:
    own, *parts = re.split(rf"^{mark} ", text, flags=re.MULTILINE)
    return (*_blocks(own), *(_section(part, f"{mark}#") for part in parts))


def _section(part: str, mark: str) -> Section:
    heading, _, text = part.partition("\n")
    return Section(heading, _sections(text, mark))


def _blocks(text: str) -> Iterator[Block]:
    for block in cast("tuple[Block, ...]", blocks(text)):
        match block:
            case Paragraph(words) if ":: " in words:
                lead, _, rest = words.partition(": ")
                yield Paragraph(rest, lead)
            case _:
                yield block


REAL_SIZE_DOCUMENT = Document(
    Letterhead(
        parent_body="UBND TỈNH QUẢNG HÀ",
        issuing_body="SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
        number="126/BC-SNNMT",
        place="Quảng Hà",
        issued_on=dt.date(2025, 11, 14),
    ),
    kind="BÁO CÁO",
    subject="Kết quả công tác phổ biến, giáo dục pháp luật năm 2025 và nhiệm vụ trọng tâm năm 2026",
    period_note="(Số liệu tính từ ngày 01/01/2025 đến ngày 31/10/2025)",
    body=_sections(BODY),
    closing="Trên đây là báo cáo kết quả năm 2025 của Sở, kính gửi Sở Tư pháp tổng hợp./.",
    recipients=(
        "Sở Tư pháp",
        "Hội đồng PBGDPL tỉnh",
        "Giám đốc, các Phó Giám đốc Sở",
        "Các chi cục",
        "Lưu: VT, VP",
    ),
    signature=Signature(("GIÁM ĐỐC",), "Đặng Quốc Khánh Hưng"),
    author="Sở Nông nghiệp và Môi trường tỉnh Quảng Hà",
)
