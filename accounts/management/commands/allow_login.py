from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from accounts.logins.checking import forget_failures_of
from accounts.models import LoginAttempt
from accounts.people import login_name


class Command(BaseCommand):
    help = "Cho thử đăng nhập lại ngay: quên các lần gõ sai mật khẩu của một tên, hoặc của mọi tên."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "username", metavar="USERNAME", nargs="?", help="tên đăng nhập; không ghi thì mọi tên"
        )

    def handle(self, *, username: str | None, **options: Any) -> None:
        everybody = LoginAttempt.objects.all()
        count = forget_failures_of(login_name(username)) if username else everybody.delete()[0]
        self.stdout.write(f"Đã quên {count} lần gõ sai mật khẩu. Đăng nhập lại được ngay.")
