"""Bình sees each line of the report beside what it became, and corrects what was read wrong."""

import pytest
from lxml import html

from plans.models import Directive, Plan
from reports.models import EarlierReport, Report
from tests.factories import PASSWORD, make_plan
from tests.pages import words
from tests.reports.reading.earlier.papers import REPORT, line_of, long_report
from tests.reports.reading.earlier.uploading import headings, keys, lines, press, sent_by, uploaded

pytestmark = pytest.mark.django_db
NOT_HEADED = "Báo cáo viên phần lớn kiêm nhiệm, ít thời gian chuẩn bị."
OUTLINE = [
    ("1", "I. KẾT QUẢ THỰC HIỆN"),
    ("2", "1. Công tác chỉ đạo"),
    ("2", "2. Các hoạt động đã tổ chức"),
    ("2", "3. Kinh phí"),
    ("1", "II. PHƯƠNG HƯỚNG NĂM 2024"),
]


@pytest.fixture
def client(client, binh):
    client.force_login(binh)
    return client


@pytest.fixture
def earlier(client, binh):
    return uploaded(binh)


def page_of(client, earlier, query=""):
    return client.get(f"{earlier.get_absolute_url()}{query}")


def result(page, number):
    """Return the words beside a line."""
    return words(page, f"//li[@id='dong-{number}']//div[@class='results']//*[self::dd or self::p]")


def test_every_line_of_the_file_stands_there_with_its_name(client, earlier):
    page = page_of(client, earlier)
    source = [" ".join(line.split()) for line in REPORT.splitlines() if line.strip()]
    assert [line for _, line in lines(page)] == source
    assert [tag for tag, _ in lines(page)][5:12] == [
        "Kính gửi",
        "Đoạn văn",
        "Đề mục cấp 1",
        "Đề mục cấp 2",
        "Đoạn văn",
        "Hàng của danh mục",
        "Hàng của danh mục",
    ]
    assert headings(page) == OUTLINE


def test_beside_a_line_stand_the_values_of_its_row_and_the_doubts(client, earlier):
    page = page_of(client, earlier)
    assert result(page, line_of("- Công văn số 733")) == [
        "Công văn",
        "733/SXD-TTra",
        "06/4/2023",
        "về việc tuyên truyền Luật Nhà ở",
    ]
    assert result(page, line_of("- Hội nghị tập huấn")) == [
        "Tập huấn",
        "Hội nghị tập huấn Luật Xây dựng",
        "15/3/2023",
        "120",
        "với 120 đại biểu",
    ]
    assert result(page, line_of("- Kế hoạch số 91"))[-1] == "Chưa ghi ngày ban hành."
    assert result(page, line_of("(Đã ký)")) == ["Ghi chú chữ ký, bản nhập lại chưa ký."]


def test_the_parts_show_their_lines_alone(client, earlier):
    assert [tag for tag, _ in lines(page_of(client, earlier, "?phan=bo-ra"))] == ["Bỏ ra"]
    assert [one for _, one in lines(page_of(client, earlier, "?phan=de-muc"))] == [one for _, one in OUTLINE]
    checked = lines(page_of(client, earlier, "?phan=can-xem"))
    assert checked == [("Hàng của danh mục", "- Kế hoạch số 91/KH-SXD về hưởng ứng Ngày Pháp luật.")]


@pytest.mark.parametrize(
    ("line", "depth", "outline"),
    [
        ("1. Công tác", "1", [("1", "1. Công tác chỉ đạo"), *OUTLINE[2:]]),
        (NOT_HEADED, "2", [OUTLINE[1], *OUTLINE[2:4], ("2", NOT_HEADED), OUTLINE[4]]),
        ("3. Kinh phí", "0", [OUTLINE[1], OUTLINE[2], OUTLINE[4]]),
    ],
)
def test_a_corrected_heading_takes_along_what_is_below(client, earlier, line, depth, outline):
    number = line_of(line)
    answer = press(client, earlier, "sua", fix=f"{number}:{depth}")
    assert answer.url == f"{earlier.get_absolute_url()}?dong={number}#dong-{number}"
    page = page_of(client, earlier)
    assert headings(page) == [OUTLINE[0], *outline]
    assert words(page, f"//li[@id='dong-{number}']//summary/small") == ["đã sửa"]
    press(client, earlier, "sua", fix=f"{number}:")
    assert headings(page_of(client, earlier)) == OUTLINE


