"""A table or listings that no paper can take: each page of words says why, keeps what was typed and stores nothing."""

import pytest

from reports.models import Annex
from tests.factories import make_report
from tests.pages import words
from tests.reports.pages import field_of
from tests.reports.submission.handed_in import fields_of

NOTICE = "//main//*[contains(@class, 'notice')]//p"
FAULTS = "//section[contains(@class, 'faults')]//li"
TEXTS = {
    f"Lời đầu.\n\n|{'a|' * 51}": "Bảng ở dòng 3 có 51 cột, nhiều nhất 50. "
    "Chia thành các bảng ít cột hơn rồi lưu lại.",
    "\n".join(
        [f"|{'a|' * 50}", *["|a|"] * 200]
    ): "Đến bảng ở dòng 1, các bảng có hơn 10.000 ô, kể cả ô trống. "
    "Bớt hàng hoặc cột, hoặc chuyển bớt bảng sang phụ lục, rồi lưu lại.",
    f"|Tên|Mã|\n|a|{'b' * 201}|": "Bảng ở dòng 2 có một từ dài hơn 200 ký tự. "
    "Thêm dấu cách vào từ đó hoặc đưa ra ngoài bảng rồi lưu lại.",
    "\n\n".join(["[[hoạt động]]"] * 51): "Nội dung này gọi danh mục 51 lần; nhiều nhất 50. "
    "Bớt các dòng “[[…]]” lặp lại rồi lưu lại.",
}
unprintable = pytest.mark.parametrize(
    ("text", "sentence"), TEXTS.items(), ids=["columns", "cells", "word", "listings"]
)


@pytest.fixture
def page(client, binh):
    client.force_login(binh)
    return client


@pytest.fixture
def report(department):
    return make_report(department)


@unprintable
def test_a_section_says_why_and_keeps_what_was_typed(page, report, text, sentence):
    section = report.sections.last()
    address = f"/bao-cao/2024/muc/{section.pk}/"
    answer = page.post(address, {"body": text, "version": section.version})
    assert (answer.status_code, field_of(answer, "body")) == (409, text)
    assert words(answer, NOTICE) == [sentence, "Chữ đã gõ vẫn ở ô dưới đây, chưa được lưu."]
    by_itself = page.post(f"{address}tu-luu/", {"body": text, "version": section.version})
    assert (by_itself.status_code, by_itself.json()) == (422, {"refusal": sentence})
    stored = report.sections.last()
    assert (stored.body, stored.version, stored.earlier_texts.count()) == ("Đạt yêu cầu.", 1, 0)


@unprintable
def test_an_annex_says_why_and_keeps_what_was_typed(page, report, text, sentence):
    annex = report.annexes.create(position=1, title="Số liệu", body="Mười hội nghị.")
    address = f"/bao-cao/2024/phu-luc/{annex.pk}/"
    typed = {"title": "Số liệu khác", "body": text, "version": annex.version}
    answer = page.post(address, typed)
    assert (answer.status_code, words(answer, FAULTS)) == (409, [sentence])
    assert (field_of(answer, "title"), field_of(answer, "body")) == ("Số liệu khác", text)
    by_itself = page.post(f"{address}tu-luu/", typed)
    assert (by_itself.status_code, by_itself.json()) == (422, {"refusal": sentence})
    stored = report.annexes.get()
    assert (stored.title, stored.body, stored.version) == ("Số liệu", "Mười hội nghị.", 1)


@unprintable
def test_a_new_annex_says_why_and_keeps_what_was_typed(page, report, text, sentence):
    address = "/bao-cao/2024/phu-luc/them/"
    answer = page.post(address, fields_of(page.get(address)) | {"title": "Số liệu", "body": text})
    assert (answer.status_code, words(answer, FAULTS)) == (409, [sentence])
    assert (field_of(answer, "title"), field_of(answer, "body")) == ("Số liệu", text)
    assert Annex.objects.count() == 0


@unprintable
def test_the_opening_says_why_at_its_field_and_keeps_what_was_typed(page, report, text, sentence):
    address = "/bao-cao/2024/dau-cuoi/"
    typed = fields_of(page.get(address)) | {"opening": text, "closing": "Hết./."}
    answer = page.post(address, typed)
    assert (answer.status_code, words(answer, "//*[@id='id_opening_error']")) == (200, [sentence])
    assert (field_of(answer, "opening"), field_of(answer, "closing")) == (text, "Hết./.")
    report.refresh_from_db()
    assert (report.opening, report.closing, report.version) == ("", "Trên đây là báo cáo của Sở./.", 1)
