"""Dung writes the province's report: the departments' words beside a section, and what she takes over of them."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from accounts.models import BodyGroup, Role
from reports.checks.taken_over import STALE
from reports.models import Notice, OutcomeKind, Report, Section, TakenOver
from reports.review.reviewing import accept_submission
from reports.states import WrongState
from reports.writing.said import MOST_PIECES, said_at
from reports.writing.saving import write_section
from reports.writing.taking_over import take_over
from tests.bad_input import BAD_INPUT
from tests.factories import make_organisation, make_outcome, make_report, make_submission, make_user
from tests.pages import words
from tests.reports.checks.found import findings, texts
from tests.reports.pages import field_of
from tests.reports.writing.asked import answer_of
from tests.reports.writing.test_asked_reading import COPIED

NOTICE = "//main//*[contains(@class, 'notice')]//p"
PANEL = "//details[@id='loi-don-vi']"
PIECES = f"{PANEL}//ol//p"
TAKEN = "//section[@id='da-lay']//li"
SAID = "Sở đã mở 12 lớp ở xã."
TAKEN_SAID = "Sở đã mở 12 lớp ở xã (Sở Y tế)."


@pytest.fixture
def section(justice_department, other_department):
    """Return a section of the province's report that collects models."""
    report = make_report(justice_department, (1, "Mô hình hiệu quả", "Cả tỉnh:"), (1, "Kiến nghị", ""))
    Section.objects.filter(report=report, heading="Mô hình hiệu quả").update(collects="mô hình\ncách làm")
    return report.sections.first()


def accepted(body, *parts, **values):
    """Save a version of a body's report that was accepted."""
    report = body.reports.first() or make_report(body)
    parts = [list(part) for part in parts or (("2. Các MÔ HÌNH hay", SAID),)]
    submission = make_submission(report, parts=parts, **values)
    make_outcome(submission, OutcomeKind.ACCEPTED)
    return submission


@pytest.fixture
def submission(other_department):
    return accepted(other_department)


@pytest.fixture
def client_of_dung(client, dung):
    client.force_login(dung)
    return client


def page_of(section):
    return f"/bao-cao/2024/muc/{section.pk}/"


def typed(body="Cả tỉnh:", version=1, **more):
    return {"body": body, "version": version, **more}


def key(submission, part=0, index=0):
    return f"{submission.pk}-{part}-{index}"


def stored(section):
    return Section.objects.get(pk=section.pk)


def taken(section):
    return list(TakenOver.objects.filter(section=section).values_list("submission", "text"))


def take(section, submission, by, body=None, version=1, **how):
    said = said_at(key(submission), by.organisation, section.report.period)
    return take_over(
        section, said=said, body=body or f"Cả tỉnh:\n\n{said.text}", version=version, by=by, **how
    )


# What stands beside


def test_the_words_of_the_accepted_reports_stand_beside_in_the_order_of_the_form(
    client_of_dung, section, justice_department, submission, department
):
    commune = make_organisation(
        reports_to=justice_department, name="UBND xã Sen", group=BodyGroup.COMMUNE, code="XS"
    )
    accepted(commune, ("a) Cách làm mới", "- Loa xã;\n- Zalo."), ("b) Khác", "Không."))
    make_submission(make_report(department), parts=[["1. Mô hình", "Chưa được tiếp nhận."]])
    page = client_of_dung.get(page_of(section))
    assert words(page, f"{PANEL}//h3") == ["Sở Y tế bản 1", "UBND xã Sen bản 1"]
    assert words(page, PIECES) == [SAID, "- Loa xã;", "- Zalo."]
    review = f"/tong-hop/2024/{submission.report_id}/?ban=1"
    assert words(page, f"{PANEL}//section[1]//a/@href") == [review, f"{review}#muc-0"]


def test_the_words_are_found_by_the_sections_own_heading_where_it_collects_nothing(
    client_of_dung, section, other_department
):
    accepted(other_department, ("IV. KIẾN NGHỊ, ĐỀ XUẤT", "Thêm kinh phí."), ("V. Mô hình", "Loa."))
    page = client_of_dung.get(page_of(section.report.sections.last()))
    assert words(page, PIECES) == ["Thêm kinh phí."]


