"""Decides by its symbol and the body it names whether a cited document is the organisation's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from operator import itemgetter

from accounts.models import Organisation
from pbgdpl.lib.vietnamese import initials
from plans.kinds import ABBREVIATIONS, DocumentKind
from plans.reading import Citation
from reports.reading.bodies import is_body

# Kinds of legislation, which bind everybody and are no directives to a department.
LEGISLATION = {
    DocumentKind.CONSTITUTION,
    DocumentKind.CODE,
    DocumentKind.LAW,
    DocumentKind.ORDINANCE,
    DocumentKind.DECREE,
    DocumentKind.CIRCULAR,
    DocumentKind.JOINT_CIRCULAR,
    DocumentKind.CONSOLIDATED_TEXT,
}
KIND_PARTS = {abbreviation.upper() for written in ABBREVIATIONS.values() for abbreviation in written}
# The symbols of bodies that direct departments, which are never taken for the organisation's own.
HIGHER = {"UBND", "HĐND", "HĐPH", "TTG", "CP", "BTP", "STP", "TU", "TW", "QH15", "CTN"}
FEWEST_USUAL = 3
# A symbol of fewer letters that differs could be another body's.
SHORTEST_MISSPELT = 4


def own_symbols(organisation: Organisation, report_number: str) -> frozenset[str]:
    """Return the symbols with which the body may sign: as registered, its initials, its code, that of its report."""
    signed = report_number.rpartition("-")[2]
    symbols = (organisation.symbol, initials(organisation.name), organisation.code, signed)
    return frozenset(symbol.upper() for symbol in symbols if symbol)


def symbols_of(organisation: Organisation, report_number: str, listed: Iterable[Citation]) -> frozenset[str]:
    """Return the symbols of the body: `own_symbols` if a listed document has one, else with that of most documents.

    Stops reading at the first document with a known symbol.
    """
    known = own_symbols(organisation, report_number)
    read = []
    for citation in listed:
        if is_own(citation, organisation, known):
            return known
        read.append(citation)
    return known | {usual_symbol(read)} - {""}


def usual_symbol(citations: Iterable[Citation]) -> str:
    """Return the symbol of most of the listed documents, or an empty text if no symbol has a majority.

    Most documents in a body's report are its own, so this finds a symbol that is not made of its initials.
    """
    unsigned = [citation for citation in citations if not citation.issuing_body]
    counts = Counter(part for citation in unsigned for part in set(_parts(citation)) - KIND_PARTS - HIGHER)
    symbol, count = max(counts.items(), key=itemgetter(1), default=("", 0))
    return symbol if count >= FEWEST_USUAL and 2 * count >= len(unsigned) else ""


def is_own(citation: Citation, organisation: Organisation, symbols: frozenset[str]) -> bool | None:
    """Return whether the body issued the document itself, or None if neither symbol nor body shows it."""
    if citation.kind in LEGISLATION:
        return False
    if citation.issuing_body:
        return is_body(citation.issuing_body, organisation)
    parts = _parts(citation)
    if any(_alike(part, symbol) for part in parts for symbol in symbols):
        return True
    # A number without a symbol ("số 139") or with only the kind ("139/KH") does not show the body.
    return False if any(part not in KIND_PARTS for part in parts) else None


def _parts(citation: Citation) -> list[str]:
    """Return the parts of a symbol in capitals: "498/SKHCN-VP" has SKHCN and VP."""
    parts = re.split(r"[-/]", (citation.number or "").upper())
    return [part for part in parts if part and not part[0].isdigit()]


def _alike(written: str, symbol: str) -> bool:
    """Return whether two symbols are equal except for one added or missing letter (SKHHCN, SKHCCN for SKHCN).

    In a short symbol it must be a doubled letter, as in SXXD: SYD could be another body's.
    """
    longer, shorter = sorted((written, symbol), key=len, reverse=True)
    if longer == shorter:
        return True
    if len(longer) != len(shorter) + 1:
        return False
    is_short = len(shorter) < SHORTEST_MISSPELT
    twice = (gap for gap in range(1, len(longer)) if longer[gap] == longer[gap - 1])
    return any(
        longer[:gap] + longer[gap + 1 :] == shorter for gap in (twice if is_short else range(len(longer)))
    )
