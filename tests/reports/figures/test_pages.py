"""The page of figures: what its form says, what Bình settles and what is refused, and where a figure comes from."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.history import history_of
from accounts.models import Role
from reports.compiling.compile import compile_report
from reports.document.tree import Paragraph
from reports.figures.sums import LARGEST
from reports.models import Figure, IndicatorSet, OutcomeKind
from tests.accounts.rows.editors import fields_of
from tests.factories import make_event, make_outcome, make_period, make_report, make_submission, make_user
from tests.pages import words
from tests.reports.figures.forms import make_figure, make_form, make_submitted_figure

PAGE = "/bao-cao/2024/so-lieu/"
FAULTS = "//section[contains(@class, 'faults')]//li"
NOTICES = "//div[contains(@class, 'notice')][not(@hidden)]/p"


@pytest.fixture
def report(department):
    make_form()
    make_event(department, name="Tập huấn hộ tịch", sessions=2, attendance=245)
    make_event(department, name="Hội nghị đất đai", attendance=1000)
    make_event(department, reporting_year=2023, held_from=date(2023, 3, 5), attendance=1000)
    return make_report(department)


@pytest.fixture
def binhs(client, binh, report):
    client.force_login(binh)
    return client


@pytest.fixture
def huong(department):
    """Return the client of another legal officer of the department."""
    client = Client()
    client.force_login(make_user(department, Role.LEGAL_OFFICER, full_name="Mai Thu Hương"))
    return client


def cell(response, code, css_class):
    return words(response, f"//tr[@id='cot-{code}']/td[contains(@class, '{css_class}')]")[0]


def send(client, page=None, **typed):
    """Send the page as it was shown, with what was typed: c5_actual is the settled number of column 5."""
    shown = fields_of(page or client.get(PAGE))
    return client.post(PAGE, shown | {name.replace("_", "-", 1): value for name, value in typed.items()})


def settled():
    return {one.code: one.actual for one in Figure.objects.all()}


# What stands there


def test_the_form_stands_filled_from_the_rows(binhs):
    page = binhs.get(PAGE)
    assert [cell(page, code, "counted") for code in ("5", "6", "3", "18")] == [
        "3",
        "1.245",
        "nhập tay",
        "(19) + (20) + (21)",
    ]
    assert [cell(page, "6", name) for name in ("before", "change")] == [
        "1.000",
        "+24,5% +245 Năm nay 1.245, năm trước 1.000",
    ]
    assert words(page, "//input[@name='c6-actual']/@placeholder") == ["1.245"]
    assert words(page, "//input[@name='c6-estimate']") == []


def test_the_rest_of_the_period_is_estimated_where_the_figures_are_cut_off(binhs, justice_department):
    make_period(justice_department, cut_off=date(2024, 11, 30))
    assert "thực hiện đến ngày 30/11/2024" in words(binhs.get(PAGE), "//div[@class='form-facts']")[0]
    send(binhs, c6_estimate="55", c6_explanation="Mở thêm lớp.")
    assert Figure.objects.get().estimate == 55
    assert "1.300" in cell(binhs.get(PAGE), "6", "change")


def test_nothing_is_estimated_where_the_figures_are_actual_to_the_last_day(binhs, justice_department):
    make_period(justice_department, cut_off=date(2024, 12, 31))
    assert words(binhs.get(PAGE), "//input[@name='c6-estimate']") == []


def test_what_fails_leads_to_its_line(binhs):
    page = binhs.get(PAGE)
    links = words(page, "//details[contains(@class, 'judgements')]//a/@href")
    assert "#cot-6" in links
    assert set(links) <= {f"#{one}" for one in words(page, "//tr/@id")}


def test_a_body_without_a_form_reads_why(client, binh, department):
    make_report(department)
    IndicatorSet.objects.all().delete()
    client.force_login(binh)
    assert words(client.get(PAGE), "//h2") == ["Kỳ báo cáo này không có biểu số liệu"]
    assert client.post(PAGE).status_code == 302
    assert client.get(f"{PAGE}5/").status_code == 404


def test_colleagues_read_what_was_settled(binhs, client, an):
    send(binhs, c3_actual="12", c5_actual="4", c5_reason="Có một cuộc chưa nhập.")
    client.force_login(an)
    page = client.get(PAGE)
    assert words(page, "//form[@id='so-lieu']") == []
    assert [cell(page, code, "actual") for code in ("3", "4", "5")] == ["12", "–", "4 hơn 1 so với đếm được"]
    assert client.post(PAGE).status_code == 403


def test_a_submitted_report_is_read_and_no_longer_settled(binhs, report):
    page = binhs.get(PAGE)
    make_submission(report)
    response = send(binhs, page, c3_actual="12")
    assert words(response, FAULTS)[0].startswith("Không soạn được: Báo cáo đã nộp")
    assert settled() == {}
    assert words(binhs.get(PAGE), "//form[@id='so-lieu']") == []


def test_a_submitted_report_shows_what_was_submitted_and_names_what_has_moved(binhs, report, department):
    submission = make_submission(report)
    for code, values in (
        ("3", {"actual": 12}),
        ("5", {"actual": 3, "counted": 3}),
        ("6", {"actual": 1300, "counted": 1245, "estimate": 5, "reason": "Hai buổi chưa nhập."}),
        ("99", {"does_not_apply": True}),
    ):
        make_submitted_figure(submission, code, **values)
    make_figure(report, "3", actual=12)
    make_event(department, name="Tập huấn đấu thầu", attendance=55)
    page = binhs.get(PAGE)
    assert [cell(page, code, "actual") for code in ("3", "5", "9")] == ["12", "3", "–"]
    assert cell(page, "6", "actual") == "1.300 hơn 55 so với đếm được"
    assert cell(page, "6", "estimate") == "5"
    assert words(page, "//div[@class='notice']//p") == [
        "Báo cáo đã nộp: dưới đây là số liệu của bản 1 đã nộp, không sửa được.",
        "Dữ liệu đã đổi từ khi nộp. Nếu nộp lúc này:",
    ]
    moved = words(page, "//div[@class='notice']//li")
    assert moved[:2] == [
        "Cột (5) Số cuộc: 4, bản đã nộp ghi 3",
        "Cột (6) Số lượt người: 1.300, bản đã nộp ghi 1.300, ước thêm 5",
    ]
    assert moved[-1] == "Cột (99): để trống, bản đã nộp ghi -"
    one = binhs.get(f"{PAGE}5/")
    assert dict(zip(words(one, "//dl//dt"), words(one, "//dl//dd"), strict=True))["Số chốt"] == "3 cuộc"
    assert words(one, "//div[@class='notice']//li") == ["Cột (5) Số cuộc: 4, bản đã nộp ghi 3"]
    assert words(binhs.get(f"{PAGE}3/"), "//div[@class='notice']//p") == [
        "Báo cáo đã nộp: dưới đây là số liệu của bản 1 đã nộp, không sửa được."
    ]
    make_outcome(submission, OutcomeKind.RETURNED)
    assert words(binhs.get(f"{PAGE}5/"), "//div[@class='notice']") == []


def test_the_page_makes_as_many_queries_for_many_rows(binhs, department):
    def queries(address):
        with CaptureQueriesContext(
            connection,
        ) as made:
            binhs.get(address)
        return len(made)

    few = [queries(address) for address in (PAGE, f"{PAGE}6/")]
    for _ in range(30):
        make_event(department)
    assert [queries(address) for address in (PAGE, f"{PAGE}6/")] == few


def test_a_column_that_another_form_has_as_words_is_settled_anew(binhs):
    send(binhs, c20_actual="8", c20_explanation="Thêm vốn.", c22_words="Chưa tính xã.")
    IndicatorSet.objects.all().delete()
    make_form({"code": "20", "label": "Tên nguồn vốn", "is_text": True}, {"code": "22", "label": "Số xã"})
    assert send(binhs, c20_words="Quỹ", c22_actual="5").status_code == 302
    values = Figure.objects.order_by("code").values_list("actual", "words", "explanation")
    assert list(values) == [(None, "Quỹ", ""), (5, "", "")]


# What Bình types


@pytest.mark.parametrize(
    ("typed", "number"),
    [("12", 12), ("07", 7), ("1.245", 1245), (" 1 245 ", 1245), ("35.519.055.296", 35_519_055_296)],
)
def test_numbers_are_read_as_officials_write_them(binhs, typed, number):
    response = send(binhs, c19_actual=typed)
    assert (response.status_code, settled()) == (302, {"19": number})
    assert words(binhs.get(PAGE), NOTICES) == ["Đã lưu 1 chỉ tiêu."]


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("35,5 triệu", "không phải một số"),
        ("hơn 200", "không phải một số"),
        ("12,5", "có phần lẻ"),
        ("1.24", "có phần lẻ"),
        ("1,245", "viết 1.245"),
        ("-3", "là số âm"),
        ("٣", "không phải một số"),
        ("9" * 400, "lớn quá"),
        (str(LARGEST + 1), "lớn quá"),
        ("<script>alert(1)</script>", "không phải một số"),
    ],
)
def test_what_is_no_number_is_refused_and_still_there(binhs, typed, refusal):
    response = send(binhs, c19_actual=typed, c3_actual="8")
    (fault,) = words(response, FAULTS)
    assert fault.startswith("Cột (19) Phân bổ thường xuyên, số chốt:")
    assert refusal in fault
    assert words(response, "//input[@name='c3-actual']/@value") == ["8"]
    assert words(response, "//input[@name='c19-actual']/@value") != []
    assert settled() == {}


@pytest.mark.parametrize("typed", [{"c3_actual": "-"}, {"c3_actual": "–"}, {"c3_does_not_apply": "on"}])
def test_a_dash_means_that_it_does_not_apply(binhs, typed):
    send(binhs, **typed)
    figure = Figure.objects.get()
    assert (figure.does_not_apply, figure.actual) == (True, None)
    send(binhs, c3_actual="5")
    assert Figure.objects.get().actual is None  # the page asks which of both is meant
    shown = fields_of(binhs.get(PAGE))
    del shown["c3-does_not_apply"]
    binhs.post(PAGE, shown | {"c3-actual": "5"})
    assert settled() == {"3": 5}


def test_another_number_than_counted_asks_for_a_reason(binhs):
    response = send(binhs, c6_actual="1.300")
    assert words(response, FAULTS)[0].startswith("Cột (6) Số lượt người: số chốt 1.300 khác")
    assert words(response, "//details[@class='why'][@open]//textarea/@name") == [
        "c6-reason",
        "c6-explanation",
    ]
    send(binhs, response, c6_reason="Cả người dự ở xã.")
    assert cell(binhs.get(PAGE), "6", "actual") == "hơn 55 so với đếm được"
    assert words(binhs.get(PAGE), "//input[@name='c6-actual']/@value") == ["1.300"]


def test_an_emptied_cell_is_as_counted_again(binhs):
    send(binhs, c6_actual="1.300", c6_reason="Cả người dự ở xã.")
    send(binhs, c6_actual="", c6_reason="")
    assert settled() == {"6": None}
    assert words(binhs.get(PAGE), "//input[@name='c6-actual']/@placeholder") == ["1.245"]


def test_words_are_kept_as_they_are_and_shown_as_text(binhs):
    send(binhs, c22_words="<b>Đã rà soát</b>")
    assert Figure.objects.get().words == "<b>Đã rà soát</b>"
    assert words(binhs.get(f"{PAGE}22/"), "//dd")[0] == "<b>Đã rà soát</b>"


def test_a_form_sent_twice_is_saved_once(binhs, report):
    shown = fields_of(binhs.get(PAGE)) | {"c3-actual": "8"}
    assert [binhs.post(PAGE, shown).status_code for _ in range(2)] == [302, 302]
    (figure,) = Figure.objects.all()
    assert (figure.version, len(history_of(figure))) == (1, 1)


def test_a_form_without_changes_saves_nothing(binhs):
    send(binhs)
    assert words(binhs.get(PAGE), NOTICES) == ["Không có gì mới để lưu."]
    assert settled() == {}


# Two officers at once


def test_two_officers_settle_different_figures(binhs, huong):
    page = binhs.get(PAGE)
    send(huong, c3_actual="8")
    assert send(binhs, page, c4_actual="5").status_code == 302
    assert settled() == {"3": 8, "4": 5}


def test_the_second_of_two_sees_both_numbers(binhs, huong):
    page = binhs.get(PAGE)
    send(huong, c3_actual="8", c3_explanation="Thêm hai người.")
    response = send(binhs, page, c3_actual="9")
    assert response.status_code == 409
    assert "Mai Thu Hương vừa lưu" in words(response, "//div[@class='doubted']/p")[0]
    assert words(response, "//div[@class='doubted']//b") == ["8"]
    assert words(response, "//input[@name='c3-actual']/@value") == ["9"]
    assert settled() == {"3": 8}
    assert send(binhs, response).status_code == 302
    figure = Figure.objects.get()
    assert (figure.actual, figure.explanation) == (9, "Thêm hai người.")


def test_the_second_of_two_takes_the_number_of_the_first(binhs, huong):
    page = binhs.get(PAGE)
    send(huong, c3_actual="8")
    response = send(binhs, page, c3_actual="9", c4_actual="5")
    send(binhs, response, take="3")
    assert settled() == {"3": 8, "4": 5}


# A spreadsheet


def uploaded(client, data, name="so-lieu.xlsx"):
    return client.post(f"{PAGE}tu-bang-tinh/", {"sheet": SimpleUploadedFile(name, data)})


def test_what_binh_filled_in_elsewhere_is_shown_before_it_is_saved(binhs, report):
    send(binhs, c3_actual="12", c4_does_not_apply="on")
    data = binhs.get(f"{PAGE}bang-tinh/").content
    send(binhs, c3_actual="8", c22_words="Đã rà soát.")
    shown = fields_of(binhs.get(PAGE))
    del shown["c4-does_not_apply"]
    binhs.post(PAGE, shown | {"c4-actual": "7"})
    response = uploaded(binhs, data)
    assert words(response, "//section[contains(@class, 'asked')]/ul/li/a") == ["Cột (3)", "Cột (4)"]
    assert settled() == {"3": 8, "4": 7, "22": None}
    assert send(binhs, response).status_code == 302
    assert settled() == {"3": 12, "4": None, "22": None}
    assert words(uploaded(binhs, data), "//h2[@id='da-doc']") == ["Bảng tính không khác gì ở đây"]


def test_a_file_that_is_no_form_gets_a_sentence(binhs):
    for data, name in ((b"", "a.xlsx"), (b"PK\x03\x04", "a.xlsx"), (b"1;2;3", "a.csv"), (b"%PDF-", "a.pdf")):
        response = uploaded(binhs, data, name)
        assert (response.status_code, len(words(response, FAULTS))) == (200, 1)


def test_the_sheet_of_a_submitted_report_is_among_its_files(binhs, report):
    make_submission(report)
    for address in ("bang-tinh/", "tu-bang-tinh/"):
        assert binhs.get(f"{PAGE}{address}").url == PAGE


def test_a_sheet_of_another_body_with_an_estimate_is_noted_and_the_estimate_has_a_cell(
    binhs, report, department, justice_department
):
    period = make_period(justice_department, cut_off=date(2024, 11, 30))
    send(binhs, c6_estimate="55")
    data = binhs.get(f"{PAGE}bang-tinh/").content
    Figure.objects.all().delete()
    period.delete()
    department.name = report.issuing_body = "Sở Y tế tỉnh Sen"
    department.save()
    report.save()
    response = uploaded(binhs, data)
    notes = words(response, "//section[contains(@class, 'asked')]/ul/li")
    assert notes[0].endswith("số ước phần còn lại: tệp ghi 55, ở đây chưa có.")
    assert "ghi tên đơn vị “Sở Xây dựng tỉnh Sen”, không phải “Sở Y tế tỉnh Sen”" in notes[1]
    assert words(response, "//input[@name='c6-estimate']/@value") == ["55"]
    refused = send(binhs, response)
    assert "không có số ước; bỏ trống số ước" in words(refused, FAULTS)[0]
    assert words(refused, "//input[@name='c6-estimate']/@value") == ["55"]
    assert send(binhs, refused, c6_estimate="", c3_actual="4").status_code == 302
    assert settled() == {"3": 4}


# Where a figure comes from


def test_a_figure_names_its_rows(binhs):
    page = binhs.get(f"{PAGE}6/")
    rows = words(page, "//table[contains(@class, 'counted-rows')]/tbody/tr/td")
    assert sorted(zip(rows[::2], rows[1::2], strict=True)) == [
        ("Hội nghị đất đai (05/3/2024)", "1.000"),
        ("Tập huấn hộ tịch (05/3/2024)", "245"),
    ]
    (address, *_) = words(page, "//table[contains(@class, 'counted-rows')]//a/@href")
    assert binhs.get(address).status_code == 200


def test_rows_are_found_without_accents_and_a_page_at_a_time(binhs, department):
    for number in range(60):
        make_event(department, name=f"Buổi thứ {number}")
    page = binhs.get(f"{PAGE}5/")
    assert len(words(page, "//table[contains(@class, 'counted-rows')]/tbody/tr")) == 50
    found = binhs.get(f"{PAGE}5/?tim=ho+tich")
    assert words(found, "//td[@class='subject']") == ["Tập huấn hộ tịch (05/3/2024)"]
    assert binhs.get(f"{PAGE}5/?tim=%00&trang=x").status_code == 200


def test_a_figure_tells_who_settled_it_and_why(binhs):
    send(binhs, c6_actual="1.300", c6_reason="Cả người dự ở xã.")
    send(binhs, c6_actual="1.400", c6_reason="Đã rà lại.")
    page = binhs.get(f"{PAGE}6/")
    assert words(page, "//section[contains(@class, 'history')]//strong") == ["1.400", "1.300"]
    assert words(page, "//section[contains(@class, 'history')]//li//span") == ["Trần Thanh Bình"] * 2
    values = words(page, "//dl[@class='values']//dd")
    assert "1.400 lượt người, hơn 155 so với đếm được" in values
    assert "1.000 (+40%)" in values


def test_last_years_number_in_another_unit_has_its_reason_on_page_and_paper(binhs, report):
    earlier = make_submission(make_report(report.organisation, reporting_year=2023))
    make_submitted_figure(earlier, "6", actual=1000, unit="người/buổi")
    why = "ghi theo “người/buổi”, cột này tính theo “lượt người”"
    assert f"Năm trước {why}: không so được." in words(binhs.get(PAGE), "//tr[@class='more']//p")
    values = words(binhs.get(f"{PAGE}6/"), "//dl[@class='values']//dd")
    assert f"G{why[1:]}: không so được" in values
    report.sections.create(position=9, depth=1, heading="So sánh", body="[[so với năm trước]]")
    assert compile_report(report).body[-1].blocks[-1] == Paragraph(
        f"Số năm trước không so được ở cột (6): {why}."
    )


def test_what_has_moved_since_a_figure_was_settled_is_said_once(binhs, department):
    send(binhs, c6_actual="1.300", c6_reason="Cả người dự ở xã.")
    make_event(department, name="Hội nghị nữa", attendance=5)
    told = words(binhs.get(f"{PAGE}6/"), "//section[@id='nghi-van']//li[contains(., '1.245')]")
    assert told == [
        "Chốt 1.300, dữ liệu đếm được 1.250 (khi chốt đếm được 1.245). Xem lại số đã chốt, rồi chốt lại."
    ]


def test_a_figure_names_the_rules_that_concern_it(binhs):
    assert words(binhs.get(f"{PAGE}7/"), "//code") == ["#7 <= #5"]
    assert words(binhs.get(f"{PAGE}5/"), "//code") == ["#7 <= #5"]


@pytest.mark.parametrize("code", ["99", "5%00", "c'", "5.1", "x" * 300])
def test_a_figure_that_the_form_has_not_is_not_found(binhs, code):
    assert binhs.get(f"{PAGE}{code}/").status_code == 404
