"""Dung issues the report of the province: nobody receives it, it is withdrawn with a reason and issued again."""

import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from jsonschema import Draft202012Validator
from lxml import html

from accounts.models import Role
from reports.checks import Severity, find
from reports.checks.waiving import waive
from reports.models import FileKind, Notice
from reports.states import Action, WrongState, may, status_of
from reports.submission.data.schema import schema_of
from reports.submission.submission import prepare, submit_report, withdraw_submission
from reports.year.rows_note import rows_note_of
from tests.accounts.attaching.uploads import pdf
from tests.factories import make_organisation, make_outcome, make_report, make_submission, make_user
from tests.pages import words
from tests.reports.submission.handed_in import entries, fields_of, frozen_bytes, state, submit

DESK, BOARD = "/bao-cao/2024/", "/tong-hop/2024/"
SUBMIT, WITHDRAW, VERSIONS = f"{DESK}nop/", f"{DESK}rut/", f"{DESK}cac-ban/"
NOTICE = "//main//div[contains(@class, 'notice')]/p"
STATE = "//main//span[contains(@class, 'report-state')]"
PROVINCE = "//p[contains(@class, 'province-report')]"
# What only a report is told that a Justice Department receives.
FOREIGN = re.compile(
    r"Sở Tư pháp (?:đang|đã|đọc|chưa|không|tiếp|gia)|[Bb]ản nộp|[đĐ]ã (?:được )?nộp|[Nn]ộp (?:báo|xong|lúc|lại)"
    r"|[cC]hặn (?:việc )?nộp|rồi nộp|[Bb]ị trả lại|[Rr]út |Hạn nộp|Người nộp|Được tiếp nhận|chờ tiếp nhận"
)


@pytest.fixture
def report(department, justice_department):
    """Save the report of the province, which nothing blocks: a department reports to its Justice Department."""
    return make_report(justice_department, closing="Trên đây là báo cáo")


@pytest.fixture
def page(client, dung):
    client.force_login(dung)
    return client


def text_of(response):
    """Return the words of a page's main part, without those of the report itself."""
    (main,) = html.fromstring(response.content.decode()).xpath("//main")
    return " ".join(main.text_content().split())


def foreign(client, *addresses):
    """Return what pages say that is meant for a department, by their addresses."""
    found = {address: FOREIGN.findall(text_of(client.get(address, follow=True))) for address in addresses}
    return {address: sentences for address, sentences in found.items() if sentences}


def issue(client):
    """Send the form of the page that issues the report as it stands."""
    return client.post(SUBMIT, fields_of(client.get(SUBMIT)), follow=True)


def test_dung_issues_withdraws_and_issues_again(page, report, dung):
    issued = issue(page)
    assert issued.redirect_chain == [(f"{VERSIONS}1/", 302)]
    assert words(issued, NOTICE) == ["Đã phát hành báo cáo năm 2024 (bản 1)."]
    first = report.submissions.get()
    assert (first.due_on, first.submitted_by, Notice.objects.count()) == (None, dung, 0)
    assert sorted(first.files.values_list("kind", flat=True)) == ["docx", "json", "pdf"]
    assert words(page.get(DESK), STATE) == [status_of(report).words]
    assert status_of(report).words.startswith("Đã phát hành (bản 1, ")
    sent = fields_of(page.get(WITHDRAW))
    refused = page.post(WITHDRAW, sent | {"reason": " "})
    assert "Chưa ghi lý do. Ghi vắn tắt vì sao thu hồi bản đã phát hành." in text_of(refused)
    withdrawn = page.post(WITHDRAW, sent | {"reason": "Thiếu phụ lục."}, follow=True)
    assert words(withdrawn, NOTICE) == ["Đã thu hồi bản 1. Sửa báo cáo rồi phát hành lại thành bản mới."]
    assert words(withdrawn, "//section[contains(@class, 'verdict')]/h2")[0].startswith(
        "Bản 1 đã được thu hồi"
    )
    issue(page)
    assert [one.version for one in report.submissions.all()] == [1, 2]
    assert [kind for kind, _, _ in entries(report)] == ["Phát hành", "Thu hồi", "Phát hành"]
    assert (state(report), Notice.objects.count()) == ("SUBMITTED", 0)


