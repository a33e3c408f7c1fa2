from typing import Any

from pbgdpl.lib.commands import PoliteCommand
from pbgdpl.lib.vietnamese import thousands
from reports.submission.stored_files import discard_unfinished


class Command(PoliteCommand):
    help = (
        "Xóa khỏi kho những tệp mà lần nộp bị ngắt giữa chừng để lại; tệp của bản nộp nào thì vẫn giữ nguyên."
    )

    def handle(self, **options: Any) -> None:
        count = thousands(len(discard_unfinished()))
        self.stdout.write(f"Đã xóa {count} tệp của những lần nộp bị ngắt giữa chừng.")
