"""Browsers as our readers have them; each page of theirs asks this site for everything and breaks no rule."""

import os
import threading
import time
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

import pytest
from django.core.signals import request_finished, request_started
from django.db import connection
from django.dispatch import receiver
from playwright.sync_api import expect, sync_playwright

# Playwright keeps an event loop in this thread, which Django takes for a reason to refuse queries.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = "/usr/bin/chromium"
PATIENCE = 60_000  # milliseconds: a machine that is busy with other things is slow, not wrong
ANSWERS_WITHIN = 10  # seconds
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


BUSY = set()  # the threads that answer a request


@receiver(request_started)
def note_start(**_):
    BUSY.add(threading.current_thread())


@receiver(request_finished)
def note_end(**_):
    BUSY.discard(threading.current_thread())


def wait_for_server():
    """Wait for the answers that a closed browser has left behind: they know nothing of the next test's database."""
    end = time.monotonic() + ANSWERS_WITHIN
    while any(thread.is_alive() for thread in BUSY - {threading.main_thread()}) and time.monotonic() < end:
        time.sleep(0.01)


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
def watched_page(browser, live_server, **options):
    """Open a page of its own; on leaving, fail where it asked another host or broke one of our rules."""
    complaints = []

    def note_request(request):
        if not request.url.startswith((f"{live_server.url}/", *WITHIN_THE_BROWSER)):
            complaints.append(f"hỏi máy khác: {request.url}")

    def note_answer(answer):
        if answer.url.startswith(f"{live_server.url}/") and "/static/" not in answer.url:
            print(answer.status, answer.request.method, answer.url)  # printed if the test fails
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            complaints.append(f"máy chủ hỏng: {answer.request.method} {answer.url}")

    def note_message(message):
        # Chromium also tells of each page that was refused on purpose.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            complaints.append(f"trình duyệt báo: {message.text}")

    context = browser.new_context(base_url=live_server.url, locale="vi-VN", **options)
    context.set_default_timeout(PATIENCE)
    context.on("request", note_request)
    context.on("response", note_answer)
    context.on("requestfailed", lambda request: print(request.failure, request.method, request.url))
    context.on("console", note_message)
    context.on("weberror", lambda fault: complaints.append(f"lỗi JavaScript: {fault.error}"))
    yield context.new_page()
    context.close()
    wait_for_server()
    assert complaints == []


@pytest.fixture
def page(browser, live_server):
    with watched_page(browser, live_server, **DESKTOP) as desktop:
        yield desktop


@pytest.fixture
def phone_page(browser, live_server):
    with watched_page(browser, live_server, **PHONE) as phone:
        yield phone


@pytest.fixture
def page_without_javascript(browser, live_server):
    with watched_page(browser, live_server, **DESKTOP, java_script_enabled=False) as plain:
        yield plain


@pytest.fixture
def colleagues_page(browser, live_server):
    """Return a page of somebody else's browser."""
    with watched_page(browser, live_server, **DESKTOP) as desktop:
        yield desktop


@pytest.fixture(params=["page", "phone_page"])
def each_page(live_server, request):
    """Return a page on the desktop, then one on a phone."""
    return request.getfixturevalue(request.param)