def test_no_page_speaks_of_somebody_who_receives_it(page, report):
    section = report.sections.first()
    writing = (DESK, SUBMIT, VERSIONS, f"{DESK}xem/", f"{DESK}ra-soat/", f"{DESK}phu-luc/")
    assert foreign(page, *writing, "/nam/2024/") == {}
    issue(page)
    refused = (WITHDRAW, SUBMIT, f"{DESK}muc/{section.pk}/", f"{DESK}dau-cuoi/")
    read = (
        DESK,
        VERSIONS,
        f"{VERSIONS}1/",
        f"{DESK}xem/",
        "/nam/2024/",
        f"{VERSIONS}luot-tai/",
    )
    assert foreign(page, *read, *refused) == {}
    page.post(WITHDRAW, fields_of(page.get(WITHDRAW)) | {"reason": "Sai."})
    issue(page)
    assert foreign(page, DESK, VERSIONS, f"{VERSIONS}1/", f"{VERSIONS}2/", f"{VERSIONS}so-sanh/") == {}


def test_what_blocks_it_blocks_issuing_on_every_page(page, report):
    section = report.sections.first()
    report.sections.filter(pk=section.pk).update(body="Ngày 31/9/2024, Sở tổ chức hội nghị.")
    checks = f"{DESK}ra-soat/"
    assert foreign(page, DESK, checks, SUBMIT, f"{DESK}muc/{section.pk}/") == {}
    assert "chặn phát hành" in text_of(page.get(DESK))
    assert words(page.get(f"{checks}?muc-do=chan-nop"), "//p[contains(@class, 'is-blocking')]") == [
        "Chặn phát hành"
    ]
    (finding,) = [one for one in find(report) if one.rule.severity is Severity.BLOCKING]
    with pytest.raises(ValidationError, match="chặn việc phát hành"):
        waive(finding, report=report, reason="Đúng.", by=report.organisation.users.get())


def test_the_log_calls_it_issued_and_recalled(client, report, dung, justice_department):
    withdraw_submission(submission=submit(report, dung), reason="Sai.", by=dung)
    client.force_login(make_user(justice_department, Role.ADMINISTRATOR))
    kinds = words(client.get("/nhat-ky/2024/"), "//td[@class='what']")
    assert {"Phát hành", "Thu hồi"} <= set(kinds)
    assert not {"Nộp", "Rút"} & set(kinds)


def test_the_page_says_how_much_is_listed_of_the_bodies_reports_and_nothing_of_own_rows(page, report):
    report.sections.filter(pk=report.sections.first().pk).update(body="[[đơn vị chưa báo cáo]]")
    shown = text_of(page.get(SUBMIT))
    assert "Danh mục đơn vị chưa báo cáo 1 mục được in" in shown
    assert "Danh mục văn bản chỉ đạo" not in shown


def test_the_legal_officer_of_a_justice_department_issues_its_report_too(report, justice_department):
    ha = make_user(justice_department, Role.LEGAL_OFFICER)
    submission = submit(report, ha)
    assert submission.version == 1
    assert may(Action.WITHDRAW, status=status_of(report), report=report, by=ha)


def test_what_is_issued_cannot_be_issued_again_before_it_is_withdrawn(report, dung):
    prepared = prepare(report)
    submit_report(report=report, prepared=prepared, by=dung)
    with pytest.raises(WrongState) as refusal:
        submit_report(report=report, prepared=prepared, by=dung)
    assert refusal.value.message == (
        "Không phát hành được: Báo cáo đã phát hành. Thu hồi bản đã phát hành nếu cần sửa."
    )
    withdraw_submission(submission=report.submissions.get(), reason="Sai.", by=dung)
    with pytest.raises(WrongState) as refusal:
        withdraw_submission(submission=report.submissions.get(), reason="Sai.", by=dung)
    assert refusal.value.message == "Không thu hồi được: Báo cáo đang soạn, chưa phát hành."


def test_who_withdraws_what_a_colleague_has_issued_anew_reads_no_word_of_receiving(page, report, dung):
    tu = make_user(dung.organisation, dung.role, username="tu")
    submit(report, dung)
    sent = fields_of(page.get(WITHDRAW))
    withdraw_submission(submission=report.submissions.get(), reason="Sai.", by=tu)
    second = submit(report, tu)
    late = page.post(WITHDRAW, sent | {"reason": "Thiếu."}, follow=True)
    assert words(late, NOTICE) == ["Đã có bản phát hành mới hơn. Tải lại trang để xem bản mới nhất."]
    assert not hasattr(second, "outcome")


