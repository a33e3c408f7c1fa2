"""The tables of the site as given migrations leave them, and the rows in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model

from accounts.backup.values import ColumnValues

UNKNOWN = (
    "{what} có những thay đổi cấu trúc mà mã nguồn này không biết ({names}), nên thuộc phiên bản mới hơn. "
    "Cài mã nguồn mới hơn rồi chạy lại."
)
INCOMPLETE = "{what} thiếu những thay đổi cấu trúc đứng trước ({names})."
NAMES_SHOWN = 3
SESSIONS = "django_session"  # people log in again
LARGE = {"BinaryField", "JSONField"}

Migration = tuple[str, str]  # ("reports", "0021_title_lines")


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    key: str  # the column of the primary key
    columns: tuple[ColumnValues, ...]

    @property
    def names(self) -> list[str]:
        return [column.column for column in self.columns]

    @property
    def file_columns(self) -> list[str]:
        return [column.column for column in self.columns if column.kind == "FileField"]

    @property
    def rows_at_a_time(self) -> int:
        """Return how many rows are read or written together, so that long values do not fill the memory."""
        return 10 if LARGE & {column.kind for column in self.columns} else 500


def tables_after(migrations: Sequence[Migration], *, what: str) -> dict[str, Table]:
    """Return the tables of the site after exactly these migrations, by name, with that of the sessions.

    Raises ValidationError, naming `what` has them, where migrations are unknown here or miss an earlier one.
    """
    loader = MigrationLoader(None)
    state = loader.project_state(leaves(migrations, loader, what=what))
    models: list[type[Model]] = [
        MigrationRecorder.Migration,
        *state.apps.get_models(include_auto_created=True),
    ]
    tables = (_table(model) for model in models if model._meta.managed and not model._meta.proxy)
    return {table.name: table for table in sorted(tables, key=lambda table: table.name)}


def leaves(migrations: Sequence[Migration], loader: MigrationLoader, *, what: str) -> list[Migration]:
    """Return the migrations that none of the others depends on; raise ValidationError as `tables_after`."""
    graph, given = loader.graph, set(migrations)
    if unknown := sorted(given - set(graph.nodes)):
        raise ValidationError(UNKNOWN.format(what=what, names=_named(unknown)))
    needed = {one for node in given for one in graph.forwards_plan(node)}
    if missing := sorted(needed - given):
        raise ValidationError(INCOMPLETE.format(what=what, names=_named(missing)))
    return [
        node for node in sorted(given) if not given & {child.key for child in graph.node_map[node].children}
    ]


def _named(migrations: Sequence[Migration]) -> str:
    names = [".".join(one) for one in migrations[:NAMES_SHOWN]]
    return ", ".join([*names, "…"] if len(migrations) > NAMES_SHOWN else names)


def _table(model: type[Model]) -> Table:
    meta = model._meta
    key = (meta.pk.column if meta.pk else "") or ""
    return Table(meta.db_table, key, tuple(ColumnValues(field) for field in meta.concrete_fields))


@contextmanager
def snapshot(connection: BaseDatabaseWrapper) -> Iterator[BaseDatabaseWrapper]:
    """Yield a connection of its own that sees the database as it was at one moment; nobody waits for it."""
    own = connection.copy()
    is_postgresql = own.vendor == "postgresql"
    try:
        with own.cursor() as cursor:
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" if is_postgresql else "BEGIN")
            # The first statement that reads is the moment.
            cursor.execute(
                "SELECT count(*) FROM pg_class" if is_postgresql else "SELECT count(*) FROM sqlite_master"
            )
        yield own
    finally:
        own.close()


def applied_migrations(connection: BaseDatabaseWrapper) -> list[Migration]:
    """Return the migrations that the database had; none for a database without tables."""
    name = MigrationRecorder.Migration._meta.db_table
    with connection.cursor() as cursor:
        if name not in connection.introspection.table_names(cursor):
            return []
        cursor.execute(f"SELECT app, name FROM {name} ORDER BY id")  # noqa: S608 (a name of ours)
        return [(app, migration) for app, migration in cursor.fetchall()]


def rows_of(table: Table, connection: BaseDatabaseWrapper) -> Iterator[dict[str, Any]]:
    """Yield the rows in the order of their keys, {column: value as JSON}."""
    quote = connection.ops.quote_name
    columns = ", ".join(map(quote, table.names))
    query = f"SELECT {columns} FROM {quote(table.name)} ORDER BY {quote(table.key)}"  # noqa: S608 (names of models)
    with connection.chunked_cursor() as cursor:
        cursor.execute(query)
        while found := cursor.fetchmany(table.rows_at_a_time):
            for row in found:
                yield {one.column: one.as_json(value) for one, value in zip(table.columns, row, strict=True)}


def insert_rows(table: Table, rows: Iterable[dict[str, Any]], connection: BaseDatabaseWrapper) -> None:
    """Store rows as they are, without what saving a model would do."""
    quote = connection.ops.quote_name
    columns, places = ", ".join(map(quote, table.names)), ", ".join(["%s"] * len(table.names))
    query = f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({places})"  # noqa: S608 (names of models)
    left = iter(rows)
    with connection.cursor() as cursor:
        while batch := [parameters(table, row, connection) for row in islice(left, table.rows_at_a_time)]:
            cursor.executemany(query, batch)


def parameters(table: Table, row: dict[str, Any], connection: BaseDatabaseWrapper) -> list[Any]:
    """Return the values of a row for a statement; raise ValueError, TypeError or KeyError if they are none."""
    if len(row) != len(table.columns):
        raise KeyError(table.name)
    return [column.as_stored(row[column.column], connection) for column in table.columns]


def delete_rows(table: Table, connection: BaseDatabaseWrapper) -> None:
    """Delete what the migrations themselves stored; an empty table is not touched."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {quote(table.name)} LIMIT 1")  # noqa: S608 (a name of a model)
        if cursor.fetchone():
            cursor.execute(f"DELETE FROM {quote(table.name)}")  # noqa: S608 (a name of a model)
