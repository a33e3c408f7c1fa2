"""Giang adds many people at once: she reviews the rows, saves them together and prints the slips."""

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.enrolling.people import NewPerson, enroll_people, give_passwords
from accounts.history import history_of
from accounts.models import Change, Role, User
from tests.accounts.enrolling.reviewing import fields_of, sheet
from tests.bad_input import BAD_INPUT
from tests.factories import make_division, make_user
from tests.pages import words

PAGE, SLIPS = "/don-vi/2024/nguoi-dung/nhieu/", "/don-vi/2024/phieu-mat-khau/"
LIST = (
    "Lê Thị Mai|Văn phòng|pháp chế||Phó phòng|mai@sen.vn, 0912 345 678\nLê Tú Mai|Thanh tra\nVõ Đạt|Văn phòng"
)
FAULTS = "//*[contains(@class, 'faults')]//li"


@pytest.fixture
def at_giangs_desk(client, giang):
    client.force_login(giang)
    return client


def added(department):
    return [
        (one.username, one.full_name, str(one.division), one.role, one.job_title, one.email, one.phone)
        for one in department.users.exclude(role=Role.ADMINISTRATOR).order_by("pk")
    ]


def test_giang_adds_people_with_their_divisions_and_prints_their_slips(at_giangs_desk, department, giang):
    make_division(department, name="Văn phòng")
    review = at_giangs_desk.post(PAGE, {"text": LIST})
    assert words(review, "//*[@class='new-divisions']/strong") == ["Thanh tra"]
    response = at_giangs_desk.post(PAGE, fields_of(review), follow=True)
    assert added(department) == [
        ("mailt", "Lê Thị Mai", "Văn phòng", "legal_officer", "Phó phòng", "mai@sen.vn", "0912 345 678"),
        ("mailt2", "Lê Tú Mai", "Thanh tra", "staff", "", "", ""),
        ("datv", "Võ Đạt", "Văn phòng", "staff", "", "", ""),
    ]
    assert words(response, "//li[@class='slip']//strong") == ["Lê Thị Mai", "Lê Tú Mai", "Võ Đạt"]
    username, password = words(response, "//li[@class='slip'][2]//code")
    assert Client().post("/dang-nhap/", {"username": username, "password": password}).url == "/"
    assert [history_of(one).count() for one in department.users.exclude(pk=giang.pk)] == [1, 1, 1]
    assert [change.values for change in history_of(department)] == [[["phòng, đơn vị", "", "Thanh tra"]]]


def test_the_slips_survive_a_reload_and_go_when_they_are_printed(at_giangs_desk):
    review = at_giangs_desk.post(PAGE, {"text": LIST})
    password = words(at_giangs_desk.post(PAGE, fields_of(review), follow=True), "//code")[1]
    assert words(at_giangs_desk.get(SLIPS), "//code")[1] == password
    stored = [str(session.get_decoded()) for session in Session.objects.all()]
    stored += [str(change.values) for change in Change.objects.all()]
    assert [text for text in stored if password in text] == []
    assert "no-store" in at_giangs_desk.get(SLIPS)["Cache-Control"]
    assert at_giangs_desk.post(SLIPS).url == "/don-vi/2024/"
    assert words(at_giangs_desk.get(SLIPS), "//code") == []


def test_slips_of_two_lists_are_printed_together(at_giangs_desk):
    for text in ("Lê Thị Mai", "Võ Đạt"):
        at_giangs_desk.post(PAGE, fields_of(at_giangs_desk.post(PAGE, {"text": text})))
    assert words(at_giangs_desk.get(SLIPS), "//li[@class='slip']//strong") == ["Lê Thị Mai", "Võ Đạt"]


def test_a_double_click_adds_everybody_once(at_giangs_desk, department):
    sent = fields_of(at_giangs_desk.post(PAGE, {"text": LIST}))
    assert {at_giangs_desk.post(PAGE, sent).url for _ in range(2)} == {SLIPS}
    assert len(added(department)) == 3


def test_every_problem_is_named_by_its_row_and_nobody_is_saved(at_giangs_desk, department, chi):
    text = (
        "Họ tên\tVai trò\tTên đăng nhập\tEmail\nMai\tTrùm\tchi\tx@y\nAn\t\thai từ\t\n"
        "Tú\t\tLAN\t\nLý\t\tlan\t\n\t\tai\t"
    )
    review = at_giangs_desk.post(PAGE, {"text": text})
    problems = [
        "Dòng 2: Không có vai trò “Trùm”. Chọn một vai trò trong danh sách.",
        "Dòng 2: Thư điện tử viết chưa đúng. Viết như an@sen.gov.vn, hoặc để trống.",
        "Dòng 2: Tên đăng nhập này đã có người dùng. Chọn tên khác, hoặc để trống để máy đặt.",
        "Dòng 3: Tên đăng nhập chỉ gồm chữ cái, chữ số và các dấu @ . + - _, không có khoảng trắng.",
        "Dòng 5: Trùng với dòng 4. Sửa một trong hai, hoặc bỏ một dòng.",
        "Dòng 6: Chưa ghi họ và tên.",
    ]
    assert words(review, FAULTS) == problems
    again = at_giangs_desk.post(PAGE, fields_of(review) | {"row-0-role": "Trùm"})
    assert (words(again, FAULTS), added(department)) == (problems, [])


