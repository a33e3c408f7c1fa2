"""Bình writes the head and the end of the report; nobody's words are lost when two do so at once."""

from datetime import date

import pytest
from django.test import Client
from lxml import html

from accounts.history import history_of
from reports.models import OutcomeKind, Report
from reports.writing.saving import recipient_lines, write_head
from reports.writing.start import start_report
from tests.bad_input import BAD_INPUT, letters
from tests.factories import PASSWORD, make_outcome, make_report, make_submission
from tests.pages import words

DESK = "/bao-cao/2024/"
HEAD = f"{DESK}dau-cuoi/"
NOTICE = "//div[starts-with(@class, 'notice')]/p"
FAULTS = "//section[contains(@class, 'faults')]//li"
DIFFERENCES = "//fieldset[@class='two']"


@pytest.fixture
def report(department):
    return make_report(department, number="/BC-SXD", issued_on=None)


@pytest.fixture
def at_binhs_desk(client, binh):
    client.force_login(binh)
    return client


def fields_of(response):
    """Return what the page's own form sends, by a browser without JavaScript."""
    (form,) = html.fromstring(response.content.decode()).xpath("//main//form")
    return dict(form.form_values())


def stored(report):
    return Report.objects.get(pk=report.pk)


def test_the_form_shows_what_is_stored_in_parts(at_binhs_desk, report):
    response = at_binhs_desk.get(HEAD)
    assert words(response, "//legend") == [
        "Số, ngày, địa danh",
        "Tên báo cáo và kỳ thống kê",
        "Kính gửi, căn cứ, lời mở đầu, lời kết",
        "Người ký",
        "Nơi nhận",
        "Đầu văn bản",
    ]
    typed = fields_of(response)
    assert (typed["number"], typed.get("issued_on"), typed["recipients"].strip()) == (
        "/BC-SXD",
        None,
        "Như trên\nLưu: VT, PC",
    )


def test_binh_saves_what_he_wrote_as_it_is_written_on_paper(at_binhs_desk, binh, report):
    typed = fields_of(at_binhs_desk.get(HEAD)) | {
        "number": "05/BC-SXD",
        "issued_on": "5.11.2024",
        "statistics_from": "01012024",
        "statistics_to": "ngày 31 tháng 10 năm 2024",
        "addressees": "Sở Tư pháp",
        "recipients": "- Sở Tư pháp;\r\n\r\n• UBND tỉnh (để b/c);\r\n- Lưu: VT, VP.",
    }
    assert at_binhs_desk.post(HEAD, typed).url == DESK
    saved = stored(report)
    assert (saved.number, saved.issued_on) == ("05/BC-SXD", date(2024, 11, 5))
    assert (saved.statistics_from, saved.statistics_to) == (date(2024, 1, 1), date(2024, 10, 31))
    assert recipient_lines(saved) == "Sở Tư pháp\nUBND tỉnh (để b/c)\nLưu: VT, VP"
    assert words(at_binhs_desk.get(DESK), NOTICE) == ["Đã lưu đầu và cuối báo cáo."]
    (change,) = history_of(report)
    assert (change.changed_by, change.values[0]) == (binh, ["số, ký hiệu", "/BC-SXD", "05/BC-SXD"])


@pytest.mark.parametrize(
    "typed", ["12/BC-SXD", "Số 12/BC-SXD", "Số: 12/BC-SXD", "số:12/BC-SXD", "SỐ : 12/BC-SXD"]
)
def test_the_word_before_the_number_is_printed_once(at_binhs_desk, report, typed):
    at_binhs_desk.post(HEAD, fields_of(at_binhs_desk.get(HEAD)) | {"number": typed})
    assert stored(report).number == "12/BC-SXD"


def test_the_page_lists_the_fields_that_still_name_last_year(at_binhs_desk, binh, department):
    old = make_report(department, reporting_year=2023, opening="Năm 2023:", legal_bases="Luật số 1/2012/QH13")
    start_report(organisation=department, year=2024, earlier=old, by=binh)
    mentions = "//p[@class='mentions']"
    response = at_binhs_desk.get(HEAD)
    assert words(response, mentions) == ["Còn năm cũ ở: Lời mở đầu. Chuyển năm"]
    assert words(response, f"{mentions}/span/a/@href") == ["#id_opening", "/bao-cao/2024/chuyen-nam/"]
    at_binhs_desk.post(HEAD, fields_of(response) | {"opening": "Năm 2024:"})
    assert words(at_binhs_desk.get(HEAD), mentions) == []


