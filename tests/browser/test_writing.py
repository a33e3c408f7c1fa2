"""Bình writes a section in a browser: it saves itself, its paper follows, and nothing that was typed is lost."""

import json
import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from accounts.models import Role
from reports.models import Section
from reports.writing.saving import write_section
from tests.browser.entrance import come_in, send_login
from tests.browser.keys import Keys
from tests.browser.page_faults import objections
from tests.factories import make_event, make_plan, make_report, make_submission, make_user
from tests.reports.figures.forms import make_form

pytestmark = pytest.mark.once

ENDED = "Phiên làm việc đã hết. Bấm Lưu để đăng nhập lại, chữ đã gõ vẫn giữ."
CUT_OFF = "Chưa lưu được: mất kết nối với máy chủ. Chữ đã gõ vẫn còn ở đây, trang tự thử lại."
BUSY = "Chưa lưu được: máy chủ đang bận. Chữ đã gõ vẫn còn ở đây, trang tự thử lại."
SAVED_ELSEWHERE = "Mục này vừa được lưu ở nơi khác. Bấm Lưu để xem cả hai bản."
OLD = (1, "Kết quả", "Năm 2023 có hai cuộc.\n\n- Một mô hình hay.")


@pytest.fixture
def section(department):
    make_plan(department, number="7/KH-SXD", subject="về hòa giải")
    old = make_report(department, OLD, reporting_year=2023)
    sections = (
        (1, "Kết quả", "Sở đã làm trong năm 2023."),
        (1, "Danh mục", "[[văn bản đã ban hành]]"),
        (1, "Kiến nghị", ""),
    )
    return make_report(department, *sections, started_from=old).sections.first()


def address_of(section):
    return f"/bao-cao/2024/muc/{section.pk}/"


@pytest.fixture
def at_the_section(each_page, binh, section):
    come_in(each_page, binh)
    each_page.goto(address_of(section))
    return each_page


@pytest.fixture
def at_the_desk_section(page, binh, section):
    come_in(page, binh)
    page.goto(address_of(section))
    return page


def area(page):
    return page.get_by_role("textbox", name="Nội dung của mục")


def status(page):
    return page.locator("#da-luu")


def paper(page):
    return page.frame_locator(".piece-of-paper")


def body(section):
    return Section.objects.get(pk=section.pk).body


def type_at_the_end(page, text):
    area(page).focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def test_what_is_typed_saves_itself_and_the_paper_follows(at_the_section, section):
    page = at_the_section
    expect(page.locator("#nam-cu")).to_have_text("1 chỗ còn năm cũ")
    expect(paper(page).locator("mark")).to_have_text(["trong năm 2023"])
    area(page).fill("Sở đã làm trong năm 2024.")
    page.keyboard.press("End")
    page.keyboard.type(" Nhiều việc.")
    expect(status(page)).to_contain_text("Đã lưu ")
    expect(paper(page).locator("main")).to_contain_text("Sở đã làm trong năm 2024. Nhiều việc.")
    expect(page.locator("#nam-cu")).to_be_hidden()
    assert body(section) == "Sở đã làm trong năm 2024. Nhiều việc."
    with page.expect_response("**/tu-luu/"):
        page.get_by_label("Mục này đã xong").check()
    expect(status(page)).to_contain_text("Đã lưu ")
    assert Section.objects.get(pk=section.pk).is_done
    assert objections(page) == []
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name="Mục sau").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("II. DANH MỤC")
    assert asked == []
    assert objections(page) == []


def test_what_is_not_saved_yet_is_not_called_saved(at_the_desk_section):
    page = at_the_desk_section
    for text in ("Một.", "Hai."):
        page.clock.install()
        area(page).fill(text)
        expect(status(page)).to_have_text("Chưa lưu")
        page.clock.resume()
        expect(status(page)).to_contain_text("Đã lưu ")


def test_who_leaves_unsaved_text_is_warned(at_the_desk_section):
    page, asked = at_the_desk_section, []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    type_at_the_end(page, " Chưa lưu")
    page.get_by_role("link", name="Mục sau").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("II. DANH MỤC")
    assert asked == ["beforeunload"]


