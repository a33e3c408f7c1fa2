"""The Word file and the PDF are the same paper: their lines and pages end alike in LibreOffice and in ONLYOFFICE."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from accounts.models import Organisation
from reports.compiling.compile import compile_report
from reports.demo.load import load_demo
from reports.document.fonts import missing_font
from reports.document.pdf import to_pdf
from reports.document.tree import Annex, Document, Paragraph, Section, Signature, Table
from reports.document.word import to_docx
from reports.models import Report
from reports.reading.report import read_report
from reports.reading.report.store import store_report
from tests.reports.document.documents import full_document, minimal_document, real_size_document
from tests.reports.document.word_lines import Paper, in_libreoffice, in_onlyoffice, missing_program

REAL = Path(settings.BASE_DIR).parent / "shared" / "data" / "report-2024.txt"
ALIKE = 0.95
TITLES = (
    *("STT", "Tên hội nghị, lớp tập huấn", "Đơn vị chủ trì", "Thời gian", "Địa điểm"),
    *("Số cuộc", "Lượt người", "Tài liệu", "Ghi chú"),
)
ROWS = tuple(
    (
        str(number),
        f"Tập huấn nghiệp vụ hòa giải ở cơ sở cho hòa giải viên các xã ven biển đợt {number}",
        *("Phòng Pháp chế", f"{number:02}/6/2025", "Hội trường UBND xã Quảng Hà"),
        *(str(number % 4), str(number * 37), f"{number * 50} tờ gấp"),
        "" if number % 3 else "Có phát trực tuyến trên Cổng thông tin",
    )
    for number in range(1, 21)
)
WIDE = Annex("DANH SÁCH HỘI NGHỊ", (Paragraph("Theo Kế hoạch số 325/KH-UBND:"), Table((TITLES, *ROWS))))
# As many paragraphs of one line stand before a signature, or before the headings of an annex, which fall before, on and
# after the end of the page.
SIGNED, HEADED = range(17, 24), range(20, 29)
HEADINGS = ("I.VIỆCLỚN", "1.Việcnhỏ")
LAST_WORDS = ("Nơinhận:", "-Lưu:VT.", "KT.GIÁMĐỐC", "LýThịNa")

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.once,
    pytest.mark.skipif(missing_program() is not None, reason=missing_program() or ""),
    pytest.mark.skipif(
        missing_font() is not None, reason="Liberation Serif (fonts-liberation2) is not installed"
    ),
]


def real() -> Document:
    organisation = Organisation.objects.create(
        code="MOT", name="Sở Khoa học và Công nghệ", parent_body="UBND thành phố Hà Nội", place="Hà Nội"
    )
    text = read_report(REAL.read_bytes(), REAL.name)
    return compile_report(store_report(text, organisation=organisation, year=2024).report)


def demo() -> Document:
    load_demo()
    return compile_report(Report.objects.get(organisation__code="SKHCN"))


def signed(paragraphs: int) -> Document:
    signature = Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lý Thị Na")
    return minimal_document(body=short(paragraphs), recipients=("Như trên", "Lưu: VT"), signature=signature)


def headed() -> Document:
    """Return a report with an annex for each height, so that each begins on a page of its own."""
    part = Section("VIỆC LỚN", (Section("Việc nhỏ", (Paragraph("Lời đầu của việc nhỏ."),)),))
    return minimal_document(annexes=tuple(Annex("", (*short(height), part)) for height in HEADED))


def short(paragraphs: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(f"Việc thứ {number}.") for number in range(1, paragraphs + 1))


def documents() -> dict[str, Document]:
    if not REAL.exists():
        pytest.skip(f"the real report does not lie beside the project ({REAL})")
    return {
        "real": real(),
        "another-body": real_size_document(),
        "demo": demo(),
        "wide": full_document(annexes=(*full_document().annexes, WIDE)),
        "headed": headed(),
        **{f"signed-{height}": signed(height) for height in SIGNED},
    }


@pytest.mark.parametrize("program", [in_libreoffice, in_onlyoffice], ids=["libreoffice", "onlyoffice"])
def test_lines_and_pages_end_as_in_the_pdf(program, tmp_path):
    reports = documents()
    papers = {name: Paper.of(to_pdf(document)) for name, document in reports.items()}
    shown = program({name: to_docx(document) for name, document in reports.items()}, tmp_path)
    shares = {name: paper.share_in(shown[name]) for name, paper in papers.items()}
    assert {name: share for name, share in shares.items() if share < ALIKE} == {}
    assert {name: paper.ends for name, paper in shown.items()} == {
        name: paper.ends for name, paper in papers.items()
    }
    assert [page[-1] for page in shown["headed"].pages if page[-1].startswith(HEADINGS)] == []
    assert {len(shown[f"signed-{height}"].pages) for height in SIGNED} == {1, 2}, (
        "no signature meets the end of page 1"
    )
    assert [height for height in SIGNED if not is_kept(shown[f"signed-{height}"].pages[-1])] == []


def is_kept(last_page: tuple[str, ...]) -> bool:
    """Return whether the signature is whole on the last page, below two lines of text."""
    place = next((position for position, line in enumerate(last_page) if line.startswith(LAST_WORDS[0])), 0)
    return place >= 2 and all(any(words in line for line in last_page) for words in LAST_WORDS)