def test_dung_searches_without_accents_by_group_and_typed_text_is_kept(
    client_of_dung, section, submission, justice_department
):
    commune = make_organisation(reports_to=justice_department, name="UBND xã Sen", group=BodyGroup.COMMUNE)
    accepted(commune, ("1. Mô hình", "Đường dây nóng <b>.\nLoa."))
    answer = client_of_dung.post(page_of(section), typed("Gõ dở", loi="duong  NONG", nhom="", look="1"))
    assert (answer.url, stored(section).body) == (
        f"{page_of(section)}?loi=duong+NONG#loi-don-vi",
        "Gõ dở",
    )
    page = client_of_dung.get(answer.url.partition("#")[0])
    assert (words(page, PIECES), words(page, f"{PIECES}/mark")) == (
        ["Đường dây nóng <b>."],
        ["Đường", "nóng"],
    )
    assert field_of(page, "loi") == "duong NONG"
    for query, found in (
        ("nhom=commune", ["Đường dây nóng <b>.", "Loa."]),
        ("nhom=department", [SAID]),
        ("nhom=x&trang=y", [SAID, "Đường dây nóng <b>.", "Loa."]),
        ("loi=ubnd+loa", ["Loa."]),
        ("loi=loa+lop", []),
    ):
        assert words(client_of_dung.get(f"{page_of(section)}?{query}"), PIECES) == found
    # Enter in the search presses the first button of the form, which saves.
    answer = client_of_dung.post(page_of(section), typed("Gõ tiếp", 2, loi="loa", trang="1"))
    assert answer.url == f"{page_of(section)}?loi=loa"


def test_ten_bodies_stand_on_a_page_and_of_each_some_pieces(
    client_of_dung, section, justice_department, other_department
):
    lines = "\n".join(f"Câu {number}." for number in range(MOST_PIECES + 3))
    for number in range(11):
        body = make_organisation(reports_to=justice_department, name=f"Sở Z{number:02}", code=f"Z{number:02}")
        accepted(body, ("1. Mô hình", lines))
    page = client_of_dung.get(page_of(section))
    assert (len(words(page, f"{PANEL}//h3")), len(words(page, f"{PANEL}//section[1]//li"))) == (
        10,
        MOST_PIECES,
    )
    assert words(page, f"{PANEL}//section[1]//*[@class='hint']")[0].startswith("Còn 3 câu")
    answer = client_of_dung.post(page_of(section), typed(look="2", trang="1"))
    assert answer.url == f"{page_of(section)}?trang=2#loi-don-vi"
    second = client_of_dung.get(f"{page_of(section)}?trang=2")
    assert words(second, f"{PANEL}//h3") == ["Sở Z10 bản 1"]
    assert words(client_of_dung.get(f"{page_of(section)}?trang=99"), f"{PANEL}//h3") == ["Sở Z10 bản 1"]


@pytest.mark.parametrize("pressed", [{}, {"look": "2"}])
def test_what_is_searched_anew_begins_at_its_first_page(client_of_dung, section, submission, pressed):
    shown = client_of_dung.get(f"{page_of(section)}?loi=xa&nhom=department&trang=2")
    sent = typed(trang="2", shown=field_of(shown, "shown"), **pressed)
    for asked, found in (
        ({"loi": "lop", "nhom": "department"}, "?loi=lop&nhom=department"),
        ({"loi": "xa", "nhom": ""}, "?loi=xa"),
        ({"loi": " xa", "nhom": "department"}, "?loi=xa&nhom=department&trang=2"),
    ):
        answer = client_of_dung.post(page_of(section), sent | asked)
        assert answer.url.partition("#")[0] == f"{page_of(section)}{found}"


