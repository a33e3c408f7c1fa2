"""Titles of several printed lines: the text is stored on one line, and beside it how many words each line has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models

from pbgdpl.lib.vietnamese import clean, clean_line


def typed_title(text: str) -> str:
    """Return a typed or pasted title, cleaned, with a line break where its writer ended a line.

    >>> typed_title(" Kết quả  công tác\\r\\n\\r\\nnăm 2025 ")
    'Kết quả công tác\\nnăm 2025'
    """
    return "\n".join(filter(None, map(clean_line, clean(text).split("\n"))))


def words_on_lines(typed: str) -> list[int]:
    """Return how many words each line of a typed title has; nothing if it has one line.

    >>> words_on_lines("Kết quả công tác\\nnăm 2025"), words_on_lines("Kết quả")
    ([4, 2], [])
    """
    lines = typed_title(typed).split("\n")
    return [len(line.split()) for line in lines] if len(lines) > 1 else []


def in_lines(text: str, counts: Sequence[int]) -> str:
    """Return the text with its line breaks; a text that has got more or fewer words since then has none.

    >>> in_lines("Kết quả công tác năm 2026", [4, 2]), in_lines("Kết quả năm 2026", [4, 2])
    ('Kết quả công tác\\nnăm 2026', 'Kết quả năm 2026')
    """
    words = text.split()
    if sum(counts) != len(words):
        return text
    left = iter(words)
    return "\n".join(" ".join(next(left) for _ in range(count)) for count in counts)


class TitledModel(models.Model):
    """A row with titles whose printed lines end where a person said.

    Only what is printed has the line breaks (`printed`): sentences, lists, searches and files' names read the fields.
    """

    # {"subject": [4, 2]}: of the fields with line breaks, the words on each line.
    title_lines = models.JSONField("chỗ xuống dòng", default=dict, blank=True, editable=False)

    # For the history.
    read_as_one = {"lines_in_words": ("chỗ xuống dòng", "title_lines")}

    class Meta:
        abstract = True

    def printed(self, name: str) -> str:
        """Return the text of a field with its line breaks."""
        return in_lines(getattr(self, name), self.title_lines.get(name, ()))

    def set_lines(self, typed: dict[str, Any]) -> None:
        """Set where the lines of typed titles end; the fields keep the texts alone."""
        counts = {name: words_on_lines(text) for name, text in typed.items()}
        others = {name: lines for name, lines in self.title_lines.items() if name not in counts}
        self.title_lines = others | {name: lines for name, lines in counts.items() if lines}

    @property
    def lines_in_words(self) -> str:
        """Return the titles with line breaks as people read them: "Kết quả công tác / năm 2025"."""
        printed = (self.printed(name) for name in sorted(self.title_lines))
        return "\n".join(text.replace("\n", " / ") for text in printed if "\n" in text)
