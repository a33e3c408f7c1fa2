import tempfile
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from pbgdpl.lib.commands import PoliteCommand
from reports.compile import compile_report
from reports.formats import FORMATS
from reports.models import Report


class Command(PoliteCommand):
    help = "Ghi báo cáo năm của một cơ quan thành tệp DOCX và PDF."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", metavar="CODE", help="mã cơ quan")
        parser.add_argument("year", metavar="YEAR", type=int, help="năm báo cáo")
        parser.add_argument("--to", required=True, type=Path, metavar="DIR", help="thư mục nhận tệp")

    def handle(self, *, code: str, year: int, to: Path, **options: Any) -> None:
        report = Report.objects.filter(organisation__code=code).for_year(year).first()
        if report is None:
            raise CommandError(f"Cơ quan mã “{code}” chưa có báo cáo năm {year}.")
        document = compile_report(report)
        files = {to / f"{report.file_name}.{name}": kind.render(document) for name, kind in FORMATS.items()}
        try:
            to.mkdir(parents=True, exist_ok=True)
            for path, content in files.items():
                write_whole(path, content)
                self.stdout.write(str(path))
        except OSError as error:
            raise CommandError(f"Không ghi được vào “{to}”: {error.strerror}.") from error


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader finds the old one or the new one, never half of it."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as draft:
        draft.write(content)
    written = Path(draft.name)
    written.chmod(0o644)
    written.replace(path)
