"""Figures in the text of Bình's report: what they print, in every file, and that they are never out of date."""

from datetime import date
from io import BytesIO

import docx
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.kinds import DatePrecision, EventKind
from plans.kinds import DocumentKind
from reports.compiling.compile import compile_ends, compile_report, compile_sketch
from reports.compiling.figures.columns import PLACEHOLDER
from reports.compiling.figures.marks import read_mark
from reports.compiling.figures.values import TextFigures
from reports.compiling.rendering import rendered
from reports.document.html import to_html
from reports.document.text import to_text
from reports.models import PeriodKind
from tests.factories import (
    make_criteria_set,
    make_directive,
    make_division,
    make_event,
    make_period,
    make_plan,
    make_report,
    make_submission,
)
from tests.reports.figures.forms import make_figure, make_form, make_submitted_figure

pytestmark = pytest.mark.django_db


@pytest.fixture
def form(department):
    """Use no other form than the one of the tests."""
    return make_form(from_year=2020)


@pytest.fixture
def report(department, form):
    return make_report(
        department, (1, "Kết quả", "Sở đã tổ chức [[số cuộc]] cuộc cho [[số người]] lượt người.")
    )


@pytest.fixture
def events(department):
    """Save 12 sessions with 1,245 people: a training of March, ten conferences of June, a seminar of a quarter."""
    law = make_division(department, name="Phòng Pháp chế", symbol="PC")
    return [
        make_event(department, attendance=45, division=law),
        make_event(
            department, kind=EventKind.CONFERENCE, held_from=date(2024, 6, 10), sessions=10, attendance=1100
        ),
        make_event(
            department,
            kind=EventKind.SEMINAR,
            held_from=date(2024, 4, 1),
            held_to=date(2024, 4, 1),
            date_precision=DatePrecision.QUARTER,
            attendance=100,
        ),
    ]


def says(report, words):
    value = TextFigures(report)[read_mark(words)]
    return value.text if not value.reason else value.reason


def way_out(report, words):
    return TextFigures(report)[read_mark(words)].way_out


def test_the_text_says_what_the_rows_say_in_every_file(report, events):
    sentence = "Sở đã tổ chức 12 cuộc cho 1.245 lượt người."
    document = compile_report(report)
    assert sentence in to_text(document)
    assert sentence in to_html(document)
    word = docx.Document(BytesIO(rendered(document, "docx").content))
    assert sentence in [paragraph.text for paragraph in word.paragraphs]
    assert rendered(document, "pdf").content.startswith(b"%PDF-")


def test_an_event_that_is_moved_to_another_year_leaves_the_text(report, events):
    events[1].held_from = events[1].held_to = date(2023, 6, 10)
    events[1].save()
    assert "Sở đã tổ chức 02 cuộc cho 145 lượt người." in to_text(compile_report(report))


def test_every_text_of_the_report_can_name_figures(report, events, department):
    report.opening, report.closing = "Có [[số cuộc]] cuộc.", "Trên đây là [[số cuộc]] cuộc./."
    report.annexes.create(
        position=1, title="PHỤ LỤC", body="| Số cuộc | [[số cuộc]] |\n| Số người | [[cột 6]] |"
    )
    report.sections.create(position=2, depth=1, heading="Tiêu chí", body="[[tiêu chí]]\n\n[[số cuộc]]")
    criterion = make_criteria_set(department).criteria.first()
    report.assessments.create(criterion=criterion, text="Đạt [[số cuộc]] cuộc.")
    text = to_text(compile_report(report))
    for line in ("Có 12 cuộc.", "Trên đây là 12 cuộc./.", "Đạt 12 cuộc.", "Số người"):
        assert line in text
    assert "[[" not in text
    assert "12 cuộc" in to_text(compile_ends(report, ["VT"]))
    assert "Sở đã tổ chức … cuộc" in to_text(compile_sketch(report))


