"""Words are replaced in many places at once, after a preview, and one undo takes all of it back."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from accounts.history import history_of
from accounts.models import Role
from accounts.rows.editing import delete_row, edit_row
from events.models import Event
from plans.models import Plan
from reports.models import Annex, Assessment, Criterion, Report, Section
from reports.writing.replacing.replace import replace_all
from reports.writing.replacing.searching import Search
from reports.writing.saving import write_section
from tests.bad_input import BAD_INPUT
from tests.factories import (
    PASSWORD,
    make_directive,
    make_event,
    make_organisation,
    make_plan,
    make_report,
    make_submission,
    make_user,
)
from tests.pages import words

FINDINGS, MEND, REPLACE = (f"/bao-cao/2024/{end}/" for end in ("ra-soat", "ra-soat/sua", "tim-thay"))
BEFORE, AFTER = "//form//li//del", "//form//li//ins"
TICKED, UNTICKED = "//li//input[@checked]/@value", "//li//input[not(@checked)]/@value"
NOTICES = "//*[contains(@class, 'notice')]/p"
UNDO = "//*[contains(@class, 'notice')]//form/@action"
FIND_OLD = f"{REPLACE}?tim=c%C5%A9&thay=m%E1%BB%9Bi"  # cũ, mới


@pytest.fixture
def science(db, justice_department):
    return make_organisation(
        code="KHCN", name="Sở Khoa học và Công nghệ", symbol="SKHCN", reports_to=justice_department
    )


@pytest.fixture
def hoa(science):
    return make_user(science, Role.LEGAL_OFFICER, username="hoa", full_name="Mai Hoa")


@pytest.fixture
def client_of_hoa(client, hoa):
    client.force_login(hoa)
    return client


@pytest.fixture
def report(science):
    """Save a report that says "cũ" in each of its parts and in a row of each kind."""
    report = make_report(
        science,
        (1, "Một", "Việc cũ, Cũ.\n\n[[hoạt động]]"),
        (1, "Hai", "Mục chưa xong cũ"),
        number="5/BC-SKHCN",
        closing="Trân trọng cũ./.",
        opening="Lời cũ",
    )
    Annex.objects.create(report=report, position=1, title="Danh sách cũ", body="Bảng cũ")
    report.assessments.create(criterion=Criterion.objects.first(), text="Đạt cũ")
    make_plan(science, subject="về việc cũ", number="1/KH-SKHCN")
    make_directive(science, subject="về cũ", issuing_body="UBND cũ")
    make_event(science, name="Tập huấn cũ", place="Nhà cũ", partners="Sở cũ", description=": Nội dung cũ")
    return report


def stored(report):
    """Return all stored values of the report, its parts and its rows, but for versions and who saved when."""
    left_out = {"version", "saved_by_id", "saved_at", "is_autosaved"}
    rows = [
        *Report.objects.filter(pk=report.pk).values(),
        *(row for model in (Section, Annex, Assessment) for row in model.objects.order_by("pk").values()),
        *(row for model in (Plan, Event) for row in model.with_deleted.order_by("pk").values()),
    ]
    return [{name: value for name, value in row.items() if name not in left_out} for row in rows]


def sent(response, **more):
    """Return what the form of a page sends; further fields take the place of its own."""
    [form] = html.fromstring(response.content.decode()).xpath("//form[contains(@class, 'replacements')]")
    fields = {}
    for name, value in form.form_values():
        fields.setdefault(name, []).append(value)
    return {name: values for name, values in fields.items() if name != "csrfmiddlewaretoken"} | more


def carry_out(client, address, **more):
    return client.post(address, sent(client.get(address), **more), follow=True)


# Find and replace


def test_words_are_found_in_every_part_and_row_with_what_will_stand_there(client_of_hoa, report):
    response = client_of_hoa.get(FIND_OLD)
    assert words(response, "//form//legend") == [
        *("Đầu và cuối báo cáo 2 chỗ", "I. MỘT 2 chỗ", "II. HAI 1 chỗ", "Tiêu chí 1 chỗ", "Phụ lục 2 chỗ"),
        *("Kế hoạch, văn bản 1 chỗ", "Văn bản chỉ đạo 2 chỗ", "Hoạt động 4 chỗ"),
    ]
    assert (words(response, BEFORE), words(response, AFTER)) == (
        [*["cũ"] * 3, "Cũ", *["cũ"] * 11],
        [*["mới"] * 3, "Mới", *["mới"] * 11],
    )
    assert (len(words(response, TICKED)), words(response, UNTICKED)) == (15, [])
    assert words(client_of_hoa.get(f"{FIND_OLD}&chon=khong"), TICKED) == []


def test_one_button_replaces_all_of_it_and_one_undo_takes_it_back(client_of_hoa, hoa, report):
    before = stored(report)
    response = carry_out(client_of_hoa, FIND_OLD)
    assert words(response, NOTICES) == ["Đã sửa 15 chỗ."]
    assert words(response, "//h2") == ["Không có chỗ nào viết “cũ”"]
    assert [section.body for section in report.sections.all()] == [
        "Việc mới, Mới.\n\n[[hoạt động]]",
        "Mục chưa xong mới",
    ]
    event = Event.objects.get()
    assert (event.name, event.place, event.partners, event.description) == (
        *("Tập huấn mới", "Nhà mới", "Sở mới", ": Nội dung mới"),
    )
    assert (event.version, history_of(event).count()) == (2, 1)
    assert Event.objects.search("tap huan moi").get() == event
    [undo] = words(response, UNDO)
    response = client_of_hoa.post(undo, follow=True)
    assert words(response, NOTICES)[0].startswith("Đã hoàn tác việc thay “cũ” bằng “mới”: 8 dòng, mục.")
    assert (stored(report), len(words(response, BEFORE))) == (before, 15)
    assert [text.body for text in report.sections.first().earlier_texts.all()] == [
        "Việc mới, Mới.\n\n[[hoạt động]]",
        "Việc cũ, Cũ.\n\n[[hoạt động]]",
    ]
    assert words(client_of_hoa.post(undo, follow=True), NOTICES) == ["Việc này đã được hoàn tác trước đó."]


def test_only_what_is_ticked_is_replaced(client_of_hoa, report):
    taken = words(client_of_hoa.get(FIND_OLD), TICKED)[2:4]
    carry_out(client_of_hoa, FIND_OLD, take=taken[1:])
    assert report.sections.first().body == "Việc cũ, Mới.\n\n[[hoạt động]]"
    assert (Plan.objects.get().subject, Plan.objects.get().version) == ("về việc cũ", 1)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("tim=cu", []),
        ("tim=cũ&hoa_thuong=on&thay=x", ["cũ"] * 14),
        ("tim=Cũ&hoa_thuong=on&thay=x", ["Cũ"]),
        ("tim=ũ&ca_tu=on&thay=x", []),
        ("tim=việc+cũ&thay=x", ["Việc cũ", "việc cũ"]),
        ("tim=hoạt+động&thay=x", []),
        ("tim=5%2FBC&thay=x", []),
        ("tim=1%2FKH&thay=x", []),
        ("tim=cũ&thay=cũ", ["Cũ"]),
        ("tim=Cũ&thay=cũ", ["Cũ"]),
    ],
)
def test_accents_count_and_numbers_and_listings_stay(client_of_hoa, report, asked, found):
    if asked == "tim=cũ&thay=cũ":
        found = []
    assert words(client_of_hoa.get(f"{REPLACE}?{asked}"), BEFORE) == found


def test_words_across_the_end_of_a_line_are_found(client_of_hoa, report):
    report.sections.filter(position=1).update(body="Ngày Pháp\nluật và Ngày  Pháp luật")
    found = client_of_hoa.get(f"{REPLACE}?tim=Ngày+Pháp+luật&thay=Tuần+lễ")
    assert len(words(found, BEFORE)) == 2


def test_without_words_nothing_is_sought(client_of_hoa, report):
    assert words(client_of_hoa.get(REPLACE), "//main//li") == []
    assert words(client_of_hoa.get(f"{REPLACE}?tim="), "//p[@class='invalid']") == [
        "Chưa ghi chữ cần tìm. Ghi chữ đúng như trong báo cáo, có dấu."
    ]
    assert words(client_of_hoa.post(FIND_OLD), NOTICES) == [
        "Chưa chọn chỗ nào. Đánh dấu ít nhất một chỗ rồi bấm lại."
    ]


def test_any_words_are_sought_and_replaced_or_refused(client_of_hoa, report):
    for text in BAD_INPUT[::3]:
        if len(text) < 2000:
            response = client_of_hoa.get(REPLACE, {"tim": text, "thay": text})
            assert response.status_code == 200, text[:40]


def test_markup_is_replaced_as_text(client_of_hoa, report):
    carry_out(client_of_hoa, f"{REPLACE}?tim=Nhà+cũ&thay=<script>x</script>")
    assert Event.objects.get().place == "<script>x</script>"
    response = client_of_hoa.get(f"{REPLACE}?tim=<script>&thay=y")
    assert (words(response, BEFORE), "<script>x" in response.content.decode()) == (["<script>"], False)


def test_what_would_be_too_long_or_empty_is_left_and_named(client_of_hoa, report):
    Plan.objects.update(subject="cũ", number="1/KH-SKHCN")
    Event.objects.update(place=f"cũ{'x' * 290}")
    response = carry_out(client_of_hoa, f"{REPLACE}?tim=cũ&thay=")
    assert words(response, NOTICES)[1:] == [
        "“Kế hoạch số 1/KH-SKHCN, trích yếu” sẽ không còn chữ nào nên để nguyên."
    ]
    Event.objects.update(place=f"cũ{'x' * 290}")
    response = carry_out(client_of_hoa, f"{REPLACE}?tim=cũx&thay={'y' * 20}")
    assert words(response, NOTICES) == [
        "“hoạt động “Tập huấn”, địa điểm” sẽ dài hơn 300 ký tự nên để nguyên."
    ]
    assert Event.objects.get().place.startswith("cũx")


def test_a_report_that_becomes_too_long_is_left_whole(client_of_hoa, report):
    report.sections.filter(position=2).update(body="cũ " * 300 + "x " * 145_000)
    response = carry_out(client_of_hoa, f"{REPLACE}?tim=cũ&thay={'y' * 150}")
    assert words(response, NOTICES)[1].startswith("“II. HAI” không lưu được: Nội dung cả báo cáo sẽ dài")


# The mends of findings


@pytest.fixture
def three_ways(report, science):
    """Save twelve rows in which the department's symbol is written in two wrong ways."""
    return [
        make_plan(science, number=f"{number}/KH-{('SKHHCN', 'SKHCCN')[number % 2]}", issued_on=None)
        for number in range(101, 113)
    ]


