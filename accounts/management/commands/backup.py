from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError, CommandParser

from accounts.backup.backup import write_backup
from accounts.backup.last_backup import record_backup
from accounts.backup.passwords import add_password_arguments, password_from
from accounts.backup.rotation import dated_path, rotate
from accounts.backup.summary import contents, lost_files
from pbgdpl.lib.commands import PoliteCommand

NOT_WHOLE = (
    "Bản sao lưu đã ghi, nhưng trang thiếu những tệp nêu trên: tìm lại chúng trong các bản sao lưu cũ."
)
ONLY_IN_DIRECTORY = "--keep và --keep-weeks chỉ dùng khi sao lưu vào một thư mục."


def whole_number(text: str) -> int:
    """Return a number from 0; raise ValueError for any other."""
    if not (text.isascii() and text.isdecimal()):
        raise ValueError(text)
    return int(text)


class Command(PoliteCommand):
    help = "Sao lưu cả trang (cơ sở dữ liệu và tệp) vào một tệp, trong khi trang vẫn chạy."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file",
            metavar="FILE",
            type=Path,
            help="tệp sẽ ghi; là thư mục thì tên tệp đặt theo ngày giờ",
        )
        parser.add_argument(
            "--keep",
            type=whole_number,
            metavar="DAYS",
            help="trong thư mục chỉ giữ bản cuối của ngần ấy ngày gần nhất",
        )
        parser.add_argument(
            "--keep-weeks",
            type=whole_number,
            default=0,
            metavar="WEEKS",
            help="và bản cuối của ngần ấy tuần gần nhất",
        )
        add_password_arguments(parser, encrypts=True)

    def handle(self, *, file: Path, keep: int | None, keep_weeks: int, **options: Any) -> None:
        is_directory = file.is_dir()
        if (keep is not None or keep_weeks) and not is_directory:
            raise ValidationError(ONLY_IN_DIRECTORY)
        path = dated_path(file) if is_directory else file
        manifest = write_backup(path, password=password_from(options, encrypts=True))
        for line in (f"Đã sao lưu vào {path}", *contents(manifest), *lost_files(manifest)):
            self.stdout.write(line)
        if keep is not None:
            for old in rotate(file, days=keep, weeks=keep_weeks):
                self.stdout.write(f"Đã xóa bản cũ {old}")
        if not manifest.is_whole:
            raise CommandError(NOT_WHOLE)
        record_backup()
