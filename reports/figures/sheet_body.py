"""Which body a spreadsheet in the shape of a form says that it is of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pbgdpl.lib.office.workbook import Line
from pbgdpl.lib.vietnamese import clean_line, fold

# "Đơn vị báo cáo: Sở Y tế"; the name may stand in the next cell.
REPORTER = re.compile(r"(?:đơn vị|cơ quan)(?: gửi)? báo cáo\s*:\s*(.*)", re.IGNORECASE)
# What a name has beside that of the body: the committee before a commune, the province behind.
COMMITTEE = re.compile(r"(?:uy ban nhan dan|ubnd) (?=(?:xa|phuong|dac khu|tinh|thanh pho) )")
PROVINCE = re.compile(r",? (?:tinh|thanh pho|tp\.?) .*")
OTHER_BODY = "Dòng {number} của tệp ghi tên đơn vị “{found}”, không phải “{name}”: xem lại có đúng tệp không."


def other_body(lines: Iterable[Line], names: Iterable[str]) -> Iterator[str]:
    """Yield a sentence where the lines above the codes name a body that goes by none of these names."""
    known = [name for name in names if name]
    for line in lines:
        found = _named(line)
        if found and known and _plain(found) not in map(_plain, known):
            yield OTHER_BODY.format(number=line.number, found=found, name=known[0])


def _named(line: Line) -> str:
    """Return the name that a line gives for the body, "" where it gives none."""
    cells = [clean_line(text) for _, text in sorted(line.cells.items())]
    for at, text in enumerate(cells):
        if named := REPORTER.fullmatch(text):
            return named[1] or " ".join(cells[at + 1 : at + 2])
    return ""


def _plain(name: str) -> str:
    return PROVINCE.sub("", COMMITTEE.sub("", fold(name)))
