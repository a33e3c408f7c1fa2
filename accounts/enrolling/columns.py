"""The columns of tables of departments and of people, with the headings by which they are known."""

from __future__ import annotations

from accounts.models import Role
from accounts.rows.columns import Column
from pbgdpl.lib.vietnamese import fold

FULL_NAME = ("ho va ten", "ho ten", "ho va ten can bo", "ho ten can bo", "ten can bo", "ten nguoi dung")
USERNAME = ("ten dang nhap", "tai khoan", "username", "ten tai khoan")
EMAIL = ("email", "e mail", "thu dien tu", "dia chi email", "thu", "gmail", "hop thu")
PHONE = ("dien thoai", "so dien thoai", "sdt", "di dong", "dtdd", "so dt", "dt")
CONTACT = ("thu dien tu dien thoai", "email dien thoai", "e mail dien thoai", "lien he", "thong tin lien he")
ADMINISTRATOR = ("nguoi quan tri", "quan tri vien", "quan tri", "can bo dau moi", "dau moi", "nguoi dau moi")
GROUP = ("nhom co quan", "nhom don vi", "khoi", "khoi co quan", "loai co quan", "loai don vi", "loai hinh")

DEPARTMENTS = (
    Column("code", "Mã", 12, ("ma co quan", "ma don vi", "ma dinh danh")),
    Column("name", "Tên cơ quan", 40, ("ten don vi", "co quan", "don vi", "so ban nganh", "ten")),
    Column("symbol", "Ký hiệu", 12, ("ky hieu van ban", "chu viet tat", "viet tat", "ten viet tat")),
    Column("place", "Địa danh", 16, ("noi ban hanh", "dia ban")),
    Column("full_name", "Họ tên người quản trị", 24, (*ADMINISTRATOR, *FULL_NAME)),
    Column("username", "Tên đăng nhập", 16, USERNAME),
    Column("email", "Thư điện tử", 24, (*EMAIL, *CONTACT)),
    Column("phone", "Điện thoại", 14, PHONE),
    Column("group", "Nhóm", 24, GROUP),
)
PEOPLE = (
    Column("full_name", "Họ và tên", 24, (*FULL_NAME, "ten")),
    Column(
        "division_name", "Phòng, đơn vị", 24, ("phong", "phong ban", "don vi", "don vi cong tac", "bo phan")
    ),
    Column("role", "Vai trò", 16, ("quyen", "vai tro tren he thong", "phan quyen")),
    Column("username", "Tên đăng nhập", 16, USERNAME),
    Column("job_title", "Chức vụ", 16, ("chuc danh", "vi tri", "chuc vu chuc danh")),
    Column("email", "Thư điện tử", 24, (*EMAIL, *CONTACT)),
    Column("phone", "Điện thoại", 14, PHONE),
)
# What people write for a role, folded, beside its label.
ROLES = {
    **{fold(role.label): role for role in Role},
    **dict.fromkeys(("nhan vien", "cong chuc", "vien chuc", "can bo", "nguoi nhap"), Role.STAFF),
    **dict.fromkeys(("phap che", "cong chuc phap che", "nguoi viet bao cao"), Role.LEGAL_OFFICER),
    **dict.fromkeys(("quan tri vien", "nguoi quan tri", "admin"), Role.ADMINISTRATOR),
    **dict.fromkeys(("so tu phap", "can bo tu phap"), Role.JUSTICE_OFFICER),
}
