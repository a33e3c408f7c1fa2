"""One page asked for on two databases by turns, so that a busy moment of the machine slows down both."""

from __future__ import annotations

import shutil
import statistics
from functools import partial

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench.pages import ask
from tests.bench.timing import milliseconds, ratio, timed

AT_MOST = 3


class Measure:
    """The medians of one page on a small database and on a large one, and its queries on each."""

    def __init__(self, client: Client, url: str, databases: tuple[str, str], rounds: int) -> None:
        self.client, self.url = client, url
        spent = {name: [] for name in databases}
        for _ in range(rounds):
            for name in databases:
                use(name)
                ask(client, url)
                spent[name].append(timed(partial(ask, client, url)))
        self.times = [statistics.median(spent[name]) for name in databases]
        self.queries = [self.count(name) for name in databases]

    def count(self, name: str) -> int:
        use(name)
        with CaptureQueriesContext(connection) as queries:
            ask(self.client, self.url)
        return len(queries)

    def __str__(self) -> str:
        (empty, full), (few, many) = self.times, self.queries
        slow = "" if full <= AT_MOST * empty else f"  quá {AT_MOST} lần"
        times = f"{milliseconds(empty):>10} {milliseconds(full):>10} {ratio(full, empty):>6}"
        return f"{times}  {few} / {many}{slow}"


def use(name: str) -> None:
    """Ask the database of this name from now on."""
    connection.close()
    connection.settings_dict["NAME"] = name


def copied(name: str, suffix: str = "trong") -> str:
    """Copy the database and return the name of the copy."""
    connection.close()
    copy = f"{name}_{suffix}"
    if connection.vendor == "sqlite":
        shutil.copy(name, copy)
    else:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{name}"')
    return copy
