"""Reads the lines of an uploaded report as they were corrected; the last readings are kept for the next page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from reports.models import EarlierReport
from reports.reading.earlier.doubts import doubts_of_row
from reports.reading.earlier.sources import source_from
from reports.reading.earlier.units import texts_of
from reports.reading.line_reader import LineReader
from reports.reading.report import Reading
from reports.reading.report.intake import Intake, intake_of
from reports.reading.report.reading import read_source

READINGS_KEPT = 4  # in each process of the server


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a reading depends on; two with the same file, year, body, depths and fate of rows are equal."""

    file: tuple[int | str, ...]
    depths: tuple[tuple[int, int], ...]
    is_of_province: bool
    earlier: EarlierReport = field(compare=False)


@dataclass(frozen=True, slots=True)
class Reread:
    """A reading with its rows, which nobody may change, the texts of its document, and the doubts about each row."""

    reading: Reading
    intake: Intake
    reader: LineReader
    texts: tuple[str, ...]  # as in `Reading.origins`
    doubts: tuple[tuple[str, ...], ...]


def read_again(earlier: EarlierReport, depths: Mapping[int, int]) -> Reread:
    """Return the reading with these depths of headings."""
    body = earlier.organisation
    file = (earlier.pk, earlier.sha256, earlier.reporting_year, body.pk, body.name, body.symbol, body.code)
    return _read(_Asked(file, tuple(sorted(depths.items())), earlier.is_of_province, earlier))


@lru_cache(maxsize=READINGS_KEPT)
def _read(asked: _Asked) -> Reread:
    body, year = asked.earlier.organisation, asked.earlier.reporting_year
    reading = read_source(source_from(asked.earlier.source), dict(asked.depths))
    intake = intake_of(reading.document, organisation=body, year=year, is_of_province=asked.is_of_province)
    reader = LineReader(body, year, intake.symbols)
    texts = tuple(texts_of(reading.document))
    doubts = tuple(
        () if asked.is_of_province else tuple(doubts_of_row(one.row, texts[one.text], reader))
        for one in intake.found
    )
    return Reread(reading, intake, reader, texts, doubts)
