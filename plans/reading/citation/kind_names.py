"""Finds the names of types of document in a text: "Kế hoạch", "Văn bản", "QĐ"."""

import re
from dataclasses import dataclass

from pbgdpl.lib.vietnamese import clean_line
from plans.kinds import DocumentKind
from plans.reading.citation.numbers import KIND_OF, SHORTS

# Names other than the labels, including both placements of the tone mark.
SYNONYMS: dict[str, DocumentKind | None] = {
    "văn bản": None,  # a letter, unless the symbol names another kind
    "thông tư liên bộ": DocumentKind.JOINT_CIRCULAR,
    "giấy uỷ quyền": DocumentKind.POWER_OF_ATTORNEY,
    "bản thoả thuận": DocumentKind.AGREEMENT,
    "thỏa thuận": DocumentKind.AGREEMENT,
    "thoả thuận": DocumentKind.AGREEMENT,
    "thể lệ cuộc thi": DocumentKind.CONTEST_RULES,
}
KIND_NAMES = {kind.label.lower(): kind for kind in DocumentKind} | SYNONYMS
LAWS = {DocumentKind.LAW, DocumentKind.CODE, DocumentKind.ORDINANCE, DocumentKind.CONSTITUTION}
_LONGEST_FIRST = sorted(KIND_NAMES, key=len, reverse=True)
TITLE = re.compile(
    rf"(?<!\w)(?P<name>{'|'.join(_LONGEST_FIRST)})(?!\w)"
    rf"|(?<![\w/.&-])(?P<short>(?-i:{SHORTS}))(?=\s?[:.]?\s?(?:số\s?[:.]?\s?)?\d|\s(?:số|Số)\W)",
    re.IGNORECASE,
)
NOT_A_LAW = re.compile(r"(?:pháp|kỷ|quy|định|âm|Pháp|PHÁP|KỶ) $")


@dataclass(frozen=True, slots=True)
class Title:
    """The name of a type in a text; the kind is None for "văn bản", which may be any kind."""

    start: int
    end: int
    text: str
    kind: DocumentKind | None
    is_short: bool = False

    @property
    def is_law(self) -> bool:
        return self.kind in LAWS

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def find_titles(text: str) -> list[Title]:
    """Return the names of types in a line, in order."""
    titles = []
    for found in TITLE.finditer(text):
        if short := found["short"]:
            titles.append(Title(found.start(), found.end(), short, KIND_OF[short], is_short=True))
            continue
        title = Title(found.start(), found.end(), found[0], KIND_NAMES[found["name"].lower()])
        if not title.is_law or (
            title.is_capital and not NOT_A_LAW.search(text[max(0, title.start - 5) : title.start])
        ):
            titles.append(title)
    return titles


def read_kind(text: str) -> tuple[DocumentKind, str] | None:
    """Return (kind, name as written, or an empty text if it is the kind's own name); None for an unknown name.

    The longest known name at the beginning counts: "Chương trình hành động" is a programme.

    >>> read_kind("kế hoạch"), read_kind("Văn bản"), read_kind("Bài thơ")
    ((DocumentKind.PLAN, ''), (DocumentKind.OFFICIAL_LETTER, 'Văn bản'), None)
    """
    name = clean_line(text)
    known = next((one for one in _LONGEST_FIRST if re.match(rf"{one}(?!\w)", name.lower())), None)
    kind = KIND_NAMES[known] or DocumentKind.OFFICIAL_LETTER if known else KIND_OF.get(name)
    if kind is None:
        return None
    return kind, "" if name.lower() == kind.label.lower() else name
