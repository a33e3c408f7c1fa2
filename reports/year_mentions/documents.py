"""Years of documents: in a number, in the subject of a numbered document, in the name of a law."""

from __future__ import annotations

import re

from reports.year_mentions.citations import KIND, citations_in
from reports.year_mentions.context import Context, Meaning, Spot
from reports.year_mentions.sentences import YEAR, Words

IN_NUMBER = Words(r"\d ?: ?$|(?<![a-zà-ỹđ])số *:? *$|[a-z]$")
NUMBER_AFTER = re.compile(r"/[a-zđ]|[a-zđ_]")
FIGURE_BEFORE = re.compile(r"\d[.,]$|\d +$|[+(]\d*$(?<=\+)")
FIGURE_AFTER = re.compile(r"[.,]\d| \d{3,4}(?!\d)(?! ?[-–/])|-(?!(?:19|20)\d\d(?!\d))\d{3,4}(?!\d)")
IN_ADDRESS = ("@", "://", "www.", ".vn", ".gov", ".com", ".htm")
# Where the words about a document end and the sentence goes on: surely, or perhaps.
NEW_CLAUSE = Words(
    r"[;:]|, ?(?:(?:cả|trong|riêng|riêng trong) )?năm $|, ?(?:tính đến|đến nay|so với|đồng thời|qua đó|"
    r"theo đó)(?!\w)|(?<!\w)(?:đã|sẽ) \w"
    r"|, ?(?:sở|ubnd|ủy ban|uỷ ban|phòng|ban|chi cục|cục|công an|đơn vị|cơ quan|các|hội đồng|thanh tra|"
    r"văn phòng|xã|phường|"
    r"huyện|thành phố|tỉnh|ngành)(?!\w)(?! hữu| hội)[^,;]{0,60}?(?<!\w)(?:tiếp tục|chủ động|báo cáo|"
    r"ban hành|xây dựng|tham mưu|"
    r"tổ chức|hoàn thành|tập trung|thực hiện|triển khai|tổng hợp)(?!\w)"
)
PERHAPS_NEW = Words(
    r"(?:,| và| cùng| với) ?(?:nhằm|sở|ubnd|ủy ban|uỷ ban|đơn vị|cơ quan|toàn|kết quả|các đơn vị|"
    r"các phòng|ban hành|xây dựng|"
    r"tham mưu|tổ chức|từ|cán bộ|kế hoạch)(?!\w)(?! hữu)|(?<!\w)được \w"
)
SUBJECT = Words(
    r"^[^,;]{0,90}?(?:^|[ ,–-])(?:về|v/v|ban hành|phê duyệt|triển khai|thực hiện|quy định|hướng dẫn|"
    r"tổ chức|giao|phát động)(?!\w)"
)
JOINS = Words(r",|(?<!\w)(?:và|cùng|với|theo)(?!\w)")
KIND_BEFORE = Words(rf"(?:{KIND})[^,;.:()]{{0,80}}$")
NUMBER_FOLLOWS = Words(
    r"^(?: của [^,;.()]{0,60})? ?(?:\(|\[)(?:ban hành )?(?:kèm )?(?:theo |"
    r"tại )?(?:[a-zà-ỹđ]+ ){0,3}(?:số|ngày) ?\d"
    r"|^(?: của [^,;.()]{0,60})?,? ?(?:được )?(?:ban hành )?(?:kèm theo|tại) (?:[a-zà-ỹđ]+ ){0,3}số ?\d"
)
# A law's name right before its year. The words of another phrase end the name.
LAW = Words(
    r"(?:^|[^\w])(?<!pháp )(?:bộ luật|luật|hiến pháp|"
    r"pháp lệnh)(?P<name>(?: [^\s;:.()\d]+){0,10}? [^\s,;:.()\d]+)"
    r" (?:\(?(?:ban hành|sửa đổi|bổ sung|được thông qua)[,) ]*)*(?:năm )?$"
)
NO_LAW_NAME = Words(
    r"(?<!\w)(?:trên địa bàn|cho|tại|trong|đến|của|do|đã|được|cuối|đầu|hết|pháp luật|các|từ|sau|trước|"
    r"so|phổ biến giáo dục|"
    r"pbgdpl|hòa giải ở cơ sở|hoà giải ở cơ sở|báo cáo|kế hoạch|tăng|giảm)(?!\w)"
)
RULING = Words(
    r"(?<!\w)(?:nghị định|thông tư|nghị quyết|chỉ thị|pháp lệnh|kết luận|"
    r"bộ tiêu chí)(?: [^\s,;:.()\d]+){0,10}? năm $"
)


