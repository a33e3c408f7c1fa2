"""Last year where a text of this year names it without a reason: it may be left over from last year's text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pbgdpl.lib.remembering import all_remembered

# A full stop ends a sentence only before a space, not in "v.v.," or "1.245".
SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*")
# Words that go with last year on purpose: a comparison, a beginning, a continuation, a later assessment.
COMPARING = re.compile(
    r"(?<!\w)(?:so với|so cùng kỳ|cùng kỳ|năm trước|trước đó|trước đây|năm ngoái|tăng(?! cường)|giảm(?! thiểu| nghèo)|"
    r"cao hơn|thấp hơn|nhiều hơn|ít hơn|tiếp nối|kế thừa|tổng kết|còn lại|chuyển (?:sang|tiếp|từ)|kéo dài|giai đoạn|"
    r"niên độ|năm học|nhiệm kỳ|từ năm|đến nay|liên tục|trong \w+ năm|\w+ năm liền|các năm|trước năm|"
    r"có hiệu lực|hết hiệu lực|được ban hành|(?:ban hành|thông qua|xuất bản|phê duyệt) năm|năm nay|nay (?:là|còn|có)|"
    r"chỉ số|xếp hạng|xếp thứ|đứng thứ|khảo sát|công nhận|khen thưởng|được tặng|trao (?:giải|thưởng)|tái bản|"
    r"kết luận thanh tra|kiểm toán|quyết toán)(?!\w)",
    re.IGNORECASE,
)
# Words right before the year that make it a date or a beginning: "tháng 12 năm", "cuối năm", "từ năm".
BEFORE = re.compile(
    r"(?:tháng \d{1,2}|quý (?:\d|[ivIV]+)|cuối|hết|đến|tới|từ|kể từ|sau|trước|của|"
    r"\d{4}\s?(?:và|,|-|–|/)|\()\s?$",
    re.IGNORECASE,
)
# A document, a law or a name, to which the year belongs.
NAMED = re.compile(
    r"(?<!\w)(?:số \d|ngày \d|(?:Bộ luật|Luật|Hiến pháp|Pháp lệnh|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Bản án)(?!\w))"
)
# The last part is a quotation without its end mark, up to the end of the text.
QUOTED = re.compile(r'“[^”]*”|"[^"]*"|(?P<open>“)[^”]*')
STRAIGHT = re.compile(r'"[^"]*"')
REACH = 200  # characters from the name of a document to its year
AFTER = re.compile(r"\s?[-–/]\s?\d|\s?(?:,|và|đến)\s(?:năm )?(?:19|20)\d\d")
WORDS_BEFORE = 4


@all_remembered
def left_over(text: str, year: int) -> Iterator[tuple[int, str]]:
    """Yield the place of "2023" in "năm 2023", and the words up to it, where a text of 2024 has no reason for it.

    A sentence that names its own year, compares, or names a document or a date has a reason.

    >>> list(left_over("Trong năm 2023, Sở đã mở 5 lớp.", 2024))
    [(10, 'Trong năm 2023')]
    """
    old = re.compile(rf"(?<!\w)năm {year - 1}(?!\w)", re.IGNORECASE)
    if not old.search(text):
        return
    blanked = QUOTED.sub(_blanked, text)
    for sentence in SENTENCE.finditer(blanked):
        words = sentence[0]
        if str(year) in words or COMPARING.search(words):
            continue
        for found in old.finditer(words):
            before = words[max(0, found.start() - REACH) : found.start()]
            is_of_a_name = NAMED.search(before) and not before.endswith(", ")
            if not (is_of_a_name or BEFORE.search(before[-20:]) or AFTER.match(words, found.end())):
                place = sentence.start() + found.end() - len(str(year))
                yield place, " ".join((*before.split()[-WORDS_BEFORE:], found[0]))


def _blanked(quoted: re.Match[str]) -> str:
    """Return the quotation as dots; of one without an end mark, only the text in straight quotation marks."""
    if quoted.lastgroup == "open":
        return STRAIGHT.sub(_blanked, quoted[0])
    return "…" * len(quoted[0])
