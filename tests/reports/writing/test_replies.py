"""Bình replies to the notes on a returned report, on the desk and while the section is corrected."""

import pytest

from accounts.history import history_of
from reports.models import NoteReply, ReplyKind, Section
from reports.review.reviewing import add_note
from reports.writing.forms.replies import LONGEST_REASON
from tests.bad_input import BAD_INPUT
from tests.factories import PASSWORD, make_outcome, make_report, make_submission
from tests.pages import words
from tests.reports.submission.handed_in import fields_of

DESK = "/bao-cao/2024/"
REPLIES = f"{DESK}tra-loi/"
REFUSED = "//p[@class='refused']"


@pytest.fixture
def report(department):
    return make_report(department, (1, "Kết quả", "Mở 3 hội nghị."))


@pytest.fixture
def notes(report, dung):
    """Save two notes on a line and on the whole of a returned version."""
    submission = make_submission(report, parts=[["I. KẾT QUẢ", "Mở 3 hội nghị."]])
    made = [
        add_note(submission=submission, heading="I. KẾT QUẢ", line=0, text="Ghi rõ ngày.", by=dung),
        add_note(submission=submission, heading="", text="Xem lại thể thức.", by=dung),
    ]
    make_outcome(submission, decided_by=dung)
    return made


@pytest.fixture
def at_binhs_desk(client, binh):
    client.force_login(binh)
    return client


def replies():
    return list(
        NoteReply.objects.order_by("note").values_list("note", "kind", "reason", "written_by__username")
    )


def test_binh_replies_to_every_note_at_once(at_binhs_desk, report, notes, binh):
    line, whole = notes
    typed = {
        f"reply-{line.pk}": "corrected",
        f"reply-{whole.pk}": "left",
        f"reason-{whole.pk}": "Theo mẫu.",
    }
    response = at_binhs_desk.post(REPLIES, typed, follow=True)
    assert response.redirect_chain == [(DESK, 302)]
    assert replies() == [
        (line.pk, ReplyKind.CORRECTED, "", "binh"),
        (whole.pk, ReplyKind.LEFT, "Theo mẫu.", "binh"),
    ]
    (change,) = history_of(report)
    assert change.values == [
        ["trả lời nhận xét về I. KẾT QUẢ", "", "Đã sửa"],
        ["trả lời nhận xét về cả báo cáo", "", "Không sửa: Theo mẫu."],
    ]
    assert words(response, "//section[contains(@class, 'verdict')]//input[@checked]/@value") == [
        "left",
        "corrected",
    ]
    at_binhs_desk.post(REPLIES, typed)
    assert history_of(report).count() == 1


def test_a_note_that_is_not_followed_needs_a_reason_and_what_was_typed_is_still_there(at_binhs_desk, notes):
    line, whole = notes
    typed = {f"reply-{line.pk}": "left", f"reason-{whole.pk}": "Theo mẫu."}
    response = at_binhs_desk.post(REPLIES, typed)
    assert words(response, REFUSED) == [
        "Ghi lý do không sửa, để Sở Tư pháp biết.",
        "Chọn Đã sửa hoặc Không sửa.",
    ]
    assert fields_of(response)[f"reason-{whole.pk}"].strip() == "Theo mẫu."
    assert replies() == []


def test_nobody_replies_to_notes_on_another_report_or_version(at_binhs_desk, notes, other_department, dung):
    other = make_submission(make_report(other_department))
    foreign = add_note(submission=other, heading="", text="Thiếu.", by=dung)
    make_outcome(other)
    at_binhs_desk.post(REPLIES, {f"reply-{foreign.pk}": "corrected"})
    assert replies() == []


def test_the_section_saves_its_replies_with_its_text(at_binhs_desk, report, notes):
    section = Section.objects.get(report=report)
    address = f"{DESK}muc/{section.pk}/"
    shown = at_binhs_desk.get(address)
    assert words(shown, "//blockquote") == ["Mở 3 hội nghị."]
    typed = {
        "version": section.version,
        "body": "Mở 3 hội nghị ngày 5/5.",
        f"reply-{notes[0].pk}": "corrected",
    }
    assert at_binhs_desk.post(address, typed).url == address
    assert replies() == [(notes[0].pk, ReplyKind.CORRECTED, "", "binh")]
    section.refresh_from_db()
    assert section.body == "Mở 3 hội nghị ngày 5/5."
    assert words(at_binhs_desk.get(address), "//blockquote") == ["Mở 3 hội nghị. (dòng này đã đổi)"]
    refused = at_binhs_desk.post(
        address, {"version": section.version, "body": "Mới.", f"reply-{notes[0].pk}": "left"}
    )
    assert words(refused, REFUSED) == ["Ghi lý do không sửa, để Sở Tư pháp biết."]
    assert words(refused, "//textarea[@id='id_body']") == ["Mới."]


def test_replies_outlive_the_session(client, binh, notes):
    typed = {f"reply-{notes[1].pk}": "left", f"reason-{notes[1].pk}": "Theo mẫu."}
    login = fields_of(client.post(REPLIES, typed)) | {"username": "binh", "password": PASSWORD}
    back = client.post("/dang-nhap/", login, follow=True)
    assert back.redirect_chain == [(REPLIES, 302)]
    shown = {name: value.strip() for name, value in fields_of(back).items()}
    assert (shown | typed, replies()) == (shown, [])


def test_a_report_that_was_not_returned_leads_back(at_binhs_desk, report):
    assert at_binhs_desk.get(REPLIES).url == DESK
    assert at_binhs_desk.post(REPLIES, {}).url == DESK


def test_whatever_is_typed_is_stored_or_refused(at_binhs_desk, notes):
    name = f"reason-{notes[0].pk}"
    for typed in [*BAD_INPUT, "Đ" * (LONGEST_REASON + 1)]:
        response = at_binhs_desk.post(REPLIES, {f"reply-{notes[0].pk}": "left", name: typed})
        assert (response.status_code, len(words(response, REFUSED)) if response.content else 1) in (
            (302, 1),
            (200, 1),
        )
