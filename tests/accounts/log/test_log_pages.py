"""The pages of the log: what an administrator reads there, narrows and takes as a spreadsheet."""

from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localtime

from accounts.forms.entrance import LoginForm
from accounts.history import record
from accounts.log.entrances import REASONS, login_refused
from accounts.log.writing import write
from accounts.logins.checking import BUSY
from accounts.logins.limits import LIMITS, ONE_A_NAME
from accounts.models import ChangeKind, LogEntry, LogKind, Role
from tests.factories import PASSWORD, make_plan, make_report, make_submission, make_user
from tests.pages import row_words, words

PAGE = "/nhat-ky/2024/"


def entries():
    """Return what the log says, oldest first, as (kind, person, object, details)."""
    values = LogEntry.objects.order_by("pk").values_list("kind", "person", "object_words", "details")
    return [*values]


def log_in(client, name, password=PASSWORD, **more):
    return client.post("/dang-nhap/", {"username": name, "password": password}, **more)


def seen(client, query=""):
    """Return who did what to what, by the rows of the page."""
    return [tuple(row[1:4]) for row in row_words(client.get(f"{PAGE}{query}"))]


def test_a_login_and_a_logout_are_in_the_log_with_the_address(client, an):
    log_in(client, "AN", REMOTE_ADDR="203.0.113.7")
    client.post("/dang-xuat/", REMOTE_ADDR="203.0.113.7")
    assert entries() == [("login", "Nguyễn Hoài An (an)", "", ""), ("logout", "Nguyễn Hoài An (an)", "", "")]
    assert {*LogEntry.objects.values_list("address", flat=True)} == {"203.0.113.7"}


def test_a_refused_login_names_a_user_who_is_there(client, an):
    log_in(client, "an", "sai rồi", REMOTE_ADDR="203.0.113.7")
    assert entries() == [("refused", "", "Nguyễn Hoài An (an)", "")]
    entry = LogEntry.objects.get()
    assert (entry.object_pk, entry.about_pk, entry.address) == (an.pk, an.organisation_id, "203.0.113.7")


@pytest.mark.parametrize(
    "typed", ["Sen hồng nở sớm 2024", "hunter2hunter2", "x" * 150, "kế\u0000\u001b hoạch"]
)
def test_a_password_typed_as_the_name_is_not_in_the_log(client, an, typed):
    log_in(client, typed, "sai rồi")
    for entry in LogEntry.objects.values():
        assert entry["object_words"] == f"{typed.lower()[:2]}…"
        assert typed.lower()[:4] not in str(entry).lower()


def test_giang_reads_what_her_people_did_and_who_read_their_report(client, giang, an, chi, dung):
    report = make_report(an.organisation)
    make_submission(report)
    write(LogKind.VIEWED, by=dung, row=report, details="trang /tong-hop/2024/")
    write(LogKind.LOGIN, by=an)
    record(make_plan(chi.organisation), ChangeKind.DELETED, by=chi)
    write(LogKind.LOGIN, by=dung)
    client.force_login(giang)
    assert seen(client)[1:] == [
        ("Nguyễn Hoài An (an)Sở Xây dựng tỉnh Sen", "Đăng nhập", ""),
        (
            "Phạm Mỹ Dung (dung)Sở Tư pháp tỉnh Sen",
            "Xem",
            f"{report}trang /tong-hop/2024/",
        ),
    ]


def test_giang_narrows_the_log_by_kind_person_day_and_words(client, giang, an):
    plan = make_plan(an.organisation, subject="về phổ biến Luật Đường bộ")
    record(plan, ChangeKind.DELETED, by=an)
    write(LogKind.LOGIN, by=an)
    client.force_login(giang)
    days = [localtime() + timedelta(days=one) for one in (-1, 0, 1)]
    before, today, after = (f"{day:%d/%m/%Y}" for day in days)
    deleted = ("Nguyễn Hoài An (an)Sở Xây dựng tỉnh Sen", "Xóa", str(plan))
    assert [row[1] for row in seen(client, "?viec=deleted")] == ["Xóa"]
    assert [row[1] for row in seen(client, f"?nguoi={an.pk}")] == ["Đăng nhập", "Xóa"]
    assert seen(client, "?tim=luat+duong+BO") == [deleted]
    assert len(seen(client, f"?tu={today}&den={today}")) == 3
    assert seen(client, f"?tu={after}") == seen(client, f"?den={before}") == []
    assert words(client.get(f"{PAGE}?tu=31/2/2024"), "//p[@class='invalid']") == [
        "Ghi ngày như 05/03/2024, hoặc để trống."
    ]


def test_chi_is_not_among_the_people_that_giang_can_choose(client, giang, chi):
    client.force_login(giang)
    assert words(client.get(PAGE), f"//option[@value='{chi.pk}']") == []
    assert len(seen(client, f"?nguoi={chi.pk}")) == 1


