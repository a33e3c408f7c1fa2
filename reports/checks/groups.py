"""Open findings with one rule and one cause, which are mended or waived together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from django.utils.http import urlencode

from pbgdpl.lib.remembering import made_of
from reports.checks import Finding, Rule
from reports.checks.mending import MENDS, proposals
from reports.checks.mending.sources import Sources
from reports.checks.waiving import can_be_waived

FEWEST = 2  # places of a group that is shown


@dataclass(frozen=True, slots=True)
class Group:
    rule: Rule
    cause: str
    findings: tuple[Finding, ...]
    mended: int  # places that can be mended together

    @property
    def key(self) -> str:
        """Return its name in forms, which no finding has."""
        return f"{self.rule.code}/{self.cause}"

    @property
    def title(self) -> str:
        return f"{self.rule.title}: “{self.cause}”" if self.cause else self.rule.title

    @property
    def places(self) -> int:
        """Return the number of places: a finding may be about several."""
        return max(self.mended, len(self.findings))

    @property
    def query(self) -> str:
        """Return the part of an address that names the group."""
        return urlencode({"loi": self.rule.code, "nguyen-nhan": self.cause})

    @property
    def is_shown(self) -> bool:
        return self.places >= FEWEST

    @property
    def may_be_waived(self) -> bool:
        return len(self.findings) >= FEWEST and all(map(can_be_waived, self.findings))


def groups(sources: Sources, findings: Iterable[Finding]) -> dict[tuple[Rule, str], Group]:
    """Return the findings in groups by rule and cause, in the order of their first findings."""
    alike: defaultdict[tuple[Rule, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        alike[finding.rule, finding.cause].append(finding)
    return {
        (rule, cause): Group(rule, cause, tuple(group), mended(sources, group))
        for (rule, cause), group in alike.items()
    }


def mended(sources: Sources, findings: Sequence[Finding]) -> int:
    """Return how many places can be mended together; counted once for equal drafts while the count is kept."""
    if MENDS[findings[0].rule] is None:
        return 0
    keys = blake2b("\n".join(one.key for one in findings).encode(), digest_size=16).hexdigest()
    return made_of((sources.draft.digest, f"mended {keys}"), lambda: len(proposals(sources, findings)))
