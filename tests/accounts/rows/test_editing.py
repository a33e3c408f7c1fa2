"""The verbs of a row check the stored row, not the one that a page read before, and admit one writer at a time."""

from functools import partial

import pytest

from accounts.conflict import Conflict
from accounts.models import Change
from accounts.rows.editing import (
    add_row,
    delete_row,
    edit_row,
    restore_row,
    revive_row,
)
from plans.models import Directive, Plan
from tests.accounts.rows.editors import at_once, put_in_report, sit_down
from tests.factories import make_directive, make_event, make_plan


def fresh(row):
    return type(row).with_deleted.get(pk=row.pk)


def kinds():
    return list(Change.objects.order_by("pk").values_list("kind", flat=True))


def test_an_edit_keeps_what_forms_do_not_change(department, an, binh):
    plan = make_plan(department, position=3, entered_by=binh)
    stale = fresh(plan)
    stale.position, stale.entered_by, stale.subject = 1, an, "về hộ tịch"
    edit_row(stale, by=an, version=1)
    stored = fresh(plan)
    assert (stored.position, stored.entered_by, stored.subject, stored.version) == (3, binh, "về hộ tịch", 2)


def test_an_old_version_saves_nothing(department, an, binh):
    plan = make_plan(department, subject="về A")
    stale = fresh(plan)
    plan.subject = "về B"
    edit_row(plan, by=binh, version=1)
    stale.subject = "về C"
    with pytest.raises(Conflict) as conflict:
        edit_row(stale, by=an, version=1)
    assert (conflict.value.stored.subject, fresh(plan).subject, kinds()) == ("về B", "về B", ["edited"])


def test_a_deleted_row_is_not_edited(department, an, binh):
    plan = make_plan(department)
    stale = fresh(plan)
    delete_row(plan, by=binh)
    with pytest.raises(Conflict) as conflict:
        edit_row(stale, by=an, version=fresh(plan).version)
    assert conflict.value.stored.deleted_at is not None


@pytest.mark.parametrize("seen", [1, 3])
def test_a_deleted_row_is_revived_only_by_who_saw_its_last_version(department, an, seen):
    plan = make_plan(department)
    delete_row(plan, by=an)
    with pytest.raises(Conflict):
        revive_row(fresh(plan), by=an, version=seen)
    assert kinds() == ["deleted"]


def test_deleting_and_restoring_twice_is_recorded_once(department, an, binh):
    plan = make_plan(department)
    first, second = fresh(plan), fresh(plan)
    delete_row(first, by=an)
    delete_row(second, by=binh)
    assert (second.deleted_at, second.version) == (first.deleted_at, 2)
    restore_row(first, by=an)
    restore_row(second, by=binh)
    assert (second.deleted_at, second.version, kinds()) == (None, 3, ["deleted", "restored"])


def test_deleting_keeps_what_another_saved_meanwhile(department, an, binh):
    plan = make_plan(department, subject="về A")
    stale = fresh(plan)
    plan.subject = "về B"
    edit_row(plan, by=binh, version=1)
    delete_row(stale, by=an)
    assert (fresh(plan).subject, fresh(plan).version) == ("về B", 3)


def test_rows_are_put_into_the_report_as_they_are_stored(department, an, binh):
    unchanged, changed, deleted = (make_plan(department, subject="về A") for _ in range(3))
    stale = [fresh(row) for row in (unchanged, changed, deleted)]
    changed.subject = "về B"
    edit_row(changed, by=binh, version=1)
    put_in_report([unchanged], by=binh, in_report=False)
    delete_row(deleted, by=binh)
    assert put_in_report(stale, by=an, in_report=False) == 1
    assert [(fresh(row).subject, fresh(row).in_report, fresh(row).version) for row in stale] == [
        ("về A", False, 2),
        ("về B", False, 3),
        ("về A", True, 2),
    ]
    assert Change.objects.filter(changed_by=an).get().values == [
        ["đưa vào danh mục của báo cáo", "có", "không"]
    ]


def test_nobody_lists_the_rows_of_another_department(department, chi):
    plan = make_plan(department)
    assert (put_in_report([plan], by=chi, in_report=False), fresh(plan).in_report) == (0, True)


def test_a_new_row_belongs_to_who_enters_it(department, other_department, an):
    plan = Plan(organisation=other_department, number="1/KH", reporting_year=2024)
    add_row(plan, by=an)
    assert (fresh(plan).organisation, fresh(plan).entered_by, kinds()) == (department, an, ["added"])


@pytest.mark.django_db(transaction=True)
def test_of_two_edits_at_the_same_moment_one_is_saved_and_one_conflicts(department, an, binh):
    for _ in range(5):
        plan = make_plan(department, subject="về cũ")
        of_an, of_binh = sit_down(plan, an, binh)
        answers = at_once(partial(of_an.send, subject="về An"), partial(of_binh.send, subject="về Bình"))
        statuses = [answer.status_code for answer in answers]
        assert sorted(statuses) == [302, 409]
        assert fresh(plan).subject == ("về An" if statuses[0] == 302 else "về Bình")


@pytest.mark.django_db(transaction=True)
def test_two_pages_that_link_each_other_do_not_wait_in_a_circle(department, an, binh):
    plan, directive, event = make_plan(department), make_directive(department), make_event(department)

    def turn(model, pk, by, **links):
        def work():
            outcomes = []
            for number in range(10):
                row = model.objects.get(pk=pk)
                row.subject = f"về việc {number} của {by}"
                try:
                    edit_row(
                        row,
                        by=by,
                        version=row.version,
                        links=links if number % 2 else dict.fromkeys(links, ()),
                    )
                    outcomes.append("saved")
                except Conflict:
                    outcomes.append("conflict")
            return outcomes

        return work

    outcomes = at_once(
        turn(Plan, plan.pk, an, directives=[directive], events=[event]),
        turn(Directive, directive.pk, binh, plans=[plan]),
    )
    assert [len(one) for one in outcomes] == [10, 10]
    versions = [change.values for change in Change.objects.all()]
    assert fresh(plan).version + fresh(directive).version + fresh(event).version == 3 + len(versions)


@pytest.mark.django_db(transaction=True)
def test_ten_who_delete_at_the_same_moment_delete_once(department, an):
    plan = make_plan(department)
    at_once(*[lambda: delete_row(fresh(plan), by=an)] * 10)
    assert (fresh(plan).version, kinds()) == (2, ["deleted"])
