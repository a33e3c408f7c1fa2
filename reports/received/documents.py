"""The documents that the bodies issued, as their accepted reports list them, and what they wrote on their examples."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from plans.kinds import DocumentKind
from reports.received.accepted import AcceptedReport
from reports.received.proposals import says_nothing
from reports.received.sections import sections_about

EXAMPLES = re.compile(r"\b(?:mo hinh|cach lam)\b")
# "Chưa có mô hình mới, cách làm hay" names no example.
WORDS_OF_EXAMPLES = "mô hình cách làm hay mới tốt hiệu quả tiêu biểu điển hình sáng tạo"


@dataclass(frozen=True, slots=True)
class OfBody:
    """Lines of a body's report."""

    body: str
    lines: tuple[str, ...]


def documents(reports: Iterable[AcceptedReport], kinds: Collection[str] = ()) -> Iterator[OfBody]:
    """Yield the bodies that list documents of some kinds, of all if none is named, with their words."""
    for report in reports:
        listed = report.listed.get("documents", ())
        if lines := tuple(one["words"] for one in listed if not kinds or one["kind"] in kinds):
            yield OfBody(report.organisation.name, lines)


def documents_by_kind(
    reports: Collection[AcceptedReport], kinds: Iterable[DocumentKind]
) -> Iterator[tuple[str, tuple[OfBody, ...]]]:
    """Yield the names of the kinds of which the bodies list documents, in their order."""
    for kind in dict.fromkeys(kinds):
        if of_kind := tuple(documents(reports, (kind.value,))):
            yield str(kind.label), of_kind


def examples(reports: Iterable[AcceptedReport]) -> Iterator[OfBody]:
    """Yield the bodies that wrote something on models and good practice, with the lines of those sections."""
    for report in reports:
        lines = (line for one in sections_about(report.parts, EXAMPLES) for line in one.text.split("\n"))
        body = report.organisation.name
        known = f"{body} {WORDS_OF_EXAMPLES}"
        if kept := tuple(line for line in lines if line.strip() and not says_nothing(line, known)):
            yield OfBody(body, kept)
