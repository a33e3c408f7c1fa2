from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import transaction

from accounts.models import Organisation
from accounts.organisations import organisation_of_code
from events.models import Event
from pbgdpl.lib.commands import PoliteCommand, bytes_of_file
from plans.models import Directive, Plan
from reports.models import Report
from reports.reading.report import Reading, UnreadableReport, old_code_pages, reading_of
from reports.reading.report.store import AlreadyReported, Imported, store_report


class Command(PoliteCommand):
    model = Report
    help = "Nhập một báo cáo cũ (DOCX, PDF, ODT, RTF, DOC hoặc tệp văn bản) của một cơ quan."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="tệp báo cáo")
        parser.add_argument("--organisation", required=True, metavar="CODE", help="mã cơ quan")
        parser.add_argument("--year", required=True, type=int, help="năm báo cáo")
        parser.add_argument("--dry-run", action="store_true", help="chỉ đọc và in kết quả, không lưu gì")

    def handle(self, *, file: Path, organisation: str, year: int, dry_run: bool, **options: Any) -> None:
        owner = organisation_of_code(organisation)
        data = bytes_of_file(file)
        try:
            reading = reading_of(data, file.name)
            imported = self.imported(reading, owner, year, is_dry=dry_run)
            self.say(imported, old_code_pages(data), is_dry=dry_run)
            self.say_what_changed(reading)
        except (UnreadableReport, AlreadyReported) as error:
            raise CommandError(str(error)) from error

    def imported(self, reading: Reading, owner: Organisation, year: int, *, is_dry: bool) -> Imported:
        with transaction.atomic():
            imported = store_report(reading.document, organisation=owner, year=year)
            transaction.set_rollback(is_dry)
        return imported

    def say(self, imported: Imported, code_pages: tuple[str, ...], *, is_dry: bool) -> None:
        self.stdout.write(f"{'Đọc thử, chưa lưu' if is_dry else 'Đã nhập'} {imported.report}:")
        if imported.not_taken:
            self.stdout.write(f"  {imported.not_taken}")
        else:
            self.say_rows(imported)
        self.stdout.write(
            f"  {imported.sections} mục, {imported.annexes} phụ lục, {imported.recipients} nơi nhận"
        )
        self.stdout.write(f"  {imported.paragraphs} đoạn giữ nguyên lời văn")
        if code_pages:
            names = " và ".join(code_pages)
            self.stdout.write(f"  Chữ viết bằng bảng mã cũ {names} đã chuyển sang Unicode: xem lại từng chữ.")

    def say_rows(self, imported: Imported) -> None:
        for model, name in (
            (Plan, "văn bản của đơn vị"),
            (Directive, "văn bản chỉ đạo"),
            (Event, "hoạt động"),
        ):
            listed = imported.count(model, in_report=True)
            self.stdout.write(f"  {imported.count(model)} {name} ({listed} trong danh mục)")

    def say_what_changed(self, reading: Reading) -> None:
        """Print the notices and what was left out or changed, the same texts for the same reason on one line."""
        for notice in reading.notices:
            self.stdout.write(f"  Lưu ý: {notice}")
        texts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for one in reading.left_out:
            texts[one.why][one.text] += 1
        for why, found in texts.items():
            listed = ", ".join(
                f"“{text}”{f' ({times} lần)' if times > 1 else ''}" for text, times in found.items()
            )
            self.stdout.write(f"  Bỏ ra hoặc in khác đi, {why}: {listed}")
