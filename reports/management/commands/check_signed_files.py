from typing import Any

from pbgdpl.lib.commands import PoliteCommand
from pbgdpl.lib.vietnamese import thousands
from reports.submission.signatures import check_earlier_files


class Command(PoliteCommand):
    help = "Kiểm tra chữ ký số của những tệp được thêm vào bản nộp mà chưa kiểm tra được."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"Đã kiểm tra chữ ký số của {thousands(check_earlier_files())} tệp.")
