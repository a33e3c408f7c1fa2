"""The rules about spaces and punctuation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reports.checks.draft import Draft
from reports.checks.findings import Finding, Part, Place, Rule, Severity, clipped

MISPLACED = Rule(
    "misplaced-mark",
    Severity.HINT,
    "Dấu câu, dấu cách chưa đúng chỗ",
    "Dấu câu viết liền chữ trước, cách chữ sau một dấu cách.",
)
DOUBLED_SPACE = Rule(
    "doubled-space",
    Severity.HINT,
    "Hai dấu cách liền nhau",
    "Giữa hai từ có một dấu cách; bản in tự bỏ dấu cách thừa.",
)
TWO_LETTERS = r"[^\W\d_]{2}"
SMALL = "[a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]"
NAME = rf"[^\W\d_a-z]{SMALL}"
SHORT_TITLE = "(?<!Tp)(?<!Tx)(?<!Ths)(?<!Ts)(?<!Gs)(?<!Bs)(?<!Ks)"  # "Tp.Hồ Chí Minh"
ABBREVIATION = "[A-ZĐ]+&"  # "Sở VH,TT&DL"
# What can end a sentence, unlike "v.v." and "20..".
END = rf"(?:(?<={SMALL}{{2}})(?<!vv)|(?<=\d{{4}})|(?<=[”)]))"
BEFORE_MARK, AFTER_MARK = (
    "thừa dấu cách trước dấu câu. Bỏ dấu cách",
    "thiếu dấu cách sau dấu câu. Thêm dấu cách",
)
TWO_MARKS = "hai dấu câu liền nhau. Bỏ một dấu"
INSIDE, OUTSIDE = "thừa dấu cách trong ngoặc. Bỏ dấu cách", "thiếu dấu cách bên ngoài ngoặc. Thêm dấu cách"
MARKS = tuple(
    (re.compile(pattern), message)
    for pattern, message in (
        (r"(?<=[\w)”]) (?:[,;](?!\d)|\.(?! ?[\w./…])|:(?! ?[\d/)(]|\w))", BEFORE_MARK),
        (rf"(?<=[\w)”])[,;](?={TWO_LETTERS})(?!{ABBREVIATION})", AFTER_MARK),
        (rf"(?<={SMALL}{{2}}){SHORT_TITLE}\.(?={NAME})", AFTER_MARK),
        (rf"(?<={SMALL}{{2}}):(?={TWO_LETTERS})", AFTER_MARK),
        (r"[,;:] ?[,;:]|[,;:]\.(?![.\w])", TWO_MARKS),
        (rf"{END}\.(?:[,;:]|\.(?!\.))", TWO_MARKS),
        (r"\( (?!\))|(?<=[^\s(]) \)|“ (?!”)|(?<=[^\s“]) ”", INSIDE),
        (rf"(?:(?<={SMALL}{{2}})|(?<=\d))[(“](?={TWO_LETTERS})|[)”](?={TWO_LETTERS})", OUTSIDE),
    )
)
# Addresses and file names, whose marks have other rules.
ADDRESS = re.compile(
    r"(?<!\S)\S*?(?:://|www\.|@|\.(?:vn|com|net|org|gov|edu|info|html?|pdf|docx?|xlsx?|zip|jpe?g|png)(?![^\W_]))\S*"
)
ITEM = re.compile(r"^\s*(?:[-+•]|[a-zđ]{1,2}\))\s+")  # the mark of a list item at the start of a typed line
SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
AROUND = 18


def misplaced_mark(draft: Draft) -> Iterator[Finding]:
    for passage in draft.passages:
        for words, message in dict.fromkeys(misplaced_marks(passage.text)):
            text = f"“{words}” ({passage.where}): {message}."
            same = passage.place.part, passage.place.pks, passage.place.field, words
            yield MISPLACED.finds(text, passage.with_line, *same)


def misplaced_marks(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words around each wrong mark with a message."""
    plain = ADDRESS.sub(_hidden, text)
    for pattern, message in MARKS:
        for found in pattern.finditer(plain):
            yield _around(text, found.start(), found.end()), message


def _hidden(address: re.Match[str]) -> str:
    """Return zeros, which have no rules, in place of an address, without the mark that ends the sentence after it."""
    bare = address[0].rstrip(".,;:)”")
    return "0" * len(bare) + address[0][len(bare) :]


def _around(text: str, start: int, end: int) -> str:
    """Return the text between two places with the whole words around it."""
    before = text[max(0, start - AROUND) : start]
    after = text[end : end + AROUND]
    if start > AROUND:
        before = before.partition(" ")[2] or before
    if end + AROUND < len(text):
        after = after.rpartition(" ")[0] or after
    return f"{before}{text[start:end]}{after}".strip()


def doubled_space(draft: Draft) -> Iterator[Finding]:
    for section in draft.sections:
        typed = section.body.split("\n")
        lines = (ITEM.sub("", line, count=1) for line in typed if not line.startswith("|"))
        if count := sum(len(SPACES.findall(line)) for line in lines):
            place = Place(Part.SECTION, (section.pk,), section=section.pk)
            text = f"Mục “{clipped(section.heading)}” có {count} chỗ hai dấu cách liền nhau. Bỏ một dấu cách."
            yield DOUBLED_SPACE.finds(text, place, section.pk)
