"""Recognises headings, lead-ins and items about plans, which were not yet carried out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pbgdpl.lib.vietnamese import fold
from reports.document.tree import BulletList, LetteredList, Paragraph, Table
from reports.document.typed import TypedBlock
from reports.reading.marks import mark
from reports.reading.report import places

LONGEST_TITLE = 200  # characters; what is longer is prose
# Folded. Words about the future; tasks and a later year, unless the words before them say that they were done.
AHEAD = re.compile(
    r"phuong huong|kien nghi|de xuat|dinh huong|\bdu kien|\bsap toi\b|"
    r"\b(?:thoi gian|nam|quy|thang|giai doan|ky) (?:toi|sau|tiep theo)\b"
)
TASKS = re.compile(r"\b(?:nhiem vu|giai phap|chuong trinh cong tac)\b")
DONE = re.compile(
    r"\b(?:ket qua|thuc hien|trien khai|hoan thanh|tinh hinh|danh gia|chuc nang|ban hanh|xay dung|tham muu)\b"
)
WAS_DONE = re.compile(r"\b(?:đã|được giao)\b", re.IGNORECASE)
YEARS = re.compile(r"\bnam (20\d\d)\b")
# Not folded, because "chia sẻ" is not "sẽ".
ITEM_AHEAD = re.compile(
    r"\b(?:sẽ|dự kiến|sắp tới|(?:thời gian|năm|quý|tháng) (?:tới|sau)|chuẩn bị tổ chức|kế hoạch tổ chức|"
    r"(?:tạm )?hoãn|chưa tổ chức|chưa thực hiện|không tổ chức được)\b",
    re.IGNORECASE,
)


def is_planning(title: str, year: int) -> bool:
    """Return whether a heading or lead-in of a report on that year is about the time after it.

    >>> is_planning("NHIỆM VỤ NĂM 2025", 2024), is_planning("Kết quả thực hiện nhiệm vụ", 2024)
    (True, False)
    """
    folded = fold(title)
    if AHEAD.search(folded):
        return True
    ahead = [one.start() for one in TASKS.finditer(folded)]
    ahead += [one.start() for one in YEARS.finditer(folded) if int(one[1]) > year]
    done = DONE.search(folded)
    is_done = WAS_DONE.search(title) or (done and ahead and done.start() < min(ahead))
    return bool(ahead) and not is_done


def is_planned(item: str, held_from: date | None, *, year: int, issued_on: date | None) -> bool:
    """Return whether an item is about an event that was not yet held when the report was issued."""
    return is_after(held_from, year=year, issued_on=issued_on) or ITEM_AHEAD.search(item) is not None


def is_after(held_from: date | None, *, year: int, issued_on: date | None) -> bool:
    """Return whether a day is after the report was issued, or after its year if that is unknown."""
    last_day = issued_on if issued_on and issued_on.year >= year else date(year, 12, 31)
    return held_from is not None and held_from > last_day


def planned_texts(bodies: Sequence[Sequence[TypedBlock]], year: int) -> Iterator[tuple[int, int, int]]:
    """Yield the positions of the body, the block and the item of each text below a title or a lead-in about plans.

    Titles here are headings that were not recognised: paragraphs or items above others. A title applies up to the next
    one of its rank (in capitals, "1.", "a)", …) or to the end of the body, "Phần thứ hai" beyond it; a lead-in applies
    up to the next paragraph.
    """
    title = ""
    for body, blocks in enumerate(bodies):
        title, lead_in = title if places.PART.match(title) else "", ""
        for place, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                line = f"{block.lead} {block.text}".strip()
                lead_in = _lead_in(line, year)
                title = _title_after(title, line, year)
                if title or lead_in:
                    yield body, place, 0
            for item, line in enumerate(_items(block)):
                lead_in = _lead_in(line, year) if line.endswith(":") else lead_in
                if title or lead_in:
                    yield body, place, item


def _lead_in(line: str, year: int) -> str:
    return line if line.endswith(":") and is_planning(line, year) else ""


def _title_after(title: str, line: str, year: int) -> str:
    """Return the title about plans that applies after a paragraph, or an empty text."""
    if len(line) > LONGEST_TITLE or line[-1:] in {".", ";", ","}:
        return title
    if is_planning(line, year):
        return title if title and _rank(title) != _rank(line) else line
    return "" if title and _rank(line) == _rank(title) else title


def _items(block: TypedBlock) -> Sequence[str]:
    match block:
        case BulletList(items):
            return items
        case LetteredList(items):
            return [f"{item.lead} {item.text}".strip() for item in items]
        case Table(rows):
            return [" ".join(row) for row in rows]
        case _:
            return ()


def _rank(title: str) -> tuple[bool, bool, str]:
    """Return the features that titles of one depth share: capitals, "Phần …", the family of the mark."""
    sign = mark(title)
    return places.is_capitals(title), places.PART.match(title) is not None, sign.family.value if sign else ""
