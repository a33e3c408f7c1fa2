"""From an empty site to the first submitted report, by what commands and pages say and nothing else."""

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django.utils.formats import date_format

from reports.models import Submission
from tests.visitor import Visitor

OWN_PASSWORD = "Sông xanh núi biếc 2025"
STEPS = "//section[contains(@class, 'first-steps')]//li"
LEFT = f"{STEPS}[@class='to-do'][not(contains(., '(nếu cần)'))]//a"
DEPARTMENTS = "Tên cơ quan\tHọ tên người quản trị\nSở Xây dựng\tVũ Hương Giang"
SIGNER = {"Họ tên người ký": "Trần Thị Ký", "Nơi nhận thường dùng": "Sở Tư pháp"}


def enter(username, password):
    """Return a person who logs in for the first time and chooses a password."""
    person = Visitor()
    person.send("Đăng nhập", {"Tên đăng nhập": username, "Mật khẩu": password})
    person.send("Đổi mật khẩu", {"Mật khẩu mới": OWN_PASSWORD, "Gõ lại mật khẩu mới": OWN_PASSWORD})
    return person


def handed_over(person):
    """Return the user name and the password on the slip that the person's page shows."""
    return person.reads("//div[dt='Tên đăng nhập' or dt='Mật khẩu']/dd")


def invite(administrator, step, name, role):
    """Return the first login of a colleague whom an administrator adds."""
    administrator.follow("Trang chủ")
    administrator.follow(step)
    administrator.send("Thêm người dùng", {"Họ và tên": name, "Vai trò": role})
    return handed_over(administrator)


def first_administrator(capsys):
    call_command("create_organisation", "STP", "Sở Tư pháp", "--place", "Sen")
    assert "create_administrator STP" in capsys.readouterr().out
    call_command("create_administrator", "STP", "hoa", "Đinh Thị Hoa")
    printed = capsys.readouterr().out
    assert "đăng nhập" in printed.splitlines()[-1]
    return enter("hoa", printed.split("Mật khẩu:")[1].split()[0])


def set_up(hoa):
    """Let Hoa do what her home lists; return the slips of Giang of a department and of Dung."""
    hoa.follow("Ghi thông tin in trên văn bản")
    hoa.send("Lưu", SIGNER)
    hoa.follow("Trang chủ")
    hoa.follow("Thêm các cơ quan báo cáo về đây")
    hoa.send("Đọc danh sách", {"Danh sách": DEPARTMENTS})
    hoa.send("Thêm những cơ quan đã đánh dấu")
    slips = handed_over(hoa), invite(hoa, "Thêm cán bộ Sở Tư pháp", "Phạm Mỹ Dung", "justice_officer")
    hoa.follow("Trang chủ")
    assert hoa.reads(LEFT) == ["Mở kỳ báo cáo"]
    return slips


def open_period(dung):
    dung.follow("Mở kỳ báo cáo")
    dung.send("Xem lại trước khi mở", {"Hạn nộp": date_format(timezone.localdate() + timedelta(days=30))})
    dung.send("Mở kỳ báo cáo")


def write(binh):
    """Let Bình write each section and submit, as the home and the desk lead."""
    binh.follow("Bắt đầu báo cáo")
    binh.send("Bắt đầu từ đề cương")
    binh.follow("Viết tiếp")
    while ways := binh.reads("//button[starts-with(., 'Lưu và')]"):
        binh.send(ways[0], {"Nội dung của mục": "Sở đã thực hiện.", "Mục này đã xong": True})
    binh.follow("Xem trước và nộp")
    binh.send("Nộp báo cáo")


def test_an_empty_site_is_walked_to_its_first_report(db, capsys):
    hoa = first_administrator(capsys)
    slip_of_giang, slip_of_dung = set_up(hoa)
    dung, giang = enter(*slip_of_dung), enter(*slip_of_giang)
    open_period(dung)
    hoa.follow("Trang chủ")
    assert hoa.reads(LEFT) == []
    giang.follow("Ghi thông tin in trên văn bản")
    giang.send("Lưu", SIGNER)
    binh = enter(*invite(giang, "Thêm cán bộ pháp chế và chuyên viên", "Trần Thanh Bình", "legal_officer"))
    giang.follow("Trang chủ")
    assert giang.reads(STEPS) == []
    write(binh)
    dung.follow("Trang chủ")
    dung.follow("Sở Xây dựng")
    submission = Submission.objects.get()
    assert (submission.report.organisation.name, submission.submitted_by.full_name) == (
        "Sở Xây dựng",
        "Trần Thanh Bình",
    )
