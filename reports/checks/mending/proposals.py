"""A proposal to replace a piece of a stored text, as a preview shows it."""

from __future__ import annotations

from dataclasses import dataclass

from reports.checks.stored import StoredText

AROUND = 60  # characters shown before and after


@dataclass(frozen=True, slots=True)
class Choice:
    """A text to be typed once for all places."""

    label: str
    default: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    stored: StoredText
    start: int
    end: int
    after: str | None  # None as long as nobody has typed it

    @property
    def key(self) -> str:
        """Return its name in forms; it changes when somebody changes the text."""
        return f"{self.stored.key}:{self.start}:{self.stored.fingerprint}"

    @property
    def before(self) -> str:
        return self.stored.text[self.start : self.end]

    @property
    def leading(self) -> str:
        """Return the words before the place, from the start of the line."""
        near = self.stored.text[max(0, self.start - AROUND) : self.start]
        _, newline, words = near.rpartition("\n")
        is_cut = not newline and self.start > AROUND
        return f"… {words.partition(' ')[2] or words}" if is_cut else words

    @property
    def trailing(self) -> str:
        """Return the words after the place, up to the end of the line."""
        words, newline, _ = self.stored.text[self.end : self.end + AROUND].partition("\n")
        is_cut = not newline and self.end + AROUND < len(self.stored.text)
        return f"{words.rpartition(' ')[0] or words} …" if is_cut else words