def test_nobody_receives_it_and_nobody_else_reads_it(client, report, dung, binh):
    submission = submit(report, dung)
    nobodys = {Action.NOTE, Action.RETURN, Action.ACCEPT, Action.SETTLE}
    status = status_of(report)
    assert not any(may(action, status=status, report=report, by=dung) for action in nobodys)
    client.force_login(dung)
    assert client.get(f"{BOARD}{report.pk}/").status_code == 404
    client.force_login(binh)
    assert client.get(submission.files.first().get_absolute_url()).status_code == 404


def test_the_signed_file_is_added_and_replaced_until_it_is_withdrawn(page, report, dung):
    submit(report, dung)
    address = f"{VERSIONS}1/ban-ky/"
    for name in ("ky.pdf", "ky-lai.pdf"):
        (fields,) = page.get(f"{VERSIONS}1/").context["signed_form"].initial.values()
        sent = {"file": SimpleUploadedFile(name, pdf() + name.encode()), "is_another_print": "on"}
        page.post(address, sent | ({"replaces": fields} if fields else {}))
    assert report.submissions.get().files.filter(kind=FileKind.SIGNED).count() == 1
    assert foreign(page, f"{VERSIONS}1/") == {}
    assert Notice.objects.count() == 0


def test_the_data_of_an_issued_report_names_no_receiver_and_no_deadline(report, dung, tmp_path):
    submission = submit(report, dung)
    data = json.loads(frozen_bytes(submission, FileKind.JSON))
    assert (data["submission"]["due_on"], data["body"]["reports_to"]) == (None, None)
    Draft202012Validator(json.loads(schema_of(1))).validate(data)
    call_command("export_submission", report.organisation.code, "2024", to=tmp_path / "tep")
    assert len(list((tmp_path / "tep").iterdir())) == 3


def test_a_file_that_is_checked_was_issued_and_withdrawn(page, report, dung):
    submission = submit(report, dung)
    withdraw_submission(submission=submission, reason="Sai.", by=dung)
    file = SimpleUploadedFile("bao-cao.pdf", frozen_bytes(submission, FileKind.PDF))
    found = text_of(page.post("/kiem-tra-tep/2024/", {"file": file}))
    assert "Đúng bản PDF đã phát hành ngày" in found
    assert "bản 1 (đã thu hồi)." in found
    assert "Đơn vị đã thu hồi bản này ngày" in found


def test_a_body_that_reports_to_nobody_and_to_which_nobody_reports_is_told_so(db):
    body = make_organisation(code="SVH", name="Sở Văn hóa tỉnh Sen")
    officer, report = make_user(body, Role.LEGAL_OFFICER), make_report(body, closing="Trên đây là báo cáo")
    with pytest.raises(ValidationError, match="chưa được gắn với Sở Tư pháp"):
        submit(report, officer)


def test_rows_that_are_added_afterwards_wait_for_the_report_to_be_withdrawn(report, dung):
    submit(report, dung)
    assert rows_note_of(report.organisation, 2024) == (
        "Báo cáo năm 2024 đã phát hành: dòng thêm, sửa hay xóa từ nay chỉ vào báo cáo khi báo cáo được thu hồi."
    )


def test_the_board_names_the_state_of_the_provinces_report_and_the_way_to_its_desk(page, department, report):
    assert words(page.get(BOARD), PROVINCE) == ["Báo cáo của tỉnh: Đang soạn Soạn tiếp của tỉnh năm 2024"]
    assert words(page.get(BOARD), f"{PROVINCE}/a/@href") == [DESK]
    half = page.get("/tong-hop/2024-6-thang/")
    assert words(half, PROVINCE) == [
        "Báo cáo của tỉnh: Chưa bắt đầu Bắt đầu báo cáo của tỉnh 6 tháng đầu năm 2024"
    ]
    make_submission(report)
    (line,) = words(page.get(BOARD), PROVINCE)
    assert line.startswith("Báo cáo của tỉnh: Đã phát hành (bản 1, ")
    assert line.endswith("Xem báo cáo của tỉnh năm 2024")


def test_the_board_of_a_body_to_which_nobody_reports_names_none(client, db):
    body = make_organisation(code="STPK", name="Sở Tư pháp tỉnh Khác")
    client.force_login(make_user(body, Role.JUSTICE_OFFICER))
    assert words(client.get(BOARD), PROVINCE) == []


def test_the_board_asks_as_many_queries_whatever_became_of_the_provinces_report(page, report, dung):
    counts = []
    for _ in range(3):
        page.get(BOARD)
        with CaptureQueriesContext(connection) as queries:
            page.get(BOARD)
        counts.append(len(queries))
        make_outcome(make_submission(report, submitted_by=dung), "withdrawn", decided_by=dung)
    assert counts[1:] == [counts[1]] * 2
