"""The rules about spaces and punctuation marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from pbgdpl.lib.remembering import all_remembered
from reports.checks.draft import Draft
from reports.checks.findings import Finding, Part, Place, Rule, Severity, clipped
from reports.checks.repairs import Repair

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
# What stands in place of misplaced marks; the argument is whether a letter follows.
REPAIRED: dict[str, Callable[[str, bool], str]] = {
    BEFORE_MARK: lambda marks, follows: f"{marks} " if follows else marks,
    AFTER_MARK: lambda marks, follows: f"{marks} ",
    TWO_MARKS: lambda marks, follows: marks[0] if len(set(marks)) == 1 else "",
    INSIDE: lambda marks, follows: marks,
    OUTSIDE: lambda marks, follows: f" {marks}" if marks in "(“" else f"{marks} ",
}
NEAR = 60  # characters on either side in which a repair may make no other fault
SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
AROUND = 18


def misplaced_mark(draft: Draft) -> Iterator[Finding]:
    for passage in draft.passages:
        for words, message in dict.fromkeys(misplaced_marks(passage.text)):
            text = f"“{words}” ({passage.where}): {message}."
            same = passage.place.part, passage.place.pks, passage.place.field, words
            yield MISPLACED.finds(text, passage.with_line, *same)


@all_remembered
def misplaced_marks(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words around each wrong mark with a message."""
    for found, message in _misplaced(text):
        yield _around(text, found.start(), found.end()), message


def _misplaced(text: str) -> Iterator[tuple[re.Match[str], str]]:
    plain = ADDRESS.sub(_hidden, text)
    for pattern, message in MARKS:
        for found in pattern.finditer(plain):
            yield found, message


def put_in_place(text: str) -> Iterator[Repair]:
    """Yield a repair for each misplaced mark, except where one of two different marks must be chosen."""
    for found, message in _misplaced(text):
        start, end = found.span()
        follows = text[end : end + 1].isalpha()
        after = REPAIRED[message](found[0].replace(" ", ""), follows)
        before, behind = text[max(0, start - NEAR) : start], text[end : end + NEAR]
        if after and _messages(f"{before}{after}{behind}") < _messages(f"{before}{found[0]}{behind}"):
            yield Repair(_around(text, start, end), start, end, after)


def _messages(text: str) -> Counter[str]:
    return Counter(message for _, message in _misplaced(text))


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
        if count := len(doubled_spaces(section.body)):
            place = Place(Part.SECTION, (section.pk,), section=section.pk)
            text = f"Mục “{clipped(section.heading)}” có {count} chỗ hai dấu cách liền nhau. Bỏ một dấu cách."
            yield DOUBLED_SPACE.finds(text, place, section.pk)


@all_remembered
def doubled_spaces(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the runs of spaces in a typed text begin and end, without those of tables and of list marks."""
    start = 0
    for line in text.split("\n"):
        if not line.startswith("|"):
            mark = ITEM.match(line)
            for found in SPACES.finditer(line, mark.end() if mark else 0):
                yield start + found.start(), start + found.end()
        start += len(line) + 1
