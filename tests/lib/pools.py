"""Pools for one test: a real one, and one that has no place left."""

import socket
import subprocess
import sys
from contextlib import contextmanager
from threading import BoundedSemaphore, Semaphore

import pytest

from pbgdpl.lib import pool
from pbgdpl.lib.apart import ROOT
from reports.document import pdf


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
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pool, "site_end", object())
        patched.setattr(pool, "long_places", Semaphore(0))
        patched.setattr(pdf, "LONGEST_HERE", 0)
        yield
