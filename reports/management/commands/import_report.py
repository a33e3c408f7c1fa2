from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from accounts.models import Organisation
from events.models import Event
from pbgdpl.lib.commands import PoliteCommand
from plans.models import Directive, Plan
from reports.models import Report
from reports.reading.report import UnreadableReport, old_code_pages, read_report
from reports.reading.report.store import AlreadyReported, Imported, store_report


class Command(PoliteCommand):
    model = Report
    help = "Nhập một báo cáo cũ (tệp văn bản UTF-8 hoặc DOCX) của một cơ quan."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="tệp báo cáo")
        parser.add_argument("--organisation", required=True, metavar="CODE", help="mã cơ quan")
        parser.add_argument("--year", required=True, type=int, help="năm báo cáo")

    def handle(self, *, file: Path, organisation: str, year: int, **options: Any) -> None:
        owner = Organisation.objects.filter(code=organisation).first()
        if owner is None:
            raise CommandError(
                f"Không có cơ quan nào mã “{organisation}”. Tạo bằng lệnh create_organisation."
            )
        try:
            data = file.read_bytes()
            imported = store_report(read_report(data, file.name), organisation=owner, year=year)
            self.say(imported, old_code_pages(data))
        except OSError as error:
            raise CommandError(f"Không đọc được tệp “{file}”: {error.strerror}.") from error
        except (UnreadableReport, AlreadyReported) as error:
            raise CommandError(str(error)) from error

    def say(self, imported: Imported, code_pages: tuple[str, ...]) -> None:
        self.stdout.write(f"Đã nhập {imported.report}:")
        for model, name in (
            (Plan, "văn bản của đơn vị"),
            (Directive, "văn bản chỉ đạo"),
            (Event, "hoạt động"),
        ):
            listed = imported.count(model, in_report=True)
            self.stdout.write(f"  {imported.count(model)} {name} ({listed} trong danh mục)")
        self.stdout.write(
            f"  {imported.sections} mục, {imported.annexes} phụ lục, {imported.recipients} nơi nhận"
        )
        self.stdout.write(f"  {imported.paragraphs} đoạn giữ nguyên lời văn")
        if code_pages:
            names = " và ".join(code_pages)
            self.stdout.write(f"  Chữ viết bằng bảng mã cũ {names} đã chuyển sang Unicode: xem lại từng chữ.")
