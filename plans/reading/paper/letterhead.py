"""Reads a letterhead: bodies and number at the left, place and date at the right (ô 2–5b)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from pbgdpl.lib.vietnamese import clean_line
from pbgdpl.lib.written_dates import DASHES, date_at
from plans.kinds import DocumentKind
from plans.reading.citation.connectives import is_in_capitals
from plans.reading.citation.numbers import find_numbers

# Quốc hiệu, Tiêu ngữ and the Party's heading, which separate columns.
FURNITURE = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA(?:\s+VIỆT)?(?:\s+NAM)?|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|"
    rf"(?i:Độc\s+lập\s*+[.*{DASHES}]?\s*+Tự\s+do\s*+[.*{DASHES}]?\s*+Hạnh\s+phúc)"
)
COLUMN = re.compile(r"\t|\s{3,}")
NUMBER_LINE = re.compile(r"(?:^|(?<=\s))(?:(?:(?:Luật|Pháp lệnh) s|S)[ốỐ]\s*[:.]\s*|S[ốỐ]\s+(?=[\d/.…_]))")
# Digits added by another program in the space before the symbol come after it in the extracted text.
PUT_ON_TOP = re.compile(r"[^\d/-]*[/-](?P<symbol>[^\W\d_][^\d\s]*)\s?(?P<digits>\d{1,5})(?!\S)")
BARE_NUMBER = re.compile(r"\s*\d{1,6}\s?[/-]\s?[^\W\d_]{2}[\w/&.-]*+\s*+")
_PART = r"[\d\s.…_/]{0,20}"
# "Hà Nội, ngày 16 tháng 01 năm 2024", the place before it
PLACE_DATE = re.compile(
    rf"(?:(?<![\w/.{DASHES}])[^\W\d_][^\W\d_.]*(?: [^\W\d_.]+){{0,5}}\s?,\s*)?"
    rf"(?<!\w)(ngày{_PART}tháng{_PART}năm{_PART})",
    re.IGNORECASE,
)
ABOUT = re.compile(r"\(?(?:V/v|v/v|V/V|Về việc|VỀ VIỆC|Về)(?!\w)")
# Stamps, and the end of Quốc hiệu on a line of its own
NO_NAME = re.compile(
    r"\W*(?:DỰ THẢO|HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN|TUYỆT MẬT|TỐI MẬT|MẬT|MẪU|BIỂU|BẢN SAO|SAO Y|"
    r"CÔNG VĂN ĐẾN|ĐẾN)(?!\w)|(?:VIỆT )?NAM$"
)
# Words that begin the name of a body; a line without one continues the name above it.
BODY = re.compile(
    r"(?:SỞ|BỘ(?! LUẬT)|BAN|CỤC|CHI CỤC|TỔNG CỤC|VỤ|PHÒNG(?! CHỐNG|,)|VĂN PHÒNG|THANH TRA|TRUNG TÂM|TRƯỜNG|VIỆN|"
    r"HỌC VIỆN|HỘI|LIÊN|UBND|UBMTTQ|HĐND|HĐPH|ỦY BAN|UỶ BAN|ĐẢNG|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|THÀNH UỶ|HUYỆN ỦY|QUẬN ỦY|"
    r"CÔNG AN|CÔNG TY|CÔNG ĐOÀN|TỔNG|BẢO HIỂM|BHXH|TÒA ÁN|TOÀ ÁN|KHO BẠC|NGÂN HÀNG|BỆNH VIỆN|ĐÀI|BÁO|TẠP CHÍ|ĐOÀN|"
    r"MẶT TRẬN|QUỸ|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|CHỦ TỊCH|KIỂM TOÁN|KHỐI|ĐẠI HỌC|BCĐ|BTC)(?!\w)",
)
LONGEST_NAME = 120


@dataclass(slots=True)
class Letterhead:
    number: str = ""
    kind: DocumentKind | None = None  # given by the symbol
    issued_on: date | None = None
    bodies: list[str] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)  # of a letter: "V/v …"
    subject_is_open: bool = False

    @property
    def body(self) -> str:
        """Return the last body named, which is the issuing one; those above it are its superiors."""
        return self.bodies[-1] if self.bodies else ""


def read_letterhead(lines: Sequence[str], below: Sequence[str] = ()) -> Letterhead:
    """Return the letterhead from the lines above the title; missing values are taken from the lines `below` it."""
    head = Letterhead()
    for line in lines:
        _read_line(head, line)
    rest = Letterhead()
    for line in below:
        if _is_of_letterhead(line):
            _read_line(rest, line)
    head.number, head.kind = (head.number, head.kind) if head.number else (rest.number, rest.kind)
    head.issued_on = head.issued_on or rest.issued_on
    head.bodies = head.bodies or rest.bodies
    return head


def _is_of_letterhead(line: str) -> bool:
    return any(pattern.match(line.strip()) for pattern in (FURNITURE, NUMBER_LINE, PLACE_DATE))


def _read_line(head: Letterhead, line: str) -> None:
    had_number = bool(head.number)
    rest = _without_date(head, _without_number(head, line))
    pieces = [piece for part in COLUMN.split(rest) if (piece := clean_line(part))]
    head.subject_is_open = head.subject_is_open and bool(pieces)
    for piece in pieces:
        if head.subject_is_open or (ABOUT.match(piece) and not head.subject):
            head.subject.append(piece)
            head.subject_is_open = True
        elif _is_name(piece) and not (had_number and head.bodies):
            _add_name(head, piece)


def _without_number(head: Letterhead, line: str) -> str:
    """Store the number of a line in `head` and return the line without it: "Số: 139/KH-SKHCN"."""
    line = FURNITURE.sub("\t", line)
    place = NUMBER_LINE.search(line) or (None if head.number else BARE_NUMBER.fullmatch(line))
    if place is None:
        return line
    text = clean_line(line[place.start() :])
    if found := PUT_ON_TOP.match(text):
        text = f"Số {found['digits']}/{found['symbol']}{text[found.end() :]}"
    number = next(iter(find_numbers(text)), None)
    if number is None:
        return line
    if number.text and not head.number:
        head.number, head.kind = number.text, number.kind
    return f"{line[: place.start()]}\t{text[number.end :]}"


def _without_date(head: Letterhead, line: str) -> str:
    found = PLACE_DATE.search(line)
    if found is None:
        return line
    written = date_at(clean_line(found[1]), 0)
    head.issued_on = head.issued_on or (written.day if written else None)
    return f"{line[: found.start()]}\t{line[found.end() :]}"


def _is_name(piece: str) -> bool:
    letters = sum(map(str.isalpha, piece))
    return letters > 1 and is_in_capitals(piece) and len(piece) <= LONGEST_NAME and not NO_NAME.match(piece)


def _add_name(head: Letterhead, piece: str) -> None:
    if head.bodies and not BODY.match(piece):
        head.bodies[-1] = f"{head.bodies[-1]} {piece}"
    else:
        head.bodies.append(piece)
