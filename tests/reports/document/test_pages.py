"""The Word file as LibreOffice breaks it into pages, beside the PDF made of the same report."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from pypdf import PdfReader

from reports.document import layout
from reports.document.fonts import missing_font
from reports.document.pdf import to_pdf
from reports.document.text import to_text
from reports.document.title_lines import title_lines
from reports.document.tree import Document, Paragraph, Signature
from reports.document.word import to_docx
from tests.reports.document.documents import full_document, minimal_document, real_size_document
from tests.reports.document.nasty_report import NASTY_DOCUMENT
from tests.reports.document.test_turned import NARROW, WIDE
from tests.reports.document.test_turned import document as turned_document

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
# Reports of as many short paragraphs, whose signature falls before, on and after the end of page 1.
HEIGHTS = range(17, 24)
SUBJECT = "Kết quả công tác phổ biến, giáo dục pháp luật năm 2024 và nhiệm vụ trọng tâm công tác năm 2025"
# Of the nasty report's sentences, its recipients and its signature.
LAST_WORDS = ("đảo.", "nghiệp;", "nghiệp.", "Phúc")

pytestmark = [
    pytest.mark.skipif(shutil.which("soffice") is None, reason="cần LibreOffice (libreoffice-writer)"),
    pytest.mark.skipif(missing_font() is not None, reason="cần phông Liberation Serif (fonts-liberation2)"),
]


def signed(paragraphs: int) -> Document:
    body = tuple(Paragraph(f"Việc thứ {number}.") for number in range(paragraphs))
    return minimal_document(
        body=body, recipients=("Lưu: VT",), signature=Signature(("GIÁM ĐỐC",), "Lý Thị Na")
    )


DOCUMENTS = {
    "full": full_document(),
    "real-size": real_size_document(),
    "full-draft": full_document(is_draft=True),
    "real-size-draft": real_size_document(is_draft=True),
    "long-place": full_document(
        letterhead=replace(
            full_document().letterhead, place="Thành phố Hồ Chí Minh", issued_on=dt.date(2025, 11, 14)
        )
    ),
    "long-subject": full_document(subject=SUBJECT),
    "nasty": NASTY_DOCUMENT,
    "turned": turned_document(NARROW, WIDE, NARROW),
    **{f"signed-{height}": signed(height) for height in HEIGHTS},
}


@pytest.fixture(scope="session")
def converted(tmp_path_factory) -> Path:
    """The directory of the PDFs that LibreOffice makes of our Word files, all in one call."""
    directory = tmp_path_factory.mktemp("libreoffice")
    files = [directory / f"{name}.docx" for name in DOCUMENTS]
    for file, document in zip(files, DOCUMENTS.values(), strict=True):
        file.write_bytes(to_docx(document))
    # Processes that test at the same time must not share a profile.
    profile = f"-env:UserInstallation={(directory / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(directory),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return directory


def pages(converted: Path, name: str) -> list[str]:
    """Return the text of each page, its lines parted."""
    return [page.extract_text() for page in PdfReader(converted / f"{name}.pdf").pages]


@pytest.mark.parametrize("name", ["full", "real-size", "nasty", "turned"])
def test_the_word_file_has_as_many_pages_as_the_pdf_but_for_one(converted, name):
    printed = len(PdfReader(BytesIO(to_pdf(DOCUMENTS[name]))).pages)
    assert abs(len(pages(converted, name)) - printed) <= 1


def test_the_title_is_parted_where_the_pdf_parts_it(converted):
    parted = title_lines(SUBJECT, layout.SUBJECT, layout.TEXT_WIDTH)
    assert len(parted) == 2
    lines = [line.strip() for line in pages(converted, "long-subject")[0].splitlines()]
    assert [line for line in lines if line in parted] == list(parted)


def test_nothing_is_cut_off_a_tall_row_or_a_long_list(converted):
    said, meant = (text.split() for text in (" ".join(pages(converted, "nasty")), to_text(NASTY_DOCUMENT)))
    assert [said.count(word) for word in LAST_WORDS] == [meant.count(word) for word in LAST_WORDS]


def test_a_real_report_takes_about_nine_pages(converted):
    assert len(pages(converted, "real-size")) in range(8, 11)


@pytest.mark.parametrize("name", ["full", "real-size", "long-place"])
def test_the_name_of_the_country_stands_on_one_line(converted, name):
    lines = [line for line in pages(converted, name)[0].splitlines() if "CỘNG HÒA" in line]
    assert [NATIONAL_NAME in line for line in lines] == [True]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("full", "Quảng Hà, ngày 05 tháng 11 năm 2025"),
        ("long-place", "Thành phố Hồ Chí Minh, ngày 14 tháng 11 năm 2025"),
    ],
)
def test_place_and_date_stand_on_one_line(converted, name, line):
    """The number stands on the same line, in the other column."""
    assert f"Số: 05/BC-SNNMT {line}" in pages(converted, name)[0].splitlines()


def test_page_1_and_the_annexes_show_no_number(converted):
    report = pages(converted, "real-size")
    assert [re.match(r"\s*(\d+)\s*$", text.splitlines()[0]) is not None for text in report[:3]] == [
        False,
        True,
        True,
    ]
    *_, second, first_annex, second_annex = pages(converted, "full")
    starts = [text.split(maxsplit=1)[0] for text in (second, first_annex, second_annex)]
    assert starts == ["2", "Phụ", "Phụ"]


@pytest.mark.parametrize("name", ["full", "real-size"])
def test_a_draft_has_the_pages_of_the_report_with_a_stamp_across_each(converted, name):
    assert pages(converted, f"{name}-draft") == pages(converted, name)
    with pdfplumber.open(converted / f"{name}-draft.pdf") as pdf:
        middles = [stamp_middle(page) for page in pdf.pages]
    assert len(middles) == len(pages(converted, name))
    page = layout.PAGE_WIDTH.pt / 2, layout.PAGE_HEIGHT.pt / 2
    assert middles == [pytest.approx(page, abs=20)] * len(middles)


def stamp_middle(page: pdfplumber.page.Page) -> tuple[float, float]:
    """Return the middle of what has the stamp's colour: how far from the left and from above."""
    shade = int(layout.STAMP_COLOR[:2], 16) / 255
    drawn = [
        curve for curve in page.curves if curve["non_stroking_color"] == pytest.approx((shade,) * 3, abs=0.01)
    ]
    left, top = (min(curve[side] for curve in drawn) for side in ("x0", "top"))
    right, bottom = (max(curve[side] for curve in drawn) for side in ("x1", "bottom"))
    return (left + right) / 2, (top + bottom) / 2


def test_the_signature_stays_with_the_recipients_and_with_two_lines_of_text(converted):
    lengths = set()
    for height in HEIGHTS:
        *_, last = report = pages(converted, f"signed-{height}")
        lengths.add(len(report))
        places = [
            last.find(text) for text in (f"Việc thứ {height - 1}.", "Trên đây", "Nơi nhận", "Lý Thị Na")
        ]
        assert -1 not in places, height
    assert lengths == {1, 2}, "the reports do not cross the end of the page"
