"""An pastes cells copied from Excel with their headings: they are read by these, as an uploaded sheet is."""

import pytest
from django.urls import reverse

from events.models import Event
from plans.models import Plan
from tests.pages import words
from tests.reports.reading.pasted.sending import cells, notes, paste, review_form, save, summary
from tests.reports.reading.pasted.uploading import not_read, sheet, upload

pytestmark = pytest.mark.django_db

EVENTS = (
    ("STT", "Tên hoạt động", "Thời gian", "Địa điểm", "Số người", "Kinh phí"),
    ("1", "Hội nghị tập huấn Luật Nhà ở", "05/3/2024", "Hội trường Sở", "200", "5 triệu"),
    ("2", "Phổ biến Luật Đất đai", "tháng 4/2024", "phường Sen", "hơn 1.245", "12 triệu"),
    ("3", "Cuộc thi tìm hiểu Luật Cư trú", "quý III/2024", "", "", ""),
)
PLANS = (
    ("Số, ký hiệu", "Ngày ban hành", "Trích yếu"),
    ("15/KH-SXD", "16/01/2024", "Kế hoạch phổ biến Luật Đường bộ"),
)


@pytest.fixture
def client(client, an):
    client.force_login(an)
    return client


def block(*rows):
    return ["\t".join(row) for row in rows]


def test_a_block_with_headings_is_read_as_the_same_sheet_is(client):
    pasted = paste(client, *block(*EVENTS), vao="events")
    uploaded = upload(client, sheet(*EVENTS), "event")
    assert [cells(pasted, number) for number in (2, 3, 4)] == [
        cells(uploaded, number) for number in (2, 3, 4)
    ]
    assert cells(pasted, 3) == {
        "as": "event",
        "kind": "conference",
        "name": "Phổ biến Luật Đất đai",
        "held": "tháng 4/2024",
        "place": "phường Sen",
        "turnout": "hơn 1.245",
    }
    assert not_read(pasted) == not_read(uploaded) == ["Không đọc các cột: Kinh phí."]
    assert words(pasted, "//a[contains(text(), 'Chọn lại cột')]/@href") == [
        reverse("event_sheet_columns", args=[2024])
    ]
    assert Event.objects.count() == 0
    save(client, pasted)
    assert [event.turnout for event in Event.objects.in_order()] == ["200", "hơn 1.245", ""]


def test_its_columns_are_chosen_again_as_those_of_a_file(client):
    page = paste(client, *block(*EVENTS), vao="events")
    columns = client.get(reverse("event_sheet_columns", args=[2024]))
    assert words(columns, "//th[@scope='row']/label") == [
        f"Cột {letter}: {heading}" for letter, heading in zip("ABCDEF", EVENTS[0], strict=True)
    ]
    assert summary(page) == "3 hoạt động."


def test_what_was_pasted_comes_back_to_be_corrected_also_after_a_refusal(client):
    text = "\n".join(block(*EVENTS))
    page = save(client, paste(client, text, vao="events"), d3_held="31/9/2024")
    sent = dict(review_form(page).form_values())
    box = client.post(f"{reverse('paste', args=[2024])}?vao=events", sent)
    (shown,) = words(box, "//textarea[@name='text']")
    assert sent["text"] == text
    assert shown.split() == text.split()


def test_the_first_cell_may_be_empty_and_cells_may_have_lines(client):
    rows = ["\tTên hoạt động\tThời gian\tGhi chú", '1\t"Hội nghị\nvề ""hộ tịch"""\t05/3/2024\t']
    page = paste(client, *rows, vao="events")
    assert (cells(page, 2)["name"], cells(page, 2)["held"]) == ('Hội nghị\nvề "hộ tịch"', "05/3/2024")


def test_the_list_is_that_of_the_headings(client):
    page = paste(client, *block(*PLANS), vao="events")
    assert cells(page, 2)["number"] == "15/KH-SXD"
    assert not_read(page) == [
        "Theo tiêu đề các cột, đây là danh sách Kế hoạch, văn bản, nên đọc vào danh sách đó."
    ]
    save(client, page)
    assert Plan.objects.count() == 1
    directives = paste(client, *block(*PLANS), vao="directives")
    assert (cells(directives, 2)["as"], not_read(directives)) == ("directive", [])


def test_a_block_of_uneven_rows_is_read_by_its_lines_and_says_so(client):
    page = paste(client, *block(*PLANS), "Kế hoạch số 16/KH-SXD ngày 16/02/2024 về hộ tịch")
    assert cells(page, 3)["number"] == "16/KH-SXD"
    assert not_read(page) == [
        "Dòng 3 có 1 ô mà dòng tiêu đề có 3 ô, nên danh sách được đọc theo từng dòng, không theo cột. "
        "Muốn đọc theo cột, chép lại từ Excel hoặc tải bảng tính lên."
    ]


def test_a_block_without_headings_is_read_by_its_lines(client):
    page = paste(client, *block(PLANS[1]))
    assert (cells(page, 1)["number"], cells(page, 1)["subject"]) == ("15/KH-SXD", "phổ biến Luật Đường bộ")
    assert (not_read(page), notes(page, 1)) == ([], [])
