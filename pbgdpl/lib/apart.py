"""Runs a function on untrusted data in a separate process with limited time and memory and without secrets."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from pkgutil import resolve_name
from threading import BoundedSemaphore
from typing import TypeVar

SECONDS = 20
MOST_MEMORY = 2**30
OUT_OF_MEMORY = 3  # the exit code of work that asked for more
# How a process ends at its limits: of the processor's time, of memory in Python, and of memory in a C library, which
# breaks off. One that others ended, with SIGKILL or SIGTERM, may be tried again.
ENDS_AT_LIMITS = (-signal.SIGXCPU, OUT_OF_MEMORY, -signal.SIGABRT, -signal.SIGSEGV, -signal.SIGTRAP)
ROOT = Path(__file__).resolve().parents[2]
# At most two processes run at a time.
PLACES = BoundedSemaphore(2)

# The results that can be returned as JSON: a text, or lists of texts.
Answer = TypeVar("Answer", str, list[list[str]])


class WorkFailed(Exception):
    """The work took too long or too much memory, broke off, or could not be started."""


class LimitReached(WorkFailed):
    """The work took too long or too much memory; the same data would take as much again."""


def call_apart(
    work: Callable[[bytes], Answer] | str,
    data: bytes,
    *,
    seconds: int = SECONDS,
    memory: int = MOST_MEMORY,
    places: AbstractContextManager[object] = PLACES,
) -> Answer:
    """Return what a function of ours makes of the data; "module.name" where only the other process loads its module.

    Raises LimitReached where it takes too long or too much memory, WorkFailed where it ends without an answer.
    `seconds` are those of the processor; after twice as many on the clock the process is stopped as well. `places`
    is what one waits in for others who do the same.
    """
    place = work if isinstance(work, str) else f"{work.__module__}.{work.__name__}"
    command = [sys.executable, "-m", __name__, place, str(seconds), str(memory)]
    try:
        with places:
            done = subprocess.run(
                command, input=data, capture_output=True, check=True, cwd=ROOT, env={}, timeout=seconds * 2
            )
    except subprocess.TimeoutExpired as problem:
        raise LimitReached from problem
    except subprocess.CalledProcessError as problem:
        is_limit = problem.returncode in ENDS_AT_LIMITS
        raise (LimitReached if is_limit else WorkFailed)(problem.stderr.decode(errors="replace")) from problem
    except (subprocess.SubprocessError, OSError) as problem:
        raise WorkFailed from problem
    answer: Answer = json.loads(done.stdout)
    return answer


def _limit(seconds: int, memory: int) -> None:
    # SIGXCPU at the soft limit tells this end from a SIGKILL, which comes from others as well.
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    place, *allowed = sys.argv[1:]
    _limit(*map(int, allowed))
    try:
        json.dump(resolve_name(place)(sys.stdin.buffer.read()), sys.stdout)
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)
