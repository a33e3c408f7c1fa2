"""Runs a function on untrusted data in a separate process with limited time and memory and without secrets."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from threading import BoundedSemaphore
from typing import TypeVar

SECONDS = 20
MOST_MEMORY = 2**30
ROOT = Path(__file__).resolve().parents[2]
# At most two processes run at a time.
PLACES = BoundedSemaphore(2)

# The results that can be returned as JSON: a text, or lists of texts.
Answer = TypeVar("Answer", str, list[list[str]])


class WorkFailed(Exception):
    """The work exceeded its time or memory, or failed."""


def call_apart(
    work: Callable[[bytes], Answer],
    data: bytes,
    *,
    seconds: int = SECONDS,
    memory: int = MOST_MEMORY,
    places: AbstractContextManager[object] = PLACES,
) -> Answer:
    """Return the result of a module's function for the data, or raise WorkFailed.

    `seconds` limits the processor time; the process is also stopped after twice as many seconds of real time.
    `places` is the semaphore that limits how many processes run at a time.
    """
    command = [sys.executable, "-m", __name__, work.__module__, work.__name__, str(seconds), str(memory)]
    try:
        with places:
            done = subprocess.run(
                command, input=data, capture_output=True, check=True, cwd=ROOT, env={}, timeout=seconds * 2
            )
    except (subprocess.SubprocessError, OSError) as problem:
        raise WorkFailed from problem
    answer: Answer = json.loads(done.stdout)
    return answer


def _limit(seconds: int, memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    module, name, *allowed = sys.argv[1:]
    _limit(*map(int, allowed))
    json.dump(getattr(import_module(module), name)(sys.stdin.buffer.read()), sys.stdout)
