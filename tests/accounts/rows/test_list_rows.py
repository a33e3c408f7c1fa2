"""What An typed stands in a list as she typed it, whatever it is, and a page of a list sorts no year."""

from datetime import date

import pytest
from django.db import connection
from lxml import html

from accounts.models import Division
from accounts.rows.list_rows import Use
from events.models import Event
from plans.models import Directive, Plan
from tests.factories import make_directive, make_event, make_plan
from tests.pages import row_words

HOSTILE = """<script>x</script> "a" 'b' & &lt; {0} {key} %s"""
LISTS = {"van-ban-chi-dao": make_directive, "ke-hoach": make_plan, "hoat-dong": make_event}
ADDRESSES = {Use.SELECT: "", Use.MOVE: "?xep-lai=1", Use.RESTORE: "?daxoa=1", Use.READ: ""}
# The texts that people type, by list.
TYPED = {
    "van-ban-chi-dao": ("number", "kind_as_written", "issuing_body", "subject"),
    "ke-hoach": ("number", "kind_as_written", "subject"),
    "hoat-dong": ("name", "description", "partners"),
}


@pytest.mark.parametrize("use", Use)
@pytest.mark.parametrize("name", LISTS)
def test_a_list_shows_what_was_typed_and_makes_no_html_of_it(client, an, dung, name, use):
    by = dung if use is Use.READ else an
    by.full_name = HOSTILE
    by.save()
    division = Division.objects.create(organisation=by.organisation, name=HOSTILE)
    row = LISTS[name](
        by.organisation,
        **dict.fromkeys(TYPED[name], HOSTILE),
        division=division,
        entered_by=by,
        in_report=False,
    )
    if use is Use.RESTORE:
        type(row).objects.filter(pk=row.pk).update(deleted_at="2024-12-01T00:00Z")
    client.force_login(by)
    page = client.get(f"/{name}/2024/{ADDRESSES[use]}")
    (cells,) = row_words(page)
    shown = " ".join(cells)
    typed = [str(getattr(row, field)) for field in TYPED[name]]
    assert [text for text in [*typed, division.name, by.full_name] if text not in shown] == []
    assert shown.count(HOSTILE) == len(typed) + 2
    assert html.fromstring(page.content.decode()).xpath("//table//script") == []


@pytest.mark.parametrize("model", [Directive, Plan, Event])
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL chooses by the size of the table")
def test_rows_are_read_in_their_order_without_sorting_the_year(department, model):
    rows = model.objects.of(department).for_year(2024).in_order()
    assert "TEMP B-TREE" not in rows[:50].explain()


def test_undated_rows_come_last_and_ties_as_they_were_entered(department):
    first, undated, second, early = (
        make_plan(department, issued_on=day)
        for day in (date(2024, 3, 1), None, date(2024, 3, 1), date(2024, 1, 1))
    )
    placed = make_plan(department, issued_on=date(2024, 1, 1), position=1)
    assert list(Plan.objects.in_order()) == [early, first, second, undated, placed]