def test_figures_are_told_by_kind_month_quarter_and_division(report, events):
    assert {
        words: says(report, words)
        for words in (
            "số hội nghị",
            "số cuộc: hội nghị, tập huấn",
            "số cuộc: tháng 6",
            "số cuộc: tháng 4",
            "số cuộc: quý II",
            "số người: Phòng Pháp chế",
            "số người: pc",
            "cột 6: tháng 3",
            "số cuộc thi",
        )
    } == {
        "số hội nghị": "10",
        "số cuộc: hội nghị, tập huấn": "11",
        "số cuộc: tháng 6": "10",
        "số cuộc: tháng 4": "0",
        "số cuộc: quý II": "11",
        "số người: Phòng Pháp chế": "45",
        "số người: pc": "45",
        "cột 6: tháng 3": "45",
        "số cuộc thi": "0",
    }


def test_counts_of_listings_are_those_of_the_paper(report, department):
    for kind, day in ((DocumentKind.PLAN, date(2024, 3, 1)), (DocumentKind.DECISION, None)):
        make_plan(department, kind=kind, issued_on=day)
    make_plan(department, in_report=False)
    make_plan(department, reporting_year=2023)
    make_directive(department, issued_on=date(2024, 8, 1))
    make_event(department, in_report=False)
    assert [says(report, words) for words in ("số văn bản", "số kế hoạch", "số quyết định: tháng 3")] == [
        "02",
        "01",
        "0",
    ]
    assert (says(report, "số văn bản chỉ đạo"), says(report, "số hoạt động")) == ("01", "0")
    report.period_kind = PeriodKind.HALF_YEAR
    report.save()
    assert says(report, "số văn bản chỉ đạo") == "0"


def test_what_was_settled_is_printed_and_estimates_on_demand(report, events):
    make_figure(report, "5", actual=36, estimate=4)
    make_figure(report, "19", actual=35_500_000)
    make_figure(report, "3", does_not_apply=True)
    assert [says(report, f"số cuộc{more}") for more in ("", ": ước", ": cả ước")] == ["36", "04", "40"]
    assert says(report, "kinh phí") == "35,5 triệu đồng"
    assert says(report, "cột 3") == "cột 3 ghi “-”, không phát sinh chỉ tiêu này"


def test_a_figure_is_compared_with_the_year_before(report, events, department):
    earlier = make_submission(make_report(department, reporting_year=2023))
    make_submitted_figure(earlier, "5", actual=8)
    assert [says(report, f"{measure}: cột 5") for measure in ("so với năm trước", "năm trước")] == [
        "tăng 50%",
        "08",
    ]
    assert says(report, "so với năm trước: kinh phí") == "cột 18 không có số của cùng kỳ năm trước"


def test_a_year_without_rows_is_not_taken_for_one_of_zeros(report, events):
    why = "cột 5 không có số của cùng kỳ năm trước"
    assert [says(report, f"{measure}: cột 5") for measure in ("so với năm trước", "năm trước")] == [why, why]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("cột 99", "biểu 04b/TP/PBGDPL không có cột 99"),
        ("cột 4", "cột 4 chưa có số"),
        ("cột 22", "cột 22 là cột ghi chữ"),
        ("cột 14: tháng 6", "cột 14 không đếm từ các hoạt động nên không chia theo loại, tháng, phòng"),
        ("số cuộc: cuộc thi", "cột 5 không đếm loại hoạt động này"),
        (
            "số cuộc: phong phap chê",
            "“phong phap che” không phải tháng, quý, loại hay tên phòng, đơn vị nào",
        ),
    ],
)
def test_what_has_no_number_prints_a_placeholder_and_says_why(report, department, words, why):
    make_division(department, name="Phòng Pháp chế B")
    assert says(report, words) == why
    report.sections.update(body=f"Có [[{words}]] cuộc.")
    assert f"Có {PLACEHOLDER} cuộc." in to_text(compile_report(report))


