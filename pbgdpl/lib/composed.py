"""Queries whose SQL is composed once: to compose one takes Django several times as long as the database to answer.

For queries of the most frequent pages alone, which differ in nothing but a few values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from inspect import signature
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import QuerySet, Value

END_OF_PAGE = " LIMIT %s OFFSET %s"
# The largest number that a database can store and that a driver hands over; addresses may have larger ones.
LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Place:
    """Stands in the composed SQL for one of the values that are given later."""

    index: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What Django's compiler makes of a queryset; the compiler itself would keep a connection of one thread alive."""

    sql: str
    params: tuple[Any, ...]
    columns: tuple[Any, ...]  # expressions
    converted: tuple[int, ...]  # which of them the database gives in another type
    klass_info: Any  # None where the queryset finds no instances
    annotations: dict[str, int]  # {name: column}


class Composed:
    """A query built by a function from expressions that stand for its values, by which it may only filter.

    The values must be as the database takes them: pks, numbers and texts are.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], values: int | None = None) -> None:
        self.build = build
        self.values = len(signature(build).parameters) if values is None else values

    @cached_property
    def statement(self) -> Statement:
        places = [Value(Place(index)) for index in range(self.values)]
        compiler = self.build(*places).query.get_compiler(DEFAULT_DB_ALIAS)
        sql, params = compiler.as_sql()
        columns = tuple(column for column, *_ in compiler.select)
        converted = tuple(index for index, column in enumerate(columns) if _converters_of(column))
        return Statement(sql, params, columns, converted, compiler.klass_info, compiler.annotation_col_map)

    def tuples(self, *values: object, page: tuple[int, int] | None = None) -> list[Any]:
        """Return what the query finds; `page` is the number of rows and how many are skipped before them."""
        return self.converted(self.stored(*values, page=page))

    def stored(self, *values: object, page: tuple[int, int] | None = None) -> list[tuple[Any, ...]]:
        """Return what the query finds as the database gives it: enough to see whether anything has changed."""
        if any(isinstance(value, int) and value > LARGEST for value in values):
            return []
        sql, params = self.statement.sql, self.statement.params
        given: list[Any] = [values[one.index] if isinstance(one, Place) else one for one in params]
        with connection.cursor() as cursor:
            cursor.execute(sql + END_OF_PAGE if page else sql, [*given, *(page or ())])
            return [*cursor.fetchall()]

    def converted(self, rows: list[tuple[Any, ...]]) -> list[Any]:
        """Return rows that `stored` returned with the values of their fields."""
        converters = dict(self._converters())
        return [_converted(row, converters) for row in rows] if converters else rows

    def _converters(self) -> Iterator[tuple[int, tuple[Any, list[Any]]]]:
        """Yield which columns are converted, each with the functions of this connection that do it."""
        columns = self.statement.columns
        for index in self.statement.converted:
            yield index, (columns[index], _converters_of(columns[index]))

    def instances(self, *values: object, page: tuple[int, int] | None = None) -> list[Any]:
        """Return the model instances that the query finds, with their annotations, but no related ones."""
        return list(self._instances(self.tuples(*values, page=page)))

    def first(self, *values: object) -> Any:
        """Return the first of the instances that the query finds, None where it finds none."""
        return next(iter(self.instances(*values, page=(1, 0))), None)

    def _instances(self, rows: Iterable[Any]) -> Iterator[Any]:
        """Yield an instance for each row, as Django's `ModelIterable` does."""
        statement, info = self.statement, self.statement.klass_info
        first, last = info["select_fields"][0], info["select_fields"][-1] + 1
        names = [column.target.attname for column in statement.columns[first:last]]
        for row in rows:
            instance = info["model"].from_db(DEFAULT_DB_ALIAS, names, row[first:last])
            for name, column in statement.annotations.items():
                setattr(instance, name, row[column])
            yield instance


def _converters_of(column: Any) -> list[Any]:
    converters: list[Any] = connection.ops.get_db_converters(column) + column.get_db_converters(connection)
    return converters


def _converted(row: tuple[Any, ...], converters: dict[int, tuple[Any, list[Any]]]) -> list[Any]:
    values = list(row)
    for index, (column, functions) in converters.items():
        for function in functions:
            values[index] = function(values[index], column, connection)
    return values
