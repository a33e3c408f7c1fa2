"""The findings on one page: by section, filtered by severity, each with a link to where it is corrected."""

import re
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from accounts.history import history_of
from accounts.models import Role
from events.models import Event
from reports.checks import Part, Place, Severity, find
from reports.checks.addresses import address_of
from reports.checks.page import excerpt
from reports.models import Annex, Criterion, PeriodKind, Waiver
from tests.bad_input import BAD_INPUT
from tests.factories import (
    PASSWORD,
    make_directive,
    make_event,
    make_plan,
    make_report,
    make_submission,
    make_user,
)
from tests.pages import words

PAGE, WAIVE = "/bao-cao/2024/ra-soat/", "/bao-cao/2024/ra-soat/giu-nguyen/"
FOUND = "//ul[@class='findings']/li//p[@class='what']"
HEADINGS = "//section[contains(@class, 'found-in')]/h2"
GRADES = "//nav[@class='grades pills']//a"
NOTICES = "//*[contains(@class, 'notice')]/p"
LINKS = "//ul[@class='findings']//a[contains(., 'Tới chỗ cần sửa')]/@href"
KIP = "“kip” (mục “Một”): vần kết thúc bằng p, t, c, ch phải có dấu sắc hoặc dấu nặng. Sửa chữ viết sai."
EMPTY = "Mục “II. HAI” chưa có nội dung. Viết nội dung, hoặc ghi rõ là không có."
NO_NUMBER = "Báo cáo chưa có số; sẽ ghi khi đăng ký văn bản."


@pytest.fixture
def report(department):
    return make_report(department, (1, "Một", "Trả lời kip thời."), (1, "Hai", ""), number="/BC-SXD")


@pytest.fixture
def client_of_binh(client, binh):
    client.force_login(binh)
    return client


CODES = ("no-number", "impossible-syllable", "empty-section")  # in the order of the page


def key_finding(report, code):
    return next(finding for finding in find(report) if finding.rule.code == code)


def key_of(report, code):
    return key_finding(report, code).key


def places(response):
    """Return the addresses of the pages on which the findings are corrected, without the way back."""
    return [re.sub(r"[?&]ve=[^#&]*", "", link) for link in words(response, LINKS)]


def queries(client, address=PAGE):
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_findings_stand_by_section_the_whole_report_first(client_of_binh, report):
    response = client_of_binh.get(PAGE)
    assert words(response, HEADINGS) == ["Cả báo cáo", "I. MỘT", "II. HAI"]
    assert words(response, FOUND) == [NO_NUMBER, KIP, EMPTY]
    assert words(response, GRADES) == ["Tất cả 3", "Chặn nộp 1", "Cảnh báo 1", "Gợi ý 1"]
    assert words(response, "//blockquote") == ["Trả lời kip thời."]
    assert words(response, "//mark") == ["kip"]
    one, two = report.sections.all()
    assert places(response) == [
        "/bao-cao/2024/dau-cuoi/#id_number",
        f"/bao-cao/2024/muc/{one.pk}/?tim=kip",
        f"/bao-cao/2024/muc/{two.pk}/",
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("?muc-do=chan-nop", [EMPTY]),
        ("?muc-do=canh-bao", [KIP]),
        ("?muc-do=goi-y", [NO_NUMBER]),
        ("?muc-do=la", [NO_NUMBER, KIP, EMPTY]),
        ("?quy-tac=impossible-syllable", [KIP]),
        ("?muc=ca-bao-cao", [NO_NUMBER]),
        ("?muc=x&quy-tac=la&trang=x", [NO_NUMBER, KIP, EMPTY]),
        ("?muc-do=chan-nop&quy-tac=impossible-syllable", []),
        (f"?muc={'9' * 30}", [NO_NUMBER, KIP, EMPTY]),
        ("?muc=123456", []),
    ],
)
def test_the_page_is_narrowed(client_of_binh, report, asked, found):
    response = client_of_binh.get(f"{PAGE}{asked}")
    assert words(response, FOUND) == found
    assert words(response, GRADES) == ["Tất cả 3", "Chặn nộp 1", "Cảnh báo 1", "Gợi ý 1"]
    assert bool(words(response, "//h2[text()='Ở đây không có gì cần xem lại']")) == (not found)


