"""Reads the lines of an uploaded report as they were corrected; the last readings are kept for the next page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from reports.models import EarlierReport
from reports.reading.earlier.sources import source_from
from reports.reading.report import Reading
from reports.reading.report.intake import Intake, intake_of
from reports.reading.report.reading import read_source

READINGS_KEPT = 4  # in each process of the server


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a reading depends on; two with the same file, year, body and depths are equal."""

    file: tuple[int | str, ...]
    depths: tuple[tuple[int, int], ...]
    earlier: EarlierReport = field(compare=False)


def read_again(earlier: EarlierReport, depths: Mapping[int, int]) -> tuple[Reading, Intake]:
    """Return the reading with these depths of headings, and its rows, which nobody may change."""
    body = earlier.organisation
    file = (earlier.pk, earlier.sha256, earlier.reporting_year, body.pk, body.name, body.symbol, body.code)
    return _read(_Asked(file, tuple(sorted(depths.items())), earlier))


@lru_cache(maxsize=READINGS_KEPT)
def _read(asked: _Asked) -> tuple[Reading, Intake]:
    earlier = asked.earlier
    reading = read_source(source_from(earlier.source), dict(asked.depths))
    return reading, intake_of(
        reading.document, organisation=earlier.organisation, year=earlier.reporting_year
    )
