"""What stands below the list of a sheet: who made it, who signs, to whom it goes, notes."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from accounts.rows.sheets.left_out import LeftOut, left_out
from pbgdpl.lib.office.workbook import Line
from pbgdpl.lib.vietnamese import fold

SIGNATURE = re.compile(
    r"\(?(?:(?:nguoi|can bo) (?:lap|tong hop|ghi|bao cao|theo doi)|thu truong"
    r"|(?:pho )?(?:giam doc|chu tich|hieu truong)|(?:pho )?(?:truong|chanh) (?:phong|ban|van phong|thanh tra)"
    r"|lanh dao|xac nhan|tm ?\.|kt ?\.|tl ?\.|ky|da ky|noi nhan"
    r"|(?:.{1,40}, ?)?ngay [\d. …_]* ?thang [\d. …_]* ?nam)(?!\w)"
)
NOTE = re.compile(r"(?:ghi chu|luu y|chu thich|chu giai|nguon)(?: ?\d)?\s*[:.]|\*|\(\*+\)")
LONGEST_SIGNATURE = 60
BELOW, IS_NOTE = "phần ký dưới danh sách", "ghi chú dưới danh sách"


def below_list(lines: Sequence[Line], read: Collection[int]) -> tuple[Sequence[Line], tuple[LeftOut, ...]]:
    """Return the lines of the list, and what stands below it: notes, and all from the first signature on.

    A line with figures belongs to the list, and so does all that precedes it.
    """
    end = len(lines)
    while end and _may_stand_below(lines[end - 1], read):
        end -= 1
    below: list[LeftOut] = []
    kept = list(lines[:end])
    for line in lines[end:]:
        if any(out.why == BELOW for out in below) or _is_signature(line):
            below.append(left_out(line, BELOW))
        elif _is_note(line):
            below.append(left_out(line, IS_NOTE))
        else:
            kept.append(line)
    return kept, tuple(below)


def _may_stand_below(line: Line, read: Collection[int]) -> bool:
    has_figures = any(any(map(str.isdigit, text)) for place, text in line.cells.items() if place in read)
    return not has_figures or _is_signature(line) or _is_note(line)


def _is_signature(line: Line) -> bool:
    return all(
        len(text) <= LONGEST_SIGNATURE and SIGNATURE.match(fold(text)) is not None
        for text in line.cells.values()
    )


def _is_note(line: Line) -> bool:
    texts = list(line.cells.values())
    return len(texts) == 1 and NOTE.match(fold(texts[0][:LONGEST_SIGNATURE])) is not None