def test_one_section_alone(client_of_binh, report):
    one = report.sections.first()
    response = client_of_binh.get(f"{PAGE}?muc={one.pk}&muc-do=canh-bao")
    assert words(response, FOUND) == [KIP]
    assert words(response, "//ul[@class='chips']//a") == ["I. MỘT Bỏ lọc"]
    assert words(response, "//ul[@class='chips']//a/@href") == ["?muc-do=canh-bao"]
    assert words(response, f"{GRADES}/@href")[1] == f"?muc-do=chan-nop&muc={one.pk}"


def test_the_page_says_when_there_is_nothing_to_check(client_of_binh, department):
    make_report(department, (1, "Một", "Đạt."), number="05/BC-SXD")
    response = client_of_binh.get(PAGE)
    assert (words(response, "//main//h2"), words(response, GRADES)) == (["Không có gì cần xem lại"], [])


def test_every_part_has_a_page_to_put_it_right(department):
    report = make_report(department)
    Annex.objects.create(report=report, position=1, title="Phụ lục")
    start = "/bao-cao/2024/"
    addresses = {
        Place(Part.REPORT, field="closing"): f"{start}dau-cuoi/#id_closing",
        Place(Part.RECIPIENTS): f"{start}dau-cuoi/#id_recipients",
        Place(Part.SECTION, (7,)): f"{start}muc/7/",
        Place(Part.CRITERION, (7,), "text"): f"{start}tieu-chi/7/#id_text",
        Place(Part.CRITERION): f"{start}tieu-chi/",
        Place(Part.ANNEX, (7,)): f"{start}phu-luc/7/",
        Place(Part.ANNEX): f"{start}phu-luc/",
        Place(Part.FIGURES, field="18"): f"{start}so-lieu/#cot-18",
        Place(Part.PLAN, (7,), "issued_on"): "/ke-hoach/2024/7/sua/#id_issued_on",
        Place(Part.PLAN, (7, 8)): "/ke-hoach/2024/",
        Place(Part.PLAN, (7,), "position"): "/ke-hoach/2024/?xep-lai=1",
        Place(Part.DIRECTIVE, (7,), "plans"): "/van-ban-chi-dao/2024/7/sua/#id_plans",
        Place(Part.DIRECTIVE): "/van-ban-chi-dao/2024/",
        Place(Part.POLICY, (7,)): "/chinh-sach/2024/7/sua/",
        Place(Part.POLICY): "/chinh-sach/2024/",
        Place(Part.EVENT, (7,)): "/hoat-dong/2024/7/sua/",
        Place(Part.POLICY, (7,)): "/chinh-sach/2024/7/sua/",
    }
    assert {place: address_of(place, report) for place in addresses} == addresses
    assert {place.part for place in addresses} == set(Part)


def test_the_way_leads_to_a_field_that_is_there(client_of_binh, department):
    """Each link to a row leads to a page with the field to be corrected."""
    make_plan(department, number="9/KH-SXD", issued_on="2034-01-16", subject="về hòa giải")
    make_event(department, attendance=None, held_from=None, date_precision="none")
    make_plan(department).directives.add(make_directive(department))
    make_directive(department, number="41/KH-UBND")
    make_report(department, statistics_to="2024-10-31", statistics_from="2024-01-01")
    links = [link for link in places(client_of_binh.get(PAGE)) if "/sua/#" in link]
    assert len(links) == 5
    for link in links:
        address, _, place = link.partition("#")
        assert words(client_of_binh.get(address), f"//*[@id='{place}']") != []


@pytest.mark.parametrize(
    ("line", "text", "marked"),
    [
        ("Trả lời kip thời.", "“kip” (mục “Một”): …", ("Trả lời ", "kip", " thời.")),
        (
            "Theo Kế hoạch số 9/KH-X.",
            "Kế hoạch số 9/KH-X (mục “Một”) chưa",
            ("Theo Kế hoạch số ", "9/KH-X", "."),
        ),
        ("Họp ngày 31/9/2024.", "Ngày 31/9/2024 (mục “Một”) không có", ("Họp ngày ", "31/9/2024", ".")),
        ("Câu khác.", "Không nhắc gì.", ("", "", "Câu khác.")),
        ("", "“kip”", ("", "", "")),
    ],
)
def test_the_words_meant_are_marked_in_their_line(line, text, marked):
    assert excerpt(line, text) == marked


