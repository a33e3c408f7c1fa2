"""Bình writes a section: what the page shows, takes over, saves by itself, and still has when it refuses."""

from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.formats import date_format
from django.utils.timezone import localtime
from lxml import html

from accounts.models import Role
from pbgdpl.lib.vietnamese import clean
from reports.models import ReviewNote, Section
from reports.writing.listings import MOST_SHOWN
from reports.writing.saving import LONGEST_REPORT, write_section
from tests.bad_input import BAD_INPUT, letters
from tests.factories import (
    PASSWORD,
    make_event,
    make_outcome,
    make_plan,
    make_report,
    make_submission,
    make_user,
)
from tests.pages import words
from tests.reports.pages import field_of
from tests.reports.writing.asked import answer_of

NOTICE = "//main//*[contains(@class, 'notice')]//p"
PIECES = "//details[@id='nam-truoc']//li"
LINES = "//ul[@class='printed-lines']/li/a[1]"
SAVED_ELSEWHERE = "Mục này vừa được lưu ở nơi khác. Bấm Lưu để xem cả hai bản."


@pytest.fixture
def report(department):
    return make_report(department)


@pytest.fixture
def section(report):
    """Return the section with the listing of plans: "1. Văn bản"."""
    return report.sections.get(heading="Văn bản")


@pytest.fixture
def client_of_binh(client, binh):
    client.force_login(binh)
    return client


@pytest.fixture
def huong(department):
    return make_user(department, Role.LEGAL_OFFICER, full_name="Mai Thu Hương")


def page_of(section):
    return f"/bao-cao/{section.report.period}/muc/{section.pk}/"


def autosave_of(section):
    return f"{page_of(section)}tu-luu/"


def stored(section):
    return Section.objects.get(pk=section.pk)


def typed(body, version=1, **more):
    return {"body": body, "version": version, **more}


def write(section, body, by):
    return write_section(section, body=body, version=stored(section).version, by=by)


# What the page shows


def test_the_section_is_headed_as_on_paper_and_knows_its_neighbours(client_of_binh, section):
    page = client_of_binh.get(page_of(section))
    assert words(page, "//h1") == ["1. Văn bản"]
    assert words(page, "//p[@class='above']") == ["Báo cáo năm 2024 › I. KẾT QUẢ"]
    assert words(page, "//a[@rel]/@title") == ["I. KẾT QUẢ", "2. Hoạt động"]
    assert field_of(page, "body") == "Sở đã ban hành:\n\n[[văn bản đã ban hành]]"


def test_the_outlines_guidance_stands_above_the_text(client_of_binh, section):
    Section.objects.filter(pk=section.pk).update(guidance="Nêu số văn bản.\n\nKèm <b>danh mục</b>.")
    page = client_of_binh.get(page_of(section))
    assert words(page, "//details[@class='guidance']//p") == ["Nêu số văn bản.", "Kèm <b>danh mục</b>."]


def test_what_was_found_in_the_section_is_one_click_away(client_of_binh, section):
    page = client_of_binh.get(page_of(section))
    link = words(page, "//a[normalize-space()='Rà soát mục này']/@href")
    assert link == [f"/bao-cao/2024/ra-soat/?muc={section.pk}"]


def test_what_the_reader_remarked_on_the_section_stands_above_it(client_of_binh, section, dung):
    remarks = "//div[contains(@class, 'remark')]"
    submission = make_submission(section.report)
    for heading, text in (("1. Văn bản", "Thiếu số liệu."), ("2. Hoạt động", "Đủ.")):
        ReviewNote.objects.create(submission=submission, heading=heading, text=text, written_by=dung)
    assert words(client_of_binh.get(page_of(section)), remarks) == []
    make_outcome(submission)
    assert words(client_of_binh.get(page_of(section)), remarks) == ["Sở Tư pháp nhận xét Thiếu số liệu."]
    make_submission(section.report)
    assert words(client_of_binh.get(page_of(section)), remarks) == []


def test_the_text_of_the_year_before_stands_beside_in_pieces(client_of_binh, department, section):
    make_report(department, (1, "VAN BAN", "Năm 2023.\n\n- một\n- hai\n\n[[hoạt động]]"), reporting_year=2023)
    make_report(department, (1, "Văn bản", "Năm 2022."), reporting_year=2022)
    page = client_of_binh.get(page_of(section))
    assert words(page, "//details[@id='nam-truoc']//h2") == ["Nội dung báo cáo năm 2023"]
    assert words(page, f"{PIECES}/p") == ["Năm 2023.", "- một - hai", "[[hoạt động]]"]


