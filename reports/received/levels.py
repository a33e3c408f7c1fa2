"""How deep the parts of a submitted report stand, by how the printed numbers of their headings look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reports.comparing.version_parts import VersionPart

# A capital may be a Roman number.
KINDS = (
    ("part", re.compile(r"PHẦN ")),
    ("roman", re.compile(r"[IVX]+\.")),
    ("capital", re.compile(r"[A-ZĐ]\.")),
    ("letter", re.compile(r"[a-zđ]{1,2}\)")),
)
NUMBER = re.compile(r"(?:[IVX]+\.)?\d+(?:\.\d+)*(?=\.)")


def levels(parts: Sequence[VersionPart]) -> Iterator[int]:
    """Yield how deep each part stands: numbers of a kind that was not met above stand below it."""
    kinds: list[str] = []
    for heading, _ in parts:
        kind = _kind(heading)
        if not kind:
            kinds.clear()
        elif kind in kinds:
            del kinds[kinds.index(kind) + 1 :]
        else:
            kinds.append(kind)
        yield len(kinds)


def _kind(heading: str) -> str:
    """Return the kind of a heading's number, "" without one."""
    if number := NUMBER.match(heading):
        return f"number {number[0].count('.')}"
    return next((kind for kind, pattern in KINDS if pattern.match(heading)), "")
