"""The group of a body, as a table states it, or else as its name tells."""

from __future__ import annotations

import re

from accounts.models import BodyGroup
from pbgdpl.lib.vietnamese import fold

# What a folded cell says, in this order: "tổ chức chính trị - xã hội" is no "xã".
STATED = (
    (BodyGroup.FRONT, re.compile(r"mat tran|mttq|chinh tri|doan the|\bhoi\b")),
    (BodyGroup.ENTERPRISE, re.compile(r"doanh nghiep|cong ty|\bdnnn\b|\bdn\b")),
    (BodyGroup.COMMUNE, re.compile(r"\bxa\b|\bphuong\b|\bdac khu\b")),
    (BodyGroup.DEPARTMENT, re.compile(r"chuyen mon|\bso\b|\bban\b|\bnganh\b")),
)
# What a folded name says of a body; any other one is a department.
NAMED = (
    (
        BodyGroup.FRONT,
        re.compile(
            r"(?:uy ban |ban thuong truc |co quan )*+(?:ubmttq|mttq|mat tran to quoc|uy ban mttq|lien doan lao dong"
            r"|hoi (?:nong dan|lien hiep phu nu|cuu chien binh)|doan thanh nien|doan tncs|tinh doan|thanh doan)\b"
        ),
    ),
    (BodyGroup.ENTERPRISE, re.compile(r"(?:tong )?+cong ty\b|tap doan\b|doanh nghiep\b")),
    (BodyGroup.COMMUNE, re.compile(r"(?:ubnd |uy ban nhan dan )?+(?:xa|phuong|dac khu|thi tran)\b")),
)


def group_of(text: str) -> str:
    """Return the value of the group that a cell names, or the cell where it names none.

    >>> group_of("Sở, ban, ngành"), group_of("cấp xã"), group_of("Khác")
    ('department', 'commune', 'Khác')
    """
    words = fold(text)
    values = {fold(group.label): group for group in BodyGroup} | {group.value: group for group in BodyGroup}
    found = values.get(words) or next((group for group, pattern in STATED if pattern.search(words)), None)
    return found.value if found else text


def suggested_group(name: str) -> BodyGroup:
    """Return the group that a body's name tells.

    >>> suggested_group("UBND xã Sen").label, suggested_group("Sở Y tế").label
    ('Xã, phường, đặc khu', 'Cơ quan chuyên môn thuộc UBND cấp tỉnh')
    """
    words = fold(name)
    return next((group for group, pattern in NAMED if pattern.match(words)), BodyGroup.DEPARTMENT)
