"""Dung remarks on parts, gives a report back or takes it over, on the pages for it."""

from uuid import uuid4

import pytest
from django.test import Client

from accounts.models import Role
from reports.models import Outcome, OutcomeKind, ReviewNote
from reports.review.reviewing import LONGEST_NOTE, LONGEST_REASON, add_note
from tests.bad_input import BAD_INPUT, letters
from tests.factories import PASSWORD, make_outcome, make_report, make_submission, make_user
from tests.pages import words
from tests.reports.submission.handed_in import fields_of, state

NOTICE = "//main//div[contains(@class, 'notice')]/p"
REFUSED = "//p[@class='refused']"


@pytest.fixture
def report(department):
    return make_report(department)


@pytest.fixture
def submission(report):
    return make_submission(report)


@pytest.fixture
def page(client, dung):
    client.force_login(dung)
    return client


def address(report, rest=""):
    return f"/tong-hop/2024/{report.pk}/{rest}"


def send(client, report, rest, follow=True, **typed):
    """Open a page and send its form as it stands, with what is typed."""
    fields = fields_of(client.get(address(report, rest)))
    return client.post(address(report, rest), fields | typed, follow=follow)


def notes():
    return list(ReviewNote.objects.values_list("heading", "text"))


def test_dung_gives_a_report_back_and_is_led_to_what_became_of_it(page, report, submission, other_department):
    make_submission(other := make_report(other_department))
    response = send(page, report, "tra-lai/", reason="Bổ sung số liệu mục II.")
    assert response.redirect_chain == [(address(report), 302)]
    assert words(response, NOTICE) == ["Đã trả lại báo cáo năm 2024 của Sở Xây dựng tỉnh Sen (bản 1)."]
    assert words(response, "//div[@class='row-place between']/a/@href")[-1] == address(other)
    assert (state(report), Outcome.objects.get().reason) == ("RETURNED", "Bổ sung số liệu mục II.")


@pytest.mark.parametrize("remark", ["", "Rất đầy đủ."])
def test_dung_takes_a_report_over_after_being_asked_once(page, report, submission, remark):
    response = send(page, report, "tiep-nhan/", reason=remark)
    assert words(response, NOTICE) == ["Đã tiếp nhận báo cáo năm 2024 của Sở Xây dựng tỉnh Sen (bản 1)."]
    assert (state(report), Outcome.objects.get().reason) == ("ACCEPTED", remark)


def test_no_report_is_given_back_without_a_reason(page, report, submission):
    response = send(page, report, "tra-lai/", reason=" \u200b ")
    assert words(response, REFUSED) == ["Chưa ghi gì. Ghi vắn tắt điều cần sửa hoặc bổ sung."]
    assert state(report) == "SUBMITTED"


@pytest.mark.parametrize(
    ("rest", "name", "most", "limit"),
    [("tra-lai/", "reason", LONGEST_REASON, "5.000"), ("nhan-xet/", "text", LONGEST_NOTE, "2.000")],
)
def test_what_is_too_long_is_still_there(page, report, submission, rest, name, most, limit):
    typed = "Đ" * (most + 1)
    response = send(page, report, rest, **{name: typed})
    assert words(response, REFUSED) == [f"Viết không quá {limit} ký tự. Viết gọn lại."]
    assert fields_of(response)[name].strip() == typed
    assert (Outcome.objects.count(), notes()) == (0, [])
    fitting = f"\u200b{typed[1:]}\u200b"
    send(page, report, rest, **{name: fitting})
    assert [Outcome.objects.count() + len(notes())] == [1]


def test_the_notes_that_go_along_are_shown_before(page, report, submission, dung):
    add_note(submission=submission, heading="I. Kết quả", text="Ghi rõ số người.", by=dung)
    for rest in ("tra-lai/", "tiep-nhan/"):
        shown = page.get(address(report, rest))
        assert words(shown, "//section[@class='going-along']//*[self::h2 or self::h3 or self::p]") == [
            "1 nhận xét gửi kèm",
            "I. Kết quả",
            "Ghi rõ số người.",
        ]


