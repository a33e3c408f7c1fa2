"""count_figures prints the figures of a form as JSON, or one sentence."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_report
from tests.reports.figures.forms import make_figure, make_form
from tests.reports.figures.year_of_events import HALF, YEAR, make_year


def run(*words):
    out = StringIO()
    call_command("count_figures", *words, stdout=out)
    return json.loads(out.getvalue())


@pytest.fixture
def year(department, other_department):
    make_form()
    make_form({"code": "5", "label": "Số cuộc"}, form_code="04c/TP/PBGDPL", group="")
    return make_year(department, other_department)


@pytest.mark.parametrize(("period", "figures"), [("2026", YEAR), ("2026-6-thang", HALF)])
def test_the_figures_are_printed(year, period, figures):
    printed = run("SXD", period)
    assert (printed["form"], printed["period"]) == ("04b/TP/PBGDPL", period)
    assert {one["code"]: one["actual"] for one in printed["figures"] if one["code"] in figures} == figures
    assert len(printed["figures"]) == 20


def test_what_does_not_apply_and_what_nobody_entered_are_told_apart(department):
    make_form()
    report = make_report(department, reporting_year=2026)
    make_figure(report, "3", does_not_apply=True)
    make_figure(report, "19", actual=5_000_000, estimate=200)
    make_figure(report, "22", words="Chưa kể quý IV")
    printed = {one["code"]: one for one in run("SXD", "2026")["figures"]}
    assert printed["3"] == {"code": "3", "actual": "-", "estimate": None, "unit": "người", "rows": 0}
    assert printed["4"] == {"code": "4", "actual": None, "estimate": None, "unit": "người", "rows": 0}
    assert printed["5"] == {"code": "5", "actual": 0, "estimate": None, "unit": "cuộc", "rows": 0}
    assert printed["19"] == {"code": "19", "actual": 5_000_000, "estimate": 200, "unit": "đồng", "rows": 0}
    assert printed["22"] == {
        "code": "22",
        "actual": "Chưa kể quý IV",
        "estimate": None,
        "unit": "",
        "rows": 0,
    }


def test_another_form_is_chosen_by_its_code_or_its_beginning(year):
    assert run("SXD", "2026", "--set", "04c/TP/PBGDPL") == run("SXD", "2026", "--set", "04C")
    assert [one["code"] for one in run("SXD", "2026", "--set", "04c")["figures"]] == ["5"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("SKHÁC", "2026"),
            "Không có cơ quan nào mã “SKHÁC”. Xem lại mã, hoặc tạo cơ quan bằng create_organisation trước.",
        ),
        *(
            (
                ("SXD", period),
                f"“{period}” không phải kỳ báo cáo; viết như 2026 (cả năm) hoặc 2026-6-thang (6 tháng đầu năm).",
            )
            for period in ("năm nay", "1999", "2026-9-thang", "2026\n", "")
        ),
        (
            ("SXD", "2026", "--set", "05"),
            "Không có biểu “05” dùng trong năm 2026. Có các biểu: 04b/TP/PBGDPL, 04c/TP/PBGDPL.",
        ),
        (("SXD", "2020", "--set", "04b"), "Không có biểu “04b” dùng trong năm 2020. Chưa có biểu nào."),
        (("SXD", "2020"), "Chưa có biểu số liệu nào cho Sở Xây dựng tỉnh Sen dùng trong năm 2020."),
    ],
)
def test_what_is_not_known_is_told_in_one_sentence(year, words, sentence):
    with pytest.raises(CommandError) as refused:
        run(*words)
    assert str(refused.value) == sentence
