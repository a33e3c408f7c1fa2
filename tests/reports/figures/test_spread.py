"""How a figure spreads: the numbers of its charts are those of the marks, and lead to the rows that they count."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.kinds import DatePrecision, EventKind
from reports.compiling.figures.marks import read_mark
from reports.compiling.figures.values import TextFigures
from reports.figures.form import load_form
from reports.figures.spread import MOST, spread
from reports.models import PeriodKey, PeriodKind
from tests.factories import make_division, make_event, make_period, make_policy, make_report, make_submission
from tests.pages import words
from tests.reports.figures.forms import make_figure, make_form, make_submitted_figure

PAGE = "/bao-cao/2024/so-lieu/"
YEAR = PeriodKey(2024)
ROWS = "//td[@class='subject']"


@pytest.fixture
def report(department):
    make_form(from_year=2020)
    return make_report(department)


@pytest.fixture
def events(department):
    """Save 12 sessions with 1,245 people of this year, and 2 sessions with 130 of the year before."""
    law = make_division(department, name="Phòng Pháp chế")
    make_event(department, name="Tập huấn hộ tịch", attendance=45, division=law)
    june = {"kind": EventKind.CONFERENCE, "held_from": date(2024, 6, 10)}
    make_event(department, name="Mười hội nghị", sessions=10, attendance=1100, **june)
    quarter = {"held_from": date(2024, 4, 1), "date_precision": DatePrecision.QUARTER}
    make_event(department, name="Hội thảo quý II", kind=EventKind.SEMINAR, attendance=100, **quarter)
    make_event(department, kind=EventKind.CONTEST, attendance=70)
    before = {"reporting_year": 2023, "division": law}
    make_event(department, held_from=date(2023, 6, 1), attendance=30, **before)
    make_event(department, held_from=date(2023, 12, 9), attendance=100, **before)


def spread_of(department, code, period=YEAR):
    form = load_form(department, period)
    return spread(form, form.figure(code), department, period)


def numbers(found):
    """Return the numbers of the rows of each chart by their labels."""
    return {chart.key: {row.label: row.numbers for row in chart.rows} for chart in found.charts}


def test_a_figure_spreads_over_months_kinds_and_divisions_beside_last_year(department, report, events):
    found = numbers(spread_of(department, "6"))
    months = {f"Tháng {month}": (0, 0) for month in range(1, 13)}
    assert found == {
        "thang": months
        | {"Tháng 3": (45, 0), "Tháng 6": (1100, 30), "Tháng 12": (0, 100), "Chỉ ghi quý": (100, 0)},
        "loai": {"Hội nghị": (1100, 0), "Hội thảo": (100, 0), "Tập huấn": (45, 130)},
        "phong": {"Không ghi phòng, đơn vị": (1200, 0), "Phòng Pháp chế": (45, 130)},
    }
    assert [chart.total.numbers for chart in spread_of(department, "6").charts] == [(1245, 130)] * 3


def test_charts_say_what_the_marks_print(department, report, events):
    values = TextFigures(report)
    for code in ("5", "6"):
        for key, rows in numbers(spread_of(department, code)).items():
            # No mark asks for rows without a month or a division.
            named = {label: now for label, (now, _) in rows.items() if not label.startswith(("Chỉ", "Không"))}
            assert named == {label: values[read_mark(f"cột {code}: {label}")].number for label in named}, key


def test_a_kind_or_a_division_that_is_the_only_one_is_no_chart(department, report):
    make_event(department)
    assert [*numbers(spread_of(department, "5"))] == ["thang"]


@pytest.mark.parametrize("code", ["3", "14", "18", "22"])
def test_what_is_not_counted_from_events_has_no_charts(department, report, events, code):
    make_policy(department, kind="policy")
    assert spread_of(department, code).charts == ()


def test_a_year_without_rows_is_unknown_and_no_year_of_zeros(department, report):
    make_event(department)
    earlier = make_submission(make_report(department, reporting_year=2023))
    make_submitted_figure(earlier, "5", actual=9)
    found = spread_of(department, "5")
    assert [chart.series for chart in found.charts] == [("Năm 2024",)]
    assert found.notes == ("Hoạt động của năm 2023 không có ở đây nên không chia được; cả kỳ là 9.",)


def test_numbers_that_are_not_those_of_the_rows_are_named(department, report, events):
    make_figure(report, "5", actual=20, reason="Cả các xã.")
    earlier = make_submission(make_report(department, reporting_year=2023))
    make_submitted_figure(earlier, "5", actual=9)
    assert spread_of(department, "5").notes == (
        "Vẽ theo số đếm được từ các dòng (12), không theo số chốt.",
        "Các dòng của năm 2023 cộng được 2, khác số của kỳ đó là 9.",
    )


def test_months_are_those_of_the_figures_and_what_is_estimated_is_unknown(
    department, report, events, justice_department
):
    make_period(
        justice_department,
        figures_from=date(2023, 12, 1),
        figures_to=date(2024, 11, 30),
        cut_off=date(2024, 10, 31),
    )
    months = numbers(spread_of(department, "5"))["thang"]
    assert [*months][:2] == ["Tháng 12", "Tháng 1"]
    assert months["Tháng 12"] == (1, 1)
    assert months["Tháng 11"] == (None, 0)


def test_a_month_of_two_years_has_two_bars(department, report, justice_department):
    december = {"figures_from": date(2023, 12, 15), "figures_to": date(2024, 12, 14)}
    make_period(justice_department, **december)
    make_period(justice_department, reporting_year=2023)
    for year, day, sessions in (
        (2024, date(2023, 12, 20), 3),
        (2024, date(2024, 12, 1), 4),
        (2023, date(2023, 12, 1), 2),
    ):
        make_event(department, reporting_year=year, held_from=day, sessions=sessions)
    months = numbers(spread_of(department, "5"))["thang"]
    assert [*months] == ["Tháng 12/2023", *(f"Tháng {month}" for month in range(1, 12)), "Tháng 12/2024"]
    # The year before was counted by its calendar: its only December is beside the last one.
    assert (months["Tháng 12/2023"], months["Tháng 12/2024"]) == ((3, None), (4, 5))


def test_a_month_that_only_last_year_had_twice_stands_in_its_place(department, report, justice_department):
    make_period(
        justice_department,
        reporting_year=2023,
        figures_from=date(2022, 12, 15),
        figures_to=date(2023, 12, 14),
    )
    for year, day, sessions in (
        (2023, date(2022, 12, 20), 3),
        (2023, date(2023, 12, 1), 4),
        (2024, date(2024, 3, 1), 1),
    ):
        make_event(department, reporting_year=year, held_from=day, sessions=sessions)
    months = numbers(spread_of(department, "5"))["thang"]
    assert [*months][:2] == ["Tháng 12/2023", "Tháng 1"]
    assert (months["Tháng 12/2023"], months["Tháng 12/2024"]) == ((None, 3), (0, 4))


def test_half_a_year_has_six_months(department, report, events):
    months = numbers(spread_of(department, "5", PeriodKey(2024, PeriodKind.HALF_YEAR)))["thang"]
    assert [*months] == [*(f"Tháng {month}" for month in range(1, 7)), "Chỉ ghi quý"]


def test_many_divisions_end_in_one_bar_of_all_others(department, report):
    for number in range(MOST + 5):
        make_event(department, division=make_division(department), sessions=number + 1)
    (chart,) = (one for one in spread_of(department, "5").charts if one.key == "phong")
    assert len(chart.rows) == MOST
    assert (chart.rows[-1].label, chart.rows[-1].numbers) == ("6 phòng, đơn vị khác", (21,))
    assert chart.total.numbers == (sum(range(1, MOST + 6)),)


# The page


@pytest.fixture
def binhs(client, binh, report, events):
    client.force_login(binh)
    return client


def test_a_bar_leads_to_the_rows_that_it_counts(binhs, department):
    page = binhs.get(f"{PAGE}6/")
    links = {words(page, f"//a[@href='{href}']")[0]: href for href in words(page, "//figure//a/@href")}
    assert "Tháng 7" not in links
    assert {
        label: words(binhs.get(f"{PAGE}6/{links[label]}"), ROWS)
        for label in ("Tháng 6", "Chỉ ghi quý", "Tập huấn", "Phòng Pháp chế")
    } == {
        "Tháng 6": ["Mười hội nghị (10/6/2024)"],
        "Chỉ ghi quý": ["Hội thảo quý II (quý II/2024)"],
        "Tập huấn": ["Tập huấn hộ tịch (05/3/2024)"],
        "Phòng Pháp chế": ["Tập huấn hộ tịch (05/3/2024)"],
    }
    both = binhs.get(f"{PAGE}6/?thang=3-2024&loai=training&tim=ho")
    assert words(both, "//p[@class='found']") == ["1 dòng (Tháng 3, Tập huấn) có “ho”. Xem tất cả"]


@pytest.mark.parametrize(
    "asked", ["thang=7-2024", "thang=3", "thang=13-2024", "loai=%00", "phong=999999", "thang=<b>", "phong="]
)
def test_a_bar_that_is_not_there_narrows_nothing(binhs, asked):
    assert len(words(binhs.get(f"{PAGE}6/?{asked}"), ROWS)) == 3


def test_the_page_takes_as_many_queries_for_a_full_year(binhs, department):
    def queries():
        with CaptureQueriesContext(connection) as made:
            binhs.get(f"{PAGE}6/")
        return len(made)

    few = queries()
    for number in range(24):
        make_event(department, division=make_division(department), held_from=date(2023, number % 12 + 1, 1))
        make_event(department, kind=EventKind.CONFERENCE, held_from=date(2024, number % 12 + 1, 1))
    assert queries() == few


def test_an_event_of_several_months_counts_in_its_first_one_and_the_page_says_so(department, report):
    months = {
        "held_from": date(2024, 6, 1),
        "held_to": date(2024, 7, 1),
        "date_precision": DatePrecision.MONTH,
    }
    make_event(department, name="Đợt tuyên truyền hè", sessions=4, **months)
    make_event(department, held_from=date(2024, 6, 3), held_to=date(2024, 6, 28))
    make_event(department, held_from=date(2024, 4, 1), date_precision=DatePrecision.QUARTER)
    found = spread_of(department, "5")
    by_month = numbers(found)["thang"]
    assert (by_month["Tháng 6"], by_month["Tháng 7"]) == ((5,), (0,))
    assert found.notes == (
        "Kéo dài sang tháng hoặc quý sau, tính vào tháng, quý đầu: Đợt tuyên truyền hè (tháng 6-7/2024). "
        "Số trong lời như [[số cuộc: quý II]] cũng tính như vậy.",
    )
    figures = TextFigures(report)
    assert [figures[read_mark(f"số cuộc: quý {quarter}")].number for quarter in ("II", "III")] == [6, 0]
