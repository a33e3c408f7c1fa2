"""A turn in the queue of those who write to one file, in all threads of all processes."""

from __future__ import annotations

import os
from fcntl import LOCK_EX, LOCK_UN, flock
from threading import Lock


class NoTurn(Exception):
    """Nobody's turn came in time, or the disk refuses the file of the queue."""


class Turn:
    """Waits for the turn when it is made; `end` gives it to the next one.

    A thread waits for the other threads of its process at `place`, for so many seconds, and then for those of other
    processes at the lock of the file, which the operating system ends with its process.
    """

    def __init__(self, path: str, place: Lock, seconds: float) -> None:
        if not place.acquire(timeout=seconds):
            raise NoTurn("database is locked: others have been writing for too long")
        self.place = place
        self.file = -1
        try:
            self.file = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
            flock(self.file, LOCK_EX)
        except OSError as error:
            self._leave()
            raise NoTurn(f"unable to open {path}: {error.strerror}") from error
        except BaseException:
            self._leave()
            raise

    def end(self) -> None:
        # A process that was forked meanwhile has the file open too; the lock would last until that one ends.
        flock(self.file, LOCK_UN)
        self._leave()

    def _leave(self) -> None:
        if self.file != -1:
            os.close(self.file)
        self.place.release()
