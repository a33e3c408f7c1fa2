"""Work on data that may be anything, done in a process of its own: it has little time, little memory, no secrets."""

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
# Who sends many files at once waits for the earlier ones.
PLACES = BoundedSemaphore(2)

# What travels back as JSON: a text, or lists of texts.
Answer = TypeVar("Answer", str, list[list[str]])


class WorkFailed(Exception):
    """The work took too long, too much memory, or broke off."""


def call_apart(
    work: Callable[[bytes], Answer],
    data: bytes,
    *,
    seconds: int = SECONDS,
    memory: int = MOST_MEMORY,
    places: AbstractContextManager[object] = PLACES,
) -> Answer:
    """Return what a function of ours, known by its module and name, makes of the data; raise WorkFailed.

    `seconds` are those of the processor; after twice as many on the clock the process is stopped as well. `places`
    is what one waits in for others who do the same.
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
