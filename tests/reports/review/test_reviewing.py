"""The verbs of the Justice Department: Dung remarks on parts, gives a report back or takes it over."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from reports.models import Notice, NoticeKind, Outcome, OutcomeKind, ReviewNote
from reports.review.reviewing import (
    LONGEST_NOTE,
    LONGEST_REASON,
    MOST_NOTES,
    NO_SUCH_PART,
    TOO_MANY,
    WITHDRAWN,
    accept_submission,
    add_note,
    remove_note,
    return_submission,
)
from reports.states import WrongState
from reports.submission.submission import withdraw_submission
from tests.factories import make_outcome, make_report, make_submission, make_user
from tests.reports.submission.handed_in import entries, notices_of, state

NEWER = "Đã có bản nộp mới hơn. Tải lại trang để xem bản mới nhất."


@pytest.fixture
def submission(department):
    return make_submission(make_report(department))


def refused(verb, **values):
    """Return the sentences with which a verb refuses."""
    with pytest.raises(ValidationError) as refusal:
        verb(**values)
    return refusal.value.messages


def notes(submission):
    return list(submission.notes.values_list("heading", "text", "written_by__username"))


def test_dung_returns_a_report_and_the_department_is_notified(submission, department, dung):
    outcome = return_submission(submission=submission, reason=" Bổ sung  số liệu.\r\nMục II.  ", by=dung)
    assert (outcome.kind, outcome.reason, outcome.decided_by) == (
        OutcomeKind.RETURNED,
        " Bổ sung  số liệu.\nMục II.",
        dung,
    )
    assert state(submission.report) == "RETURNED"
    assert entries(submission.report) == [
        ("Trả lại", "dung", [["bản", "", "1"], ["lý do", "", " Bổ sung  số liệu.\nMục II."]])
    ]
    assert notices_of(department) == [
        (NoticeKind.RETURNED, "Sở Tư pháp tỉnh Sen trả lại báo cáo năm 2024 (bản 1).", "/bao-cao/2024/")
    ]


def test_dung_takes_a_report_over_with_or_without_a_word(submission, department, dung):
    accept_submission(submission=submission, by=dung)
    assert state(submission.report) == "ACCEPTED"
    assert entries(submission.report) == [("Tiếp nhận", "dung", [["bản", "", "1"]])]
    assert notices_of(department) == [
        (NoticeKind.ACCEPTED, "Sở Tư pháp tỉnh Sen tiếp nhận báo cáo năm 2024 (bản 1).", "/bao-cao/2024/")
    ]
    other = make_submission(make_report(department, reporting_year=2023))
    assert accept_submission(submission=other, reason="Rất đầy đủ.", by=dung).reason == "Rất đầy đủ."


@pytest.mark.parametrize("reason", ["", "  ", "\u200b\n"])
def test_no_report_is_given_back_without_a_reason(submission, dung, reason):
    assert refused(return_submission, submission=submission, reason=reason, by=dung) == ["Ghi lý do."]
    assert (Outcome.objects.count(), Notice.objects.count(), entries(submission.report)) == (0, 0, [])


def test_a_reason_and_a_note_have_a_length(submission, dung):
    return_submission(submission=submission, reason="ệ" * LONGEST_REASON, by=dung)
    other = make_submission(make_report(submission.report.organisation, reporting_year=2023))
    assert refused(return_submission, submission=other, reason="ệ" * (LONGEST_REASON + 1), by=dung) == [
        "Lý do dài 5.001 ký tự, nhiều nhất 5.000. Viết gọn lại."
    ]
    add_note(submission=other, heading="", text="ệ" * LONGEST_NOTE, by=dung)
    assert refused(add_note, submission=other, heading="", text="ệ" * (LONGEST_NOTE + 1), by=dung) == [
        "Nhận xét dài 2.001 ký tự, nhiều nhất 2.000. Viết gọn lại."
    ]


@pytest.mark.parametrize("verb", [return_submission, accept_submission])
def test_what_is_decided_is_decided(submission, dung, verb):
    accept_submission(submission=submission, by=dung)
    reason = {"reason": "Thiếu."} if verb is return_submission else {}
    with pytest.raises(WrongState):
        verb(submission=submission, by=dung, **reason)
    assert Outcome.objects.get().kind == OutcomeKind.ACCEPTED


def test_nobody_decides_on_a_version_that_another_has_replaced(submission, dung):
    make_outcome(submission)
    second = make_submission(submission.report)
    assert refused(return_submission, submission=submission, reason="Thiếu.", by=dung) == [NEWER]
    assert refused(accept_submission, submission=submission, by=dung) == [NEWER]
    assert refused(add_note, submission=submission, heading="", text="Thiếu.", by=dung) == [NEWER]
    assert (Outcome.objects.filter(submission=second).count(), ReviewNote.objects.count()) == (0, 0)


def test_a_withdrawn_version_is_refused_as_withdrawn(submission, binh, dung):
    withdraw_submission(submission=submission, reason="Nhầm số liệu.", by=binh)
    sentence = [WITHDRAWN.format(version=1)]
    assert refused(return_submission, submission=submission, reason="Thiếu.", by=dung) == sentence
    assert refused(accept_submission, submission=submission, by=dung) == sentence
    assert refused(add_note, submission=submission, heading="", text="Thiếu.", by=dung) == sentence


def test_only_an_officer_of_the_receiving_body_decides(submission, binh, chi, giang):
    stranger = make_user(make_report(chi.organisation).organisation, "justice_officer")
    for person in (binh, chi, giang, stranger):
        for verb, values in (
            (accept_submission, {}),
            (return_submission, {"reason": "Thiếu."}),
            (add_note, {"heading": "", "text": "Thiếu."}),
        ):
            with pytest.raises(PermissionDenied):
                verb(submission=submission, by=person, **values)
    assert (Outcome.objects.count(), ReviewNote.objects.count()) == (0, 0)


def test_dung_remarks_on_a_part_and_on_the_whole(submission, dung):
    add_note(submission=submission, heading="I. Kết quả", text="Ghi rõ số người.", by=dung)
    add_note(submission=submission, heading="", text="Trình bày tốt.", by=dung)
    assert notes(submission) == [("I. Kết quả", "Ghi rõ số người.", "dung"), ("", "Trình bày tốt.", "dung")]
    assert notices_of(submission.report.organisation) == []


def test_a_note_stands_on_a_part_that_was_handed_in(submission, dung):
    assert refused(add_note, submission=submission, heading="III. Khác", text="Thiếu.", by=dung) == [
        NO_SUCH_PART
    ]
    with pytest.raises(ValidationError) as refusal:
        add_note(submission=submission, heading="", text=" \u200b ", by=dung)
    assert list(refusal.value.message_dict) == ["text"]
    assert ReviewNote.objects.count() == 0


def test_notes_come_to_an_end(submission, dung):
    ReviewNote.objects.bulk_create(
        ReviewNote(submission=submission, text="Thiếu.", written_by=dung) for _ in range(MOST_NOTES - 1)
    )
    add_note(submission=submission, heading="", text="Nhận xét cuối.", by=dung)
    assert refused(add_note, submission=submission, heading="", text="Một nữa.", by=dung) == [TOO_MANY]
    assert submission.notes.count() == MOST_NOTES


def test_who_wrote_a_note_takes_it_back_until_the_department_has_seen_it(submission, dung):
    colleague = make_user(dung.organisation, "justice_officer")
    first, second = (add_note(submission=submission, heading="", text=text, by=dung) for text in "ab")
    with pytest.raises(PermissionDenied):
        remove_note(note=first, by=colleague)
    remove_note(note=first, by=dung)
    accept_submission(submission=submission, by=colleague)
    with pytest.raises(WrongState):
        remove_note(note=second, by=dung)
    assert notes(submission) == [("", "b", "dung")]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("attempt", range(3))
def test_of_accepting_and_returning_at_the_same_moment_one_counts(submission, dung, attempt):
    together = Barrier(8)

    def decide(number):
        together.wait()
        try:
            if number % 2:
                return accept_submission(submission=submission, by=dung).kind
            return return_submission(submission=submission, reason="Thiếu.", by=dung).kind
        except ValidationError as refusal:
            return type(refusal).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as readers:
        answers = list(readers.map(decide, range(8)))
    outcome = Outcome.objects.get()
    assert sorted(answers) == sorted([outcome.kind, *["WrongState"] * 7])
    assert [len(entries(submission.report)), Notice.objects.count()] == [1, 1]


@pytest.mark.django_db(transaction=True)
def test_of_withdrawing_and_accepting_at_the_same_moment_one_counts(submission, binh, dung):
    together = Barrier(2)

    def act(verb, values):
        together.wait()
        try:
            return verb(submission=submission, **values).kind
        except ValidationError as refusal:
            return type(refusal).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as people:
        answers = list(
            people.map(
                act, (withdraw_submission, accept_submission), ({"reason": "Nhầm.", "by": binh}, {"by": dung})
            )
        )
    assert sorted(answers) == sorted([Outcome.objects.get().kind, "WrongState"])
