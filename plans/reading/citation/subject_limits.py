"""Finds stops: the places in a line beyond which no subject extends."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from plans.reading.citation.issuing_bodies import MAIN_CLAUSE
from plans.reading.citation.kind_names import TITLE
from plans.reading.citation.references import Line

LONGEST = 2000  # characters of a subject
QUOTED = re.compile(r"“[^“”]{1,1000}”|\"[^\"]{1,1000}\"|«[^«»]{1,1000}»")
SENTENCE_END = re.compile(r"(?<=[\w)”\"%]{2})(?<!\bTP)(?<!\bTp)(?<!\bTX)\.\s(?=[^\Wa-zđ_]|[“+-])")
CELL_END = re.compile(r"\s?\|")
ALIAS = re.compile(
    r"\s?\(\s?[“\"]?(?:sau đây|dưới đây|gọi tắt|viết tắt|gọi chung|sau gọi|từ đây|có hiệu lực|kèm theo|gửi kèm|"
    r"đính kèm|bản sao|ban hành kèm|được sửa|được ban hành|đã được|theo (?:file|văn bản)|"
    r"[^\W\d_][\w ]{1,30} số \S{1,40}\))",
    re.IGNORECASE,
)
PREDICATE = re.compile(
    r"(?:,?\s|,)(?:và\s)?(?:(?:đã )?(?:hết|có) hiệu lực (?:thi hành |pháp luật )?(?:kể )?từ|được ban hành(?=,)|"
    r"(?:đã |được |đã được )(?:sửa đổi|thay thế|bãi bỏ|thông qua|nêu|quy định|giao|có)(?!\w)|"
    r"ban hành ngày \d|như sau\s?:|nhằm\s?:|thì )"
)
REMARK = re.compile(
    r"[,;]\s(?:theo đó|cụ thể|như sau|kết quả|qua đó|trong đó|với (?:những|các) nội dung|cùng (?:với )?các|"
    r"ý kiến (?:thảo luận|của))(?!\w)"
)
CIRCUMSTANCE = re.compile(
    r"[,;]\s(?:trong (?:năm|quý|tháng|thời gian|những|giai đoạn)|vừa qua|đến nay|thời gian qua|nhằm|để|"
    r"thì|hôm nay|đồng thời)(?!\w)|[,;]\s(?:năm \d{4},|\d+%)|(?<![A-ZĐ\d])(?<!TTg)[,;]\s(?=ngày \d)"
)
ITEM = re.compile(
    r"(?:[;|]|\s[·•|])\s?(?P<words>(?:(?:các|và|theo|căn cứ|thực hiện|Căn cứ|Theo|Thực hiện|Xét)\s)*)"
)


@dataclass(frozen=True, slots=True)
class Stops:
    """The places of a line's stops in order, and the quotations, inside which stops do not count."""

    places: list[int]
    quotations: list[tuple[int, int]]

    def first_after(self, start: int, limit: int) -> int:
        """Return the first stop for a subject that begins at `start`, at most `limit`."""
        for place in self.places[bisect_left(self.places, start + 1) : bisect_left(self.places, limit)]:
            if not self._is_quoted(place, start):
                return place
        return limit

    def _is_quoted(self, place: int, start: int) -> bool:
        """Return whether the place is inside a quotation that opens at or after `start`."""
        index = bisect_left(self.quotations, (place, 0)) - 1
        return index >= 0 and start <= self.quotations[index][0] and place < self.quotations[index][1]


def find_stops(line: Line, *, in_running_text: bool) -> Stops:
    """Return the stops of a line.

    In running text the sentence continues after the documents, which adds stops: ", Sở Tư pháp hướng dẫn …".
    """
    text = line.text
    patterns = [CELL_END, SENTENCE_END, ALIAS, PREDICATE, REMARK]
    if in_running_text:
        patterns += [MAIN_CLAUSE, CIRCUMSTANCE]
    places = [found.start() for pattern in patterns for found in pattern.finditer(text)]
    return Stops(sorted([*places, *_items(text)]), [found.span() for found in QUOTED.finditer(text)])


def _items(text: str) -> Iterator[int]:
    """Yield the semicolons after which the name of another document follows: "; Luật Hòa giải ở cơ sở"."""
    for found in ITEM.finditer(text):
        if (TITLE.match(text, found.end()) and text[found.end()].isupper()) or found["words"][:1].isupper():
            yield found.start()
