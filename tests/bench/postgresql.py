"""Starts a PostgreSQL of its own and measures the lists, reporting, provinces and pages beside a bare view on it.

python -m tests.bench.postgresql [rounds]

It lives in a directory of its own, listens on a socket there, and is gone when the run ends, as that of .ci/run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

MODULES = ("lists", "reporting", "totals", "draft", "bare")
PROGRAMS = Path("/usr/lib/postgresql")
INIT = ("initdb", "--pgdata", "data", "--username", "pbgdpl", "--auth", "trust")
TEXT = ("--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync")
# Nothing to reach from outside; the data may be lost.
OPTIONS = "-c listen_addresses= -c unix_socket_directories={} -c fsync=off -c full_page_writes=off"


def programs() -> Path | None:
    """Return where the newest PostgreSQL's programs are, or None where there are none."""
    found = [path.parent for path in PROGRAMS.glob("*/bin/initdb")]
    return max(found, key=lambda path: int(path.parent.name), default=None)


@contextmanager
def cluster(directory: Path) -> Iterator[str]:
    """Start a server and yield its address; stop it and remove what it kept on leaving."""
    folder = Path(tempfile.mkdtemp(prefix="pbgdpl-bench-"))
    owner: tuple[str, ...] = ()
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        shutil.chown(folder, "postgres")
        owner = ("/sbin/runuser", "-u", "postgres", "--")

    def run(program: str, *words: str) -> None:
        command = [*owner, str(directory / program), *words]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    try:
        run(*INIT, *TEXT)
        run(
            "pg_ctl",
            "start",
            "--pgdata=data",
            "--log=log",
            "--wait",
            "--silent",
            "--options",
            OPTIONS.format(folder),
        )
        run("createdb", "--host", str(folder), "--username", "pbgdpl", "lists")
        yield f"postgresql://pbgdpl@{quote(str(folder), safe='')}/lists"
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            run("pg_ctl", "stop", "--pgdata=data", "--mode=immediate", "--silent")
        shutil.rmtree(folder, ignore_errors=True)


def main() -> None:
    directory = programs()
    if directory is None:
        print("postgresql: bỏ qua, máy này chưa cài")
        return
    for module in MODULES:
        with cluster(directory) as address:
            environment = {**os.environ, "DATABASE_URL": address}
            command = [sys.executable, "-m", f"tests.bench.{module}", *sys.argv[1:]]
            subprocess.run(command, env=environment, check=True)


if __name__ == "__main__":
    main()