def test_saving_nothing_new_leaves_no_trace(at_binhs_desk, report):
    at_binhs_desk.post(HEAD, fields_of(at_binhs_desk.get(HEAD)))
    assert (stored(report).version, list(history_of(report))) == (1, [])


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"issued_on": "31/9/2024"}, "Ngày ban hành: Ngày “31/9/2024” không có trong lịch"),
        (
            {"statistics_from": "2/1/2024", "statistics_to": "1/1/2024"},
            "Thống kê đến ngày: Ngày cuối kỳ thống kê không được trước ngày đầu kỳ.",
        ),
        ({"subject": " "}, "Trích yếu: "),
        ({"recipients": "x" * 501}, "Nơi nhận: Nơi nhận thứ 1 dài 501 ký tự; mỗi nơi nhiều nhất 500."),
        ({"recipients": "Nơi\n" * 51}, "Nơi nhận: Có 51 nơi nhận; nhiều nhất 50."),
        ({"opening": "x" * 10_001}, "Lời mở đầu: "),
        ({"version": "x"}, "Trang này đã cũ."),
    ],
)
def test_what_cannot_be_saved_is_named_and_stays(at_binhs_desk, report, values, sentence):
    typed = fields_of(at_binhs_desk.get(HEAD)) | {"closing": "Đã sửa./."} | values
    response = at_binhs_desk.post(HEAD, typed)
    faults = words(response, FAULTS)
    assert (len(faults), faults[0][: len(sentence)]) == (1, sentence)
    assert fields_of(response)["closing"].strip() == "Đã sửa./."
    assert stored(report).closing == report.closing


def test_every_text_keeps_every_letter_or_stays_on_the_page(at_binhs_desk, report):
    names, lost = ("number", "place", "subject", "legal_bases", "opening", "signer_name", "contact"), []
    typed = fields_of(at_binhs_desk.get(HEAD))
    for text in BAD_INPUT:
        sent = typed | dict.fromkeys(names, text) | {"version": stored(report).version}
        response = at_binhs_desk.post(HEAD, sent)
        saved = fields_of(response) if response.status_code == 200 else vars(stored(report))
        if any(letters(saved.get(name, "")) != letters(text) for name in names):
            lost.append((text[:40], response.status_code))
    assert lost == []


def test_no_string_where_a_day_a_list_or_a_version_belongs_breaks_the_form(at_binhs_desk, report):
    names = ("issued_on", "statistics_from", "statistics_to", "recipients", "version", "base")
    typed = fields_of(at_binhs_desk.get(HEAD))
    answers = {at_binhs_desk.post(HEAD, typed | dict.fromkeys(names, text)).status_code for text in BAD_INPUT}
    assert answers <= {200, 302, 409}


@pytest.fixture
def two_versions(at_binhs_desk, binh, report):
    """Return what Bình sends after a colleague has saved another closing and another recipient."""
    typed = fields_of(at_binhs_desk.get(HEAD))
    theirs = stored(report)
    theirs.closing, theirs.place = "Lời kết của người khác./.", "Hồng"
    write_head(theirs, recipients=["Sở Tư pháp", "Thanh tra tỉnh"], version=1, by=binh)
    return typed | {"closing": "Lời kết của tôi./.", "recipients": "UBND tỉnh"}


def test_two_versions_stand_beside_each_other(at_binhs_desk, binh, report, two_versions):
    response = at_binhs_desk.post(HEAD, two_versions)
    assert response.status_code == 409
    assert words(response, DIFFERENCES) == [
        "Địa danh Của tôi Sen Bản đã lưu Hồng",
        "Lời kết Của tôi Lời kết của tôi./. Bản đã lưu Lời kết của người khác./.",
        "Nơi nhận Của tôi UBND tỉnh Bản đã lưu Sở Tư phápThanh tra tỉnh",
    ]
    # What only the other one changed is proposed as they left it.
    assert words(response, f"{DIFFERENCES}//input[@checked]/@value") == ["stored", "mine", "mine"]
    assert words(response, NOTICE)[0].startswith(f"{binh} đã lưu một bản khác lúc")
    assert stored(report).closing == "Lời kết của người khác./."


