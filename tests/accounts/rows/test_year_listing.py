"""An's lists show from composed queries what an ordinary queryset finds, of her organisation and the year alone."""

from datetime import date

import pytest
from django.db import connection
from django.db.models import F
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from accounts.rows.files import OF_A_PAGE, file_counts
from accounts.rows.listing import Listing
from accounts.rows.year_listing import YearListing, as_shown
from events.views import EVENTS
from pbgdpl.lib.composed import Composed
from plans.models import Plan
from plans.views import PLANS
from tests.factories import make_attachment, make_event, make_plan

YEARS = (2023, 2024)


@pytest.fixture
def rows(department, other_department, an):
    """Make rows of two organisations and two years, some deleted, some of a division, some undated."""
    divisions = [department.divisions.create(name=name) for name in ("Thanh tra", "Ban “Đô thị” & <b>")]
    for organisation in (department, other_department):
        for year in YEARS:
            for number in range(7):
                more = {"reporting_year": year, "position": number % 3}
                if organisation == department and number % 2:
                    more |= {"division": divisions[number % 4 // 2], "entered_by": an}
                day = None if number == 2 else date(year, 7 - number, 1)
                make_plan(organisation, subject=f"Số {number} % {{}}", issued_on=day, **more)
                make_event(organisation, held_from=day or date(year, 1, 1), **more)
    Plan.objects.filter(subject__startswith="Số 5").update(deleted_at="2024-12-01T00:00:00Z")


def seen(row):
    return vars(row) | {"_state": None}


@pytest.mark.parametrize("pages", [PLANS, EVENTS], ids=lambda pages: pages.name)
@pytest.mark.parametrize("year", YEARS)
def test_a_plain_list_finds_the_same_rows_page_by_page(rows, department, pages, year):
    listing = YearListing(department, year, pages, QueryDict(""))
    ordinary = as_shown(pages.model.objects.of(department).for_year(year).in_order())
    for part in (slice(0, 50), slice(0, 3), slice(3, 6), slice(6, 9), slice(50, 100)):
        assert list(map(seen, listing.listed()[part])) == list(map(seen, ordinary[part]))


@pytest.mark.parametrize("asked", ["", "daxoa=1", "tim=so+1", "xep=ngay", "baocao=khong&xep=-ngay"])
@pytest.mark.parametrize("pages", [PLANS, EVENTS], ids=lambda pages: pages.name)
def test_its_filters_and_rows_are_those_of_any_listing(rows, department, pages, asked):
    ordinary = Listing(pages.model.with_deleted.of(department).for_year(2024), pages, QueryDict(asked))
    listing = YearListing(department, 2024, pages, QueryDict(asked))
    described = [[(one.name, one.label, one.choices) for one in each.filters] for each in (listing, ordinary)]
    assert described[0] == described[1]
    assert listing.total == ordinary.total
    assert [row.pk for row in listing.listed()[0:50]] == [row.pk for row in ordinary.rows[0:50]]


@pytest.mark.parametrize("count", [0, 1, OF_A_PAGE, OF_A_PAGE + 1])
def test_the_files_of_any_number_of_rows_are_counted_with_one_query(department, count):
    plans = [make_plan(department) for _ in range(count)]
    for plan in plans[-1:] * 2:
        make_attachment(department, row=plan)
    with CaptureQueriesContext(connection) as captured:
        counts = file_counts(plans)
    assert (counts, len(captured)) == (({plans[-1].pk: 2}, 1) if count else ({}, 0))


def test_a_composed_query_takes_its_values_in_any_order_and_finds_annotations(
    rows, department, other_department
):
    def build(year, organisation):
        plans = Plan.objects.filter(subject__contains="%", organisation=organisation, reporting_year=year)
        return plans.annotate(next_year=F("reporting_year") + 1).order_by("pk")

    composed = Composed(build)
    for organisation in (department, other_department):
        for year in YEARS:
            found = composed.instances(year, organisation.pk)
            assert list(map(seen, found)) == list(map(seen, build(year, organisation)))
    assert composed.instances(2022, department.pk) == []


@pytest.mark.parametrize("pk", [2**63, 10**30])
def test_a_number_that_no_database_stores_is_of_no_row(client, an, pk):
    client.force_login(an)
    assert Composed(lambda pk: Plan.objects.filter(pk=pk)).instances(pk) == []
    assert client.get(f"/ke-hoach/2024/{pk}/sua/").status_code == 404
