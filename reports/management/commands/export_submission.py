from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from accounts.organisations import organisation_of_code
from pbgdpl.lib.commands import PoliteCommand
from pbgdpl.lib.plain_names import plain_file_name
from pbgdpl.lib.refused_files import why_refused
from reports.management.given import read_period
from reports.models import PeriodKey, Report, Submission, SubmittedFile
from reports.submission.stored_files import FileLost, read_frozen


class Command(PoliteCommand):
    help = "Ghi các tệp của một bản đã nộp (DOCX, PDF, JSON, bản đã ký nếu có) vào một thư mục."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Return a parser whose --version is the submitted one, not that of Django."""
        return super().create_parser(prog_name, subcommand, conflict_handler="resolve", **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", metavar="CODE", help="mã cơ quan")
        parser.add_argument("period", metavar="PERIOD", help="kỳ báo cáo: 2026, 2026-6-thang")
        parser.add_argument(
            "--version", type=int, metavar="N", dest="number", help="bản nộp; không ghi là bản cuối"
        )
        parser.add_argument("--to", required=True, type=Path, metavar="DIR", help="thư mục nhận tệp")

    def handle(self, *, code: str, period: str, number: int | None, to: Path, **options: Any) -> None:
        submission = submission_of(code, read_period(period), number)
        files = {to / plain_file_name(file.name): file for file in submission.files.all()}
        try:
            refuse_taken(to, files)
            contents = {path: content_of(file) for path, file in files.items()}
            to.mkdir(parents=True, exist_ok=True)
            write_all(contents)
        except OSError as error:
            raise CommandError(f"Không ghi được vào “{to}”: {why_refused(error)}.") from error
        self.stdout.write("\n".join(map(str, contents)))


def refuse_taken(to: Path, files: Iterable[Path]) -> None:
    if to.exists() and not to.is_dir():
        raise CommandError(f"“{to}” không phải thư mục. Chọn thư mục khác.")
    if taken := [str(path) for path in files if path.exists() or path.is_symlink()]:
        raise CommandError(f"Đã có tệp {', '.join(taken)}. Chọn thư mục khác, hoặc dời tệp đó đi.")


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write new files, all or none; raise OSError."""
    begun: list[Path] = []
    try:
        for path, content in contents.items():
            with path.open("xb") as written:
                begun.append(path)
                written.write(content)
    except OSError:
        for path in begun:
            path.unlink(missing_ok=True)
        raise


def submission_of(code: str, period: PeriodKey, number: int | None) -> Submission:
    """Return a submitted version, the last one if no number is given; raise CommandError where there is none."""
    report = Report.objects.of(organisation_of_code(code)).for_period(period).first()
    versions = report.submissions.order_by("version") if report else Submission.objects.none()
    last: Submission | None = versions.last()
    if last is None:
        raise CommandError(f"Cơ quan mã “{code}” chưa nộp báo cáo {period.words} lần nào.")
    chosen: Submission | None = last if number is None else versions.filter(version=number).first()
    if chosen is None:
        raise CommandError(
            f"Báo cáo {period.words} của “{code}” không có bản {number}; bản cuối là {last.version}."
        )
    return chosen


def content_of(file: SubmittedFile) -> bytes:
    try:
        return read_frozen(file)
    except FileLost as problem:
        raise CommandError(
            f"Tệp {file.name} không còn trên máy chủ, hoặc đã bị thay đổi; chưa ghi tệp nào."
        ) from problem
