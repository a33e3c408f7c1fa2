"""The site on the day of the deadline: many people at once on a server of its own, as script/bench load says.

python -m tests.bench.load [--minutes 1] [--users 50,200] [--pause 5] [--database sqlite|postgresql|both]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import NoReturn

from tests.bench.postgresql import cluster, programs

DATABASES = ("sqlite", "postgresql", "both")
USAGE = (
    "script/bench load viết chưa đúng. Cách viết: script/bench load [--minutes 1] [--users 50,200] [--pause 5] "
    f"[--database {'|'.join(DATABASES)}]"
)
MOST_MINUTES, MOST_USERS, MOST_PAUSE = 600, 1000, 600


class Parser(argparse.ArgumentParser):
    """Refuses what it does not know in a Vietnamese sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(1, f"{USAGE}\n")


@dataclass(frozen=True, slots=True)
class Load:
    """How many people work for how long, on which databases."""

    minutes: float
    users: tuple[int, ...]
    pause: float
    database: str


def read_options(words: list[str]) -> Load:
    """Return what the command line asks for; end with a sentence where it cannot be done."""
    parser = Parser(prog="script/bench load", add_help=False, allow_abbrev=False)
    for name, usual in (("minutes", "1"), ("users", "50,200"), ("pause", "5"), ("database", "both")):
        parser.add_argument(f"--{name}", default=usual)
    options = parser.parse_args(words)
    minutes = number("--minutes", options.minutes, MOST_MINUTES)
    users = tuple(people(one) for one in options.users.split(","))
    pause = number("--pause", options.pause, MOST_PAUSE)
    if options.database not in DATABASES:
        refuse("--database", f"một trong {', '.join(DATABASES)}", options.database)
    return Load(minutes, users, pause, options.database)


def number(name: str, text: str, most: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0
    if not 0 < value <= most:
        refuse(name, f"một số lớn hơn 0, nhiều nhất {most}", text)
    return value


def people(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or not 0 < int(text[:9]) <= MOST_USERS:
        refuse("--users", f"các số người từ 1 đến {MOST_USERS}, cách nhau bằng dấu phẩy", text)
    return int(text)


def refuse(name: str, expected: str, text: str) -> NoReturn:
    sys.exit(f"{name} phải là {expected}, không phải '{text}'.")


def put_to_work(load: Load, users: int, database_url: str = "") -> None:
    """Let so many people work, in a process that is gone with its site afterwards."""
    words = [str(users), str(load.minutes * 60), str(load.pause)]
    environment = {**os.environ, "DATABASE_URL": database_url}
    subprocess.run([sys.executable, "-m", "tests.bench.load_run", *words], env=environment, check=True)


def main() -> None:
    load = read_options(sys.argv[1:])
    directory = programs()
    print(
        f"{os.cpu_count()} lõi, dùng chung với những người được giả lập: máy yên thì số mới có nghĩa.",
        flush=True,
    )
    for users in load.users:
        if load.database != "postgresql":
            put_to_work(load, users)
        if load.database != "sqlite" and directory:
            with cluster(directory) as address:
                put_to_work(load, users, address)
    if load.database != "sqlite" and not directory:
        print("postgresql: bỏ qua, máy này chưa cài")


if __name__ == "__main__":
    main()
