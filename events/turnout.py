"""Who came to an event: how many people, and the bodies it was held with."""

import re
from dataclasses import dataclass

from pbgdpl.lib.vietnamese import fold, thousands

SCALES = {"nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "triệu": 1_000_000}
PEOPLE = (
    "lượt|người|đại biểu|học viên|thí sinh|cán bộ|công chức|viên chức|hội viên|đoàn viên|đảng viên|học sinh|"
    "sinh viên|giáo viên|giảng viên|khách mời|thành viên|nhân dân|chuyên gia|nhà khoa học|chiến sĩ|cá nhân|"
    "báo cáo viên|tuyên truyền viên|hòa giải viên|hoà giải viên"
)
NUMBER = re.compile(
    r"(?P<bound>hơn |trên |ít nhất |tối thiểu )?(?<![\w.,/-])(?P<figure>\d{1,3}(?:\.\d{3}){1,3}|\d{1,9})"
    rf"(?:,(?P<fraction>\d{{1,3}}))?(?: (?P<scale>{'|'.join(SCALES)}))?(?= (?:{PEOPLE})\b)"
)
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
    """How many people came; "hơn 200" is a minimum."""

    number: int | None = None
    is_minimum: bool = False


def read_attendance(name: str, description: str) -> Turnout:
    """Return the first number of people, looked for after the name and then in it."""
    for text in (description, name):
        for found in NUMBER.finditer(text):
            number = _number(found)
            if number <= MOST_PEOPLE and not text[: found.start()].endswith(("năm ", "số ")):
                return Turnout(number, found["bound"] is not None)
    return Turnout()


def read_count(text: str) -> Turnout | None:
    """Return the number that a text consists of, with or without "người": "200", "hơn 1.245", "775 nghìn".

    >>> read_count("hơn 200 đại biểu"), read_count("1.245"), read_count("đông")
    (Turnout(number=200, is_minimum=True), Turnout(number=1245, is_minimum=False), None)
    """
    found = NUMBER.match(text) or NUMBER.match(f"{text} người")
    if found is None or _number(found) > MOST_PEOPLE:
        return None
    return Turnout(_number(found), found["bound"] is not None)


def turnout_text(number: int | None, is_minimum: bool) -> str:
    """Return "hơn 1.245", or nothing where nobody counted: what `read_count` reads."""
    return "" if number is None else f"{'hơn ' if is_minimum else ''}{thousands(number)}"


def _number(found: re.Match[str]) -> int:
    """Return the number: "1.496", "775 nghìn", "1,4 triệu"."""
    fraction = found["fraction"] or ""
    digits = int(found["figure"].replace(".", "") + fraction)
    tenths: int = 10 ** len(fraction)
    return digits * SCALES.get(found["scale"] or "", 1) // tenths


def read_partners(text: str) -> str:
    """Return the bodies named after "phối hợp cùng", "phối hợp với", up to what was done with them."""
    found = PARTNERS.search(text)
    if found is None:
        return ""
    bodies = found["bodies"]
    end = PARTNERS_END.search(bodies)
    return bodies[: end.start() if end else LONGEST_PARTNERS].strip(" ,")[:LONGEST_PARTNERS]


def unsaid(name: str, description: str, *, place: str, people: str, partners: str) -> str:
    """Return what name and description do not tell yet: " tại …", " với 200 người tham dự", ", phối hợp với …".

    `people` is what `turnout_text` says. The words are those that `read_attendance` and `read_partners` know, so
    that an event read from its own sentence says nothing twice.
    """
    said = fold(f"{name} {description}")
    counted = people in ("", "0") or read_attendance(name, description).number is not None
    bodies = [body for one in partners.split(";") if fold(body := one.strip()) not in said]
    return "".join(
        (
            f" tại {place}" if fold(place) not in said else "",
            "" if counted else f" với {people} người tham dự",
            f", phối hợp với {', '.join(bodies)}" if bodies else "",
        )
    )
