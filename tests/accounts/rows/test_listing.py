"""An narrows and orders a list by its address, which she can send to Bình."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.http import QueryDict

from accounts.models import Attachment, Division
from accounts.rows.listing import Listing, narrowed
from events.kinds import EventKind
from events.models import Event
from events.views import EVENTS
from plans.kinds import DocumentKind
from plans.models import Plan
from plans.views import PLANS
from tests.factories import make_event, make_plan

ALL = ["Một", "Hai", "Ba", "Bốn"]


@pytest.fixture
def plans(department, an):
    """Save four plans that differ in everything by which a list can be narrowed."""
    office = Division.objects.create(organisation=department, name="Văn phòng")
    make_plan(
        department, subject="Một", position=1, issued_on=date(2024, 3, 1), number="97/KH-SM", division=office
    )
    second = make_plan(
        department,
        subject="Hai",
        position=2,
        issued_on=date(2023, 12, 28),
        number="139/QĐ-SM",
        kind="decision",
    )
    make_plan(department, subject="Ba", position=3, issued_on=None, number="", in_report=False)
    make_plan(department, subject="Bốn", position=4, issued_on=date(2025, 3, 1), number="1116/KH-SM")
    file = ContentFile(b"%PDF", name="ke-hoach.pdf")
    Attachment.objects.create(
        organisation=department, row=second, name="a.pdf", file=file, size=4, sha256="0" * 64, added_by=an
    )
    return office


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def shown(department, address):
    rows = Plan.with_deleted.of(department).for_year(2024)
    return [plan.subject for plan in narrowed(rows, PLANS, QueryDict(address))]


@pytest.mark.parametrize(
    ("address", "subjects"),
    [
        ("", ALL),
        ("loai=decision", ["Hai"]),
        ("thang=3", ["Một"]),
        ("thang=truoc", ["Hai"]),
        ("thang=sau", ["Bốn"]),
        ("thang=khong", ["Ba"]),
        ("thang=1", []),
        ("tep=co", ["Hai"]),
        ("tep=khong", ["Một", "Ba", "Bốn"]),
        ("baocao=co", ["Một", "Hai", "Bốn"]),
        ("baocao=khong", ["Ba"]),
        ("phong=khong", ["Hai", "Ba", "Bốn"]),
        ("tim=kh-sm&baocao=co&phong=khong", ["Bốn"]),
    ],
)
def test_a_filter_leaves_the_rows_it_names(department, plans, address, subjects):
    assert shown(department, address) == subjects


def test_a_list_is_narrowed_to_a_division(department, plans):
    assert shown(department, f"phong={plans.pk}") == ["Một"]


@pytest.mark.parametrize(
    "address",
    [
        "loai=gi-do",
        "thang=13",
        "thang=%F0%9D%9F%91",
        "tep=1",
        "baocao=",
        "phong=999999999999999999999999",
        "phong=%27--",
        "thieu=x",
        "xep=pk",
        "xep=-",
        "daxoa=2",
        "la=1",
    ],
)
def test_what_an_address_says_wrongly_counts_for_nothing(department, plans, address):
    listing = Listing(Plan.with_deleted.of(department).for_year(2024), PLANS, QueryDict(address))
    assert [plan.subject for plan in listing.rows] == ALL
    assert (listing.query(), listing.is_plain) == ("", True)


def test_a_division_of_another_department_counts_for_nothing(department, other_department, plans):
    strange = Division.objects.create(organisation=other_department, name="Phòng Y")
    make_plan(other_department, division=strange)
    assert shown(department, f"phong={strange.pk}") == ALL


@pytest.mark.parametrize(
    ("order", "subjects"),
    [
        ("ngay", ["Hai", "Một", "Bốn", "Ba"]),
        ("-ngay", ["Bốn", "Một", "Hai", "Ba"]),
        ("so", ["Một", "Hai", "Bốn", "Ba"]),
        ("-so", ["Bốn", "Hai", "Một", "Ba"]),
        ("loai", ["Một", "Ba", "Bốn", "Hai"]),
        ("-loai", ["Hai", "Một", "Ba", "Bốn"]),
        ("moi", ["Bốn", "Ba", "Hai", "Một"]),
        ("-moi", ALL),
    ],
)
def test_a_list_is_read_in_other_orders(department, plans, order, subjects):
    assert shown(department, f"xep={order}") == subjects


def test_kinds_are_ordered_as_they_are_called(department):
    for kind in (
        DocumentKind.PLAN,
        DocumentKind.INSTRUCTION,
        DocumentKind.OFFICIAL_LETTER,
        DocumentKind.SCHEME,
    ):
        make_plan(department, kind=kind, subject=kind.label)
    assert shown(department, "xep=loai") == ["Chỉ thị", "Công văn", "Đề án", "Kế hoạch"]


def test_numbers_of_any_length_can_be_ordered(department):
    for number in ("9" * 59, "0/KH", "khong so", "12"):
        make_plan(department, number=number, subject=number)
    assert shown(department, "xep=so")[:2] == ["12", "9" * 59]


def test_events_are_ordered_by_who_came(department):
    for name, attendance in (("Một", 40), ("Hai", None), ("Ba", 1245)):
        make_event(department, name=name, attendance=attendance)
    rows = Event.objects.of(department).for_year(2024)
    assert [event.name for event in narrowed(rows, EVENTS, {"xep": "-so-nguoi"})] == ["Ba", "Một", "Hai"]


def test_events_are_found_by_the_month_they_began(department):
    make_event(department, name="Một", held_from=date(2024, 7, 30), held_to=date(2024, 8, 2))
    rows = Event.objects.of(department).for_year(2024)
    found = [[event.name for event in narrowed(rows, EVENTS, {"thang": month})] for month in ("7", "8")]
    assert found == [["Một"], []]


def test_the_choices_are_those_that_occur_with_their_numbers(department, plans):
    rows = Plan.with_deleted.of(department).for_year(2024)
    kinds, divisions, *_ = Listing(rows, PLANS, {}).filters
    assert [(option.words, option.count) for option in kinds.options] == [("Kế hoạch", 3), ("Quyết định", 1)]
    assert [(option.words, option.count) for option in divisions.options] == [
        ("Văn phòng", 1),
        ("Không ghi phòng, đơn vị", 3),
    ]


def test_a_filter_without_a_choice_is_not_offered(department):
    make_event(department, kind=EventKind.CONTEST)
    rows = Event.objects.of(department).for_year(2024)
    offered = [one.name for one, _ in Listing(rows, EVENTS, {}).panel]
    assert offered == ["thang", "tep", "baocao", "thieu"]


def test_the_state_of_a_list_stands_in_its_address(department, plans):
    rows = Plan.with_deleted.of(department).for_year(2024)
    listing = Listing(rows, PLANS, QueryDict("xep=-so&thang=12&loai=plan&tim=+Sm%20&trang=2&la=1"))
    assert listing.query() == "?tim=Sm&loai=plan&thang=12&xep=-so"
    assert [(chip.words, chip.query) for chip in listing.chips] == [
        ("Có “Sm”", "?loai=plan&thang=12&xep=-so"),
        ("Kế hoạch", "?tim=Sm&thang=12&xep=-so"),
        ("Tháng 12", "?tim=Sm&loai=plan&xep=-so"),
    ]


def test_what_was_deleted_is_shown_alone_where_it_is_asked_for(department, plans):
    Plan.objects.filter(subject="Hai").update(deleted_at="2024-05-01T00:00Z")
    assert shown(department, "") == ["Một", "Ba", "Bốn"]
    assert shown(department, "daxoa=1") == ["Hai"]