def test_a_paragraph_of_last_year_is_taken_to_the_cursor_by_a_click(at_the_section, section):
    page = at_the_section
    take = page.get_by_role("button", name="Lấy đoạn này")
    take.nth(1).click()
    expect(area(page)).to_have_value("Sở đã làm trong năm 2023.\n\n- Một mô hình hay.")
    expect(area(page)).to_be_focused()
    page.keyboard.press("Control+Home")
    take.nth(0).click()
    whole = "Năm 2023 có hai cuộc.\n\nSở đã làm trong năm 2023.\n\n- Một mô hình hay."
    expect(area(page)).to_have_value(whole)
    expect(page.locator("#nam-cu")).to_have_text("2 chỗ còn năm cũ")
    assert body(section) == whole
    page.keyboard.press("Control+z")
    expect(area(page)).to_have_value("Sở đã làm trong năm 2023.\n\n- Một mô hình hay.")


def test_binh_writes_by_keyboard_alone(at_the_desk_section, section):
    page = at_the_desk_section
    keys = Keys(page)
    keys.reach("#id_body")
    keys.press("Control+End")
    keys.type(" Gõ bằng phím.")
    keys.press("Control+s")
    expect(status(page)).to_contain_text("Đã lưu ")
    assert body(section) == "Sở đã làm trong năm 2023. Gõ bằng phím."
    keys.reach("[name=next_section]")
    keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("II. DANH MỤC")


def test_two_browsers_meet_in_one_section(each_page, colleagues_page, binh, department, section):
    mine, hers = each_page, colleagues_page
    for page, person in (
        (mine, binh),
        (hers, make_user(department, Role.LEGAL_OFFICER, full_name="Mai Hương")),
    ):
        come_in(page, person)
        page.goto(address_of(section))
    type_at_the_end(hers, " Của Hương.")
    expect(status(hers)).to_contain_text("Đã lưu ")
    type_at_the_end(mine, " Của Bình.")
    expect(status(mine)).to_have_text(SAVED_ELSEWHERE)
    assert objections(mine) == []
    mine.get_by_role("button", name="Lưu", exact=True).click()
    expect(mine.get_by_role("alert")).to_contain_text("Mai Hương đã lưu một bản khác")
    expect(mine.get_by_role("textbox", name="Bản của tôi")).to_have_value(
        "Sở đã làm trong năm 2023. Của Bình."
    )
    expect(mine.locator("del")).to_have_text("Hương")
    assert objections(mine) == []
    mine.get_by_role("textbox", name="Bản của tôi").fill("Sở đã làm. Của Hương. Của Bình.")
    mine.get_by_role("button", name="Lưu bản của tôi").click()
    expect(area(mine)).to_have_value("Sở đã làm. Của Hương. Của Bình.")
    mine.get_by_role("link", name="Các bản trước").click()
    mine.get_by_text("Xem cả bản này").first.click()
    expect(mine.get_by_text("Sở đã làm trong năm 2023. Của Hương.", exact=True)).to_be_visible()
    mine.get_by_text("Xem khác nội dung hiện nay ở đâu").first.click()
    assert objections(mine) == []
    mine.get_by_role("button", name="Dùng lại bản này").first.click()
    expect(area(mine)).to_have_value("Sở đã làm trong năm 2023. Của Hương.")


def test_the_session_ends_while_binh_writes(at_the_section, section):
    page = at_the_section
    Session.objects.all().delete()
    type_at_the_end(page, " Vẫn còn.")
    expect(status(page)).to_have_text(ENDED)
    page.get_by_role("button", name="Lưu", exact=True).click()
    send_login(page, "binh")
    expect(area(page)).to_have_value("Sở đã làm trong năm 2023. Vẫn còn.")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator(".notice p")).to_have_text("Đã lưu mục “I. KẾT QUẢ”.")
    assert body(section) == "Sở đã làm trong năm 2023. Vẫn còn."


