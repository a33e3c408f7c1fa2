"""The rule about texts of last year's report that still name last year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reports.checks.draft import Draft
from reports.checks.findings import Finding, Rule, Severity, clipped
from reports.checks.passages import Origin

OLD_YEAR = Rule(
    "old-year",
    Severity.WARNING,
    "Còn năm cũ trong lời văn",
    "Lời lấy từ báo cáo năm trước phải sửa năm; so sánh với năm trước là bình thường.",
)
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


def old_year(draft: Draft) -> Iterator[Finding]:
    year = draft.report.reporting_year
    for passage in draft.passages:
        if passage.origin in (Origin.TITLE, Origin.PROSE):
            for words in dict.fromkeys(left_over(passage.text, year)):
                text = (
                    f"“{words}” ({passage.where}) nhắc năm cũ trong báo cáo năm {year}. "
                    "Sửa năm nếu là lời của năm trước."
                )
                same = passage.place.part, passage.place.pks, passage.place.field, words
                yield OLD_YEAR.finds(text, passage.with_line, *same)


def left_over(text: str, year: int) -> Iterator[str]:
    """Yield "năm 2023", with the words before it, where a text of 2024 names it without a reason.

    A sentence that names its own year, compares, or names a document or a date has a reason.
    """
    old = re.compile(rf"(?<!\w)năm {year - 1}(?!\w)", re.IGNORECASE)
    if not old.search(text):
        return
    for sentence in SENTENCE.findall(QUOTED.sub(_blanked, text)):
        if str(year) in sentence or COMPARING.search(sentence):
            continue
        for found in old.finditer(sentence):
            before = sentence[max(0, found.start() - REACH) : found.start()]
            is_of_a_name = NAMED.search(before) and not before.endswith(", ")
            if not (is_of_a_name or BEFORE.search(before[-20:]) or AFTER.match(sentence, found.end())):
                yield clipped(" ".join((*before.split()[-4:], found[0])))


def _blanked(quoted: re.Match[str]) -> str:
    """Return the quotation as dots; of one without an end mark, only the text in straight quotation marks."""
    if quoted.lastgroup == "open":
        return STRAIGHT.sub(_blanked, quoted[0])
    return "…" * len(quoted[0])