def test_of_a_long_line_only_what_is_around_the_words_is_shown():
    before, meant, after = excerpt(f"{'a b ' * 999}kip{' c d' * 999}", "“kip” …")
    assert (before, meant, after) == (f"… b {'a b ' * 29}", "kip", f"{' c d' * 29} c …")
    assert max(map(len, excerpt("x" * 300_000, "khác"))) < 130


# The way back


def back_of(link):
    return parse_qs(urlsplit(link).query)["ve"][0]


def test_after_saving_the_next_finding_is_shown_again(client_of_binh, report):
    listed = [finding.key for finding in (key_finding(report, code) for code in CODES)]
    ways = [back_of(link) for link in words(client_of_binh.get(f"{PAGE}?trang=1"), LINKS)]
    anchors = [f"#cho-{key.partition(':')[2]}" for key in listed]
    assert ways == [f"{PAGE}?trang=1{anchor}" for anchor in (anchors[1], anchors[2], anchors[1])]
    assert words(client_of_binh.get(PAGE), "//ul[@class='findings']/li/@id") == [one[1:] for one in anchors]


def test_a_corrected_section_leads_back_to_the_findings(client_of_binh, report):
    [link] = words(client_of_binh.get(f"{PAGE}?quy-tac=impossible-syllable"), LINKS)
    sent = {"body": "Trả lời kịp thời.", "version": 1}
    assert client_of_binh.post(link, sent).url == f"{PAGE}?quy-tac=impossible-syllable"
    assert client_of_binh.post(link, sent | {"body": "x", "keep_stored": "1"}).url == back_of(link)


def test_a_corrected_row_and_head_lead_back_to_the_findings(client_of_binh, department, report):
    plan = make_plan(department, number="9/KH-SXD", issued_on="2034-01-16", subject="về hòa giải")
    back = f"?ve={PAGE}%3Ftrang%3D1%23cho-1"
    form = {"kind_text": "Kế hoạch", "number": "9/KH-SXD", "issued_on": "16/01/2024", "version": 1}
    response = client_of_binh.post(f"/ke-hoach/2024/{plan.pk}/sua/{back}", form | {"reporting_year": 2024})
    assert response.url == f"{PAGE}?trang=1#cho-1"
    head = html.fromstring(client_of_binh.get("/bao-cao/2024/dau-cuoi/").content.decode())
    [form] = head.xpath("//form[contains(@class, 'head-of-report')]")
    response = client_of_binh.post(f"/bao-cao/2024/dau-cuoi/{back}", dict(form.form_values()))
    assert response.url == f"{PAGE}?trang=1#cho-1"


@pytest.mark.parametrize(
    "address", ["//xau.vn/", "https://xau.vn/", "javascript:alert(1)", "\\\\xau.vn", "x" * 3000]
)
def test_the_way_back_leads_to_no_other_site(client_of_binh, report, address):
    section = report.sections.first()
    page = f"/bao-cao/2024/muc/{section.pk}/"
    response = client_of_binh.post(f"{page}?{urlencode({'ve': address})}", {"body": "Đạt.", "version": 1})
    assert response.url == page


# A cited document that is not on record


def test_a_cited_document_is_recorded_from_here(client_of_binh, department):
    make_report(
        department,
        (1, "Một", "Theo Kế hoạch số 228/KH-UBND ngày 05/3/2024 của UBND tỉnh về hòa giải, Sở đã làm."),
    )
    response = client_of_binh.get(f"{PAGE}?quy-tac=unrecorded-document")
    [form] = html.fromstring(response.content.decode()).xpath("//form[contains(@action, '/dan/')]")
    assert form.get("action") == "/dan/2024/?vao=directives"
    review = client_of_binh.post(form.get("action"), dict(form.form_values()))
    shown = html.fromstring(review.content.decode())
    assert "228/KH-UBND" in shown.xpath("//main//input/@value")
    assert shown.xpath("//main//button[@type='submit']") != []


def test_who_only_reads_the_report_may_record_a_document_too(client, an, department):
    make_report(department, (1, "Một", "Theo Kế hoạch số 228/KH-UBND ngày 05/3/2024."))
    client.force_login(an)
    assert words(client.get(PAGE), "//main//form//button") == ["Ghi văn bản này"]


# Waiving


