"""Rules about the signer: the words of the authority and the name (ô 7a and 7b)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pbgdpl.lib.vietnamese import fold
from reports.checks.draft import Draft
from reports.checks.findings import Finding, Part, Place, Rule, Severity
from reports.models import Report

DECREE = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.7"
AUTHORITY = Rule(
    "signer-authority",
    Severity.WARNING,
    "Quyền hạn của người ký ghi chưa đúng",
    f"{DECREE}.b: ký thay người đứng đầu phải ghi “KT.” trước chức vụ của người đứng đầu; tương tự “TL.”, “TUQ.”.",
)
SIGNER_TITLE = Rule(
    "title-before-signer",
    Severity.WARNING,
    "Trước họ tên người ký có danh xưng",
    f"{DECREE}.c: trước họ tên của người ký không ghi học hàm, học vị và các danh hiệu danh dự khác.",
)
DEPUTY = re.compile(r"(?:PHÓ|P\.)\s?(?=\w)")
SHORT_DEPUTY = "PGĐ"
INSTEAD = re.compile(r"K/?T\b|TUQ\b")  # who signs instead of the head, or is authorised
# Deputies sign in the name of a collective without "KT.", but not in the name of a people's committee.
COLLECTIVE = re.compile(r"T/?M\b(?!\W*(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN))")
WITHOUT_STOP = re.compile(r"(?P<word>KT|TL|TUQ|TM|Q)(?:\s*:\s*|\s+)(?=\w)")
CHARGED = re.compile(r"(?<!\s)\s+(?:PHỤ TRÁCH|ĐIỀU HÀNH|THƯỜNG TRỰC)\b.*")

SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lâm|Mai|Trịnh|Đào|Cao|Hà|Tạ|"
    "Lưu|Lương|Châu|Tô|Vương|Thái|Trương|Chu|Quách|Nông|Hứa|Kiều|Phùng|Tăng|Văn|La|Triệu|Đàm|Bế|Lò|Giàng|Vàng|Sùng|Tống"
)
RANKS = "(?:đại|thượng|trung|thiếu) (?:tướng|tá|[uú]y)|chuẩn đô đốc|phó đô đốc|đô đốc"
DEGREES = (
    r"p?gs|tskh|ts|th\.?s|bs(?:\.?c?k?(?:i{1,2}|1|2))?|ck(?:i{1,2}|1|2)|ds|ks|kts|cn|"
    r"(?:phó )?giáo sư|tiến s[ĩỹ](?: khoa học)?|thạc s[ĩỹ]|bác s[ĩỹ]|dược s[ĩỹ]|kỹ sư|kiến trúc sư|cử nhân"
)
HONOURS = (
    r"ngnd|ngưt|nsnd|nsưt|ttnd|ttưt|ahlđ|ls|luật sư|(?:nhà giáo|nghệ s[ĩỹ]|thầy thuốc)(?: nhân dân| ưu tú)?|"
    rf"anh hùng(?: lao động)?|đồng chí|đ/c|(?:ông|bà)(?=(?:\s*+:)?\s++(?:{SURNAMES})\b)"
)
TITLE = re.compile(
    rf"\s*(?:(?P<rank>{RANKS})|(?P<degree>{DEGREES})|(?P<honour>{HONOURS}))(?:\s*[.,:;-]+\s*|\s+)(?=\w)",
    re.IGNORECASE,
)
# Bodies whose own branch decides on ranks or degrees before the name.
ARMED = re.compile(
    r"\b(?:cong an|quan su|bien phong|bo doi|bo tu lenh|canh sat|quan khu|quan doi|hai quan)\b"
)
LEARNED = re.compile(
    r"(?:truong|hoc vien|dai hoc|benh vien|trung tam y te|trung tam kiem soat benh tat|vien (?!kiem sat))\b"
)


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line of the authority that is wrong, with the right lines in its place."""

    line: str
    text: str
    right: tuple[str, ...]


def signer_authority(draft: Draft) -> Iterator[Finding]:
    place = Place(Part.REPORT, field="signer_authority", line=" ".join(draft.document.signature.authority))
    for wrong in wrong_lines(draft.document.signature.authority):
        yield AUTHORITY.finds(wrong.text, place, wrong.line)


def wrong_lines(lines: Sequence[str]) -> Iterator[Wrong]:
    """Yield the lines of an authority in capitals that lack "KT." above a deputy, or the stop after "KT", "TL" …"""
    stands_in = (number for number, line in enumerate(lines) if INSTEAD.match(line) or COLLECTIVE.match(line))
    first = next(stands_in, len(lines))
    for number, line in enumerate(lines):
        if found := WITHOUT_STOP.match(line):
            right = f"{found['word']}. {line[found.end() :]}"
            yield Wrong(line, f"“{line}”: sau “{found['word']}” có dấu chấm. Sửa thành “{right}”.", (right,))
        elif _is_deputy(line) and number <= first:
            head = head_of(line)
            right = f"KT. {head}"
            text = f"“{line}” ký thay người đứng đầu nhưng chưa ghi “KT.”. Ghi “{right}” ở dòng trên."
            is_above = number > 0 and lines[number - 1] == head
            yield Wrong(head, text, (right,)) if is_above else Wrong(line, text, (right, line))


def _is_deputy(line: str) -> bool:
    return DEPUTY.match(line) is not None or line == SHORT_DEPUTY


def head_of(deputy: str) -> str:
    """Return the office whose deputy signs.

    >>> head_of("PHÓ GIÁM ĐỐC PHỤ TRÁCH"), head_of("PHÓ CHÁNH VĂN PHÒNG")
    ('GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG')
    """
    return "GIÁM ĐỐC" if deputy == SHORT_DEPUTY else CHARGED.sub("", DEPUTY.sub("", deputy, count=1))


def title_before_signer(draft: Draft) -> Iterator[Finding]:
    name = draft.document.signature.name
    bare = without_title(name, draft.report)
    if bare != name:
        title = name.removesuffix(bare).strip()
        text = f"“{title}” trước họ tên người ký không ghi trên văn bản. Chỉ ghi “{bare}”."
        yield SIGNER_TITLE.finds(text, Place(Part.REPORT, field="signer_name", line=name), name)


def without_title(name: str, report: Report) -> str:
    """Return the name without titles; armed forces keep ranks and degrees, schools and hospitals keep degrees."""
    kept, start = _kept(fold(report.issuing_body)) | _kept(fold(report.author)), 0
    while (found := TITLE.match(name, start)) and found.lastgroup not in kept:
        start = found.end()
    return name[start:]


def _kept(body: str) -> set[str]:
    """Return the kinds of titles that a body of this folded name may write before a name."""
    return {"rank", "degree"} if ARMED.search(body) else {"degree"} if LEARNED.match(body) else set()
