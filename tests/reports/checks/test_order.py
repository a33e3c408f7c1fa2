"""A listing out of the order of dates is one finding that names the rows."""

from datetime import date, timedelta

import pytest

from events.kinds import DatePrecision, EventKind
from plans.kinds import DocumentKind
from reports.checks.order import OUT_OF_ORDER
from tests.factories import make_directive, make_event, make_plan, make_report
from tests.reports.checks.found import findings, texts

pytestmark = pytest.mark.django_db

PLAN, LETTER, DECISION = DocumentKind.PLAN, DocumentKind.OFFICIAL_LETTER, DocumentKind.DECISION


def listing(department, days, kinds=(), make=make_plan):
    """Save rows printed in this order, each so many days after New Year, None without a date."""
    kinds = kinds or [PLAN] * len(days)
    for position, (day, kind) in enumerate(zip(days, kinds, strict=True), start=1):
        issued_on = None if day is None else date(2024, 1, 1) + timedelta(days=day)
        make(department, position=position, number=f"{position}/X-SXD", issued_on=issued_on, kind=kind)


@pytest.mark.parametrize(
    ("days", "kinds", "named"),
    [
        ([1, 2, 9, 3, 4], (), "Kế hoạch số 3/X-SXD"),
        ([5, 1, 2, 3], (), "Kế hoạch số 1/X-SXD"),
        ([1, 2, 3, 0], (), "Kế hoạch số 4/X-SXD"),
        ([1, 9, None, 3, 3, 8, 4, 5], (), "Kế hoạch số 2/X-SXD, Kế hoạch số 6/X-SXD"),
        (
            [9, 1, 8, 2, 7, 3, 6, 4, 5],
            (),
            "Kế hoạch số 1/X-SXD, Kế hoạch số 3/X-SXD, Kế hoạch số 5/X-SXD và 1 dòng khác",
        ),
        ([1, 5, 3, 4], (PLAN, LETTER, PLAN, PLAN), "Công văn số 2/X-SXD"),
    ],
)
def test_the_rows_that_break_the_order_are_named_in_one_finding(department, days, kinds, named):
    listing(department, days, kinds)
    assert texts(make_report(department), OUT_OF_ORDER) == [
        f"Danh mục văn bản đã ban hành không theo thứ tự ngày ở: {named}. "
        "Xếp lại, hoặc giữ nếu đó là thứ tự riêng."
    ]


@pytest.mark.parametrize(
    ("days", "kinds"),
    [
        ([1, 2, 2, 9], ()),
        ([9, 7, 7, 1], ()),
        ([1, None, 2, None], ()),
        ([1, 5, 9, 2, 3, 4], (PLAN, PLAN, PLAN, LETTER, LETTER, LETTER)),
        ([1, 9, 2, 3, 1, 8], (PLAN, PLAN, DECISION, DECISION, LETTER, LETTER)),
        ([], ()),
    ],
)
def test_an_order_by_date_by_kind_or_newest_first_is_an_order(department, days, kinds):
    listing(department, days, kinds)
    assert findings(make_report(department), OUT_OF_ORDER) == []


def test_rows_left_out_of_the_listing_do_not_count(department):
    listing(department, [1, 5])
    make_plan(department, position=9, issued_on=date(2024, 1, 2), in_report=False)
    assert findings(make_report(department), OUT_OF_ORDER) == []


def test_directives_by_body_are_in_order(department):
    for position, (body, day) in enumerate((("UBND", 8), ("UBND", 9), ("STP", 1), ("STP", 2)), start=1):
        make_directive(department, position=position, issuing_body=body, issued_on=date(2024, 1, day))
    assert findings(make_report(department), OUT_OF_ORDER) == []


def test_the_place_holds_the_rows_and_the_section_where_they_are_printed(department):
    events = [
        make_event(department, position=position, name=f"Hội nghị {position}", held_from=date(2024, month, 1))
        for position, month in enumerate((3, 9, 4), start=1)
    ]
    report = make_report(department)
    [finding] = findings(report, OUT_OF_ORDER)
    section = report.sections.get(body__contains="[[hoạt động]]")
    assert (finding.place.pks, finding.place.section) == ((events[1].pk,), section.pk)
    assert "hoạt động “Hội nghị 2”" in finding.text


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("[[hoạt động: theo tháng]]", []),
        ("[[hoạt động: theo loại]]", ["hoạt động “Hội nghị 2”"]),
        ("[[hoạt động: hội nghị]]", ["hoạt động “Hội nghị 2”"]),
        ("[[hoạt động: tập huấn]]", []),
        ("[[hoạt động]]", ["hoạt động “Hội nghị 2”"]),
    ],
)
def test_the_order_is_that_of_the_listing_as_it_is_printed(department, asked, named):
    for position, month in enumerate((3, 9, 4, 5), start=1):
        kind = EventKind.CONFERENCE if position < 4 else EventKind.TRAINING
        name, day = f"Hội nghị {position}", date(2024, month, 1)
        make_event(department, position=position, name=name, held_from=day, kind=kind)
    found = findings(make_report(department, (1, "Một", asked)), OUT_OF_ORDER)
    assert [name for finding in found for name in (finding.text.split(" ở: ")[1].split(". ")[0],)] == named


def test_days_of_one_month_out_of_order_are_found_where_months_are_printed(department):
    for position, day in enumerate((1, 9, 4, 5), start=1):
        make_event(department, position=position, name=f"Hội nghị {position}", held_from=date(2024, 3, day))
    [text] = texts(make_report(department, (1, "Một", "[[hoạt động: theo tháng]]")), OUT_OF_ORDER)
    assert "ở: hoạt động “Hội nghị 2”." in text


@pytest.mark.parametrize(
    ("months", "named"),
    [
        ([(3, 9), (3, None), (3, 20), (4, 1)], []),
        ([(3, 9), (3, 20), (3, None), (4, 1)], []),
        ([(4, 1), (3, 20), (3, None), (3, 9)], []),
        ([(3, 9), (4, 1), (4, 2), (3, None), (4, 5)], ["hoạt động “Hội nghị 4”"]),
    ],
)
def test_an_event_with_a_month_alone_may_stand_anywhere_in_it(department, months, named):
    for position, (month, day) in enumerate(months, start=1):
        precision = DatePrecision.DAY if day else DatePrecision.MONTH
        make_event(
            department,
            position=position,
            name=f"Hội nghị {position}",
            held_from=date(2024, month, day or 1),
            date_precision=precision,
        )
    found = texts(make_report(department), OUT_OF_ORDER)
    assert [text.split(" ở: ")[1].split(". ")[0] for text in found] == named


def test_an_event_with_a_quarter_alone_may_stand_anywhere_in_it(department):
    held = [
        (date(2024, 2, 9), DatePrecision.DAY),
        (date(2024, 1, 1), DatePrecision.QUARTER),
        (date(2024, 3, 1), DatePrecision.DAY),
    ]
    for position, (day, precision) in enumerate(held, start=1):
        make_event(department, position=position, held_from=day, date_precision=precision)
    assert texts(make_report(department), OUT_OF_ORDER) == []
