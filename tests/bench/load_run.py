"""Puts a number of people to work on one site and prints what became of it: python -m tests.bench.load_run.

Each line of the table is one run on the same site: a bare view under the same load, the day of the deadline, and the
same day while somebody prints a report of 1,500 pages. Every write that the site acknowledged is looked for afterwards.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.bench.site import open_site

open_site(database_url=os.environ.get("DATABASE_URL", ""))

from django.conf import settings  # noqa: E402 (needs the site)
from django.db import connection, connections  # noqa: E402

from plans.models import Plan  # noqa: E402
from reports.models import Section  # noqa: E402
from tests.bench.load_crew import Crew  # noqa: E402
from tests.bench.load_people import make_people  # noqa: E402
from tests.bench.load_server import served  # noqa: E402
from tests.bench.load_table import HEADINGS, by_name, line  # noqa: E402

USERS, SECONDS, PAUSE = int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])


def lost(crew: Crew) -> int:
    """Return how many writes that were acknowledged are not in the database."""
    numbers = [number for one in crew.workers for number in one.rows]
    found = set(Plan.objects.filter(number__in=numbers).values_list("number", flat=True))
    texts = [one for one in crew.workers if one.text and one.is_text_sure]
    bodies = dict(Section.objects.values_list("pk", "body"))
    kept = sum(one.text.splitlines()[-1] in bodies[one.person.section] for one in texts)
    connections.close_all()
    return len(set(numbers) - found) + len(texts) - kept


def main() -> None:
    people, printer = make_people(USERS)
    versions = dict(Section.objects.values_list("pk", "version"))
    connections.close_all()
    print(
        f"{connection.vendor}: {USERS} người, {SECONDS:.0f} giây mỗi lượt, nghỉ {PAUSE:g} giây giữa hai lần bấm"
    )
    print(HEADINGS, flush=True)
    log = Path(settings.DATA_DIR) / "server.log"
    with served(log) as port:
        crew = Crew(port, people, versions)
        runs = {}
        for name, how in (
            ("trang trống", {"bare": True}),
            ("ngày cuối hạn", {}),
            ("cùng lúc in 1.500 trang", {"printer": printer}),
        ):
            asked = runs[name] = crew.work(SECONDS, PAUSE, **how)
            print(line(name, asked, SECONDS, lost(crew)), flush=True)
    print(by_name(runs["ngày cuối hạn"], runs["cùng lúc in 1.500 trang"]))
    for words in log.read_text(encoding="utf-8").splitlines():
        if "locked" in words or "deadlock" in words:
            print(f"  {words}")


main()
