"""Bình saves lines copied from elsewhere: he is asked once how to read them, before they are saved."""

import pytest
from lxml import html

from tests.factories import make_report
from tests.pages import words
from tests.reports.pages import field_of
from tests.reports.submission.handed_in import fields_of
from tests.reports.writing.asked import answer_of

COPIED = "Đoạn một.\nĐoạn hai.\n·\tGạch một\n–\tGạch hai\nSTT\tNội dung\tSố người\n1\tLuật Đường bộ\t120"
LISTS = "- Gạch một\n- Gạch hai\n| STT | Nội dung | Số người |\n| 1 | Luật Đường bộ | 120 |"
EACH = f"Đoạn một.\n\nĐoạn hai.\n{LISTS}"
JOINED = f"Đoạn một. Đoạn hai.\n{LISTS}"
BUTTONS = "//ol[@class='ways-to-read']//button"
UNCLEAR = (
    "Dòng 2 chưa rõ là đoạn riêng, gạch đầu dòng, bảng hay nối với dòng trên. Bấm Lưu để xem trước và chọn."
)


@pytest.fixture
def page(client, binh):
    client.force_login(binh)
    return client


@pytest.fixture
def report(department):
    return make_report(department)


@pytest.fixture
def section(report):
    return report.sections.last()


def address_of(section):
    return f"/bao-cao/2024/muc/{section.pk}/"


def stored(section):
    section.refresh_from_db()
    return section.body


def papers(asked):
    return [
        " / ".join(html.fromstring(paper).xpath("//main//*[not(*)]/text()"))
        for paper in html.fromstring(asked.content).xpath("//iframe[@srcdoc]/@srcdoc")
    ]


def test_both_ways_are_shown_before_anything_is_saved(page, section):
    asked = page.post(address_of(section), {"body": COPIED, "version": 1})
    assert (asked.status_code, field_of(asked, "body"), stored(section)) == (409, COPIED, "Đạt yêu cầu.")
    assert words(asked, BUTTONS) == ["Mỗi dòng một đoạn", "Nối thành một đoạn"]
    lists = "- Gạch một / - Gạch hai / STT / Nội dung / Số người / 1 / Luật Đường bộ / 120"
    assert papers(asked) == [f"Đoạn một. / Đoạn hai. / {lists}", f"Đoạn một. Đoạn hai. / {lists}"]
    assert words(asked, "//section[contains(@class, 'asked-reading')]/p[1]") == [
        "Bỏ ra các dấu ở đầu dòng hoặc quanh ô: · (1 lần), – (1 lần). Gạch đầu dòng in bằng dấu “-”."
    ]


@pytest.mark.parametrize(("name", "saved"), [("table-each", EACH), ("table-joined", JOINED)])
def test_the_chosen_way_is_saved_and_not_asked_about_again(page, section, name, saved):
    asked = page.post(address_of(section), {"body": COPIED, "version": 1, "next_section": "1"})
    carried = {"next_section": "1"} if words(asked, "//input[@name='next_section']/@value") else {}
    answer = page.post(
        address_of(section), {"body": COPIED, "version": 1, **answer_of(asked, name), **carried}
    )
    assert (answer.status_code, answer.url, stored(section)) == (302, "/bao-cao/2024/", saved)
    again = page.post(address_of(section), {"body": saved, "version": 2})
    assert (again.status_code, stored(section)) == (302, saved)


def test_an_answer_is_good_only_for_the_text_that_was_shown(page, section):
    answer = answer_of(page.post(address_of(section), {"body": COPIED, "version": 1}), "table-joined")
    for sent in ({"body": f"{COPIED}\nThêm\nhai dòng"}, {"body": COPIED, "body-reading": "other"}):
        asked = page.post(address_of(section), {"version": 1, **answer, **sent})
        assert (asked.status_code, stored(section)) == (409, "Đạt yêu cầu.")


def test_the_page_saves_by_itself_nothing_that_is_not_sure(page, section):
    automatic = f"{address_of(section)}tu-luu/"
    refused = page.post(automatic, {"body": COPIED, "version": 1})
    assert (refused.status_code, refused.json()["refusal"]) == (422, f"Nội dung của mục: {UNCLEAR}")
    refused = page.post(automatic, {"body": "Một.\n1. Hai", "version": 1})
    assert (refused.status_code, refused.json()["refusal"]) == (422, f"Nội dung của mục: {UNCLEAR}")
    assert stored(section) == "Đạt yêu cầu."
    assert page.post(automatic, {"body": EACH, "version": 1}).status_code == 200
    assert stored(section) == EACH


def test_lines_that_were_stored_before_are_saved_as_they_are(page, section):
    section.body = "Một\nhai."
    section.save()
    for body in ("Một\nhai.\n\nBa.", "Một\nhai."):
        section.refresh_from_db()
        answer = page.post(address_of(section), {"body": body, "version": section.version})
        assert (answer.status_code, stored(section)) == (302, body)


def test_what_is_sure_is_saved_at_once(page, section):
    page.post(address_of(section), {"body": "A\tB\n1\t2\n\n1.\tMột\n2.\tHai", "version": 1})
    assert stored(section) == "| A | B |\n| 1 | 2 |\n\n1. Một\n\n2. Hai"


def test_an_annex_asks_too(page, report):
    annex = report.annexes.create(position=1, title="Số liệu", body="Cũ\ntiếp.")
    address = f"/bao-cao/2024/phu-luc/{annex.pk}/"
    typed = {"title": "Số liệu", "body": f"Cũ\ntiếp.\n\n{COPIED}", "version": 1}
    asked = page.post(address, typed)
    assert (asked.status_code, words(asked, BUTTONS)) == (200, ["Mỗi dòng một đoạn", "Nối thành một đoạn"])
    assert page.post(f"{address}tu-luu/", typed).status_code == 422
    answer = page.post(address, typed | answer_of(asked, "table-each"))
    assert (answer.status_code, report.annexes.get().body) == (302, f"Cũ\ntiếp.\n\n{EACH}")


def test_a_new_annex_asks_too(page, report):
    address = "/bao-cao/2024/phu-luc/them/"
    typed = fields_of(page.get(address)) | {"title": "Số liệu", "body": COPIED}
    asked = page.post(address, typed)
    assert (report.annexes.count(), field_of(asked, "body")) == (0, COPIED)
    page.post(address, typed | answer_of(asked, "table-joined"))
    assert report.annexes.get().body == JOINED


def test_the_opening_asks_too(page, report):
    address = "/bao-cao/2024/dau-cuoi/"
    typed = fields_of(page.get(address)) | {"opening": COPIED}
    asked = page.post(address, typed)
    assert (words(asked, BUTTONS), field_of(asked, "opening")) == (
        ["Mỗi dòng một đoạn", "Nối thành một đoạn"],
        COPIED,
    )
    answer = page.post(address, typed | answer_of(asked, "table-each", "opening"))
    report.refresh_from_db()
    assert (answer.status_code, report.opening) == (302, EACH)
