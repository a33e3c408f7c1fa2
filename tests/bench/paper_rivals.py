"""Other ways to the same PDF: bare WeasyPrint, LibreOffice on our DOCX, Chromium on our page."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.document import Page

from reports.document.css import style_sheet
from reports.document.html import to_html
from reports.document.tree import Document
from reports.document.word import to_docx

CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)


def bare_weasyprint(document: Document) -> bytes:
    """Return the PDF as WeasyPrint's own documentation makes it: style sheet and fonts read anew each time."""
    return HTML(string=to_html(document, style_sheet_url="")).write_pdf(
        stylesheets=[CSS(string=style_sheet())]
    )


def bare_layout(document: Document) -> list[Page]:
    """Return the pages as WeasyPrint's own documentation lays them out, without a file."""
    return (
        HTML(string=to_html(document, style_sheet_url=""))
        .render(stylesheets=[CSS(string=style_sheet())])
        .pages
    )


def libreoffice(document: Document) -> Callable[[], object] | None:
    """Return LibreOffice converting our DOCX, or None where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return None
    folder = Path(tempfile.mkdtemp(prefix="pbgdpl-bench-"))
    (folder / "report.docx").write_bytes(to_docx(document))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    words = [
        program,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        folder / "report.docx",
    ]
    return lambda: subprocess.run(words, check=True, capture_output=True)


def chromium(document: Document) -> Callable[[], object] | None:
    """Return headless Chromium printing our page, or None where it is not installed."""
    program = shutil.which("chromium")
    if program is None:
        return None
    folder = Path(tempfile.mkdtemp(prefix="pbgdpl-bench-"))
    (folder / "document.css").write_text(style_sheet(), encoding="utf-8")
    (folder / "report.html").write_text(to_html(document, style_sheet_url="document.css"), encoding="utf-8")
    words = [
        program,
        *CHROMIUM_FLAGS,
        f"--user-data-dir={folder}/profile",
        f"--print-to-pdf={folder}/report.pdf",
    ]
    return lambda: subprocess.run([*words, f"file://{folder}/report.html"], check=True, capture_output=True)
