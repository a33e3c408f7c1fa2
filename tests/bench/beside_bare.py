"""How many times as much processor time as a bare view the desk, the findings, the home page and the board take.

python -m tests.bench.beside_bare [rounds]: on SQLite, or on the PostgreSQL that DATABASE_URL names. Both are asked for
by turns in one process, and the quickest of each counts, so that a busy machine changes the ratio little.
"""

from __future__ import annotations

import os
import sys
import time

from tests.bench.site import open_site

open_site(database_url=os.environ.get("DATABASE_URL", ""))

from django.db import connection  # noqa: E402 (needs the site)
from django.test import Client  # noqa: E402
from django.test.utils import override_settings  # noqa: E402
from django.urls import reverse  # noqa: E402

from accounts.models import User  # noqa: E402
from events.models import Event  # noqa: E402
from pbgdpl import urls  # noqa: E402, F401 (registers the converters of addresses)
from plans.models import Plan  # noqa: E402
from reports.models import PeriodKey, Report  # noqa: E402
from tests.bench.many_rows import _event, _plan  # noqa: E402
from tests.bench.pages import ask  # noqa: E402
from tests.bench.province import WORDS, add_departments, open_province  # noqa: E402
from tests.bench.timing import MILLISECOND, milliseconds  # noqa: E402

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 21
BARE, BARE_ASKED = "/tran/", 5
FEW, MANY, AT_MOST = 50, 200, 15
PLANS, EVENTS, SECTIONS, PARAGRAPHS = 1_600, 2_000, 40, 4
PERIOD = PeriodKey(2024)


def logged_in(user: User) -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    return client


def processor_time(client: Client, url: str) -> float:
    start = time.process_time()
    ask(client, url)
    return (time.process_time() - start) * MILLISECOND


def measured(name: str, client: Client, url: str) -> float:
    """Print the time of a page, how many times that of a bare view it is, and its weight; return the time."""
    ask(client, url)
    pages, bare = [], []
    for _ in range(ROUNDS):
        pages.append(processor_time(client, url))
        bare += [processor_time(client, BARE) for _ in range(BARE_ASKED)]
    ratio, weight = min(pages) / min(bare), len(client.get(url).content) / 1024
    slow = f"  quá {AT_MOST} lần" if ratio > AT_MOST else ""
    print(f"{name:<36} {milliseconds(min(pages)):>10} {ratio:>7.1f} {weight:>6.0f} KiB{slow}", flush=True)
    return min(pages)


def ways(client: Client, name: str) -> None:
    for page, words in (("report", "bàn làm việc"), ("report_findings", "rà soát")):
        measured(f"{words}, {name}", client, reverse(page, args=[PERIOD]))
    measured(f"trang chủ, {name}", client, reverse("year", args=[PERIOD.year]))


def make_large(department: User) -> None:
    """Give a department thousands of rows and a report of forty pages."""
    values = {"organisation": department.organisation, "reporting_year": PERIOD.year}
    Plan.objects.bulk_create(_plan(number, **values) for number in range(PLANS))
    Event.objects.bulk_create(_event(number, **values) for number in range(EVENTS))
    report = Report.objects.of(department.organisation).for_period(PERIOD).get()
    for number in range(SECTIONS):
        words = [f"Lần thứ {number * PARAGRAPHS + place}: {WORDS}" for place in range(PARAGRAPHS)]
        report.sections.create(position=100 + number, depth=1, heading="Mục", body="\n\n".join(words))


def main() -> None:
    dung, department = open_province()
    justice, legal = logged_in(dung), logged_in(department)
    print(f"{connection.vendor}: {'Trang':<26} {'bộ xử lý':>10} {'gấp':>7}  so với trang trống")
    ways(legal, "40 dòng")
    add_departments(dung.organisation, range(1, FEW), dung)
    few = measured(f"bảng tổng hợp, {FEW} đơn vị", justice, reverse("board", args=[PERIOD]))
    add_departments(dung.organisation, range(FEW, MANY), dung)
    many = measured(f"bảng tổng hợp, {MANY} đơn vị", justice, reverse("board", args=[PERIOD]))
    print(f"{MANY} đơn vị gấp {many / few:.2f} lần {FEW} đơn vị")
    make_large(department)
    ways(legal, f"{PLANS + EVENTS} dòng")


if __name__ == "__main__":
    with override_settings(ROOT_URLCONF="tests.bench.bare_urls"):
        main()
