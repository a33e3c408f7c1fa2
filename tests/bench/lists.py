"""What a list costs among 100,000 rows of each kind, beside the same page of an empty database.

python -m tests.bench.lists [rounds]: on SQLite, or on the PostgreSQL that DATABASE_URL names.
"""

from __future__ import annotations

import os
import sys
import time

from tests.bench.site import open_site

open_site(database_url=os.environ.get("DATABASE_URL", ""))

from django.db import connection  # noqa: E402 (needs the site)
from django.test import Client  # noqa: E402

from tests.bench.many_rows import fill, make_officer  # noqa: E402
from tests.bench.two_databases import Measure, copied  # noqa: E402

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 21
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
        print(f"{name:<28} {Measure(client, url, (empty, full), ROUNDS)}", flush=True)


main()