def test_dung_is_told_why_nothing_stands_beside(client_of_dung, section, other_department):
    assert words(client_of_dung.get(page_of(section)), f"{PANEL}//p")[0].startswith(
        "Chưa tiếp nhận báo cáo nào"
    )
    accepted(other_department, ("1. Khác", "Lời."))
    texts = words(client_of_dung.get(page_of(section)), f"{PANEL}//p")
    assert texts == [one for one in texts if "Không mục nào trong 1 báo cáo đã tiếp nhận" in one] != []
    searched = client_of_dung.get(f"{page_of(section)}?loi=x")
    assert words(searched, f"{PANEL}//p[@role='status']")[0].startswith("Không câu nào có đủ các chữ này")


def test_a_departments_officer_sees_and_takes_nothing_of_it(client, binh, department, submission):
    report = make_report(department, (1, "Mô hình", "Lời."))
    client.force_login(binh)
    section = report.sections.get()
    with CaptureQueriesContext(connection) as captured:
        page, _ = client.get(page_of(section)), findings(report, STALE)
    assert words(page, PANEL) == words(page, TAKEN) == []
    asked = [one["sql"] for one in captured]
    assert [one for one in asked if "takenover" in one or "'accepted'" in one] == []
    client.post(page_of(section), typed("Lời.", take_over=key(submission), taken=key(submission)))
    assert (stored(section).body, taken(section)) == ("Lời.", [])


def test_words_of_another_province_are_never_reached(client_of_dung, section, submission, dung):
    other = make_organisation(name="Sở Tư pháp tỉnh Khác")
    elsewhere = accepted(make_organisation(reports_to=other))
    assert words(client_of_dung.get(page_of(section)), PIECES) == [SAID]
    client_of_dung.post(page_of(section), typed(take_over=key(elsewhere)))
    assert (stored(section).body, taken(section)) == ("Cả tỉnh:", [])
    foreign = said_at(key(elsewhere), other, section.report.period)
    with pytest.raises(ValidationError, match="không còn là bản được tiếp nhận"):
        take_over(section, said=foreign, body="Lời.", version=1, by=dung)
    assert stored(section).body == "Cả tỉnh:"


def test_more_bodies_cost_no_query_more(client_of_dung, section, justice_department, dung, other_department):
    counts = []
    for more in (2, 10):
        for _ in range(more):
            take(
                stored(section),
                accepted(make_organisation(reports_to=justice_department)),
                dung,
                version=stored(section).version,
            )
        for _ in range(2):  # what was accepted is read once
            with CaptureQueriesContext(connection) as captured:
                client_of_dung.get(page_of(section))
        counts.append(len(captured))
    assert counts[0] == counts[1] < 25


# What is taken over


def test_a_piece_is_taken_over_with_its_body_and_leads_to_the_version(
    client_of_dung, section, submission, dung
):
    sent = typed("Cả tỉnh, đang gõ", take_over=key(submission), loi="lop", trang="1")
    answer = client_of_dung.post(page_of(section), sent)
    assert answer.url == f"{page_of(section)}?loi=lop#loi-{submission.pk}"
    assert stored(section).body == f"Cả tỉnh, đang gõ\n\n{TAKEN_SAID}"
    assert (taken(section), TakenOver.objects.get().taken_by) == ([(submission.pk, TAKEN_SAID)], dung)
    page = client_of_dung.get(page_of(section))
    assert words(page, NOTICE) == ["Đã lấy câu của Sở Y tế vào cuối mục và lưu."]
    assert words(page, f"{TAKEN}/p") == [TAKEN_SAID, "Sở Y tế, bản 1"]
    assert words(page, f"{TAKEN}//a/@href") == [f"/tong-hop/2024/{submission.report_id}/?ban=1"]
    assert words(page, f"{PANEL}//li/span") == ["Đã có trong mục"]


def test_a_second_click_adds_nothing(client_of_dung, section, submission):
    for _ in range(2):  # of the same page
        assert client_of_dung.post(page_of(section), typed(take_over=key(submission))).status_code == 302
    again = typed(stored(section).body, 2, take_over=key(submission))
    client_of_dung.post(page_of(section), again)
    assert (stored(section).body, taken(section)) == (
        f"Cả tỉnh:\n\n{TAKEN_SAID}",
        [(submission.pk, TAKEN_SAID)],
    )
    assert words(client_of_dung.get(page_of(section)), NOTICE)[-1] == (
        "Câu này của Sở Y tế đã có trong mục. Đã lưu mục này."
    )


