"""The mends of a closing without its end, and of doubled spaces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.checks.findings import Finding
from reports.checks.mending.proposals import Proposal
from reports.checks.mending.sources import Sources
from reports.checks.spacing import doubled_spaces
from reports.checks.whole import END


def closed(sources: Sources, findings: Sequence[Finding], typed: str) -> Iterator[Proposal]:
    """Propose "./." in place of the marks at the end of the closing; a report without one needs a writer."""
    for stored in sources.texts:
        if stored.field == "closing":
            start = len(stored.text.rstrip(" ./;:,…"))
            yield Proposal(stored, start, len(stored.text), END)


def single_spaced(sources: Sources, findings: Sequence[Finding], typed: str) -> Iterator[Proposal]:
    """Propose one space in place of each run of spaces in the sections that the findings name."""
    pks = {pk for finding in findings for pk in finding.place.pks}
    for stored in sources.texts:
        if stored.field == "body" and stored.part is findings[0].place.part and stored.pk in pks:
            yield from (Proposal(stored, *place, " ") for place in doubled_spaces(stored.text))
