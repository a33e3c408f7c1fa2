"""Many papers uploaded together become a list that An reviews and saves with their files, all or nothing."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.models import Attachment, LongWork
from plans.models import Directive, Plan
from tests.accounts.attaching import uploads
from tests.factories import make_long_work, make_plan, make_waiting_file
from tests.pages import words
from tests.plans.reading.paper.dresses import DRESSES
from tests.plans.reading.paper.papers import DOCUMENTS
from tests.reports.reading.pasted.sending import cells, faults, notes, save, summary

MAKE = DRESSES["Word, bảng"][1]
OWN = MAKE(DOCUMENTS["kế hoạch của sở"])
LETTER = MAKE(DOCUMENTS["công văn"])
OF_PROVINCE = MAKE(DOCUMENTS["kế hoạch của phường"])
OWN_CELLS = {
    "as": "plan",
    "kind_text": "Kế hoạch",
    "number": "139/KH-SXD",
    "issued_on": "16/01/2024",
    "subject": (
        "về công tác phổ biến, giáo dục pháp luật, hòa giải ở cơ sở, chuẩn tiếp cận pháp luật năm 2024"
    ),
}
NOTICES = "//div[contains(@class, 'notice')]/p"
SCANNED = {"doubts": ["Đọc bằng máy từ bản quét: số ký hiệu “12/KH-SXD”."], "is_by_machine": True} | {
    "values": {
        "kind_text": "Kế hoạch",
        "number": "12/KH-SXD",
        "issued_on": "08/01/2024",
        "subject": "về hòa giải",
    }
}


def upload(client, *files, kind="plan", key=None):
    """Send files, each a name and data, and return the page that they lead to."""
    papers = [SimpleUploadedFile(name, data) for name, data in files]
    url = reverse(f"{kind}_upload", args=[2024])
    return client.post(url, {"sent_key": key or uuid4(), "paper": papers}, follow=True)


def row_cells(page, number):
    values = cells(page, number)
    return {name: value for name, value in values.items() if name != "paper"}


@pytest.fixture
def page_of_an(client, an):
    client.force_login(an)
    return client


def test_papers_become_a_list_that_is_saved_with_their_files_and_undone(page_of_an):
    review = upload(page_of_an, ("kế hoạch.docx", OWN), ("công văn.docx", LETTER))
    assert summary(review) == "2 văn bản."
    assert row_cells(review, 1) == OWN_CELLS
    assert words(review, "//*[@class='source']") == ["Tệp: kế hoạch.docx", "Tệp: công văn.docx"]
    page = page_of_an.get(save(page_of_an, review).url)
    assert words(page, NOTICES) == ["Đã lưu 2 văn bản vào năm 2024."]
    files = {file.name: str(file.row.number) for file in Attachment.objects.all()}
    assert files == {"kế hoạch.docx": "139/KH-SXD", "công văn.docx": "498/SXD-VP"}
    (undo,) = [one for one in words(page, "//form/@action") if "hoan-tac" in one]
    page_of_an.post(undo)
    assert Plan.objects.count() == 0


def test_each_paper_goes_into_the_list_of_who_issued_it(page_of_an):
    review = upload(page_of_an, ("a.docx", OWN), ("b.docx", OF_PROVINCE))
    assert cells(review, 2)["as"] == "directive"
    assert notes(review, 2) == [
        "Cơ quan ban hành cho thấy đây là văn bản của cơ quan khác, nên ghi vào Văn bản chỉ đạo; "
        "chọn lại nếu không đúng."
    ]
    save(page_of_an, review)
    assert (Plan.objects.get().number, Directive.objects.get().issuing_body) == (
        "139/KH-SXD",
        "Ủy ban nhân dân phường Hoa Súng",
    )


def test_what_is_stored_already_or_there_twice_is_skipped(page_of_an, department):
    make_plan(department, number="139/KH-SXD", issued_on="2024-01-16")
    review = upload(page_of_an, ("a.docx", OWN), ("b.docx", LETTER), ("c.docx", LETTER))
    assert [note for number in (1, 3) for note in notes(review, number)] == [
        "Đã có: Kế hoạch số 139/KH-SXD (năm 2024, mở thẻ mới).",
        "Trùng với dòng 2.",
    ]
    save(page_of_an, review)
    assert sorted(Plan.objects.values_list("number", flat=True)) == ["139/KH-SXD", "498/SXD-VP"]


def test_a_file_that_says_nothing_says_why_and_holds_the_list_until_it_is_skipped(page_of_an):
    review = upload(page_of_an, ("a.docx", OWN), ("bảng.xlsx", uploads.excel()))
    assert notes(review, 2)[0].startswith("Tệp Excel không có trang đầu của một văn bản để đọc.")
    refused = save(page_of_an, review)
    assert faults(refused) == ["Dòng 2, Trích yếu: Ghi trích yếu, hoặc số, ký hiệu của văn bản."]
    assert Plan.objects.count() == 0
    save(page_of_an, refused, d2_skipped=["on"])
    assert Plan.objects.get().number == "139/KH-SXD"
    assert [file.name for file in Attachment.objects.waiting()] == ["bảng.xlsx"]


def test_a_file_that_is_refused_is_named_beside_the_list(page_of_an):
    review = upload(page_of_an, ("a.docx", OWN), ("b.exe", uploads.EXE))
    assert summary(review) == "1 văn bản."
    assert words(review, "//div[contains(@class, 'summary')]/p[@class='doubt']")[0].startswith(
        "Không nhận “b.exe”: Không nhận loại tệp này."
    )


def test_a_second_click_stores_and_saves_nothing_twice(page_of_an):
    key = uuid4()
    first, second = (upload(page_of_an, ("a.docx", OWN), ("b.docx", LETTER), key=key) for _ in range(2))
    assert first.redirect_chain[-1] == second.redirect_chain[-1]
    for _ in "two clicks":
        save(page_of_an, first)
    assert (Plan.objects.count(), Attachment.objects.count()) == (2, 2)


def test_a_list_that_was_saved_is_not_offered_again(page_of_an):
    review = upload(page_of_an, ("a.docx", OWN), ("b.docx", LETTER))
    save(page_of_an, review)
    page = page_of_an.get(review.redirect_chain[-1][0], follow=True)
    assert words(page, NOTICES)[-1].startswith("Các tệp này không còn chờ")


def test_nothing_is_saved_where_a_file_is_gone(page_of_an):
    review = upload(page_of_an, ("a.docx", OWN), ("b.docx", LETTER))
    Attachment.objects.get(name="b.docx").delete()
    refused = save(page_of_an, review)
    assert faults(refused)[0].startswith("Dòng 2: tệp không còn chờ để đính kèm")
    assert (Plan.objects.count(), Attachment.objects.waiting().count()) == (0, 1)


def test_chi_cannot_attach_ans_files(page_of_an, client, chi):
    review = upload(page_of_an, ("a.docx", OWN), ("b.docx", LETTER))
    client.force_login(chi)
    assert client.get(review.redirect_chain[-1][0]).status_code == 404
    assert len(faults(save(client, review))) == 2
    assert Plan.objects.count() == 0


def test_a_scan_is_saved_after_it_was_compared(page_of_an, an):
    file = make_waiting_file(an, reading=SCANNED)
    result = {"kind": "plan", "pks": [file.pk], "refusals": []}
    work = make_long_work(an, result=result)
    review = page_of_an.get(reverse("plan_papers", args=[2024, work.key]))
    assert notes(review, 1) == SCANNED["doubts"]
    refused = save(page_of_an, review)
    assert faults(refused) == [
        "Dòng 1: đọc bằng máy từ bản quét. Đối chiếu số, ngày và trích yếu, rồi đánh dấu “Đã đối chiếu”."
    ]
    save(page_of_an, refused, d1_compared=["on"])
    assert (Plan.objects.get().number, Attachment.objects.get().row) == ("12/KH-SXD", Plan.objects.get())


def test_more_papers_than_twenty_are_for_two_times(page_of_an):
    page = upload(page_of_an, *((f"{number}.docx", OWN) for number in range(21)))
    assert words(page, "//*[@role='alert']/p") == [
        "Mỗi lần chọn nhiều nhất 20 tệp. Gửi các tệp này trước, rồi gửi tiếp."
    ]
    assert Attachment.objects.count() == 0


def test_work_that_was_interrupted_reads_the_papers_again(page_of_an):
    review = upload(page_of_an, ("a.docx", OWN), ("b.docx", LETTER))
    work = LongWork.objects.get()
    LongWork.objects.update(
        ended_at=None, leads_to="", result=None, seen_at=work.started_at.replace(year=2020)
    )
    page = page_of_an.post(reverse("long_work_again", args=[2024, work.key]), follow=True)
    assert row_cells(page, 1) == row_cells(review, 1) == OWN_CELLS
