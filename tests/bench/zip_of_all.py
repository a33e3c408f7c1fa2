"""Takes the reports of a province as a ZIP in a process of its own: python -m tests.bench.zip_of_all [departments]

Prints its size, its time, the time to its first piece, and by how much the most memory of the process grew.
"""

import sys
import time
from pathlib import Path

from tests.bench.site import open_site

open_site()

from django.test import Client  # noqa: E402 (needs the site)
from django.urls import reverse  # noqa: E402

from reports.models import PeriodKey  # noqa: E402
from tests.bench.province import YEARS, add_departments, open_province  # noqa: E402
from tests.bench.timing import peak  # noqa: E402

DEPARTMENTS = int(sys.argv[1]) if len(sys.argv) > 1 else 200

dung, _ = open_province()
add_departments(dung.organisation, range(1, DEPARTMENTS), dung)
client = Client(SERVER_NAME="localhost")
client.force_login(dung)
client.get(reverse("board", args=[PeriodKey(YEARS[0])]))
Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # what came before does not count (Linux)
before, start = peak(), time.perf_counter()
pieces = client.get(reverse("board_zip", args=[PeriodKey(YEARS[0])])).streaming_content
size, first = len(next(pieces)), time.perf_counter() - start
size += sum(map(len, pieces))
print(
    f"ZIP {DEPARTMENTS} báo cáo: {size / 2**20:.1f} MiB, {time.perf_counter() - start:.1f} giây, "
    f"phần đầu sau {first:.1f} giây, thêm {(peak() - before) / 1024:.1f} MiB"
)