def test_what_had_another_heading_is_found_by_its_place(client_of_binh, department, section):
    make_report(department, (1, "Chung", "Một."), (2, "Ban hành văn bản", "Hai."), reporting_year=2023)
    assert words(client_of_binh.get(page_of(section)), f"{PIECES}/p") == ["Hai."]


def test_nothing_stands_beside_a_first_report(client_of_binh, other_department, section):
    make_report(other_department, (1, "Văn bản", "Của sở khác."), reporting_year=2023)
    assert words(client_of_binh.get(page_of(section)), "//details[@id='nam-truoc']") == []


def test_mentions_of_the_old_year_are_counted_where_the_report_began_with_it(client_of_binh, department):
    text = "Năm 2023 hơn năm 2022; 12023 tờ. Họp ngày 31/12/2023."
    old = make_report(department, (1, "Một", text), reporting_year=2023)
    report = make_report(department, (1, "Một", text), (1, "Hai", "Năm 2024."), started_from=old)
    pages = [client_of_binh.get(page_of(section)) for section in report.sections.all()]
    assert [words(page, "//p[@id='nam-cu'][not(@hidden)]") for page in pages] == [
        ["2 chỗ còn năm cũ"],
        [],
    ]


def test_the_paper_shows_the_saved_section_with_the_old_year_marked(client_of_binh, department):
    sections = (1, "Một", "Không."), (2, "Hai", "Năm 2023 có 2 cuộc.")
    old = make_report(department, *sections, reporting_year=2023)
    report = make_report(department, *sections, started_from=old)
    paper = client_of_binh.get(f"{page_of(report.sections.last())}ban-in/")
    assert words(paper, "//main/*") == ["1. Hai", "Năm 2023 có 2 cuộc."]
    assert words(paper, "//mark") == ["Năm 2023"]
    assert (paper.headers["X-Frame-Options"], "no-store" in paper.headers["Cache-Control"]) == (
        "SAMEORIGIN",
        True,
    )


def test_nothing_is_marked_in_a_report_that_began_with_the_outline(client_of_binh, department):
    section = make_report(department, (1, "Một", "So với năm 2023.")).sections.get()
    assert words(client_of_binh.get(f"{page_of(section)}ban-in/"), "//mark") == []


def test_the_listing_stands_beside_as_it_will_print(client_of_binh, department, section):
    plans = [make_plan(department, number=f"{number}/KH-SXD", subject="về hòa giải") for number in (1, 2)]
    make_plan(department, in_report=False)
    page = client_of_binh.get(page_of(section))
    assert words(page, LINES) == [
        "Kế hoạch số 1/KH-SXD ngày 16/01/2024 về hòa giải;",
        "Kế hoạch số 2/KH-SXD ngày 16/01/2024 về hòa giải.",
    ]
    assert words(page, f"{LINES}/@href") == [plan.get_absolute_url() for plan in plans]
    assert words(page, "//a[@class='wording']/@href") == [
        f"{plan.get_absolute_url()}sua/#id_wording" for plan in plans
    ]
    assert words(page, "//div[@id='danh-muc']//p[@class='ways']/a") == [
        "Sắp xếp, chọn dòng",
        "Mở danh sách",
        "1 dòng của năm không đưa vào danh mục",
    ]
    assert words(page, "//div[@id='danh-muc']//p[@class='ways']/a/@href") == [
        f"/ke-hoach/2024/?xep-lai=1&ve={quote(page_of(section), safe='')}",
        "/ke-hoach/2024/",
        "/ke-hoach/2024/?baocao=khong",
    ]


def test_of_a_long_listing_the_first_lines_are_shown(client_of_binh, department, section):
    for _ in range(MOST_SHOWN + 1):
        make_plan(department)
    page = client_of_binh.get(page_of(section))
    assert len(words(page, LINES)) == MOST_SHOWN
    assert words(page, "//details[contains(@class, 'listing')]/p[last()]") == [
        "Xem cả 51 dòng trong danh sách"
    ]


