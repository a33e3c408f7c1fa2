"""A report that takes long to print is submitted as soon as it is printed, once, as it was shown."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.utils.timezone import now

from accounts import long_work
from accounts.models import LongWork
from reports.models import Section, Submission
from tests.factories import make_long_work
from tests.lib.pools import full_pool, slow_pool
from tests.pages import words
from tests.reports.submission.handed_in import fields_of, open_report, state

SUBMIT, PAGES, VERSION = "/bao-cao/2024/nop/", "/bao-cao/2024/nop/so-trang/", "/bao-cao/2024/cac-ban/1/"
PRINT = "//*[@id='so-trang'][@role='status']"
AWAITED = "Đang in, số trang sẽ hiện sau. Xem số trang"
NOTICE = "//main//*[contains(@class, 'notice')]//p"
CHANGED = "Báo cáo vừa thay đổi sau khi bạn xem. Xem lại lần nữa rồi nộp."


@pytest.fixture(autouse=True)
def _nothing_printed_before():
    caches["files"].clear()


@pytest.fixture
def page(client, binh):
    client.force_login(binh)
    return client


@pytest.fixture
def report(department):
    return open_report(department)


@pytest.fixture
def may_print():
    with slow_pool() as event:
        yield event


@pytest.fixture
def begin(monkeypatch):
    """Keep the works that are started, and return a function that carries them out."""
    kept = []
    monkeypatch.setattr(long_work, "_set_going", kept.append)
    return lambda: [long_work._carry_out(work) for work in kept]


def shown(response):
    return words(response, PRINT), words(response, f"{PRINT}/@data-ask")


def pressed(page):
    """Press the button on the page as it is now; return the answer."""
    return page.post(SUBMIT, fields_of(page.get(SUBMIT)))


def test_the_page_is_there_before_the_report_is_printed(page, report, may_print):
    for address in (SUBMIT, PAGES):
        response = page.get(address)
        assert shown(response) == ([AWAITED], [PAGES])
        assert words(response, "//main//form//button") == ["Nộp báo cáo"]
    may_print.set()
    for address in (PAGES, SUBMIT):
        assert shown(page.get(address)) == (["1 trang"], [])


def test_binh_waits_on_a_page_and_the_report_is_submitted_when_it_is_printed(page, report, may_print, begin):
    before = now()
    waiting = pressed(page).url
    after = now()
    (title,) = words(page.get(waiting), "//h1")
    assert (title, state(report)) == ("Nộp báo cáo năm 2024", "DRAFTING")
    may_print.set()
    begin()
    assert page.get(waiting).url == VERSION
    submission = Submission.objects.get()
    assert before <= submission.submitted_at <= after
    assert sorted(submission.files.values_list("kind", flat=True)) == ["docx", "json", "pdf"]


def test_pressed_twice_it_is_one_work_and_one_version(page, report, may_print, begin):
    fields = fields_of(page.get(SUBMIT))
    waiting = [page.post(SUBMIT, fields).url for _ in range(4)]
    assert (len(set(waiting)), LongWork.objects.count()) == (1, 1)
    may_print.set()
    begin()
    begin()
    assert (page.get(waiting[0]).url, Submission.objects.count()) == (VERSION, 1)
    assert page.post(SUBMIT, fields).url == waiting[0]


def test_a_report_that_changed_meanwhile_is_not_submitted_and_shown_again(page, report, may_print, begin):
    waiting = pressed(page).url
    Section.objects.filter(report=report, heading="Nhận xét").update(body="Chưa đạt.")
    may_print.set()
    begin()
    again = page.get(waiting, follow=True)
    assert (words(again, NOTICE), state(report)) == ([CHANGED], "DRAFTING")
    assert page.post(SUBMIT, fields_of(again)).url == VERSION


def test_what_blocks_the_report_since_is_shown(page, report, may_print, begin):
    waiting = pressed(page).url
    may_print.set()
    type(report).objects.filter(pk=report.pk).update(signer_name="")
    begin()
    assert state(report) == "DRAFTING"
    assert words(page.get(waiting, follow=True), "//section//li/p") == [
        "Báo cáo chưa có họ tên người ký. Ghi họ tên người ký."
    ]


def test_a_report_that_an_other_submitted_meanwhile_leads_to_its_versions(page, report, may_print, begin):
    first, second = (pressed(page).url for _ in range(2))
    may_print.set()
    begin()
    assert page.get(first).url == VERSION
    assert page.get(second, follow=True).redirect_chain[-1] == ("/bao-cao/2024/cac-ban/", 302)
    assert Submission.objects.count() == 1


def test_where_too_many_print_binh_is_told_and_may_try_again(page, report, may_print, begin):
    waiting = pressed(page).url
    with full_pool():
        begin()
        stopped = page.get(waiting)
    (sentence,) = words(stopped, "//main//p[@role='status']/span")
    assert sentence.startswith("Máy chủ đang in nhiều báo cáo nên chưa nhận thêm.")
    assert words(stopped, "//main//form//button") == ["Làm lại"]
    may_print.set()
    page.post(f"{waiting}lam-lai/")
    begin()
    assert page.get(waiting).url == VERSION


def test_who_has_too_many_works_running_is_told_and_nothing_is_lost(page, report, may_print, binh):
    for _ in range(long_work.MOST_OF_ONE_PERSON):
        make_long_work(binh, ended_at=None, leads_to="")
    refused = pressed(page)
    assert (refused.status_code, words(refused, NOTICE)) == (409, [long_work.TOO_MANY])
    assert words(refused, "//main//form//button") == ["Nộp báo cáo"]


def test_a_work_that_ran_to_its_end_is_not_repeated(page, report, may_print, begin):
    waiting = pressed(page).url
    may_print.set()
    begin()
    LongWork.objects.update(ended_at=None, leads_to="", seen_at=now() - timedelta(hours=1))
    page.post(f"{waiting}lam-lai/")
    begin()
    assert (page.get(waiting).url, Submission.objects.count()) == (VERSION, 1)
