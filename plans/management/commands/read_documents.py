"""read_documents FILE: prints the documents that each line cites as JSON, one object a line."""

import json
from argparse import ArgumentParser
from io import StringIO
from pathlib import Path

from django.core.management.base import CommandError

from pbgdpl.lib.commands import PoliteCommand
from plans.reading import Citation, read_documents

# Characters that some programs take for line breaks and JSON does not escape.
ESCAPES = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}


class Command(PoliteCommand):
    help = "Đọc từng dòng của tệp văn bản (UTF-8) và in ra các văn bản được viện dẫn, mỗi dòng một đối tượng JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="tệp văn bản UTF-8, mỗi dòng một câu")

    def handle(self, *, file: str, **options: object) -> None:
        for line in StringIO(_text(Path(file))):
            words = line.removesuffix("\n")
            found = {"line": words, "documents": [_values(citation) for citation in read_documents(words)]}
            self.stdout.write(json.dumps(found, ensure_ascii=False).translate(ESCAPES))


def _text(path: Path) -> str:
    """Return the text of a file; raise CommandError with one sentence if it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(f"Tệp {path} không phải văn bản UTF-8.") from error
    except (OSError, ValueError) as error:
        raise CommandError(f"Không đọc được tệp {path}.") from error


def _values(citation: Citation) -> dict[str, str | None]:
    return {
        "kind": str(citation.kind.label),
        "number": citation.number,
        "issued_on": citation.issued_on.isoformat() if citation.issued_on else None,
        "issuing_body": citation.issuing_body,
        "subject": citation.subject,
    }