def test_a_piece_is_known_by_its_body_after_that_got_another_name(
    client_of_dung, section, submission, other_department
):
    client_of_dung.post(page_of(section), typed(take_over=key(submission)))
    other_department.name = "Sở Y tế, Dân số (mới) tỉnh Sen"
    other_department.save()
    page = client_of_dung.get(page_of(section))
    assert words(page, f"{PANEL}//li/span") == ["Đã có trong mục"]
    assert words(page, f"{PANEL}//button[@name='take_over']") == []
    body = stored(section).body
    client_of_dung.post(page_of(section), typed(body, 2, take_over=key(submission)))
    assert (stored(section).body, taken(section)) == (body, [(submission.pk, TAKEN_SAID)])


def test_the_same_words_of_a_newer_version_are_led_to_without_standing_twice(
    client_of_dung, section, submission, other_department
):
    client_of_dung.post(page_of(section), typed(take_over=key(submission)))
    reopen(submission)
    other_department.name = "Sở Y tế và Dân số"
    other_department.save()
    newer, body = accepted(other_department), stored(section).body
    page = client_of_dung.get(page_of(section))
    assert words(page, f"{PANEL}//li/span") == ["Đã có trong mục, lấy từ bản 1"]
    assert words(page, f"{PANEL}//button[@name='take_over']") == ["Lấy lại từ bản 2"]
    client_of_dung.post(page_of(section), typed(body, 2, take_over=key(newer)))
    assert (stored(section).body, taken(section)) == (body, [(newer.pk, TAKEN_SAID)])
    assert findings(section.report, STALE) == []


def test_the_words_of_one_of_two_bodies_of_a_name_are_not_those_of_the_other(
    client_of_dung, section, submission, justice_department
):
    namesake = accepted(make_organisation(reports_to=justice_department, name="Sở Y tế"))
    client_of_dung.post(page_of(section), typed(take_over=key(submission)))
    page = client_of_dung.get(page_of(section))
    assert words(page, f"{PANEL}//button[@name='take_over']/@value") == [key(namesake)]
    client_of_dung.post(page_of(section), typed(stored(section).body, 2, take_over=key(namesake)))
    assert stored(section).body == f"Cả tỉnh:\n\n{TAKEN_SAID}\n\n{TAKEN_SAID}"
    assert taken(section) == [(submission.pk, TAKEN_SAID), (namesake.pk, TAKEN_SAID)]
    assert words(client_of_dung.get(page_of(section)), f"{PANEL}//li/span") == ["Đã có trong mục"] * 2


def test_what_dung_typed_herself_with_the_body_in_brackets_is_there(client_of_dung, section, submission):
    write_section(
        section, body=f"Cả tỉnh:\n- {TAKEN_SAID}", version=1, by=section.report.organisation.users.first()
    )
    page = client_of_dung.get(page_of(section))
    assert words(page, f"{PANEL}//li/span") == ["Đã có trong mục"]


@pytest.mark.parametrize("text", ["", "x", "1-2", "-1-0-0", "0-0-0", "1-0-0-0", f"{'9' * 30}-0-0", "１-0-0"])
def test_a_piece_that_is_not_there_adds_nothing(client_of_dung, section, submission, text):
    client_of_dung.post(page_of(section), typed("Đang gõ", take_over=text))
    assert (stored(section).body, taken(section)) == ("Đang gõ", [])
    assert "không lấy vào" in words(client_of_dung.get(page_of(section)), NOTICE)[0]


def test_no_part_and_no_piece_beyond_the_last_is_taken(client_of_dung, section, submission):
    for number, wanted in enumerate((key(submission, part=1), key(submission, index=1)), start=1):
        client_of_dung.post(page_of(section), typed(f"Lần {number}", number, take_over=wanted))
        assert (stored(section).body, taken(section)) == (f"Lần {number}", [])


