"""Quân of the Justice Department adds the departments that report to it, and stops one that is dissolved."""

import pytest
from django.test import Client

from accounts.history import history_of
from accounts.models import Organisation, Role, User
from tests.accounts.enrolling.reviewing import fields_of
from tests.factories import PASSWORD, make_organisation, make_plan, make_user
from tests.pages import row_words, words

LIST_PAGE = "/don-vi/2024/co-quan/"
PAGE, ADD = f"{LIST_PAGE}nhieu/", f"{LIST_PAGE}them/"
FAULTS = "//*[contains(@class, 'faults')]//li"
TABLE = (
    "Tên cơ quan\tMã\tHọ tên người quản trị\tEmail\tĐiện thoại\n"
    "Sở Khoa học và Công nghệ\t\tLê Thị Mai\tmai@sen.vn\t0912\n"
    "Sở Nội vụ\tSNV\t\t\t"
)


@pytest.fixture
def quan(justice_department):
    return make_user(justice_department, Role.ADMINISTRATOR, username="quan", full_name="Đỗ Minh Quân")


@pytest.fixture
def at_quans_desk(client, quan):
    client.force_login(quan)
    return client


def departments(receiver):
    return [(one.code, one.name, one.symbol, one.place) for one in receiver.departments.order_by("code")]


def test_quan_adds_departments_with_their_first_administrators(at_quans_desk, justice_department):
    review = at_quans_desk.post(PAGE, {"text": TABLE})
    response = at_quans_desk.post(PAGE, fields_of(review), follow=True)
    assert departments(justice_department) == [
        ("SKHCN", "Sở Khoa học và Công nghệ", "SKHCN", "Sen"),
        ("SNV", "Sở Nội vụ", "SNV", "Sen"),
    ]
    mai = User.objects.get(username="mailt")
    assert (mai.organisation.code, mai.role, mai.email, mai.phone) == (
        "SKHCN",
        "administrator",
        "mai@sen.vn",
        "0912",
    )
    assert words(response, "//li[@class='slip']/p[1]") == ["Sở Khoa học và Công nghệLê Thị Mai"]
    username, password = words(response, "//li[@class='slip']//code")
    assert Client().post("/dang-nhap/", {"username": username, "password": password}).url == "/"
    kinds = [[one.kind for one in history_of(row)] for row in (mai, *justice_department.departments.all())]
    assert kinds == [["added"]] * 3
    assert row_words(at_quans_desk.get(LIST_PAGE)) == [
        ["Sở Khoa học và Công nghệ", "SKHCN", "SKHCN", "1", "Lê Thị Mai, mai@sen.vn, 0912"],
        ["Sở Nội vụ", "SNV", "SNV", "0", ""],
    ]
    assert [row[1] for row in row_words(at_quans_desk.get(LIST_PAGE, {"tim": "noi vu"}))] == ["SNV"]


def test_every_problem_is_named_by_its_row(at_quans_desk, justice_department, department, giang):
    text = "SXD|Sở Xây dựng\nX Y|Sở Một\nA|Sở Hai\nA|Sở Hai\nB|||Sen\nC|Sở Ba||||ba\nD|Sở Bốn|||Lê Tư|giang"
    assert words(at_quans_desk.post(PAGE, {"text": text}), FAULTS) == [
        "Dòng 1: Cơ quan mã này đã báo cáo về đây. Bỏ dòng này, hoặc đặt mã khác.",
        "Dòng 2: Mã chỉ gồm chữ cái không dấu, chữ số, dấu chấm và gạch nối.",
        "Dòng 4: Trùng với dòng 3. Sửa một trong hai, hoặc bỏ một dòng.",
        "Dòng 4: Trùng với dòng 3. Sửa một trong hai, hoặc bỏ một dòng.",
        "Dòng 5: Chưa ghi tên cơ quan.",
        "Dòng 6: Chưa ghi họ tên người quản trị.",
        "Dòng 7: Tên đăng nhập này đã có người dùng. Chọn tên khác, hoặc để trống để máy đặt.",
    ]
    assert justice_department.departments.count() == 1


