"""The mends of the body's own symbol, and of a document with two symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reports.checks.findings import Finding, Part
from reports.checks.mending.proposals import Choice, Proposal
from reports.checks.mending.sources import Sources
from reports.checks.numbers import Own, named_document, ways_of_signing
from reports.checks.stored import HEAD_GROUP, StoredText, row_texts

# The number as it is written with the right one in its place, by the number in capitals.
Numbers = Mapping[str, str]


def right_symbols(sources: Sources, findings: Sequence[Finding]) -> Choice:
    """Return the ways of signing; the default is the registered symbol, else the known one of most documents."""
    draft = sources.draft
    signed = ways_of_signing(draft)
    registered = draft.report.organisation.symbol.upper()
    known = sorted(draft.symbols & set(signed), key=lambda one: -len(signed[one]))
    default = registered if registered in signed or not known else known[0]
    return Choice("Ký hiệu đúng", default, tuple(dict.fromkeys((default, *known, *sorted(signed)))))


def one_symbol(sources: Sources, findings: Sequence[Finding], typed: str) -> Iterator[Proposal]:
    """Propose the right symbol in each number of the body's documents with another one.

    The body's other known symbols stay, unless the right one is not known itself.
    """
    signed, known = ways_of_signing(sources.draft), sources.draft.symbols
    right = typed or right_symbols(sources, findings).default
    wrong = set(signed) - {right.upper()} - (known if right.upper() in known else set())
    corrected = {
        number: _with_symbol(own.number, symbol, right)
        for symbol in wrong
        for number, own in signed[symbol].items()
    }
    yield from _in_place_of(sources, corrected)


def _with_symbol(number: str, symbol: str, right: str) -> str:
    parts = re.split(r"([-/])", number)
    place = next(place for place, part in enumerate(parts) if part.upper() == symbol)
    return "".join((*parts[:place], right, *parts[place + 1 :]))


def right_numbers(sources: Sources, findings: Sequence[Finding]) -> Choice:
    """Return the numbers of the document; the default has a known symbol, or is that of most mentions."""
    numbers, symbols = (
        [own for first in _documents(sources, findings) for own in first.values()],
        sources.draft.symbols,
    )
    known = [own.number for own in numbers if own.symbol(symbols) in symbols]
    every = [own.number for own in numbers]
    return Choice("Số, ký hiệu đúng", next(iter((*known, *every)), ""), tuple(every))


def one_number(sources: Sources, findings: Sequence[Finding], typed: str) -> Iterator[Proposal]:
    """Propose the right number in place of the other numbers of the document."""
    right = typed or right_numbers(sources, findings).default
    for first in _documents(sources, findings):
        yield from _in_place_of(sources, {number: right for number in first if number != right.upper()})


def _documents(sources: Sources, findings: Sequence[Finding]) -> list[dict[str, Own]]:
    causes = {finding.cause for finding in findings}
    return [
        first
        for serial, day, first in sources.documents_with_two_symbols
        if named_document(serial, day) in causes
    ]


def _in_place_of(sources: Sources, corrected: Numbers) -> Iterator[Proposal]:
    """Yield a proposal for each mention of these numbers, in rows, in the report's number and in texts."""
    report = sources.draft.report
    if report.number.upper() in corrected:
        number = StoredText(Part.REPORT, report.pk, "number", report.number, "số, ký hiệu", HEAD_GROUP)
        yield _whole(number, corrected)
    for plan in sources.draft.plans:
        for stored in row_texts(plan, ("number",)):
            if stored.text.upper() in corrected:
                yield _whole(stored, corrected)
    for stored, start, end, text in sources.numbers:
        if text.upper() in corrected:
            yield Proposal(stored, start, end, corrected[text.upper()])


def _whole(stored: StoredText, corrected: Numbers) -> Proposal:
    return Proposal(stored, 0, len(stored.text), corrected[stored.text.upper()])