def test_who_logs_in_again_in_another_tab_goes_on_writing(at_the_desk_section, section):
    page = at_the_desk_section
    other_tab = page.context.new_page()
    other_tab.goto("/")
    other_tab.locator(".person summary").click()
    other_tab.get_by_role("button", name="Đăng xuất").click()
    send_login(other_tab, "binh")
    expect(other_tab.get_by_role("navigation").first).to_be_visible()
    other_tab.close()
    type_at_the_end(page, " Gõ tiếp.")
    expect(status(page)).to_contain_text("Đã lưu ")
    assert body(section) == "Sở đã làm trong năm 2023. Gõ tiếp."


def test_a_lost_connection_is_shown_and_tried_again(at_the_desk_section, section):
    page = at_the_desk_section
    lost = []
    page.route("**/tu-luu/", lambda route: (lost.append(1), route.abort()))
    type_at_the_end(page, " Mất mạng.")
    expect(status(page)).to_have_text(CUT_OFF)
    assert body(section) == "Sở đã làm trong năm 2023."
    page.unroute("**/tu-luu/")
    expect(status(page)).to_contain_text("Đã lưu ")
    assert body(section) == "Sở đã làm trong năm 2023. Mất mạng."
    assert lost


def lose_the_connection(page):
    """Let the page reach nothing any more, not even while it is being left: what it sends then passes by a route."""
    page.evaluate("[window.found, window.fetch] = [window.fetch, () => Promise.reject(new TypeError())]")


def find_the_connection(page):
    page.evaluate("window.fetch = window.found")


def stored_texts(page):
    """Return the texts in the browser's storage, by user and address."""
    words = page.evaluate("Object.entries(localStorage).filter(([name]) => name.startsWith('chua-luu'))")
    return {" ".join(name.split()[1:3]): json.loads(value)["body"] for name, value in words}


def test_a_busy_server_is_told_and_asked_again(at_the_desk_section, section):
    page = at_the_desk_section
    page.evaluate(
        "[window.found, window.fetch] = [window.fetch, async () => new Response('', { status: 503 })]"
    )
    type_at_the_end(page, " Máy bận.")
    expect(status(page)).to_have_text(BUSY)
    find_the_connection(page)
    expect(status(page)).to_contain_text("Đã lưu ")
    assert body(section) == "Sở đã làm trong năm 2023. Máy bận."


def offer(page):
    return page.locator("#chu-con-giu")


@pytest.fixture
def crashed_page(at_the_section):
    """Return a page that was lost without its connection, and opened again with it."""
    page = at_the_section
    lose_the_connection(page)
    page.on("dialog", lambda dialog: dialog.accept())
    type_at_the_end(page, " Mất mạng.")
    expect(status(page)).to_have_text(CUT_OFF)
    page.keyboard.type(" Máy treo.")
    page.reload()
    return page


WHOLE = "Sở đã làm trong năm 2023. Mất mạng. Máy treo."


def test_a_crash_without_a_connection_loses_nothing(crashed_page, section):
    page = crashed_page
    moment = r"^\s*Có chữ chưa lưu được từ lúc mất kết nối \d\d:\d\d \d\d/\d\d/\d{4}\."
    expect(offer(page)).to_contain_text(re.compile(moment))
    expect(area(page)).to_have_value("Sở đã làm trong năm 2023.")
    assert objections(page) == []
    page.get_by_role("button", name="Khôi phục").focus()
    page.keyboard.press("Enter")
    expect(area(page)).to_have_value(WHOLE)
    expect(area(page)).to_be_focused()
    expect(offer(page)).to_be_hidden()
    expect(status(page)).to_contain_text("Đã lưu ")
    assert (body(section), stored_texts(page)) == (WHOLE, {})


def test_a_stored_text_can_be_discarded(crashed_page, section):
    page = crashed_page
    page.get_by_role("button", name="Bỏ", exact=True).click()
    expect(offer(page)).to_be_hidden()
    assert (body(section), stored_texts(page)) == ("Sở đã làm trong năm 2023.", {})


def test_a_stored_text_does_not_overwrite_what_was_saved_meanwhile(crashed_page, section, department):
    page, huong = crashed_page, make_user(department, Role.LEGAL_OFFICER, full_name="Mai Hương")
    write_section(section, body="Của Hương.", version=1, by=huong)
    page.reload()
    page.get_by_role("button", name="Khôi phục").click()
    expect(status(page)).to_have_text(SAVED_ELSEWHERE)
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("textbox", name="Bản của tôi")).to_have_value(WHOLE)
    assert body(section) == "Của Hương."