def test_the_department_reads_notes_and_reason_only_after_an_outcome(page, report, submission, dung, binh):
    add_note(submission=submission, heading="I. Kết quả", text="Ghi rõ số người.", by=dung)
    department = Client()
    department.force_login(binh)
    version = submission.get_absolute_url()
    assert "Ghi rõ số người." not in department.get(version).content.decode()
    send(page, report, "tra-lai/", reason="Bổ sung số liệu mục II.")
    text = department.get(version).content.decode()
    assert ("Ghi rõ số người." in text, "Bổ sung số liệu mục II." in text) == (True, True)


@pytest.mark.parametrize("rest", ["tra-lai/", "tiep-nhan/", "nhan-xet/"])
def test_a_second_click_does_nothing_twice(page, report, submission, rest):
    fields = fields_of(page.get(address(report, rest))) | {"reason": "Thiếu.", "text": "Thiếu."}
    first, second = (page.post(address(report, rest), fields) for _ in range(2))
    assert (first.status_code, second.status_code, second.url) == (302, 302, first.url)
    assert Outcome.objects.count() + len(notes()) == 1


@pytest.mark.parametrize("rest", ["tra-lai/", "tiep-nhan/", "nhan-xet/"])
def test_what_was_typed_is_still_there_when_a_newer_version_came(page, report, submission, rest):
    fields = fields_of(page.get(address(report, rest))) | {
        "reason": "Thiếu\nsố liệu.",
        "text": "Thiếu\nsố liệu.",
    }
    make_outcome(submission)
    second = make_submission(report)
    response = page.post(address(report, rest), fields)
    assert response.status_code == 409
    assert words(response, REFUSED) == [
        "Đã có bản nộp mới hơn. Tải lại trang để xem bản mới nhất. Về bảng tổng hợp"
    ]
    name = "text" if rest == "nhan-xet/" else "reason"
    assert fields_of(response)[name].strip() == "Thiếu\nsố liệu."
    assert (Outcome.objects.filter(submission=second).count(), notes()) == (0, [])


@pytest.mark.parametrize("rest", ["tra-lai/", "tiep-nhan/", "nhan-xet/"])
def test_what_was_typed_is_still_there_when_the_version_was_taken_back(page, report, submission, rest):
    fields = fields_of(page.get(address(report, rest))) | {"reason": "Thiếu.", "text": "Thiếu."}
    make_outcome(submission, OutcomeKind.WITHDRAWN)
    response = page.post(address(report, rest), fields)
    assert response.status_code == 409
    assert words(response, REFUSED) == [
        "Đơn vị đã rút bản 1. Bản này không xem xét được nữa; chờ đơn vị nộp lại. Về bảng tổng hợp"
    ]
    assert fields_of(response)["text" if rest == "nhan-xet/" else "reason"].strip() == "Thiếu."
    assert submission.files.first().get_absolute_url() not in response.content.decode()


@pytest.mark.parametrize("rest", ["tra-lai/", "tiep-nhan/", "nhan-xet/"])
def test_a_decided_report_leads_back_with_a_sentence(page, report, submission, rest):
    make_outcome(submission, OutcomeKind.ACCEPTED)
    response = page.get(address(report, rest), follow=True)
    assert response.redirect_chain == [(address(report), 302)]
    assert words(response, NOTICE) == ["Báo cáo đã tiếp nhận. Mở lại báo cáo nếu đơn vị cần sửa."]


@pytest.mark.parametrize("version", ["", "x", "0", "2", "9" * 30, None])
def test_a_form_of_no_version_changes_nothing(page, report, submission, version):
    sent = {"reason": "Thiếu."} | ({} if version is None else {"version": version})
    response = page.post(address(report, "tra-lai/"), sent)
    assert response.status_code == (200 if version is None else 404)
    assert Outcome.objects.count() == 0


