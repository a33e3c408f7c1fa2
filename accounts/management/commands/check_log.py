from typing import Any

from django.core.management.base import CommandError, CommandParser

from accounts.log.checking import Broken, check_log
from pbgdpl.lib.commands import PoliteCommand


class Command(PoliteCommand):
    help = "Kiểm tra nhật ký: không dòng nào bị sửa, bị xóa, bị chèn hoặc bị đổi chỗ. In mã của dòng cuối."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--mark", default="", metavar="MARK", help="mã của dòng cuối mà lần kiểm tra trước đã in"
        )

    def handle(self, *, mark: str, **options: Any) -> None:
        try:
            checked = check_log(mark)
        except Broken as broken:
            raise CommandError(str(broken)) from broken
        self.stdout.write(checked.words)
        self.stdout.write(f"Mã của dòng cuối: {checked.mark}")