def test_the_page_warns_of_a_listing_that_it_does_not_know(client_of_binh, section, binh):
    write(section, "[[hoạt đông xã]]\n\n[[hoạt động: theo tháng]]\n\n[[tiêu chí]]", binh)
    page = client_of_binh.get(page_of(section))
    assert words(page, NOTICE)[0].startswith("Không hiểu [[hoạt đông xã]]: dòng này sẽ in nguyên")
    assert words(page, "//div[@id='danh-muc']//h2") == ["Tiêu chí", "Hoạt động 0 dòng in"]


def test_a_row_more_costs_no_query_more(client_of_binh, department, section, binh):
    write(section, "[[văn bản đã ban hành]]\n\n[[hoạt động]]\n\n[[hoạt động: theo tháng]]", binh)
    make_report(department, *[(1, f"Mục {number}", "Lời.") for number in range(3)], reporting_year=2023)
    counts = []
    for rows in (1, 29):
        for _ in range(rows):
            make_plan(department)
            make_event(department)
            write(section, f"{stored(section).body}\n\nThêm.", binh)
        for address in (page_of(section), f"{page_of(section)}ban-in/", f"{page_of(section)}ban-truoc/"):
            with CaptureQueriesContext(
                connection,
            ) as queries:
                client_of_binh.get(address)
            counts.append(len(queries))
    assert counts[:3] == counts[3:]
    assert max(counts) < 25


# What the buttons do


def test_the_text_is_saved_and_binh_stays_or_goes_on(client_of_binh, section, binh):
    saved = client_of_binh.post(page_of(section), typed("Lời mới.", is_done="on"))
    assert (saved.status_code, saved.url) == (302, page_of(section))
    assert (stored(section).body, stored(section).is_done, stored(section).saved_by) == (
        "Lời mới.",
        True,
        binh,
    )
    assert words(client_of_binh.get(saved.url), NOTICE) == ["Đã lưu mục “1. Văn bản”."]
    onward = client_of_binh.post(page_of(section), typed("Lời khác.", 2, next_section="1"))
    assert onward.url == page_of(section.report.sections.get(heading="Hoạt động"))
    assert (stored(section).body, stored(section).is_done) == ("Lời khác.", False)


def test_after_the_last_section_comes_the_report(client_of_binh, report):
    answer = client_of_binh.post(page_of(report.sections.last()), typed("Lời.", next_section="1"))
    assert answer.url == "/bao-cao/2024/"


def test_a_paragraph_is_taken_over_to_the_end_of_what_is_typed(client_of_binh, department, section):
    make_report(department, (1, "Văn bản", "Một.\n\n- hai\n- ba"), reporting_year=2023)
    answer = client_of_binh.post(page_of(section), typed("Đang gõ dở", piece="1"))
    assert answer.url == f"{page_of(section)}#id_body"
    assert stored(section).body == "Đang gõ dở\n\n- hai\n- ba"
    assert words(client_of_binh.get(page_of(section)), NOTICE) == ["Đã lấy đoạn này vào cuối mục và lưu."]


@pytest.mark.parametrize("number", ["7", "-1", "x", "9" * 30, ""])
def test_a_paragraph_that_is_not_there_adds_nothing(client_of_binh, section, number):
    client_of_binh.post(page_of(section), typed("Đang gõ dở", piece=number))
    assert stored(section).body == "Đang gõ dở"


def test_a_listing_is_grouped_by_its_line_in_the_text(client_of_binh, department, section):
    make_plan(department)
    body = "Dẫn.\n[[văn bản đã ban hành]]\n\n[[ Van ban da ban hanh: kế hoạch ]]\n\nHết."
    asked = {"regroup": "0", "listing-0": "văn bản đã ban hành", "grouping-0": "month"}
    answer = client_of_binh.post(page_of(section), typed(body, **asked))
    assert answer.url == f"{page_of(section)}#danh-muc"
    assert stored(section).body == body.replace(
        "[[văn bản đã ban hành]]", "[[văn bản đã ban hành: theo tháng]]"
    )
    page = client_of_binh.get(page_of(section))
    assert words(page, "//select[@name='grouping-0']/option[@selected]") == ["Theo tháng"]
    assert words(page, "//p[contains(@class, 'lead')]") == ["Tháng 1:"]
    asked = {"regroup": "0", "listing-0": "văn bản đã ban hành: theo tháng", "grouping-0": ""}
    client_of_binh.post(page_of(section), typed(stored(section).body, 2, **asked))
    assert stored(section).body == body


