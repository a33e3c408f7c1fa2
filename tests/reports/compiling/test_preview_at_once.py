"""The preview is there at once, with the words of the report; its pages follow when they are laid out."""

import signal
from collections import deque

import pytest
from django.core.cache import caches
from django.urls import path

from accounts.history import downloads_of
from pbgdpl import urls as site
from pbgdpl.lib import pool
from reports.compiling.views import preview
from reports.compiling.views.preview import ReportPreview
from reports.document import pdf
from reports.document.pdf import UnprintableError, to_pdf
from tests.factories import make_report
from tests.lib.pools import full_pool, running_pool, slow_pool
from tests.pages import words
from tests.reports.document.documents import full_document, minimal_document

PREVIEW, PAGES, PAPER = "/bao-cao/2024/xem/", "/bao-cao/2024/so-trang/", "/bao-cao/2024/ban-in/"
PDF = "/bao-cao/2024/tai-ve/pdf/"
STATUS = "//div[@id='so-trang'][@role='status']"
ENDS = "//*[@class='page-break']/@data-page"
AWAITED = "Dự thảo, đang dàn trang: số trang và chỗ ngắt trang sẽ hiện sau. Xem số trang"
PRINTING = "Báo cáo dài nên in lâu hơn một chút. Tệp PDF tự tải về khi in xong."
KNOWN = "Dự thảo, 2 trang. Chữ DỰ THẢO mất khi báo cáo được nộp."

# The page with the pages, for somebody who has no patience.
urlpatterns = [
    path("bao-cao/<period:period>/so-trang/", ReportPreview.as_view(patience=1e-9), name="report_pages"),
    *site.urlpatterns,
]


@pytest.fixture(autouse=True)
def _nothing_printed_before():
    caches["files"].clear()


@pytest.fixture
def page(client, an):
    client.force_login(an)
    return client


@pytest.fixture
def report(department):
    body = "\n\n".join(f"Sở đã phổ biến văn bản mới, lần {number}." for number in range(40))
    return make_report(department, (1, "Kết quả xem ngay", body))


@pytest.fixture
def server(monkeypatch):
    with running_pool(monkeypatch) as process:
        yield process


def shown(response):
    """Return the words about the pages, and the address at which the page asks for them if it does."""
    return words(response, STATUS), words(response, f"{STATUS}/@data-ask")


def test_an_reads_the_report_before_it_is_laid_out_and_its_pages_afterwards(page, report):
    assert shown(page.get(PREVIEW)) == ([AWAITED], [PAGES])
    paper = page.get(PAPER)
    assert ("lần 39." in paper.content.decode(), words(paper, ENDS)) == (True, [])
    for address in (PAGES, PREVIEW):
        assert shown(page.get(address)) == ([KNOWN], [])
    assert words(page.get(PAPER), ENDS) == ["2"]


def test_a_report_that_changed_is_laid_out_again(page, report):
    page.get(PAGES)
    report.closing = "Lời kết khác./."
    report.save()
    assert shown(page.get(PREVIEW)) == ([AWAITED], [PAGES])


@pytest.mark.urls(__name__)
@pytest.mark.usefixtures("server")
def test_who_does_not_want_to_wait_is_told_to_ask_again(page, report, monkeypatch):
    monkeypatch.setattr(preview, "PATIENCE_FOR_FILES", 600)
    assert shown(page.get(PAGES)) == ([AWAITED], [PAGES])
    assert page.get(PDF).content.startswith(b"%PDF")
    assert shown(page.get(PAGES)) == ([KNOWN], [])


def test_a_file_that_takes_long_is_waited_for_on_a_page(page, report):
    with slow_pool() as may_print:
        awaited = page.get(PDF)
        assert (awaited.status_code, words(awaited, "//main//p[@role='status']")) == (202, [PRINTING])
        assert words(awaited, "//main//a/@href") == [PREVIEW, PDF]
        assert (page.head(PDF).status_code, list(downloads_of(report))) == (202, [])
        may_print.set()
        assert (page.head(PDF).status_code, list(downloads_of(report))) == (200, [])
        assert page.get(PDF).content.startswith(b"%PDF")
    assert len(downloads_of(report)) == 1


def test_where_too_many_wait_the_file_is_refused_for_now(page, report):
    with full_pool():
        refused = page.get(PDF)
    assert (refused.status_code, refused["Retry-After"]) == (503, "60")
    assert words(refused, "//main//a/@href") == [PDF, PREVIEW]


@pytest.mark.usefixtures("server")
def test_what_the_pool_prints_is_the_same_file():
    printed = to_pdf(full_document())
    pool.site_end = None
    assert printed == to_pdf(full_document())


def test_what_keeps_the_pool_from_printing_has_its_sentence(server, monkeypatch):
    monkeypatch.setattr(pdf, "MOST_MEMORY", 2**20)
    monkeypatch.setattr(pdf, "STOPPED", deque(maxlen=100))
    with pytest.raises(UnprintableError, match="quá dài để in"):
        to_pdf(minimal_document())
    monkeypatch.setattr(pool, "ACCEPTED_WITHIN", 0.1)
    server.send_signal(signal.SIGSTOP)
    try:
        with pytest.raises(UnprintableError, match="chưa in được báo cáo lúc này"):
            to_pdf(minimal_document(closing="Khác./."))
    finally:
        server.send_signal(signal.SIGCONT)
