from typing import Any

from django.core.management.base import CommandError, CommandParser

from accounts.models import Organisation
from pbgdpl.lib.commands import PoliteCommand
from reports.demo.load import load_demo


class Command(PoliteCommand):
    help = "Tạo dữ liệu mẫu năm 2024 và các tài khoản có mật khẩu ngẫu nhiên, chỉ khi chưa có cơ quan nào."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="không báo lỗi khi đã có dữ liệu")

    def handle(self, *, if_empty: bool, **options: Any) -> None:
        if Organisation.objects.exists():
            if if_empty:
                return
            raise CommandError("Đã có dữ liệu; dữ liệu mẫu chỉ tạo trong cơ sở dữ liệu trống.")
        self.stdout.write("Tài khoản dùng thử (tên đăng nhập, mật khẩu, người dùng):")
        for user, password in load_demo():
            self.stdout.write(
                f"  {user.username:<6} {password}  {user}, {user.get_role_display()}, {user.organisation}"
            )
