"""A report whose printing is stopped: every page says so, and nothing is saved, lost or sent."""

from collections import deque

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from accounts.history import downloads_of
from reports.document import pdf
from reports.document.pdf import TOO_LONG, TOO_MANY_LINES
from reports.models import Submission
from tests.factories import make_event
from tests.pages import words
from tests.reports.submission.handed_in import fields_of, open_report, state

PREVIEW, PAGES, PAPER = "/bao-cao/2024/xem/", "/bao-cao/2024/so-trang/", "/bao-cao/2024/ban-in/"
SUBMIT = "/bao-cao/2024/nop/"
NOTICE = "//main//*[contains(@class, 'notice')]//p"
STOPPED = f"{TOO_LONG} Dài nhất là mục “KẾT QUẢ”: 5 dòng."
REFUSAL = "//section[contains(@class, 'in-the-way')]/p"


@pytest.fixture
def page(client, binh):
    client.force_login(binh)
    return client


@pytest.fixture
def report(department):
    # No other test prints the same, so nothing of it is kept.
    return open_report(department, subject="Kết quả không in được")


@pytest.fixture
def _no_time_to_print(monkeypatch):
    for name, value in {"LONGEST_HERE": 0, "SECONDS": 0, "STOPPED": deque(maxlen=100)}.items():
        monkeypatch.setattr(pdf, name, value)


@pytest.mark.usefixtures("_no_time_to_print")
def test_binh_reads_why_and_the_words_of_the_report(page, report):
    pages, paper = page.get(PAGES), page.get(PAPER)
    assert (pages.status_code, words(pages, NOTICE)) == (200, [STOPPED])
    assert (paper.status_code, words(paper, "//h1/span[2]")) == (200, ["Kết quả không in được"])


@pytest.mark.usefixtures("_no_time_to_print")
def test_the_pdf_is_not_sent_and_word_is(page, report):
    refused = page.get("/bao-cao/2024/tai-ve/pdf/", follow=True)
    assert (refused.redirect_chain, set(words(refused, NOTICE))) == ([(PREVIEW, 302)], {STOPPED})
    assert list(downloads_of(report)) == []
    assert page.get("/bao-cao/2024/tai-ve/docx/").content.startswith(b"PK")


@pytest.mark.usefixtures("_no_time_to_print")
def test_what_cannot_be_printed_is_not_submitted(page, report):
    shown = page.get(SUBMIT)
    assert (shown.status_code, words(shown, REFUSAL), words(shown, "//main//form")) == (200, [STOPPED], [])
    sent = page.post(SUBMIT, {"digest": "a" * 64})
    assert (sent.status_code, words(sent, REFUSAL)) == (409, [STOPPED])
    assert (state(report), Submission.objects.count()) == ("DRAFTING", 0)


def test_a_report_that_was_ready_is_not_submitted_where_its_printing_is_stopped(page, report, request):
    fields = fields_of(page.get(SUBMIT))
    report.closing = "Lời kết dài hơn./."
    report.save()
    request.getfixturevalue("_no_time_to_print")
    sent = page.post(SUBMIT, fields)
    assert (sent.status_code, words(sent, REFUSAL), state(report)) == (409, [STOPPED], "DRAFTING")


def test_a_report_whose_listings_print_without_end_makes_no_file_and_its_page_says_why(
    page, report, department, monkeypatch
):
    make_event(department)
    section = report.sections.get(heading="Hoạt động")
    section.body = "\n\n".join(["[[hoạt động]]", "Lời giữa."] * 10)
    section.save()
    monkeypatch.setattr(pdf, "MOST_LINES", 20)
    assert words(page.get(PREVIEW), NOTICE) == [TOO_MANY_LINES]
    assert words(page.get(PAPER), "//main/p[@class='body-text']") == [TOO_MANY_LINES]
    for ending in ("pdf", "docx"):
        refused = page.get(f"/bao-cao/2024/tai-ve/{ending}/", follow=True)
        assert (refused.redirect_chain, set(words(refused, NOTICE))) == ([(PREVIEW, 302)], {TOO_MANY_LINES})
    assert words(page.get(SUBMIT), REFUSAL) == [TOO_MANY_LINES]
    assert (state(report), list(downloads_of(report))) == ("DRAFTING", [])


@pytest.mark.usefixtures("_no_time_to_print")
def test_the_command_says_why_and_writes_nothing(report, department, tmp_path):
    with pytest.raises(CommandError, match="quá dài để in"):
        call_command("render_report", department.code, "2024", to=tmp_path / "ra")
    assert list(tmp_path.iterdir()) == []
