"""The sentences about texts that were left as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from reports.checks.findings import named
from reports.writing.replacing.changed_texts import Left


def left_words(left: Iterable[Left]) -> Iterator[str]:
    """Yield a sentence for each reason, which names the first texts.

    >>> list(left_words([Left("mục I", "vừa có người sửa"), Left("mục II", "vừa có người sửa")]))
    ['“mục I”, “mục II” vừa có người sửa.']
    """
    for reason, group in groupby(sorted(left, key=attrgetter("reason")), key=attrgetter("reason")):
        names = dict.fromkeys(f"“{one.short_name}”" for one in group)
        yield f"{named(list(names), 'chỗ')} {reason}."
