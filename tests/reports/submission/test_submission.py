"""A report is handed in as version n: files frozen with their hashes, everybody notified, in one transaction."""

from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.timezone import localdate

from accounts.attaching.keeping import detach
from reports.checks import find
from reports.checks.waiving import waive
from reports.comparing.version_parts import version_parts
from reports.deadlines.timing import timings_of
from reports.models import (
    Extension,
    Notice,
    OutcomeKind,
    Recipient,
    Section,
    Submission,
    SubmittedFile,
)
from reports.review.reviewing import return_submission
from reports.states import WrongState, status_of
from reports.submission.submission import (
    DraftChanged,
    NotReady,
    evidence_of,
    prepare,
    submit_report,
    withdraw_submission,
)
from tests.factories import (
    make_attachment,
    make_directive,
    make_event,
    make_organisation,
    make_outcome,
    make_period,
    make_plan,
    make_report,
    make_submission,
    make_user,
)
from tests.reports.submission.handed_in import (
    entries,
    frozen_bytes,
    make_assessment,
    notices_of,
    open_report,
    state,
    submit,
)


def test_binh_hands_a_report_in(department, binh, justice_department):
    report = open_report(department)
    prepared = prepare(report)
    submission = submit_report(report=report, prepared=prepared, by=binh)
    assert (submission.version, submission.submitted_by, submission.pages) == (1, binh, prepared.pages)
    assert submission.due_on == date(2099, 11, 15)
    assert submission.parts == [list(part) for part in version_parts(prepared.document)]
    assert (submission.waived, list(submission.attachments.all())) == ([], [])
    assert status_of(report).words == f"Đã nộp (bản 1, {localdate():%d/%m/%Y})"


def test_its_files_are_frozen_with_their_hashes(department, binh):
    report = open_report(department)
    prepared = prepare(report)
    submission = submit_report(report=report, prepared=prepared, by=binh)
    files = submission.files.all()
    assert [(file.kind, file.name, file.added_by) for file in files] == [
        ("docx", "bao-cao-pbgdpl-SXD-2024-ban-1.docx", binh),
        ("pdf", "bao-cao-pbgdpl-SXD-2024-ban-1.pdf", binh),
        ("json", "bao-cao-pbgdpl-SXD-2024-ban-1.json", binh),
    ]
    assert {kind: frozen_bytes(submission, kind) for kind in prepared.files} == {
        kind: file.content for kind, file in prepared.files.items()
    }
    for file in files:
        content = frozen_bytes(submission, file.kind)
        assert (file.size, file.sha256) == (len(content), sha256(content).hexdigest())
        assert file.file.name.startswith("submissions/")
        assert "bao-cao" not in file.file.name


def test_no_mark_of_a_draft_is_frozen(department, binh):
    assert prepare(open_report(department)).document.is_draft is False


def test_the_history_and_a_notice_record_it(department, binh, justice_department):
    report = open_report(department)
    submit(report, binh)
    assert entries(report) == [("Nộp", "binh", [["bản", "", "1"]])]
    words = "Sở Xây dựng tỉnh Sen nộp báo cáo năm 2024 (bản 1)."
    assert notices_of(justice_department) == [("submitted", words, f"/tong-hop/2024/{report.pk}/")]
    assert notices_of(department) == []


def test_versions_count_on_after_a_withdrawal_and_a_return(department, binh):
    report = open_report(department)
    first = submit(report, binh)
    withdraw_submission(submission=first, reason="Thiếu số liệu.", by=binh)
    second = submit(report, binh)
    make_outcome(second)
    third = submit(report, binh)
    assert [one.version for one in (first, second, third)] == [1, 2, 3]
    assert third.files.first().name == "bao-cao-pbgdpl-SXD-2024-ban-3.docx"


@pytest.mark.parametrize("kind", [None, OutcomeKind.ACCEPTED])
def test_what_is_handed_in_is_not_handed_in_again(department, binh, kind):
    report = open_report(department)
    submission = make_submission(report)
    if kind:
        make_outcome(submission, kind)
    with pytest.raises(WrongState):
        submit(report, binh)
    assert Submission.objects.get() == submission


def change_section(report):
    Section.objects.filter(report=report, heading="Nhận xét").update(body="Chưa đạt.")


def change_head(report):
    report.signer_name = "Người Khác"
    report.save()


def change_recipients(report):
    Recipient.objects.create(report=report, position=2, name="Lưu: VT")


def change_rows(report):
    make_plan(report.organisation)


def change_evidence(report):
    make_attachment(report.organisation, row=report.assessments.get().plans.get())


CHANGES = [change_section, change_head, change_recipients, change_rows, change_evidence]


