"""A row of a table about an event as one sentence: its name first, then when, where and the rest."""

import re

from events.reading.days import days_in
from events.reading.kinds import heads_in

PLACE_CELL = re.compile(
    r"(?:Hội trường|Nhà văn hóa|Nhà văn hoá|Trụ sở|Thôn|Xã|Phường|Khu|Sân|Trường|Nhà)(?!\w)"
)
RUNNING_NUMBER = re.compile(r"\d{1,3}[.)]?")


def row_sentence(line: str) -> str:
    """Return a line that is no row as it is, a row as a sentence.

    >>> row_sentence("1 | 05/3/2025 | Hội nghị phổ biến Luật Giá | Hội trường Sở | 90 người")
    'Hội nghị phổ biến Luật Giá (05/3/2025) tại Hội trường Sở, 90 người'
    """
    cells = line.split(" | ")
    if len(cells) == 1:
        return line
    name = next((cell for cell in cells if any(head.start <= 12 for head in heads_in(cell))), None)
    if name is None:
        return line
    others = [cell for cell in cells if cell is not name and not RUNNING_NUMBER.fullmatch(cell)]
    return name.rstrip(" .;,") + "".join(_said(cell) for cell in others)


def _said(cell: str) -> str:
    days = days_in(f"({cell})", 2000)
    if days and (days[0].start, days[0].end) == (0, len(cell) + 1):
        return f" ({cell})"
    return f" tại {cell}" if PLACE_CELL.match(cell) else f", {cell}"
