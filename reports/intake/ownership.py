"""Whose a cited document is: told by its symbol, by the body it names, and by the place where it is cited."""

from __future__ import annotations

import re

from accounts.models import Organisation
from pbgdpl.lib.vietnamese import fold, initials
from plans.kinds import ABBREVIATIONS, DocumentKind
from plans.reading import Citation

# Acts that bind everybody: they are carried out, but nobody is directed by them in particular.
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
# A misspelt symbol of fewer letters could as well be another body's.
SHORTEST_MISSPELT = 4


def own_symbols(organisation: Organisation, report_number: str) -> frozenset[str]:
    """Return the ways in which the body may sign: as registered, by its initials, as its report does."""
    signed = report_number.rpartition("-")[2]
    symbols = (organisation.symbol, initials(organisation.name), organisation.code, signed)
    return frozenset(symbol.upper() for symbol in symbols if symbol)


def is_own(citation: Citation, organisation: Organisation, symbols: frozenset[str]) -> bool | None:
    """Return whether the body issued the document itself, or None where neither symbol nor body tells."""
    if citation.issuing_body:
        return _names(citation.issuing_body, organisation)
    parts = [
        part for part in re.split(r"[-/]", (citation.number or "").upper()) if part and not part.isdigit()
    ]
    if any(_alike(part, symbol) for part in parts for symbol in symbols):
        return True
    # A number without a symbol ("số 139") or with only the kind in it ("139/KH") tells nothing.
    return False if any(part not in KIND_PARTS for part in parts) else None


def _names(body: str, organisation: Organisation) -> bool:
    """Return whether `body` is the organisation or its head: "Giám đốc Sở Y tế" for Sở Y tế."""
    named, own = fold(body), fold(organisation.name)
    return own in named or named in own or initials(body) == initials(organisation.name)


def _alike(written: str, symbol: str) -> bool:
    """Return whether the symbols are equal but for one letter too many or too few (SKHHCN, SKHCCN for SKHCN)."""
    longer, shorter = sorted((written, symbol), key=len, reverse=True)
    if longer == shorter:
        return True
    if len(shorter) < SHORTEST_MISSPELT or len(longer) != len(shorter) + 1:
        return False
    return any(longer[:gap] + longer[gap + 1 :] == shorter for gap in range(len(longer)))
