"""The form of the province in its report: parts by group of bodies, what cannot be said, who settles it."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from reports.checks import find
from reports.checks.draft import load
from reports.compiling.compile import compile_report
from reports.compiling.figures.marks import read_mark
from reports.compiling.figures.values import TextFigures
from reports.document.columns import is_too_wide
from reports.document.page import TURNED
from reports.document.tree import Paragraph, Table
from reports.figures.settling import Stated, settle_figures
from reports.models import IndicatorSet, OutcomeKind, PeriodKey
from reports.received.form import form_of
from reports.received.totals import add_up
from tests.factories import make_organisation, make_period, make_report
from tests.pages import words
from tests.reports.figures.forms import make_form
from tests.reports.received.province import YEAR, make_province, make_province_report
from tests.reports.received.test_totals import hand_in

TOTALS = "[[biểu tổng hợp các đơn vị]]"
BOARD = "/tong-hop/2026/so-lieu/"


@pytest.fixture
def report(justice_department):
    make_province(justice_department)
    return make_province_report(justice_department, (1, "Kết quả", TOTALS))


def says(report, words):
    value = TextFigures(report)[read_mark(words)]
    return value.reason or value.text


def tables(report):
    (section,) = compile_report(report).body
    return [block for block in section.blocks if isinstance(block, Table)]


def leads(report):
    (section,) = compile_report(report).body
    return [block.lead for block in section.blocks if isinstance(block, Paragraph) and block.lead]


def sentences(report):
    """Return the paragraphs below the tables."""
    (section,) = compile_report(report).body
    return [block.text for block in section.blocks[1:] if isinstance(block, Paragraph) and block.text]


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("số cuộc", "49"),
        ("số cuộc: cơ quan chuyên môn", "36"),
        ("so cuoc: Xa, phuong, dac khu", "07"),
        ("cột 6: mặt trận, đoàn thể", "1.000"),
        ("kinh phí: cấp xã", "1,5 triệu đồng"),
        ("kinh phí: doanh nghiệp nhà nước", "cột 18 ghi “-”, không phát sinh chỉ tiêu này"),
        ("cột 3: xã, phường, đặc khu", "cột 3 chưa có số"),
        ("năm trước: số cuộc, cơ quan chuyên môn", "30"),
        ("so với năm trước: số cuộc, cơ quan chuyên môn", "tăng 20%"),
    ],
)
def test_figures_are_told_by_group_of_bodies(report, justice_department, mark, said):
    hand_in(justice_department.departments.get(name="Sở Y tế"), YEAR.year - 1, c5=30)
    assert says(report, mark) == said


def test_what_totals_do_not_know_has_a_reason(report):
    for part in ("tháng 6", "tập huấn", "quý I, cấp xã", "Sở Y tế", "tháng 6/2026"):
        assert says(report, f"số cuộc: {part}") == (
            "số của cả tỉnh cộng từ số các đơn vị đã nộp, "
            "chỉ chia theo nhóm đơn vị, không chia theo loại, tháng, quý, phòng"
        )
    value = TextFigures(report)[read_mark("số cuộc: cap xaa")]
    assert value.way_out == ("Có phải “cấp xã”? Chỉ ghi nhóm như “cấp xã” sau dấu hai chấm, hoặc bỏ phần ấy.")


def test_such_a_figure_is_found_with_the_way_out_and_the_column_says_why_it_has_no_months(
    client, dung, report
):
    report.sections.update(body="Có [[số cuộc: tháng 6]] cuộc.")
    (found,) = (one for one in find(report) if one.rule.code == "no-figure")
    assert found.text.endswith("quý, phòng. Chỉ ghi nhóm như “cấp xã” sau dấu hai chấm, hoặc bỏ phần ấy.")
    client.force_login(dung)
    (hint,) = words(client.get(f"{BOARD}5/"), "//section[2]/p[@class='hint']")
    assert hint.startswith("Số của cả tỉnh cộng từ số các đơn vị đã nộp nên không chia theo tháng")


def test_a_department_has_no_groups_of_bodies(department):
    report = make_report(department, (1, "Kết quả", "Có [[số cuộc: cấp xã]] cuộc."), reporting_year=2026)
    assert says(report, "số cuộc: cấp xã") == (
        "chỉ báo cáo của cả tỉnh có số theo nhóm đơn vị như “xã, phường, đặc khu”"
    )
    assert "no-figure" in {one.rule.code for one in find(report)}


def test_a_group_without_bodies_says_so(justice_department, department):
    hand_in(department, YEAR.year, c5=3)
    report = make_province_report(justice_department)
    assert says(report, "số cuộc: cấp xã") == "không có đơn vị nào trong nhóm “xã, phường, đặc khu”"


def test_the_form_of_the_province_is_that_of_its_bodies_as_they_add_up(report, justice_department):
    form = form_of(justice_department, YEAR)
    assert (form.indicator_set.form_code, form.is_added_up) == ("04c/TP/PBGDPL", True)
    figure = form.figure("5")
    assert (figure.counted, figure.actual, figure.stored, figure.rows) == (49, 49, None, ())
    assert [form.figure(code).does_not_apply for code in ("3", "18")] == [False, False]


def test_a_department_keeps_its_own_form(report, department):
    assert form_of(department, YEAR).indicator_set.form_code == "04b/TP/PBGDPL"


def test_a_sum_of_too_many_digits_is_left_empty(justice_department, department, other_department):
    for body in (department, other_department):
        hand_in(body, YEAR.year, c18=6 * 10**14)
    figure = form_of(justice_department, YEAR).figure("18")
    assert (figure.total, len(figure.doubts)) == (None, 1)


def test_the_form_with_its_bodies_is_printed_under_the_headings_of_the_form(report):
    reporters, held = tables(report)[1], tables(report)[2]
    assert leads(report)[1:4] == [
        "Số báo cáo viên pháp luật cấp tỉnh:",
        "PBGDPL trực tiếp, trực tuyến:",
        "Thi tìm hiểu pháp luật:",
    ]
    assert [row[:3] for row in held.rows] == [
        ("Đơn vị", "(5) Số cuộc", "(6) Số lượt người tham dự"),
        ("Tổng số trên địa bàn", "49", "7.939"),
        ("I. Tại cấp tỉnh", "42", "6.694"),
        ("1. Cơ quan chuyên môn thuộc UBND cấp tỉnh", "36", "5.614"),
        ("Sở Y tế", "36", "5.614"),
        ("2. Cơ quan UBMTTQ Việt Nam và tổ chức chính trị - xã hội", "4", "1.000"),
        ("Hội Nông dân tỉnh", "4", "1.000"),
        ("3. Doanh nghiệp nhà nước do UBND cấp tỉnh quản lý", "2", "80"),
        ("Công ty Cấp nước", "2", "80"),
        ("II. Tại cấp xã", "7", "1.245"),
        ("Xã Đông", "7", "1.245"),
    ]
    # Communes have no such column; "-" is not nought.
    assert [row[:2] for row in reporters.rows[-2:]] == [
        ("3. Doanh nghiệp nhà nước do UBND cấp tỉnh quản lý", "-"),
        ("Công ty Cấp nước", "-"),
    ]


def test_no_table_has_more_columns_than_fit_on_a_turned_page(report, department):
    indicators = IndicatorSet.objects.get(form_code="04c/TP/PBGDPL").indicators
    indicators.update(above="Một tiêu đề")
    hand_in(department, YEAR.year, **{f"c{code}": 35_519_055_296 for code in range(1, 22)})
    found = tables(report)
    assert [len(table.rows[0]) for table in found] == [7, 7, 7, 4]
    assert not any(is_too_wide(table, TURNED) for table in found)


def test_who_is_missing_is_named_below(report, justice_department, department, other_department):
    make_report(department, reporting_year=YEAR.year)
    hand_in(other_department, YEAR.year)
    assert sentences(report) == [
        "Ghi chú: “-” là không phát sinh chỉ tiêu này.",
        f"Chưa có báo cáo được tiếp nhận: {department.name}.",
        f"Báo cáo được tiếp nhận không có biểu số liệu: {other_department.name}.",
    ]
    assert department.name not in {row[0] for table in tables(report) for row in table.rows}


def test_elsewhere_it_is_a_listing_that_nobody_reads(department):
    report = make_report(department, (1, "Kết quả", TOTALS), reporting_year=2026)
    report.annexes.create(position=1, title="PHỤ LỤC", body=TOTALS)
    document = compile_report(report)
    assert document.body[0].blocks == document.annexes[0].blocks == (Paragraph(TOTALS),)
    found = {one.rule.code: one.text for one in find(report) if "biểu tổng hợp" in one.text}
    assert set(found) == {"unread-listing", "unread-figure"}
    assert all("danh mục của báo cáo toàn tỉnh" in text for text in found.values())


def test_a_draft_of_the_province_prints_the_same_and_notices_what_is_accepted(report, department):
    draft = load(report, localdate())
    assert draft.document == compile_report(report)
    hand_in(department, YEAR.year, c5=1)
    later = load(report, localdate())
    assert later.document != draft.document
    assert later.digest != draft.digest


def test_nothing_is_left_to_settle_in_the_report_of_the_province(justice_department, department):
    """Its columns that nobody filled in and its sums against the rules are for the bodies to mend: nothing is held."""
    period = make_period(justice_department, reporting_year=YEAR.year)
    columns = ({"code": "5", "label": "Số cuộc"}, {"code": "7", "label": "Trực tuyến", "part_of": "5"})
    make_form(
        *columns, {"code": "19", "label": "Kinh phí"}, period=period, group="", form_code="04c/TP/PBGDPL"
    )
    report = make_province_report(justice_department, (1, "Kết quả", "Lời."))
    hand_in(department, YEAR.year, c5=1, c7=2)
    found = {one.rule.code: one.text for one in find(report)}
    assert found.keys().isdisjoint({"unsettled-figure", "figure-against-rule"})
    assert "Xem cột ở Số liệu toàn tỉnh" in found["unlikely-figure"]


def test_the_page_of_figures_leads_to_those_of_the_bodies(client, dung, report):
    client.force_login(dung)
    page = f"{report.get_absolute_url()}so-lieu/"
    for address, there in (("", ""), ("bang-tinh/", ""), ("tu-bang-tinh/", ""), ("5/", "5/")):
        assert client.get(f"{page}{address}").url == f"{BOARD}{there}"
    assert words(client.get(report.get_absolute_url()), f"//main//a[@href='{BOARD}']")


def test_settling_there_is_refused_with_the_way_out(client, dung, report):
    client.force_login(dung)
    sent = client.post(f"{report.get_absolute_url()}so-lieu/", {"cot-5-actual": "1"}, follow=True)
    assert "cộng từ báo cáo đã tiếp nhận" in sent.content.decode()
    with pytest.raises(ValidationError, match="không chốt ở đây"):
        settle_figures(report, {"5": (Stated(actual=1), 0)}, by=dung)
    assert not report.figures.exists()


def test_dung_chooses_a_figure_by_group_and_a_listing_of_the_province(client, dung, report):
    client.force_login(dung)
    page = client.get(f"{report.get_absolute_url()}so-lieu-trong-loi/")
    assert "[[số cuộc: xã, phường, đặc khu]]" in words(page, "//li/code")
    assert words(page, "//section/h2")[2:6] == [
        "Nhóm cơ quan chuyên môn",
        "Nhóm mặt trận, đoàn thể",
        "Nhóm doanh nghiệp nhà nước",
        "Nhóm xã, phường, đặc khu",
    ]
    (section,) = report.sections.all()
    writing = client.get(f"{report.get_absolute_url()}muc/{section.pk}/").content.decode()
    assert 'data-listing="biểu tổng hợp các đơn vị"' in writing


def test_before_there_was_a_form_of_the_province_that_of_the_departments_is_added_up(
    client, dung, justice_department, department
):
    hand_in(department, 2024, c5=3, c6=80)
    totals = add_up(justice_department, PeriodKey(2024))
    assert (totals.form.form_code, totals.cells["5"].total) == ("09b/BTP/PBGDPL", 3)
    report = make_report(justice_department, (1, "Kết quả", f"[[số người]]\n\n{TOTALS}"))
    blocks = compile_report(report).body[0].blocks
    assert blocks[0] == Paragraph("80")
    assert blocks[1].text.startswith("Cộng theo các cột của biểu số 09b/BTP/PBGDPL")
    client.force_login(dung)
    page = client.get("/tong-hop/2024/so-lieu/").content.decode()
    assert "Cộng theo các cột của biểu 09b/BTP/PBGDPL, vì chưa có biểu tổng hợp dùng cho năm 2024." in page


def test_a_number_that_a_body_reported_is_no_other_figure(report):
    report.sections.update(
        body="Toàn tỉnh đã tổ chức 36 cuộc phổ biến.\n\nToàn tỉnh đã tổ chức 50 cuộc phổ biến."
    )
    found = [one.text for one in find(report) if one.rule.code == "typed-figure"]
    assert len(found) == 1
    assert "“50 cuộc”" in found[0]


def test_a_report_that_is_not_accepted_is_not_printed(report, department):
    hand_in(department, YEAR.year, outcome=OutcomeKind.RETURNED, c5=1000)
    assert says(report, "số cuộc") == "49"


def test_a_body_that_receives_nothing_counts_its_own_rows(db):
    lonely = make_organisation(name="Sở Một mình")
    assert not form_of(lonely, YEAR).is_added_up
