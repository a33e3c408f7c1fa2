"""The words of a report in pieces that can be taken over one by one, and as what they are taken over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pbgdpl.lib.remembering import all_remembered
from pbgdpl.lib.vietnamese import without_province
from reports.year_mentions.sentences import LOWERING, SENTENCE_END, UNACCENTING

LONGEST = 240  # characters of a paragraph that is one piece; a longer one is offered sentence by sentence
POINT = re.compile(r"^[a-zđ]{1,2}\) ")
BRACKETS = re.compile(r"\[{2,}|\]{2,}")
ENDS = " .;:,/…!?"


@all_remembered
def pieces_of(text: str) -> Iterator[str]:
    """Yield the paragraphs, items and rows of a part as it was printed; long ones by their sentences.

    >>> pieces_of("Lời đầu. Lời hai.\\n- Một;\\nSTT\\tNội dung")
    ('Lời đầu. Lời hai.', '- Một;', 'STT; Nội dung')
    """
    for line in text.split("\n"):
        words = "; ".join(filter(None, map(str.strip, line.split("\t"))))
        if len(words) <= LONGEST:
            yield from filter(None, (words,))
        else:
            yield from _sentences(words)


def _sentences(words: str) -> Iterator[str]:
    start = 0
    for found in SENTENCE_END.finditer(words):
        yield words[start : found.end()].strip()
        start = found.end()
    if rest := words[start:].strip():
        yield rest


def attributed(words: str, body: str) -> str:
    """Return a piece as it is taken over: with its body in brackets before its last mark, and without a letter.

    >>> attributed("Đã mở 12 lớp.", "Sở Y tế tỉnh Sen"), attributed("b) Hội thi;", "UBND xã Sen")
    ('Đã mở 12 lớp (Sở Y tế).', 'Hội thi (UBND xã Sen);')
    """
    before, after = _around_body(words)
    return f"{before}{without_province(body)}{after}".lstrip()


def is_attributed(text: str, words: str) -> bool:
    """Return whether a text is a piece with a body in brackets, whatever the body is called.

    >>> is_attributed("Đã mở 12 lớp (Sở Y tế (cũ)).", "Đã mở 12 lớp.")
    True
    >>> is_attributed("Đã mở 12 lớp (năm nay) (Sở Y tế).", "Đã mở 12 lớp.")
    False
    """
    before, after = _around_body(words)
    before = before.lstrip()
    body = text[len(before) : len(text) - len(after)]
    return text == f"{before}{body}{after}" and _is_whole(body)


def _around_body(words: str) -> tuple[str, str]:
    """Return what stands before and after the name of the body."""
    # What names a figure would print one of the province here.
    plain = POINT.sub("", BRACKETS.sub(lambda found: found[0][0], words))
    kept = plain.rstrip(ENDS)
    return f"{kept} (", f"){plain[len(kept) :].strip()}"


def _is_whole(name: str) -> bool:
    """Return whether each bracket of a name is opened before it is closed."""
    depth = 0
    for character in name:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return depth == 0


def marked(words: str, sought: Sequence[str]) -> tuple[tuple[str, bool], ...]:
    """Return the words in runs, each with whether it is what was sought, in folded words.

    >>> marked("Hội thi ở xã", ["hoi thi", "xa"])
    (('Hội thi', True), (' ở ', False), ('xã', True))
    """
    text, is_marked = words.translate(LOWERING).translate(UNACCENTING), bytearray(len(words))
    for one in sought:
        for found in re.finditer(re.escape(one), text):
            is_marked[found.start() : found.end()] = b"\1" * len(one)
    runs = groupby(zip(words, is_marked, strict=True), key=lambda pair: pair[1])
    return tuple(("".join(character for character, _ in run), bool(found)) for found, run in runs)