def test_the_symbol_of_twelve_rows_is_mended_with_two_buttons(client_of_hoa, report, three_ways):
    [link] = words(
        client_of_hoa.get(f"{FINDINGS}?muc-do=canh-bao"),
        "//section[contains(@class, 'together')]//a[contains(., 'Sửa cả 12 chỗ')]/@href",
    )
    response = carry_out(client_of_hoa, link)
    assert response.redirect_chain == [(f"{FINDINGS}?muc-do=canh-bao", 302)]
    assert words(response, NOTICES) == ["Đã sửa 12 chỗ."]
    assert words(response, "//section[contains(@class, 'together')]") == []
    assert {plan.number.partition("-")[2] for plan in Plan.objects.all()} == {"SKHCN"}
    assert {history_of(plan).count() for plan in three_ways} == {1}
    client_of_hoa.post(words(response, UNDO)[0])
    assert [Plan.objects.get(pk=plan.pk).number for plan in three_ways] == [
        plan.number for plan in three_ways
    ]


def test_another_way_of_writing_is_shown_before_it_is_carried_out(client_of_hoa, report, three_ways):
    address = f"{MEND}?loi=own-symbol&nguyen-nhan="
    page = client_of_hoa.get(address)
    again = client_of_hoa.post(address, sent(page, typed="SKHHCN"))
    assert set(words(again, AFTER)) == {
        *(f"{number}/KH-SKHHCN" for number in range(101, 113, 2)), "1/KH-SKHHCN", "5/BC-SKHHCN"
    }  # fmt: skip
    assert Plan.objects.filter(number__endswith="SKHHCN").count() == 6
    client_of_hoa.post(address, sent(again, take=words(again, "//li//input/@value")))
    assert {plan.number.partition("-")[2] for plan in Plan.objects.all()} == {"SKHHCN"}
    report.refresh_from_db()
    assert report.number == "5/BC-SKHHCN"