def test_a_body_that_nobody_uses_is_attached_and_no_other(at_quans_desk, justice_department):
    empty, used = make_organisation(code="STC", name="Sở Cũ"), make_organisation(code="SGD")
    make_user(used)
    with_rows = make_organisation(code="SVH")
    make_plan(with_rows)
    elsewhere = make_organisation(code="SLD", reports_to=used)
    review = at_quans_desk.post(
        PAGE, {"text": "STC|Sở Tài chính\nSGD|Sở Một\nSVH|Sở Hai\nSLD|Sở Ba\nSTP|Sở Bốn"}
    )
    refused = (
        "Cơ quan mã này đã hoạt động riêng trên hệ thống nên không gắn từ đây được. Đặt mã khác, "
        "hoặc nhờ người quản trị hệ thống gắn bằng lệnh attach_organisation."
    )
    assert words(review, FAULTS) == [
        f"Dòng 2: {refused}",
        f"Dòng 3: {refused}",
        "Dòng 4: Mã này đã có cơ quan khác dùng. Đặt mã khác.",
        f"Dòng 5: {refused}",
    ]
    sent = fields_of(review)
    for index in range(1, 5):
        del sent[f"row-{index}-take"]
    at_quans_desk.post(PAGE, sent)
    assert [one.pk for one in justice_department.departments.all()] == [empty.pk]
    assert [change.values for change in history_of(empty)] == [
        [
            ["tên cơ quan", "Sở Cũ", "Sở Tài chính"],
            ["chữ viết tắt trong ký hiệu", "SC", "STC"],
            ["báo cáo về", "", "Sở Tư pháp tỉnh Sen"],
        ]
    ]
    elsewhere.refresh_from_db()
    assert elsewhere.reports_to == used


def test_quan_adds_one_department_by_its_name_alone(at_quans_desk, justice_department):
    page = at_quans_desk.get(ADD)
    sent = {"sent_key": words(page, "//input[@name='sent_key']/@value")[0], "name": "Sở Y tế", "place": "Sen"}
    sent |= {"full_name": "Lê Thị Mai"}
    assert at_quans_desk.post(ADD, sent).url == "/don-vi/2024/phieu-mat-khau/"
    assert departments(justice_department) == [("SYT", "Sở Y tế", "SYT", "Sen")]
    again = at_quans_desk.post(ADD, sent | {"sent_key": "", "code": "SYT"})
    assert words(again, "//*[contains(@class, 'alert')]//li") == [
        "SYT: Cơ quan mã này đã báo cáo về đây. Bỏ dòng này, hoặc đặt mã khác."
    ]


def test_quan_edits_a_department(at_quans_desk, department):
    page = f"{LIST_PAGE}{department.pk}/sua/"
    sent = {"name": "Sở Xây dựng", "code": "SXD", "symbol": "", "place": "Sen", "contact": "Số 1 phố Sen"}
    assert at_quans_desk.post(page, sent).url == LIST_PAGE
    department.refresh_from_db()
    assert (department.name, department.symbol, department.contact) == ("Sở Xây dựng", "SXD", "Số 1 phố Sen")
    make_organisation(code="SYT")
    assert at_quans_desk.post(page, sent | {"code": "SYT"}).status_code == 200


def groups(receiver):
    return {one.name: one.group for one in receiver.departments.all()}


def test_the_group_is_read_from_the_table_or_told_by_the_name(at_quans_desk, justice_department):
    text = (
        "Tên cơ quan\tNhóm\nSở Y tế\tsở, ban, ngành\nUBND xã Sen Hạ\t\nHội Nông dân tỉnh\t\n"
        "Công ty Cấp nước Sen\t\nĐài Phát thanh\tMTTQ và tổ chức chính trị - xã hội\nTrường Sen\tTrường học"
    )
    review = at_quans_desk.post(PAGE, {"text": text})
    sent = fields_of(review)
    assert sent["row-1-group"] == "commune"
    assert words(review, FAULTS) == ["Dòng 7: Không có nhóm “Trường học”. Chọn một nhóm trong danh sách."]
    at_quans_desk.post(PAGE, sent | {"row-5-group": "department"})
    assert groups(justice_department) == {
        "Sở Y tế": "department",
        "UBND xã Sen Hạ": "commune",
        "Hội Nông dân tỉnh": "front",
        "Công ty Cấp nước Sen": "enterprise",
        "Đài Phát thanh": "front",
        "Trường Sen": "department",
    }