@pytest.mark.parametrize(
    ("taking", "closing", "place", "recipients"),
    [
        ("chosen", "Lời kết của tôi./.", "Hồng", "UBND tỉnh"),
        ("all_mine", "Lời kết của tôi./.", "Sen", "UBND tỉnh"),
        ("all_stored", "Lời kết của người khác./.", "Hồng", "Sở Tư pháp\nThanh tra tỉnh"),
    ],
)
def test_binh_chooses_which_values_are_saved(
    at_binhs_desk, report, two_versions, taking, closing, place, recipients
):
    chosen = fields_of(at_binhs_desk.post(HEAD, two_versions)) | {"take": taking}
    assert at_binhs_desk.post(HEAD, chosen).url == DESK
    saved = stored(report)
    assert (saved.closing, saved.place, recipient_lines(saved)) == (closing, place, recipients)


def test_the_same_words_typed_twice_are_no_conflict(at_binhs_desk, report, two_versions):
    same = {
        "closing": "Lời kết của người khác./.",
        "place": "Hồng",
        "recipients": "Sở Tư pháp\nThanh tra tỉnh",
    }
    assert at_binhs_desk.post(HEAD, two_versions | same).url == DESK
    assert stored(report).version == 2


def test_a_second_conflict_shows_both_again_with_what_binh_chose(at_binhs_desk, binh, report, two_versions):
    chosen = fields_of(at_binhs_desk.post(HEAD, two_versions)) | {"take": "chosen"}
    theirs = stored(report)
    theirs.place = "Lam"
    write_head(theirs, recipients=["Sở Tư pháp"], version=2, by=binh)
    response = at_binhs_desk.post(HEAD, chosen)
    assert words(response, f"{DIFFERENCES}/legend") == ["Địa danh", "Lời kết", "Nơi nhận"]
    assert words(response, f"{DIFFERENCES}//input[@checked]/@value") == ["stored", "mine", "mine"]
    at_binhs_desk.post(HEAD, fields_of(response) | {"take": "chosen"})
    saved = stored(report)
    assert (saved.place, saved.closing, recipient_lines(saved)) == ("Lam", "Lời kết của tôi./.", "UBND tỉnh")


def test_what_was_typed_outlives_the_session(client, binh, report):
    client.force_login(binh)
    typed = fields_of(client.get(HEAD)) | {"closing": "Gõ dở./."}
    client.logout()
    login = client.post(HEAD, typed)
    back = client.post("/dang-nhap/", fields_of(login) | {"username": "binh", "password": PASSWORD})
    response = client.get(back.url)
    assert (back.url, fields_of(response)["closing"].strip()) == (HEAD, "Gõ dở./.")
    assert words(response, NOTICE)[0] == "Đã khôi phục những gì đã gõ, chưa lưu."


@pytest.mark.parametrize(
    ("kind", "sentence"), [(None, "Báo cáo đã nộp"), (OutcomeKind.ACCEPTED, "Báo cáo đã được tiếp nhận")]
)
def test_a_report_that_is_handed_in_is_not_written_on(at_binhs_desk, report, kind, sentence):
    typed = fields_of(at_binhs_desk.get(HEAD)) | {"closing": "Muộn rồi./."}
    submission = make_submission(report)
    if kind:
        make_outcome(submission, kind=kind)
    assert at_binhs_desk.get(HEAD).url == DESK
    assert words(at_binhs_desk.get(DESK), NOTICE)[0].startswith(sentence)
    response = at_binhs_desk.post(HEAD, typed)
    assert words(response, FAULTS)[0].startswith(f"Không soạn được: {sentence}")
    assert fields_of(response)["closing"].strip() == "Muộn rồi./."
    assert stored(report).closing == report.closing


def test_there_is_no_head_of_a_report_that_is_not_there(at_binhs_desk, other_department):
    make_report(other_department)
    assert at_binhs_desk.get(HEAD).status_code == 404


@pytest.mark.parametrize(("person", "status"), [("an", 403), ("giang", 403), ("chi", 403), ("dung", 404)])
def test_nobody_else_writes_the_head(request, report, person, status):
    client = Client()
    client.force_login(request.getfixturevalue(person))
    assert [client.get(HEAD).status_code, client.post(HEAD, {"closing": "x"}).status_code] == [status, status]
    assert stored(report).closing == report.closing


# Saved while it is typed, and drawn beside the form


def saved_by_itself(client, typed, **values):
    answer = client.post(f"{HEAD}tu-luu/", typed | values)
    return answer.status_code, answer.json()


