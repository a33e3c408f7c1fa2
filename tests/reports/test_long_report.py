"""A report of 300,000 characters with 2,000 rows in one listing goes all the way, page by page."""

from django.urls import reverse

from reports.models import FileKind, PeriodKey
from reports.submission.submission import prepare, submit_report
from reports.writing.saving import LONGEST_REPORT
from tests.factories import make_event, make_period, make_plan, make_report

PERIOD = PeriodKey(2024)
WORDS = "Sở đã phổ biến văn bản mới đến công chức, viên chức và doanh nghiệp trên địa bàn năm 2024. "
ROWS = 2000


def long_report(department):
    for number in range(1, ROWS + 1):
        make_plan(department, position=number, number=f"{number}/KH-SXD")
    make_event(department)
    make_period(department.reports_to)
    paragraph = (WORDS * 11)[:998].strip()
    body = "\n\n".join([paragraph] * (LONGEST_REPORT // 1000 - 1))
    sections = (
        (1, "Kết quả", ""),
        (2, "Văn bản", "[[văn bản đã ban hành]]"),
        (2, "Hoạt động", "[[hoạt động]]"),
        (1, "Nhận xét", body),
    )
    return make_report(department, *sections)


def answers(client, pages):
    return {name: client.get(reverse(name, args=[PERIOD, *more])).status_code for name, more in pages.items()}


def test_the_longest_report_is_written_printed_handed_in_read_and_taken_away(client, binh, dung, department):
    report = long_report(department)
    last = report.sections.last()
    client.force_login(binh)
    pages = {
        "report": [],
        "report_head": [],
        "report_section": [last.pk],
        "report_section_paper": [last.pk],
        "report_findings": [],
        "report_preview": [],
        "report_submit": [],
    }
    assert answers(client, pages) == dict.fromkeys(pages, 200)
    saved = client.post(
        reverse("report_section_autosave", args=[PERIOD, last.pk]),
        {"body": f"{last.body[:-1]}!", "version": last.version},
    )
    assert saved.status_code == 200
    submission = submit_report(report=report, prepared=prepare(report), by=binh)
    assert (submission.pages > 100, submission.files.get(kind=FileKind.PDF).size > 100_000) == (True, True)
    client.force_login(dung)
    pages = {"board": [], "review": [report.pk], "review_difference": [report.pk], "board_zip": []}
    assert answers(client, pages) == dict.fromkeys(pages, 200)


def test_a_letter_too_many_gets_a_sentence_and_the_text_stays_in_its_box(client, binh, department):
    report = make_report(department)
    last = report.sections.last()
    client.force_login(binh)
    body = "a" * (LONGEST_REPORT + 1)
    response = client.post(
        reverse("report_section", args=[PERIOD, last.pk]), {"body": body, "version": last.version}
    )
    shown = response.content.decode()
    assert ("nhiều nhất 300.000" in shown, body in shown) == (True, True)
    last.refresh_from_db()
    assert last.body == "Đạt yêu cầu."
