"""Reads the subject below a title (ô 5a), which may take several lines, and formats it for citations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pbgdpl.lib.vietnamese import clean_line, lower_first
from plans.reading.citation.connectives import CONNECTIVE, is_in_capitals
from plans.reading.paper.letterhead import FURNITURE, NUMBER_LINE, PLACE_DATE
from plans.reading.paper.names import in_lower_case

MOST_LINES = 8
# Lines of the subject are centred and shorter than those of the text, unless the subject is one long paragraph.
LONGEST_LINE, LONGEST = 72, 600
# Beginnings of lines that follow a title without a subject, or follow the subject.
_NO_SUBJECT = (
    r"(?:Căn cứ|Xét|Kính gửi|Phần|Chương|Mục|Điều|Trên đây)(?!\w)|\((?:Ban hành )?[Kk]èm theo|"
    r"[IVX]{1,4}[.)]\s|[A-ZĐ0-9]{1,2}[.)]\s|[-–+•]\s"
)
NO_SUBJECT = re.compile(_NO_SUBJECT)
# Beginnings of the text.
TEXT = re.compile(
    rf"{_NO_SUBJECT}|(?:Thực hiện|Theo|Thi hành|Chấp hành|Tiếp theo|Nhằm|Để|Trên cơ sở|Ngày \d+|Trong|Qua|Sau|"
    r"Hưởng ứng|Phát huy|Tiếp tục|Năm \d{4}|Quốc hội)(?!\w)"
)
# The authority in capitals below a decision's subject: GIÁM ĐỐC SỞ …, CHỦ TỊCH UBND …
AUTHORITY = re.compile(
    r"(?:(?:TỔNG |PHÓ |QUYỀN )*GIÁM ĐỐC|CHỦ TỊCH|CHỦ NHIỆM|CHÁNH|BỘ TRƯỞNG|THỦ TƯỚNG|THỦ TRƯỞNG|THỐNG ĐỐC|TRƯỞNG|"
    r"TỔNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG|ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|QUỐC HỘI|CHÍNH PHỦ|SỞ|BAN|"
    r"QUYẾT ĐỊNH|QUYẾT NGHỊ|BÍ THƯ)(?!\w)"
)
# Ends of lines that continue on the next one.
OPEN = re.compile(
    r"(?:[,–-]|(?<!\w)(?:và|của|về|theo|trên|cho|với|tại|năm|ngày|tháng|trong|từ|đến|do|các|những|việc|số|thi hành|"
    r"thực hiện|công tác|hoạt động|ngành|tỉnh|thành phố|giai đoạn))$",
    re.IGNORECASE,
)
OF_BODY = re.compile(r"^của \w.{3,100}? (?=về )")  # "KẾT LUẬN của Ban Bí thư về …"
ABOUT = re.compile(r"^\(?\s?(?:v/v|về việc)(?!\w)[:\s]*", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_]*[A-ZĐ][^\W\d_]*[A-ZĐ]|\d|[“\"‘]")  # UBND, 2024, a quotation


def subject_lines(lines: Sequence[str], *, after: str = "") -> Iterator[str]:
    """Yield the lines of the subject among those below the title; `after` is the rest of the title's line."""
    before = after
    for at, raw in enumerate(lines[: MOST_LINES * 2]):
        line = clean_line(raw)
        if not any(map(str.isalnum, line)) or _is_of_letterhead(line):
            if before and before is not after:
                return
            continue
        if not (_goes_on(before, line) if before else _begins(line)) or at >= MOST_LINES + 4:
            return
        yield line
        before = line


def _is_of_letterhead(line: str) -> bool:
    return any(pattern.match(line) for pattern in (FURNITURE, NUMBER_LINE, PLACE_DATE))


def _begins(line: str) -> bool:
    return len(line) <= LONGEST and not NO_SUBJECT.match(line) and line[-1] not in ":;"


def _goes_on(before: str, line: str) -> bool:
    """Return whether the line continues the subject."""
    if before[-1] in ".;:" or TEXT.match(line):
        return False
    if is_in_capitals(line) != is_in_capitals(before):
        return False
    if is_in_capitals(line):
        return not AUTHORITY.match(line) or OPEN.search(before) is not None
    if OPEN.search(before) or not line[0].isupper():
        return len(before) <= LONGEST_LINE * 2
    return len(line) <= LONGEST_LINE and line[-1] not in ".:;,"


def law_name(text: str) -> str:
    """Return the subject of a law as its name, which has no connective: "Đất đai"."""
    text = clean_line(text).strip(" .;")
    return in_lower_case(text) if is_in_capitals(text) else text


def printed_subject(text: str) -> str:
    """Return a subject formatted for citations, with its connective: "về việc …", "triển khai …".

    >>> printed_subject("V/v cử người dự họp"), printed_subject("Công tác văn thư năm 2024")
    ('về việc cử người dự họp', 'về công tác văn thư năm 2024')
    """
    text = clean_line(text).strip(" .;")
    if not text:
        return ""
    if is_in_capitals(text):
        text = in_lower_case(text)
    text = ABOUT.sub("về việc ", OF_BODY.sub("", text), count=1)
    if text.count(")") > text.count("("):
        text = text.removesuffix(")")
    opens = CONNECTIVE.match(text) is not None
    small = text if NAME.match(text) else lower_first(text)
    return small if opens else f"về {small}"