def test_two_events_of_a_paragraph_are_two_rows_and_none_is_to_be_added(client, binh):
    first = "Ngày 05/6/2023, Sở tổ chức hội nghị phổ biến Luật Giá."
    paragraph = f"{first} Ngày 08/6/2023, Sở tổ chức hội thảo về Luật Nhà ở."
    text = REPORT.replace("Kinh phí được bố trí trong dự toán của Sở.", paragraph)
    page = page_of(client, uploaded(binh, text))
    shown = result(page, line_of("Ngày 05/6", text))
    assert [value for value in shown if "2023" in value] == ["05/6/2023", "08/6/2023"]
    assert not any("Thêm riêng" in value for value in shown)


def test_a_corrected_part_moves_its_headings_and_what_it_prints(client, binh):
    text = REPORT.replace("I. KẾT QUẢ", "Kết quả chung\nI. KẾT QUẢ", 1)
    earlier = uploaded(binh, text)
    press(client, earlier, "sua", fix=f"{line_of('Kết quả chung', text)}:1")
    press(client, earlier, "sua", fix=f"{line_of('I. KẾT', text)}:2")
    page = page_of(client, earlier)
    assert [depth for depth, _ in headings(page)] == ["1", "2", "3", "3", "3", "1"]
    number = line_of("II. PHƯƠNG", text)
    assert result(page, number) == [
        "Bỏ ra “II.”: số của đề mục, nay in là “B.” theo vị trí.",
        "In ra: B. PHƯƠNG HƯỚNG NĂM 2024",
    ]
    left_out = page_of(client, earlier, "?phan=bo-ra")
    assert f"dong-{number}" in words(left_out, "//ol[@class='pieces']/li/@id")


@pytest.mark.parametrize("fix", ["", "abc", "9", "9:7", "9999999:1", "-3:1", "٣:1"])
def test_a_strange_correction_changes_nothing(client, earlier, fix):
    assert press(client, earlier, "sua", fix=fix).status_code == 302
    assert headings(page_of(client, earlier)) == OUTLINE


def test_a_row_that_is_unticked_or_of_another_model_stays_so(client, earlier):
    page = page_of(client, earlier)
    decision, letter = (
        next(key for key in keys(page) if key.startswith(f"{line_of(line)}-"))
        for line in ("- Quyết định số 58", "- Công văn số 733")
    )
    press(client, earlier, "chon", page, **{f"keep-{decision}": None, f"as-{letter}": "directive"})
    page = page_of(client, earlier)
    assert result(page, line_of("- Quyết định số 58"))[0].startswith("Bạn bỏ dấu “Nhập” ở dòng này")
    assert (f"keep-{decision}" in sent_by(page), sent_by(page)[f"as-{letter}"]) == (False, "directive")
    assert [tag for tag, _ in lines(page_of(client, earlier, "?phan=bo-ra"))] == ["Bỏ ra", "Bỏ ra"]
    press(client, earlier, "chon", page, **{f"keep-{decision}": "on", f"as-{letter}": "plan"})
    press(client, earlier, "chon")
    assert EarlierReport.objects.get().corrections == {"depths": {}, "rows": {}}


def test_choices_are_kept_by_every_button_and_lead_where_it_leads(client, earlier):
    (key, *_) = keys(page_of(client, earlier))
    ticked = {f"keep-{key}": None}
    assert press(client, earlier, "chon", xem="de-muc", **ticked).url.endswith("?phan=de-muc#doc")
    assert f"keep-{key}" not in sent_by(page_of(client, earlier))
    assert press(client, earlier, "chon", sang="3").url.endswith("?trang=3#doc")


