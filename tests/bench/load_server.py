"""The site as it is served, by gunicorn with its own settings, for as long as it is measured."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 60
SECONDS_TO_STOP = 10


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def served(log: Path) -> Iterator[int]:
    """Serve the site of PBGDPL_DATA_DIR and yield its port; stop it on leaving, also while it prints."""
    port = free_port()
    command = ["-m", "gunicorn", "--config", "pbgdpl/gunicorn.py", "--bind", f"127.0.0.1:{port}"]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.bench.load_settings"}
    with log.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(
            [sys.executable, *command, "--log-level", "warning"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        _wait_for(port, server)
        yield port
    finally:
        _stop(server)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("The server did not start.")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Stop the server and every process that it started, which are one group."""
    server.terminate()
    with suppress(subprocess.TimeoutExpired):
        server.wait(SECONDS_TO_STOP)
    with suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
    server.wait()