def test_a_misspelt_word_is_typed_once_for_all_places(client_of_hoa, report):
    report.sections.update(body="Đã trả lời kip thời.\n\nKip thời, kip thời.")
    address = f"{MEND}?loi=impossible-syllable&nguyen-nhan=kip"
    page = client_of_hoa.get(address)
    assert (words(page, BEFORE), words(page, AFTER)) == (["kip"] * 4, [])
    refused = client_of_hoa.post(address, sent(page))
    assert words(refused, "//p[@class='invalid']") == [
        "Chưa ghi chữ đúng. Ghi chữ sẽ đứng ở những chỗ đã chọn."
    ]
    assert len(words(refused, TICKED)) == 4
    response = client_of_hoa.post(address, sent(page, typed="kịp"), follow=True)
    assert words(response, NOTICES) == ["Đã sửa 4 chỗ."]
    assert [one.body for one in report.sections.all()] == ["Đã trả lời kịp thời.\n\nKip thời, kịp thời."] * 2


def test_where_nothing_is_left_the_findings_are_shown(client_of_hoa, report):
    for query in ("", "?loi=x", "?loi=own-symbol", "?loi=empty-section&nguyen-nhan=", "?muc=999&muc-do=x"):
        response = client_of_hoa.get(f"{MEND}{query}", follow=True)
        assert words(response, NOTICES) == ["Báo cáo đã thay đổi, không còn chỗ nào để sửa cùng lúc."]


