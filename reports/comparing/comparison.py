"""Two versions of a report as a page compares them: changed parts in full, unchanged parts by their headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reports.comparing.differences import (
    LineDifference,
    PartDifference,
    Unchanged,
    condensed,
    differences,
)
from reports.comparing.version_parts import VersionPart
from reports.comparing.word_changes import Change

# The words for the kinds of changed parts, in the order of the summary.
WORDS = {Change.CHANGED: "có sửa", Change.ADDED: "mới", Change.REMOVED: "bị bỏ"}


@dataclass(frozen=True, slots=True)
class ChangedPart:
    part: PartDifference
    lines: tuple[LineDifference | Unchanged, ...]

    @property
    def words(self) -> str:
        return WORDS[self.part.kind]


@dataclass(frozen=True, slots=True)
class UnchangedParts:
    """Adjacent parts that are the same in both versions; the page shows their headings."""

    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    parts: tuple[ChangedPart | UnchangedParts, ...]

    @property
    def summary(self) -> str:
        """Return "5 mục thay đổi: 3 mục có sửa, 2 mục mới." """
        counts = Counter(one.part.kind for one in self.parts if isinstance(one, ChangedPart))
        if not counts:
            return "Hai bản không khác nhau chữ nào."
        counted = ", ".join(f"{counts[kind]} mục {word}" for kind, word in WORDS.items() if counts[kind])
        return f"{counts.total()} mục thay đổi: {counted}."


def compare(before: Sequence[Sequence[str]], after: Sequence[Sequence[str]]) -> Comparison:
    """Return the comparison of the `parts` of two submissions."""
    return Comparison(tuple(_parts(differences(_read(before), _read(after)))))


def _read(parts: Iterable[Sequence[str]]) -> list[VersionPart]:
    return [(heading, text) for heading, text in parts]


def _parts(found: Iterable[PartDifference]) -> Iterator[ChangedPart | UnchangedParts]:
    for is_changed, met in groupby(found, key=lambda part: part.is_changed):
        if is_changed:
            yield from (ChangedPart(part, condensed(part.lines)) for part in met)
        else:
            yield UnchangedParts(tuple(part.heading for part in met))
