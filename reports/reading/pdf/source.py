"""Reads a PDF with text: its printed lines joined to paragraphs, its columns one after the other, its tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from threading import BoundedSemaphore
from typing import Any

from pbgdpl.lib.apart import LimitReached, WorkFailed, call_apart
from pbgdpl.lib.vietnamese import clean_line
from reports.reading.pdf.edges import CONTACT, size_of_text, take_feet, without_running_lines
from reports.reading.pdf.paragraphs import joined
from reports.reading.pdf.printed import Printed, by_height
from reports.reading.report import places
from reports.reading.report.source import Source, SourceLine, UnreadableReport
from reports.reading.report.text_source import FROM_OLD_LETTERS

PDF_LINES = "pbgdpl.lib.office.pdf_lines.pdf_lines"
SECONDS = 60  # of the processor: some 200 pages
PLACES = BoundedSemaphore(1)  # in each process of the server one is read at a time
TOO_LONG = "tệp PDF dài hoặc phức tạp quá, hãy dùng bản Word (.docx) hoặc tách tệp rồi chọn lại."
NOT_OPENED = "tệp PDF bị hỏng hoặc có mật khẩu, hãy lưu lại không có mật khẩu hoặc dùng bản Word (.docx)."
NO_LETTERS = "tệp PDF này không ghi mã chữ, chép ra chỉ được ký hiệu, hãy dùng bản Word (.docx) rồi chọn lại."
FROM_PDF = (
    "Tệp PDF không ghi đoạn văn và đề mục: các dòng in đã được nối lại thành đoạn, xem lại chỗ ngắt đoạn."
)
PICTURES = "Có {count} hình ảnh không nhập được: chèn lại hoặc đính kèm nếu cần."
NO_TEXT_ON = "Trang {pages} không có chữ (ảnh quét hoặc trang trống): xem lại, gõ bổ sung nếu cần."
TURNED = "Có {count} ký tự in dọc không đọc được: xem lại bản gốc."
TOO_MANY_PAGES = "Chỉ đọc {read} trang đầu; còn {count} trang chưa đọc."
MOST_UNKNOWN = 0.02  # of all characters


def pdf_source(data: bytes) -> Source | None:
    """Return the lines of a PDF; None where it has no text. Raises UnreadableReport."""
    found = _read(data)
    if found["unknown_letters"] > MOST_UNKNOWN * max(found["characters"], 1):
        raise UnreadableReport(NO_LETTERS)
    pages = [_printed(number, page) for number, page in enumerate(found["pages"])]
    if not any(map(places.has_words, (one.text for page in pages for one in page if not one.rows))):
        return None
    pages, left_out = without_running_lines(pages, [page["height"] for page in found["pages"]])
    notices = tuple(_notices(found, pages))
    feet = [take_feet(page, size_of_text(pages)) for page in pages]
    is_contact = [any(map(CONTACT.search, (one.text for one in foot))) for foot in feet]
    lines: list[SourceLine] = []
    for _, group in groupby(range(len(pages)), key=lambda at: round(found["pages"][at]["width"])):
        numbers = list(group)
        rows = [row for at in numbers for row in by_height(pages[at])]
        notes = {at: feet[at] for at in numbers if feet[at] and not is_contact[at]}
        lines += joined(rows, notes)
    return Source(
        tuple(lines),
        feet=tuple(SourceLine(one.text) for at, foot in enumerate(feet) if is_contact[at] for one in foot),
        left_out=left_out,
        notices=notices,
    )


def _read(data: bytes) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(call_apart(PDF_LINES, data, seconds=SECONDS, places=PLACES))
    except LimitReached as problem:
        raise UnreadableReport(TOO_LONG) from problem
    except WorkFailed as problem:
        raise UnreadableReport(NOT_OPENED) from problem
    return found


def _printed(number: int, page: dict[str, Any]) -> list[Printed]:
    lines = [
        Printed(page=number, **{**line, "runs": tuple((text, bold) for text, bold in line["runs"])})
        for line in page["lines"]
    ]
    for table in page["tables"]:
        rows = tuple(tuple(_cell(cell) for cell in row) for row in table["rows"])
        rows = tuple(row for row in rows if any(row))
        if rows:
            lines.append(Printed(number, 0, page["width"], table["top"], table["bottom"], 0, 0, (), rows))
    return sorted(lines, key=lambda one: (one.top + one.bottom) / 2 if not one.rows else one.top)


def _cell(lines: Iterable[dict[str, Any]]) -> str:
    return clean_line(" ".join("".join(text for text, _ in line["runs"]) for line in lines))


def _notices(found: dict[str, Any], pages: Sequence[Sequence[Printed]]) -> Iterator[str]:
    yield FROM_PDF
    if found["code_pages"]:
        yield FROM_OLD_LETTERS.format(names=" và ".join(found["code_pages"]))
    empty = [str(number) for number, page in enumerate(pages, start=1) if not page]
    if empty:
        yield NO_TEXT_ON.format(pages=", ".join(empty))
    pictures = sum(page["pictures"] for page, shown in zip(found["pages"], pages, strict=True) if shown)
    if pictures:
        yield PICTURES.format(count=pictures)
    if turned := sum(page["turned"] for page in found["pages"]):
        yield TURNED.format(count=turned)
    if found["unread_pages"]:
        yield TOO_MANY_PAGES.format(read=len(pages), count=found["unread_pages"])
