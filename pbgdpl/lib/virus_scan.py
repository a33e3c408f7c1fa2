"""Asks ClamAV about a file, where the machine has it."""

from __future__ import annotations

import shutil
import subprocess
from enum import Enum

PROGRAM = (
    "clamdscan"  # asks the running service; loading the signatures for each file would take half a minute
)
SECONDS = 60
INFECTED = 1  # the exit code, as in clamdscan(1)


class Verdict(Enum):
    CLEAN = "clean"
    INFECTED = "infected"
    UNKNOWN = "unknown"  # the service does not answer


def is_available(path: str) -> bool:
    """Return whether one of the directories, separated by colons, has the program."""
    return shutil.which(PROGRAM, path=path) is not None


def scan(data: bytes, path: str) -> Verdict:
    """Return what ClamAV says about the data; it gets the bytes alone, no name and no file."""
    command = [shutil.which(PROGRAM, path=path) or PROGRAM, "--no-summary", "--stdout", "-"]
    try:
        done = subprocess.run(
            command, input=data, env={"PATH": path}, capture_output=True, check=False, timeout=SECONDS
        )
    except (subprocess.SubprocessError, OSError):
        return Verdict.UNKNOWN
    match done.returncode:
        case 0:
            return Verdict.CLEAN
        case code if code == INFECTED:
            return Verdict.INFECTED
        case _:
            return Verdict.UNKNOWN
