"""The options of a listing, and the lines it prints."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from events.kinds import DatePrecision, EventKind
from pbgdpl.lib.vietnamese import fold
from plans.kinds import DocumentKind, PolicyKind
from reports.compiling.listings import (
    CRITERIA,
    DIRECTIVES,
    EVENTS,
    KINDS,
    PLANS,
    POLICIES,
    Grouping,
    ListedRows,
    ListingChoice,
    choices_in,
    is_in_period,
    printed_lines,
    read_choice,
    ways,
    write_choice,
)
from reports.models import PeriodKind, Report
from tests.factories import make_directive, make_event, make_plan, make_policy, make_report

MONTH, KIND = Grouping.MONTH, Grouping.KIND
CONFERENCE, TRAINING = EventKind.CONFERENCE, EventKind.TRAINING
NO_DAY = {"held_from": None, "date_precision": DatePrecision.NONE}


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("hoạt động", ListingChoice(EVENTS)),
        ("Hoat Dong", ListingChoice(EVENTS)),
        ("hoạt động: theo tháng", ListingChoice(EVENTS, MONTH)),
        ("văn bản đã ban hành:theo LOẠI", ListingChoice(PLANS, KIND)),
        ("văn bản chỉ đạo :  chi thi ", ListingChoice(DIRECTIVES, None, (DocumentKind.INSTRUCTION,))),
        ("hoạt động: tập huấn, theo tháng", ListingChoice(EVENTS, MONTH, (TRAINING,))),
        ("hoạt động: theo tháng, tập huấn", ListingChoice(EVENTS, MONTH, (TRAINING,))),
        ("hoạt động: tập huấn, hội nghị", ListingChoice(EVENTS, None, (TRAINING, CONFERENCE))),
        ("hoạt động: tập huấn, Tập huấn, theo loại, theo loại", ListingChoice(EVENTS, KIND, (TRAINING,))),
        (
            "hoạt động: phát thanh , truyền hình, hội nghị",
            ListingChoice(EVENTS, None, (EventKind.BROADCAST, CONFERENCE)),
        ),
        ("văn bản đã ban hành: nghị quyết liên tịch, nghị quyết", ListingChoice(PLANS, None, (
            DocumentKind.JOINT_RESOLUTION, DocumentKind.RESOLUTION
        ))),
        ("hoạt động:", ListingChoice(EVENTS)),
        ("hoạt động: , theo tháng,", ListingChoice(EVENTS, MONTH)),
        ("tiêu chí", ListingChoice(CRITERIA)),
        ("chính sách truyền thông: chính sách", ListingChoice(POLICIES, None, (PolicyKind.POLICY,))),
        ("chính sách truyền thông: dự thảo, theo loại", ListingChoice(POLICIES, KIND, (PolicyKind.DRAFT,))),
        (
            "chính sách truyền thông: dự thảo văn bản quy phạm pháp luật",
            ListingChoice(POLICIES, None, (PolicyKind.DRAFT,)),
        ),
    ],
)  # fmt: skip
def test_what_is_typed_is_understood(typed, choice):
    assert read_choice(typed) == choice


@pytest.mark.parametrize(
    "typed",
    [
        "",
        ":",
        "chưa có",
        "hoạt động theo tháng",
        "hoạt động: theo quý",
        "hoạt động: kế hoạch",
        "hoạt động: tập huấn hội nghị",
        "hoạt động: tập huấn: theo tháng",
        "hoạt động: phát thanh",
        "hoạt động: theo tháng, theo loại",
        "văn bản đã ban hành: tập huấn",
        "tiêu chí: theo tháng",
        "hoạt động: " + "tập huấn, " * 20_000 + "x",
    ],
)
def test_what_is_not_understood_is_no_choice(typed):
    assert read_choice(typed) is None


@given(st.data())
def test_a_choice_is_read_as_it_is_written(data):
    name = data.draw(st.sampled_from(list(KINDS)))
    kinds = st.lists(st.sampled_from(KINDS[name]), unique=True) if KINDS[name] else st.just([])
    grouping = st.sampled_from([None, *ways(name)])
    choice = ListingChoice(name, data.draw(grouping), tuple(data.draw(kinds)))
    assert read_choice(write_choice(choice)) == choice


def test_a_choice_is_written_as_people_write_it():
    choice = ListingChoice(EVENTS, MONTH, (EventKind.LAW_DAY, EventKind.BROADCAST))
    assert write_choice(choice) == (
        "hoạt động: hưởng ứng Ngày Pháp luật, phát thanh, truyền hình, theo tháng"
    )


@pytest.mark.parametrize("name", KINDS)
def test_no_two_options_are_typed_alike(name):
    labels = [fold(option.label) for option in (*KINDS[name], *Grouping)]
    assert len(set(labels)) == len(labels)


def test_the_listings_of_a_text_are_found_in_its_order():
    text = "Lời.\n\n[[hoạt động: tập huấn]]\n[[chưa có]]\n\n\\[[tiêu chí]]\n\n[[văn bản chỉ đạo]]"
    assert choices_in(text) == (ListingChoice(EVENTS, None, (TRAINING,)), ListingChoice(DIRECTIVES))


def printed(report, typed):
    """Return each group's lead and its lines as printed."""
    groups = ListedRows(report).groups(read_choice(typed))
    return [(group.lead, [line.text for line in group.lines]) for group in groups]


