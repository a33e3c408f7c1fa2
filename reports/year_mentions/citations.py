"""The documents that a sentence cites by number or by date."""

from __future__ import annotations

from functools import lru_cache

from reports.year_mentions.sentences import Sentence, Words

DAY = r"(?:\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{1,2} tháng \d{1,2},? năm \d{4})"
KIND = (
    r"kế hoạch|quyết định|công văn|văn bản|chỉ thị|nghị quyết|nghị định|thông tư|hướng dẫn|báo cáo|chương trình|"
    r"thông báo|tờ trình|luật|kết luận|đề án|quy chế|công điện|giấy mời|thư mời"
)
# A document with its number, or with its kind and its day.
CITED = Words(
    rf"\d+[a-zđ]?/(?:\d{{4}}/)?[a-zđ][\w&.-]*(?:/[\w&-]+)?(?:,? ?(?:ban hành )?(?:ngày )?{DAY})?"
    rf"|(?:{KIND})[^,;.:\d]{{0,80}}(?<!từ )(?<!đến )(?<!trước )(?<!vào )ngày {DAY}"
    rf"|(?:{KIND}) số \d+(?![\d/])(?:[^\w/,;.]{{0,3}}ngày {DAY})?"
)


@lru_cache(maxsize=256)
def citations_in(sentence: Sentence) -> tuple[tuple[int, int, str], ...]:
    """Return the start, the end and the words of each citation, in their order."""
    found = CITED.of(sentence).finditer(sentence.low)
    return tuple((one.start(), one.end(), one[0]) for one in found)
