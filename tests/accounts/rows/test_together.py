"""Many rows are changed with one command: one entry a row, one undo, and nothing of what others did is lost."""

from datetime import date, timedelta
from functools import partial

import pytest
from django.db import transaction
from django.utils import timezone

from accounts.history import history_of
from accounts.models import Change, ChangedTogether
from accounts.rows.editing import delete_row, edit_row, locked_rows
from accounts.rows.many import edit_many
from accounts.rows.together import Undone, can_undo, change_rows, undo_together
from events.models import Event
from plans.models import Plan
from tests.accounts.rows.editors import at_once
from tests.factories import make_directive, make_division, make_event, make_plan, make_report


def fresh(row):
    return type(row).with_deleted.get(pk=row.pk)


def values_of(*rows):
    """Return all stored values of the rows, and their links, but for the versions."""
    return [
        Plan.with_deleted.values().get(pk=row.pk)
        | {"version": None}
        | {name: sorted(getattr(row, name).values_list("pk", flat=True)) for name in row.link_labels}
        for row in rows
    ]


def entries(row):
    return [(one.kind, one.values) for one in reversed(history_of(row))]


def test_each_row_gets_one_entry_and_one_version_whatever_changed(department, an):
    first, second = make_plan(department), make_plan(department)
    division, directive = make_division(department, name="Phòng A"), make_directive(department)
    values = {"division": division, "subject": "về hòa giải", "directives": [directive]}
    done = change_rows({first: values, second: {"division": division}}, by=an, words="chuyển sang Phòng A")
    assert [fresh(row).version for row in (first, second, directive)] == [2, 2, 2]
    assert [len(entries(row)) for row in (first, second, directive)] == [1, 1, 1]
    assert {label: after for label, _, after in entries(first)[0][1]} == {
        "phòng, đơn vị": "Phòng A",
        "trích yếu": "về hòa giải",
        "văn bản chỉ đạo được thực hiện": directive.short_name,
    }
    assert Plan.objects.search("hoa giai").get() == first
    assert [item["version"] for item in done.stored.items] == [2, 2]


def test_an_undo_restores_every_value(department, an):
    division, directive = make_division(department), make_directive(department)
    plans = [
        make_plan(department, position=3, issued_on=date(2024, 5, 6), division=division),
        make_plan(department, position=4, subject="về A"),
    ]
    plans[0].directives.add(directive)
    before = values_of(*plans)
    other = make_division(department)
    values = {"division": other, "reporting_year": 2025, "directives": [], "issued_on": None, "subject": "B"}
    done = change_rows(dict.fromkeys(plans, values), by=an, words="sửa")
    assert values_of(*plans) != before
    outcome = undo_together(done.stored, by=an)
    assert (outcome.undone, outcome.left) == (plans, [])
    assert values_of(*plans) == before
    assert {row.version for row in map(fresh, plans)} == {3}


def test_a_second_undo_changes_nothing(department, an):
    plan = make_plan(department, subject="về A")
    done = change_rows({plan: {"subject": "về B"}}, by=an, words="sửa")
    undo_together(done.stored, by=an)
    edit_row_of(plan, an, subject="về C")
    assert undo_together(done.stored, by=an) == Undone()
    assert fresh(plan).subject == "về C"


def edit_row_of(row, by, **values):
    row = fresh(row)
    for name, value in values.items():
        setattr(row, name, value)
    edit_row(row, by=by, version=row.version)


def test_a_row_that_somebody_saved_or_deleted_meanwhile_is_left(department, an, binh):
    edited, deleted, still = (make_plan(department, subject="về A") for _ in range(3))
    edit_row_of(edited, binh, subject="về B")
    delete_row(fresh(deleted), by=binh)
    done = change_rows({row: {"subject": "về C"} for row in (edited, deleted, still)}, by=an, words="sửa")
    assert (done.changed, done.left) == ([still], [edited, deleted])
    assert [fresh(row).subject for row in (edited, deleted, still)] == ["về B", "về A", "về C"]


def test_an_undo_leaves_the_rows_that_somebody_changed_since(department, an, binh):
    edited, still = make_plan(department, subject="về A"), make_plan(department, subject="về A")
    done = change_rows({row: {"subject": "về C"} for row in (edited, still)}, by=an, words="sửa")
    edit_row_of(edited, binh, subject="về D")
    outcome = undo_together(done.stored, by=an)
    assert (outcome.undone, outcome.left) == ([still], [edited])
    assert [fresh(row).subject for row in (edited, still)] == ["về D", "về A"]


def test_rows_deleted_together_are_restored_together(department, an):
    plans = [make_plan(department, position=place) for place in (1, 2)]
    done = change_rows({plan: {"deleted_at": timezone.now()} for plan in plans}, by=an, words="xóa")
    assert Plan.objects.count() == 0
    undo_together(done.stored, by=an)
    assert [plan.position for plan in Plan.objects.in_order()] == [1, 2]
    assert [kind for kind, _ in entries(plans[0])] == ["deleted", "restored"]


def test_rows_and_links_of_others_are_never_touched(department, other_department, an, chi):
    theirs, mine = make_plan(other_department, subject="về A"), make_plan(department)
    their_directive = make_directive(other_department)
    changes = {theirs: {"subject": "về B"}, mine: {"directives": [their_directive], "subject": "về B"}}
    done = change_rows(changes, by=an, words="sửa")
    assert done.changed == [mine]
    assert (fresh(theirs).subject, theirs.version, mine.directives.count()) == ("về A", 1, 0)
    with pytest.raises(ChangedTogether.DoesNotExist):
        undo_together(done.stored, by=chi)


