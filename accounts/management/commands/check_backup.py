from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from accounts.backup.passwords import add_password_arguments, password_from
from accounts.backup.reading import checked_archive
from accounts.backup.summary import contents, lost_files
from pbgdpl.lib.commands import PoliteCommand


class Command(PoliteCommand):
    help = "Kiểm tra một bản sao lưu: từng dòng, từng tệp, mã băm và số lượng; không thay đổi gì."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="bản sao lưu")
        add_password_arguments(parser)

    def handle(self, *, file: Path, **options: Any) -> None:
        with checked_archive(file, password=password_from(options)) as archive:
            for line in (*contents(archive.manifest), *lost_files(archive.manifest)):
                self.stdout.write(line)
        self.stdout.write("Bản sao lưu dùng được.")