def test_a_misspelt_division_is_asked_about(report, department):
    make_division(department, name="Phòng Pháp chế B")
    assert way_out(report, "số cuộc: phong phap chê") == (
        "Có phải “Phòng Pháp chế B”? Ghi lại tên, hoặc viết câu khác."
    )


@pytest.fixture
def from_december(justice_department, report, department):
    """Open a period from 15 December 2023 to 14 December 2024; save 3 sessions of one December and 4 of the other."""
    days = {
        "figures_from": date(2023, 12, 15),
        "figures_to": date(2024, 12, 14),
        "cut_off": date(2024, 12, 1),
    }
    make_period(justice_department, **days)
    make_event(department, held_from=date(2023, 12, 20), sessions=3)
    make_event(department, held_from=date(2024, 12, 1), sessions=4)
    make_event(department, held_from=date(2024, 10, 1), sessions=5)


@pytest.mark.parametrize(
    ("words", "said", "way_out"),
    [
        ("tháng 12", "số liệu có tháng 12 của 2 năm", "Ghi rõ “tháng 12/2023” hay “tháng 12/2024”."),
        ("quý IV", "số liệu có quý IV của 2 năm", "Ghi rõ “quý IV/2023” hay “quý IV/2024”."),
        ("tháng 12/2023", "03", ""),
        ("tháng 12 năm 2024", "04", ""),
        ("Quý 4/2024", "09", ""),
        ("tháng 10", "05", ""),
        ("tháng 6", "0", ""),
        ("quý I", "0", ""),
        (
            "tháng 6/2023",
            "tháng 6/2023 nằm ngoài thời gian đếm số liệu, từ ngày 15/12/2023 đến ngày 01/12/2024",
            "Ghi tháng hoặc quý khác, hoặc viết câu khác.",
        ),
    ],
)
def test_a_month_of_two_years_is_told_by_its_year(report, from_december, words, said, way_out):
    value = TextFigures(report)[read_mark(f"số cuộc: {words}")]
    assert (value.reason or value.text, value.way_out) == (said, way_out)


def test_a_month_that_is_not_counted_yet_is_no_nought(report, justice_department):
    days = {"figures_from": date(2024, 1, 1), "figures_to": date(2024, 11, 30)}
    make_period(justice_department, **days, cut_off=date(2024, 10, 31))
    assert [says(report, f"số cuộc: tháng {month}") for month in (10, 11)] == [
        "0",
        "tháng 11 nằm ngoài thời gian đếm số liệu, từ ngày 01/01/2024 đến ngày 31/10/2024",
    ]


def test_documents_of_one_month_of_two_years_are_told_by_the_year(report, department):
    for year in (2023, 2024):
        make_plan(department, issued_on=date(year, 12, 1))
    assert says(report, "số văn bản: tháng 12") == "số liệu có tháng 12 của 2 năm"
    assert [
        says(report, f"số văn bản: {part}") for part in ("tháng 12/2023", "quý IV/2024", "tháng 12/2022")
    ] == [
        "01",
        "01",
        "0",
    ]


def test_a_period_without_a_form_says_so(department):
    assert says(make_report(department, reporting_year=2001), "số cuộc") == "kỳ này chưa có biểu số liệu"


def test_figures_cost_nothing_where_no_text_names_them(report, events):
    with CaptureQueriesContext(connection) as with_figures:
        compile_report(report)
    report.sections.update(body="Sở đã tổ chức 12 cuộc.")
    with CaptureQueriesContext(connection) as without:
        compile_report(report)
    report.sections.update(body=" ".join(f"[[số cuộc: tháng {n}]] [[số người: quý 1]]" for n in range(1, 13)))
    for _ in range(20):
        make_event(report.organisation)
    with CaptureQueriesContext(connection) as many:
        compile_report(report)
    assert len(without) < 7
    assert len(many) - len(with_figures) in (0, 1)  # the divisions or the events, once