def test_quan_puts_a_department_in_its_group_and_place(at_quans_desk, department, other_department):
    page = f"{LIST_PAGE}{department.pk}/sua/"
    sent = {"name": department.name, "code": "SXD", "place": "Sen", "parent_body": "UBND tỉnh Sen"}
    sent |= {"group": "front"}
    refused = at_quans_desk.post(page, sent | {"place_in_group": "hai"})
    assert words(refused, "//*[@class='invalid-feedback']") == ["Thứ tự là một số từ 0 đến 9999, như 3."]
    at_quans_desk.post(page, sent | {"place_in_group": "2"})
    front = "Cơ quan UBMTTQ Việt Nam và tổ chức chính trị - xã hội"
    assert [change.values for change in history_of(department)] == [
        [
            ["nhóm cơ quan", "Cơ quan chuyên môn thuộc UBND cấp tỉnh", front],
            ["thứ tự trong nhóm", "0", "2"],
        ]
    ]
    make_organisation(reports_to=department.reports_to, name="Hội Sen", group="front", place_in_group=1)
    assert words(at_quans_desk.get(LIST_PAGE), "//tbody/tr/*[1]") == [
        "Cơ quan chuyên môn thuộc UBND cấp tỉnh",
        "Sở Y tế tỉnh Sen",
        front,
        "Hội Sen",
        "Sở Xây dựng tỉnh Sen",
    ]


def test_people_of_a_stopped_department_are_out_until_it_resumes(at_quans_desk, department, an):
    hers = Client()
    hers.force_login(an)
    assert at_quans_desk.post(f"{LIST_PAGE}{department.pk}/ngung/").url == LIST_PAGE
    assert hers.get("/nam/2024/").url == "/dang-nhap/?next=/nam/2024/"
    credentials = {"username": "an", "password": PASSWORD}
    assert words(hers.post("/dang-nhap/", credentials), "//*[contains(@class, 'alert')]") == [
        "Cơ quan của tài khoản này đã ngừng hoạt động trên hệ thống. Liên hệ Sở Tư pháp."
    ]
    assert row_words(at_quans_desk.get(LIST_PAGE))[0][0] == "Sở Xây dựng tỉnh Sen Đã ngừng"
    at_quans_desk.post(f"{LIST_PAGE}{department.pk}/mo-lai/")
    assert hers.post("/dang-nhap/", credentials).url == "/"


def test_a_stopped_department_is_awaited_on_no_board(
    client, at_quans_desk, department, other_department, dung
):
    at_quans_desk.post(f"{LIST_PAGE}{department.pk}/ngung/")
    assert [one.pk for one in dung.organisation.active_departments] == [other_department.pk]


def test_departments_of_another_justice_department_are_out_of_reach(at_quans_desk, chi):
    strange = make_organisation(reports_to=make_organisation())
    for page in ("sua/", "ngung/", "mo-lai/"):
        assert at_quans_desk.post(f"{LIST_PAGE}{strange.pk}/{page}").status_code == 404
    strange.refresh_from_db()
    assert strange.is_active


def test_an_empty_site_has_the_box_for_the_first_departments(at_quans_desk, justice_department):
    page = at_quans_desk.get(LIST_PAGE)
    assert words(page, "//form[@action]//textarea/@name") == ["text"]
    assert words(page, f"//form[@action='{PAGE}']//button") == ["Đọc danh sách"]
    assert Organisation.objects.count() == 1
