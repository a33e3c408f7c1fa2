"""The checks of a draft: a table of rules, each with a function that yields its findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from django.utils import timezone

from pbgdpl.lib.remembering import made_of
from reports.checks import (
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
from reports.checks.draft import Draft, load
from reports.checks.findings import Finding, Part, Place, Rule, Severity
from reports.models import Report

__all__ = ["RULES", "Draft", "Finding", "Part", "Place", "Rule", "Severity", "check", "find", "load"]

# In the order in which their findings are listed.
RULES: dict[Rule, Callable[[Draft], Iterator[Finding]]] = {
    whole.EMPTY_SECTION: whole.empty_section,
    whole.RECIPIENTS: whole.missing_recipients,
    whole.SIGNER: whole.missing_signer,
    dates.IMPOSSIBLE: dates.impossible_date,
    numbers.OWN_SYMBOL: numbers.own_symbol,
    numbers.TWO_SYMBOLS: numbers.two_symbols,
    numbers.TWICE: numbers.recorded_twice,
    numbers.OTHER_YEAR: numbers.number_of_another_year,
    judged.BROKEN: judged.figure_against_rule,
    dates.OUTSIDE: dates.outside_period,
    dates.FUTURE: dates.future_date,
    old_year.OLD_YEAR: old_year.old_year,
    records.UNDATED_EVENT: records.undated_event,
    taken_over.STALE: taken_over.stale_words,
    judged.UNSETTLED: judged.unsettled_figure,
    judged.UNLIKELY: judged.unlikely_figure,
    whole.UNREAD_LISTING: whole.unread_listing,
    vain_leads.VAIN_LEAD: vain_leads.vain_lead,
    whole.CRITERION_WITHOUT_TEXT: whole.criterion_without_text,
    tables.WIDE_TABLE: tables.wide_table,
    figures.UNREAD_FIGURE: figures.unread_figure,
    figures.NO_FIGURE: figures.figure_without_number,
    figures.TYPED_FIGURE: figures.typed_figure,
    whole.CLOSING: whole.missing_closing,
    head.NUMBER_ZERO: head.number_without_zero,
    head.SMALL_SYMBOL: head.small_symbol,
    head.SMALL_PLACE: head.small_place,
    head.SMALL_SUBJECT: head.small_subject,
    head.SUBJECT_END: head.subject_with_stop,
    addressed.ADDRESSEE: addressed.no_addressee,
    bases.BASE_END: bases.base_without_semicolon,
    bases.LAST_BASE_END: bases.last_base_without_stop,
    zeros.DATE_ZERO: zeros.date_without_zero,
    signer.AUTHORITY: signer.signer_authority,
    signer.SIGNER_TITLE: signer.title_before_signer,
    addressed.AS_ABOVE: addressed.no_as_above,
    addressed.LAST_RECIPIENT: addressed.last_recipient,
    annexes.UNNAMED_ANNEX: annexes.unnamed_annex,
    doubled.DOUBLED: doubled.doubled_word,
    spelling.SPELLING: spelling.impossible_syllable,
    spacing.MISPLACED: spacing.misplaced_mark,
    spacing.DOUBLED_SPACE: spacing.doubled_space,
    addressed.MAYBE_ADDRESSEE: addressed.perhaps_no_addressee,
    order.OUT_OF_ORDER: order.out_of_order,
    records.UNRECORDED: records.unrecorded_document,
    records.IDLE_DIRECTIVE: records.idle_directive,
    records.UNCOUNTED_EVENT: records.uncounted_event,
    whole.OPTIONAL: whole.empty_optional_section,
    whole.NUMBER: whole.missing_number,
}


def find(report: Report, today: date | None = None) -> tuple[Finding, ...]:
    """Return the findings of a report as stored, in the order of `RULES`, with a fixed number of queries."""
    return check(load(report, today or timezone.localdate()))


def check(draft: Draft) -> tuple[Finding, ...]:
    """Return the findings of a loaded draft, only the first of those with the same key.

    Those of equal drafts are found once while they are kept.
    """
    return made_of((draft.digest, "findings"), lambda: found_in(draft))


def found_in(draft: Draft) -> tuple[Finding, ...]:
    """Return the findings of a loaded draft, found anew."""
    found: dict[str, Finding] = {}
    for rule in RULES.values():
        for finding in rule(draft):
            found.setdefault(finding.key, finding)
    return tuple(found.values())
