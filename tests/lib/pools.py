"""Pools for one test: a real one, one that prints when it is told to, and one that has no place left."""

import json
import socket
import subprocess
import sys
from contextlib import contextmanager
from pkgutil import resolve_name
from threading import BoundedSemaphore, Event, Semaphore, Thread

import pytest

from pbgdpl.lib import pool
from pbgdpl.lib.apart import ROOT
from pbgdpl.lib.pool.messages import End, read, to_bytes
from reports.document import pdf

A_MOMENT = 0.1  # seconds between two answers that nothing is printed yet


@contextmanager
def running_pool(monkeypatch):
    """Run a pool of two processes, of which one takes long jobs too; yield its own process, which nobody restarts."""
    site_end, pool_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    monkeypatch.setattr(pool, "site_end", site_end)
    monkeypatch.setattr(pool, "long_places", BoundedSemaphore(1))
    command = [sys.executable, "-m", pool.SERVER, str(pool_end.fileno()), "2", "builtins.dict"]
    with site_end, pool_end:
        pool_end.setblocking(False)
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, pass_fds=[pool_end.fileno()], cwd=ROOT, env={}
        ) as server:
            yield server
            server.stdin.close()  # ends it with its processes


@contextmanager
def full_pool():
    """Let whoever prints a report meanwhile find that too many others wait."""
    with pytest.MonkeyPatch.context() as patched, _answering(patched, lambda _: (End.FULL, b"")):
        patched.setattr(pool, "long_places", Semaphore(0))
        patched.setattr(pdf, "LONGEST_HERE", 0)
        yield


@contextmanager
def slow_pool():
    """Let nothing be printed meanwhile until the event that is yielded is set."""
    may_print = Event()

    def reply(job):
        if not may_print.wait(A_MOMENT):
            return End.UNFINISHED, b""
        return End.ANSWER, json.dumps(resolve_name(job.header["work"])(job.body)).encode()

    with pytest.MonkeyPatch.context() as patched, _answering(patched, reply):
        yield may_print


@contextmanager
def _answering(patched, reply):
    """Run a pool in a thread, which answers each job at once with an end and the bytes after it."""
    site_end, pool_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    patched.setattr(pool, "site_end", site_end)

    def serve():
        while descriptors := socket.recv_fds(pool_end, 1, 1)[1]:
            with socket.socket(fileno=descriptors[0]) as asker, asker.makefile("rwb") as stream:
                end, body = reply(read(stream))
                stream.write(to_bytes(end=End.ACCEPTED) + to_bytes(body, end=end))

    server = Thread(target=serve)
    server.start()
    with pool_end:
        with site_end:
            yield
        server.join()
