"""Bình pastes pages of Word, LibreOffice and Google Docs into a section, and uses the tools that write the marks."""

import pytest
from playwright.sync_api import expect

from tests.browser.clipboards import LISTS, PASTES, TABLE
from tests.browser.entrance import come_in
from tests.browser.hands import KeysAlone
from tests.browser.page_faults import objections, objections_at_both_widths
from tests.browser.pasting import PASTE, RANDOM_PASTES
from tests.factories import make_report

pytestmark = pytest.mark.once

LINES = "Đoạn một.\nĐoạn hai.\n·\tGạch\nSTT\tTên\n1\tHọp"
UNCLEAR = (
    "Nội dung của mục: Dòng 2 chưa rõ là đoạn riêng, gạch đầu dòng, bảng hay nối với dòng trên. "
    "Bấm Lưu để xem trước và chọn."
)


@pytest.fixture
def section(department):
    return make_report(department, (1, "Kết quả", "Lời cũ.")).sections.last()


def address_of(section):
    return f"/bao-cao/2024/muc/{section.pk}/"


def area(page):
    return page.get_by_role("textbox", name="Nội dung của mục")


def enter(page, person, section):
    come_in(page, person)
    page.goto(address_of(section))
    expect(page.get_by_role("toolbar")).to_be_visible()


def paste(page, html, before=None):
    return page.evaluate(PASTE, [html, before])


def body(section):
    section.refresh_from_db()
    return section.body


def test_every_clipboard_becomes_text_with_marks_and_says_what_it_leaves_out(page, binh, section):
    enter(page, binh, section)
    pasted = {name: paste(page, html, "") for name, (html, _, _) in PASTES.items()}
    assert pasted == {name: [text, said] for name, (_, text, said) in PASTES.items()}
    assert page.evaluate(RANDOM_PASTES, 150) == []


def test_a_page_of_word_is_pasted_seen_on_paper_and_taken_back(each_page, binh, section):
    page = each_page
    enter(page, binh, section)
    area(page).focus()
    page.keyboard.press("Control+End")
    text, said = paste(page, TABLE)
    assert (text, said[0]) == (f"Lời cũ.\n\n{PASTES['Word, bảng'][1]}", "Đã dán 2 đoạn, 1 bảng.")
    expect(page.locator("#da-luu")).to_contain_text("Đã lưu")
    assert body(section) == text
    expect(page.frame_locator(".piece-of-paper").get_by_role("cell", name="1.250")).to_be_visible()
    assert objections(page) == []
    page.get_by_role("button", name="Bỏ chữ vừa dán").click()
    expect(area(page)).to_have_value("Lời cũ.")
    page.keyboard.press("Control+End")
    paste(page, LISTS)
    page.keyboard.press("Control+z")
    expect(area(page)).to_have_value("Lời cũ.")


def test_lines_without_html_are_asked_about_once_by_keys_alone(page, binh, section):
    enter(page, binh, section)
    keys = KeysAlone(page)
    keys.fill(area(page), LINES)
    expect(page.locator("#da-luu")).to_have_text(UNCLEAR)
    keys.press(page.get_by_role("button", name="Lưu", exact=True).last)
    question = page.get_by_role("alert")
    expect(question).to_contain_text("Các dòng mới này đọc theo cách nào?")
    papers = page.locator(".paper-of-way")
    expect(papers.first.content_frame.get_by_text("Đoạn hai.", exact=True)).to_be_visible()
    expect(papers.last.content_frame.get_by_text("Đoạn một. Đoạn hai.")).to_be_visible()
    assert (body(section), objections_at_both_widths(page)) == ("Lời cũ.", [])
    keys.press(page.get_by_role("button", name="Mỗi dòng một đoạn").first)
    expect(page.locator(".notice.success")).to_contain_text("Đã lưu mục")
    assert body(section) == "Đoạn một.\n\nĐoạn hai.\n- Gạch\n| STT | Tên |\n| 1 | Họp |"


def test_without_javascript_the_question_is_a_form(page_without_javascript, binh, section):
    page = page_without_javascript
    come_in(page, binh)
    page.goto(address_of(section))
    expect(page.get_by_role("toolbar")).to_have_count(0)
    area(page).fill(LINES)
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(
        page.locator(".paper-of-way").last.content_frame.get_by_text("Đoạn một. Đoạn hai.")
    ).to_be_visible()
    expect(area(page)).to_have_value(LINES)
    page.get_by_role("button", name="Nối thành một đoạn").click()
    expect(area(page)).to_have_value("Đoạn một. Đoạn hai.\n- Gạch\n| STT | Tên |\n| 1 | Họp |")


def test_the_tools_write_the_marks_on_the_selected_lines(each_page, binh, section):
    page = each_page
    enter(page, binh, section)
    keys = KeysAlone(page)

    def use(tool, text):
        keys.fill(area(page), text)
        page.keyboard.press("Control+a")
        keys.press(page.get_by_role("button", name=tool, exact=True))
        return area(page).input_value()

    assert use("– Gạch đầu dòng", "một\nhai") == "- một\n- hai"
    assert use("– Gạch đầu dòng", "- một\n- hai") == "một\n\nhai"
    assert use("a) Điểm", "một\n- hai\n\nba") == "a) một\nb) hai\nc) ba"
    assert use("Bảng", "STT\tTên\n1; Họp") == "| STT | Tên |\n| 1 | Họp |"
    assert use("Mỗi dòng một đoạn", "một\nhai") == "một\n\nhai"
    assert use("Nối dòng", "một\nhai\n\nba") == "một hai ba"
    page.keyboard.press("Control+z")
    expect(area(page)).to_have_value("một\nhai\n\nba")
    keys.press(page.get_by_text("Danh mục", exact=True))
    keys.press(page.get_by_role("button", name="Hoạt động", exact=True))
    expect(area(page)).to_have_value("một\nhai\n\nba\n\n[[hoạt động]]")
    assert objections(page) == []
