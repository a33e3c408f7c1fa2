"""The reports that every program is given to read: real ones, and some that are hard on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reports.document.tree import Annex, Document, Paragraph, Section, Signature, Table
from reports.reading.report import read_report
from tests.reports.checks.clerk import clerk_document
from tests.reports.document.documents import ODD_PHRASES, full_document, minimal_document, real_size_document

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "report-2024.txt"
FIGURES = (
    "STT",
    *(f"Số lượt người dự quý {quarter}" for quarter in ("I", "II", "III", "IV")),
    "Cả năm",
    "Ghi chú",
)
TURNED = ("STT", *("Số lượt",) * 8)
EVENTS = (
    "STT",
    "Tên hội nghị",
    "Ngày",
    "Nơi tổ chức",
    "Đối tượng",
    "Số cuộc",
    "Số người",
    "Tài liệu",
    "Ghi chú",
)


def named_documents() -> Iterator[tuple[str, Document]]:
    """Yield each report with its name; the real one only where it lies beside the project."""
    if REAL.exists():
        yield "real", read_report(REAL.read_bytes(), REAL.name)
    yield "another-body", real_size_document()
    yield "all-kinds", full_document()
    yield "wide-annexes", full_document(annexes=(_annex(FIGURES, 30), _annex(EVENTS, 40)))
    yield "turned-annex", full_document(annexes=(_annex(TURNED, 40),))
    yield "2000-rows", full_document(annexes=(_annex(("STT", "Nội dung", "Số cuộc"), 2000),))
    yield "hard-characters", _hard()
    yield "clerk", clerk_document()
    yield "one-page", minimal_document(signature=Signature(("GIÁM ĐỐC",), "Lý Thị Na"))


def _annex(titles: tuple[str, ...], rows: int) -> Annex:
    return Annex(
        "SỐ LIỆU HỘI NGHỊ, TẬP HUẤN", (Table((titles, *(_row(titles, row) for row in range(1, rows + 1)))),)
    )


def _row(titles: tuple[str, ...], row: int) -> tuple[str, ...]:
    cells = {
        "STT": str(row),
        "Tên hội nghị": f"Hội nghị phổ biến Nghị định số {100 + row}/2024/NĐ-CP cho cán bộ địa chính xã",
        "Nội dung": f"Tập huấn theo Kế hoạch số {row}/KH-SNNMT",
        "Ngày": f"{row % 28 + 1:02d}/11/2025",
        "Nơi tổ chức": "Nhà văn hóa xã Bình An",
        "Đối tượng": "Công chức địa chính - xây dựng",
        "Tài liệu": "Tờ gấp",
    }
    return tuple(
        cells.get(title, f"{row * 37 + place}.{row % 900 + 100}") for place, title in enumerate(titles)
    )


def _hard() -> Document:
    sentences = tuple(Paragraph(f"Ghi chép {place}: {text} hết.") for place, text in enumerate(ODD_PHRASES))
    table = Table((("Ký hiệu", "Số"), *((text, "1") for text in ODD_PHRASES)))
    return full_document(body=(Section("KẾT QUẢ", (*sentences, table)),))