def test_nothing_is_grouped_that_the_text_does_not_name(client_of_binh, section):
    body = stored(section).body
    for text in ["hoạt động", *BAD_INPUT]:
        asked = {"regroup": "0", "listing-0": text, "grouping-0": text}
        assert client_of_binh.post(page_of(section), typed(body, **asked)).status_code == 302
    notices = words(client_of_binh.get(page_of(section)), NOTICE)
    assert (stored(section).body, set(notices)) == (body, {"Đã lưu mục “1. Văn bản”."})


def test_who_sends_no_text_leaves_it_as_it_is(client_of_binh, section):
    body = stored(section).body
    answers = [
        client_of_binh.post(address, {"version": 1}) for address in (page_of(section), autosave_of(section))
    ]
    assert [answer.status_code for answer in answers] == [302, 200]
    assert (stored(section).body, stored(section).version) == (body, 1)


# Two who write


@pytest.fixture
def conflict(client_of_binh, section, huong):
    """Return the page that Bình gets who saves what he typed while Hương saved hers."""
    write(section, "Sở đã ban hành mười văn bản.", huong)
    return client_of_binh.post(page_of(section), typed("Sở đã ban hành chín văn bản.", is_done="on"))


def test_a_conflict_shows_both_texts_and_where_they_differ(conflict, section):
    assert (conflict.status_code, stored(section).body) == (409, "Sở đã ban hành mười văn bản.")
    assert words(conflict, NOTICE)[0].startswith("Mai Thu Hương đã lưu một bản khác của mục này lúc")
    assert field_of(conflict, "body") == "Sở đã ban hành chín văn bản."
    assert words(conflict, "//div[contains(@class, 'stored-text')]") == ["Sở đã ban hành mười văn bản."]
    assert (words(conflict, "//del"), words(conflict, "//ins")) == (["mười"], ["chín"])
    assert (field_of(conflict, "version"), field_of(conflict, "is_done")) == ("2", "on")


def test_binh_saves_his_own_text_and_hers_becomes_an_earlier_text(client_of_binh, conflict, section):
    sent = dict(html.fromstring(conflict.content.decode()).xpath("//main//form")[0].form_values())
    saved = client_of_binh.post(page_of(section), sent)
    assert saved.status_code == 302
    assert (stored(section).body, stored(section).is_done) == ("Sở đã ban hành chín văn bản.", True)
    assert section.earlier_texts.first().body == "Sở đã ban hành mười văn bản."


def test_binh_keeps_what_is_stored(client_of_binh, conflict, section):
    answer = client_of_binh.post(page_of(section), typed("Sở đã ban hành chín văn bản.", keep_stored="1"))
    assert (answer.url, stored(section).version) == (page_of(section), 2)
    notice = words(client_of_binh.get(page_of(section)), NOTICE)
    assert notice == ["Giữ bản đã lưu. Bản của bạn không được lưu."]


@pytest.mark.parametrize("version", ["", "x", "0", "-3", "9" * 5000, "１"])
def test_who_says_no_version_is_shown_both_texts(client_of_binh, section, version):
    answer = client_of_binh.post(page_of(section), typed("Lời khác.", version))
    assert answer.status_code == (302 if version == "１" else 409)


# The page saves by itself


def test_what_is_typed_is_saved_by_itself(client_of_binh, section, binh):
    answer = client_of_binh.post(autosave_of(section), typed("Đang gõ  \n\n"))
    now = stored(section)
    assert (now.body, now.saved_by, now.is_autosaved, now.is_done) == ("Đang gõ", binh, True, False)
    data = answer.json()
    assert (data["version"], data["message"][:7], len(data["message"]), data["mentions"]) == (
        2,
        "Đã lưu ",
        12,
        "",
    )
    client_of_binh.post(autosave_of(section), typed("Đang gõ", 2, is_done="true"))
    assert stored(section).is_done is True


def test_the_answer_counts_the_mentions_of_the_old_year(client_of_binh, department, section):
    section.report.started_from = make_report(department, reporting_year=2023)
    section.report.save()
    answer = client_of_binh.post(autosave_of(section), typed("Năm 2023."))
    assert answer.json()["mentions"] == "1 chỗ còn năm cũ"


