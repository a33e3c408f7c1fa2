"""Dung settles what is odd about submitted figures with a reason, or sends it back as a note."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accounts.models import LogEntry, LogKind, Role
from reports.figures.faults import Fault
from reports.models import OutcomeKind, PeriodKey, ReviewNote, SettledMark
from reports.received.totals import add_up
from reports.review.reviewing import remove_note
from reports.totals.marks import load_marks, open_marks
from reports.totals.settling import reopen_mark, send_back, settle_mark
from tests.factories import make_organisation, make_user
from tests.pages import words
from tests.reports.figures.forms import make_form, make_submitted_figure
from tests.reports.received.test_totals import hand_in
from tests.reports.submission.handed_in import fields_of

MARKS = "/tong-hop/2024/so-lieu/danh-dau/"
HEADINGS = "//ul[contains(@class, 'odd-figures')]/li/h2"


@pytest.fixture(autouse=True)
def form(db):
    return make_form(group="", form_code="04c/TP/PBGDPL")


@pytest.fixture
def submission(department):
    """Save figures that wait for Dung: more online sessions than sessions."""
    return hand_in(department, outcome=None, c5=1, c6=20, c7=2, c8=10)


def marks_of(receiver):
    return load_marks(receiver, add_up(receiver, PeriodKey(2024)))


def address(submission, rest="", mark="?cot=7&loai=part"):
    return f"/tong-hop/2024/{submission.report_id}/so-lieu-can-xem/{rest}{mark}"


def test_a_report_that_waits_is_marked_and_counts_in_no_total(submission, justice_department):
    (mark,) = marks_of(justice_department)
    assert (mark.body.submission, mark.code, mark.fault) == (submission.pk, "7", Fault.PART)
    assert add_up(justice_department, PeriodKey(2024)).cells["5"].total is None


def test_a_returned_report_is_not_marked_again(department, justice_department):
    hand_in(department, outcome=OutcomeKind.RETURNED, c5=1, c7=2)
    assert marks_of(justice_department) == ()


def test_an_explained_change_is_no_mark(department, justice_department):
    hand_in(department, 2023, c5=10)
    hand_in(department, c5=20)
    assert [mark.fault for mark in marks_of(justice_department)] == [Fault.SWING]
    submission = hand_in(department, c5=20)
    submission.figures.update(explanation="Thêm 10 xã.")
    assert marks_of(justice_department) == ()


def test_the_same_event_of_two_bodies_is_marked_at_both(department, other_department, justice_department):
    for body, name in (
        (department, "Hội nghị phổ biến Luật Đất đai"),
        (other_department, "Hội nghị phổ biến luật đất đai"),
    ):
        submission = hand_in(body, c5=1)
        submission.events.create(row=1, name=name, held_on=date(2024, 3, 5))
        submission.events.create(row=2, name=f"Riêng của {body}", held_on=date(2024, 3, 5))
    assert [(mark.code, mark.fault) for mark in marks_of(justice_department)] == [("5", Fault.SAME_EVENT)] * 2


def test_dung_settles_a_mark_with_a_reason_and_opens_it_again(submission, justice_department, dung):
    (mark,) = marks_of(justice_department)
    with pytest.raises(ValidationError, match="Ghi lý do giữ nguyên"):
        settle_mark(mark=mark, submission=submission, reason="  ", by=dung)
    settled = settle_mark(mark=mark, submission=submission, reason="Đã hỏi đơn vị.", by=dung)
    assert open_marks(marks_of(justice_department)) == []
    with pytest.raises(ValidationError, match="đã được xử lý"):
        settle_mark(mark=mark, submission=submission, reason="Nữa.", by=dung)
    reopen_mark(settled=settled, by=dung)
    assert len(open_marks(marks_of(justice_department))) == 1
    kinds = LogEntry.objects.order_by("pk").values_list("kind", flat=True)
    assert [*kinds] == [LogKind.ADDED, LogKind.DELETED]


def test_a_mark_on_a_column_of_words_is_settled_for_good(submission, justice_department, dung):
    submission.figures.exclude(code="5").delete()
    make_submitted_figure(submission, "22", words="123456")
    (mark,) = marks_of(justice_department)
    assert (mark.code, mark.fault, str(mark.column)) == ("22", Fault.DIGITS, "(22) Ghi chú")
    settle_mark(mark=mark, submission=submission, reason="Số văn bản.", by=dung)
    assert open_marks(marks_of(justice_department)) == []


def test_a_mark_goes_back_once_and_is_open_again_without_its_note(submission, justice_department, dung):
    (mark,) = marks_of(justice_department)
    send_back(mark=mark, submission=submission, by=dung)
    with pytest.raises(ValidationError, match="đã được xử lý"):
        send_back(mark=mark, submission=submission, by=dung)
    (note,) = ReviewNote.objects.all()
    assert note.text == f"Số liệu, cột {mark.column}: {mark.sentences[0]}"
    remove_note(note=note, by=dung)
    assert len(open_marks(marks_of(justice_department))) == 1


def test_on_the_pages_a_mark_is_kept_or_sent_back(client, dung, submission):
    client.force_login(dung)
    assert words(client.get(MARKS), HEADINGS) == ["Phần lớn hơn tổng"]
    sent = fields_of(client.get(address(submission)))
    refused = client.post(address(submission), sent | {"reason": ""})
    assert "Ghi lý do giữ nguyên." in refused.content.decode()
    for _ in range(2):
        assert client.post(address(submission), sent | {"reason": "Đúng."}).url == MARKS
    assert words(client.get(MARKS), HEADINGS) == []
    assert words(client.get(f"{MARKS}?xem=da-xu-ly"), HEADINGS) == ["Phần lớn hơn tổng"]
    settled = SettledMark.objects.get()
    assert client.post(address(submission, f"{settled.pk}/mo-lai/")).url == MARKS
    for _ in range(2):
        assert client.post(address(submission, "gui/")).url == MARKS
    assert (ReviewNote.objects.count(), SettledMark.objects.count()) == (1, 1)


def test_what_dung_typed_is_kept_where_a_colleague_settled_the_mark_first(client, dung, submission):
    client.force_login(dung)
    typed = fields_of(client.get(address(submission))) | {"reason": "Cộng cả hai phòng."}
    colleague = make_user(dung.organisation, Role.JUSTICE_OFFICER, full_name="Hồ Thị Lan")
    (mark,) = marks_of(dung.organisation)
    settle_mark(mark=mark, submission=submission, reason="Đã gọi điện hỏi.", by=colleague)
    shown = client.post(address(submission), typed)
    assert shown.status_code == 409
    notice = words(shown, "//*[@role='alert']//p")[0]
    assert notice.startswith("Hồ Thị Lan đã giữ nguyên chỗ này")
    assert notice.endswith("với lý do: Đã gọi điện hỏi.")
    assert fields_of(shown)["reason"].strip() == "Cộng cả hai phòng."
    assert SettledMark.objects.get().reason == "Đã gọi điện hỏi."
    for _ in range(2):  # sent twice, it is carried out once
        assert client.post(address(submission), fields_of(shown)).status_code == 302
    settled = SettledMark.objects.get()
    assert (settled.reason, settled.settled_by) == ("Cộng cả hai phòng.", dung)


def test_a_mark_that_a_colleague_sent_back_or_that_is_gone_keeps_what_was_typed_too(client, dung, submission):
    client.force_login(dung)
    typed = fields_of(client.get(address(submission))) | {"reason": "Cộng cả hai phòng."}
    (mark,) = marks_of(dung.organisation)
    settled = send_back(mark=mark, submission=submission, by=dung)
    shown = client.post(address(submission), typed)
    assert "đã gửi chỗ này thành nhận xét" in words(shown, "//*[@role='alert']//p")[0]
    assert client.post(address(submission), fields_of(shown)).status_code == 409
    assert SettledMark.objects.get() == settled
    gone = client.post(address(submission, mark="?cot=5&loai=part"), typed, follow=True)
    assert "“Cộng cả hai phòng.”" in words(gone, "//*[contains(@class, 'notice')]/p")[0]


def test_an_accepted_report_gets_no_note_but_a_reason(client, department, dung):
    submission = hand_in(department, c5=1, c7=2)
    client.force_login(dung)
    assert words(client.get(MARKS), "//main//form//button[@class]") == ["Tìm"]
    client.post(address(submission, "gui/"))
    assert not SettledMark.objects.exists()
    assert client.get(address(submission)).status_code == 200


def test_colleagues_read_marks_and_settle_none(client, submission, justice_department):
    client.force_login(make_user(justice_department, "staff"))
    page = client.get(MARKS)
    assert words(page, HEADINGS) == ["Phần lớn hơn tổng"]
    assert words(page, "//main//a[contains(@href, 'so-lieu-can-xem')]") == []


def test_another_justice_department_finds_no_report(client, submission):
    other = make_organisation(name="Sở Tư pháp tỉnh khác")
    make_organisation(name="Sở của tỉnh khác", reports_to=other)
    client.force_login(make_user(other, Role.JUSTICE_OFFICER))
    assert client.get(address(submission)).status_code == 404
    assert client.post(address(submission, "gui/")).status_code == 404


def test_what_is_no_mark_leads_to_the_list(client, dung, submission):
    client.force_login(dung)
    for mark in ("", "?cot=5&loai=part", "?cot=%00&loai=x"):
        assert client.get(address(submission, mark=mark)).url == MARKS
        assert client.post(address(submission, "gui/", mark)).url == MARKS
