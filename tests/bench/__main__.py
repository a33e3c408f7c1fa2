"""Prints the table of medians: python -m tests.bench [rounds]"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial

from tests.bench.site import open_site
from tests.bench.timing import Row, median, memory, milliseconds, ratio

open_site()

from reports.compiling.compile import compile_report  # noqa: E402 (models need the site)
from reports.compiling.rendering import draft_of, rendered  # noqa: E402
from reports.document.html import to_html  # noqa: E402
from reports.document.pdf import to_pages, to_pdf  # noqa: E402
from reports.document.sheets import to_sheets  # noqa: E402
from reports.document.tree import Document  # noqa: E402
from reports.document.word import to_docx  # noqa: E402
from tests.bench.pages import PAGES, ask, officer  # noqa: E402
from tests.bench.paper_rivals import bare_layout, bare_weasyprint, chromium, libreoffice  # noqa: E402
from tests.bench.reading import of_file, read, text_alone  # noqa: E402
from tests.bench.reports import stored_reports  # noqa: E402
from tests.bench.word_rivals import by_style_name, by_template  # noqa: E402

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 7
Pair = tuple[Document, Document]


def compiling(reports) -> Row:
    single, many = (median(partial(compile_report, report), ROUNDS) for report in reports)
    return Row("compile_report", milliseconds(single), milliseconds(many))


def rendering(name: str, render: Callable[[Document], object], pair: Pair, ours: list[float]) -> Row:
    """Return a row of times; `ours` holds our own costs, empty when they are the ones measured now."""
    costs = [median(partial(render, document), ROUNDS) for document in pair]
    note = " / ".join(ratio(cost, own) for cost, own in zip(costs, ours, strict=False))
    ours.extend([] if ours else costs)
    return Row(name, *map(milliseconds, costs), note=note)


def kept_draft(document: Document) -> bytes:
    """Return the PDF of the draft: rendered the first time, then taken from the cache."""
    return rendered(draft_of(document), "pdf").content


def draft(document: Document) -> bytes:
    return to_pdf(draft_of(document))


def preview(document: Document) -> str:
    """Return the frame of the preview with its page ends, when nothing is cached."""
    return to_sheets(draft_of(document), to_pages(document).starts, style_sheet_url="bao-cao.css")


def outside(
    name: str, prepare: Callable[[Document], Callable[[], object] | None], pair: Pair, ours: list[float]
) -> Row:
    """Return a row for work that is prepared for each length, or that may be missing on this machine."""
    works = [prepare(document) for document in pair]
    if None in works:
        return Row(name, "bỏ qua", note="chưa cài trên máy này")
    return rendering(name, lambda document: works[pair.index(document)](), pair, ours)


def rows() -> Iterator[Row]:
    *reports, source = stored_reports()
    yield Row(f"Nguồn: {source}", "1 lần", "10 lần", "so với của ta")
    yield compiling(reports)
    pair = tuple(map(compile_report, reports))
    ours: list[float] = []
    yield rendering("DOCX: to_docx", to_docx, pair, ours)
    yield rendering("DOCX: docxtpl, cùng nội dung", by_template, pair, ours)
    yield rendering("DOCX: python-docx, tên kiểu", by_style_name, pair, ours)
    yield rendering("HTML: to_html", to_html, pair, [])
    ours = []
    yield rendering("PDF: to_pdf", to_pdf, pair, ours)
    yield rendering("PDF: bản dự thảo làm mới", draft, pair, ours)
    yield rendering("PDF: bản dự thảo giữ từ lần trước", kept_draft, pair, ours)
    yield rendering("PDF: WeasyPrint trần, cùng HTML", bare_weasyprint, pair, ours)
    yield outside("PDF: LibreOffice từ DOCX của ta", libreoffice, pair, ours)
    yield outside("PDF: Chromium từ HTML của ta", chromium, pair, ours)
    ours = []
    yield rendering("Xem trước: số trang và khung", preview, pair, ours)
    yield rendering("Xem trước: WeasyPrint trần dàn trang", bare_layout, pair, ours)
    ours = []
    yield outside("Đọc báo cáo cũ từ DOCX", partial(of_file, read), pair, ours)
    yield outside("Đọc: python-docx, chỉ lấy chữ", partial(of_file, text_alone), pair, ours)
    for name in ("nothing", "docx", "pdf"):
        label = "Bộ nhớ: chỉ nạp chương trình" if name == "nothing" else f"Bộ nhớ: {name.upper()}"
        yield Row(label, *(f"{memory('tests.bench.peak', name, times):.0f} MiB" for times in ("1", "10")))
    client = officer()
    for name, url in PAGES:
        yield Row(f"Trang: {name}", milliseconds(median(partial(ask, client, url), ROUNDS)))


for row in rows():
    print(f"{row.name:<34} {row.single:>12} {row.tenfold:>12}  {row.note}", flush=True)