def test_choices_sent_after_the_session_had_ended_are_there_after_the_login(client, earlier):
    page = page_of(client, earlier)
    (key, *_) = keys(page)
    client.logout()
    login = press(client, earlier, "luu", page, **{f"keep-{key}": None})
    (form,) = html.fromstring(login.content.decode()).xpath("//main//form")
    password = {"username": "binh", "password": PASSWORD}
    answer = client.post(
        form.action or login.request["PATH_INFO"], dict(form.form_values()) | password, follow=True
    )
    assert f"keep-{key}" not in sent_by(answer)
    assert not Report.objects.exists()


def test_a_document_that_is_stored_already_is_left_out_unless_chosen(client, department, earlier):
    make_plan(department, reporting_year=2023, number="27/KH-SXD", issued_on="2023-01-12")
    page = page_of(client, earlier)
    number = line_of("- Kế hoạch số 27")
    assert result(page, number)[0] == "Văn bản hoặc hoạt động này đã có; báo cáo in hàng đã có."
    assert result(page, number)[-1].startswith("Đã có: Kế hoạch số 27/KH-SXD (năm 2023, mở thẻ mới).")
    press(client, earlier, "luu", page)
    assert Plan.objects.filter(number="27/KH-SXD").count() == 1


def test_one_that_an_stored_after_the_page_was_shown_is_not_saved_twice(client, department, earlier):
    page = page_of(client, earlier)
    make_plan(department, reporting_year=2023, number="27/KH-SXD", issued_on="2023-01-12")
    press(client, earlier, "luu", page)
    assert Plan.objects.filter(number="27/KH-SXD").count() == 1


def test_a_row_of_another_model_stays_unticked_though_it_repeats_nothing_there(client, department, earlier):
    make_plan(department, reporting_year=2023, number="27/KH-SXD", issued_on="2023-01-12")
    page = page_of(client, earlier)
    (key,) = (key for key in keys(page) if f"keep-{key}" not in sent_by(page))
    press(client, earlier, "luu", page, **{f"as-{key}": "directive"})
    assert not Directive.objects.filter(number="27/KH-SXD").exists()


def test_one_that_is_stored_already_is_saved_again_if_chosen(client, department, earlier):
    make_plan(department, reporting_year=2023, number="27/KH-SXD", issued_on="2023-01-12")
    page = page_of(client, earlier)
    (key,) = (key for key in keys(page) if f"keep-{key}" not in sent_by(page))
    press(client, earlier, "luu", page, **{f"keep-{key}": "on"})
    assert Plan.objects.filter(number="27/KH-SXD").count() == 2


def test_every_row_is_shown_beside_a_line_also_those_of_an_annex(client, binh):
    text = f"{REPORT}{ANNEX}"
    page = page_of(client, uploaded(binh, text), "?phan=hang")
    assert len(keys(page)) == len(set(keys(page))) == 10
    assert result(page, line_of("1 |", text))[:2] == ["Kế hoạch", "301/KH-SXD"]


ANNEX = """\
Phụ lục
DANH SÁCH VĂN BẢN
(Kèm theo Quyết định số 77/QĐ-SXD ngày 01/3/2023 của Sở Xây dựng)
STT | Số, ký hiệu | Ngày ban hành | Trích yếu
1 | 301/KH-SXD | 02/5/2023 | Kế hoạch về kiểm tra
"""


def test_a_long_report_is_shown_in_pages_with_a_fixed_number_of_queries(
    client, binh, earlier, django_assert_max_num_queries
):
    long = uploaded(binh, long_report(60))
    page = page_of(client, long, "?trang=2")
    assert len(keys(page)) == len(set(keys(page))) == 40
    assert words(page, "//nav[starts-with(@class, 'pages')]/p")[0].startswith("Dòng 84–163 trong 256.")
    for one in (earlier, long):
        with django_assert_max_num_queries(20):
            page_of(client, one)
