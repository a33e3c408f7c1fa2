"""Dung opens reporting periods, changes, extends and closes them; the departments hear of it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.conflict import Conflict
from accounts.history import history_of
from accounts.models import Role
from accounts.rows.editing import delete_row
from plans.models import Directive
from reports.deadlines.days import due_on, refuse_closed
from reports.models import (
    Assessment,
    Extension,
    Notice,
    OutcomeKind,
    Outline,
    PeriodKey,
    ReportingPeriod,
)
from reports.periods.extensions import extend_deadline
from reports.periods.lifecycle import change_period, close_period, open_period, reopen_period
from reports.writing.start import start_report
from tests.factories import (
    make_criteria_set,
    make_directive,
    make_organisation,
    make_outcome,
    make_outline,
    make_period,
    make_report,
    make_submission,
    make_user,
)

SUBJECT = "về việc báo cáo công tác phổ biến, giáo dục pháp luật năm 2024"
TODAY = timezone.localdate()


def new_period(**values):
    return ReportingPeriod(
        **{
            "reporting_year": 2024,
            "statistics_from": date(2024, 1, 1),
            "statistics_to": date(2024, 10, 31),
            "due_on": date(2099, 11, 15),
            **values,
        }
    )


def letter(**values):
    return {
        "letter_number": "2215/STP-PBGDPL",
        "letter_issued_on": date(2024, 10, 10),
        "letter_subject": SUBJECT,
        **values,
    }


def opened(by, *, outline=None, criteria_set=None, **values):
    outline = outline or make_outline(by.organisation)
    return open_period(new_period(**values), outline=outline, criteria_set=criteria_set, by=by)


def changed(period, by, **values):
    stored = ReportingPeriod.objects.get(pk=period.pk)
    for name, value in values.items():
        setattr(stored, name, value)
    return change_period(stored, version=stored.version, by=by)


def extended(period, organisation, by, day, reason="Đơn vị vừa sáp nhập."):
    extension = Extension(organisation=organisation, due_on=day, reason=reason)
    return extend_deadline(extension, period=period, by=by)


def notices(organisation):
    return [notice.words for notice in organisation.notices.order_by("pk")]


def directives(organisation):
    return [directive.citation() for directive in Directive.objects.of(organisation)]


def test_an_opened_period_keeps_its_own_outline_and_criteria(dung):
    outline = make_outline(None, "Kết quả", "Kiến nghị")
    criteria_set = make_criteria_set(None, "Đúng hạn", "Đủ nội dung", legal_basis="Thông tư số 1")
    period = opened(dung, outline=outline, criteria_set=criteria_set)
    outline.sections.update(heading="Khác hẳn")
    criteria_set.criteria.update(name="Khác hẳn")
    outline.delete()
    assert [section.heading for section in period.outline.sections.all()] == ["Kết quả", "Kiến nghị"]
    assert [criterion.name for criterion in period.criteria_set.criteria.all()] == ["Đúng hạn", "Đủ nội dung"]
    assert period.criteria_set.legal_basis == "Thông tư số 1"
    assert list(Outline.objects.templates_of(dung.organisation).filter(organisation=dung.organisation)) == []
    assert [str(change.changed_by) for change in history_of(period)] == ["Phạm Mỹ Dung"]


def test_every_department_gets_a_notice_and_the_letter(dung, department, other_department):
    stranger = make_organisation(reports_to=make_organisation(code="STP2"))
    opened(dung, **letter())
    sentence = "Sở Tư pháp tỉnh Sen mở kỳ báo cáo năm 2024, hạn nộp 15/11/2099."
    cited = f"Công văn số 2215/STP-PBGDPL ngày 10 tháng 10 năm 2024 của Sở Tư pháp tỉnh Sen {SUBJECT}"
    for organisation in (department, other_department):
        assert (notices(organisation), len(directives(organisation))) == ([sentence], 1)
    assert Directive.objects.of(department).get().subject == SUBJECT
    assert cited.split(" ngày ")[0] in directives(department)[0]
    assert (notices(stranger), directives(stranger)) == ([], [])
    assert Notice.objects.get(organisation=department).address == "/bao-cao/2024/"


@pytest.mark.parametrize(
    "recorded",
    [
        {"number": "2215/STP-PBGDPL", "issuing_body": "Sở Tư pháp", "issued_on": date(2024, 10, 10)},
        {"number": "2215/stp–pbgdpl", "issuing_body": "STP", "issued_on": None},
        {
            "number": "02215/STP-PBGDPL",
            "issuing_body": "Sở Tư pháp tỉnh Sen",
            "issued_on": date(2024, 10, 11),
        },
    ],
)
def test_a_letter_that_the_department_recorded_is_not_sent_again(dung, department, recorded):
    own = make_directive(department, **recorded)
    opened(dung, **letter())
    assert list(Directive.objects.of(department)) == [own]


def test_a_number_of_another_year_is_another_letter(dung, department):
    make_directive(department, number="2215/STP-PBGDPL", issued_on=date(2023, 10, 10), reporting_year=2023)
    opened(dung, **letter())
    assert Directive.objects.of(department).count() == 2


def test_a_letter_without_a_symbol_is_distinguished_by_its_body(dung, department):
    make_directive(department, number="2215", issuing_body="UBND tỉnh Sen", issued_on=date(2024, 10, 1))
    opened(dung, **letter(letter_number="2215"))
    assert Directive.objects.of(department).count() == 2


def test_without_a_letter_no_directive_is_made(dung, department):
    opened(dung)
    assert directives(department) == []


def test_a_period_is_opened_once(dung):
    opened(dung)
    with pytest.raises(ValidationError, match="Kỳ báo cáo này đã được mở"):
        opened(dung)
    assert (ReportingPeriod.objects.count(), Outline.objects.exclude(period=None).count()) == (1, 1)


@pytest.mark.parametrize("role", [Role.STAFF, Role.LEGAL_OFFICER, Role.ADMINISTRATOR])
def test_nobody_else_opens_changes_extends_or_closes(dung, department, role):
    period, other = opened(dung), make_user(dung.organisation, role)
    with pytest.raises(PermissionDenied):
        opened(other, reporting_year=2025)
    with pytest.raises(PermissionDenied):
        changed(period, other, due_on=date(2099, 12, 1))
    with pytest.raises(PermissionDenied):
        extended(period, department, other, date(2099, 12, 1))
    with pytest.raises(PermissionDenied):
        close_period(period, by=other)


def test_an_officer_of_another_justice_department_reaches_no_period_of_dungs(dung, department):
    period, other = opened(dung), make_user(make_organisation(), Role.JUSTICE_OFFICER)
    for attempt in (
        lambda: changed(period, other, due_on=date(2099, 12, 1)),
        lambda: extended(period, department, other, date(2099, 12, 1)),
        lambda: close_period(period, by=other),
    ):
        with pytest.raises(ReportingPeriod.DoesNotExist):
            attempt()
    assert (notices(department)[1:], period.extensions.count()) == ([], 0)


# Reports that were begun before.


def test_a_draft_keeps_its_words_and_learns_the_days(dung, department, binh):
    report = make_report(department, (1, "Kết quả", "Sở đã phổ biến."), (1, "Riêng", "Lời riêng."))
    outline = make_outline(dung.organisation, "KẾT QUẢ", "Kiến nghị")
    outline.sections.filter(position=1).update(guidance="Nêu số liệu.", is_required=False)
    opened(dung, outline=outline)
    report.refresh_from_db()
    assert (report.statistics_from, report.statistics_to, report.version) == (
        date(2024, 1, 1),
        date(2024, 10, 31),
        2,
    )
    copied = [(one.heading, one.body, one.guidance, one.is_required) for one in report.sections.all()]
    assert copied == [
        ("Kết quả", "Sở đã phổ biến.", "Nêu số liệu.", False),
        ("Riêng", "Lời riêng.", "", True),
    ]
    values = [["thống kê từ ngày", "", "01/01/2024"], ["thống kê đến ngày", "", "31/10/2024"]]
    assert [change.values for change in history_of(report)] == [values]


def test_days_that_a_draft_states_stay(dung, department):
    days = {"statistics_from": date(2023, 11, 1), "statistics_to": date(2024, 10, 31)}
    report = make_report(department, **days)
    other = make_report(make_organisation(reports_to=make_organisation()), reporting_year=2024)
    opened(dung)
    report.refresh_from_db()
    other.refresh_from_db()
    assert (report.statistics_from, report.version, other.statistics_from) == (date(2023, 11, 1), 1, None)


def test_what_a_draft_says_of_a_criterion_answers_the_periods_own(dung, department):
    report, early = make_report(department), make_criteria_set(None, "Đúng hạn", "Bỏ đi", "Từng nói", "Trùng")
    for criterion in early.criteria.all():
        text = "" if criterion.name == "Bỏ đi" else f"Lời về {criterion.name}"
        Assessment.objects.create(report=report, criterion=criterion, text=text)
    asked = make_criteria_set(dung.organisation, "Mới", "ĐÚNG HẠN", "Trùng", "Trùng")
    period = opened(dung, criteria_set=asked)
    moved = {
        (one.criterion.name, one.criterion.criteria_set_id, one.text) for one in report.assessments.all()
    }
    own = period.criteria_set_id
    assert moved == {
        ("ĐÚNG HẠN", own, "Lời về Đúng hạn"),
        ("Mới", own, ""),
        ("Trùng", own, "Lời về Trùng"),
        ("Trùng", own, ""),
        ("Từng nói", early.pk, "Lời về Từng nói"),
    }
    assert report.assessments.count() == 5


def test_a_report_begun_afterwards_has_outline_days_and_criteria_of_the_period(dung, department, binh):
    period = opened(dung, criteria_set=make_criteria_set(None, "Đúng hạn"))
    report = start_report(organisation=department, year=2024, by=binh)
    assert [section.heading for section in report.sections.all()] == ["Kết quả", "Kiến nghị"]
    assert report.statistics_to == date(2024, 10, 31)
    assert [one.criterion.criteria_set for one in report.assessments.all()] == [period.criteria_set]


# A period changes.


def test_changes_are_notified_counted_and_followed(dung, department):
    period, report = opened(dung, **letter()), make_report(department, statistics_from=date(2024, 1, 1))
    report.statistics_to = date(2024, 10, 31)
    report.save()
    new = {
        "due_on": date(2099, 12, 1),
        "statistics_to": date(2024, 11, 30),
        "letter_number": "2216/STP-PBGDPL",
    }
    stored = changed(period, dung, **new)
    report.refresh_from_db()
    assert stored.version == 2
    sentence = "Sở Tư pháp tỉnh Sen đổi hạn nộp báo cáo năm 2024 từ 15/11/2099 sang 01/12/2099."
    assert notices(department)[1:] == [sentence]
    assert [one.number for one in Directive.objects.of(department)] == ["2216/STP-PBGDPL"]
    assert report.statistics_to == date(2024, 11, 30)
    assert [label for label, *_ in history_of(stored)[0].values] == [
        "thống kê đến ngày",
        "hạn nộp",
        "số, ký hiệu văn bản đề nghị",
    ]


def test_nothing_changed_is_no_change(dung, department):
    period = opened(dung, **letter())
    assert (changed(period, dung).version, history_of(period).count(), len(notices(department))) == (1, 1, 1)


def test_a_letter_that_comes_later_reaches_the_departments(dung, department):
    changed(opened(dung), dung, **letter())
    assert [one.number for one in Directive.objects.of(department)] == ["2215/STP-PBGDPL"]


def test_a_letter_that_the_department_changed_or_deleted_stays_so(dung, binh, department, other_department):
    period = opened(dung, **letter())
    Directive.objects.of(department).update(subject="về việc của tôi")
    delete_row(Directive.objects.of(other_department).get(), by=make_user(other_department))
    changed(period, dung, letter_number="2216/STP-PBGDPL")
    assert [(one.number, one.subject) for one in Directive.objects.of(department)] == [
        ("2215/STP-PBGDPL", "về việc của tôi")
    ]
    assert directives(other_department) == []


def test_days_that_a_report_changed_or_handed_in_stay(dung, department, other_department):
    period = opened(dung)
    days = {"statistics_from": date(2024, 1, 1), "statistics_to": date(2024, 10, 31)}
    own = make_report(department, statistics_from=date(2023, 12, 1), statistics_to=date(2024, 10, 31))
    handed_in = make_report(other_department, **days)
    make_submission(handed_in)
    changed(period, dung, statistics_to=date(2024, 11, 30))
    own.refresh_from_db()
    handed_in.refresh_from_db()
    assert (own.statistics_to, handed_in.statistics_to) == (date(2024, 10, 31), date(2024, 10, 31))


def test_the_second_of_two_who_change_reads_of_the_first(dung):
    period = opened(dung)
    first, second = (ReportingPeriod.objects.get(pk=period.pk) for _ in range(2))
    first.due_on, second.due_on = date(2099, 12, 1), date(2099, 12, 24)
    change_period(first, version=1, by=dung)
    with pytest.raises(Conflict) as conflict:
        change_period(second, version=1, by=dung)
    assert (conflict.value.stored.due_on, conflict.value.stored.version) == (date(2099, 12, 1), 2)


# Deadlines.


def test_an_extension_is_for_one_department_and_tells_why(dung, department, other_department):
    period = opened(dung)
    extended(period, department, dung, date(2099, 11, 30))
    assert (due_on(period, department), due_on(period, other_department)) == (
        date(2099, 11, 30),
        date(2099, 11, 15),
    )
    sentence = "Sở Tư pháp tỉnh Sen gia hạn nộp báo cáo năm 2024 đến 30/11/2099: Đơn vị vừa sáp nhập."
    assert (notices(department)[1:], notices(other_department)[1:]) == ([sentence], [])
    assert history_of(period)[0].values == [
        ["gia hạn", "", "Sở Xây dựng tỉnh Sen đến 30/11/2099: Đơn vị vừa sáp nhập."]
    ]


def test_the_last_extension_counts_unless_the_periods_own_day_is_later(dung, department):
    period = opened(dung)
    extended(period, department, dung, date(2099, 12, 31))
    extended(period, department, dung, date(2099, 11, 30))
    assert due_on(period, department) == date(2099, 11, 30)
    period = changed(period, dung, due_on=date(2099, 12, 15))
    assert due_on(period, department) == date(2099, 12, 15)


@pytest.mark.parametrize(
    ("values", "field", "refused"),
    [
        ({"due_on": date(2020, 11, 15)}, "due_on", "Hạn mới phải sau hạn chung của kỳ là 01/12/2020."),
        ({"due_on": date(2020, 12, 1)}, "due_on", "Hạn mới phải sau hạn chung của kỳ là 01/12/2020."),
        ({"due_on": TODAY - timedelta(1)}, "due_on", "Hạn mới đã qua. Chọn từ hôm nay trở đi."),
        ({"reason": " \u200b"}, "reason", "Trường này không được để trắng."),
    ],
)
def test_an_extension_that_helps_nobody_is_refused(dung, department, values, field, refused):
    period = opened(dung, due_on=date(2020, 12, 1))
    extension = Extension(**{"organisation": department, "due_on": TODAY, "reason": "Có lý do."} | values)
    with pytest.raises(ValidationError) as refusal:
        extend_deadline(extension, period=period, by=dung)
    assert refusal.value.message_dict == {field: [refused]}
    assert notices(department)[1:] == []


def test_another_provinces_department_gets_no_extension(dung):
    stranger = make_organisation(reports_to=make_organisation())
    with pytest.raises(ValidationError, match="Đơn vị này không báo cáo về đây"):
        extended(opened(dung), stranger, dung, date(2099, 12, 1))


# Who may hand in.


def accepts(period, organisation):
    try:
        return refuse_closed(period, organisation) == period
    except ValidationError:
        return False


def test_after_closing_only_who_is_waited_for_may_hand_in(dung, department, other_department):
    period, third = opened(dung), make_organisation(reports_to=dung.organisation)
    make_outcome(make_submission(make_report(third)), OutcomeKind.RETURNED)
    extended(period, other_department, dung, date(2099, 12, 1))
    everybody = (department, other_department, third)
    assert [accepts(period, one) for one in everybody] == [True, True, True]
    close_period(period, by=dung)
    assert [accepts(period, one) for one in everybody] == [False, True, True]
    reopen_period(period, by=dung)
    assert [accepts(period, one) for one in everybody] == [True, True, True]


def test_an_extension_that_has_run_out_helps_no_longer(dung, department):
    period = make_period(dung.organisation, due_on=date(2020, 1, 1), closed_at=timezone.now())
    Extension.objects.create(
        period=period, organisation=department, due_on=TODAY - timedelta(1), reason="x", given_by=dung
    )
    assert not accepts(period, department)
    extended(period, department, dung, TODAY)
    assert accepts(period, department)


def test_a_late_report_is_taken_as_long_as_the_period_is_open(dung, department):
    assert accepts(make_period(dung.organisation, due_on=date(2020, 1, 1)), department)


def test_who_may_not_hand_in_reads_the_way_out(dung, department):
    period = make_period(dung.organisation, closed_at=timezone.make_aware(timezone.datetime(2024, 12, 2, 9)))
    sentence = "Kỳ báo cáo đã đóng ngày 02/12/2024. Đề nghị Sở Tư pháp gia hạn hoặc mở lại kỳ rồi nộp."
    with pytest.raises(ValidationError) as refusal:
        refuse_closed(period, department)
    assert refusal.value.messages == [sentence]
    with pytest.raises(ValidationError, match="chưa mở kỳ báo cáo này"):
        refuse_closed(None, department)
    with pytest.raises(ValidationError, match="chưa được gắn với Sở Tư pháp"):
        refuse_closed(period, make_organisation())


def test_closing_twice_gives_one_notice(dung):
    period = opened(dung)
    for verb in (close_period, close_period, reopen_period, reopen_period):
        verb(period, by=dung)
    assert [change.values for change in history_of(period)[:2]] == [
        [["tình trạng", "đã đóng", "đang mở"]],
        [["tình trạng", "đang mở", "đã đóng"]],
    ]
    assert history_of(period).count() == 3


def test_departments_that_have_not_submitted_get_notices_of_closing_and_reopening(dung):
    period, receiver = opened(dung), dung.organisation
    waiting, writing, idle, back, reopened, given_time, overdue = (
        make_organisation(reports_to=receiver) for _ in range(7)
    )
    make_submission(make_report(waiting))
    make_report(writing)
    make_outcome(make_submission(make_report(back)), OutcomeKind.RETURNED)
    make_outcome(make_submission(make_report(reopened)), OutcomeKind.REOPENED)
    extended(period, given_time, dung, date(2099, 12, 1))
    Extension.objects.create(
        period=period, organisation=overdue, due_on=TODAY - timedelta(1), reason="x", given_by=dung
    )
    ReportingPeriod.objects.update(due_on=TODAY - timedelta(9))
    Notice.objects.all().delete()
    close_period(period, by=dung)
    sentence = "Sở Tư pháp tỉnh Sen đóng kỳ báo cáo năm 2024. "
    out = f"{sentence}Đơn vị chưa nộp báo cáo; nếu cần nộp, đề nghị gia hạn."
    assert notices(waiting) == []
    assert [notices(one) for one in (writing, idle, overdue)] == [[out], [out], [out]]
    assert notices(back) == [f"{sentence}Báo cáo bị trả lại vẫn nộp lại được."]
    assert notices(reopened) == [f"{sentence}Báo cáo được mở lại vẫn nộp lại được."]
    assert notices(given_time) == [f"{sentence}Đơn vị được gia hạn nên vẫn nộp được đến 01/12/2099."]
    Notice.objects.all().delete()
    reopen_period(period, by=dung)
    sentence = "Sở Tư pháp tỉnh Sen mở lại kỳ báo cáo năm 2024, hạn nộp "
    day = f"{TODAY - timedelta(9):%d/%m/%Y}."
    assert [notices(one) for one in (waiting, writing, given_time)] == [
        [],
        [f"{sentence}{day}"],
        [f"{sentence}01/12/2099."],
    ]
    assert Notice.objects.filter(organisation=writing).get().address == "/bao-cao/2024/"


def test_closing_asks_no_more_for_thirty_departments_than_for_two_but_for_each_notice(dung):
    period, costs = opened(dung), []
    for many in (2, 28):
        for _ in range(many):
            make_report(make_organisation(reports_to=dung.organisation))
        with CaptureQueriesContext(connection) as queries:
            close_period(period, by=dung)
        asked = [query["sql"] for query in queries if 'INSERT INTO "reports_notice"' not in query["sql"]]
        costs.append(len(asked))
        reopen_period(period, by=dung)
    assert costs[0] == costs[1]


def test_an_extension_for_a_report_that_has_arrived_is_refused(dung, department):
    period, submission = opened(dung), make_submission(make_report(department))
    sentence = "Sở Xây dựng tỉnh Sen đã nộp báo cáo này. Trả lại báo cáo trước nếu đơn vị cần nộp lại."
    with pytest.raises(ValidationError) as refusal:
        extended(period, department, dung, date(2099, 12, 1))
    assert refusal.value.message_dict == {"organisation": [sentence]}
    make_outcome(submission, OutcomeKind.RETURNED)
    extended(period, department, dung, date(2099, 12, 1))
    assert due_on(period, department) == date(2099, 12, 1)


def test_an_extension_for_an_accepted_report_names_the_way_to_reopen_it(dung, department):
    period, submission = opened(dung), make_submission(make_report(department))
    accepted = make_outcome(submission, OutcomeKind.ACCEPTED)
    sentence = (
        "Báo cáo này của Sở Xây dựng tỉnh Sen đã được tiếp nhận. Mở lại để đơn vị sửa, rồi mới gia hạn."
    )
    with pytest.raises(ValidationError) as refusal:
        extended(period, department, dung, date(2099, 12, 1))
    assert refusal.value.message_dict == {"organisation": [sentence]}
    accepted.delete()
    make_outcome(submission, OutcomeKind.REOPENED)
    extended(period, department, dung, date(2099, 12, 1))
    assert due_on(period, department) == date(2099, 12, 1)


def test_half_a_year_is_a_period_of_its_own(dung, department):
    opened(dung)
    half = opened(dung, kind="half_year", statistics_to=date(2024, 6, 30))
    assert (str(half.key), half.key == PeriodKey(2024, "half_year")) == ("2024-6-thang", True)
    assert Notice.objects.filter(organisation=department).latest("pk").address == "/bao-cao/2024-6-thang/"
