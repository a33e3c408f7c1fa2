import json
from typing import Any

from django.core.management.base import CommandParser
from django.core.serializers.json import DjangoJSONEncoder

from accounts.log.writing import write
from accounts.models import LogKind
from accounts.people import user_of_name
from accounts.personal_data import data_of
from pbgdpl.lib.commands import PoliteCommand


class Command(PoliteCommand):
    help = "In ra JSON những gì trang lưu về một người: tài khoản, thay đổi, nhật ký. Không có mật khẩu."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", metavar="USERNAME", help="tên đăng nhập, ví dụ giangvh")

    def handle(self, *, username: str, **options: Any) -> None:
        user = user_of_name(username)
        data = json.dumps(data_of(user), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
        write(LogKind.EXPORTED, by=None, row=user, details="dữ liệu cá nhân, bằng lệnh export_person")
        self.stdout.write(data)
