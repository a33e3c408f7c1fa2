"""An uploads a spreadsheet, reviews it like a pasted list, saves it."""

import datetime

import pytest
from django.urls import reverse

from events.models import Event
from plans.models import Directive, Plan
from tests.factories import make_plan
from tests.pages import words
from tests.reports.reading.pasted.sending import cells, faults, notes, save, summary
from tests.reports.reading.pasted.uploading import not_read, sheet, upload

pytestmark = pytest.mark.django_db

HEADINGS = ("STT", "Loại văn bản", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu")
ROWS = (
    (1, "Kế hoạch", "15/KH-SXD", "16/01/2024", None, "về phổ biến Luật Đường bộ"),
    (2, "Quyết định", "9/QĐ-SXD", "05/01/2024", None, "ban hành Quy chế tiếp công dân"),
)


@pytest.fixture
def client(client, an):
    client.force_login(an)
    return client


def errors(response):
    return words(response, "//ul[contains(@class, 'errorlist')]/li")


def test_a_sheet_is_shown_as_cells_and_saved_from_there(client):
    review = upload(client, sheet(HEADINGS, *ROWS))
    assert summary(review) == "2 văn bản."
    assert cells(review, 2) == {
        "as": "plan",
        "kind_text": "Kế hoạch",
        "number": "15/KH-SXD",
        "issued_on": "16/01/2024",
        "subject": "về phổ biến Luật Đường bộ",
    }
    assert Plan.objects.count() == 0
    response = save(client, review, d3_subject="ban hành Nội quy")
    assert response.url == reverse("plans", args=[2024])
    assert [str(plan) for plan in Plan.objects.in_order()] == [
        "Kế hoạch số 15/KH-SXD ngày 16/01/2024 về phổ biến Luật Đường bộ",
        "Quyết định số 9/QĐ-SXD ngày 05/01/2024 ban hành Nội quy",
    ]


def test_errors_are_shown_together_by_row_and_column_and_nothing_is_saved(client):
    bad = (3, "Bài thơ", "16/KH-SXD", "31/9/2024", None, "về kiểm tra")
    review = upload(client, sheet(("DANH SÁCH",), HEADINGS, *ROWS, bad))
    messages = [
        "Dòng 5, Loại văn bản: Không nhận ra loại văn bản “Bài thơ”. Chọn một loại trong danh sách gợi ý.",
        "Dòng 5, Ngày ban hành: Ngày “31/9/2024” không có trong lịch hoặc viết chưa đủ. Viết như 16/01/2024.",
    ]
    assert sorted(faults(review)) == sorted(messages)
    assert sorted(faults(save(client, review))) == sorted(messages)
    assert Plan.objects.count() == 0
    save(client, review, d5_kind_text="Công văn", d5_issued_on="30/9/2024")
    assert Plan.objects.count() == 3


def test_a_kind_that_the_sheet_lacks_is_read_from_the_number(client):
    rows = (("9/QĐ-SXD", "A"), ("77/SXD-VP", "B"), ("15/KH-SXD", "C"), (None, "D"))
    review = upload(client, sheet(("Số ký hiệu", "Trích yếu"), *rows))
    kinds = [cells(review, number)["kind_text"] for number in (2, 3, 4, 5)]
    assert kinds == ["Quyết định", "Công văn", "Kế hoạch", "Kế hoạch"]
    assert notes(review, 5) == ["Chưa có số, ký hiệu; chưa ghi ngày ban hành."]


def test_events_have_their_own_columns_and_kinds_with_and_without_marks(client):
    headings = ("hinh thuc", "ten hoat dong", "thoi gian", "so nguoi")
    rows = (("tap huan", "Tập huấn Luật Nhà ở", "05/3/2024", "hơn 200"), ("Hội diễn", "Hội diễn", None, 90))
    review = upload(client, sheet(headings, *rows), "event")
    assert (cells(review, 2)["kind"], cells(review, 3)["kind"]) == ("training", "Hội diễn")
    (fault,) = faults(review)
    assert fault.startswith("Dòng 3, Hình thức: ")
    save(client, review, d3_kind="other")
    assert list(Event.objects.order_by("pk").values_list("kind", "attendance")) == [
        ("training", 200),
        ("other", 90),
    ]


@pytest.mark.parametrize(
    "people",
    [
        120.5,
        1.25,
        1.125,
        0.5,
        -5,
        "120,5",
        "1,5",
        "1,250",
        "1.250,5",
        "12e3",
        "50%",
        "200 người và 30 xe",
        "120 lượt tin, bài",
        "2 lớp, 120 người",
        datetime.date(2024, 3, 5),
    ],
)
def test_a_number_of_people_that_is_not_whole_is_refused_with_its_row_and_column(client, people):
    rows = (("Tập huấn Luật Nhà ở", "05/3/2024", 90), ("Hội nghị Luật Đất đai", "06/3/2024", people))
    review = upload(client, sheet(("ten hoat dong", "thoi gian", "so nguoi"), *rows), "event")
    typed = cells(review, 3)["turnout"]
    (fault,) = faults(review)
    assert fault.startswith(
        f"Dòng 3, Số người: Không đọc được số người “{typed}”. Viết như 200 hoặc hơn 1.245."
    )
    save(client, review)
    assert Event.objects.count() == 0


@pytest.mark.parametrize(
    ("people", "attendance"),
    [
        (1250, 1250),
        (1250.0, 1250),
        ("1.250", 1250),
        ("120,0", 120),
        ("775 nghìn", 775000),
        ("1,4 triệu", 1400000),
        ("hơn 200 lượt người tham dự", 200),
        ("150 cán bộ, công chức", 150),
        ("khoảng 1.250 người", 1250),
        ("gần 300", 300),
    ],
)
def test_a_whole_number_of_people_is_read_however_it_is_written(client, people, attendance):
    review = upload(client, sheet(("ten hoat dong", "so nguoi"), ("Hội nghị Luật Đất đai", people)), "event")
    save(client, review)
    assert Event.objects.get().attendance == attendance


def test_directives_go_to_directives_and_duplicates_are_left_out(client, department):
    make_plan(department, number="15/KH-SXD", issued_on="2024-01-16")
    assert summary(upload(client, sheet(HEADINGS, *ROWS))) == "2 văn bản; 1 dòng đã có."
    save(client, upload(client, sheet(HEADINGS, *ROWS), "directive"))
    assert (Plan.objects.count(), Directive.objects.count()) == (1, 2)


def test_columns_that_are_not_read_are_named(client):
    review = upload(client, sheet((*HEADINGS, "Người ký"), (*ROWS[0], "Trần Thị Ký")))
    assert not_read(review) == ["Không đọc các cột: Người ký."]


@pytest.mark.parametrize("text", ["", "hello", "PK\x03\x04", "%PDF-1.7"])
def test_what_is_no_sheet_is_refused_with_a_sentence(client, text):
    (message,) = errors(upload(client, text.encode()))
    assert message.endswith(".")


def test_no_file_and_too_many_rows_are_refused(client):
    page = client.post(reverse("plan_sheet", args=[2024]), {})
    assert errors(page) == ["Chưa chọn tệp nào. Chọn bảng tính cần tải lên."]
    (message,) = errors(upload(client, sheet(HEADINGS, *(ROWS[0] for _ in range(501)))))
    assert "tối đa 500 dòng" in message


def test_the_page_leads_to_the_template(client):
    page = client.get(reverse("event_sheet", args=[2024]))
    assert reverse("event_template", args=[2024]) in words(page, "//aside//a/@href")