def test_a_row_that_is_not_taken_is_left_out(at_giangs_desk, department):
    sent = fields_of(at_giangs_desk.post(PAGE, {"text": "Lê Thị Mai\nVõ Đạt\nTrùm | | ông trùm"}))
    del sent["row-0-take"], sent["row-2-take"]
    at_giangs_desk.post(PAGE, sent)
    assert [row[0] for row in added(department)] == ["datv"]


def test_who_is_there_already_is_not_taken_unless_giang_ticks_the_row(at_giangs_desk, department, giang):
    review = at_giangs_desk.post(PAGE, {"text": f"{giang.full_name}\nVõ Đạt"})
    sent = fields_of(review)
    assert {name for name in sent if name.endswith("take")} == {"row-1-take"}
    assert words(review, "//*[@class='warned']") == [
        "Cơ quan đã có người tên này. Đánh dấu nếu là người khác cùng tên."
    ]
    at_giangs_desk.post(PAGE, sent | {"row-0-take": "on"})
    assert [row[0] for row in added(department)] == ["giangvh", "datv"]


def test_a_sheet_is_read_as_a_pasted_table(at_giangs_desk, department):
    file = sheet(["DANH SÁCH"], ["TT", "Họ và tên", "Ghi chú"], [1, "Lê Thị Mai", "mới"], [2, "Võ Đạt", ""])
    review = at_giangs_desk.post(PAGE, {"sheet": file})
    assert "Không đọc các cột: Ghi chú." in words(review, "//*[@class='asked']//li")
    at_giangs_desk.post(PAGE, fields_of(review))
    assert [row[0] for row in added(department)] == ["mailt", "datv"]


def test_a_user_name_taken_meanwhile_saves_nobody(at_giangs_desk, department, other_department):
    sent = fields_of(at_giangs_desk.post(PAGE, {"text": LIST}))
    make_user(other_department, username="datv")
    response = at_giangs_desk.post(PAGE, sent)
    assert words(response, FAULTS) == [
        "Dòng 3: Tên đăng nhập này đã có người dùng. Chọn tên khác, hoặc để trống để máy đặt."
    ]
    assert (added(department), department.divisions.count()) == ([], 0)


@pytest.mark.parametrize("is_reviewed", [False, True])
def test_what_was_sent_after_the_session_is_there_again(at_giangs_desk, department, giang, is_reviewed):
    sent = {"text": "Lê Thị Mai | Văn phòng"}
    sent = fields_of(at_giangs_desk.post(PAGE, sent)) if is_reviewed else sent
    at_giangs_desk.logout()
    login = at_giangs_desk.post(PAGE, sent)
    typed = words(login, "//input[@name='typed']/@value")[0]
    at_giangs_desk.force_login(giang)
    session = at_giangs_desk.session
    session["typed"] = [PAGE, typed]
    session.save()
    review = at_giangs_desk.get(PAGE)
    assert fields_of(review)["row-0-division_name"] == "Văn phòng"
    at_giangs_desk.post(PAGE, fields_of(review))
    assert [row[1:3] for row in added(department)] == [("Lê Thị Mai", "Văn phòng")]


def test_hundreds_of_people_take_as_many_queries_as_few(at_giangs_desk, department):
    counts = []
    for first, last in ((100, 105), (200, 400)):
        text = "\n".join(f"Lê Văn {number} | Phòng {number}" for number in range(first, last))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            at_giangs_desk.post(PAGE, fields_of(at_giangs_desk.post(PAGE, {"text": text})))
        counts.append(len(queries))
    assert len(added(department)) == 205
    assert counts[1] - counts[0] <= 11  # SQLite takes so many values in one statement, of the log as well


def test_only_an_administrator_adds_people(binh):
    people = [NewPerson(User(full_name="Lê Thị Mai", username="mai"))]
    give_passwords([one.user for one in people])
    with pytest.raises(PermissionDenied):
        enroll_people(people, by=binh)


def test_whatever_is_pasted_is_answered(at_giangs_desk):
    text = "\n".join(one.replace("\n", " ").replace("\r", " ")[:300] for one in BAD_INPUT[:400])
    for sent in ({"text": text}, {"text": "\0"}, {"text": ""}, {}, {"row-TOTAL_FORMS": "x"}):
        assert at_giangs_desk.post(PAGE, sent).status_code == 200
