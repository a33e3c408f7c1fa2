"""The sentences about texts that were left as they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from reports.checks.findings import Part, named
from reports.models import Annex, Report
from reports.writing.replacing.changed_texts import CHANGED_MEANWHILE, Left
from reports.writing.replacing.parts import name_of_part
from reports.writing.replacing.rows import MODELS

KEY = re.compile(r"(?P<part>[a-z]+)-(?P<pk>[0-9]{1,18})-[a-z_]+:[0-9]+:[0-9a-f]+")  # of a proposal


def changed_since(report: Report, keys: Iterable[str]) -> Iterator[Left]:
    """Yield the texts of proposals that are no longer made, by the keys of these; unknown keys are ignored."""
    pks: defaultdict[str, set[int]] = defaultdict(set)
    for key in keys:
        if found := KEY.fullmatch(key):
            pks[found["part"]].add(int(found["pk"]))
    stored: dict[str, Iterable[Any]] = {
        Part.REPORT.value: [report],
        Part.SECTION.value: report.sections.all(),
        Part.CRITERION.value: report.assessments.select_related("criterion"),
        Part.ANNEX.value: Annex.with_deleted.filter(report=report),
    } | {part.value: model.with_deleted.of(report.organisation) for part, model in MODELS.items()}
    for part in stored.keys() & pks.keys():
        objects = stored[part]
        wanted = objects if isinstance(objects, list) else objects.filter(pk__in=pks[part])  # type: ignore[attr-defined]
        yield from (Left(name_of_part(one), CHANGED_MEANWHILE) for one in wanted)


def left_words(left: Iterable[Left]) -> Iterator[str]:
    """Yield a sentence for each reason, which names the first texts.

    >>> list(left_words([Left("mục I", "vừa có người sửa"), Left("mục II", "vừa có người sửa")]))
    ['“mục I”, “mục II” vừa có người sửa.']
    """
    for reason, group in groupby(sorted(left, key=attrgetter("reason")), key=attrgetter("reason")):
        names = dict.fromkeys(f"“{one.short_name}”" for one in group)
        yield f"{named(list(names), 'chỗ')} {reason}."
