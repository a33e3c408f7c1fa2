"""What a list costs among 100,000 rows of each kind, beside the same page of an empty database.

python -m tests.bench.lists [rounds]: on SQLite, or on the PostgreSQL that DATABASE_URL names.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import time
from functools import partial

from tests.bench.site import open_site
from tests.bench.timing import milliseconds, ratio, timed

open_site(database_url=os.environ.get("DATABASE_URL", ""))

from django.db import connection  # noqa: E402 (needs the site)
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from tests.bench.many_rows import fill, make_officer  # noqa: E402
from tests.bench.pages import ask  # noqa: E402

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 21
AT_MOST = 3
PAGES = (
    ("văn bản chỉ đạo", "/van-ban-chi-dao/2024/"),
    ("kế hoạch, văn bản", "/ke-hoach/2024/"),
    ("hoạt động", "/hoat-dong/2024/"),
    ("tìm “luat thu do”", "/ke-hoach/2024/?tim=luat+thu+do"),
    ("lọc: công văn tháng 3", "/ke-hoach/2024/?loai=official_letter&thang=3"),
    ("lọc: có tệp, xếp theo số", "/ke-hoach/2024/?tep=co&xep=so"),
    ("trang 2, mới nhập trước", "/hoat-dong/2024/?xep=moi&trang=2"),
    ("trang chủ", "/nam/2024/"),
    ("đối chiếu", "/doi-chieu/2024/"),
    ("đối chiếu: còn thiếu", "/doi-chieu/2024/?thieu=1"),
)


class Measure:
    """One page asked for on both databases by turns, so that a busy moment of the machine slows down both."""

    def __init__(self, client: Client, url: str, databases: tuple[str, str]) -> None:
        self.client, self.url = client, url
        spent = {name: [] for name in databases}
        for _ in range(ROUNDS):
            for name in databases:
                use(name)
                ask(client, url)
                spent[name].append(timed(partial(ask, client, url)))
        self.times = [statistics.median(spent[name]) for name in databases]
        self.queries = [self.count(name) for name in databases]

    def count(self, name: str) -> int:
        use(name)
        with CaptureQueriesContext(connection) as queries:
            ask(self.client, self.url)
        return len(queries)

    def __str__(self) -> str:
        (empty, full), (few, many) = self.times, self.queries
        slow = "" if full <= AT_MOST * empty else f"  quá {AT_MOST} lần"
        times = f"{milliseconds(empty):>10} {milliseconds(full):>10} {ratio(full, empty):>6}"
        return f"{times}  {few} / {many}{slow}"


def use(name: str) -> None:
    """Ask the database of this name from now on."""
    connection.close()
    connection.settings_dict["NAME"] = name


def copied(name: str) -> str:
    """Copy the database and return the name of the copy."""
    connection.close()
    copy = f"{name}_trong"
    if connection.vendor == "sqlite":
        shutil.copy(name, copy)
    else:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{name}"')
    return copy


def main() -> None:
    officer = make_officer()
    client = Client(SERVER_NAME="localhost")
    client.force_login(officer)
    full = str(connection.settings_dict["NAME"])
    empty = copied(full)
    start = time.perf_counter()
    fill(officer)
    print(f"{connection.vendor}: nạp 220.000 dòng trong {time.perf_counter() - start:.0f} giây")
    print(f"{'Trang':<28} {'trống':>10} {'đầy':>10} {'gấp':>6}  số câu truy vấn")
    for name, url in PAGES:
        print(f"{name:<28} {Measure(client, url, (empty, full))}", flush=True)


main()
