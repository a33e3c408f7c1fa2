from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import transaction

from accounts.log.writing import write
from accounts.models import LogKind
from accounts.people import user_of_name
from pbgdpl.lib.commands import PoliteCommand


class Command(PoliteCommand):
    help = "Cho một người quản trị xem nhật ký của mọi cơ quan, hoặc thôi cho xem (--stop)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", metavar="USERNAME", help="tên đăng nhập, ví dụ giangvh")
        parser.add_argument("--stop", action="store_true", help="thôi cho xem")

    @transaction.atomic
    def handle(self, *, username: str, stop: bool, **options: Any) -> None:
        user = user_of_name(username)
        if not (stop or user.administers):
            raise CommandError(f"{user} không phải là người quản trị. Cấp vai trò quản trị trước.")
        user.is_superuser = not stop
        user.save(update_fields=["is_superuser"])
        became = "không còn xem được" if stop else "xem được"
        write(
            LogKind.ROLE,
            by=None,
            row=user,
            details=f"{became} nhật ký toàn hệ thống, bằng lệnh make_operator",
        )
        self.stdout.write(f"{user} {became} nhật ký của mọi cơ quan.")
