from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from accounts.backup.passwords import add_password_arguments, password_from
from accounts.backup.restore import restore
from accounts.backup.summary import contents, lost_files
from pbgdpl.lib.commands import PoliteCommand


class Command(PoliteCommand):
    help = "Khôi phục trang từ một bản sao lưu: kiểm tra tất cả trước, rồi thay toàn bộ hoặc không thay gì."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="bản sao lưu")
        parser.add_argument(
            "--replace", action="store_true", help="thay trang đang có dữ liệu, sau khi sao lưu nó"
        )
        add_password_arguments(parser)

    def handle(self, *, file: Path, replace: bool, **options: Any) -> None:
        restored = restore(file, password=password_from(options), replace=replace)
        if restored.before:
            self.stdout.write(f"Trang như trước khi khôi phục: {restored.before}")
        for line in (*contents(restored.manifest), *lost_files(restored.manifest)):
            self.stdout.write(line)
        self.stdout.write("Đã khôi phục. Khởi động lại trang; mọi người đăng nhập lại.")