def test_the_page_saves_by_itself_with_one_entry_in_the_history_for_a_sitting(at_binhs_desk, report):
    typed = fields_of(at_binhs_desk.get(HEAD))
    for place in ("Sen H", "Sen Hồn", "Sen Hồng"):
        status, answer = saved_by_itself(at_binhs_desk, typed, place=place)
        assert (status, answer["message"].startswith("Đã lưu ")) == (200, True)
        typed |= {"version": answer["version"], "base": answer["base"]}
    saved_by_itself(at_binhs_desk, typed, place="Sen Hồng", signer_name="Lê Văn Ký")
    assert (stored(report).place, stored(report).signer_name) == ("Sen Hồng", "Lê Văn Ký")
    (change,) = history_of(report)
    assert change.values == [
        ["địa danh", report.place, "Sen Hồng"],
        ["họ tên người ký", report.signer_name, "Lê Văn Ký"],
    ]


def test_what_is_again_as_before_leaves_no_entry(at_binhs_desk, report):
    typed = fields_of(at_binhs_desk.get(HEAD))
    _, answer = saved_by_itself(at_binhs_desk, typed, place="Sen Một")
    saved_by_itself(at_binhs_desk, typed | {"version": answer["version"]}, place=report.place)
    assert (stored(report).place, list(history_of(report))) == (report.place, [])


def test_saving_by_itself_overwrites_nothing(at_binhs_desk, report, binh):
    typed = fields_of(at_binhs_desk.get(HEAD))
    saved_by_itself(at_binhs_desk, typed, place="Sen Một")
    status, answer = saved_by_itself(at_binhs_desk, typed, place="Hồng")
    assert (status, answer["refusal"]) == (
        409,
        "Đầu và cuối báo cáo vừa được lưu ở nơi khác. Bấm Lưu để xem cả hai bản.",
    )
    status, answer = saved_by_itself(at_binhs_desk, typed, issued_on="31/2/2024")
    assert (status, answer["refusal"]) == (
        422,
        "Ngày ban hành: Ngày “31/2/2024” không có trong lịch hoặc viết chưa đủ. Viết như 16/01/2024.",
    )
    assert stored(report).place == "Sen Một"


def test_after_saving_by_itself_two_versions_show_only_what_was_changed_since(at_binhs_desk, report, binh):
    typed = fields_of(at_binhs_desk.get(HEAD))
    _, answer = saved_by_itself(at_binhs_desk, typed, place="Sen Một")
    typed |= {"place": "Sen Một", "version": answer["version"], "base": answer["base"]}
    now = stored(report)
    now.signer_name = "Lê Văn Mẫu"
    write_head(now, recipients=["Như trên", "Lưu: VT, PC"], version=now.version, by=binh)
    response = at_binhs_desk.post(HEAD, typed | {"subject": "Kết quả mới"})
    assert response.status_code == 409
    taken = words(response, f"{DIFFERENCES}//input[@checked]/@value")
    assert len(taken) == len(words(response, DIFFERENCES)) == 2


PAPER = f"{HEAD}ban-in/"


def test_the_paper_shows_what_is_typed_and_saves_nothing(at_binhs_desk, report):
    shown = at_binhs_desk.get(PAPER)
    assert shown.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert words(shown, "//p[@class='place-date']")[0].startswith(report.place)
    typed = fields_of(at_binhs_desk.get(HEAD)) | {
        "place": "Sen Hồng",
        "issued_on": "32/1/2024",
        "signer_name": "Trần Thị Ký",
        "recipients": "- Sở Tư pháp;\r\n- UBND tỉnh.",
    }
    drawn = at_binhs_desk.post(PAPER, typed)
    assert words(drawn, "//p[@class='place-date']")[0].startswith("Sen Hồng, ngày")
    assert words(drawn, "//p[@class='signer-name']") == ["Trần Thị Ký"]
    assert words(drawn, "//p[@class='recipient']") == ["- Sở Tư pháp;", "- UBND tỉnh."]
    assert stored(report) == report
    assert stored(report).place == report.place


def test_whatever_is_typed_can_be_drawn(at_binhs_desk, report):
    typed = fields_of(at_binhs_desk.get(HEAD))
    for text in BAD_INPUT:
        sent = typed | dict.fromkeys(("place", "subject", "opening", "recipients", "number", "version"), text)
        assert at_binhs_desk.post(PAPER, sent).status_code == 200
        assert at_binhs_desk.post(f"{HEAD}tu-luu/", sent).status_code in (200, 409, 422)
