"""Dung reads the figures of the province: the form, one column by bodies, the rows of a body, files."""

import csv
import json
from io import BytesIO, StringIO

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from accounts.models import BodyGroup, LogEntry, LogKind
from pbgdpl.lib import remembering
from pbgdpl.lib.remembering import Generations
from reports.figures.workbook import DASH_NOTE
from reports.models import FileKind, OutcomeKind
from tests.factories import make_organisation, make_submitted_file
from tests.pages import words
from tests.reports.figures.forms import make_form
from tests.reports.received.test_totals import hand_in
from tests.test_permissions import SUBMITTED_DATA

PAGE = "/tong-hop/2024/so-lieu/"
NAMES = "//table[contains(@class, 'totals')]/tbody/tr[not(@class)]/th"


@pytest.fixture(autouse=True)
def form(db):
    return make_form(group="", form_code="04c/TP/PBGDPL", name="Biểu của tỉnh")


@pytest.fixture
def dungs(client, dung):
    client.force_login(dung)
    return client


def row_of(answer, name):
    """Return the words of the line of the table with this name."""
    cells = words(answer, f"//table[contains(@class, 'totals')]//tr[th[normalize-space()='{name}']]/*")
    return " ".join(filter(None, map(str.strip, cells)))


def test_the_form_shows_each_body_its_group_and_the_total(dungs, department, other_department):
    hand_in(department, c5=1200, c6="-")
    hand_in(other_department, c5=45, c6="-")
    page = dungs.get(PAGE)
    total, group = (row_of(page, name) for name in ("Tổng số trên địa bàn", BodyGroup.DEPARTMENT.label))
    assert total == "Tổng số trên địa bàn 1.245 -"
    assert group == f"{BodyGroup.DEPARTMENT.label} 1.245 -"
    assert row_of(page, department.name).startswith(f"1 {department.name} 1.200")
    assert "Đã cộng số liệu của 2 / 2 đơn vị" in page.content.decode().replace("<b>", "").replace("</b>", "")


def test_who_is_not_accepted_is_shown_and_left_out_by_name(dungs, department, other_department):
    hand_in(department, c5=3)
    hand_in(other_department, outcome=None, c5=100)
    page = dungs.get(PAGE)
    assert row_of(page, "Tổng số trên địa bàn") == "Tổng số trên địa bàn 3"
    assert row_of(page, other_department.name) == (
        f"2 {other_department.name} Mới nhận: chưa tính vào tổng số"
    )
    assert words(page, "//details/dl/div/dd") == [other_department.name]


def test_the_columns_to_order_by_are_named_with_their_headings(dungs, department, form):
    form.indicators.filter(code="5").update(above="Phổ biến trực tiếp")
    hand_in(department, c5=3)
    assert "(5) Phổ biến trực tiếp: số cuộc" in words(dungs.get(PAGE), "//select[@id='xep']/option")


@pytest.mark.parametrize(
    ("asked", "shown"), [("", "7"), ("?so=thuc-hien", "3"), ("?so=uoc", "4"), ("?so=nam-truoc", "9")]
)
def test_each_number_of_a_figure_can_be_chosen(dungs, department, asked, shown):
    hand_in(department, c5=3).figures.update(estimate=4)
    hand_in(department, 2023, c5=9)
    assert row_of(dungs.get(f"{PAGE}{asked}"), "Tổng số trên địa bàn") == f"Tổng số trên địa bàn {shown}"


def test_bodies_are_found_without_accents_by_group_and_in_the_order_of_a_column(
    dungs, department, other_department
):
    front = make_organisation(name="Ủy ban Mặt trận", group=BodyGroup.FRONT, reports_to=department.reports_to)
    for body, number in ((department, 3), (other_department, 40), (front, 5)):
        hand_in(body, c5=number)
    in_order, found, of_group, sorted_ones = (
        words(dungs.get(f"{PAGE}{query}"), NAMES)
        for query in ("", "?tim=xay+dung", "?nhom=front&xep=x&so=x", "?xep=5")
    )
    assert in_order == [department.name, other_department.name, front.name]
    assert found == [department.name]
    assert of_group == [front.name]
    assert sorted_ones == [other_department.name, department.name, front.name]