def test_binh_lets_a_finding_stand_and_takes_it_back(client_of_binh, report):
    key = key_of(report, "impossible-syllable")
    response = client_of_binh.post(WAIVE, {"key": key, "reason": "Tên riêng."}, follow=True)
    assert words(response, NOTICES)[0].startswith("Đã giữ nguyên: “kip”")
    assert words(response, GRADES) == ["Tất cả 2", "Chặn nộp 1", "Cảnh báo 0", "Gợi ý 1"]
    assert words(response, FOUND) == [NO_NUMBER, EMPTY, KIP]
    assert words(response, HEADINGS)[-1] == "Đã giữ nguyên, có lý do"
    assert words(response, "//p[@class='reason']") == ["Lý do: Tên riêng."]
    waiver = Waiver.objects.get()
    response = client_of_binh.post(f"{WAIVE}{waiver.pk}/bo/", follow=True)
    assert words(response, NOTICES)[0].startswith("Cần xem lại: “kip”")
    assert words(response, FOUND) == [NO_NUMBER, KIP, EMPTY]
    assert client_of_binh.post(f"{WAIVE}{waiver.pk}/bo/").url == PAGE


def test_the_page_stays_as_it_was_narrowed(client_of_binh, report):
    key = key_of(report, "impossible-syllable")
    sent = {"key": key, "reason": "Tên riêng."}
    response = client_of_binh.post(f"{WAIVE}?muc-do=canh-bao&trang=2&la=1", sent)
    assert response.url == f"{PAGE}?muc-do=canh-bao&trang=2"


def test_the_page_says_when_a_waived_finding_is_not_found_any_more(client_of_binh, report):
    client_of_binh.post(WAIVE, {"key": key_of(report, "impossible-syllable"), "reason": "Tên riêng."})
    assert words(client_of_binh.get(PAGE), "//li//p[contains(., 'không còn chỗ này')]") == []
    report.sections.update(body="Trả lời kịp thời.")
    assert len(words(client_of_binh.get(PAGE), "//li//p[contains(., 'không còn chỗ này')]")) == 1


def test_after_a_waiver_the_next_finding_gets_the_focus(client_of_binh, report):
    first, second, third = (key_finding(report, code) for code in CODES)
    for finding, other in ((first, second), (second, third)):
        response = client_of_binh.post(WAIVE, {"key": finding.key, "reason": "Vì thế."})
        assert response.url == f"{PAGE}#cho-{other.key.partition(':')[2]}"
        assert (
            words(client_of_binh.get(PAGE), "//li[@id and @tabindex='-1']/@id")[0]
            == response.url.partition("#")[2]
        )


# Groups of one cause

GROUPS = "//section[contains(@class, 'together')]/ul/li//p[@class='what']"


@pytest.fixture
def uncounted(department, report):
    report.sections.create(position=9, depth=1, heading="Ba", body="[[hoạt động]]")
    return [make_event(department, attendance=None) for _ in range(3)]


def test_findings_with_one_cause_are_a_group(client_of_binh, report, uncounted):
    response = client_of_binh.get(PAGE)
    assert words(response, GROUPS) == ["Hoạt động chưa ghi số người tham dự 3 chỗ"]
    report.sections.filter(position=2).update(body="Trả lời Kip thời, kip thời.")
    assert words(client_of_binh.get(PAGE), GROUPS)[0] == "Chữ không có trong tiếng Việt: “kip” 2 chỗ"
    assert words(client_of_binh.get(f"{PAGE}?muc-do=chan-nop"), GROUPS) == []


def test_binh_waives_a_whole_group_with_one_reason_and_takes_it_back_with_one_button(
    client_of_binh, report, uncounted
):
    sent = {"key": "event-without-count/", "reason": "Phát tờ gấp, không đếm người."}
    response = client_of_binh.post(f"{WAIVE}?muc-do=goi-y", sent, follow=True)
    assert words(response, NOTICES) == ["Đã giữ nguyên 3 chỗ."]
    assert {(one.reason, one.waived_by.username) for one in Waiver.objects.all()} == {
        (sent["reason"], "binh")
    }
    assert len(history_of(report).get().values) == 3
    [undo] = words(response, "//*[contains(@class, 'notice')]//form/@action")
    assert client_of_binh.post(undo).url == f"{PAGE}?muc-do=goi-y"
    assert (Waiver.objects.count(), history_of(report).count()) == (0, 2)


def test_a_group_that_blocks_submitting_is_not_waived(client_of_binh, report):
    report.sections.create(position=9, depth=1, heading="Ba", body="")
    assert words(client_of_binh.get(PAGE), f"{GROUPS}/following::button[contains(., 'cả nhóm')]") == []
    client_of_binh.post(WAIVE, {"key": "empty-section/", "reason": "Vì thế."})
    assert Waiver.objects.count() == 0


