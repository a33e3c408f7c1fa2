"""Stops: the places in a line at which the subject of a document ends at the latest."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from plans.reading.bodies import MAIN_CLAUSE
from plans.reading.heads import Line
from plans.reading.titles import TITLE

LONGEST = 4000  # no subject is longer; a line without end is not read on and on
QUOTED = re.compile(r"“[^“”]{1,1000}”|\"[^\"]{1,1000}\"|«[^«»]{1,1000}»")
SENTENCE_END = re.compile(r"(?<=[\w)”\"%]{2})(?<!\bTP)(?<!\bTp)(?<!\bTX)\.\s(?=[^\Wa-zđ_]|[“+-])")
ALIAS = re.compile(
    r"\s?\(\s?[“\"]?(?:sau đây|dưới đây|gọi tắt|viết tắt|gọi chung|sau gọi|từ đây|có hiệu lực|kèm theo|gửi kèm|"
    r"đính kèm|bản sao|ban hành kèm|được sửa|được ban hành|đã được|theo (?:file|văn bản)|"
    r"[^\W\d_][\w ]{1,30} số \S{1,40}\))",
    re.IGNORECASE,
)
PREDICATE = re.compile(
    r"(?:,?\s|,)(?:và\s)?(?:hết hiệu lực|có hiệu lực|(?:đã\s)?được (?:sửa đổi|thay thế|bãi bỏ|ban hành|thông qua)|"
    r"đã (?:được|hết|có|nêu|giao|quy định)|ban hành ngày \d|như sau\s?:)"
)
REMARK = re.compile(r"[,;]\s(?:theo đó|cụ thể|như sau|kết quả|qua đó|trong đó|với (?:những|các) nội dung)(?!\w)")
CIRCUMSTANCE = re.compile(
    r"[,;]\s(?:trong (?:năm|quý|tháng|thời gian|những|giai đoạn)|vừa qua|đến nay|thời gian qua|nhằm|để|"
    r"thì|hôm nay|đồng thời)(?!\w)|[,;]\s(?:năm \d{4},|ngày \d)"
)
ITEM = re.compile(r"(?:[;|]|\s[·•|])\s?(?P<words>(?:(?:các|và|theo|căn cứ|thực hiện|Căn cứ|Theo|Thực hiện|Xét)\s)*)")


@dataclass(frozen=True, slots=True)
class Stops:
    """The places of a line's stops in order, and the quotations inside which none of them counts."""

    always: list[int]
    in_running_text: list[int]  # counts only where the documents stand in a longer sentence
    quotations: list[tuple[int, int]]

    def first_after(self, start: int, limit: int, *, in_running_text: bool) -> int:
        """Return the first stop for a subject that starts here, at most `limit`."""
        stops = [self.always, self.in_running_text] if in_running_text else [self.always]
        return min(self._first(places, start, limit) for places in stops)

    def _first(self, places: list[int], start: int, limit: int) -> int:
        for place in places[bisect_left(places, start + 1) :]:
            if place >= limit:
                break
            if not self.is_quoted(place, start):
                return place
        return limit

    def is_quoted(self, place: int, start: int) -> bool:
        """Return whether this place lies in a quotation that opened at or after `start`."""
        index = bisect_left(self.quotations, (place, 0)) - 1
        return index >= 0 and start <= self.quotations[index][0] and place < self.quotations[index][1]


def find_stops(line: Line) -> Stops:
    """Return where subjects end in a line, whatever document they belong to."""
    text = line.text
    always = sorted([*_places(text, SENTENCE_END, ALIAS, PREDICATE, REMARK), *_items(text)])
    running = sorted(_places(text, MAIN_CLAUSE, CIRCUMSTANCE))
    return Stops(always, running, [found.span() for found in QUOTED.finditer(text)])


def _places(text: str, *patterns: re.Pattern[str]) -> Iterator[int]:
    return (found.start() for pattern in patterns for found in pattern.finditer(text))


def _items(text: str) -> Iterator[int]:
    """Yield the semicolons after which the name of another document follows: "; Luật Hòa giải ở cơ sở"."""
    for found in ITEM.finditer(text):
        if (TITLE.match(text, found.end()) and text[found.end()].isupper()) or found["words"][:1].isupper():
            yield found.start()
