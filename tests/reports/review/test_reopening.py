"""Dung reopens a report that she accepted, because something in it is wrong: Bình corrects it and submits it again."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from openpyxl import load_workbook

from reports.models import FileKind, NoticeKind, Outcome, OutcomeKind, PeriodKey, ReplyKind
from reports.received.accepted import accepted_reports
from reports.received.totals import add_up
from reports.review.reviewing import LONGEST_REASON, accept_submission, reopen_report, return_submission
from reports.states import WrongState
from reports.submission.submission import submit_report
from reports.writing.replies import Reply, reply_to_notes
from tests.factories import make_outcome, make_report, make_submission, make_submitted_file, make_user
from tests.pages import words
from tests.reports.figures.forms import make_form
from tests.reports.received.test_totals import hand_in
from tests.reports.submission.handed_in import entries, fields_of, notices_of, open_report, prepare, state

YEAR = PeriodKey(2024)
STATE = "//main//span[contains(@class, 'report-state')]"
NOTICE = "//main//div[contains(@class, 'notice')]/p"
REOPEN = "//main//a[contains(@href, 'mo-lai')]"


@pytest.fixture
def submission(department):
    return make_submission(open_report(department, closing="Trên đây là báo cáo"))


def address(submission, rest=""):
    return f"/tong-hop/2024/{submission.report_id}/{rest}"


def test_a_reopened_report_says_so_and_its_acceptance_stays_in_the_history(submission, department, dung):
    colleague = make_user(dung.organisation, dung.role, full_name="Ngô Văn Tú", username="tu")
    accepted = accept_submission(submission=submission, reason="Rất đầy đủ.", by=colleague)
    outcome = reopen_report(submission=submission, reason="Cột 5 gõ thừa số 0.", by=dung)
    assert (outcome.pk, Outcome.objects.count(), state(submission.report)) == (accepted.pk, 1, "REOPENED")
    outcome.refresh_from_db()
    assert (outcome.kind, outcome.reason, outcome.decided_by) == (
        OutcomeKind.REOPENED,
        "Cột 5 gõ thừa số 0.",
        dung,
    )
    assert outcome.decided_at > accepted.decided_at
    when = date_format(localtime(accepted.decided_at), "DATETIME_FORMAT")
    assert entries(submission.report)[-1] == (
        "Mở lại",
        "dung",
        [
            ["bản", "", "1"],
            ["tiếp nhận", f"Ngô Văn Tú, {when}", ""],
            ["lời nhắn", "Rất đầy đủ.", ""],
            ["lý do", "", "Cột 5 gõ thừa số 0."],
        ],
    )
    assert notices_of(department)[-1] == (
        NoticeKind.REOPENED,
        "Sở Tư pháp tỉnh Sen mở lại báo cáo năm 2024 (bản 1) đã tiếp nhận, để đơn vị sửa.",
        "/bao-cao/2024/",
    )


def test_bình_answers_the_notes_and_submits_the_next_version_also_after_the_period_was_closed(
    submission, department, binh, dung
):
    signed = make_submitted_file(submission, kind=FileKind.SIGNED)
    note = submission.notes.create(text="Ghi rõ số xã.", written_by=dung)
    accept_submission(submission=submission, by=dung)
    report = submission.report
    department.reports_to.periods.update(closed_at=submission.submitted_at)
    reopen_report(submission=submission, reason="Thiếu số xã.", by=dung)
    reply_to_notes(report, {note.pk: Reply(ReplyKind.CORRECTED)}, by=binh)
    second = submit_report(report=report, prepared=prepare(report), by=binh)
    assert (second.version, state(report)) == (2, "SUBMITTED")
    accept_submission(submission=second, by=dung)
    assert state(report) == "ACCEPTED"
    assert list(submission.files.filter(kind=FileKind.SIGNED)) == [signed]
    assert not second.files.filter(kind=FileKind.SIGNED).exists()


def test_a_reopened_report_counts_no_more_until_its_next_version_is_accepted(
    department, justice_department, dung
):
    make_form(group="", form_code="04c/TP/PBGDPL")
    submission = hand_in(department, c5=120, by=dung)
    assert add_up(justice_department, YEAR).cells["5"].total == 120
    reopen_report(submission=submission, reason="Thừa một số 0.", by=dung)
    assert add_up(justice_department, YEAR).cells["5"].total is None
    assert accepted_reports(justice_department, YEAR) == ()
    hand_in(department, c5=12, by=dung)
    assert add_up(justice_department, YEAR).cells["5"].total == 12


@pytest.mark.parametrize("outcome", [None, OutcomeKind.RETURNED, OutcomeKind.REOPENED, OutcomeKind.WITHDRAWN])
def test_what_is_not_accepted_is_not_reopened(submission, dung, outcome):
    if outcome:
        make_outcome(submission, outcome)
    before = state(submission.report)
    with pytest.raises(WrongState):
        reopen_report(submission=submission, reason="Sai.", by=dung)
    assert state(submission.report) == before


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [(" \u200b ", "Ghi lý do."), ("ệ" * (LONGEST_REASON + 1), "Lý do dài 5.001 ký tự, nhiều nhất 5.000.")],
)
def test_a_report_is_reopened_for_a_reason_that_can_be_read(submission, dung, reason, sentence):
    accept_submission(submission=submission, by=dung)
    with pytest.raises(ValidationError, match=sentence):
        reopen_report(submission=submission, reason=reason, by=dung)
    assert state(submission.report) == "ACCEPTED"


def test_an_older_version_is_not_reopened(submission, dung):
    return_submission(submission=submission, reason="Thiếu.", by=dung)
    accept_submission(submission=make_submission(submission.report), by=dung)
    with pytest.raises(ValidationError, match="bản nộp mới hơn"):
        reopen_report(submission=submission, reason="Sai.", by=dung)


def test_on_the_page_dung_reopens_and_both_sides_see_it(client, submission, binh, dung):
    make_outcome(submission, OutcomeKind.ACCEPTED)
    client.force_login(dung)
    assert words(client.get(address(submission)), REOPEN) == ["Mở lại để đơn vị sửa"]
    sent = fields_of(client.get(address(submission, "mo-lai/")))
    refused = client.post(address(submission, "mo-lai/"), sent | {"reason": " "})
    assert "Chưa ghi gì." in refused.content.decode()
    for _ in range(2):  # the same form is carried out once
        done = client.post(address(submission, "mo-lai/"), sent | {"reason": "Sai cột 5."}, follow=True)
        assert done.redirect_chain == [(address(submission), 302)]
    assert words(done, REOPEN) == []
    assert words(done, "//h2[@id='ket-qua']") == ["Đã mở lại"]
    late = client.post(address(submission, "mo-lai/"), {"version": 1, "reason": "Sai."})
    assert late.status_code == 409
    assert "Báo cáo đã mở lại để đơn vị sửa." in late.content.decode()


def test_every_page_of_bình_calls_it_reopened_and_says_why(client, submission, binh, dung):
    accept_submission(submission=submission, by=dung)
    submission.notes.create(heading="Cuối văn bản", text="Thiếu nơi nhận.", written_by=dung)
    reopen_report(submission=submission, reason="Sai cột 5.", by=dung)
    client.force_login(binh)
    today = f"{localdate():%d/%m/%Y}"
    for page in ("/nam/2024/", "/bao-cao/2024/", "/bao-cao/2024/cac-ban/1/"):
        assert words(client.get(page), STATE) == [f"Được mở lại (bản 1, {today})"], page
    home = client.get("/nam/2024/")
    assert words(home, "//p[@class='reason']") == ["Lý do mở lại: Sai cột 5."]
    assert words(home, "//div[@class='ways']/a")[0] == "Sửa báo cáo"
    assert words(home, "//div[@class='ways']/a/@href")[0] == "/bao-cao/2024/dau-cuoi/"
    verdict = "//section[contains(@class, 'verdict')]"
    desk = client.get("/bao-cao/2024/")
    assert words(desk, f"{verdict}/h2") == [f"Bản 1 được mở lại ngày {today}"]
    assert words(desk, f"{verdict}/p[@class='reason']") == ["Sai cột 5."]
    versions = client.get("/bao-cao/2024/cac-ban/")
    assert words(versions, "//td[@class='outcome']") == [f"Được mở lại (bản 1, {today}) Sai cột 5."]
    signed = client.get("/bao-cao/2024/cac-ban/1/")
    assert "Mở lại lúc" in words(signed, "//dl//dt")


def test_dung_finds_what_she_reopened_on_the_board_and_its_spreadsheet(client, submission, dung):
    make_outcome(submission, OutcomeKind.REOPENED, decided_by=dung)
    client.force_login(dung)
    row = "//table[contains(@class, 'board')]/tbody/tr"
    reopened = client.get("/tong-hop/2024/?trang-thai=mo-lai")
    assert words(reopened, f"{row}/td[@class='state']") == ["Đã mở lại"]
    assert words(reopened, f"{row}/td[@class='change']/text()")[0].startswith("Mở lại bản 1")
    assert words(reopened, "//nav[@aria-label='Lọc theo tình trạng']//a[@aria-current]") == ["Đã mở lại 1"]
    assert words(reopened, "//section[@aria-label='Tiến độ']/p") == ["1 / 1 đơn vị đã nộp"]
    assert words(client.get("/tong-hop/2024/?trang-thai=tra-lai"), row) == []
    sheet = load_workbook(BytesIO(client.get("/tong-hop/2024/bang-tinh/").content)).active
    assert "Đã mở lại" in [cell.value for cells in sheet.iter_rows() for cell in cells]


def test_the_page_says_that_nobody_of_a_stopped_body_can_correct_its_report(
    client, submission, department, dung
):
    make_outcome(submission, OutcomeKind.ACCEPTED)
    client.force_login(dung)
    warned = "//form//div[contains(@class, 'notice')]/p"
    assert words(client.get(address(submission, "mo-lai/")), warned) == []
    department.is_active = False
    department.save()
    assert words(client.get(address(submission, "mo-lai/")), warned) == [
        "Sở Xây dựng tỉnh Sen đã ngừng nên không ai sửa và nộp lại được: "
        "báo cáo chỉ được cộng lại khi cơ quan hoạt động lại và nộp bản mới."
    ]


def test_who_waits_for_an_outcome_is_told_what_to_do_first(client, submission, dung):
    client.force_login(dung)
    response = client.get(address(submission, "mo-lai/"), follow=True)
    assert words(response, NOTICE) == ["Báo cáo đã nộp, đang chờ xem. Tiếp nhận hoặc trả lại báo cáo."]


def test_a_mark_on_an_accepted_report_begins_the_reason(client, department, dung):
    make_form(group="", form_code="04c/TP/PBGDPL")
    submission = hand_in(department, c5=1, c7=2)
    client.force_login(dung)
    marks = client.get("/tong-hop/2024/so-lieu/danh-dau/")
    (way,) = words(marks, "//main//a[contains(@href, 'mo-lai/?ly-do')]/@href")
    fields = fields_of(client.get(way))
    assert fields["reason"].strip().startswith("Số liệu, cột (7)")
    assert client.post(way, fields).url == address(submission)
    assert Outcome.objects.get().reason == fields["reason"].strip()
    gone = client.get(way, follow=True)
    assert words(gone, NOTICE)[-1:] == ["Báo cáo đã mở lại để đơn vị sửa."]


def test_a_report_that_bình_may_not_change_says_whom_to_ask(client, department, binh):
    make_outcome(make_submission(make_report(department)), OutcomeKind.ACCEPTED)
    client.force_login(binh)
    response = client.get("/bao-cao/2024/rut/", follow=True)
    assert words(response, NOTICE) == [
        "Báo cáo đã được tiếp nhận nên không sửa được nữa. Còn sai thì đề nghị Sở Tư pháp mở lại."
    ]
