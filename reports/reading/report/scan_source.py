"""Reads a PDF without text by recognising the letters of its pages on this machine."""

from __future__ import annotations

from itertools import chain

from pbgdpl.lib import ocr
from reports.reading.report.source import Source, UnreadableReport
from reports.reading.report.text_source import text_source

NO_OCR = (
    "tệp PDF này là bản quét, không có chữ, và máy chủ chưa có chương trình nhận dạng chữ; nhờ người quản trị cài bằng "
    "script/setup --ocr, hoặc dùng bản Word (.docx)."
)
NOT_RECOGNISED = (
    "tệp PDF này là bản quét không nhận dạng được chữ, hãy dùng bản Word (.docx) hoặc PDF có chữ."
)
BY_MACHINE = "Đọc bằng máy từ bản quét: đối chiếu mọi số, ngày và tên với bản quét trước khi lưu."
UNSURE = "Máy chưa chắc đúng các chữ: “{words}”."
MOST_NAMED = 20


def scan_source(data: bytes) -> Source:
    """Return the lines of a scanned PDF; raise UnreadableReport where nothing can recognise them."""
    if not ocr.is_available():
        raise UnreadableReport(NO_OCR)
    try:
        pages = ocr.scanned_pages(data)
    except ocr.ScanUnreadable as problem:
        raise UnreadableReport(NOT_RECOGNISED) from problem
    unsure = [*dict.fromkeys(chain.from_iterable(page.unsure for page in pages))]
    source = text_source("\n".join(chain.from_iterable(page.running for page in pages)))
    notices = (BY_MACHINE, *([UNSURE.format(words="”, “".join(unsure[:MOST_NAMED]))] if unsure else []))
    return Source(source.lines, may_be_wrapped=True, notices=notices)
