"""Figures in another unit than their column: money is converted, all else is left out by name."""

import json
from io import BytesIO

import pytest
from openpyxl import load_workbook

from reports.compiling.compile import compile_report
from reports.models import FileKind, Indicator
from reports.received.figures import Cell
from reports.received.totals import add_up
from tests.factories import make_report, make_submitted_file
from tests.pages import words
from tests.reports.figures.forms import make_form
from tests.reports.received.test_totals import YEAR, hand_in
from tests.test_permissions import SUBMITTED_DATA

PAGE = "/tong-hop/2024/so-lieu/"


@pytest.fixture(autouse=True)
def form(db):
    return make_form(
        {"code": "5", "label": "Số cuộc", "unit": "cuộc"},
        {"code": "18", "label": "Kinh phí", "unit": "đồng"},
        group="",
        form_code="04c/TP/PBGDPL",
    )


def in_units(submission, **units):
    for code, unit in units.items():
        submission.figures.filter(code=code.removeprefix("c")).update(unit=unit)
    return submission


@pytest.mark.parametrize(
    ("unit", "wanted", "number", "added"),
    [
        ("triệu đồng", "đồng", 15, 15_000_000),
        ("Nghìn đồng", "đồng", 15, 15_000),
        ("tỷ đồng", "triệu đồng", 2, 2_000),
        ("đồng", "triệu đồng", 3_000_000, 3),
        ("đồng", "triệu đồng", 3_000_001, None),
        ("USD", "đồng", 15, None),
        ("", "đồng", 15, 15),
        ("ĐỒNG", "đồng", 15, 15),
    ],
)
def test_money_is_converted_where_that_is_exact(department, justice_department, unit, wanted, number, added):
    Indicator.objects.filter(code="18").update(unit=wanted)
    in_units(hand_in(department, c18=number), c18=unit)
    totals = add_up(justice_department, YEAR)
    assert totals.cells["18"].total == added
    assert bool(totals.left_out_cells) is (added is None)


def test_last_year_is_converted_too(department, justice_department):
    in_units(hand_in(department, 2023, c18=15), c18="triệu đồng")
    hand_in(department, c18=30_000_000)
    assert add_up(justice_department, YEAR).cells["18"] == Cell(30_000_000, before=15_000_000)


def test_what_was_counted_leaves_no_stated_number_out(department, justice_department):
    Indicator.objects.filter(code="18").update(unit="triệu đồng")
    submission = in_units(hand_in(department, c5="-", c18=3_000_000), c5="buổi", c18="đồng")
    submission.figures.filter(code="18").update(counted=3_000_001)
    submission.figures.filter(code="5").update(counted=7)
    totals = add_up(justice_department, YEAR)
    assert (totals.cells["18"].total, totals.cells["5"].does_not_apply) == (3, True)
    assert totals.left_out_cells == ()


def test_what_does_not_apply_has_no_unit(department, justice_department):
    in_units(hand_in(department, c18="-"), c18="USD")
    totals = add_up(justice_department, YEAR)
    assert (totals.cells["18"], totals.left_out_cells) == (Cell(does_not_apply=True), ())


def test_pages_and_files_name_what_is_left_out_and_what_was_converted(
    client, dung, department, other_department
):
    in_units(hand_in(department, c5=3, c18=15), c5="buổi", c18="triệu đồng")
    hand_in(other_department, c5=4)
    because = "ghi theo “buổi”, cột này tính theo “cuộc”"
    client.force_login(dung)
    assert words(client.get(PAGE), "//section/details/ul/li") == [f"{department.name}, cột (5): {because}"]
    assert words(client.get(f"{PAGE}5/"), "//td[@class='left-out']") == [f"{because}: chưa tính vào tổng số"]
    assert words(client.get(f"{PAGE}18/"), "//td/small") == ["đổi từ triệu đồng"]
    data = json.loads(client.get(f"{PAGE}tai-ve/json/").content)
    assert data["left_out_figures"] == [
        {"code": department.code, "name": department.name, "column": "5", "because": because}
    ]
    cells = [
        cell
        for row in load_workbook(BytesIO(client.get(f"{PAGE}tai-ve/xlsx/").content)).active.iter_rows(
            values_only=True
        )
        for cell in row
    ]
    assert f"Chưa tính vào tổng số: cột (5) của {department.name} {because}." in cells


def test_what_is_left_out_of_last_year_is_named_on_pages_in_files_and_on_paper(
    client, dung, department, other_department, justice_department
):
    in_units(hand_in(department, 2023, c5=3), c5="buổi")
    in_units(hand_in(other_department, 2023, c5=8, c18=15), c5="lượt", c18="triệu đồng")
    hand_in(other_department, c5=4)
    because = [f"ghi theo “{unit}”, cột này tính theo “cuộc”" for unit in ("buổi", "lượt")]
    bodies = department, other_department
    client.force_login(dung)
    assert words(client.get(PAGE), "//section/details/ul/li") == [
        f"{body.name}, cột (5): {reason}" for body, reason in zip(bodies, because, strict=True)
    ]
    column = client.get(f"{PAGE}5/")
    assert words(column, "//td[@class='left-out'][@data-label='Năm trước']") == [
        f"{reason}: chưa tính" for reason in reversed(because)
    ]
    data = json.loads(client.get(f"{PAGE}tai-ve/json/").content)
    assert data["left_out_figures"] == []
    assert data["left_out_before"] == [
        {"code": body.code, "name": body.name, "column": "5", "because": reason}
        for body, reason in zip(bodies, because, strict=True)
    ]
    report = make_report(justice_department, (1, "Kết quả", "[[so với năm trước]]"))
    (section,) = compile_report(report).body
    assert [block.text for block in section.blocks[1:]] == [
        f"Số năm trước chưa tính cột (5) của {body.name}: {reason}."
        for body, reason in zip(bodies, because, strict=True)
    ]


def test_the_page_of_a_submitted_figure_says_what_of_it_is_added_up(client, dung, department):
    submission = in_units(hand_in(department, c5=3, c18=15), c5="buổi", c18="triệu đồng")
    make_submitted_file(submission, kind=FileKind.JSON, data=SUBMITTED_DATA.read_bytes())
    client.force_login(dung)
    said = [
        words(
            client.get(f"/tong-hop/2024/{submission.report_id}/so-lieu/{code}/"),
            "//dl/div[dt='Trong tổng số']/dd",
        )
        for code in ("5", "18")
    ]
    assert said == [
        ["Chưa tính: ghi theo “buổi”, cột này tính theo “cuộc”"],
        ["15.000.000 đồng, đổi từ triệu đồng"],
    ]
