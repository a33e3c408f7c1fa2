"""The number of people at an event and the partners that it was held with: reading and writing both."""

import re
from dataclasses import dataclass

from pbgdpl.lib.remembering import remembered
from pbgdpl.lib.vietnamese import fold, thousands

SCALES = {"nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "triệu": 1_000_000}
PEOPLE = (
    "người|đại biểu|học viên|thí sinh|cán bộ|công chức|viên chức|hội viên|đoàn viên|đảng viên|học sinh|"
    "sinh viên|giáo viên|giảng viên|khách mời|thành viên|nhân dân|chuyên gia|nhà khoa học|chiến sĩ|cá nhân|"
    "báo cáo viên|tuyên truyền viên|hòa giải viên|hoà giải viên"
)
WHOLE = re.compile(r"\d{1,9}|[1-9]\d{0,2}(?:\.\d{3}){1,3}|[1-9]\d{0,2}(?:,\d{3}){1,3}")
FRACTION = re.compile(r"(\d{1,9})[.,](\d{1,2})")  # only of thousands or millions
NUMBER = re.compile(
    r"(?=[\dhtígkxc])"  # with what all begin
    r"(?:(?P<bound>hơn |trên |ít nhất |tối thiểu )|(?P<about>gần |khoảng |xấp xỉ |chừng ))?(?<![\w.,/-])"
    r"(?P<first>(?<!năm )\d[\d.,]{0,20}\s?(?:[-–—]|đến|tới)\s?|(?:\d{1,3} ){1,3}(?=\d{3} ))?"
    rf"(?P<figure>\d(?:[\d.,]{{0,20}}\d)?)(?: (?P<scale>{'|'.join(SCALES)}))?"
    rf" (?P<people>(?:lượt )?(?:{PEOPLE})|lượt tham (?:dự|gia)|lượt)\b(?P<each>\s?/\s?\w{{1,20}})?"
)
EACH = re.compile(r"mỗi (?:\w{1,10} ){1,2}$")  # "mỗi lớp 40 học viên"
NOT_COUNTED = ("năm ", "số ")  # "năm 2024 người dân …"
# The words that may follow the number in a count: "200 lượt người tham dự", "150 cán bộ, công chức".
NOTHING_AFTER_COMMA = re.compile(r"(?<=\d),0(?!\d)")  # "120,0", as a cell may show it
ONLY_PEOPLE = re.compile(rf"(?:(?:,| và)? (?:{PEOPLE}))*(?: tham dự| tham gia| dự)?\.?")
PARTNERS = re.compile(
    r"(?:phối hợp|liên kết|kết hợp)(?: tổ chức)? (?:cùng với|cùng|với) (?P<bodies>[^.;:()]+)", re.IGNORECASE
)
PARTNERS_END = re.compile(
    r",? (?:tổ chức|để|nhằm|triển khai|thực hiện|với sự|mở|tuyên truyền|phổ biến|trong) "
)
LONGEST_PARTNERS = 500
MOST_PEOPLE = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Turnout:
    """The number of people, or None; "hơn 200" is a minimum, "gần 200" and "khoảng 200" are approximate."""

    number: int | None = None
    is_minimum: bool = False
    is_approximate: bool = False


def read_attendance(name: str, description: str) -> Turnout:
    """Return the first number of people in the description or else in the name; an empty Turnout if unclear."""
    found = _first(name, description)
    number = _people(found) if found else None
    return Turnout() if found is None or number is None else _turnout(found, number)


def unclear_attendance(name: str, description: str) -> str:
    """Return the words of the first number of people if they can be read in several ways, else an empty text.

    >>> unclear_attendance("", "với 1,5 đại biểu"), unclear_attendance("", "với 1.250 đại biểu")
    ('1,5 đại biểu', '')
    """
    found = _first(name, description)
    return found[0] if found and _people(found) is None else ""


def _first(name: str, description: str) -> re.Match[str] | None:
    counts = (found for text in (description, name) for found in NUMBER.finditer(text))
    return next((found for found in counts if not _is_of_something_else(found)), None)


def _is_of_something_else(found: re.Match[str]) -> bool:
    return found.string[: found.start()].endswith(NOT_COUNTED)


def _people(found: re.Match[str]) -> int | None:
    """Return the number; None for a span, for times ("120 lượt tin"), for a part ("30 người/lớp") and for "1,5"."""
    before = found.string[max(0, found.start() - 30) : found.start()]
    is_part = found["first"] or found["each"] or EACH.search(before)
    return None if is_part or found["people"] == "lượt" else _number(found)


def read_count(text: str) -> Turnout | None:
    """Return the number that a text consists of, with or without "người": "200", "hơn 1.245", "775 nghìn".

    None for any other text, for further words ("200 người và 30 xe"), for a fraction, and for "1,250", which may be
    one.

    >>> read_count("hơn 200 đại biểu") == Turnout(200, is_minimum=True), read_count("1.245") == Turnout(1245)
    (True, True)
    >>> read_count("đông"), read_count("120,5")
    (None, None)
    """
    whole = NOTHING_AFTER_COMMA.sub("", text)
    for words in (whole, f"{whole} người"):
        found = NUMBER.match(words)
        if found and ONLY_PEOPLE.fullmatch(words, found.end()) and not (found["first"] or found["each"]):
            is_unclear = "," in found["figure"] and found["scale"] is None
            number = None if is_unclear else _number(found)
            return None if number is None else _turnout(found, number)
    return None


def _turnout(found: re.Match[str], number: int) -> Turnout:
    return Turnout(number, found["bound"] is not None, found["about"] is not None)


def turnout_text(number: int | None, is_minimum: bool, is_approximate: bool = False) -> str:
    """Return a text that `read_count` reads: "hơn 1.245", "khoảng 200", or an empty text for None."""
    about = "hơn " if is_minimum else "khoảng " if is_approximate else ""
    return "" if number is None else f"{about}{thousands(number)}"


def _number(found: re.Match[str]) -> int | None:
    """Return the number for "1.496", "1,496", "775 nghìn", "1,4 triệu"; None for "1,5" and "1,250 triệu"."""
    figure, scale = found["figure"], SCALES.get(found["scale"] or "", 1)
    if WHOLE.fullmatch(figure) and (scale == 1 or figure.isdigit()):
        number = int(re.sub("[.,]", "", figure)) * scale
    elif scale > 1 and (parts := FRACTION.fullmatch(figure)):
        number = int(parts[1] + parts[2]) * scale // 10 ** len(parts[2])
    else:
        return None
    return number if number <= MOST_PEOPLE else None


def read_partners(text: str) -> str:
    """Return the organisations named after "phối hợp cùng" or "phối hợp với", up to the next verb."""
    found = PARTNERS.search(text)
    if found is None:
        return ""
    bodies = found["bodies"]
    end = PARTNERS_END.search(bodies)
    return bodies[: end.start() if end else LONGEST_PARTNERS].strip(" ,")[:LONGEST_PARTNERS]


@remembered
def missing_words(name: str, description: str, *, place: str, people: str, partners: str) -> str:
    """Return the values missing from name and description: " tại …", " với 200 người tham dự", ", phối hợp với …".

    `people` is the text of `turnout_text`. `read_attendance` and `read_partners` read these words, so that an event
    read from its own sentence repeats nothing.
    """
    stated = fold(f"{name} {description}")
    counted = people in ("", "0") or read_attendance(name, description).number is not None
    bodies = [body for one in partners.split(";") if fold(body := one.strip()) not in stated]
    return "".join(
        (
            f" tại {place}" if fold(place) not in stated else "",
            "" if counted else f" với {people} người tham dự",
            f", phối hợp với {', '.join(bodies)}" if bodies else "",
        )
    )
