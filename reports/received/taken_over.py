"""Words of accepted reports in the report of the province, and what became of the versions they were taken from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from django.db.models import OuterRef, QuerySet, Subquery

from pbgdpl.lib.remembering import remembered
from pbgdpl.lib.vietnamese import fold, without_province
from reports.models import OutcomeKind, Report, Section, Submission, TakenOver

CHANGED_FROM = 0.5  # of the pairs of words: with fewer left in a text the words are no longer there


class Remaining(Enum):
    """Whether words that were taken over still stand in the text."""

    KEPT = "còn nguyên"
    CHANGED = "đã sửa lời"
    GONE = "không còn"


@dataclass(frozen=True, slots=True)
class TakenWords:
    """Words that were taken over, with their version and the one that is accepted now."""

    section: int  # its pk
    text: str
    body: str
    report: int  # its pk
    version: int
    accepted: int | None  # None where no version is accepted

    @property
    def is_stale(self) -> bool:
        return self.accepted != self.version

    @property
    def became(self) -> str:
        """Return what became of the version, "" while it is the accepted one."""
        if not self.is_stale:
            return ""
        return f"nay đã tiếp nhận bản {self.accepted}" if self.accepted else "nay không còn được tiếp nhận"


def taken_words(report: Report) -> tuple[TakenWords, ...]:
    """Return the words that were taken over into a report, in that order; no query if its body reports to another."""
    if report.organisation.reports_to_id is not None:
        return ()
    accepted = Submission.objects.filter(
        report=OuterRef("submission__report"), outcome__kind=OutcomeKind.ACCEPTED
    )
    taken = TakenOver.objects.filter(section__report=report).annotate(
        accepted=Subquery(accepted.order_by("-version").values("version")[:1])
    )
    return tuple(
        TakenWords(section, text, without_province(name), owner, version, newest)
        for section, text, name, owner, version, newest in _values(taken)
    )


def taken_into(section: Section) -> list[TakenWords]:
    return [one for one in taken_words(section.report) if one.section == section.pk]


def _values(taken: QuerySet[TakenOver]) -> Sequence[tuple[int, str, str, int, int, int | None]]:
    body = ("submission__report__organisation__name", "submission__report", "submission__version")
    return list(taken.values_list("section", "text", *body, "accepted"))


def remaining(words: str, text: str) -> Remaining:
    """Return whether words stand in a text, whatever their accents and capitals.

    >>> remaining("Đã mở 12 lớp ở xã (Sở Y tế).", "Năm nay đã mở 13 lớp ở xã (Sở Y tế).").value
    'đã sửa lời'
    """
    (folded, pairs), (whole, all_pairs) = _read(words), _read(text)
    # "2 lớp" does not stand in "12 lớp".
    if folded in whole and re.search(rf"(?<!\w){re.escape(folded)}", whole):
        return Remaining.KEPT
    is_left = len(pairs & all_pairs) >= CHANGED_FROM * len(pairs)
    return Remaining.CHANGED if pairs and is_left else Remaining.GONE


@remembered
def _read(text: str) -> tuple[str, frozenset[tuple[str, str]]]:
    folded = fold(text)
    return folded, frozenset(pairwise(folded.split()))