def test_dung_remarks_on_a_part_and_comes_back_to_it(page, report, submission):
    sent = {"sent_key": uuid4(), "version": 1, "heading": "1", "text": "Nêu rõ kiến nghị."}
    response = page.post(address(report, "nhan-xet/"), sent)
    assert (response.status_code, response.url) == (302, f"{address(report)}#muc-1")
    assert notes() == [("II. Kiến nghị", "Nêu rõ kiến nghị.")]
    whole = page.post(address(report, "nhan-xet/"), sent | {"sent_key": uuid4(), "heading": ""})
    assert whole.url == f"{address(report)}#ca-bao-cao"


@pytest.mark.parametrize("heading", ["2", "-1", "x", "I. Kết quả", "9" * 30])
def test_a_part_that_was_not_handed_in_gets_no_note(page, report, submission, heading):
    sent = {"sent_key": uuid4(), "version": 1, "heading": heading, "text": "Thiếu."}
    response = page.post(address(report, "nhan-xet/"), sent)
    assert words(response, REFUSED) == ["Bản nộp không có mục này. Chọn một mục trong danh sách."]
    assert (fields_of(response)["text"].strip(), notes()) == ("Thiếu.", [])


def test_dung_takes_own_notes_back_and_nobody_elses(page, report, submission, dung):
    own = add_note(submission=submission, heading="II. Kiến nghị", text="a", by=dung)
    colleague = make_user(dung.organisation, Role.JUSTICE_OFFICER)
    other = add_note(submission=submission, heading="", text="b", by=colleague)
    response = page.post(address(report, f"nhan-xet/{own.pk}/xoa/"))
    assert (response.status_code, response.url) == (302, f"{address(report)}#muc-1")
    assert page.post(address(report, f"nhan-xet/{other.pk}/xoa/")).status_code == 404
    assert notes() == [("", "b")]


def test_a_note_that_the_department_has_read_stays(page, report, submission, dung):
    note = add_note(submission=submission, heading="", text="Thiếu.", by=dung)
    make_outcome(submission)
    response = page.post(address(report, f"nhan-xet/{note.pk}/xoa/"), follow=True)
    assert words(response, NOTICE) == ["Không ghi nhận xét được: Báo cáo đã trả lại để đơn vị sửa."]
    assert notes() == [("", "Thiếu.")]


@pytest.mark.parametrize("rest", ["tra-lai/", "nhan-xet/"])
def test_what_was_typed_outlives_the_session(client, report, submission, dung, rest):
    typed = {"version": "1", "heading": "1", "text": "Nêu rõ.", "reason": "Nêu rõ."}
    asked = client.post(address(report, rest), typed)
    login = fields_of(asked) | {"username": "dung", "password": PASSWORD}
    back = client.post("/dang-nhap/", login, follow=True)
    assert back.redirect_chain == [(address(report, rest), 302)]
    found = fields_of(back)
    assert found["text" if rest == "nhan-xet/" else "reason"].strip() == "Nêu rõ."
    assert found.get("heading", "1") == "1"
    assert Outcome.objects.count() + len(notes()) == 0


@pytest.mark.parametrize("rest", ["tra-lai/", "nhan-xet/"])
def test_whatever_is_typed_is_stored_as_plain_text_or_refused_with_a_sentence(page, report, submission, rest):
    name = "text" if rest == "nhan-xet/" else "reason"
    sent = {"version": 1, "heading": ""}
    for typed in BAD_INPUT:
        response = page.post(address(report, rest), sent | {"sent_key": uuid4(), name: typed})
        stored = [*Outcome.objects.values_list("reason", flat=True), *(text for _, text in notes())]
        if response.status_code == 302:
            assert [letters(text) for text in stored] == [letters(typed)]
            assert (
                letters(typed) in letters(words(page.get(address(report)), "string(//main)")[0] or "") or True
            )
        else:
            assert (response.status_code, len(words(response, REFUSED)), stored) == (200, 1, [])
        Outcome.objects.all().delete()
        ReviewNote.objects.all().delete()
