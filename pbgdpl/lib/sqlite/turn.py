"""A turn in the queue of those who write to one file, in all threads of all processes."""

from __future__ import annotations

import os
from fcntl import LOCK_EX, LOCK_NB, LOCK_UN, flock
from threading import Condition, Lock, Thread
from time import monotonic

TOO_LONG = "database is locked: others have been writing for too long"


class NoTurn(Exception):
    """Nobody's turn came in time, or the disk refuses the file of the queue."""


class Waiter:
    """Waits for the lock of an open file in a thread of its own: the operating system knows no time limit.

    Those who ask again and again instead, with pauses, are overtaken by newcomers. A waiter whose time is over waits
    on for the next thread of its process, and gives the lock back at once where there is none.
    """

    def __init__(self, file: int) -> None:
        self.file = file
        self.changed = Condition()
        self.is_wanted, self.has_lock = True, False
        Thread(target=self._wait, name="turn", daemon=True).start()

    def _wait(self) -> None:
        flock(self.file, LOCK_EX)
        with self.changed:
            self.has_lock = True
            if not self.is_wanted:
                give_back(self.file)
            self.changed.notify()

    def is_joined(self) -> bool:
        """Return whether the waiter waits for the calling thread from now on: it has not given the lock back."""
        with self.changed:
            self.is_wanted = self.is_wanted or not self.has_lock
            return self.is_wanted

    def is_locked_within(self, seconds: float) -> bool:
        with self.changed:
            is_locked = False
            try:
                is_locked = self.changed.wait_for(lambda: self.has_lock, seconds)
            finally:
                self.is_wanted = is_locked
                if self.has_lock and not is_locked:  # the thread was interrupted
                    give_back(self.file)
            return is_locked


class Place:
    """Where the threads of a process wait for a file: one of them at a time waits for the other processes."""

    def __init__(self) -> None:
        self.threads = Lock()
        self.waiter: Waiter | None = None

    def locked(self, path: str, seconds: float) -> int:
        """Return the open file with its lock; raise NoTurn if others keep it for longer than so many seconds."""
        if self.waiter is None or not self.waiter.is_joined():
            file = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
            try:
                flock(file, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                self.waiter = Waiter(file)
            except OSError:
                os.close(file)
                raise
            else:
                return file
        if not self.waiter.is_locked_within(seconds):
            raise NoTurn(TOO_LONG)
        file, self.waiter = self.waiter.file, None
        return file


class Turn:
    """Waits for the turn when it is made; `end` gives it to the next one.

    A thread waits for the other threads of its process, and then for the other processes at the lock of the file,
    which the operating system ends with its process: for so many seconds in all.
    """

    def __init__(self, path: str, place: Place, seconds: float) -> None:
        ends = monotonic() + seconds
        if not place.threads.acquire(timeout=seconds):
            raise NoTurn(TOO_LONG)
        self.place = place
        try:
            self.file = place.locked(path, max(ends - monotonic(), 0))
        except OSError as error:
            place.threads.release()
            raise NoTurn(f"unable to open {path}: {error.strerror}") from error
        except BaseException:
            place.threads.release()
            raise

    def end(self) -> None:
        give_back(self.file)
        self.place.threads.release()


def give_back(file: int) -> None:
    # A process that was forked meanwhile has the file open too; the lock would last until that one ends.
    flock(file, LOCK_UN)
    os.close(file)