def test_pages_of_many_bodies_take_as_many_queries_as_of_few(
    dungs, department, justice_department, dung, monkeypatch
):
    for name in ("of_drafts", "of_provinces"):
        monkeypatch.setattr(remembering, name, Generations(0))
    pages = (PAGE, f"{PAGE}5/", f"{PAGE}danh-dau/")
    hand_in(department, c5=3)
    hand_in(department, 2023, c5=9)

    def counted():
        with CaptureQueriesContext(connection) as queries:
            for page in pages:
                assert dungs.get(page).status_code == 200
        return len(queries)

    counted()
    few = counted()
    for number in range(30):
        body = make_organisation(name=f"Xã {number}", group=BodyGroup.COMMUNE, reports_to=justice_department)
        hand_in(body, c5=number, c6=1000 * number, by=dung)
        hand_in(body, 2023, c5=2, by=dung)
    assert counted() == few


def test_a_page_of_a_large_province_stays_light(dungs, justice_department, dung):
    codes = [f"c{number}" for number in range(3, 22)]
    for number in range(60):
        body = make_organisation(
            name=f"Ủy ban nhân dân xã {number}", group=BodyGroup.COMMUNE, reports_to=justice_department
        )
        if number % 4:
            hand_in(body, by=dung, **dict.fromkeys(codes, 1_234_000 + number))
    for page in (PAGE, f"{PAGE}5/", f"{PAGE}danh-dau/"):
        assert len(dungs.get(page).content) < 100 * 1024


def test_a_column_leads_to_bodies_their_share_and_last_year(dungs, department, other_department):
    hand_in(department, c5=25)
    hand_in(department, 2023, c5=20)
    hand_in(other_department, c5=75)
    page = dungs.get(f"{PAGE}5/")
    assert words(page, "//section[@aria-labelledby='don-vi']//tbody/tr/th") == [
        other_department.name,
        department.name,
    ]
    cells = words(page, f"//tr[th[normalize-space()='{department.name}']]/td")
    assert cells == ["25, xem các dòng cần xem lại !", "", "25%", "20", "+25%"]
    assert dungs.get(f"{PAGE}99/").status_code == 404


def test_what_is_estimated_alone_was_not_held_nought_times(dungs, department):
    submission = hand_in(department, c5=None)
    submission.figures.update(estimate=4)
    (said,) = words(dungs.get(f"{PAGE}5/"), "//section[@aria-labelledby='tong-so']/p")
    assert said.startswith("Thực hiện chưa có số, ước 4.")


def test_a_figure_leads_to_the_rows_that_were_submitted(dungs, department):
    submission = hand_in(department, c5=3)
    address = f"/tong-hop/2024/{submission.report_id}/so-lieu/5/"
    assert "không có tệp dữ liệu" in dungs.get(address).content.decode()
    data = SUBMITTED_DATA.read_bytes()
    file = make_submitted_file(submission, kind=FileKind.JSON, data=data)
    figure = next(one for one in json.loads(data)["form"]["figures"] if one["code"] == "5")
    page = dungs.get(address)
    assert words(page, "//table//tbody/tr/th") == [row["words"] for row in figure["rows"]]
    assert dungs.get(f"{address}?tim=khong+co").status_code == 200
    assert dungs.get(f"/tong-hop/2024/{submission.report_id}/so-lieu/99/").status_code == 404
    default_storage.delete(file.file.name)
    assert dungs.get(address).status_code == 404


