from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from pbgdpl.lib.commands import PoliteCommand
from pbgdpl.lib.vietnamese import thousands
from reports.clearing import EXPIRED


class Command(PoliteCommand):
    help = "Xóa những gì đã quá thời hạn lưu: phiên đăng nhập, tệp đã xóa, tệp bị bỏ dở, nhật ký cũ."

    def handle(self, **options: Any) -> None:
        """Delete each kind; what one of them refuses does not keep the others."""
        refusals = []
        for words, clear in EXPIRED.items():
            try:
                count = clear()
            except ValidationError as refusal:
                refusals += refusal.messages
            else:
                self.stdout.write(f"Đã xóa {thousands(count)} {words}.")
        if refusals:
            raise CommandError("\n".join(refusals))
