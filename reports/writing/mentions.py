"""Counting the mentions of the earlier report's year in a text that was taken over from it."""

from __future__ import annotations

import re


def mentions_of(text: str, year: int) -> int:
    """Return how often a text names a year as a whole number, not as a part of a longer one.

    >>> mentions_of("Năm 2023, từ 01/01/2023 và số 5/2023/NĐ-CP; 12023 lượt, 20231 tờ", 2023)
    3
    """
    return len(re.findall(rf"(?<!\d){year}(?!\d)", text))
