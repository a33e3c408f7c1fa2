"""read_paper FILE: prints what the first page of one document says as JSON."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management import CommandError

from accounts.attaching.checking import FileRefused, check_file
from pbgdpl.lib.commands import PoliteCommand, bytes_of_file, json_line
from pbgdpl.lib.office.conversion import ConversionFailed, as_docx
from pbgdpl.lib.office.older_files import older_format
from plans.reading.paper.file import read_paper_file
from plans.reading.paper.first_page import Paper


class Command(PoliteCommand):
    help = (
        "Đọc trang đầu của một văn bản (DOCX, PDF, ảnh, RTF, ODT, DOC) "
        "và in số, ngày, cơ quan, loại, trích yếu thành JSON."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="tệp của văn bản")

    def handle(self, *, file: str, **options: object) -> None:
        try:
            paper = check_file(*_as_word(file, bytes_of_file(Path(file))))
        except (FileRefused, ConversionFailed) as refusal:
            raise CommandError(str(refusal)) from refusal
        reading = read_paper_file(paper.data, paper.ending, reads_scans=True)
        values = _values(reading.paper or Paper())
        self.stdout.write(json_line(values | {"doubts": [*reading.doubts]}))


def _as_word(name: str, data: bytes) -> tuple[str, bytes]:
    """Return the name and the data of a file, of an RTF, ODT or DOC file those of the Word file that it becomes."""
    return (f"{name}.docx", as_docx(data)) if older_format(data) else (name, data)


def _values(paper: Paper) -> dict[str, object]:
    return {
        "number": paper.number or None,
        "issued_on": paper.issued_on.isoformat() if paper.issued_on else None,
        "issuing_body": paper.issuing_body or None,
        "kind": str(paper.kind.label) if paper.kind else None,
        "subject": paper.subject or None,
    }
