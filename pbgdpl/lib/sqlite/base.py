"""Django's SQLite with a queue in front of it, for those who write.

SQLite itself lets one who waits sleep longer each time, up to a tenth of a second, while newcomers ask at once and
overtake: of 32 who wrote without a pause, some waited over 20 seconds and got "database is locked". The operating
system wakes those who wait for a lock on a file; the longest wait was two seconds, and more was written.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

from pbgdpl.lib.sqlite.turn import NoTurn, Place, Turn

# Statements that change nothing by themselves. "BEGIN IMMEDIATE" is none of them; that is how our transactions begin.
READS = ("SELECT", "WITH", "EXPLAIN", "PRAGMA", "SAVEPOINT", "RELEASE", "ROLLBACK")
LONGEST_READ_WORD = 10
# One of the threads of this process stands in the queue of a file at a time.
PLACES: defaultdict[str, Place] = defaultdict(Place)
os.register_at_fork(after_in_child=PLACES.clear)  # whose threads are not in the new process


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that takes its turn before a transaction, or before a statement outside of one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.turn: Turn | None = None
        self.execute_wrappers.append(self._in_turn)

    def _in_turn(
        self,
        execute: Callable[..., Any],
        sql: str,
        params: Any,
        many: bool,
        context: dict[str, Any],
    ) -> Any:
        if self.turn or not self._is_queued or is_read(sql):
            return execute(sql, params, many, context)
        self._take_turn()
        try:
            return execute(sql, params, many, context)
        finally:
            if not self.connection.in_transaction:
                self._give_turn()

    @property
    def _is_queued(self) -> bool:
        """Return whether the database is a file, which other processes may write to as well."""
        return not self.is_in_memory_db() and not self._name.startswith("file:")

    @property
    def _name(self) -> str:
        return str(self.settings_dict["NAME"])

    def _take_turn(self) -> None:
        seconds = self.settings_dict["OPTIONS"].get("timeout", 5)
        try:
            self.turn = Turn(f"{self._name}-queue", PLACES[self._name], seconds)
        except NoTurn as error:
            raise OperationalError(str(error)) from error

    def _give_turn(self) -> None:
        if turn := self.turn:
            self.turn = None
            turn.end()

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]  # not in the stubs
        self._give_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._give_turn()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._give_turn()


def is_read(sql: str) -> bool:
    words = sql.lstrip(" \n(")[:LONGEST_READ_WORD].upper()
    return words.startswith(READS) or words == "BEGIN"  # as a backup begins, which only reads
