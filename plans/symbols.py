"""The symbols of documents' numbers: "/KH-SKHCN" for a plan, "/SKHCN-VP" for a letter."""

from __future__ import annotations

import re

from accounts.models import Division, Organisation
from pbgdpl.lib.vietnamese import fold, initials
from pbgdpl.lib.written_dates import DASHES
from plans.kinds import ABBREVIATIONS, DocumentKind

ONLY_DIGITS = re.compile(r"([0-9]{1,6})\s?/?")
# The numbers of these legal acts contain the year: 30/2020/NĐ-CP.
BEARING_A_YEAR = {
    DocumentKind.ORDINANCE,
    DocumentKind.DECREE,
    DocumentKind.DECREE_LAW,
    DocumentKind.CIRCULAR,
    DocumentKind.JOINT_CIRCULAR,
    DocumentKind.JOINT_RESOLUTION,
    DocumentKind.ORDER,
}
# The Party, its unions and the National Assembly format their numbers differently: 06-CTr/TU.
OTHER_WAYS = re.compile(
    r"(?:tinh|thanh|quan|huyen|dang|chi|phuong|xa) uy\b|ban (?:thuong vu|chap hanh|bi thu|can su)\b|bo chinh tri|"
    r"dang (?:bo|doan)\b|trung uong|(?:tinh|thanh|quan|huyen) doan\b|doan thanh nien|quoc hoi|uy ban thuong vu"
)
SIGNING_OTHERWISE = {"thu tuong chinh phu": "TTg", "thu tuong": "TTg", "chu tich nuoc": "CTN"}


def completed(number: str, symbol: str) -> str:
    """Return the number with the symbol added if it is only digits, else unchanged.

    >>> completed("139", "/KH-SKHCN"), completed("139/", "/KH-SKHCN"), completed("139/KH", "/KH-SKHCN")
    ('139/KH-SKHCN', '139/KH-SKHCN', '139/KH')
    """
    found = ONLY_DIGITS.fullmatch(number)
    return f"{found[1]}{symbol}" if found and symbol else number


def folded_number(number: str) -> str:
    """Return the number for comparing: without marks, capitals, spaces and leading zeros.

    >>> folded_number("05/KH – SKHCN") == folded_number("5/kh-skhcn")
    True
    """
    return re.sub(rf"[{DASHES}]", "-", fold(number)).replace(" ", "").lstrip("0")


def own_symbol(kind: DocumentKind, organisation: Organisation, division: Division | None) -> str:
    """Return the symbol of the organisation's own document; for a letter it ends with the division."""
    if kind == DocumentKind.OFFICIAL_LETTER:
        return f"/{organisation.symbol}-{_division(division)}" if division else f"/{organisation.symbol}"
    return _kind_first(kind, organisation.symbol)


def symbol_of_another(kind: DocumentKind, body: str) -> str:
    """Return the symbol of a document of another body from its name, or an empty text if it is not known.

    It is not known for letters, which name a division, and for the Party's own formats.

    >>> symbol_of_another(DocumentKind.PLAN, "UBND thành phố Hà Nội")
    '/KH-UBND'
    """
    name = fold(body)
    if not name or kind == DocumentKind.OFFICIAL_LETTER or OTHER_WAYS.match(name):
        return ""
    return _kind_first(kind, SIGNING_OTHERWISE.get(name) or initials(body))


def _kind_first(kind: DocumentKind, body: str) -> str:
    shorts = ABBREVIATIONS.get(kind)
    return f"/{shorts[0]}-{body}" if shorts and body and kind not in BEARING_A_YEAR else ""


def _division(division: Division) -> str:
    return division.symbol or initials(re.sub(r"^phòng\s+", "", division.name, flags=re.IGNORECASE))
