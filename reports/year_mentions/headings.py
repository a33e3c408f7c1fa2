"""The words of a heading, whatever year it names."""

from __future__ import annotations

import re

from pbgdpl.lib.vietnamese import fold

# A heading may name a year: "Nhiệm vụ năm 2025", "Nhiệm vụ năm sau".
NAMED_YEAR = re.compile(r"\bnam (?:sau|toi|\d{4})\b")


def heading_key(heading: str) -> str:
    """Return a key that is the same for headings that differ only in the year they name."""
    return NAMED_YEAR.sub("nam", fold(heading))
