"""Counts as bars that show their numbers, each with the value that filters a list to what is counted."""

from datetime import date

from reports.year.charts import Bar, by_month, ranked

LABELS = {"letter": "Công văn", "plan": "Kế hoạch", "report": "Báo cáo"}
PLANS, EVENTS = ("Văn bản", "plans"), ("Hoạt động", "events")


def test_the_longest_bar_stands_first_and_is_full():
    assert ranked({"letter": 3, "plan": 22, "report": 3}, LABELS) == (
        Bar("Kế hoạch", 22, 100, "plan"),
        Bar("Báo cáo", 3, 14, "report"),
        Bar("Công văn", 3, 14, "letter"),
    )


def test_nothing_makes_no_bars():
    assert ranked({}, LABELS) == ()


def test_months_share_one_scale():
    plans, events = by_month(2024, {PLANS: [date(2024, 1, 5)] * 4, EVENTS: [date(2024, 12, 31)]})
    assert ((plans.name, plans.page), (events.name, events.page)) == (PLANS, EVENTS)
    assert [bar.label for bar in plans.bars] == [str(month) for month in range(1, 13)]
    assert (plans.bars[0], plans.bars[11]) == (Bar("1", 4, 100, "1"), Bar("12", 0, 0, "12"))
    assert (events.bars[0], events.bars[11]) == (Bar("1", 0, 0, "1"), Bar("12", 1, 25, "12"))


def test_what_lies_outside_the_year_has_columns_of_its_own_in_every_series():
    plans, events = by_month(2024, {PLANS: [date(2023, 12, 21)], EVENTS: [date(2025, 1, 2)]})
    assert [bar.label for bar in plans.bars] == ["≤23", *map(str, range(1, 13)), "≥25"]
    assert [bar.label for bar in events.bars] == [bar.label for bar in plans.bars]
    assert (plans.bars[0], events.bars[-1]) == (Bar("≤23", 1, 100, "truoc"), Bar("≥25", 1, 100, "sau"))


def test_a_year_without_dates_has_twelve_empty_months():
    (series,) = by_month(2024, {EVENTS: []})
    assert [(bar.count, bar.percent) for bar in series.bars] == [(0, 0)] * 12
