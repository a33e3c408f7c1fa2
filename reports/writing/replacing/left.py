"""The sentences about texts that were left as they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import QuerySet

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
    rows = {part: model.with_deleted.of(report.organisation) for part, model in MODELS.items()}
    stored: dict[Part, QuerySet[Any]] = {
        Part.REPORT: Report.objects.filter(pk=report.pk),
        Part.SECTION: report.sections.all(),
        Part.CRITERION: report.assessments.select_related("criterion"),
        Part.ANNEX: Annex.with_deleted.filter(report=report),
        **rows,
    }
    for part, objects in stored.items():
        if part.value in pks:
            for one in objects.filter(pk__in=pks[part.value]):
                yield Left(name_of_part(one), CHANGED_MEANWHILE)


def left_words(left: Iterable[Left]) -> Iterator[str]:
    """Yield a sentence for each reason, which names the first texts.

    >>> list(left_words([Left("mục I", "vừa có người sửa"), Left("mục II", "vừa có người sửa")]))
    ['“mục I”, “mục II” vừa có người sửa.']
    """
    for reason, group in groupby(sorted(left, key=attrgetter("reason")), key=attrgetter("reason")):
        names = dict.fromkeys(f"“{one.short_name}”" for one in group)
        yield f"{named(list(names), 'chỗ')} {reason}."
