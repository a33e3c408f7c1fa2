"""Runs functions of ours in a few processes of their own, which are kept ready for all processes of the site.

The pool is for our own data: a process carries out the jobs of many people. What reads files that people sent is run
by `apart`, each time in a new process.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import BoundedSemaphore, Thread
from typing import cast

from pbgdpl.lib.apart import ROOT, Answer, LimitReached, WorkFailed
from pbgdpl.lib.pool.messages import End, Message, read, to_bytes

SERVER = "pbgdpl.lib.pool.server"
PAUSE = 1  # seconds before a pool that ended is started again
# Seconds within which the pool takes a job, also where it was just started again.
ACCEPTED_WITHIN = 15

# The site's end of the socket whose other end is the pool's; None where no pool was started. A job travels on a
# socket of its own, which is handed over here: nothing has an address, so that nobody else can ask for anything.
site_end: socket.socket | None = None
# How many threads of one process of the site may wait for long jobs: the others are for pages.
long_places = BoundedSemaphore(1)
patience: ContextVar[float | None] = ContextVar("patience", default=None)


class PoolFull(WorkFailed):
    """Too many jobs are waiting; the same job may be asked for again later."""


class Unfinished(WorkFailed):
    """The job goes on after the time that somebody wanted to wait; asked for again, it is the same job."""


def is_running() -> bool:
    return site_end is not None


def start_pool(*, count: int, places: int, warm_up: str) -> None:
    """Start the pool with so many processes and start it again whenever it ends; it ends with the site.

    To be called before the processes of the site part, of which each lets so many threads wait for long jobs.
    `warm_up` names a function, "module.name", that loads what the work needs.
    """
    global site_end, long_places
    long_places = BoundedSemaphore(places)
    site_end, pool_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    site_end.settimeout(ACCEPTED_WITHIN)
    pool_end.setblocking(False)
    # The processes of the site inherit the other end of this pipe, which is closed with the last of them.
    site_ends, _ = os.pipe()
    command = [sys.executable, "-m", SERVER, str(pool_end.fileno()), str(count), warm_up]

    def keep() -> None:
        while True:
            subprocess.run(
                command, stdin=site_ends, pass_fds=[pool_end.fileno()], cwd=ROOT, env={}, check=False
            )
            time.sleep(PAUSE)

    Thread(target=keep, name="pool", daemon=True).start()


@contextmanager
def waiting_at_most(seconds: float) -> Iterator[None]:
    """Let `call_in_pool` raise Unfinished after so many seconds."""
    token = patience.set(seconds)
    try:
        yield
    finally:
        patience.reset(token)


def call_in_pool(
    work: Callable[[bytes], Answer], data: bytes, *, seconds: int, memory: int, is_long: bool
) -> Answer:
    """Return what a function of ours makes of the data; who asks for the same at the same time gets the same answer.

    Raises LimitReached and WorkFailed as `call_apart` does, PoolFull, and Unfinished within `waiting_at_most`.
    """
    wait = patience.get()
    header = {"work": f"{work.__module__}.{work.__name__}", "seconds": seconds, "memory": memory}
    job = to_bytes(data, **header, is_long=is_long, wait=wait)
    reply = _asked_in_place(job) if is_long and wait is None else _asked(job)
    _refuse(reply)
    answer: Answer = json.loads(reply.body)
    return answer


def _asked_in_place(job: bytes) -> Message:
    """Return the reply to a long job; raise PoolFull where too many threads wait for one."""
    if not long_places.acquire(blocking=False):
        raise PoolFull
    try:
        return _asked(job)
    finally:
        long_places.release()


def _asked(job: bytes) -> Message:
    """Return the reply of the pool to a job."""
    ours, theirs = socket.socketpair()
    try:
        with ours, ours.makefile("rb") as replies:
            ours.settimeout(ACCEPTED_WITHIN)
            with theirs:
                socket.send_fds(cast(socket.socket, site_end), [b"."], [theirs.fileno()])
            ours.sendall(job)
            read(replies)
            ours.settimeout(None)
            return read(replies)
    except (EOFError, OSError) as problem:
        raise WorkFailed("The pool does not answer.") from problem


def _refuse(reply: Message) -> None:
    """Raise what says why a reply is no answer."""
    match End(reply.header["end"]):
        case End.LIMIT:
            raise LimitReached
        case End.FULL:
            raise PoolFull
        case End.UNFINISHED:
            raise Unfinished
        case End.FAILED:
            raise WorkFailed(reply.body.decode(errors="replace"))
