"""Completes short mentions of documents: a report dates a document once, and later gives only its number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from accounts.models import Organisation
from plans.kinds import DocumentKind
from plans.reading import Citation, read_documents
from plans.symbols import folded_number
from reports.reading.bodies import is_body

SERIAL = re.compile(r"[\d.]*")
MOST = 20  # different citations under one number: more of them never agree
Key = tuple[DocumentKind, str]


@dataclass(frozen=True, slots=True)
class Mentions:
    """The documents that a report names more than once, by their kinds and the digits of their numbers."""

    organisation: Organisation
    by_key: Mapping[Key, tuple[Citation, ...]] = field(default_factory=dict)

    def completed(self, citation: Citation) -> Citation:
        """Return the citation with the number, the date and the body that the report's other mentions agree on."""
        others = [one for one in self.by_key.get(_key(citation), ()) if self._may_be_same(one, citation)]
        numbers = {folded_number(one.number or ""): one.number for one in others}
        dates = {one.issued_on for one in others} - {None}
        bodies = {self._is_own(one): one.issuing_body for one in others if one.issuing_body}
        if len(numbers) != 1 or len(dates) > 1 or len(bodies) > 1:
            return citation
        return replace(
            citation,
            number=next(iter(numbers.values())) if _is_bare(citation) else citation.number,
            issued_on=citation.issued_on or next(iter(dates), None),
            issuing_body=citation.issuing_body or next(iter(bodies.values()), None),
        )

    def _may_be_same(self, one: Citation, other: Citation) -> bool:
        """Return whether neither the numbers, the dates nor the bodies of two citations are in conflict."""
        is_numbered = _is_bare(other) or folded_number(one.number or "") == folded_number(other.number or "")
        are_dated = one.issued_on is not None and other.issued_on is not None
        have_bodies = one.issuing_body is not None and other.issuing_body is not None
        return (
            not _is_bare(one)
            and is_numbered
            and (not are_dated or one.issued_on == other.issued_on)
            and (not have_bodies or self._is_own(one) == self._is_own(other))
        )

    def _is_own(self, citation: Citation) -> bool:
        return is_body(citation.issuing_body or "", self.organisation)


def mentions_in(texts: Iterable[str], organisation: Organisation) -> Mentions:
    """Return the documents that the texts of a report name more than once."""
    found: defaultdict[Key, list[Citation]] = defaultdict(list)
    for text in texts:
        for citation in read_documents(text):
            found[_key(citation)].append(citation)
    distinct = {key: tuple(dict.fromkeys(known)) for key, known in found.items() if len(known) > 1}
    return Mentions(organisation, {key: known for key, known in distinct.items() if len(known) <= MOST})


def _key(citation: Citation) -> Key:
    return citation.kind, _serial(citation.number or "")


def _serial(number: str) -> str:
    found = SERIAL.match(number)
    return found[0].lstrip("0") if found else ""


def _is_bare(citation: Citation) -> bool:
    return (citation.number or "").isdigit()
