"""Browsers as our readers have them; each page of theirs asks this site for everything and breaks no rule."""

import os
import threading
import time
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from urllib.request import urlopen

import pytest
from django.db import connection
from django.templatetags.static import static
from playwright.sync_api import expect, sync_playwright

# Playwright keeps an event loop in this thread, which Django takes for a reason to refuse queries.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = "/usr/bin/chromium"
PATIENCE = 60_000  # milliseconds: a machine that is busy with other things is slow, not wrong
ANSWERS = "process_request_thread"  # in the names of the server's threads, one for each open connection
# The last two are of Chromium's own viewer of PDF files.
WITHIN_THE_BROWSER = ("data:", "blob:", "chrome-extension:", "chrome:")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"viewport": {"width": 1366, "height": 768}}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 3,
    "is_mobile": True,
    "has_touch": True,
}


@pytest.fixture
def site(live_server):
    """Return the live server; on leaving, wait for what closed browsers have left behind.

    Such answers know nothing of the next test's database, and hold the rows that are about to be deleted.
    """
    yield live_server
    # Connections are accepted in turn, this one last.
    urlopen(live_server.url + static("site.css")).close()
    end = time.monotonic() + PATIENCE / 1000
    while open_connections := [one for one in threading.enumerate() if ANSWERS in one.name]:
        assert time.monotonic() < end, f"máy chủ chưa trả lời xong: {open_connections}"
        open_connections[0].join(timeout=0.1)


def pytest_collection_modifyitems(items):
    """Mark every test of this directory as one that drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser(django_db_setup):
    if os.environ.get("PBGDPL_SKIP_BROWSER") == "1":
        pytest.skip("PBGDPL_SKIP_BROWSER=1: không chạy phần kiểm thử bằng trình duyệt.")
    if not Path(CHROMIUM).exists():
        pytest.fail(f"Thiếu {CHROMIUM}: chạy script/setup --dev, hoặc đặt PBGDPL_SKIP_BROWSER=1 để bỏ qua.")
    expect.set_options(timeout=PATIENCE)
    rows_of_migrations = connection._test_serialized_contents
    with sync_playwright() as playwright:
        # Within an event loop Django opens another connection, which has to learn what to put back.
        connection._test_serialized_contents = rows_of_migrations
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()
        connection.close()  # that of the event loop, which nobody finds again


@contextmanager
def watched_page(browser, site, **options):
    """Open a page of its own; on leaving, fail where it asked another host or broke one of our rules."""
    complaints = []

    def note_request(request):
        if not request.url.startswith((f"{site.url}/", *WITHIN_THE_BROWSER)):
            complaints.append(f"hỏi máy khác: {request.url}")

    def note_answer(answer):
        if answer.url.startswith(f"{site.url}/") and "/static/" not in answer.url:
            print(answer.status, answer.request.method, answer.url)  # printed if the test fails
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            complaints.append(f"máy chủ hỏng: {answer.request.method} {answer.url}")

    def note_message(message):
        # Chromium also tells of each page that was refused on purpose.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            complaints.append(f"trình duyệt báo: {message.text}")

    context = browser.new_context(base_url=site.url, locale="vi-VN", **options)
    context.set_default_timeout(PATIENCE)
    context.on("request", note_request)
    context.on("response", note_answer)
    context.on("requestfailed", lambda request: print(request.failure, request.method, request.url))
    context.on("console", note_message)
    context.on("weberror", lambda fault: complaints.append(f"lỗi JavaScript: {fault.error}"))
    yield context.new_page()
    context.close()
    assert complaints == []


@pytest.fixture
def page(browser, site):
    with watched_page(browser, site, **DESKTOP) as desktop:
        yield desktop


@pytest.fixture
def phone_page(browser, site):
    with watched_page(browser, site, **PHONE) as phone:
        yield phone


@pytest.fixture
def page_without_javascript(browser, site):
    with watched_page(browser, site, **DESKTOP, java_script_enabled=False) as plain:
        yield plain


@pytest.fixture
def colleagues_page(browser, site):
    """Return a page of somebody else's browser."""
    with watched_page(browser, site, **DESKTOP) as desktop:
        yield desktop


@pytest.fixture(params=["page", "phone_page"])
def each_page(site, request):
    """Return a page on the desktop, then one on a phone."""
    return request.getfixturevalue(request.param)