def test_two_tabs_do_not_overwrite_each_other(client_of_binh, section):
    client_of_binh.post(autosave_of(section), typed("Cửa sổ một."))
    answer = client_of_binh.post(autosave_of(section), typed("Cửa sổ hai."))
    assert (answer.status_code, answer.json()) == (409, {"refusal": SAVED_ELSEWHERE})
    page = client_of_binh.post(page_of(section), typed("Cửa sổ hai."))
    assert words(page, NOTICE)[0].startswith("Mục này vừa được lưu ở cửa sổ khác của bạn lúc")
    sent = dict(html.fromstring(page.content.decode()).xpath("//main//form")[0].form_values())
    client_of_binh.post(page_of(section), sent)
    assert stored(section).body == "Cửa sổ hai."
    assert section.earlier_texts.first().body == "Cửa sổ một."


def test_what_was_saved_by_itself_is_there_in_another_browser(client_of_binh, section, binh):
    client_of_binh.post(autosave_of(section), typed("Trước khi mất điện"))
    other = Client()
    other.force_login(binh)
    assert field_of(other.get(page_of(section)), "body") == "Trước khi mất điện"


def test_the_text_outlives_a_session_that_ended(client_of_binh, section):
    client_of_binh.post(autosave_of(section), typed("Đã tự lưu."))
    client_of_binh.logout()
    refused = client_of_binh.post(autosave_of(section), typed("Đã tự lưu. Gõ tiếp.", 2))
    assert (refused.status_code, refused.url) == (302, f"/dang-nhap/?next={page_of(section)}")
    login = client_of_binh.post(page_of(section), typed("Đã tự lưu. Gõ tiếp.", 2, is_done="on"))
    fields = dict(html.fromstring(login.content.decode()).xpath("//main//form")[0].form_values())
    led_to = client_of_binh.post("/dang-nhap/", fields | {"username": "binh", "password": PASSWORD})
    page = client_of_binh.get(led_to.url)
    assert words(page, NOTICE) == ["Đã khôi phục những gì đã gõ, chưa lưu."]
    assert (field_of(page, "body"), field_of(page, "version")) == ("Đã tự lưu. Gõ tiếp.", "2")
    client_of_binh.post(page_of(section), typed("Đã tự lưu. Gõ tiếp.", 2))
    assert stored(section).body == "Đã tự lưu. Gõ tiếp."


def test_a_button_that_the_page_pressed_by_itself_shows_no_message(client_of_binh, section):
    client_of_binh.logout()
    refused = client_of_binh.post(autosave_of(section), typed("Gõ tiếp."), headers={"Accept": "*/*"})
    assert (refused.status_code, words(client_of_binh.get("/dang-nhap/"), NOTICE)) == (302, [])


# What is refused


def test_of_what_is_handed_in_nothing_is_written_and_nothing_typed_is_lost(client_of_binh, section):
    make_submission(section.report)
    answer = client_of_binh.post(page_of(section), typed("Gõ dở khi báo cáo được nộp"))
    sentence = "Không soạn được: Báo cáo đã nộp, đang chờ Sở Tư pháp xem. Rút bản đã nộp nếu cần sửa."
    assert (answer.status_code, words(answer, NOTICE)) == (
        409,
        [sentence, "Chữ đã gõ vẫn ở ô dưới đây, chưa được lưu."],
    )
    assert words(answer, "//textarea[@readonly]") == ["Gõ dở khi báo cáo được nộp"]
    by_itself = client_of_binh.post(autosave_of(section), typed("Gõ dở"))
    assert (by_itself.status_code, by_itself.json()) == (422, {"refusal": sentence})
    page = client_of_binh.get(page_of(section))
    assert words(page, "//main//form//button") == []
    assert words(page, "//script/@src") == ["/static/site.js", "/static/reports/checks/found.js"]


def test_what_is_too_long_stays_in_its_field(client_of_binh, section):
    body = "ạ" * (LONGEST_REPORT + 1)
    answer = client_of_binh.post(page_of(section), typed(body))
    assert (answer.status_code, field_of(answer, "body")) == (409, body)
    assert words(answer, NOTICE)[0].startswith(
        "Nội dung cả báo cáo sẽ dài 300.042 ký tự; nhiều nhất 300.000."
    )


