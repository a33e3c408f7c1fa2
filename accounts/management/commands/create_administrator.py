from typing import Any

from django.core.management.base import CommandParser

from accounts.models import User
from accounts.organisations import organisation_of_code
from accounts.passwords import FIRST_PASSWORD_LASTS
from accounts.people import create_administrator
from pbgdpl.lib.commands import PoliteCommand


class Command(PoliteCommand):
    model = User
    help = "Tạo người quản trị của một cơ quan, với mật khẩu ngẫu nhiên in ra một lần."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", metavar="CODE", help="mã cơ quan, ví dụ SKHCN")
        parser.add_argument("username", metavar="USERNAME", help="tên đăng nhập, ví dụ giangvh")
        parser.add_argument("full_name", metavar="FULL_NAME", help="họ và tên, ví dụ “Vũ Hương Giang”")

    def handle(self, *, code: str, username: str, full_name: str, **options: Any) -> None:
        organisation = organisation_of_code(code)
        user, password = create_administrator(
            organisation=organisation, username=username, full_name=full_name
        )
        self.stdout.write(f"Đã tạo người quản trị {user} của {organisation}.")
        self.stdout.write(f"  Tên đăng nhập: {user.username}")
        self.stdout.write(f"  Mật khẩu:      {password}")
        self.stdout.write(
            f"Mật khẩu chỉ in lần này, dùng trong {FIRST_PASSWORD_LASTS.days} ngày; đăng nhập xong phải đổi."
        )
        self.stdout.write(
            "Việc tiếp theo: mở trang web bằng trình duyệt rồi đăng nhập. Trang chủ liệt kê những việc đầu tiên."
        )
