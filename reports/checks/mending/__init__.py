"""The mends of findings: for each rule a function that proposes replacements of stored texts, or None."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from reports.checks import (
    Finding,
    Rule,
    addressed,
    annexes,
    bases,
    dates,
    doubled,
    figures,
    head,
    judged,
    numbers,
    old_year,
    order,
    records,
    signer,
    spacing,
    spelling,
    tables,
    taken_over,
    vain_leads,
    whole,
    zeros,
)
from reports.checks.mending.ending import closed, single_spaced
from reports.checks.mending.head_fields import ended, field_mend, signed, untitled
from reports.checks.mending.in_lines import line_mend
from reports.checks.mending.own_numbers import one_number, one_symbol, right_numbers, right_symbols
from reports.checks.mending.proposals import Choice, Proposal
from reports.checks.mending.sources import Sources

# The findings of one rule and one cause, and the text that a person has typed, or an empty text.
Mend = Callable[[Sources, Sequence[Finding], str], Iterator[Proposal]]

MENDS: dict[Rule, Mend | None] = {
    whole.EMPTY_SECTION: None,  # only the writer knows what to write
    whole.RECIPIENTS: None,
    whole.SIGNER: None,
    dates.IMPOSSIBLE: None,  # the right day is on the document
    numbers.OWN_SYMBOL: one_symbol,
    numbers.TWO_SYMBOLS: one_number,
    numbers.TWICE: None,  # one row is deleted, or is another document
    numbers.OTHER_YEAR: None,  # the number or the date may be wrong
    judged.BROKEN: None,  # only the officer knows the right number
    dates.OUTSIDE: None,
    dates.FUTURE: None,
    old_year.OLD_YEAR: None,  # what a year becomes depends on what it means
    records.UNDATED_EVENT: None,
    taken_over.STALE: None,  # only the officer knows what became of the words
    judged.UNSETTLED: None,
    judged.UNLIKELY: None,
    whole.UNREAD_LISTING: None,  # the writer chooses among the listings
    vain_leads.VAIN_LEAD: None,
    whole.CRITERION_WITHOUT_TEXT: None,
    tables.WIDE_TABLE: None,
    figures.UNREAD_FIGURE: None,  # the writer chooses among the figures
    figures.NO_FIGURE: None,
    figures.TYPED_FIGURE: line_mend(figures.from_data),
    whole.CLOSING: closed,
    head.NUMBER_ZERO: field_mend("number", lambda report, text: head.zeroed(text)),
    head.SMALL_SYMBOL: field_mend(
        "number", lambda report, text: head.capitalised(text, report.organisation.symbol)
    ),
    head.SMALL_PLACE: field_mend("place", lambda report, text: head.named_as_place(text)),
    head.SMALL_SUBJECT: field_mend("subject", lambda report, text: head.begun_with_a_capital(text)),
    head.SUBJECT_END: field_mend("subject", lambda report, text: head.unended(text)),
    addressed.ADDRESSEE: None,  # only the writer knows who is to act on the report
    bases.BASE_END: ended,
    bases.LAST_BASE_END: ended,
    zeros.DATE_ZERO: line_mend(lambda draft, line: zeros.with_zeros(line)),
    signer.AUTHORITY: signed,
    signer.SIGNER_TITLE: untitled,
    addressed.AS_ABOVE: None,  # recipients are written on the page of the head
    addressed.LAST_RECIPIENT: None,
    annexes.UNNAMED_ANNEX: None,  # the writer chooses where the text points to it
    doubled.DOUBLED: line_mend(lambda draft, line: doubled.undoubled(line)),
    spelling.SPELLING: line_mend(lambda draft, line: spelling.respelt(line)),
    spacing.MISPLACED: line_mend(lambda draft, line: spacing.put_in_place(line)),
    spacing.DOUBLED_SPACE: single_spaced,
    addressed.MAYBE_ADDRESSEE: None,
    order.OUT_OF_ORDER: None,  # rows are put in order on their list
    records.UNRECORDED: None,  # a row is added on a page of its own
    records.IDLE_DIRECTIVE: None,
    records.UNCOUNTED_EVENT: None,
    whole.OPTIONAL: None,
    whole.NUMBER: None,  # it is known when the report is registered
}
CHOICES: dict[Rule, Callable[[Sources, Sequence[Finding]], Choice]] = {
    numbers.OWN_SYMBOL: right_symbols,
    numbers.TWO_SYMBOLS: right_numbers,
    spelling.SPELLING: lambda sources, findings: Choice("Viết đúng là"),
}


def proposals(sources: Sources, findings: Sequence[Finding], typed: str = "") -> tuple[Proposal, ...]:
    """Return the proposals that mend findings of one rule and one cause, in the order of the report.

    Places that overlap an earlier one are left out.
    """
    mend = MENDS[findings[0].rule] if findings else None
    if mend is None:
        return ()
    by_text: defaultdict[str, list[Proposal]] = defaultdict(list)
    for one in mend(sources, findings, typed):
        by_text[one.stored.key].append(one)
    return tuple(one for of_text in by_text.values() for one in _apart(of_text))


def _apart(of_text: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield the proposals for one text in its order, without those that overlap an earlier one."""
    end = 0
    for one in sorted(of_text, key=lambda one: one.start):
        if one.start >= end:
            end = one.end
            yield one


def choice(sources: Sources, findings: Sequence[Finding]) -> Choice | None:
    """Return what a person may type for all places of one cause, or None if nothing is to be typed."""
    asks = CHOICES.get(findings[0].rule) if findings else None
    return asks(sources, findings) if asks else None