def test_every_string_is_saved_shown_and_printed(client_of_binh, section):
    lost = []
    for text in BAD_INPUT:
        version = stored(section).version
        answer = client_of_binh.post(page_of(section), typed(text, version))
        if chosen := answer_of(answer):
            answer = client_of_binh.post(page_of(section), typed(text, version, **chosen))
        body = stored(section).body
        shown = field_of(client_of_binh.get(page_of(section)), "body")
        paper = client_of_binh.get(f"{page_of(section)}ban-in/")
        if (answer.status_code, paper.status_code, shown) != (302, 200, body) or letters(body) != letters(
            clean(text)
        ):
            lost.append(text[:40])
    assert lost == []
    pages = [client_of_binh.get(f"{page_of(section)}ban-truoc/?trang={number}") for number in (1, 2, "x")]
    assert {page.status_code for page in pages} == {200}


# The texts before


def test_the_earlier_texts_are_listed_with_who_when_and_their_differences(
    client_of_binh, section, binh, huong
):
    write(section, "Sở đã ban hành mười văn bản.", huong)
    write(section, "Sở đã ban hành chín văn bản.", binh)
    page = client_of_binh.get(f"{page_of(section)}ban-truoc/")
    saved_at = date_format(localtime(section.earlier_texts.first().saved_at), "DATETIME_FORMAT")
    assert words(page, "//div[@class='earlier-head']//b") == [
        f"Lưu {saved_at}",
        "Nội dung lúc bắt đầu báo cáo",
    ]
    assert words(page, "//div[@class='earlier-head']/p/text()[1]") == [", Mai Thu Hương"]
    assert (words(page, "//li[1]//del"), words(page, "//li[1]//ins")) == (["mười"], ["chín"])
    assert words(client_of_binh.get(page_of(section)), "//div[@class='text-head']/a") == [
        "Rà soát mục này",
        "Các bản trước (2)",
    ]


def test_an_earlier_text_is_restored_and_the_present_one_becomes_earlier(client_of_binh, section):
    client_of_binh.post(autosave_of(section), typed("Viết lại từ đầu."))
    earlier = section.earlier_texts.get()
    fields = {"restore": earlier.pk, "version": 2}
    answer = client_of_binh.post(f"{page_of(section)}ban-truoc/", fields)
    assert (answer.url, stored(section).body) == (page_of(section), earlier.body)
    assert section.earlier_texts.first().body == "Viết lại từ đầu."


def test_nothing_is_put_back_over_what_nobody_here_has_seen(client_of_binh, section, huong):
    write(section, "Một.", huong)
    fields = {"restore": section.earlier_texts.get().pk, "version": 2}
    write(section, "Hai.", huong)
    answer = client_of_binh.post(f"{page_of(section)}ban-truoc/", fields)
    assert (answer.url, stored(section).body) == (f"{page_of(section)}ban-truoc/", "Hai.")


@pytest.mark.parametrize("number", ["0", "", "x", "9" * 40])
def test_a_text_that_is_not_there_is_not_put_back(client_of_binh, section, number):
    answer = client_of_binh.post(f"{page_of(section)}ban-truoc/", {"restore": number})
    assert (answer.status_code, stored(section).version) == (404, 1)


# Who comes


def test_the_text_is_for_the_legal_officer_of_the_body(client, section, an, giang, dung, other_department):
    stranger = make_user(other_department, Role.LEGAL_OFFICER)
    other = make_report(other_department)
    answers = {}
    for person in (an, giang, dung, stranger):
        client.force_login(person)
        for address in (page_of(section), autosave_of(section), f"{page_of(section)}ban-truoc/"):
            answers.setdefault(person, []).append(client.post(address, typed("Lời lạ.")).status_code)
    assert answers == {an: [403] * 3, giang: [403] * 3, dung: [404] * 3, stranger: [404] * 3}
    # A section of another report is reached by no address of one's own.
    client.force_login(stranger)
    assert client.get(f"/bao-cao/2024/muc/{section.pk}/").status_code == 404
    assert client.get(page_of(other.sections.first())).status_code == 200
    assert stored(section).version == 1


def test_colleagues_read_the_paper_and_the_justice_department_does_not(client, section, an, dung):
    answers = []
    for person in (an, dung):
        client.force_login(person)
        answers.append(client.get(f"{page_of(section)}ban-in/").status_code)
    assert answers == [200, 404]