def test_a_stored_text_is_shown_to_nobody_else(crashed_page, binh, section, department):
    page, huong = crashed_page, make_user(department, Role.LEGAL_OFFICER)
    come_in(page, huong)
    page.goto(address_of(section))
    expect(area(page)).to_have_value("Sở đã làm trong năm 2023.")
    expect(offer(page)).to_be_hidden()
    assert stored_texts(page) == {f"{binh.pk} {address_of(section)}tu-luu/": WHOLE}
    come_in(page, binh)
    page.goto(address_of(section))
    expect(offer(page)).to_be_visible()


def test_nothing_is_stored_while_everything_is_saved(at_the_desk_section, section):
    page = at_the_desk_section
    lose_the_connection(page)
    type_at_the_end(page, " Một.")
    expect(status(page)).to_have_text(CUT_OFF)
    assert stored_texts(page) != {}
    find_the_connection(page)
    page.keyboard.press("Control+s")
    expect(status(page)).to_contain_text("Đã lưu ")
    page.keyboard.type(" Hai.")
    expect(page.frame_locator(".piece-of-paper").locator("main")).to_contain_text("Một. Hai.")
    assert stored_texts(page) == {}


def test_a_button_without_a_connection_leads_nowhere(at_the_desk_section, section):
    page = at_the_desk_section
    page.context.set_offline(True)
    type_at_the_end(page, " Mất mạng.")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(status(page)).to_have_text(CUT_OFF)
    expect(area(page)).to_have_value("Sở đã làm trong năm 2023. Mất mạng.")
    page.context.set_offline(False)
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator(".notice.success p")).to_have_text("Đã lưu mục “I. KẾT QUẢ”.")
    assert body(section) == "Sở đã làm trong năm 2023. Mất mạng."


def test_what_is_typed_before_the_page_is_ready_is_saved_too(page, binh, section):
    come_in(page, binh)
    page.route("**/saving.js", lambda route: (typed_early(page), route.continue_()))
    page.goto(address_of(section))
    expect(status(page)).to_contain_text("Đã lưu ")
    assert body(section) == "Gõ sớm."


def typed_early(page):
    page.locator("#id_body").evaluate("field => { field.value = 'Gõ sớm.'; }")


def test_who_types_without_a_pause_is_saved_too(at_the_desk_section):
    page = at_the_desk_section
    page.clock.install()
    page.clock.pause_at(page.evaluate("Date.now()") + 1000)
    type_at_the_end(page, " Gõ")
    with page.expect_response("**/tu-luu/"):
        for _ in range(8):
            page.clock.run_for(2000)
            page.keyboard.type(" mãi")


def test_a_paper_that_comes_late_does_not_replace_a_later_one(at_the_desk_section):
    page, delayed = at_the_desk_section, []
    page.route("**/ban-in/", lambda route: delayed.append(route), times=1)
    area(page).fill("Một.")
    with page.expect_request("**/ban-in/") as asked:
        page.keyboard.press("Control+s")
    first = asked.value
    older = page.request.get(first.url)
    area(page).fill("Một. Hai.")
    page.keyboard.press("Control+s")
    expect(paper(page).locator("main")).to_contain_text("Một. Hai.")
    with page.expect_event("requestfinished", lambda request: request == first):
        delayed[0].fulfill(response=older)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    expect(paper(page).locator("main")).to_contain_text("Một. Hai.")


def test_an_answer_that_got_lost_is_no_conflict(at_the_desk_section, section):
    page, answers = at_the_desk_section, []

    def lose_the_first(route):
        answers.append(route.fetch().status)
        route.abort() if len(answers) == 1 else route.continue_()

    page.route("**/tu-luu/", lose_the_first)
    type_at_the_end(page, " Một.")
    expect(status(page)).to_have_text(CUT_OFF)
    type_at_the_end(page, " Hai.")
    expect(status(page)).to_contain_text("Đã lưu ")
    assert (body(section), answers[0]) == ("Sở đã làm trong năm 2023. Một. Hai.", 200)


