"""How a cost is taken: the median of some rounds after one that is not counted, or the most memory of a process."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MILLISECOND = 1000


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a thing, its cost at one length and at ten, and what it is compared with."""

    name: str
    single: str
    tenfold: str = ""
    note: str = ""


def median(work: Callable[[], object], rounds: int) -> float:
    """Return the median time of `work` in milliseconds."""
    work()
    return statistics.median(timed(work) for _ in range(rounds))


def timed(work: Callable[[], object]) -> float:
    """Return the time of `work` in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * MILLISECOND


def memory(module: str, *words: str) -> float:
    """Return the most memory in MiB that a new Python process takes to run a module, as the module tells it."""
    ended = subprocess.run([sys.executable, "-m", module, *words], check=True, capture_output=True, text=True)
    return int(ended.stdout.split()[-1]) / 1024


def peak() -> int:
    """Return the most memory in KiB that this process has had, its parent's left out (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0])


def milliseconds(cost: float) -> str:
    return f"{cost:.1f} ms"


def ratio(cost: float, other: float) -> str:
    return f"{cost / other:.2f}"