def test_many_are_waived_with_as_many_queries_as_few(client_of_binh, binh, department, report):
    report.sections.create(position=9, depth=1, heading="Ba", body="[[hoạt động]]")
    counts = []
    for count in (2, 60):
        Event.objects.all().delete()
        many_events(department, count)
        with CaptureQueriesContext(connection) as captured:
            client_of_binh.post(WAIVE, {"key": "event-without-count/", "reason": "Vì thế."})
        counts.append((len(captured), Waiver.objects.count()))
        Waiver.objects.all().delete()
    assert counts[0][0] >= counts[1][0]
    assert [waived for _, waived in counts] == [2, 60]


@pytest.mark.parametrize("reason", ["", "  ", "\u200b"])
def test_without_a_reason_the_page_asks_for_one(client_of_binh, report, reason):
    key = key_of(report, "impossible-syllable")
    response = client_of_binh.post(f"{WAIVE}?muc-do=canh-bao", {"key": key, "reason": reason})
    assert words(response, "//details[@open]//p[@class='invalid']") == [
        "Chưa ghi lý do. Ghi vì sao chỗ này đúng như vậy."
    ]
    assert (words(response, FOUND), Waiver.objects.count()) == ([KIP], 0)


def test_what_blocks_has_no_way_to_let_it_stand(client_of_binh, report):
    response = client_of_binh.get(f"{PAGE}?muc-do=chan-nop")
    assert words(response, "//main//details") == []
    sent = {"key": key_of(report, "empty-section"), "reason": "Vì thế."}
    response = client_of_binh.post(WAIVE, sent, follow=True)
    assert words(response, NOTICES) == ["Chỗ này chặn việc nộp nên phải sửa, không giữ nguyên được."]
    assert Waiver.objects.count() == 0


@pytest.mark.parametrize("key", ["", "x", "impossible-syllable:0", "x" * 5000, "\x00"])
def test_what_is_not_found_cannot_be_let_stand(client_of_binh, report, key):
    response = client_of_binh.post(WAIVE, {"key": key, "reason": "Vì thế."}, follow=True)
    assert words(response, NOTICES) == ["Báo cáo đã thay đổi, chỗ này không còn nữa."]
    assert Waiver.objects.count() == 0


def test_any_reason_is_taken_or_refused_in_a_sentence(client_of_binh, report):
    key = key_of(report, "impossible-syllable")
    for reason in BAD_INPUT:
        Waiver.objects.all().delete()
        response = client_of_binh.post(WAIVE, {"key": key, "reason": reason})
        is_answered = (
            response.status_code == 302 or words(response, "//details[@open]//p[@class='invalid']") != []
        )
        assert is_answered, reason[:40]
    assert client_of_binh.get(PAGE).status_code == 200


def test_any_words_of_a_report_get_a_page(client_of_binh, department):
    text = "\n\n".join(one for one in BAD_INPUT if len(one) < 5001)
    report = make_report(department, (1, "<b>Một</b>", text), subject="“<script>kip</script>”")
    report.assessments.create(criterion=Criterion.objects.first(), text=text)
    response = client_of_binh.get(PAGE)
    assert (response.status_code, "<script>kip" in response.content.decode()) == (200, False)


def test_a_reason_outlives_the_session(client_of_binh, report):
    sent = {"key": key_of(report, "impossible-syllable"), "reason": "Tên riêng của sông Kip."}
    client_of_binh.logout()
    response = client_of_binh.post(WAIVE, sent)
    hidden = html.fromstring(response.content.decode()).xpath("//form//input[@type='hidden']")
    values = {one.get("name"): one.get("value") for one in hidden}
    response = client_of_binh.post(
        "/dang-nhap/", values | {"username": "binh", "password": PASSWORD}, follow=True
    )
    assert words(response, "//details//textarea")[1] == "Tên riêng của sông Kip."


def test_what_was_handed_in_is_let_stand_no_more(client_of_binh, report):
    key = key_of(report, "impossible-syllable")
    make_submission(report)
    assert words(client_of_binh.get(PAGE), "//main//details") == []
    response = client_of_binh.post(WAIVE, {"key": key, "reason": "Vì thế."}, follow=True)
    assert words(response, NOTICES)[0].startswith("Không soạn được: Báo cáo đã nộp")


