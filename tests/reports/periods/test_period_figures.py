"""Dung opens a period with forms of its own, and says which days its figures are of."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from accounts.history import history_of
from reports.models import IndicatorSet, PeriodKind, ReportingPeriod
from reports.periods.lifecycle import open_period
from tests.accounts.rows.editors import fields_of
from tests.factories import make_indicator_set, make_outline, make_period
from tests.pages import words

FAULTS = "//section[contains(@class, 'faults')]//li"
OPEN = "/ky-bao-cao/2026/mo/"


@pytest.fixture
def at_dungs_desk(client, dung):
    client.force_login(dung)
    return client


def opened(dung, year=2026):
    period = ReportingPeriod(
        reporting_year=year,
        statistics_from=date(year, 1, 1),
        statistics_to=date(year, 10, 31),
        due_on=date(2099, 11, 15),
    )
    return open_period(period, outline=make_outline(dung.organisation), criteria_set=None, by=dung)


def forms_of(period):
    return [(one.form_code, one.group, one.name) for one in period.indicator_sets.order_by("form_code")]


@pytest.mark.parametrize(
    ("year", "forms"),
    [
        (2010, []),
        (2024, [("09b/BTP/PBGDPL", "department")]),
        (2026, [("04a/TP/PBGDPL", "commune"), ("04b/TP/PBGDPL", "department"), ("04c/TP/PBGDPL", "")]),
    ],
)
def test_a_period_gets_copies_of_the_forms_of_its_year(dung, year, forms):
    period = opened(dung, year)
    assert [form[:2] for form in forms_of(period)] == forms
    for copy in period.indicator_sets.all():
        kept = IndicatorSet.objects.get(organisation=None, form_code=copy.form_code)
        assert [str(one) for one in copy.indicators.all()] == [str(one) for one in kept.indicators.all()]
        assert copy.organisation == dung.organisation


def test_dungs_own_form_goes_before_that_of_the_program_and_a_later_one_before_both(dung):
    make_indicator_set(dung.organisation, name="Của tỉnh", from_year=2026)
    make_indicator_set(dung.organisation, name="Năm sau", from_year=2027)
    make_indicator_set(dung.organisation, name="Cũ", group="commune", from_year=2025)
    names = {group: name for _, group, name in forms_of(opened(dung))}
    assert names["department"] == "Của tỉnh"
    assert names["commune"] == "Biểu 04a/TP/PBGDPL: xã, phường, đặc khu"
    assert IndicatorSet.objects.templates_of(dung.organisation).count() == 7


def test_the_form_of_a_period_is_read_not_changed(at_dungs_desk, dung):
    period = opened(dung)
    form = period.indicator_sets.get(group="department")
    address = f"/bieu-so-lieu/2026/{form.pk}/"
    page = at_dungs_desk.get(address)
    assert "Bản riêng của kỳ báo cáo năm 2026" in words(page, "//main//p[@class='hint']")[0]
    assert at_dungs_desk.post(address).status_code == 404
    assert address in words(at_dungs_desk.get(period.get_absolute_url()), "//main//dd/a/@href")


def test_dung_sees_which_forms_a_period_is_opened_with(at_dungs_desk, department):
    sent = fields_of(at_dungs_desk.get(OPEN)) | {"due_on": "15/11/2099", "cut_off": "31/10/2026"}
    page = at_dungs_desk.post(OPEN, sent)
    shown = dict(zip(words(page, "//dl//dt"), words(page, "//dl//dd"), strict=True))
    assert shown["Biểu số liệu"] == "04a/TP/PBGDPL, 04b/TP/PBGDPL, 04c/TP/PBGDPL"
    assert shown["Số thực hiện tính đến ngày"] == "31/10/2026"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        (
            {"figures_from": "15/12/2025"},
            "Số liệu đến ngày: Ghi cả ngày đầu và ngày cuối của số liệu, hoặc để trống cả hai.",
        ),
        (
            {"figures_to": "14/12/2026"},
            "Số liệu từ ngày: Ghi cả ngày đầu và ngày cuối của số liệu, hoặc để trống cả hai.",
        ),
        (
            {"figures_from": "2/2/2026", "figures_to": "1/2/2026"},
            "Số liệu đến ngày: Ngày cuối phải từ 02/02/2026 trở đi.",
        ),
        (
            {"figures_from": "1/1/2025", "figures_to": "31/12/2025"},
            "Số liệu đến ngày: Thời gian của số liệu không có ngày nào của năm 2026.",
        ),
        (
            {"cut_off": "1/1/2027"},
            "Số thực hiện tính đến ngày: Ngày này phải nằm trong thời gian của số liệu, từ 01/01/2026 đến 31/12/2026.",
        ),
        (
            {"kind": "half_year", "cut_off": "1/7/2026"},
            "Số thực hiện tính đến ngày: Ngày này phải nằm trong thời gian của số liệu, từ 01/01/2026 đến 30/06/2026.",
        ),
        (
            {"figures_from": "15/12/2025", "figures_to": "14/12/2026", "cut_off": "15/12/2026"},
            "Số thực hiện tính đến ngày: Ngày này phải nằm trong thời gian của số liệu, từ 15/12/2025 đến 14/12/2026.",
        ),
    ],
)
def test_days_that_cannot_be_are_named(at_dungs_desk, typed, fault):
    sent = fields_of(at_dungs_desk.get(OPEN)) | {"due_on": "15/11/2099"} | typed
    assert words(at_dungs_desk.post(OPEN, sent), FAULTS) == [fault]


def test_dung_changes_the_days_of_the_figures(at_dungs_desk, dung):
    period = opened(dung)
    address = f"{period.get_absolute_url()}sua/"
    days = {"figures_from": "15/12/2025", "figures_to": "14/12/2026", "cut_off": "31/10/2026"}
    assert at_dungs_desk.post(address, fields_of(at_dungs_desk.get(address)) | days).status_code == 302
    page = at_dungs_desk.get(period.get_absolute_url())
    shown = "sơ bộ năm, từ 15/12/2025 đến 14/12/2026; số thực hiện tính đến 31/10/2026"
    assert shown in words(page, "//dd")
    assert history_of(period)[0].values == [
        ["số liệu từ ngày", "", "15/12/2025"],
        ["số liệu đến ngày", "", "14/12/2026"],
        ["số thực hiện tính đến ngày", "", "31/10/2026"],
    ]


@pytest.mark.parametrize(
    ("kind", "days", "called"),
    [
        (PeriodKind.HALF_YEAR, {}, "sơ bộ 6 tháng"),
        (PeriodKind.YEAR, {}, "tròn năm"),
        (PeriodKind.YEAR, {"cut_off": date(2026, 12, 31)}, "tròn năm"),
        (PeriodKind.YEAR, {"cut_off": date(2026, 10, 31)}, "sơ bộ năm"),
    ],
)
def test_figures_are_called_as_the_ministry_calls_them(kind, days, called):
    assert ReportingPeriod(reporting_year=2026, kind=kind, **days).figures_words == called


@pytest.mark.parametrize(
    "days",
    [
        {"figures_from": date(2024, 1, 1)},
        {"figures_to": date(2024, 1, 1)},
        {"figures_from": date(2024, 2, 1), "figures_to": date(2024, 1, 1)},
        {"figures_from": date(2024, 1, 1), "figures_to": date(2024, 2, 1), "cut_off": date(2024, 2, 2)},
    ],
)
def test_the_table_refuses_days_that_cannot_be(dung, days):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_period(dung.organisation, **days)
