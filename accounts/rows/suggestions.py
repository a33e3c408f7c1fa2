"""The values of earlier rows that a form suggests; in SQL, because the pages of forms wait for nothing longer."""

from __future__ import annotations

from typing import Any

from django.db import connection

from accounts.models import Organisation
from accounts.rows.year_row import YearRow

FIRST_GROUPS = """
SELECT {columns} FROM {table} WHERE organisation_id = %s AND deleted_at IS NULL{filled}
GROUP BY {columns} ORDER BY {order} DESC LIMIT %s
"""


def newest_values(model: type[YearRow], name: str, organisation: Organisation, most: int) -> list[str]:
    """Return the different values of a field in the organisation's rows of all years, the newest first."""
    filled = f" AND {name} <> ''"
    return [value for (value,) in _groups(model, name, "MAX(id)", organisation, most, filled)]


def most_frequent(
    model: type[YearRow], names: str, organisation: Organisation, most: int
) -> list[tuple[Any, ...]]:
    """Return the different values of fields ("kind, kind_as_written"), the most frequent first."""
    return _groups(model, names, "COUNT(id)", organisation, most)


def _groups(
    model: type[YearRow], columns: str, order: str, organisation: Organisation, most: int, filled: str = ""
) -> list[tuple[Any, ...]]:
    statement = FIRST_GROUPS.format(columns=columns, table=model._meta.db_table, order=order, filled=filled)
    with connection.cursor() as cursor:
        cursor.execute(statement, [organisation.pk, most])
        return list(cursor.fetchall())
