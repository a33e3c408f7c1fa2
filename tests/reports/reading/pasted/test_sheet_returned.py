"""An exports a list, changes it in Excel and uploads it again: what differs is shown and saved together."""

import json
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.core.management import call_command
from django.urls import reverse

from accounts.history import history_of
from accounts.rows.editing import delete_row, edit_row
from events.models import Event
from plans.models import Plan
from tests.factories import make_event, make_plan
from tests.pages import words
from tests.reports.reading.pasted.sending import cells, faults, notes, save, summary
from tests.reports.reading.pasted.uploading import saved, upload

pytestmark = pytest.mark.django_db

KEY, NUMBER, ISSUED, SUBJECT = "Mã dòng", "Số, ký hiệu", "Ngày ban hành", "Trích yếu"


@pytest.fixture
def client(client, an):
    client.force_login(an)
    return client


@pytest.fixture
def plans(department):
    return [
        make_plan(department, number=f"{place}/KH-SXD", issued_on=date(2024, 3, place), subject=f"về {place}")
        for place in (1, 2, 3)
    ]


def exported(client, kind="plan"):
    data = client.get(reverse(f"{kind}_export", args=[2024, "xlsx"])).content
    return openpyxl.load_workbook(BytesIO(data))


def cell(book, row, heading):
    headings = [one.value for one in book.active[1]]
    return book.active.cell(row, headings.index(heading) + 1)


def changes(review, number):
    return words(review, f"//tbody[@id='d{number}']//p[@class='change']")


def said(page):
    return words(page, "//div[contains(@class, 'notice')]//p")


def test_only_what_was_changed_is_shown_and_saved_with_its_history(client, an, plans):
    book = exported(client)
    cell(book, 3, SUBJECT).value = "về hòa giải"
    cell(book, 3, ISSUED).value = None
    book.active.append([4, "Kế hoạch", "4/KH-SXD", "04/03/2024", None, "về 4"])
    review = upload(client, saved(book))
    assert summary(review).startswith("2 văn bản")
    assert changes(review, 3) == [f"{ISSUED}: 02/3/2024 → (trống)", f"{SUBJECT}: về 2 → về hòa giải"]
    assert (changes(review, 5), cells(review, 5)["subject"]) == ([], "về 4")
    assert words(review, "//div[contains(@class, 'summary')]/p[starts-with(., '2 dòng không đổi')]") == [
        "2 dòng không đổi, không cần lưu. Dòng có trong danh sách mà không có trong bảng tính được giữ nguyên."
    ]
    page = client.get(save(client, review).url)
    assert "Đã lưu 1 văn bản vào năm 2024, sửa 1 dòng." in " ".join(words(page, "//p"))
    plans[1].refresh_from_db()
    assert (plans[1].subject, plans[1].issued_on, plans[1].version) == ("về hòa giải", None, 2)
    assert [change.values for change in history_of(plans[1])] == [
        [["ngày ban hành", "02/3/2024", ""], ["trích yếu", "về 2", "về hòa giải"]]
    ]
    assert Plan.objects.count() == 4


def test_an_unchanged_sheet_says_so_and_rows_that_are_missing_are_left_alone(client, plans):
    book = exported(client)
    book.active.delete_rows(4)
    answer = upload(client, saved(book))
    assert answer.url == reverse("plans", args=[2024])
    assert "Bảng tính không khác danh sách đang có; không có gì để lưu." in " ".join(
        words(client.get(answer.url), "//p")
    )
    assert Plan.objects.count() == 3


def test_every_kind_of_row_comes_back_unchanged(client, department):
    make_event(
        department,
        name="Kế hoạch tuyên truyền",
        description=": Hỗ trợ 12 xã",
        partners="A; B",
        sessions=1200,
        mode="hybrid",
        attendance=1250,
        attendance_is_minimum=True,
    )
    make_event(department, attendance=1250, sessions=1200, originals=0, posted=0, copies=1500)
    make_event(department, name="", wording="Hội nghị khác", held_from=None, date_precision="none")
    make_plan(
        department, subject="Kế hoạch liên ngành", kind_as_written="Kế hoạch phối hợp", wording="Một\nhai"
    )
    for kind in ("event", "plan"):
        assert upload(client, saved(exported(client, kind)), kind).status_code == 302
    assert Event.objects.filter(version=1).count() == 3


