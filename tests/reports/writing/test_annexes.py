"""Bình writes the annexes of a report; nothing of anybody's text is lost, and a blocked report can be put right."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.conflict import Conflict
from accounts.models import Role
from pbgdpl.lib.vietnamese import clean
from reports.compiling.compile import compile_report
from reports.document.text import to_text
from reports.models import Annex
from reports.writing.annexes import (
    MOST_ANNEXES,
    AnnexGone,
    add_annex,
    delete_annex,
    deleted_annexes,
    move_annex,
    restore_annex,
    write_annex,
)
from reports.writing.saving import LONGEST_REPORT, write_section
from tests.bad_input import BAD_INPUT, letters
from tests.factories import PASSWORD, make_report, make_submission, make_user
from tests.pages import words
from tests.reports.pages import field_of
from tests.reports.submission.handed_in import entries, fields_of, open_report, state
from tests.reports.writing.asked import answer_of

LIST = "/bao-cao/2024/phu-luc/"
ADD = f"{LIST}them/"
ROWS = "//ol[starts-with(@class, 'annexes')]/li"
NOTICE = "//main//*[contains(@class, 'notice')]//p"
FAULTS = "//section[contains(@class, 'faults')]//li"
SUBMITTED = "Báo cáo đã nộp, đang chờ Sở Tư pháp xem. Rút bản đã nộp nếu cần sửa."


@pytest.fixture
def report(department):
    return make_report(department)


@pytest.fixture
def annex(report):
    return report.annexes.create(position=1, title="Danh sách hội nghị", body="Mười hội nghị.")


@pytest.fixture
def page(client, binh):
    client.force_login(binh)
    return client


@pytest.fixture
def huong(department):
    return make_user(department, Role.LEGAL_OFFICER, full_name="Mai Thu Hương")


def three(report):
    return [report.annexes.create(position=place, title=title) for place, title in enumerate("ABC", start=1)]


def titles(report):
    return "".join(report.annexes.values_list("title", flat=True))


def address(annex):
    return f"{LIST}{annex.pk}/"


def typed(annex, **more):
    return {"title": annex.title, "body": annex.body, "version": annex.version, **more}


def stored(annex):
    return Annex.objects.get(pk=annex.pk)


def write(annex, by, **more):
    return write_annex(annex, **typed(stored(annex), **more), by=by)


# The verbs


def test_an_annex_comes_last_is_written_and_moved(report, annex, binh):
    added = add_annex(report, title=" Bảng\nsố liệu ", body="| A | B |\r\n", by=binh)
    saved = write(added, binh, title="Bảng số liệu", body="| A | C |")
    move_annex(added, place=1, by=binh)
    assert list(report.annexes.values_list("title", "body")) == [
        ("Bảng số liệu", "| A | C |"),
        ("Danh sách hội nghị", "Mười hội nghị."),
    ]
    assert (saved.version, saved.saved_by, saved.is_autosaved) == (2, binh, False)
    assert entries(report) == [
        ("Sửa", "binh", [["phụ lục", "", "Bảng số liệu"]]),
        ("Sửa", "binh", [["thứ tự phụ lục “Bảng số liệu”", "2", "1"]]),
    ]


def test_texts_that_the_page_saves_leave_one_earlier_text(annex, binh, huong):
    for number in range(5):
        write(annex, binh, title=f"Bảng {number}", body=f"Mười hội nghị. {number}", automatic=True)
    write(annex, huong, body="Của Hương.")
    texts = annex.earlier_texts.values_list("title", "body", "saved_by__username")
    assert list(texts) == [
        ("Bảng 4", "Mười hội nghị. 4", "binh"),
        ("Danh sách hội nghị", "Mười hội nghị.", None),
    ]


def test_what_changes_nothing_leaves_no_entry(report, annex, binh):
    write(annex, binh)
    move_annex(annex, place=1, by=binh)
    assert entries(report) == []


@pytest.mark.parametrize(
    ("place", "order"), [(1, "CAB"), (2, "ACB"), (3, "ABC"), (0, "CAB"), (99, "ABC"), (10**30, "ABC")]
)
def test_an_annex_is_put_at_a_place(report, binh, place, order):
    *_, last = three(report)
    move_annex(last, place=place, by=binh)
    assert titles(report) == order


def test_what_was_deleted_comes_back_whole_at_its_place_and_once(report, binh):
    _, middle, _ = three(report)
    write(middle, binh, body="Một.")
    write(middle, binh, body="Hai.")
    delete_annex(middle, by=binh)
    assert (titles(report), list(deleted_annexes(report))) == ("AC", [middle])
    for _ in range(2):
        restore_annex(middle, by=binh)
    assert (titles(report), list(deleted_annexes(report))) == ("ABC", [])
    back = report.annexes.get(title="B")
    assert (back.body, [text.body for text in back.earlier_texts.all()]) == ("Hai.", ["Một."])


def test_what_was_last_comes_back_last_though_others_went_meanwhile(report, binh):
    first, _, last = three(report)
    delete_annex(last, by=binh)
    delete_annex(first, by=binh)
    restore_annex(last, by=binh)
    assert titles(report) == "BC"


def test_nobody_writes_over_what_was_not_read(report, annex, binh, huong):
    write(annex, huong, body="Của Hương.")
    with pytest.raises(Conflict) as conflict:
        write_annex(annex, **typed(annex, body="Của Bình."), by=binh)
    assert (conflict.value.stored.body, stored(annex).body) == ("Của Hương.", "Của Hương.")
    # The same words are no conflict, wherever they come from.
    write_annex(annex, title=annex.title, body="Của Hương.", version=0, by=binh)
    delete_annex(annex, by=huong)
    with pytest.raises(AnnexGone):
        write_annex(annex, **typed(annex), by=binh)


def test_sections_and_annexes_are_measured_together(report, annex, binh):
    present = sum(len(section.body) for section in report.sections.all()) + len(annex.body)
    room = "x" * (LONGEST_REPORT - present)
    add_annex(report, title="Vừa hết chỗ", body=room, by=binh)
    sentence = "Nội dung cả báo cáo sẽ dài 300.001 ký tự; nhiều nhất 300.000. Rút gọn {} rồi lưu lại."
    with pytest.raises(ValidationError, match=sentence.format("phụ lục này")):
        write(annex, binh, body=f"{annex.body}.")
    with pytest.raises(ValidationError, match=sentence.format("phụ lục này")):
        add_annex(report, title="Nữa", body=".", by=binh)
    section = report.sections.last()
    with pytest.raises(ValidationError, match=sentence.format("mục này")):
        write_section(section, body=f"{section.body}.", version=1, by=binh)
    write(annex, binh, body="")
    assert stored(annex).body == ""


def test_a_report_has_room_for_so_many_annexes(report, binh):
    places = range(1, MOST_ANNEXES + 1)
    Annex.objects.bulk_create(Annex(report=report, position=one, title="Một") for one in places)
    with pytest.raises(ValidationError, match=f"Báo cáo đã có {MOST_ANNEXES} phụ lục, không thêm được nữa."):
        add_annex(report, title="Nữa", body="", by=binh)


# The list


def test_the_list_shows_each_annex_as_it_prints(page, report, annex):
    assert words(page.get(LIST), f"{ROWS}/div[1]") == ["Phụ lục Danh sách hội nghị Mười hội nghị."]
    report.annexes.create(position=2, title="Bảng <b>số liệu</b>", body="| STT | Tên |\n| 1 | Họp |")
    response = page.get(LIST)
    assert words(response, f"{ROWS}/div[1]") == [
        "Phụ lục I Danh sách hội nghị Mười hội nghị.",
        "Phụ lục II Bảng <b>số liệu</b> STT Tên 1 Họp",
    ]
    assert words(response, f"{ROWS}//button[not(@disabled)]/@aria-label") == [
        "Chuyển Phụ lục I xuống",
        "Xóa Phụ lục I",
        "Chuyển Phụ lục II lên",
        "Xóa Phụ lục II",
    ]


def test_many_annexes_cost_as_many_queries_as_one(page, report, annex, binh):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            page.get(LIST)
        return len(captured)

    def remove():
        delete_annex(add_annex(report, title="Thừa", body="", by=binh), by=binh)

    remove()
    few = queries()
    for place in range(30):
        report.annexes.create(position=place, title="Nữa")
        remove()
    assert queries() == few


@pytest.mark.parametrize("reader", ["an", "giang"])
def test_colleagues_read_the_list_and_nothing_is_to_be_pressed(client, request, annex, reader):
    client.force_login(request.getfixturevalue(reader))
    response = client.get(LIST)
    assert words(response, f"{ROWS}//h2") == ["Danh sách hội nghị"]
    assert words(response, "//main//button | //main//ol//a") == []


def test_what_is_handed_in_is_only_read(page, report, annex):
    make_submission(report)
    response = page.get(LIST)
    assert words(response, "//main//button | //main//ol//a") == []
    assert words(response, NOTICE)[0].endswith("Phụ lục chỉ xem được, không sửa được nữa.")
    for one in (ADD, address(annex)):
        response = page.get(one, follow=True)
        assert (response.redirect_chain, words(response, NOTICE)[0]) == ([(LIST, 302)], SUBMITTED)
    for action in ("chuyen", "xoa"):
        response = page.post(f"{address(annex)}{action}/", {"place": "1"}, follow=True)
        assert words(response, NOTICE)[0] == f"Không soạn được: {SUBMITTED}"
    response = page.post(address(annex), typed(annex, body="Gõ dở"))
    assert (response.status_code, field_of(response, "body")) == (409, "Gõ dở")
    assert words(response, FAULTS) == [f"Không soạn được: {SUBMITTED}"]
    assert stored(annex).body == "Mười hội nghị."


def test_the_buttons_of_the_list(page, report):
    a, b, _ = three(report)
    response = page.post(f"{address(b)}chuyen/", {"place": "1"})
    assert (response.url, titles(report)) == (f"{LIST}#phu-luc-{b.pk}", "BAC")
    for place in ("", "x", "0", "9" * 40):
        page.post(f"{address(b)}chuyen/", {"place": place})
    assert titles(report) == "BAC"
    response = page.post(f"{address(a)}xoa/", follow=True)
    assert (words(response, NOTICE)[0], titles(report)) == ("Đã xóa phụ lục “A”.", "BC")
    # A second click has nothing left to remove; the list brings it back as the notice does.
    assert words(page.post(f"{address(a)}xoa/", follow=True), NOTICE) == [
        "Phụ lục này vừa bị xóa ở nơi khác."
    ]
    undo = words(response, "//div[contains(@class, 'notice')]//form/@action")
    assert undo == words(response, "//section[contains(@class, 'removed')]//form/@action")
    messages = [words(page.post(*undo, follow=True), NOTICE)[0] for _ in range(2)]
    assert messages == ["Đã khôi phục phụ lục “A”.", "Phụ lục này đã được khôi phục rồi."]
    assert titles(report) == "BAC"


# The page of one annex


def test_an_annex_is_added_once(page, report):
    sent = {"title": "Bảng số liệu", "body": "| A |", "sent_key": str(uuid4())}
    answers = [page.post(ADD, sent) for _ in range(2)]
    added = report.annexes.get()
    assert [answer.url for answer in answers] == [address(added)] * 2
    assert (added.title, added.body, added.saved_by.username) == ("Bảng số liệu", "| A |", "binh")
    assert words(page.get(LIST), NOTICE) == ["Đã thêm phụ lục “Bảng số liệu”."]


def test_a_title_is_asked_for_and_not_too_long(page, report):
    for title, sentence in (("", "Chưa ghi tên phụ lục."), ("x" * 1001, "1000")):
        response = page.post(ADD, {"title": title, "body": "Đã gõ."})
        (fault,) = words(response, FAULTS)
        assert fault.startswith("Tên phụ lục: ")
        assert sentence in fault
        assert (field_of(response, "title"), field_of(response, "body")) == (title, "Đã gõ.")
    assert titles(report) == ""


def test_two_texts_are_shown_beside_each_other(page, report, annex, huong):
    sent = typed(annex, body="Mười hai hội nghị.")
    write(annex, huong, title="Danh sách cuộc họp", body="Mười một hội nghị.")
    response = page.post(address(annex), sent)
    assert response.status_code == 409
    assert words(response, NOTICE)[0].startswith("Mai Thu Hương đã lưu một bản khác của phụ lục này lúc")
    assert (words(response, "//del"), words(response, "//ins")) == (["cuộc họp", "một"], ["hội nghị", "hai"])
    fields = fields_of(response)
    assert page.post(address(annex), fields | {"keep_stored": "1"}).url == address(annex)
    assert stored(annex).body == "Mười một hội nghị."
    page.post(address(annex), fields)
    assert annex.earlier_texts.first().body == "Mười một hội nghị."
    assert (stored(annex).title, stored(annex).body) == ("Danh sách hội nghị", "Mười hai hội nghị.")
    # A page without a version has read nothing.
    assert page.post(address(annex), {"title": "A", "body": "B"}).status_code == 409


def test_what_was_typed_into_a_removed_annex_is_added_again(page, report, annex, huong):
    sent = typed(annex, body="Mười hai hội nghị.", sent_key=str(uuid4()))
    delete_annex(annex, by=huong)
    response = page.post(address(annex), sent)
    assert (response.status_code, words(response, "//form[@class='entry annex-entry']/@action")) == (
        409,
        [ADD],
    )
    page.post(ADD, fields_of(response))
    assert list(report.annexes.values_list("title", "body")) == [("Danh sách hội nghị", "Mười hai hội nghị.")]
    assert page.get(address(annex)).status_code == 404


def test_what_was_typed_outlives_a_session_that_ended(page, annex):
    page.logout()
    login = page.post(address(annex), typed(annex, body="Gõ dở."))
    led_to = page.post("/dang-nhap/", fields_of(login) | {"username": "binh", "password": PASSWORD})
    response = page.get(led_to.url)
    assert (field_of(response, "body"), field_of(response, "version")) == ("Gõ dở.", "1")


def test_what_is_too_long_stays_in_its_field(page, annex):
    body = "ạ" * LONGEST_REPORT
    response = page.post(address(annex), typed(annex, body=body))
    assert (response.status_code, field_of(response, "body")) == (409, body)
    assert words(response, FAULTS)[0].startswith("Nội dung cả báo cáo sẽ dài 300.0")


def test_every_string_is_saved_shown_and_printed(page, report, annex):
    lost = []
    for text in BAD_INPUT:
        response = page.post(address(annex), typed(stored(annex), body=text))
        if chosen := answer_of(response):
            response = page.post(address(annex), typed(stored(annex), body=text, **chosen))
        saved = stored(annex).body
        shown = field_of(page.get(address(annex)), "body")
        if (response.status_code, shown) != (302, saved) or letters(saved) != letters(clean(text)):
            lost.append(text[:40])
        title = page.post(address(annex), typed(stored(annex), title=text))
        if title.status_code not in (200, 302) or page.get(LIST).status_code != 200:
            lost.append(f"title {text[:40]}")
        compile_report(report)
    assert lost == []


# Who comes


def test_annexes_are_for_the_legal_officer_of_the_body(
    client, report, annex, an, giang, dung, other_department
):
    stranger = make_user(other_department, Role.LEGAL_OFFICER)
    make_report(other_department)
    actions = ("", "tu-luu/", "ban-truoc/", "chuyen/", "xoa/", "lay-lai/")
    addresses = (ADD, *(f"{address(annex)}{action}" for action in actions))
    answers = {}
    for person in (an, giang, dung):
        client.force_login(person)
        answers[person] = {client.post(one, typed(annex, place="1")).status_code for one in addresses}
    assert answers == {an: {403}, giang: {403}, dung: {404}}
    # By an address of one's own report no annex of another is reached.
    client.force_login(stranger)
    assert client.get(address(annex)).status_code == 404
    for one in addresses[1:]:
        client.post(one, typed(annex, body="Lời lạ.", place="1"))
    assert (stored(annex).body, report.annexes.count(), entries(report)) == ("Mười hội nghị.", 1, [])


# The page saves by itself


def autosave(page, annex, **sent):
    return page.post(f"{address(annex)}tu-luu/", sent)


def test_what_is_typed_is_saved_by_itself(page, annex, binh):
    answer = autosave(page, annex, title="Bảng", body="Đang gõ  \n\n", version=1)
    now = stored(annex)
    assert (now.title, now.body, now.saved_by, now.is_autosaved) == ("Bảng", "Đang gõ", binh, True)
    assert (answer.json()["version"], answer.json()["message"][:7]) == (2, "Đã lưu ")


def test_autosaving_answers_why_a_text_cannot_be_saved(page, report, annex, huong):
    untitled = autosave(page, annex, title=" ", body="Đang gõ", version=1)
    assert (untitled.status_code, untitled.json()) == (
        422,
        {"refusal": "Tên phụ lục: Chưa ghi tên phụ lục."},
    )
    write(annex, huong, body="Của Hương.")
    late = autosave(page, annex, body="Của Bình.", version=1)
    assert (late.status_code, late.json()) == (
        409,
        {"refusal": "Phụ lục này vừa được lưu ở nơi khác. Bấm Lưu để xem cả hai bản."},
    )
    delete_annex(annex, by=huong)
    gone = autosave(page, annex, title="Bảng", body="Của Bình.", version=1)
    assert (gone.status_code, gone.json()) == (422, {"refusal": "Phụ lục này vừa bị xóa ở nơi khác."})
    assert (titles(report), deleted_annexes(report).get().body) == ("", "Của Hương.")


def test_the_paper_shows_the_annex_as_it_prints(page, report, annex):
    report.annexes.create(position=2, title="Bảng <b>số liệu</b>", body="- một")
    paper = page.get(f"{address(report.annexes.last())}ban-in/")
    assert words(paper, "//main/h1/span") == ["Phụ lục II", "BẢNG <B>SỐ LIỆU</B>"]
    assert words(paper, "//main//p")[-1] == "- một"
    assert paper.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_an_earlier_text_is_restored_with_its_title_and_the_present_one_becomes_earlier(page, annex):
    autosave(page, annex, title="Bảng", body="Viết lại.", version=1)
    response = page.get(f"{address(annex)}ban-truoc/")
    assert (words(response, "//h1"), words(response, "//p[@class='above']/a[2]")) == (
        ["Các bản trước của phụ lục"],
        ["Phụ lục"],
    )
    answer = page.post(
        f"{address(annex)}ban-truoc/", fields_of(response) | {"restore": annex.earlier_texts.get().pk}
    )
    assert answer.url == address(annex)
    assert (stored(annex).title, stored(annex).body) == ("Danh sách hội nghị", "Mười hội nghị.")
    replaced = annex.earlier_texts.first()
    assert (replaced.title, replaced.body) == ("Bảng", "Viết lại.")


# What is found in them


def test_an_annex_that_blocks_is_put_right_and_the_report_is_handed_in(page, department, justice_department):
    report = open_report(department)
    report.sections.filter(body="").update(body="Đã làm.")
    annex = report.annexes.create(position=1, title="Danh sách", body="Hội nghị ngày 31/02/2024.")
    (way,) = words(page.get("/bao-cao/2024/nop/"), "//main//a[contains(@href, 'phu-luc')]/@href")
    assert way == f"{address(annex)}?tim=31%2F02%2F2024"
    page.post(way, fields_of(page.get(way)) | {"body": "Hội nghị ngày 28/02/2024."})
    page.post("/bao-cao/2024/nop/", fields_of(page.get("/bao-cao/2024/nop/")))
    assert state(report) == "SUBMITTED"
    assert "Hội nghị ngày 28/02/2024." in to_text(compile_report(report))
