"""How many bodies meet each criterion, and who does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pbgdpl.lib.vietnamese import fold
from reports.models import Result
from reports.received.accepted import AcceptedReport


@dataclass(frozen=True, slots=True)
class CriterionResults:
    """A criterion of one name and group, whatever set it stands in."""

    group: str
    name: str
    bodies: Mapping[Result, tuple[str, ...]]
    unstated: int  # how many bodies state no result
    points: tuple[Decimal, ...]  # of the bodies that have some

    @property
    def average(self) -> Decimal | None:
        return sum(self.points, Decimal()) / len(self.points) if self.points else None


def criterion_results(reports: Iterable[AcceptedReport]) -> tuple[CriterionResults, ...]:
    """Return the criteria of accepted reports, those of a group together, in the order in which they come up."""
    met: dict[tuple[str, str], list[tuple[str, dict[str, str]]]] = {}
    for report in reports:
        for one in report.listed.get("criteria", ()):
            key = fold(one["group"]), fold(one["name"])
            met.setdefault(key, []).append((report.organisation.name, one))
    groups = list(dict.fromkeys(group for group, _ in met))
    return tuple(_results(met[key]) for key in sorted(met, key=lambda key: groups.index(key[0])))


def _results(assessed: list[tuple[str, dict[str, str]]]) -> CriterionResults:
    (_, first) = assessed[0]
    return CriterionResults(
        group=first["group"],
        name=first["name"],
        bodies={
            result: tuple(body for body, one in assessed if one["result"] == result.value)
            for result in Result
        },
        unstated=sum(not one["result"] for _, one in assessed),
        points=tuple(Decimal(one["points"]) for _, one in assessed if one["points"]),
    )
