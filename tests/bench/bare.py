"""What pages cost beside a bare view with the same middleware, and how heavy they are.

python -m tests.bench.bare [rounds]: on SQLite, or on the PostgreSQL that DATABASE_URL names. The bare view answers a
person who is logged in with one line of text; "khung" is the frame of every page around nothing. Each is asked for by
turns through WSGI in this process, and processor time counts. Beside each page stands the goal, in times a bare view.
"""

from __future__ import annotations

import gzip
import io
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator

from tests.bench.site import open_site

open_site(database_url=os.environ.get("DATABASE_URL", ""))

from django.conf import settings  # noqa: E402 (needs the site)
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402
from django.urls import reverse  # noqa: E402

from accounts.models import User  # noqa: E402
from events.models import Event  # noqa: E402
from pbgdpl.wsgi import application  # noqa: E402
from plans.models import Plan  # noqa: E402
from reports.models import PeriodKey, Report  # noqa: E402
from tests.bench.full_year import fill_year  # noqa: E402
from tests.bench.many_rows import _event, _plan  # noqa: E402
from tests.bench.province import WORDS, add_departments, open_province  # noqa: E402
from tests.bench.timing import milliseconds  # noqa: E402

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 21
BARE, FRAME = "bare", "frame"
FEW, MANY = 50, 200
PLANS, EVENTS, SECTIONS, PARAGRAPHS = 1_600, 2_000, 40, 4
PERIOD = PeriodKey(2024)
# At most so many times a bare view.
OF_FRAME, OF_LISTS, OF_WHOLE = 3, 6, 15
Page = tuple[str, str]


def whole_pages(rows: str) -> Iterator[Page]:
    """Yield the pages of a department that gather a whole year."""
    yield f"bàn làm việc, {rows}", reverse("report", args=[PERIOD])
    yield f"rà soát, {rows}", reverse("report_findings", args=[PERIOD])
    yield f"trang chủ, {rows}", reverse("year", args=[PERIOD.year])
    yield f"số liệu, {rows}", reverse("report_figures", args=[PERIOD])


def board_page(count: int) -> Page:
    return f"bảng tổng hợp, {count} đơn vị", reverse("board", args=[PERIOD])


def pages(officer: User) -> Iterator[Page]:
    """Yield the lists, forms and sections of a full year."""
    report = Report.objects.of(officer.organisation).for_period(PeriodKey(2024)).get()
    listed = report.sections.filter(body__contains="[[hoạt động").first() or report.sections.all()[1]
    for name, words in (("directives", "văn bản chỉ đạo"), ("plans", "kế hoạch"), ("events", "hoạt động")):
        yield f"danh sách {words}, 50 dòng", reverse(name, args=[2024])
    for name, words in (("directive", "văn bản chỉ đạo"), ("plan", "kế hoạch"), ("event", "hoạt động")):
        row = getattr(officer.organisation, f"{name}_set").for_year(2024).last()
        yield f"thêm {words}", reverse(f"{name}_add", args=[2024])
        yield f"sửa {words}", reverse(f"{name}_edit", args=[2024, row.pk])
    yield "viết một mục", reverse("report_section", args=[PeriodKey(2024), report.sections.all()[1].pk])
    yield "viết mục có danh mục", reverse("report_section", args=[PeriodKey(2024), listed.pk])


def asking(officer: User) -> Callable[[str], bytes]:
    """Return the function that asks the site for an address as a browser of the officer does."""
    client = Client()
    client.force_login(officer)
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.session.session_key}; csrftoken={'a' * 32}"

    def ask(address: str) -> bytes:
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": address,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": cookie,
            "HTTP_ACCEPT_ENCODING": "gzip",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
        }
        statuses: list[str] = []
        answer = application(environ, lambda status, headers: statuses.append(status))
        content = b"".join(answer)
        answer.close()
        if statuses != ["200 OK"]:
            raise RuntimeError(f"{address}: {statuses}")
        return content

    return ask


def beside_bare(ask: Callable[[str], bytes], address: str) -> tuple[float, float]:
    """Return the processor time of an address in seconds and as a multiple of the bare view, both medians.

    The bare view is asked for before each round, so that a busy moment of the machine slows down both.
    """
    ask(address)
    costs = [(spent(ask, reverse(BARE)), spent(ask, address)) for _ in range(ROUNDS)]
    return statistics.median(cost for _, cost in costs), statistics.median(
        cost / bare for bare, cost in costs
    )


def spent(ask: Callable[[str], bytes], address: str) -> float:
    start = time.process_time()
    ask(address)
    return time.process_time() - start


def queries(ask: Callable[[str], bytes], address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        ask(address)
    return len(captured)


def html(sent: bytes) -> bytes:
    return gzip.decompress(sent) if sent.startswith(b"\x1f\x8b") else sent


def make_large(officer: User) -> None:
    """Give a department thousands of rows and a report of forty pages."""
    values = {"organisation": officer.organisation, "reporting_year": PERIOD.year}
    Plan.objects.bulk_create(_plan(number, **values) for number in range(PLANS))
    Event.objects.bulk_create(_event(number, **values) for number in range(EVENTS))
    report = Report.objects.of(officer.organisation).for_period(PERIOD).get()
    for number in range(SECTIONS):
        words = [f"Lần thứ {number * PARAGRAPHS + place}: {WORDS}" for place in range(PARAGRAPHS)]
        report.sections.create(position=100 + number, depth=1, heading="Mục", body="\n\n".join(words))


def measure(ask: Callable[[str], bytes], page: Page, goal: int | None = None) -> float:
    """Print what a page costs, with its goal; return how many times a bare view that is."""
    name, address = page
    cost, times = beside_bare(ask, address)
    sent = ask(address)
    sizes = f"{len(html(sent)) / 1024:>4.0f} KiB {len(sent) / 1024:>4.0f} KiB"
    aim = "" if goal is None else f"≤ {goal}{', quá' if times > goal else ''}"
    print(
        f"{name:<40} {milliseconds(cost * 1000):>9} {times:>7.1f} {sizes} {queries(ask, address):>9}  {aim}",
        flush=True,
    )
    return times


def main() -> None:
    dung, officer = open_province()
    ask, justice = asking(officer), asking(dung)
    print(
        f"{connection.vendor}: {'trang':<32} {'CPU':>9} {'× trần':>7} {'HTML':>8} {'gửi đi':>8} {'truy vấn':>9}  đích"
    )
    measure(ask, ("view trần", reverse(BARE)))
    measure(ask, ("khung của mọi trang", reverse(FRAME, args=[2024])), OF_FRAME)
    for page in whole_pages("40 dòng"):
        measure(ask, page, OF_WHOLE)
    add_departments(dung.organisation, range(1, FEW), dung)
    few = measure(justice, board_page(FEW), OF_WHOLE)
    add_departments(dung.organisation, range(FEW, MANY), dung)
    many = measure(justice, board_page(MANY))
    print(f"bảng tổng hợp: {MANY} đơn vị gấp {many / few:.2f} lần {FEW} đơn vị, đích ≤ 2")
    fill_year(officer)
    for page in pages(officer):
        measure(ask, page, OF_LISTS)
    make_large(officer)
    for page in whole_pages(f"{PLANS + EVENTS} dòng"):
        measure(ask, page)


if __name__ == "__main__":
    with override_settings(ROOT_URLCONF="tests.bench.bare_urls"):
        main()
