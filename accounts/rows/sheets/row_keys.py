"""The column by which rows of an exported sheet are known again when it comes back: pk and version, "128v3"."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from accounts.models import Organisation
from accounts.rows.columns import Column
from accounts.rows.year_row import LONGEST_PK, YearRow

KEY = re.compile(rf"([0-9]{{1,{LONGEST_PK}}})v([0-9]{{1,9}})")


class RowKey(NamedTuple):
    pk: int
    version: int  # that the row had when it was exported


def key_of(row: YearRow) -> str:
    return f"{row.pk}v{row.version}" if row.pk else ""


def parse_key(text: str) -> RowKey | None:
    found = KEY.fullmatch(text.strip())
    return RowKey(int(found[1]), int(found[2])) if found else None


def rows_with(
    keys: Collection[RowKey], model: type[YearRow], *, organisation: Organisation, year: int
) -> dict[int, YearRow]:
    """Return {pk: row} for the rows of the organisation and the year that the keys name."""
    if not keys:
        return {}
    rows = model.objects.of(organisation).for_year(year).filter(pk__in={key.pk for key in keys})
    return {row.pk: row for row in rows.select_related("organisation", "division")}


ROW_KEY = Column("row_key", "Mã dòng", 10, ("ma dong",), typed=key_of)
