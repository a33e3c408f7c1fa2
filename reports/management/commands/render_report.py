import tempfile
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from pbgdpl.lib.commands import PoliteCommand
from pbgdpl.lib.refused_files import why_refused
from reports.compiling.compile import compile_report
from reports.compiling.formats import FORMATS
from reports.compiling.rendering import draft_of
from reports.document.pdf import UnprintableError
from reports.management.given import report_of_year
from reports.models import Report
from reports.states import status_of
from reports.submission.stored_files import FileLost, read_frozen


class Command(PoliteCommand):
    help = "Ghi báo cáo năm của một cơ quan thành tệp DOCX và PDF."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", metavar="CODE", help="mã cơ quan")
        parser.add_argument("year", metavar="YEAR", type=int, help="năm báo cáo")
        parser.add_argument("--to", required=True, type=Path, metavar="DIR", help="thư mục nhận tệp")

    def handle(self, *, code: str, year: int, to: Path, **options: Any) -> None:
        report = report_of_year(code, year)
        try:
            files = {to / f"{report.file_name}.{ending}": file for ending, file in files_of(report).items()}
        except UnprintableError as problem:
            raise CommandError(str(problem)) from problem
        except FileLost as problem:
            raise CommandError("Tệp đã nộp không còn trên máy chủ, hoặc đã bị thay đổi.") from problem
        try:
            to.mkdir(parents=True, exist_ok=True)
            for path, content in files.items():
                write_whole(path, content)
                self.stdout.write(str(path))
        except OSError as error:
            raise CommandError(f"Không ghi được vào “{to}”: {why_refused(error)}.") from error


def files_of(report: Report) -> dict[str, bytes]:
    """Return the report's files by their endings: those of a draft are stamped, those submitted are as stored."""
    status = status_of(report)
    if status.is_open or status.submission is None:
        draft = draft_of(compile_report(report))
        return {ending: kind.render(draft).content for ending, kind in FORMATS.items()}
    return {file.kind: read_frozen(file) for file in status.submission.files.filter(kind__in=FORMATS)}


def write_whole(path: Path, content: bytes) -> None:
    """Write a file by renaming a complete one, so that nobody reads half of it."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as draft:
        draft.write(content)
    written = Path(draft.name)
    written.chmod(0o644)
    written.replace(path)
