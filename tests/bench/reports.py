"""The report that is measured: the real one where it is at hand, the demo's otherwise, stored once and tenfold."""

from __future__ import annotations

from accounts.models import Organisation
from reports.compiling.compile import compile_report
from reports.demo.load import load_demo
from reports.document.tree import Document
from reports.models import Report
from reports.reading.report import read_report
from reports.reading.report.store import store_report
from tests.bench.site import REAL, tenfold


def stored_reports() -> tuple[Report, Report, str]:
    """Return the report, one of ten times its length, and where their text comes from."""
    load_demo()
    document, source = measured_document()
    single, many = (
        store_report(text, organisation=_body(code), year=2024).report
        for code, text in (("MOT", document), ("MUOI", tenfold(document)))
    )
    return single, many, source


def measured_document() -> tuple[Document, str]:
    if REAL.exists():
        return read_report(REAL.read_bytes(), REAL.name), "báo cáo thật năm 2024"
    return compile_report(
        Report.objects.get(organisation__code="SKHCN")
    ), "báo cáo mẫu (không có báo cáo thật)"


def _body(code: str) -> Organisation:
    return Organisation.objects.create(
        code=code, name="Sở Khoa học và Công nghệ", parent_body="UBND thành phố Hà Nội", place="Hà Nội"
    )