def test_a_row_that_was_changed_meanwhile_is_skipped_until_the_person_decides(client, an, binh, plans):
    book = exported(client)
    cell(book, 2, SUBJECT).value = "về A"
    plans[0].subject = "về B"
    edit_row(plans[0], by=binh, version=1)
    review = upload(client, saved(book))
    assert changes(review, 2) == [f"{SUBJECT}: về B → về A"]
    assert notes(review, 2) == [
        "Dòng này đã được sửa sau khi xuất bảng tính. Xem từng chỗ khác, rồi bỏ dấu “Bỏ qua” nếu lấy theo bảng tính."
    ]
    assert faults(save(client, review)) == ["Mọi dòng đều được bỏ qua. Bỏ dấu “Bỏ qua” ở dòng cần lưu."]
    save(client, review, without=["d2-skipped"])
    plans[0].refresh_from_db()
    assert (plans[0].subject, plans[0].version) == ("về A", 3)


def test_a_row_that_is_changed_or_deleted_before_saving_stops_all_of_it(client, binh, plans):
    book = exported(client)
    for row in (2, 3):
        cell(book, row, SUBJECT).value = f"về {row}{row}"
    review = upload(client, saved(book))
    plans[0].subject = "về B"
    edit_row(plans[0], by=binh, version=1)
    delete_row(plans[1], by=binh)
    again = save(client, review)
    assert faults(again) == [
        "Dòng 2: vừa được người khác sửa. Xem lại từng chỗ khác ở dòng này, rồi bấm Lưu lần nữa.",
        "Dòng 3: vừa bị người khác xóa khỏi danh sách. Đánh dấu “Bỏ qua” dòng này.",
    ]
    assert changes(again, 2) == [f"{SUBJECT}: về B → về 22"]
    assert Plan.objects.get(pk=plans[0].pk).subject == "về B"
    assert save(client, again, d3_skipped="on").status_code == 302
    assert Plan.objects.get(pk=plans[0].pk).subject == "về 22"


def test_keys_of_others_of_another_year_and_copied_ones_are_of_new_rows(client, other_department, plans):
    strange = make_plan(other_department, number="9/KH-SYT")
    book = exported(client)
    cell(book, 2, KEY).value = f"{strange.pk}v1"
    cell(book, 4, KEY).value = f"{plans[1].pk}v1"
    for row, number in ((2, "7/KH-SXD"), (4, "8/KH-SXD")):
        cell(book, row, NUMBER).value = number
    review = upload(client, saved(book))
    assert notes(review, 2) == [
        f"Mã dòng “{strange.pk}v1” không phải của dòng nào trong danh sách năm 2024; đang đọc như một dòng mới."
    ]
    assert notes(review, 4) == [f"Mã dòng “{plans[1].pk}v1” có ở dòng trước rồi; đang đọc như một dòng mới."]
    save(client, review)
    strange.refresh_from_db()
    assert (strange.number, Plan.objects.count()) == ("9/KH-SYT", 6)
    assert summary(upload(client, saved(exported(client)), year=2025)).startswith("5 văn bản")


def test_a_key_that_is_forged_in_a_review_changes_no_row_of_others(client, other_department, plans):
    strange = make_plan(other_department, number="9/KH-SYT", subject="về y tế")
    book = exported(client)
    cell(book, 2, SUBJECT).value = "về A"
    review = upload(client, saved(book))
    assert "xóa khỏi danh sách" in faults(save(client, review, d2_key=f"{strange.pk}v1"))[0]
    strange.refresh_from_db()
    assert strange.subject == "về y tế"


def test_a_fault_is_shown_at_its_row_and_nothing_is_saved(client, plans):
    book = exported(client)
    cell(book, 2, ISSUED).value = "31/9/2024"
    cell(book, 3, SUBJECT).value = "về A"
    review = upload(client, saved(book))
    (fault,) = faults(review)
    assert fault.startswith("Dòng 2, Ngày ban hành")
    save(client, review)
    assert Plan.objects.filter(version=1).count() == 3
    save(client, review, d2_issued_on="30/9/2024")
    assert Plan.objects.filter(version=2).count() == 2


def test_the_command_prints_changes_and_names_unchanged_rows(client, plans, department, tmp_path, capsys):
    book = exported(client)
    cell(book, 2, SUBJECT).value = "về A"
    path = tmp_path / "danh sách.xlsx"
    path.write_bytes(saved(book))
    call_command("read_sheet", str(path), rows="plans", organisation=department.code, year=2024)
    printed = json.loads(capsys.readouterr().out)
    assert [(row["row"], row["changes"]) for row in printed["rows"]] == [(2, [[SUBJECT, "về 1", "về A"]])]
    assert [(out["row"], out["why"]) for out in printed["left_out"]] == [(3, "không đổi"), (4, "không đổi")]
