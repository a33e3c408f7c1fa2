"""What nobody has reviewed is taken back with a reason, and the report is written on."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.timezone import localdate

from reports.models import Outcome, OutcomeKind, SubmittedFile
from reports.periods.lifecycle import close_period
from reports.states import PERMITS, Action, Permit, Side, WrongState, status_of
from reports.submission.submission import withdraw_submission
from tests.factories import make_outcome, make_period, make_report, make_submission
from tests.pages import words
from tests.reports.submission.handed_in import entries, notices_of, state


@pytest.fixture
def submission(department):
    return make_submission(make_report(department))


def withdraw(submission, by, reason="Thiếu số liệu quý IV."):
    return withdraw_submission(submission=submission, reason=reason, by=by)


def test_binh_takes_a_submission_back(submission, binh, justice_department):
    outcome = withdraw(submission, binh, "Thiếu\u200b số liệu.\r\n\r\n")
    report = submission.report
    assert (outcome.kind, outcome.reason, outcome.decided_by) == (
        OutcomeKind.WITHDRAWN,
        "Thiếu số liệu.",
        binh,
    )
    assert (state(report), status_of(report).words) == ("DRAFTING", "Đang soạn")
    assert entries(report) == [("Rút", "binh", [["bản", "1", ""], ["lý do", "", "Thiếu số liệu."]])]
    words = "Sở Xây dựng tỉnh Sen rút báo cáo năm 2024 (bản 1): Thiếu số liệu."
    assert notices_of(justice_department) == [("withdrawn", words, "/tong-hop/2024/")]


def test_a_long_reason_is_kept_whole_though_the_notice_is_short(submission, binh, justice_department):
    reason = "Thiếu số liệu. " * 100
    assert withdraw(submission, binh, reason).reason == reason.rstrip()
    ((_, words, _),) = notices_of(justice_department)
    assert len(words) <= 500


def test_binh_is_warned_before_withdrawing_that_he_could_not_submit_again(
    client, submission, binh, justice_department
):
    period = make_period(justice_department)
    client.force_login(binh)
    warning = "//main//form//div[contains(@class, 'warning')]"
    assert words(client.get("/bao-cao/2024/rut/"), warning) == []
    close_period(period, by=period.opened_by)
    assert words(client.get("/bao-cao/2024/rut/"), warning) == [
        f"Rút bây giờ thì chưa nộp lại được. Kỳ báo cáo đã đóng ngày {localdate():%d/%m/%Y}. "
        "Đề nghị Sở Tư pháp gia hạn hoặc mở lại kỳ rồi nộp."
    ]


def test_its_files_stay_and_only_the_own_department_reads_them(submission, binh, dung):
    assert SubmittedFile.objects.readable_by(dung).count() == 2
    withdraw(submission, binh)
    readable = SubmittedFile.objects.readable_by
    assert (readable(dung).count(), readable(binh).count()) == (0, 2)


@pytest.mark.parametrize("reason", ["", "  \n ", "\u200b"])
def test_no_reason_no_withdrawal(submission, binh, reason):
    with pytest.raises(ValidationError, match="Ghi lý do"):
        withdraw(submission, binh, reason)
    assert (state(submission.report), Outcome.objects.count()) == ("SUBMITTED", 0)


@pytest.mark.parametrize("kind", OutcomeKind)
def test_what_has_an_outcome_keeps_it(submission, binh, kind):
    outcome = make_outcome(submission, kind)
    with pytest.raises(WrongState):
        withdraw(submission, binh)
    assert Outcome.objects.get() == outcome


def test_an_older_version_is_not_taken_back(submission, binh):
    make_outcome(submission)
    make_submission(submission.report)
    with pytest.raises(ValidationError, match="bản nộp mới hơn"):
        withdraw(submission, binh)


def test_nobody_else_takes_it_back(submission, an, giang, chi, dung):
    for person in (an, giang, chi, dung):
        with pytest.raises(PermissionDenied):
            withdraw(submission, person)
    assert Outcome.objects.count() == 0


def test_the_page_asks_the_table_who_may_withdraw(client, submission, dung, binh, monkeypatch):
    permit = Permit(Side.RECEIVER, PERMITS[Action.WITHDRAW].states)
    monkeypatch.setitem(PERMITS, Action.WITHDRAW, permit)
    answers = []
    for person in (dung, binh):
        client.force_login(person)
        answers.append(client.get("/bao-cao/2024/rut/").status_code)
    assert answers == [404, 403]
