"""Bình puts figures into a section: what she can choose from, and what her text's figures say now."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from events.kinds import EventKind
from tests.factories import make_division, make_event, make_report
from tests.reports.figures.forms import make_figure, make_form

PAGE = "/bao-cao/2024/so-lieu-trong-loi/"
LISTED = "//*[@id='cac-so-lieu']//li"
OF_THE_TEXT = "//details[@id='so-lieu']"


@pytest.fixture
def report(department):
    make_form(from_year=2020)
    make_event(department, division=make_division(department, name="Phòng Pháp chế"))
    make_event(department, kind=EventKind.CONFERENCE, sessions=2, attendance=1205)
    make_event(department, reporting_year=2023, held_from=date(2023, 3, 5))
    return make_report(department, (1, "Kết quả", "Có [[số cuộc]] cuộc, [[cột 4]] người, [[số cuộcc]]."))


@pytest.fixture
def client_of_binh(client, binh):
    client.force_login(binh)
    return client


def said(node):
    return " ".join(node.text_content().split())


def tree_of(client, address):
    return html.fromstring(client.get(address).content.decode())


def test_the_figures_to_choose_from_are_shown_with_what_they_say(client_of_binh, report):
    make_figure(report, "18", does_not_apply=True)
    found = {
        line.get("data-figure"): said(line.find("b")) for line in tree_of(client_of_binh, PAGE).xpath(LISTED)
    }
    assert (
        found
        | {
            "số cuộc": "03",
            "số người": "1.245",
            "số hội nghị": "02",
            "số người: tập huấn": "40",
            "số cuộc: tháng 3": "03",
            "số người: Phòng Pháp chế": "40",
            "so với năm trước: số cuộc": "tăng 200%",
            "kinh phí": "chưa có",
            "cột 4": "chưa có",
            "cột 6": "1.245",
        }
        == found
    )
    assert found.keys() & {"số cuộc: tháng 4", "số hội thảo", "cột 22"} == set()  # nothing to print


def test_a_year_without_a_form_still_offers_the_counts_of_listings(client_of_binh, department):
    make_report(department, reporting_year=2001)
    tree = tree_of(client_of_binh, PAGE.replace("2024", "2001"))
    found = {line.get("data-figure"): said(line.find("b")) for line in tree.xpath(LISTED)}
    assert (found["số cuộc"], found["số văn bản chỉ đạo"]) == ("chưa có", "0")


def test_the_page_of_all_figures_costs_the_same_for_many_rows_and_divisions(client_of_binh, report):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            client_of_binh.get(PAGE)
        return len(asked)

    before = queries()
    for _ in range(20):
        make_event(report.organisation, division=make_division(report.organisation))
    assert queries() == before


def test_the_figures_of_a_section_stand_beside_it_with_unknown_and_missing_ones(client_of_binh, report):
    section = report.sections.get()
    [panel] = tree_of(client_of_binh, f"/bao-cao/2024/muc/{section.pk}/").xpath(OF_THE_TEXT)
    assert [said(line) for line in panel.xpath(".//li")] == [
        "[[số cuộc]] 03",
        "[[cột 4]] (chưa có số liệu) Cột 4 chưa có số. Bổ sung số liệu này, hoặc viết câu khác.",
        "[[số cuộcc]] in như đã gõ Không phải tên số liệu nào. Có phải [[số cuộc]]?",
    ]
    section.body = "Không có số nào."
    section.save()
    [panel] = tree_of(client_of_binh, f"/bao-cao/2024/muc/{section.pk}/").xpath(OF_THE_TEXT)
    assert panel.get("hidden") is not None


def test_a_listing_within_a_line_is_told_to_need_a_line_of_its_own(client_of_binh, report):
    section = report.sections.get()
    section.body = "Gồm: [[hoạt động]]"
    section.save()
    [panel] = tree_of(client_of_binh, f"/bao-cao/2024/muc/{section.pk}/").xpath(OF_THE_TEXT)
    assert [said(line) for line in panel.xpath(".//li")] == [
        "[[hoạt động]] in như đã gõ Danh mục chỉ in được khi đứng riêng một dòng."
    ]


def test_the_figures_of_an_annex_stand_beside_it(client_of_binh, report):
    annex = report.annexes.create(position=1, title="PHỤ LỤC", body="| Số người | [[số người]] |")
    [panel] = tree_of(client_of_binh, f"/bao-cao/2024/phu-luc/{annex.pk}/").xpath(OF_THE_TEXT)
    assert [said(line) for line in panel.xpath(".//li")] == ["[[số người]] 1.245"]


def test_hostile_names_are_shown_as_text(client_of_binh, report):
    section = report.sections.get()
    section.body = "Có [[số cuộc: <script>alert(1)</script>]] và [[<b>x</b>]]. " + "[[sai {}]] ".format(
        "ầ" * 150
    )
    section.save()
    page = client_of_binh.get(f"/bao-cao/2024/muc/{section.pk}/").content.decode()
    assert "<script>alert" not in page
    assert "<b>x</b>" not in page
    make_division(report.organisation, name="<i>Phòng]]</i>, tháng 6")
    assert "<i>" not in client_of_binh.get(PAGE).content.decode()
