"""A rule about the report of a province: the versions that words were taken from are still the accepted ones."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from reports.checks.draft import Draft
from reports.checks.findings import Finding, Part, Place, Rule, Severity
from reports.received.taken_over import Remaining, remaining

STALE = Rule(
    "taken-over",
    Severity.WARNING,
    "Lời lấy từ bản không còn được tiếp nhận",
    "Đơn vị đã nộp bản khác hoặc đang sửa báo cáo; lời và số liệu lấy từ bản cũ có thể không còn đúng.",
)


def stale_words(draft: Draft) -> Iterator[Finding]:
    """Yield the words that stand in a section and were taken from a version that is not accepted any more."""
    bodies = {section.pk: section.body for section in draft.sections}
    for taken in draft.taken_over:
        if not taken.is_stale or remaining(taken.text, bodies[taken.section]) is Remaining.GONE:
            continue
        text = (
            f"Lời này lấy từ bản {taken.version} của {taken.body}, {taken.became}. "
            "Xem báo cáo của đơn vị rồi lấy lại, sửa hoặc giữ nguyên câu này."
        )
        place = Place(Part.SECTION, (taken.section,), line=taken.text, section=taken.section)
        same = (taken.section, taken.report, taken.version, taken.accepted, taken.text)
        address = reverse("review", args=[draft.report.period, taken.report])
        yield STALE.finds(text, place, *same, cause=f"{taken.body}, bản {taken.version}", source=address)