def test_a_row_goes_after_all_others_of_a_year_ordered_by_hand(department, an):
    make_plan(department, reporting_year=2025, position=7)
    plans = [make_plan(department), make_plan(department)]
    change_rows({plan: {"reporting_year": 2025} for plan in plans}, by=an, words="chuyển sang năm 2025")
    assert [fresh(plan).position for plan in plans] == [8, 9]


def test_linking_events_to_a_plan_writes_one_entry_for_the_plan(department, an):
    events, plan = [make_event(department) for _ in range(3)], make_plan(department)
    gone = make_plan(department)
    events[0].plans.add(gone)
    done = change_rows({event: {"plans": [plan]} for event in events}, by=an, words="gắn kế hoạch")
    assert [list(event.plans.all()) for event in events] == [[plan]] * 3
    assert [fresh(row).version for row in (plan, gone)] == [2, 2]
    undo_together(done.stored, by=an)
    assert [list(event.plans.all()) for event in events] == [[gone], [], []]


def test_a_plan_that_changes_with_the_events_linked_to_it_gets_one_entry(department, an):
    event, plan = make_event(department), make_plan(department)
    done = change_rows({plan: {"subject": "về B"}, event: {"plans": [plan]}}, by=an, words="sửa")
    ((_, values),) = entries(plan)
    assert [label for label, *_ in sorted(values)] == ["hoạt động đã tổ chức", "trích yếu"]
    assert (len(undo_together(done.stored, by=an).undone), plan.events.count()) == (2, 0)


def test_a_row_whose_earlier_division_no_longer_exists_is_left(department, an):
    division = make_division(department)
    plan = make_plan(department, division=division)
    done = change_rows({plan: {"division": None}}, by=an, words="sửa")
    division.delete()
    assert undo_together(done.stored, by=an).left == [plan]


def test_values_that_are_the_same_change_nothing(department, an):
    plan = make_plan(department, subject="về A")
    done = change_rows({plan: {"subject": "về A"}}, by=an, words="sửa")
    assert (done.stored, fresh(plan).version, Change.objects.count()) == (None, 1, 0)


def test_objects_that_are_no_rows_are_undone_by_a_verb_of_their_own(department, an):
    plan, section = make_plan(department, subject="về A"), make_report(department).sections.first()
    items = edit_many({plan: {"subject": "về B"}}, by=an).items
    items += [{"model": "reports.section", "pk": section.pk, "version": 1, "before": {"body": "Cũ"}}]
    stored = ChangedTogether.objects.store(items, by=an, words="thay chữ")
    verbs = {"reports.section": lambda items, by: Undone([item["before"]["body"] for item in items])}
    assert (can_undo(stored, {}), can_undo(stored, verbs)) == (False, True)
    assert undo_together(stored, by=an, undo_of=verbs).undone == [plan, "Cũ"]


def test_what_is_too_old_to_undo_is_deleted(department, an):
    old = ChangedTogether.objects.store([], by=an, words="xóa")
    ChangedTogether.objects.update(made_at=timezone.now() - timedelta(days=40))
    ChangedTogether.objects.store([], by=an, words="xóa")
    assert not ChangedTogether.objects.filter(pk=old.pk).exists()


@pytest.mark.parametrize("model", [Plan, Event])
def test_the_number_of_queries_does_not_grow_with_the_rows(
    department, an, django_assert_max_num_queries, model
):
    make = make_plan if model is Plan else make_event
    division = make_division(department)
    link = (
        {"directives": [make_directive(department)]} if model is Plan else {"plans": [make_plan(department)]}
    )
    rows = [make(department) for _ in range(30)]
    with django_assert_max_num_queries(38):
        done = change_rows({row: {"division": division, **link} for row in rows}, by=an, words="sửa")
    with django_assert_max_num_queries(38):
        undo_together(done.stored, by=an)


def test_five_hundred_rows_change_and_come_back(department, an):
    Plan.objects.bulk_create(
        Plan(organisation=department, reporting_year=2024, number=f"{number}/KH", subject="về A")
        for number in range(500)
    )
    plans, directive = list(Plan.objects.all()), make_directive(department)
    done = change_rows(
        {plan: {"directives": [directive], "in_report": False} for plan in plans}, by=an, words="sửa"
    )
    assert (len(done.changed), directive.plans.count(), Change.objects.count()) == (500, 500, 501)
    assert len(undo_together(done.stored, by=an).undone) == 500
    assert (directive.plans.count(), Plan.objects.filter(in_report=True, version=3).count()) == (0, 500)


@pytest.mark.django_db(transaction=True)
def test_two_people_who_change_the_same_rows_at_once_do_not_wait_in_a_circle(department, an, binh):
    plans, event = [make_plan(department) for _ in range(5)], make_event(department)
    division = make_division(department)

    def change(by, rows, values):
        with transaction.atomic():
            locked = locked_rows([*rows, event], by)
            changes = {row: values for row in locked if row != event} | {event: {"plans": rows}}
            return len(change_rows(changes, by=by, words="sửa").changed)

    counts = at_once(
        partial(change, an, plans, {"division": division}),
        partial(change, binh, plans[::-1], {"in_report": False}),
    )
    assert sorted(counts) == [5, 6]
    assert {(fresh(plan).division, fresh(plan).in_report, fresh(plan).version) for plan in plans} == {
        (division, False, 3)
    }


@pytest.mark.django_db(transaction=True)
def test_an_undo_sent_twice_at_once_is_carried_out_once(department, an):
    plan = make_plan(department, subject="về A")
    done = change_rows({plan: {"subject": "về B"}}, by=an, words="sửa")
    undo = partial(undo_together, done.stored, by=an)
    assert sorted(len(outcome.undone) for outcome in at_once(undo, undo)) == [0, 1]
    assert (fresh(plan).subject, fresh(plan).version) == ("về A", 3)
