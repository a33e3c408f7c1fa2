"""The assessment of a criterion: the verb that saves it, and the list of all."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.conflict import Conflict
from accounts.history import history_of
from reports.models import Assessment, CriteriaSet, Criterion, OutcomeKind, Report, Result
from reports.periods.template_sets import copy_set
from reports.states import WrongState
from reports.writing.criteria.assessments import (
    EVIDENCE,
    assess,
    ensure_assessments,
    last_assessed,
    missing_criteria,
)
from reports.writing.criteria.page import Progress, criteria_page
from reports.writing.start import start_report
from tests.factories import (
    make_attachment,
    make_directive,
    make_event,
    make_outcome,
    make_period,
    make_plan,
    make_report,
    make_submission,
)


@pytest.fixture
def report(department):
    return make_report(department)


@pytest.fixture
def assessment(report):
    return report.assessments.create(criterion=Criterion.objects.first())


def save(assessment, *, by, version=1, evidence=None, **values):
    read = Assessment.objects.select_related("criterion", "report").get(pk=assessment.pk)
    for name, value in values.items():
        setattr(read, name, value)
    return assess(read, evidence=evidence or {}, version=version, by=by)


def test_binh_assesses_a_criterion_and_the_history_records_it(binh, department, report, assessment):
    plan, file = make_plan(department, number="9/KH-SXD"), make_attachment(department, name="anh.pdf")
    evidence = {"plans": [plan], "attachments": [file]}
    assessment = save(
        assessment, by=binh, text="Đạt.", result=Result.MET, points=Decimal("8.50"), evidence=evidence
    )
    assert (assessment.text, assessment.result, assessment.points, assessment.version) == (
        "Đạt.",
        "met",
        Decimal("8.50"),
        2,
    )
    assert history_of(report).get().values == [
        ["tiêu chí", "", assessment.criterion.name],
        ["đánh giá", "", "Đạt."],
        ["kết quả", "", "Đạt"],
        ["điểm", "", "8,5"],
        ["kế hoạch, văn bản", "", "Kế hoạch số 9/KH-SXD"],
        ["tệp", "", "anh.pdf"],
    ]
    assert last_assessed(assessment).changed_by == binh


def test_the_same_values_saved_again_are_no_change(binh, report, assessment):
    save(assessment, by=binh, points=Decimal("8.50"))
    save(assessment, by=binh, points=Decimal("8.5"), version=2)
    assert history_of(report).count() == 1


def test_saving_over_a_newer_version_is_a_conflict_with_what_is_stored(binh, assessment):
    save(assessment, by=binh, text="Một.")
    with pytest.raises(Conflict) as conflict:
        save(assessment, by=binh, text="Hai.", version=1)
    assert (conflict.value.stored.text, Assessment.objects.get().text) == ("Một.", "Một.")


def with_most(assessment, most):
    Criterion.objects.filter(pk=assessment.criterion_id).update(maximum_points=most)


@pytest.mark.parametrize(
    ("points", "most", "fault"),
    [("-0.5", None, "Điểm không được âm."), ("10.25", "10.00", "Điểm tối đa của tiêu chí này là 10.")],
)
def test_points_below_none_or_above_what_the_set_gives_are_refused(binh, assessment, points, most, fault):
    with_most(assessment, most)
    with pytest.raises(ValidationError) as refused:
        save(assessment, by=binh, points=Decimal(points))
    assert refused.value.message_dict == {"points": [fault]}
    assert Assessment.objects.get().points is None


@pytest.mark.parametrize(("points", "most"), [("10.00", "10.00"), ("999", None), ("0", "10")])
def test_points_within_it_are_taken(binh, assessment, points, most):
    with_most(assessment, most)
    assert save(assessment, by=binh, points=Decimal(points)).points == Decimal(points)


def test_strange_rows_are_never_linked(binh, department, other_department, assessment):
    makers = (make_plan, make_directive, make_event, make_attachment)
    evidence = {
        name: [make(department), make(other_department)] for name, make in zip(EVIDENCE, makers, strict=True)
    }
    assessment = save(assessment, by=binh, evidence=evidence)
    assert {name: list(getattr(assessment, name).all()) for name in EVIDENCE} == {
        name: [own] for name, (own, _) in evidence.items()
    }


def test_who_does_not_write_and_who_is_too_late_are_refused(an, chi, dung, binh, report, assessment):
    for person in (an, chi, dung):
        with pytest.raises(PermissionDenied):
            save(assessment, by=person, text="Đạt.")
    submission = make_submission(report)
    with pytest.raises(WrongState):
        save(assessment, by=binh, text="Đạt.")
    make_outcome(submission, OutcomeKind.RETURNED)
    assert save(assessment, by=binh, text="Đạt.").text == "Đạt."


# Setting the list up


def test_a_report_without_criteria_gets_those_in_use_once(binh, report):
    criteria = list(CriteriaSet.objects.in_use(2024).first().criteria.all())
    assert missing_criteria(report) == criteria
    assert ensure_assessments(report, by=binh) == len(criteria)
    assert ensure_assessments(report, by=binh) == 0
    assert [one.criterion for one in report.assessments.all()] == criteria
    assert history_of(report).get().values == [
        ["danh sách tiêu chí", "", "\n".join(one.name for one in criteria)]
    ]


def test_the_periods_own_set_comes_first_and_what_is_called_alike_is_there(binh, justice_department, report):
    shipped = CriteriaSet.objects.in_use(2024).first()
    own = copy_set(shipped, organisation=justice_department)
    new = own.criteria.create(position=99, name="Sáng kiến hay")
    make_period(justice_department, criteria_set=own)
    report.assessments.create(criterion=shipped.criteria.first(), text="Đạt.")
    assert ensure_assessments(report, by=binh) == own.criteria.count() - 1
    assert report.assessments.get(criterion=new).text == ""
    assert report.assessments.filter(text="Đạt.").count() == 1


def test_a_period_without_a_set_asks_for_no_criteria(binh, justice_department, report):
    make_period(justice_department)
    assert (missing_criteria(report), ensure_assessments(report, by=binh)) == ([], 0)


def test_only_the_writer_of_an_open_report_sets_the_list_up(an, dung, binh, report):
    for person in (an, dung):
        with pytest.raises(PermissionDenied):
            ensure_assessments(report, by=person)
    make_submission(report)
    with pytest.raises(WrongState):
        ensure_assessments(report, by=binh)
    assert Report.objects.get().assessments.count() == 0


# What the list shows


def set_of(*maximums):
    made = CriteriaSet.objects.create(name="Bộ thử", from_year=2024)
    for position, most in enumerate(maximums, start=1):
        made.criteria.create(position=position, name=f"Tiêu chí {position}", maximum_points=most)
    return list(made.criteria.all())


@pytest.mark.parametrize(
    ("maximums", "points", "expected"),
    [
        ((None, None), (None, None), (False, None, None)),
        ((10, None), (None, None), (True, None, None)),
        ((10, 20), (None, 5), (True, None, 30)),
        ((10, 20), (8, 5), (True, 13, 30)),
        ((None, None), (8, 5), (True, 13, None)),
        ((None, None), (0, None), (True, None, None)),
        ((10, None), (0, 0), (True, 0, None)),
        ((), (), (False, None, None)),
    ],
)
def test_points_are_summed_only_where_all_are_known(report, maximums, points, expected):
    for criterion, one in zip(set_of(*maximums), points, strict=True):
        report.assessments.create(criterion=criterion, points=one)
    page = criteria_page(report)
    assert (page.has_points, page.points, page.maximum_points) == expected


def test_last_years_text_does_not_count_as_assessed_until_somebody_saves_it(report, department, binh):
    for criterion in Criterion.objects.all()[:2]:
        report.assessments.create(criterion=criterion, text="Nộp đúng hạn.")
    begun = start_report(organisation=department, year=2025, earlier=report, by=binh)
    assert criteria_page(report).assessed_count == 2
    assert [one.progress for one in criteria_page(begun).criteria[:2]] == [Progress.LAST_YEARS] * 2
    save(begun.assessments.first(), by=binh)
    assert [one.progress for one in criteria_page(begun).criteria[:2]] == [
        Progress.DESCRIBED,
        Progress.LAST_YEARS,
    ]
    assert criteria_page(begun).assessed_count == 1


def test_the_list_shows_the_progress_and_the_evidence_of_each_criterion(report, department, binh):
    one, two, three = (report.assessments.create(criterion=criterion) for criterion in set_of(1, 1, 1))
    plan, gone = make_plan(department), make_plan(department)
    event, file = make_event(department), make_attachment(department)
    save(
        one, by=binh, text="Đạt.", evidence={"plans": [plan, gone], "events": [event], "attachments": [file]}
    )
    save(two, by=binh, result=Result.NOT_MET)
    type(gone).objects.filter(pk=gone.pk).update(deleted_at="2024-05-01T00:00Z")
    page = criteria_page(report)
    assert [(each.progress, each.assessment.evidence) for each in page.criteria] == [
        (Progress.DESCRIBED, 3),
        (Progress.NO_TEXT, 0),
        (Progress.NONE, 0),
    ]
    assert (page.assessed_count, [each.number for each in page.criteria], page.sets) == (
        1,
        [1, 2, 3],
        (three.criterion.criteria_set,),
    )
