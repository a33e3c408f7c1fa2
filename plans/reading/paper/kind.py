"""Reads the title of a document: "KẾ HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "K Ế  H O Ạ C H"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plans.kinds import DocumentKind
from plans.reading.citation.connectives import is_in_capitals
from plans.reading.citation.kind_names import KIND_NAMES

NAMES = {name: kind for name, kind in KIND_NAMES.items() if kind is not None}
SQUEEZED = {name.replace(" ", ""): name for name in NAMES}
BEGINS = re.compile(rf"({'|'.join(sorted(NAMES, key=len, reverse=True))})(?!\w)[\s.:]*", re.IGNORECASE)
# Words that belong to the name of the type and not to the subject.
NAME_GOES_ON = re.compile(r"(?:phối hợp|liên tịch|liên ngành|hành động|công tác)\W*", re.IGNORECASE)
LONGEST = 300


@dataclass(frozen=True, slots=True)
class PaperTitle:
    kind: DocumentKind
    as_written: str  # "" where it is the kind's own name
    rest: str  # the beginning of the subject, where it stands on the same line


def title_of(line: str) -> PaperTitle | None:
    """Return the title in a line, or None if the line is no title.

    A title alone on its line may be in any case; one followed by the subject must be in capitals.

    >>> title_of("K Ế  H O Ạ C H").kind, title_of("KẾ HOẠCH CÔNG TÁC NĂM 2024").rest, title_of("Kế hoạch của Sở")
    (DocumentKind.PLAN, 'CÔNG TÁC NĂM 2024', None)
    """
    letters = "".join(character for character in line if character.isalpha()).lower()
    if name := SQUEEZED.get(letters):
        return PaperTitle(NAMES[name], "", "")
    if len(line) > LONGEST or not (found := BEGINS.match(line)) or not is_in_capitals(line):
        return None
    rest = line[found.end() :]
    if not rest or NAME_GOES_ON.fullmatch(rest):
        return PaperTitle(NAMES[found[1].lower()], line.strip(" .:").capitalize(), "")
    return PaperTitle(NAMES[found[1].lower()], "", rest)
