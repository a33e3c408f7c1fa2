from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import transaction

from accounts.log.writing import write
from accounts.models import LogKind, Organisation
from accounts.organisations import organisation_of_code
from pbgdpl.lib.commands import PoliteCommand


class Command(PoliteCommand):
    model = Organisation
    help = "Gắn một cơ quan đã có với Sở Tư pháp mà cơ quan đó báo cáo về."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", metavar="CODE", help="mã cơ quan báo cáo, ví dụ SKHCN")
        parser.add_argument("receiver", metavar="RECEIVER", help="mã Sở Tư pháp, ví dụ STP")

    def handle(self, *, code: str, receiver: str, **options: Any) -> None:
        organisation, receiving = organisation_of_code(code), organisation_of_code(receiver)
        if organisation == receiving:
            raise CommandError(f"{organisation} không báo cáo về chính mình. Ghi mã của Sở Tư pháp.")
        if receiving.reports_to_id is not None:
            raise CommandError(f"{receiving} tự báo cáo về {receiving.reports_to} nên không nhận báo cáo.")
        organisation.reports_to = receiving
        with transaction.atomic():
            organisation.save(update_fields=["reports_to"])
            details = f"báo cáo về {receiving}, bằng lệnh attach_organisation"
            write(LogKind.EDITED, by=None, row=organisation, details=details)
        self.stdout.write(f"{organisation} báo cáo về {receiving}.")