# Two people at once


def test_what_somebody_changed_meanwhile_is_left_and_named(client_of_hoa, hoa, report, three_ways):
    page = client_of_hoa.get(FIND_OLD)
    section, plan, event = report.sections.first(), Plan.objects.get(number="1/KH-SKHCN"), Event.objects.get()
    write_section(section, body="Việc cũ khác", version=section.version, by=hoa)
    plan.subject = "về việc cũ hơn"
    edit_row(plan, by=hoa, version=plan.version)
    delete_row(event, by=hoa)
    response = client_of_hoa.post(FIND_OLD, sent(page), follow=True)
    assert words(response, NOTICES) == [
        "Đã sửa 8 chỗ.",
        "“Một”, “Kế hoạch số 1/KH-SKHCN”, “Tập huấn cũ” vừa có người sửa nên để nguyên.",
    ]
    assert report.sections.first().body == "Việc cũ khác"
    assert Plan.objects.get(pk=plan.pk).subject == "về việc cũ hơn"


def test_an_undo_leaves_what_somebody_changed_since(client_of_hoa, hoa, report):
    response = carry_out(client_of_hoa, FIND_OLD)
    section = report.sections.first()
    write_section(section, body="Việc khác hẳn", version=section.version, by=hoa)
    plan = Plan.objects.get()
    plan.subject = "về việc khác"
    edit_row(plan, by=hoa, version=plan.version)
    response = client_of_hoa.post(words(response, UNDO)[0], follow=True)
    [notice] = words(response, NOTICES)
    assert notice.startswith("Đã hoàn tác việc thay “cũ” bằng “mới”: 6 dòng, mục.")
    assert "“Kế hoạch số 1/KH-SKHCN”; “Một” đã có người sửa sau đó nên để nguyên." in notice
    assert (report.sections.first().body, Plan.objects.get().subject) == ("Việc khác hẳn", "về việc khác")
    assert Event.objects.get().name == "Tập huấn cũ"


def test_a_form_sent_twice_is_carried_out_once(client_of_hoa, report):
    form = sent(client_of_hoa.get(FIND_OLD))
    for _ in range(2):
        assert client_of_hoa.post(FIND_OLD, form).status_code == 302
    assert (Event.objects.get().version, history_of(Event.objects.get()).count()) == (2, 1)


def test_what_was_ticked_outlives_the_session(client_of_hoa, report):
    form = sent(client_of_hoa.get(FIND_OLD))
    form["take"] = form["take"][:2]
    client_of_hoa.logout()
    login = client_of_hoa.post(FIND_OLD, form)
    hidden = html.fromstring(login.content.decode()).xpath("//form//input[@type='hidden']")
    values = {one.get("name"): one.get("value") for one in hidden}
    person = {"username": "hoa", "password": PASSWORD}
    response = client_of_hoa.post("/dang-nhap/", values | person, follow=True)
    assert words(response, TICKED) == form["take"]


def test_a_submitted_report_is_not_changed(client_of_hoa, report):
    page, response = client_of_hoa.get(FIND_OLD), carry_out(client_of_hoa, f"{REPLACE}?tim=Nhà&thay=Phòng")
    make_submission(report)
    before = stored(report)
    undone = client_of_hoa.post(words(response, UNDO)[0], follow=True)
    assert client_of_hoa.get(FIND_OLD).url == "/bao-cao/2024/"
    answer = client_of_hoa.post(FIND_OLD, sent(page), follow=True)
    assert words(answer, NOTICES)[-1].startswith("Không soạn được: Báo cáo đã nộp")
    assert words(undone, NOTICES) != []
    assert [row for row in stored(report) if "place" not in row] == [
        row for row in before if "place" not in row
    ]