def test_a_button_waits_for_what_was_sent_before(at_the_desk_section, section):
    page = at_the_desk_section
    page.route("**/tu-luu/", lambda route: (page.wait_for_timeout(500), route.continue_()))
    type_at_the_end(page, " Một.")
    page.keyboard.press("Control+s")
    expect(status(page)).to_have_text("Đang lưu…")
    page.keyboard.type(" Hai.")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator(".notice p")).to_have_text("Đã lưu mục “I. KẾT QUẢ”.")
    assert body(section) == "Sở đã làm trong năm 2023. Một. Hai."


def test_the_listing_beside_follows_the_text_and_is_grouped(at_the_section, section):
    page = at_the_section
    expect(page.locator(".listing")).to_have_count(0)
    area(page).fill("Sở ban hành:\n\n[[văn bản đã ban hành]]")
    line = page.get_by_role("link", name="Kế hoạch số 7/KH-SXD ngày 16/01/2024 về hòa giải.")
    expect(line).to_be_visible()
    page.get_by_label("Nhóm các dòng").select_option("Theo tháng")
    page.get_by_role("button", name="Đổi cách nhóm").click()
    expect(area(page)).to_have_value("Sở ban hành:\n\n[[văn bản đã ban hành: theo tháng]]")
    expect(paper(page).locator("main")).to_contain_text("Tháng 1:")
    assert objections(page) == []
    page.get_by_role("link", name="Sửa lời in: Kế hoạch số 7/KH-SXD").click()
    expect(page.get_by_label("Lời in riêng")).to_be_visible()


def test_a_submitted_section_is_only_read(at_the_section, section):
    page = at_the_section
    make_submission(section.report)
    type_at_the_end(page, " Muộn rồi.")
    expect(status(page)).to_contain_text("Không soạn được: Báo cáo đã nộp")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Không soạn được: Báo cáo đã nộp")
    expect(page.locator("#id_body")).to_have_value("Sở đã làm trong năm 2023. Muộn rồi.")
    assert objections(page) == []
    assert body(section) == "Sở đã làm trong năm 2023."


def test_everything_is_done_without_javascript(page_without_javascript, binh, section):
    page = page_without_javascript
    come_in(page, binh)
    page.goto(address_of(section))
    area(page).fill("Viết tay.")
    page.get_by_role("button", name="Lấy đoạn này").nth(1).click()
    expect(area(page)).to_have_value("Viết tay.\n\n- Một mô hình hay.")
    expect(page.locator(".notice p")).to_have_text("Đã lấy đoạn này vào cuối mục và lưu.")
    expect(paper(page).locator("main")).to_contain_text("- Một mô hình hay.")
    page.get_by_label("Mục này đã xong").check()
    page.get_by_role("button", name="Lưu và sang mục sau").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("II. DANH MỤC")
    page.get_by_label("Nhóm các dòng").select_option("Theo loại")
    page.get_by_role("button", name="Đổi cách nhóm").click()
    expect(area(page)).to_have_value("[[văn bản đã ban hành: theo loại]]")
    page.goto(address_of(section))
    page.get_by_role("link", name="Các bản trước").click()
    page.get_by_role("button", name="Dùng lại bản này").click()
    expect(area(page)).to_have_value("Sở đã làm trong năm 2023.")


def test_a_figure_is_chosen_from_the_toolbar_and_printed_as_the_data_says(
    at_the_section, section, department
):
    page = at_the_section
    make_form(from_year=2020)
    make_event(department, attendance=1245)
    area(page).fill("Sở đã phổ biến cho")
    page.keyboard.press("End")
    page.get_by_role("toolbar").get_by_text("Số liệu", exact=True).click()
    page.get_by_role("button", name="số người 1.245").click()
    expect(area(page)).to_have_value("Sở đã phổ biến cho [[số người]]")
    page.keyboard.type(" lượt người.")
    expect(paper(page).locator("main")).to_contain_text("Sở đã phổ biến cho 1.245 lượt người.")
    expect(page.locator("#so-lieu li")).to_have_text(["[[số người]] 1.245"])
    assert objections(page) == []
