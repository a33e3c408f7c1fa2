"""What the pages of reporting cost in a province of 200 departments and three years, beside one of 5.

python -m tests.bench.reporting [rounds]: on SQLite, or on the PostgreSQL that DATABASE_URL names. Then a draft's files
from the cache beside those that are rendered.
"""

from __future__ import annotations

import os
import sys
import time
from functools import partial

from tests.bench.site import open_site

open_site(database_url=os.environ.get("DATABASE_URL", ""))

from django.core.cache import caches  # noqa: E402 (needs the site)
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from reports.compiling.compile import compile_report  # noqa: E402
from reports.compiling.rendering import draft_of, rendered  # noqa: E402
from reports.models import PeriodKey, Report  # noqa: E402
from tests.bench.province import add_departments, open_province, submitted_report  # noqa: E402
from tests.bench.timing import median, milliseconds, ratio  # noqa: E402
from tests.bench.two_databases import Measure, copied, use  # noqa: E402

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 21
FEW, MANY = 5, 200
PERIOD = PeriodKey(2024)


def logged_in(user) -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    return client


def pages(justice, department, binh):
    """Yield what is measured: its name, who asks, its address."""
    yield "bảng tổng hợp", justice, reverse("board", args=[PERIOD])
    yield (
        "bảng tổng hợp, tìm và lọc",
        justice,
        reverse("board", args=[PERIOD]) + "?tim=so+thu&trang-thai=da-nop",
    )
    yield "xem xét một báo cáo", justice, reverse("review", args=[PERIOD, submitted_report().pk])
    yield "bàn làm việc", department, reverse("report", args=[PERIOD])
    yield "rà soát", department, reverse("report_findings", args=[PERIOD])
    section = Report.objects.of(binh.organisation).for_period(PERIOD).get().sections.all()[1]
    yield "viết một mục", department, reverse("report_section", args=[PERIOD, section.pk])
    yield "thông báo", justice, reverse("notices", args=[PERIOD.year])


def draft_files(binh) -> None:
    """Print what a draft's files cost when they are rendered, and when nothing has changed since."""
    document = draft_of(compile_report(Report.objects.of(binh.organisation).for_period(PERIOD).get()))
    for ending in ("docx", "pdf"):

        def anew(ending=ending):
            caches["files"].clear()
            rendered(document, ending)

        fresh, kept = median(anew, min(ROUNDS, 7)), median(partial(rendered, document, ending), ROUNDS)
        told = f"{milliseconds(fresh):>10} {milliseconds(kept):>10} {ratio(fresh, kept):>6} lần nhanh hơn"
        print(f"{f'dự thảo {ending.upper()}: làm mới / từ bộ nhớ đệm':<40} {told}", flush=True)


def main() -> None:
    dung, binh = open_province()
    add_departments(dung.organisation, range(1, FEW), dung)
    clients = logged_in(dung), logged_in(binh)
    many = str(connection.settings_dict["NAME"])
    few = copied(many, "it")
    start = time.perf_counter()
    add_departments(dung.organisation, range(FEW, MANY), dung)
    print(f"{connection.vendor}: nạp {MANY} đơn vị × 3 năm trong {time.perf_counter() - start:.0f} giây")
    print(f"{'Trang':<28} {f'{FEW} đơn vị':>10} {f'{MANY} đơn vị':>10} {'gấp':>6}  số câu truy vấn")
    for name, client, url in pages(*clients, binh):
        print(f"{name:<28} {Measure(client, url, (few, many), ROUNDS)}", flush=True)
    use(many)
    draft_files(binh)


main()