def test_the_rows_of_a_column_of_words_lead_back_to_the_form(dungs, department):
    submission = hand_in(department, c5=3)
    make_submitted_file(submission, kind=FileKind.JSON, data=SUBMITTED_DATA.read_bytes())
    backs = [
        words(
            dungs.get(f"/tong-hop/2024/{submission.report_id}/so-lieu/{code}/"),
            "//p[@class='way-back']/a/@href",
        )
        for code in ("5", "22")
    ]
    assert backs == [[f"{PAGE}5/"], [PAGE]]


def test_rows_of_another_province_are_not_there(dungs, department):
    other = make_organisation(name="Sở của tỉnh khác")
    submission = hand_in(other, outcome=None, c5=3)
    assert dungs.get(f"/tong-hop/2024/{submission.report_id}/so-lieu/5/").status_code == 404


def test_files_say_what_the_page_says(dungs, department, other_department):
    hand_in(department, c5=3, c6="-")
    hand_in(other_department, outcome=OutcomeKind.RETURNED, c5=100)
    as_json = json.loads(dungs.get(f"{PAGE}tai-ve/json/").content)
    assert next(one["actual"] for one in as_json["total"] if one["code"] == "5") == 3
    assert [one["name"] for one in as_json["left_out"]] == [other_department.name]
    text = dungs.get(f"{PAGE}tai-ve/csv/").content.decode("utf-8-sig")
    heads, total, _, own, left_out = csv.reader(StringIO(text))
    place = next(place for place, head in enumerate(heads) if head.startswith("(5)"))
    assert [line[place : place + 2] for line in (total, own)] == [["3", "-"], ["3", "-"]]
    assert left_out == [
        other_department.code,
        other_department.name,
        BodyGroup.DEPARTMENT.label,
        "Đã trả lại",
    ]
    sheet = load_workbook(BytesIO(dungs.get(f"{PAGE}tai-ve/xlsx/").content)).active
    rows = {row[1]: row for row in sheet.iter_rows(values_only=True) if row[1]}
    place = next(place for place, code in enumerate(rows["B"]) if code == "(5)")
    assert [rows[name][place] for name in ("Tổng số trên địa bàn", "Tại cấp tỉnh", department.name)] == [
        3
    ] * 3
    assert not rows[other_department.name][place]
    assert LogEntry.objects.filter(kind=LogKind.EXPORTED).count() == 3
    assert dungs.get(f"{PAGE}tai-ve/pdf/").status_code == 404


def test_the_sheet_says_what_a_dash_of_a_single_body_is(dungs, department, other_department):
    hand_in(department, c5="-")
    hand_in(other_department, c5=4)
    sheet = load_workbook(BytesIO(dungs.get(f"{PAGE}tai-ve/xlsx/").content)).active
    assert any(DASH_NOTE in str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)


def test_no_word_of_the_separated_values_begins_a_formula(dungs, department):
    department.code, department.name = "-A1", "@SUM(A1)"
    department.save()
    text = dungs.get(f"{PAGE}tai-ve/csv/").content.decode("utf-8-sig")
    assert [*csv.reader(StringIO(text))][-1][:2] == ["'-A1", "'@SUM(A1)"]


def test_without_a_form_the_page_says_so(dungs, form):
    form.delete()
    assert "Chưa có biểu tổng hợp" in dungs.get(PAGE).content.decode()
    assert dungs.get(f"{PAGE}tai-ve/csv/").status_code == 404


def test_what_is_odd_is_marked_with_its_reason(dungs, department):
    hand_in(department, c5=1, c6=20, c7=2, c8=10)
    page = dungs.get(PAGE)
    assert words(page, "//a[@class='marked']") == ["2, cần xem lại !"]
    marks = dungs.get(f"{PAGE}danh-dau/")
    assert words(marks, "//ul[contains(@class, 'odd-figures')]/li/h2") == ["Phần lớn hơn tổng"]
    assert words(dungs.get(f"{PAGE}danh-dau/?tim=xyz"), "//ul[contains(@class, 'odd-figures')]/li/h2") == []
