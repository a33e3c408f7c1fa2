"""The mends of the fields of the head and the end: number, place, subject, căn cứ, authority and name of the signer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from pbgdpl.lib.vietnamese import clean_line
from reports.checks.bases import ended_bases
from reports.checks.findings import Finding, Part
from reports.checks.mending.proposals import Proposal
from reports.checks.mending.sources import Sources
from reports.checks.repairs import Repair
from reports.checks.signer import without_title, wrong_lines
from reports.checks.stored import HEAD_GROUP, StoredText
from reports.models import Report

FieldRepairs = Callable[[Report, str], Iterable[Repair]]


def field_of(sources: Sources, field: str) -> StoredText:
    """Return the stored text of a field of the report, also of one that is no text to search in."""
    report = sources.draft.report
    label = str(Report._meta.get_field(field).verbose_name)  # type: ignore[union-attr]
    return StoredText(Part.REPORT, report.pk, field, str(getattr(report, field)), label, HEAD_GROUP)


def field_mend(
    field: str, find: FieldRepairs
) -> Callable[[Sources, Sequence[Finding], str], Iterator[Proposal]]:
    """Return the mend of a rule about one field of the report."""

    def mend(sources: Sources, findings: Sequence[Finding], typed: str) -> Iterator[Proposal]:
        stored = field_of(sources, field)
        if repairs := sorted(find(sources.draft.report, stored.text), key=lambda one: one.start):
            start, end = repairs[0].start, repairs[-1].end
            yield Proposal(stored, start, end, "".join(_pieces(stored.text, repairs)))

    return mend


def _pieces(text: str, repairs: Sequence[Repair]) -> Iterator[str]:
    """Yield the repaired text from the first repair to the last."""
    done = repairs[0].start
    for one in repairs:
        yield f"{text[done : one.start]}{one.after}"
        done = one.end


def ended(sources: Sources, findings: Sequence[Finding], typed: str) -> Iterator[Proposal]:
    """Propose the right mark at the end of the căn cứ lines that the findings name."""
    stored = field_of(sources, "legal_bases")
    lines = {finding.place.line for finding in findings}
    for rule, one in ended_bases(stored.text):
        if rule is findings[0].rule and clean_line(one.words) in lines:
            yield Proposal(stored, one.start, one.end, one.after)


def signed(sources: Sources, findings: Sequence[Finding], typed: str) -> Iterator[Proposal]:
    """Propose the lines of the authority with "KT." above a deputy, and with the stop after "KT", "TL" …"""
    stored = field_of(sources, "signer_authority")
    right = {wrong.line: wrong.right for wrong in wrong_lines(sources.draft.document.signature.authority)}
    start = 0
    for line in stored.text.split("\n"):
        if words := right.get(clean_line(line).upper()):
            yield Proposal(stored, start, start + len(line), "\n".join(words))
        start += len(line) + 1


def untitled(sources: Sources, findings: Sequence[Finding], typed: str) -> Iterator[Proposal]:
    """Propose the name of the signer without the titles before it."""
    stored = field_of(sources, "signer_name")
    bare = without_title(stored.text, sources.draft.report)
    yield Proposal(stored, 0, len(stored.text) - len(bare), "")
