"""Parts a text into sentences and clauses, and hides from patterns what belongs to no event."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pbgdpl.lib.vietnamese import clean_line

HIDDEN = "¤"  # replaces each hidden character, so that positions do not change
SAYS_SOMETHING = re.compile(r"\w")
CELLS = re.compile(r"\t|(?:^|(?<=\s))\|(?=\s|$)")
# "TP. Hồ Chí Minh", "ThS. An": a full stop after a short form ends no sentence.
SENTENCE_END = re.compile(
    r"(?=[.!?…])(?<!TP)(?<!Tp)(?<!TX)(?<!TS)(?<!ThS)(?<!GS)(?<!BS)(?<!LS)(?<!Ths)(?<! [A-ZĐ])(?<!\bSt)[.!?…]{1,20}"
    r"[”\"]?\s+(?=[“\"(–\-•+]?\s?[A-ZÀ-ỸĐ\d])"
)
QUOTED = re.compile(r"“[^”“]{0,400}”|\"[^\"]{0,400}\"|«[^»«]{0,400}»|‘[^’‘]{0,400}’")
_DATE = r"(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?(?:[/.-]\s?\d{4})?|\d{1,2} tháng \d{1,2}(?: năm \d{4})?)(?!\d)"
# "Kế hoạch số 139/KH-SKHCN ngày 16/01/2024": a document's number with its date is no day of an event.
NUMBERED = re.compile(
    r"(?<![\w/])(?:số:? ?)?\d{1,5}(?:/\d{4})?[/-][A-ZĐ][\w&.]{0,20}(?:[/-][\w&.]{1,20}){0,4}"
    rf"(?:,? (?:ban hành |ký )?(?:ngày )?{_DATE})?"
)
DATED_DOCUMENT = re.compile(
    r"(?<!\w)(?:Luật|Nghị quyết|Nghị định|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Công văn|Văn bản|"
    r"Kết luận|Quy định|"
    r"Chương trình phối hợp|Bộ luật|Hướng dẫn)"
    rf"(?:(?! (?:tổ chức|tại|vào) | ngày )[^;“”\"¤]){{0,120}},? (?:ban hành )?ngày {_DATE}(?= của| do|,? về)"
)
# "Ngày Pháp luật Việt Nam (9/11)", "kỷ niệm 80 năm ngày 22/12/1944": the day that is remembered.
REMEMBERED = re.compile(
    r"(?<!\w)(?:Ngày (?=[A-ZÀ-ỸĐ])|(?:[Kk]ỷ niệm|[Cc]hào mừng|[Nn]hân dịp|Quốc tế|Quốc khánh) )"
    r"(?:(?! (?:tại|tổ chức|vào) )[^;.,:“”\"]){0,90}?\s?\(?"
    r"(?:(?:từ )?ngày )?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?(?:\s?[-–]\s?\d{1,2}[/-]\d{1,2}[/-]\d{4})"
    r"?(?![\d/])\)?"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence: its words, and the same text with what patterns must not match hidden."""

    words: str
    open: str


def lines_of(text: str) -> Iterator[str]:
    """Yield the lines of a text cleaned, a row of a table as one line: its cells parted by " | "."""
    for line in text.splitlines():
        cells = [clean_line(cell) for cell in CELLS.split(line)]
        yield " | ".join(cell for cell in cells if SAYS_SOMETHING.search(cell))


def sentences_of(line: str) -> list[str]:
    """Return the sentences of a cleaned line."""
    starts = [0, *(found.end() for found in SENTENCE_END.finditer(_without_quotes(line)))]
    ends = [*starts[1:], len(line)]
    return [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def clauses_of(sentence: str) -> list[Clause]:
    """Return the parts of a sentence between semicolons; a semicolon inside quotation marks separates nothing."""
    hidden = _hidden(sentence)
    cuts = [found.start() for found in re.finditer(";", hidden)]
    starts, ends = [0, *(cut + 1 for cut in cuts)], [*cuts, len(sentence)]
    return [Clause(sentence[a:b], hidden[a:b]) for a, b in zip(starts, ends, strict=True)]


def _hidden(text: str) -> str:
    """Return the text with quotations, numbers of documents and remembered days hidden."""
    for pattern in (NUMBERED, DATED_DOCUMENT, REMEMBERED):
        text = pattern.sub(_hide, text)
    return _without_quotes(text)


def _without_quotes(text: str) -> str:
    return QUOTED.sub(lambda found: found[0][0] + HIDDEN * (len(found[0]) - 2) + found[0][-1], text)


def _hide(found: re.Match[str]) -> str:
    return HIDDEN * len(found[0])
