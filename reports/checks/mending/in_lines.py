"""Mends of what a rule finds in a printed line: the place is looked for in the stored texts that print it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from reports.checks.draft import Draft
from reports.checks.findings import Finding, Part, Place
from reports.checks.mending.proposals import Proposal
from reports.checks.mending.texts import texts_of
from reports.checks.repairs import Repair
from reports.checks.stored import PrintedLine, StoredText, printed_lines

Repairs = Callable[[Draft, str], Iterator[Repair]]
Texts = dict[tuple[Part, int], list[StoredText]]


def line_mend(
    repairs: Repairs,
) -> Callable[[Draft, Sequence[Finding], str], Iterator[Proposal]]:
    """Return the mend of a rule whose findings are identified by their place and the words found in a line."""

    def mend(draft: Draft, findings: Sequence[Finding], typed: str) -> Iterator[Proposal]:
        stored: Texts = defaultdict(list)
        for one in texts_of(draft):
            stored[one.part, one.pk].append(one)
        lines = {one.key: list(printed_lines(one)) for finding in findings for one in _texts(stored, finding)}
        for finding in findings:
            wanted = [
                one for one in repairs(draft, finding.place.line) if _key(finding, one.words) == finding.key
            ]
            for text in _texts(stored, finding):
                for line in lines[text.key]:
                    yield from _proposals(text, line, finding.place, wanted, typed)

    return mend


def _key(finding: Finding, words: str) -> str:
    place = finding.place
    return finding.rule.key(place.part, place.pks, place.field, words)


def _texts(stored: Texts, finding: Finding) -> list[StoredText]:
    """Return the stored texts that a finding can be in."""
    part, pk = finding.place.part, next(iter(finding.place.pks), None)
    if part is Part.REPORT:
        return [
            one for (kind, _), texts in stored.items() if kind is part for one in texts
            if one.field == finding.place.field
        ]  # fmt: skip
    return stored.get((part, pk), []) if pk is not None else []


def _proposals(
    text: StoredText, line: PrintedLine, place: Place, repairs: Sequence[Repair], typed: str
) -> Iterator[Proposal]:
    for shift in _shifts(line.text, place.line, is_row=text.is_of_a_row):
        for one in repairs:
            start, end = one.start + shift, one.end + shift
            if start >= 0 and end <= len(line.text):
                after = one.after if one.after is not None else in_the_case_of(one.words, typed) or None
                yield Proposal(text, *line.stored(start, end), after)


def _shifts(stored: str, printed: str, *, is_row: bool) -> Iterator[int]:
    """Yield how far the places of a printed line must be moved to stand in a line of a stored text.

    A stored line ends with the printed one, behind a mark; a row prints its fields within a line.
    """
    if not is_row:
        if stored.endswith(printed):
            yield len(stored) - len(printed)
        return
    place = printed.find(stored) if stored else -1
    while place >= 0:
        yield -place
        place = printed.find(stored, place + 1)


def in_the_case_of(word: str, typed: str) -> str:
    """Return a typed word in the capitals of the word that it replaces.

    >>> in_the_case_of("Kip", "kịp"), in_the_case_of("KIP", "kịp"), in_the_case_of("kip", "Kịp")
    ('Kịp', 'KỊP', 'Kịp')
    """
    if word.isupper() and len(word) > 1:
        return typed.upper()
    return f"{typed[:1].upper()}{typed[1:]}" if word[:1].isupper() else typed