def number_meaning(context: Context) -> Meaning | None:
    """Return FIXED for a year that is a part of a document's number, a code, an address or a figure."""
    is_number = NUMBER_AFTER.match(context.after) or FIGURE_AFTER.match(context.after)
    is_after_number = context.follows(IN_NUMBER) and not context.is_called_year and not _has_no_space(context)
    is_figure = FIGURE_BEFORE.search(context.before) is not None
    if is_number or is_after_number or is_figure or _is_in_address(context):
        return Meaning.FIXED
    return None


def _has_no_space(context: Context) -> bool:
    return context.before.endswith(("năm", "nam"))


def _is_in_address(context: Context) -> bool:
    word = context.before[context.before.rfind(" ") + 1 :] + context.after.split(" ", 1)[0]
    return any(sign in word for sign in IN_ADDRESS)


def quotation_meaning(context: Context) -> Meaning | None:
    place = context.token.start
    return Meaning.FIXED if any(start <= place < end for start, end in context.sentence.quotes) else None


def document_meaning(context: Context) -> Meaning | None:
    """Return the meaning of a year in the citation of a document with a number or a date."""
    place = context.token.start
    earlier = [one for one in citations_in(context.sentence) if one[0] <= place]
    if earlier and place < earlier[-1][1]:
        return Meaning.FIXED
    if earlier and (found := _in_subject(context, earlier[-1])):
        return found
    if context.follows(KIND_BEFORE) and context.precedes(NUMBER_FOLLOWS):
        return Meaning.FIXED
    return None


def _in_subject(context: Context, cited: tuple[int, int, str]) -> Meaning | None:
    """Return the meaning of a year in the words that follow a document's number: its subject, or a new clause."""
    _, end, words = cited
    sentence, tail = context.sentence, context.sentence.low[end : context.token.start]
    tail = tail if len(tail) <= 2 * LONGEST_SUBJECT else tail[-LONGEST_SUBJECT:]
    has_subject = SUBJECT.of(sentence).search(tail) is not None
    if NEW_CLAUSE.of(sentence).search(tail):
        return None
    if PERHAPS_NEW.of(sentence).search(tail):
        return Meaning.DOUBT
    joins = JOINS.of(sentence).search(tail) is not None
    years = [int(year) for year in YEAR.findall(words)]
    fits = not years or context.year - years[-1] in (0, 1)
    return Meaning.FIXED if fits and (has_subject or not joins) else Meaning.DOUBT


LONGEST_SUBJECT = 300


def law_meaning(context: Context) -> Meaning | None:
    """Return FIXED for the year of a law, DOUBT for that of another document without a number."""
    sentence = context.sentence
    if context.is_called_year or context.year <= context.of:
        found = LAW.of(sentence).search(context.before)
        if found and not NO_LAW_NAME.of(sentence).search(found["name"]):
            return Meaning.DOUBT if "," in found["name"] else Meaning.FIXED
        if context.follows(RULING):
            return Meaning.DOUBT
    return None


def basis_meaning(context: Context) -> Meaning | None:
    """Return the meaning of a year in a legal basis: it belongs to the document if that has a number or a date."""
    if context.spot is not Spot.BASES:
        return None
    return Meaning.FIXED if citations_in(context.sentence) else Meaning.DOUBT
