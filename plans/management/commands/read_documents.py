"""read_documents FILE: prints the documents that each line cites as JSON, one object a line."""

from argparse import ArgumentParser
from pathlib import Path

from pbgdpl.lib.commands import PoliteCommand, json_line, lines_of_file
from plans.reading import Citation, read_documents


class Command(PoliteCommand):
    help = "Đọc từng dòng của tệp văn bản (UTF-8) và in ra các văn bản được viện dẫn, mỗi dòng một đối tượng JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="tệp văn bản UTF-8, mỗi dòng một câu")

    def handle(self, *, file: str, **options: object) -> None:
        for line in lines_of_file(Path(file)):
            documents = [_values(citation) for citation in read_documents(line)]
            self.stdout.write(json_line({"line": line, "documents": documents}))


def _values(citation: Citation) -> dict[str, str | None]:
    return {
        "kind": str(citation.kind.label),
        "number": citation.number,
        "issued_on": citation.issued_on.isoformat() if citation.issued_on else None,
        "issuing_body": citation.issuing_body,
        "subject": citation.subject,
    }
