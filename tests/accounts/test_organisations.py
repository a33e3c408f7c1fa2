"""Giang administers her department: its letterhead, its divisions, the list of its users."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.forms.organisations import recipient
from accounts.history import history_of
from accounts.models import Organisation, Role, User
from reports.writing.start import start_report
from tests.factories import PASSWORD, make_division, make_plan, make_user
from tests.pages import row_words, words

PAGE = "/don-vi/2024/"
LETTERHEAD = {
    "name": "Sở Xây dựng",
    "parent_body": "UBND tỉnh Sen",
    "place": "Sen",
    "symbol": "SXD",
    "contact": "",
    "signer_authority": "KT. GIÁM ĐỐC",
    "signer_name": "Trần Thị Ký",
    "recipients": "- Sở Tư pháp;\r\n\r\n- UBND tỉnh (để b/c);\r\n- Lưu: VT, VP.",
}


@pytest.fixture
def at_giangs_desk(client, giang):
    client.force_login(giang)
    return client


def names(response):
    return [row[0] for row in row_words(response)]


def recorded_values(row):
    return [change.values for change in history_of(row)]


def test_the_people_stand_by_their_given_names_and_who_left_comes_last(
    at_giangs_desk, an, binh, chi, department
):
    make_user(department, full_name="Trần Văn Ánh", is_active=False)
    make_user(department, full_name="Đỗ Thị Ba")
    response = at_giangs_desk.get(PAGE)
    assert names(response) == [
        "Nguyễn Hoài An",
        "Đỗ Thị Ba",
        "Trần Thanh Bình",
        "Vũ Hương Giang",
        "Trần Văn Ánh",
    ]
    assert row_words(response)[0][1:] == ["an", "", "Chuyên viên", "Đang dùng", "Chưa lần nào"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("tim=hoai+an", ["Nguyễn Hoài An"]),
        ("tim=BÌNH", ["Trần Thanh Bình"]),
        ("tim=phap+che", ["Trần Thanh Bình"]),
        ("tim=van+phong", ["Nguyễn Hoài An"]),
        ("tim=khong+co", []),
        ("tai-khoan=da-ngung", ["Trần Thanh Bình"]),
        ("tai-khoan=dang-dung", ["Nguyễn Hoài An", "Vũ Hương Giang"]),
        ("tai-khoan=khac", ["Nguyễn Hoài An", "Vũ Hương Giang", "Trần Thanh Bình"]),
        ("trang=99", ["Nguyễn Hoài An", "Vũ Hương Giang", "Trần Thanh Bình"]),
    ],
)
def test_people_are_found(at_giangs_desk, department, an, binh, asked, found):
    User.objects.filter(pk=an.pk).update(division=make_division(department, name="Văn phòng"))
    User.objects.filter(pk=binh.pk).update(is_active=False)
    assert names(at_giangs_desk.get(f"{PAGE}?{asked}")) == found


def test_the_list_asks_as_often_for_one_person_as_for_sixty(at_giangs_desk, department):
    asked = []
    for more in (0, 60):
        for _ in range(more):
            make_user(department, division=make_division(department))
        with CaptureQueriesContext(connection) as queries:
            response = at_giangs_desk.get(PAGE)
        asked.append(len(queries))
    assert (asked[0], len(names(response))) == (asked[1], 50)


def test_giang_says_how_the_papers_begin_and_end(at_giangs_desk, department):
    assert at_giangs_desk.post(f"{PAGE}sua/", LETTERHEAD).url == PAGE
    department.refresh_from_db()
    assert (department.pending_name, department.signer_authority) == ("Sở Xây dựng", "KT. GIÁM ĐỐC")
    assert department.recipients == "Sở Tư pháp\nUBND tỉnh (để b/c)\nLưu: VT, VP"
    assert (department.code, department.reports_to.code) == ("SXD", "STP")
    assert recorded_values(department) == [
        [
            ["tên mới chờ xác nhận", "", "Sở Xây dựng"],
            ["chức vụ người ký", "GIÁM ĐỐC", "KT. GIÁM ĐỐC"],
            ["họ tên người ký", "", "Trần Thị Ký"],
            ["nơi nhận thường dùng", "", "Sở Tư pháp\nUBND tỉnh (để b/c)\nLưu: VT, VP"],
        ]
    ]


def test_a_new_report_takes_the_usual_recipients_without_those_in_kinh_gui(at_giangs_desk, department):
    at_giangs_desk.post(f"{PAGE}sua/", LETTERHEAD)
    report = start_report(organisation=Organisation.objects.get(pk=department.pk), year=2025)
    assert list(report.recipients.values_list("position", "name")) == [
        (1, "Như trên"),
        (2, "UBND tỉnh (để b/c)"),
        (3, "Lưu: VT, VP"),
    ]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"name": ""}, "Chưa ghi tên cơ quan."),
        ({"recipients": "a\n" + "b" * 501}, "Nơi nhận thứ 2 dài 501 ký tự; mỗi nơi nhiều nhất 500."),
        ({"recipients": "a\n" * 51}, "Có 51 nơi nhận; nhiều nhất 50."),
    ],
)
def test_a_slip_changes_nothing(at_giangs_desk, department, values, message):
    response = at_giangs_desk.post(f"{PAGE}sua/", LETTERHEAD | values)
    assert words(response, "//*[contains(@class, 'invalid-feedback')]") == [message]
    assert words(response, "//header//a[@class='organisation']") == ["Sở Xây dựng tỉnh Sen"]
    assert recorded_values(department) == []


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [("- Như trên;", "Như trên"), ("– Lưu: VT, VP (5b).", "Lưu: VT, VP (5b)"), (" ; ", "")],
)
def test_a_recipient_stands_without_the_marks_of_its_list(typed, cleaned):
    assert recipient(typed) == cleaned


def test_giang_adds_renames_and_removes_a_division(at_giangs_desk, department):
    at_giangs_desk.post(f"{PAGE}phong/them/", {"lines": "Thanh tra | TTra"})
    division = department.divisions.get()
    at_giangs_desk.post(f"{PAGE}phong/{division.pk}/sua/", {"name": "Thanh tra Sở", "symbol": "TTra"})
    assert words(at_giangs_desk.get(PAGE), "//ul[@class='divisions']/li/p") == [
        "Thanh tra Sở (TTra)Chưa có ai"
    ]
    at_giangs_desk.post(f"{PAGE}phong/{division.pk}/xoa/")
    assert department.divisions.count() == 0
    assert recorded_values(department) == [
        [["phòng, đơn vị", "Thanh tra Sở (TTra)", ""]],
        [["phòng, đơn vị", "Thanh tra (TTra)", "Thanh tra Sở (TTra)"]],
        [["phòng, đơn vị", "", "Thanh tra (TTra)"]],
    ]


def test_two_divisions_of_one_name_are_refused(at_giangs_desk, department):
    make_division(department, name="Văn phòng")
    response = at_giangs_desk.post(f"{PAGE}phong/them/", {"lines": f" Văn  phòng \nMới\nmới\n{'a' * 201}"})
    assert words(response, "//*[contains(@class, 'invalid-feedback')]") == [
        "Dòng 1: đã có “Văn phòng”. Bỏ dòng này, hoặc đổi tên. "
        "Dòng 3: đã có “mới”. Bỏ dòng này, hoặc đổi tên. "
        "Dòng 4: Giá trị này chỉ có tối đa 200 kí tự (hiện có 201)"
    ]
    assert department.divisions.count() == 1


def test_giang_adds_several_divisions_at_once(at_giangs_desk, department):
    lines = "Văn phòng | VP\r\n\r\nThanh tra\tTTra\r\nPhòng Quy hoạch\r\n"
    assert at_giangs_desk.post(f"{PAGE}phong/them/", {"lines": lines}).url == PAGE
    assert set(department.divisions.values_list("name", "symbol")) == {
        ("Văn phòng", "VP"),
        ("Thanh tra", "TTra"),
        ("Phòng Quy hoạch", ""),
    }
    assert len(recorded_values(department)) == 3


def test_a_division_with_people_or_rows_stays(at_giangs_desk, department, an):
    division = make_division(department, name="Văn phòng")
    User.objects.filter(pk=an.pk).update(division=division)
    make_plan(department, division=division)
    refusals = []
    for _ in range(2):
        response = at_giangs_desk.post(f"{PAGE}phong/{division.pk}/xoa/", follow=True)
        refusals += words(response, "//*[@role='status']/p")[:1]
        User.objects.filter(pk=an.pk).update(division=None)
    assert refusals == [
        "Văn phòng còn 1 người nên chưa xóa được. Chuyển họ sang phòng khác trước.",
        "Văn phòng đang đứng tên 1 dòng dữ liệu nên không xóa được. Có thể đổi tên phòng.",
    ]
    assert list(department.divisions.all()) == [division]


@pytest.mark.parametrize("what", ["sua/", "xoa/"])
def test_the_divisions_of_others_are_not_found(at_giangs_desk, other_department, what):
    division = make_division(other_department)
    assert at_giangs_desk.post(f"{PAGE}phong/{division.pk}/{what}", {"name": "Khác"}).status_code == 404
    assert list(other_department.divisions.values_list("name", flat=True)) == [division.name]


def test_the_first_administrator_is_made_by_a_command(department, capsys):
    call_command("create_administrator", "SXD", "Giang.VH", "Vũ  Hương Giang")
    printed = capsys.readouterr().out
    user = User.objects.get()
    password = printed.split("Mật khẩu:")[1].split()[0]
    assert (user.username, user.full_name, user.role) == ("giang.vh", "Vũ Hương Giang", Role.ADMINISTRATOR)
    assert (user.check_password(password), user.must_change_password) == (True, True)
    assert Client().post("/dang-nhap/", {"username": "giang.vh", "password": password}).url == "/"


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (("KHAC", "giang2", "Vũ Giang"), "Không có cơ quan nào mã “KHAC”"),
        (("SXD", "GIANG", "Vũ Giang"), "Tên đăng nhập: Tên đăng nhập đã được sử dụng"),
        (("SXD", "vũ giang", "Vũ Giang"), "Tên đăng nhập: Điền tên đăng nhập hợp lệ."),
        (("SXD", "giang2", " "), "Họ và tên: Trường này không được để trắng."),
    ],
)
def test_an_administrator_that_cannot_be_is_refused_in_one_sentence(giang, asked, message):
    with pytest.raises(CommandError, match=message):
        call_command("create_administrator", *asked)
    assert (User.objects.count(), giang.check_password(PASSWORD)) == (1, True)
