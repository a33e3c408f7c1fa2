"""The last key that each table has given: a key is never given twice, also if its row was deleted."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

from accounts.backup.tables import Table


def last_key(table: Table, connection: BaseDatabaseWrapper) -> int:
    """Return the last key that a table gave, 0 where it gave none."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table.name])
            found = cursor.fetchone()
            return int(found[0] or 0) if found else 0
        name = _sequence(table, connection)
        if name is None:
            return 0
        cursor.execute(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {name}")  # noqa: S608 (quoted)
        return int(cursor.fetchone()[0])


def set_last_key(table: Table, key: int, connection: BaseDatabaseWrapper) -> None:
    """Let the next row of a table get a key greater than `key` and than all keys of its rows."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            _set_in_sqlite(table, key, connection)
            return
        name = _sequence(table, connection)
        if name is not None:
            quote = connection.ops.quote_name
            cursor.execute(f"SELECT max({quote(table.key)}) FROM {quote(table.name)}")  # noqa: S608 (names of models)
            last = max(key, cursor.fetchone()[0] or 0)
            if last:
                cursor.execute("SELECT setval(%s, %s)", [name, last])


def _set_in_sqlite(table: Table, key: int, connection: BaseDatabaseWrapper) -> None:
    """Inserting rows has set the greatest of their keys already."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table.name])
        found = cursor.fetchone()
        if found and (found[0] or 0) < key:
            cursor.execute("UPDATE sqlite_sequence SET seq = %s WHERE name = %s", [key, table.name])
        elif not found and key:
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table.name, key])


def _sequence(table: Table, connection: BaseDatabaseWrapper) -> str | None:
    """Return the quoted name of the sequence in PostgreSQL, None where the key is no number that it gives."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_serial_sequence(%s, %s)", [connection.ops.quote_name(table.name), table.key]
        )
        found: tuple[str | None] = cursor.fetchone()
        return found[0]
