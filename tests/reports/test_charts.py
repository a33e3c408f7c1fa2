"""Figures become bars that keep their figures."""

from datetime import date

from reports.charts import Bar, by_month, ranked


def test_the_longest_bar_stands_first_and_is_full():
    assert ranked({"Công văn": 3, "Kế hoạch": 22, "Báo cáo": 3}) == (
        Bar("Kế hoạch", 22, 100),
        Bar("Báo cáo", 3, 14),
        Bar("Công văn", 3, 14),
    )


def test_nothing_makes_no_bars():
    assert ranked({}) == ()


def test_months_share_one_scale():
    plans, events = by_month(2024, {"Văn bản": [date(2024, 1, 5)] * 4, "Hoạt động": [date(2024, 12, 31)]})
    assert (plans.name, events.name) == ("Văn bản", "Hoạt động")
    assert [bar.label for bar in plans.bars] == [str(month) for month in range(1, 13)]
    assert (plans.bars[0], plans.bars[11]) == (Bar("1", 4, 100), Bar("12", 0, 0))
    assert (events.bars[0], events.bars[11]) == (Bar("1", 0, 0), Bar("12", 1, 25))


def test_what_lies_outside_the_year_has_columns_of_its_own_in_every_series():
    plans, events = by_month(2024, {"Văn bản": [date(2023, 12, 21)], "Hoạt động": [date(2025, 1, 2)]})
    assert [bar.label for bar in plans.bars] == ["≤23", *map(str, range(1, 13)), "≥25"]
    assert [bar.label for bar in events.bars] == [bar.label for bar in plans.bars]
    assert (plans.bars[0].count, events.bars[-1].count) == (1, 1)


def test_a_year_without_dates_has_twelve_empty_months():
    (series,) = by_month(2024, {"Hoạt động": []})
    assert [(bar.count, bar.percent) for bar in series.bars] == [(0, 0)] * 12
