from typing import Any

from django.core.management.base import CommandParser
from django.db import transaction

from accounts.enrolling.groups import suggested_group
from accounts.log.writing import write
from accounts.models import BodyGroup, LogKind, Organisation
from accounts.organisations import organisation_of_code
from pbgdpl.lib.commands import PoliteCommand


class Command(PoliteCommand):
    model = Organisation
    help = "Tạo một cơ quan: mã, tên, cơ quan chủ quản, địa danh, Sở Tư pháp nhận báo cáo."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", metavar="CODE", help="mã cơ quan, ví dụ SKHCN")
        parser.add_argument("name", metavar="NAME", help="tên cơ quan, ví dụ “Sở Khoa học và Công nghệ”")
        parser.add_argument(
            "--parent-body", default="", help="cơ quan chủ quản, ví dụ “UBND thành phố Hà Nội”"
        )
        parser.add_argument("--place", required=True, help="địa danh ghi trên văn bản, ví dụ “Hà Nội”")
        parser.add_argument("--symbol", default="", help="chữ viết tắt trong ký hiệu; mặc định lấy từ tên")
        parser.add_argument(
            "--reports-to", default="", metavar="CODE", help="mã Sở Tư pháp mà cơ quan này báo cáo về"
        )
        parser.add_argument("--group", choices=BodyGroup.values, help="nhóm cơ quan; mặc định đoán theo tên")

    def handle(self, *, code: str, name: str, place: str, reports_to: str, **options: Any) -> None:
        organisation = Organisation(
            code=code,
            name=name,
            place=place,
            parent_body=options["parent_body"],
            symbol=options["symbol"],
            group=options["group"] or suggested_group(name),
            reports_to=organisation_of_code(reports_to) if reports_to else None,
        )
        organisation.full_clean()
        with transaction.atomic():
            organisation.save()
            write(LogKind.ADDED, by=None, row=organisation, details="bằng lệnh create_organisation")
        self.stdout.write(
            f"Đã tạo {organisation.name} (mã {organisation.code}, ký hiệu {organisation.symbol})."
        )
        self.stdout.write("Việc tiếp theo: tạo người quản trị đầu tiên, ví dụ")
        self.stdout.write(f'  manage.py create_administrator {organisation.code} giangvh "Vũ Hương Giang"')