@pytest.mark.parametrize("change", CHANGES)
def test_a_report_that_changed_since_it_was_seen_is_not_handed_in(department, binh, change):
    report = open_report(department)
    make_assessment(report, plans=[make_plan(department)])
    prepared = prepare(report)
    assert prepare(report).digest == prepared.digest
    change(report)
    assert prepare(report).digest != prepared.digest
    with pytest.raises(DraftChanged):
        submit_report(report=report, prepared=prepared, by=binh)
    assert (state(report), SubmittedFile.objects.count(), entries(report)) == ("DRAFTING", 0, [])


def test_what_blocks_keeps_it_from_being_handed_in(department, binh):
    report = open_report(department, signer_name="")
    with pytest.raises(NotReady) as refusal:
        submit(report, binh)
    assert refusal.value.messages == ["Báo cáo chưa có họ tên người ký. Ghi họ tên người ký."]
    assert (state(report), SubmittedFile.objects.count(), Notice.objects.count()) == ("DRAFTING", 0, 0)


def test_what_was_waived_goes_along_while_it_is_found(department, binh):
    report = open_report(department, closing="Trên đây là báo cáo")
    (closing,) = [one for one in find(report) if one.rule.code == "no-closing"]
    waive(closing, report=report, reason="Mẫu của bộ không ghi.", by=binh)
    first = submit(report, binh)
    assert first.waived == [[closing.text, "Mẫu của bộ không ghi.", str(binh)]]
    withdraw_submission(submission=first, reason="Sửa lời kết.", by=binh)
    report.closing = "Trên đây là báo cáo./."
    report.save()
    assert submit(report, binh).waived == []


def test_what_is_neither_corrected_nor_waived_goes_along_too(department, binh):
    report = open_report(department, closing="Trên đây là báo cáo", number="")
    found = [one for one in find(report) if one.rule.code in ("no-closing", "no-number")]
    waive(found[0], report=report, reason="Mẫu của bộ không ghi.", by=binh)
    left = [[one.rule.severity.value, one.text] for one in find(report) if one.key != found[0].key]
    assert left != []
    assert submit(report, binh).outstanding == left


def test_the_period_must_take_it(department, binh, justice_department):
    report = make_report(department)
    with pytest.raises(ValidationError, match="chưa mở kỳ báo cáo này"):
        submit(report, binh)
    period = make_period(justice_department, due_on=localdate() - timedelta(3), closed_at=timezone.now())
    with pytest.raises(ValidationError, match="Kỳ báo cáo đã đóng"):
        submit(report, binh)
    later = localdate() + timedelta(1)
    by = period.opened_by
    Extension.objects.create(
        period=period, organisation=department, due_on=later, reason="Thiên tai.", given_by=by
    )
    submission = submit(report, binh)
    assert submission.due_on == later


def test_who_is_late_hands_in_late(department, binh, justice_department):
    make_period(justice_department, due_on=localdate() - timedelta(3))
    report = make_report(department)
    submit(report, binh)
    assert [one.words for one in timings_of(report).values()] == ["Nộp muộn 3 ngày"]


def test_who_reports_to_nobody_hands_nothing_in(db):
    alone = make_organisation()
    with pytest.raises(ValidationError, match="chưa được gắn với Sở Tư pháp"):
        submit(make_report(alone), make_user(alone, "legal_officer"))


def test_evidence_is_what_the_criteria_point_at(department, other_department):
    report = open_report(department)
    plan, directive, event = make_plan(department), make_directive(department), make_event(department)
    of_rows = [make_attachment(department, row=row, name=f"{row.pk}.pdf") for row in (event, plan, directive)]
    alone, gone = make_attachment(department), make_attachment(department, row=plan)
    make_attachment(department)
    detach(gone, by=gone.added_by)
    make_assessment(report, plans=[plan], directives=[directive], attachments=[alone, gone])
    make_assessment(report, plans=[plan], events=[event])
    assert evidence_of(report) == (*of_rows, alone)


def test_the_files_of_a_deleted_row_show_nothing(department):
    report = open_report(department)
    plan = make_plan(department)
    make_attachment(department, row=plan)
    make_assessment(report, plans=[plan])
    assert len(evidence_of(report)) == 1
    plan.deleted_at = timezone.now()
    plan.save()
    assert evidence_of(report) == ()


def test_evidence_goes_along(department, binh):
    report = open_report(department)
    plan = make_plan(department)
    file = make_attachment(department, row=plan)
    make_assessment(report, plans=[plan])
    submission = submit(report, binh)
    assert list(submission.attachments.all()) == [file]
    detach(file, by=binh)
    assert list(submission.attachments.all()) == [file]


def test_what_was_handed_in_counts_as_done_when_it_comes_back(department, binh, dung):
    report = open_report(department)
    submission = submit(report, binh)
    return_submission(submission=submission, reason="Bổ sung số liệu.", by=dung)
    assert [(one.heading, one.is_done) for one in report.sections.all()] == [
        ("Kết quả", False),  # it has no words of its own
        ("Văn bản", True),
        ("Hoạt động", True),
        ("Nhận xét", True),
    ]
