"""Whether the demo's report needs to be printed again; loads none of the libraries that print, which takes seconds."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from reports.compiling.compile import compile_report
from reports.models import Report
from reports.states import status_of

CODE, YEAR = "SKHCN", 2024
# The sources and the versions of the libraries that print it.
PRINTED_BY = (
    "reports/document/*.py",
    "pbgdpl/lib/office/docx_*.py",
    "static/reports/document/*.css",
    "requirements.lock",
)


class PrintedDemo:
    """The files of the demo's report in a directory, and what they were printed from."""

    def __init__(self, folder: Path) -> None:
        report = Report.objects.filter(organisation__code=CODE).for_year(YEAR).first()
        self.paths = [folder / f"{report.file_name}.{ending}" for ending in ("docx", "pdf")] if report else []
        self.source = sha256("".join(_parts(report)).encode()).hexdigest() if report else ""
        self.stored = settings.DATA_DIR / "demo-report.sha256"

    @property
    def is_up_to_date(self) -> bool:
        """Return whether the files are there and would be the same if they were printed now."""
        if not self.paths or not all(path.is_file() for path in self.paths):
            return False
        return self.stored.is_file() and self.stored.read_text(encoding="utf-8") == self.source

    def remember(self) -> None:
        self.stored.write_text(self.source, encoding="utf-8")


def _parts(report: Report) -> Iterator[str]:
    """Yield all that decides on the files of a report."""
    yield repr((status_of(report).submission, compile_report(report)))
    for pattern in PRINTED_BY:
        for path in sorted(settings.BASE_DIR.glob(pattern)):
            yield sha256(path.read_bytes()).hexdigest()