def test_whatever_is_asked_of_the_panel_is_no_crash(client_of_dung, section, submission):
    version = 1
    for text in BAD_INPUT:
        asked = {"loi": text, "nhom": text, "trang": text}
        assert client_of_dung.get(page_of(section), asked).status_code == 200
        sent = typed(take_over=text, taken=text, look=text, **asked)
        assert client_of_dung.post(page_of(section), sent).status_code == 302
    assert (stored(section).version, taken(section)) == (version, [])


def test_in_a_conflict_the_piece_is_in_dungs_text_and_leads_to_its_version_when_she_saves_it(
    client_of_dung, section, submission, justice_department
):
    write_section(
        section, body="Của người khác.", version=1, by=make_user(justice_department, Role.JUSTICE_OFFICER)
    )
    conflict = client_of_dung.post(page_of(section), typed(take_over=key(submission)))
    assert (conflict.status_code, taken(section)) == (409, [])
    assert field_of(conflict, "body") == f"Cả tỉnh:\n\n{TAKEN_SAID}"
    sent = dict(html.fromstring(conflict.content.decode()).xpath("//main//form")[0].form_values())
    # She may also take the piece out again.
    without = client_of_dung.post(page_of(section), sent | {"body": "Không lấy nữa."})
    assert (without.status_code, stored(section).body, taken(section)) == (302, "Không lấy nữa.", [])
    client_of_dung.post(page_of(section), sent | {"version": 3})
    assert taken(section) == [(submission.pk, TAKEN_SAID)]


def test_the_piece_leads_to_its_version_also_where_dung_is_asked_how_to_read_what_she_pasted(
    client_of_dung, section, submission
):
    asked = client_of_dung.post(page_of(section), typed(COPIED, take_over=key(submission)))
    assert (asked.status_code, stored(section).version) == (409, 1)
    sent = dict(html.fromstring(asked.content.decode()).xpath("//form[@id='viet']")[0].form_values())
    client_of_dung.post(page_of(section), sent | answer_of(asked))
    assert stored(section).body.endswith(f"\n\n{TAKEN_SAID}")
    assert taken(section) == [(submission.pk, TAKEN_SAID)]


def test_what_is_refused_is_taken_over_when_it_is_sent_again(client_of_dung, section, submission):
    refused = client_of_dung.post(page_of(section), typed("x" * 400_000, take_over=key(submission)))
    assert (refused.status_code, stored(section).version) == (409, 1)
    assert field_of(refused, "body").endswith(TAKEN_SAID)
    client_of_dung.post(page_of(section), typed(f"Ngắn.\n\n{TAKEN_SAID}", taken=field_of(refused, "taken")))
    assert taken(section) == [(submission.pk, TAKEN_SAID)]


def test_only_who_writes_the_report_takes_over_and_only_while_it_is_open(
    client_of_dung, section, submission, justice_department, binh, dung
):
    staff = make_user(justice_department, Role.STAFF)
    for person in (staff, binh):
        said = said_at(key(submission), justice_department, section.report.period)
        with pytest.raises(PermissionDenied):
            take_over(section, said=said, body="Lời.", version=1, by=person)
    make_submission(section.report)
    with pytest.raises(WrongState):
        take(section, submission, dung)
    assert taken(section) == []
    assert words(client_of_dung.get(page_of(section)), PANEL) == []


def test_words_that_were_changed_are_named_and_those_that_were_removed_are_not(
    client_of_dung, section, submission, dung
):
    take(section, submission, dung)
    for version, (body, shown) in enumerate(
        (
            ("Năm nay Sở đã mở 13 lớp ở xã (Sở Y tế).", ["Đã sửa lời"]),
            ("SO DA MO 12 LOP O XA (Sở Y tế).", []),
            ("Sở khác.", None),
        ),
        start=2,
    ):
        write_section(section, body=body, version=version, by=dung)
        page = client_of_dung.get(page_of(section))
        assert words(page, f"{TAKEN}//span") == (shown or [])
        assert len(words(page, TAKEN)) == (shown is not None)


# What became of the versions


def reopen(submission):
    submission.outcome.kind, submission.outcome.reason = OutcomeKind.RETURNED, "Đơn vị xin sửa."
    submission.outcome.save()


