"""Charts of bars: lengths that tell the truth, numbers as officials write them, SVG that any reader of XML reads."""

from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string

from reports.figures.charts import UNKNOWN, Chart, Row, share_of, summed

YEARS = ("Năm 2024", "Năm 2023")


def chart_of(*rows, **values):
    made = tuple(Row(label, numbers) for label, *numbers in rows)
    return Chart(**{"key": "thang", "title": "Theo tháng", "series": YEARS, "rows": made} | values)


def widths(chart):
    return [tuple(float(bar.width) for bar in place.bars) for place in chart.places]


def drawn(chart):
    """Return the figure as it is sent, read as XML."""
    return ElementTree.fromstring(render_to_string("reports/figures/_chart.html", {"chart": chart}))


def table(figure):
    return [
        ["".join(cell.itertext()) for cell in row]
        for part in ("thead", "tbody", "tfoot")
        for row in figure.iterfind(f".//{part}/tr")
    ]


def bars_and_words(figure):
    """Return the widths of the bars, and the words beside them."""
    (svg,) = (one for one in figure.iter("svg") if one.get("role"))
    groups = list(svg.iter("g"))
    return (
        [[rect.get("width") for rect in group.iter("rect")] for group in groups],
        [[text.text for text in group.iter("text")] for group in groups],
    )


def test_bars_are_as_long_as_their_numbers_from_0_on():
    chart = chart_of(("Hội nghị, hội thảo", 40, 20), ("Tập huấn", 10, 0))
    (longest, half), (quarter, nothing) = widths(chart)
    assert (longest / half, longest / quarter, nothing) == (2, 4, 0)


def test_beside_one_huge_bar_a_small_one_is_seen_and_a_zero_is_not():
    (_, (small, zero)) = widths(chart_of(("Tháng 1", 10**15 - 1, 0), ("Tháng 2", 1, 0)))
    assert small == 0.1
    assert zero == 0


def test_where_all_is_zero_no_bar_is_drawn():
    chart = chart_of(("Tháng 1", 0, 0), ("Tháng 2", 0, 0))
    assert widths(chart) == [(0, 0), (0, 0)]
    assert "Nhiều nhất" not in chart.description


def test_what_is_not_known_and_what_does_not_apply_are_not_zero():
    figure = drawn(chart_of(("Tháng 1", None, 5), ("Tháng 2", "-", 0), ("Tháng 3", 0, None)))
    _, words = bars_and_words(figure)
    assert words == [[UNKNOWN, "5"], ["-", "0"], ["0", UNKNOWN]]
    assert [row[3] for row in table(figure)[1:]] == [""] * 3


def test_columns_of_different_units_have_scales_of_their_own():
    chart = chart_of(("Số cuộc", 5, 10), ("Kinh phí", 35_000_000, 70_000_000), has_own_scales=True)
    assert widths(chart)[0] == widths(chart)[1]
    assert "thang riêng" in chart.description


@pytest.mark.parametrize("thousands", [True, False])
def test_the_svg_is_xml_with_dots_in_its_measures_and_the_numbers_of_its_table(settings, thousands):
    settings.USE_THOUSAND_SEPARATOR = thousands
    rows = [(f"Hội nghị của phòng số {number} <b>&", number * 1245, number * 3000) for number in range(30)]
    chart = chart_of(*rows)
    figure = drawn(chart)
    measures, words = bars_and_words(figure)
    assert words == [row[1:3] for row in table(figure)[1:]]
    assert words[1] == ["1.245", "3.000"]
    assert {width[-1] for row in measures for width in row} == {"%"}
    assert [float(width[:-1]) for row in measures for width in row] == [*sum(widths(chart), ())]
    (svg,) = (one for one in figure.iter("svg") if one.get("role"))
    assert int(svg.get("height")) == chart.height > 1000


def test_the_svg_is_named_and_described():
    figure = drawn(chart_of(("Tháng 1", 1245, 7), unit="cuộc"))
    (svg,) = (one for one in figure.iter("svg") if one.get("role"))
    named = {one.get("id"): one.text for one in svg if one.get("id")}
    assert svg.get("role") == "img"
    assert [named[one] for one in svg.get("aria-labelledby").split()] == [
        "Theo tháng",
        "Thanh ngang, thang bắt đầu từ 0. Mỗi dòng so năm 2024 với năm 2023. Nhiều nhất: Tháng 1, 1.245 cuộc.",
    ]


def test_a_long_label_is_drawn_in_lines_whole_with_its_change():
    label = "Phòng Phổ biến, giáo dục pháp luật và Theo dõi thi hành pháp luật"
    first, second = chart_of((label, 3, 2), ("Văn phòng", 1, 1)).places
    lines = [line for line, _ in first.lines]
    assert len(lines) == 2
    assert " ".join(lines).replace("\xa0", " ") == f"{label}: +50%"
    assert second.lines[0][1] > first.bottom > first.bars[-1].baseline > first.lines[-1][1]


def test_a_chart_without_last_year_has_one_series_and_the_shares_of_its_total():
    rows = (Row("Tháng 1", (1,)), Row("Tháng 2", (7,)))
    chart = chart_of(series=YEARS[:1], rows=rows, total=summed(rows, "Cộng"))
    assert table(drawn(chart)) == [
        ["", "Năm 2024", "Tỷ lệ"],
        ["Tháng 1", "1", "12,5%"],
        ["Tháng 2", "7", "87,5%"],
        ["Cộng", "8", ""],
    ]


def test_the_totals_of_both_years_stand_above_the_bars():
    rows = (Row("Tháng 1", (1200, 3)), Row("Tháng 2", (45, 4)))
    figure = drawn(chart_of(rows=rows, total=summed(rows, "Cộng")))
    (keys,) = figure.iterfind(".//p")
    assert ["".join(key.itertext()).strip() for key in keys] == ["Năm 2024: 1.245", "Năm 2023: 7"]


def test_a_sum_is_unknown_only_where_nothing_is_known():
    rows = (Row("a", (1, None)), Row("b", (None, None)), Row("c", ("-", None)))
    assert summed(rows, "Cộng").numbers == (1, None)
    assert (share_of(0, 0), share_of(None, 5), share_of(1, 3)) == ("", "", "33,3%")