def test_an_and_giang_read_what_is_found_and_what_stands(client, an, giang, binh, report):
    client.force_login(binh)
    sent = {"key": key_of(report, "impossible-syllable"), "reason": "Tên riêng."}
    client.post(WAIVE, sent, follow=True)
    waiver = Waiver.objects.get()
    for person in (an, giang):
        client.force_login(person)
        response = client.get(PAGE)
        assert (words(response, FOUND), words(response, "//main//form")) == ([NO_NUMBER, EMPTY, KIP], [])
        assert client.post(WAIVE, {"key": "x", "reason": "x"}).status_code == 403
        assert client.post(f"{WAIVE}{waiver.pk}/bo/").status_code == 403
    assert Waiver.objects.count() == 1


def test_what_another_department_lets_stand_is_out_of_reach(client, other_department, binh, report):
    khanh = make_user(other_department, Role.LEGAL_OFFICER)
    make_report(other_department)
    client.force_login(binh)
    client.post(WAIVE, {"key": key_of(report, "impossible-syllable"), "reason": "Tên riêng."})
    client.force_login(khanh)
    client.post(f"{WAIVE}{Waiver.objects.get().pk}/bo/")
    assert Waiver.objects.count() == 1


# A year of many rows


def test_many_alike_are_folded_and_all_of_them_stand_on_pages_of_their_own(client_of_binh, department):
    make_report(department, (1, "Một", "[[hoạt động]]"))
    many_events(department, 200)
    response = client_of_binh.get(PAGE)
    assert len(words(response, FOUND)) == 5
    [more] = words(response, "//p[@class='more']/a")
    assert more == "Xem thêm 195 chỗ “Hoạt động chưa ghi số người tham dự”"
    [link] = words(response, "//p[@class='more']/a/@href")
    response = client_of_binh.get(f"{PAGE}{link}")
    assert (len(words(response, FOUND)), words(response, "//p[@class='more']")) == (30, [])
    assert len(words(client_of_binh.get(f"{PAGE}{link}&trang=4"), FOUND)) == 30


def many_events(department, count):
    Event.objects.bulk_create(
        Event(
            organisation=department,
            reporting_year=2024,
            kind="training",
            name=f"Tập huấn {number}",
            held_from="2024-03-05",
            date_precision="day",
        )
        for number in range(count)
    )


def test_the_number_of_queries_stays(client_of_binh, binh, department):
    report = make_report(department, (1, "Một", "kip, phap.\n\n[[hoạt động]]\n\n[[tiêu chí]]"))
    make_event(department, attendance=None)
    few = [queries(client_of_binh), queries(client_of_binh)][1]
    many_events(department, 60)
    for criterion in Criterion.objects.all():
        report.assessments.create(criterion=criterion)
    for number in range(30):
        report.sections.create(position=10 + number, depth=1, heading="Mục", body="Theo số 5/KH-X, kip thời.")
    for finding in find(report)[:9]:
        if finding.rule.severity is not Severity.BLOCKING:
            Waiver.objects.create(report=report, key=finding.key, text="x", reason="x", waived_by=binh)
    assert queries(client_of_binh) == few


def test_a_report_that_is_not_there_has_no_findings(client_of_binh, department):
    assert reverse("report_findings", args=[2024]) == PAGE
    assert client_of_binh.get(PAGE).status_code == 404


def test_half_a_year_has_findings_of_its_own(client_of_binh, department, report):
    half = make_report(department, (1, "Một", "phap"), period_kind=PeriodKind.HALF_YEAR, number="15/BC-SXD")
    page = "/bao-cao/2024-6-thang/ra-soat/"
    response = client_of_binh.get(page)
    assert places(response) == [f"/bao-cao/2024-6-thang/muc/{half.sections.get().pk}/?tim=phap"]
    sent = {"key": key_of(half, "impossible-syllable"), "reason": "Vì thế."}
    response = client_of_binh.post(f"{page}giu-nguyen/", sent, follow=True)
    assert words(response, NOTICES)[0].startswith("Đã giữ nguyên: “phap”")
    assert (half.waivers.count(), report.waivers.count()) == (1, 0)


def test_a_pk_that_no_waiver_can_have_takes_nothing_back(client_of_binh, report):
    addresses = [f"{WAIVE}{'9' * digits}/bo/" for digits in (19, 40)]
    assert [client_of_binh.post(address).url for address in addresses] == [PAGE, PAGE]