# Rows of others, and many


def test_rows_of_other_departments_and_years_are_never_touched(
    client_of_hoa, report, science, other_department, chi
):
    theirs = make_plan(other_department, subject="về việc cũ", number="7/KH-SKHHCN")
    earlier = make_plan(science, subject="về việc cũ", reporting_year=2023)
    make_report(other_department, (1, "Một", "Việc cũ"))
    page = client_of_hoa.get(FIND_OLD)
    forged = [f"plan-{row.pk}-subject:8:{'0' * 12}" for row in (theirs, earlier)]
    response = client_of_hoa.post(FIND_OLD, sent(page, take=[*words(page, TICKED), *forged]), follow=True)
    assert words(response, NOTICES)[0] == "Đã sửa 15 chỗ."
    assert "7/KH-SKHHCN" not in response.content.decode()
    assert {Plan.objects.get(pk=row.pk).subject for row in (theirs, earlier)} == {"về việc cũ"}
    assert Section.objects.get(report__organisation=other_department).body == "Việc cũ"


def test_five_hundred_places_are_shown_and_replaced_at_once(client_of_hoa, report, science):
    Plan.objects.bulk_create(
        Plan(organisation=science, reporting_year=2024, number=f"{number}/X", subject="về chuyện xưa")
        for number in range(510)
    )
    page = client_of_hoa.get(f"{REPLACE}?tim=xưa&thay=nay")
    assert (len(words(page, TICKED)), "Còn 10 chỗ nữa" in page.content.decode()) == (500, True)
    with CaptureQueriesContext(connection) as captured:
        response = client_of_hoa.post(f"{REPLACE}?tim=xưa&thay=nay", sent(page))
    assert (response.status_code, len(captured) < 90) == (302, True)
    assert Plan.objects.filter(subject="về chuyện nay").count() == 500


def test_the_number_of_queries_of_the_preview_stays(client_of_hoa, report, science):
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            client_of_hoa.get(FIND_OLD)
        counts.append(len(captured))
        for number in range(20):
            make_plan(science, subject="về việc cũ")
            report.sections.create(position=10 + number, depth=1, heading="Ba", body="Việc cũ")
    assert counts[0] == counts[1]


@pytest.fixture
def of_province(justice_department, science):
    """Save the report of the province with "cũ" in a section, and two rows of its body that say it too."""
    make_plan(justice_department, subject="về việc cũ")
    make_event(justice_department, name="Tập huấn cũ", attendance=None)
    return make_report(justice_department, (1, "Một", "Việc cũ."))


def test_dung_who_may_not_edit_rows_replaces_words_in_the_report_alone(client, dung, of_province):
    client.force_login(dung)
    page = client.get(FIND_OLD)
    assert words(page, BEFORE) == ["cũ"]
    client.post(FIND_OLD, sent(page))
    assert of_province.sections.get().body == "Việc mới."
    assert (Plan.objects.get().subject, Event.objects.get().name) == ("về việc cũ", "Tập huấn cũ")
    rows = Search("cũ", "mới").found(of_province)
    with pytest.raises(PermissionDenied):
        replace_all(of_province, rows, by=dung, words="thay")


def test_dung_is_led_from_a_finding_to_the_row_that_she_reads(client, dung, of_province):
    event = Event.objects.get()
    event.name = "Tập huấn ,  phổ biến"
    event.save()
    client.force_login(dung)
    links = words(client.get(FINDINGS), "//main//a/@href")
    listed = [one for one in links if "hoat-dong" in one]
    assert {one.partition("?")[0] for one in listed} == {event.get_absolute_url()}
    assert all(client.get(one).status_code == 200 for one in listed)
    assert [one for one in links if one.startswith(MEND)] == []


def test_dung_is_led_from_what_blocks_the_report_to_the_row_that_she_reads(client, dung, of_province):
    plan = Plan.objects.get()
    plan.subject = "về việc tập huấn ngày 31/02/2024"
    plan.save()
    client.force_login(dung)
    listed = [one for one in words(client.get("/bao-cao/2024/nop/"), "//main//a/@href") if "ke-hoach" in one]
    assert listed == [plan.get_absolute_url()]