def test_words_of_a_version_that_is_accepted_no_more_are_found(client_of_dung, section, submission, dung):
    take(section, submission, dung)
    report = section.report
    assert findings(report, STALE) == []
    reopen(submission)
    assert texts(report, STALE) == [
        "Lời này lấy từ bản 1 của Sở Y tế, nay không còn được tiếp nhận. "
        "Xem báo cáo của đơn vị rồi lấy lại, sửa hoặc giữ nguyên câu này."
    ]
    newer = accepted(submission.report.organisation)
    (found,) = findings(report, STALE)
    assert "nay đã tiếp nhận bản 2." in found.text
    assert (found.place.section, found.place.line) == (section.pk, TAKEN_SAID)
    assert words(client_of_dung.get(page_of(section)), f"{TAKEN}//span/span") == ["Nay đã tiếp nhận bản 2"]
    page = client_of_dung.get("/bao-cao/2024/ra-soat/?quy-tac=taken-over")
    assert words(page, "//a[normalize-space()='Xem báo cáo của đơn vị']/@href") == [
        f"/tong-hop/2024/{submission.report_id}/"
    ]
    assert "1 cảnh báo" in " ".join(words(client_of_dung.get("/bao-cao/2024/"), "//main//li"))
    # The same words of the newer version lead there from now on.
    client_of_dung.post(page_of(section), typed(stored(section).body, 2, take_over=key(newer)))
    assert (findings(report, STALE), taken(section)) == ([], [(newer.pk, TAKEN_SAID)])


def test_words_of_one_version_are_found_together_by_the_name_of_their_body(
    client_of_dung, section, other_department
):
    submission = accepted(other_department, ("2. Các MÔ HÌNH hay", f"{SAID}\nMột lớp."))
    for index in (0, 1):
        now = stored(section)
        client_of_dung.post(
            page_of(section), typed(now.body, now.version, take_over=key(submission, index=index))
        )
    reopen(submission)
    page = client_of_dung.get("/bao-cao/2024/ra-soat/")
    assert words(page, "//section[contains(@class, 'together')]//b") == [
        "Lời lấy từ bản không còn được tiếp nhận: “Sở Y tế, bản 1”"
    ]
    assert words(page, "//blockquote") == [TAKEN_SAID, "Một lớp (Sở Y tế)."]
    assert words(page, "//blockquote/mark") == []


def test_words_that_were_removed_are_not_found(section, submission, dung):
    take(section, submission, dung)
    reopen(submission)
    write_section(section, body="Lời khác.", version=2, by=dung)
    assert findings(section.report, STALE) == []


def test_the_justice_department_is_told_of_a_newer_version(section, submission, dung):
    take(section, submission, dung)
    reopen(submission)
    newer = make_submission(submission.report)
    accept_submission(submission=newer, by=dung)
    assert list(dung.organisation.notices.values_list("words", "address")) == [
        (
            "Sở Y tế tỉnh Sen có bản 2 được tiếp nhận. Báo cáo năm 2024 của tỉnh đang lấy lời từ bản trước "
            "ở mục “Mô hình hiệu quả”: xem lại các câu đó.",
            "/bao-cao/2024/ra-soat/?quy-tac=taken-over",
        )
    ]


def test_nobody_is_told_where_no_words_were_taken_or_none_are_left(section, submission, dung, department):
    accept_submission(submission=make_submission(make_report(department)), by=dung)
    take(section, submission, dung)
    write_section(section, body="Lời khác.", version=2, by=dung)
    reopen(submission)
    accept_submission(submission=make_submission(submission.report), by=dung)
    assert not Notice.objects.filter(organisation=dung.organisation).exists()


def test_a_draft_costs_as_many_queries_however_much_was_taken_over(
    section, submission, dung, justice_department
):
    def queries():
        report = Report.objects.get(pk=section.report_id)  # which nobody has asked anything yet
        with CaptureQueriesContext(connection) as captured:
            findings(report, STALE)
        return len(captured)

    take(section, submission, dung)
    few = queries()
    for version in range(2, 6):
        take(section, accepted(make_organisation(reports_to=justice_department)), dung, version=version)
    assert queries() == few