def event(department, name, **values):
    return make_event(department, name=name, attendance=None, **values)


@pytest.mark.django_db
class TestRows:
    def test_a_month_and_a_quarter_are_groups_and_the_undated_come_last(self, department):
        event(department, "Một", held_from=date(2024, 10, 2))
        event(department, "Hai", **NO_DAY)
        event(department, "Ba", held_from=date(2024, 3, 1), date_precision=DatePrecision.MONTH)
        event(department, "Bốn", held_from=date(2023, 12, 20))
        event(department, "Năm", held_from=date(2024, 3, 31))
        event(department, "Sáu", held_from=date(2024, 1, 1), date_precision=DatePrecision.QUARTER)
        event(department, "Bảy", held_from=date(2023, 10, 1), date_precision=DatePrecision.QUARTER)
        assert printed(make_report(department), "hoạt động: theo tháng") == [
            ("Tháng 12/2023:", ["Bốn (20/12/2023)."]),
            ("Quý IV/2023:", ["Bảy (quý IV/2023)."]),
            ("Tháng 3:", ["Ba (tháng 3/2024).", "Năm (31/3/2024)."]),
            ("Quý I:", ["Sáu (quý I/2024)."]),
            ("Tháng 10:", ["Một (02/10/2024)."]),
            ("Không ghi tháng:", ["Hai."]),
        ]

    def test_kinds_follow_their_usual_order(self, department):
        for number, kind in enumerate(("decision", "plan", "official_letter", "plan"), start=1):
            make_plan(department, kind=kind, number=f"{number}/X", issued_on=None, subject="về PBGDPL")
        assert printed(make_report(department), "văn bản đã ban hành: theo loại") == [
            ("Kế hoạch:", ["Kế hoạch số 2/X về PBGDPL;", "Kế hoạch số 4/X về PBGDPL."]),
            ("Công văn:", ["Công văn số 3/X về PBGDPL."]),
            ("Quyết định:", ["Quyết định số 1/X về PBGDPL."]),
        ]

    def test_kinds_that_are_named_follow_the_writer(self, department):
        event(department, "Một", kind=CONFERENCE, **NO_DAY)
        event(department, "Hai", kind=TRAINING, **NO_DAY)
        event(department, "Ba", kind=EventKind.CONTEST, **NO_DAY)
        assert printed(make_report(department), "hoạt động: tập huấn, hội nghị, theo loại") == [
            ("Tập huấn:", ["Hai."]),
            ("Hội nghị:", ["Một."]),
        ]

    def test_the_writers_order_holds_within_a_group(self, department):
        for position, day in ((3, 1), (1, 9), (2, 5)):
            event(department, f"Thứ {position}", position=position, held_from=date(2024, 3, day))
        assert printed(make_report(department), "hoạt động: theo tháng") == [
            ("Tháng 3:", ["Thứ 1 (09/3/2024).", "Thứ 2 (05/3/2024).", "Thứ 3 (01/3/2024)."])
        ]

    def test_one_kind_alone_has_no_lead(self, department):
        make_directive(department, kind=DocumentKind.PLAN)
        directive = make_directive(
            department, kind="instruction", number="1/CT-UBND", issued_on=None, subject="về X"
        )
        report = make_report(department)
        assert printed(report, "văn bản chỉ đạo: chỉ thị") == [
            ("", ["Chỉ thị số 1/CT-UBND của UBND tỉnh Sen về X."])
        ]
        choice = ListingChoice(DIRECTIVES, None, (DocumentKind.INSTRUCTION,))
        assert ListedRows(report).rows(choice) == (directive,)

    def test_policies_say_through_how_many_events_they_were_communicated(self, department):
        told = make_policy(department, name="Chính sách A", position=1)
        make_policy(department, name="Dự thảo B", lead_body="", position=2)
        told.events.set([event(department, "Một"), event(department, "Hai")])
        event(department, "Đã xóa", deleted_at=timezone.now()).policies.set([told])
        make_policy(department, wording="Lời riêng", position=3).events.set([event(department, "Ba")])
        assert printed(make_report(department), "chính sách truyền thông") == [
            (
                "",
                [
                    "Chính sách A (Sở Nội vụ chủ trì), đã truyền thông qua 02 hoạt động;",
                    "Dự thảo B;",
                    "Lời riêng.",
                ],
            )
        ]

    def test_a_page_can_lead_from_each_line_to_its_row(self, department, other_department):
        late = event(department, "Muộn", held_from=date(2024, 9, 1))
        early = event(department, "Sớm", held_from=date(2024, 1, 2), position=1)
        event(department, "Không in", in_report=False)
        event(other_department, "Của sở khác")
        lines = printed_lines(make_report(department), ListingChoice(EVENTS, MONTH))
        assert [(line.text, line.row) for line in lines] == [
            ("Sớm (02/01/2024).", early),
            ("Muộn (01/9/2024).", late),
        ]

    def test_nothing_to_list_is_no_group(self, department):
        report = make_report(department)
        options = ("", ": theo tháng", ": theo loại", ": tập huấn, theo loại")
        assert [printed(report, f"hoạt động{option}") for option in options] == [[]] * 4
        assert printed_lines(report, ListingChoice(CRITERIA)) == ()

    @pytest.mark.parametrize("times", [1, 30])
    def test_each_model_is_asked_for_once(self, department, times):
        report = make_report(department)
        with CaptureQueriesContext(connection) as queries:
            listed = ListedRows(report)
            for _ in range(times):
                for typed in ("hoạt động", "hoạt động: theo tháng", "văn bản chỉ đạo: kế hoạch", "tiêu chí"):
                    listed.groups(read_choice(typed))
        assert len(queries) == 2

    def test_a_report_of_six_months_leaves_out_what_came_later(self, department):
        for name, day in (("Tháng sáu", 30), ("Đầu năm", 1)):
            event(department, name, held_from=date(2024, 6, day))
        event(department, "Tháng bảy", held_from=date(2024, 7, 1))
        event(department, "Cả tháng", held_from=date(2024, 6, 1), date_precision=DatePrecision.MONTH)
        event(department, "Sang tháng", held_from=date(2024, 6, 29), held_to=date(2024, 7, 2))
        event(department, "Không ngày", **NO_DAY)
        report = make_report(department, period_kind=PeriodKind.HALF_YEAR)
        names = [row.name for row in ListedRows(report).rows(ListingChoice(EVENTS))]
        assert names == ["Đầu năm", "Cả tháng", "Sang tháng", "Tháng sáu", "Không ngày"]
        report.statistics_to = date(2024, 6, 1)
        names = [row.name for row in ListedRows(report).rows(ListingChoice(EVENTS))]
        assert names == ["Đầu năm", "Cả tháng", "Không ngày"]

    def test_a_report_of_the_year_covers_all_of_it(self, department):
        plan = make_plan(department, issued_on=date(2025, 1, 3))
        report = Report(reporting_year=2024, statistics_to=date(2024, 10, 31))
        assert is_in_period(plan, report) is True
