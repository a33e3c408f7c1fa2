"""Mends of what a rule finds in a printed line: the place is looked for in the stored texts that print it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reports.checks.findings import Finding
from reports.checks.mending.proposals import Proposal
from reports.checks.mending.sources import FindRepairs, Sources


def line_mend(find: FindRepairs) -> Callable[[Sources, Sequence[Finding], str], Iterator[Proposal]]:
    """Return the mend of a rule whose findings are identified by their place and the words found in a line."""

    def mend(sources: Sources, findings: Sequence[Finding], typed: str) -> Iterator[Proposal]:
        for finding in findings:
            for line, one in sources.repairs(finding.rule, finding.place, find).get(finding.key, ()):
                after = one.after if one.after is not None else in_the_case_of(one.words, typed) or None
                for text in sources.texts_in(finding.place):
                    for start, end in text.stored_places(line, one.start, one.end):
                        yield Proposal(text.stored, start, end, after)

    return mend


def in_the_case_of(word: str, typed: str) -> str:
    """Return a typed word in the capitals of the word that it replaces.

    >>> in_the_case_of("Kip", "kịp"), in_the_case_of("KIP", "kịp"), in_the_case_of("kip", "Kịp")
    ('Kịp', 'KỊP', 'Kịp')
    """
    if word.isupper() and len(word) > 1:
        return typed.upper()
    return f"{typed[:1].upper()}{typed[1:]}" if word[:1].isupper() else typed