def test_a_log_of_one_line_and_of_many_takes_the_same_queries(client, giang, an):
    client.force_login(giang)
    client.get(PAGE)
    counts = []
    for more in (0, 120):
        for _ in range(more):
            write(LogKind.LOGIN, by=an)
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_spreadsheet_has_the_lines_of_the_page_and_is_itself_in_the_log(client, giang, an):
    write(LogKind.EXPORTED, by=an, words="=1+1", details="kế hoạch")
    client.force_login(giang)
    answer = client.get(f"{PAGE}bang-tinh/?tim=ke+hoach")
    head, *rows = openpyxl.load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)
    assert head == (
        *("STT", "Dòng", "Ngày", "Giờ", "Người", "Cơ quan", "Địa chỉ mạng", "Việc", "Đối tượng"),
        *("Chi tiết", "Mã băm"),
    )
    assert [(row[4], row[7], row[8]) for row in rows] == [("Nguyễn Hoài An (an)", "Xuất danh sách", "=1+1")]
    kind, person, what, details = entries()[-1]
    assert (kind, person, what) == ("exported", "Vũ Hương Giang (giang)", "Nhật ký của đơn vị")
    assert details.endswith("-SXD-" + f"{localtime():%Y-%m-%d}.xlsx; tìm chữ: ke hoach")


def test_an_empty_log_says_what_it_is_for(client, giang):
    client.force_login(giang)
    LogEntry.objects.all()._raw_delete("default")
    assert words(client.get(PAGE), "//div[@class='nothing']/h2") == ["Nhật ký chưa có dòng nào"]


def test_roles_passwords_and_stops_have_kinds_of_their_own(client, giang, an):
    client.force_login(giang)
    page = f"/don-vi/2024/nguoi-dung/{an.pk}/"
    client.post(f"{page}sua/", {"full_name": an.full_name, "role": "administrator", "division": ""})
    client.post(f"{page}mat-khau/", {})
    client.post(f"{page}ngung/", {})
    assert [(kind, details) for kind, person, what, details in entries()[1:]] == [
        ("role", "vai trò: Chuyên viên → Quản trị"),
        ("password", "mật khẩu: – → đặt lại"),
        ("access", "tài khoản: đang dùng → đã ngừng"),
    ]


def test_the_values_of_rows_stay_out_of_the_log(an):
    plan = make_plan(an.organisation)
    record(plan, ChangeKind.EDITED, by=an, values=[["trích yếu", "chữ cũ", "chữ mới"], ["số", "1", "2"]])
    assert entries()[0][3] == "trích yếu; số"
    assert "chữ" not in LogEntry.objects.get().details


def test_an_operator_reads_all_bodies(client, giang, chi):
    write(LogKind.LOGIN, by=chi)
    call_command("make_operator", "GIANG")
    client.force_login(giang)
    page = row_words(client.get(f"{PAGE}toan-he-thong/?viec=login&tim=chi"))
    assert [row[1] for row in page] == ["Lê Quỳnh Chi (chi)Sở Y tế tỉnh Sen"]
    call_command("make_operator", "giang", stop=True)
    assert client.get(f"{PAGE}toan-he-thong/").status_code == 403
    assert [kind for kind, *_ in entries()] == ["login", "role", "login", "role"]


def test_an_operator_who_is_no_longer_administrator_reads_nothing(client, giang):
    call_command("make_operator", "giang")
    giang.refresh_from_db()
    giang.role = Role.STAFF
    giang.save()
    client.force_login(giang)
    assert [client.get(f"{PAGE}{one}").status_code for one in ("", "toan-he-thong/")] == [403, 403]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("khong-co", "Không có người dùng nào tên đăng nhập “khong-co”."),
        ("an", "Nguyễn Hoài An không phải là người quản trị. Cấp vai trò quản trị trước."),
    ],
)
def test_only_administrators_become_operators(an, name, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("make_operator", name)


def test_bodies_made_by_commands_are_in_the_log(db):
    call_command("create_organisation", "STP", "Sở Tư pháp", place="Sen")
    call_command("create_organisation", "SXD", "Sở Xây dựng", place="Sen")
    call_command("attach_organisation", "SXD", "STP")
    assert [(kind, person, what) for kind, person, what, _ in entries()] == [
        ("added", "", "Sở Tư pháp"),
        ("added", "", "Sở Xây dựng"),
        ("edited", "", "Sở Xây dựng"),
    ]


def test_a_person_of_another_body_is_named_as_at_the_time(client, giang, an):
    write(LogKind.LOGIN, by=an)
    an.full_name = "Nguyễn Hoài Anh"
    an.save()
    make_user(an.organisation, Role.STAFF)
    client.force_login(giang)
    assert seen(client)[1][0] == "Nguyễn Hoài An (an)Sở Xây dựng tỉnh Sen"


def test_each_reason_why_a_login_is_refused_has_words():
    limits = {limit.code for limits in LIMITS.values() for limit in limits} | {ONE_A_NAME.code}
    of_the_form = LoginForm.error_messages.keys() - {"invalid_login"}
    assert REASONS.keys() == {*limits, BUSY, *of_the_form}


@pytest.mark.parametrize("reason", REASONS)
def test_dung_reads_why_a_password_was_not_checked(an, reason):
    login_refused(username=an.username, reason=reason)
    assert LogEntry.objects.get().details == f"không kiểm tra mật khẩu: {REASONS[reason]}"
