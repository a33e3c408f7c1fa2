"""Reads the values of a form from an uploaded document, or a sentence why they cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import chain

from accounts.attaching.file_reading import FileReading
from accounts.models import Organisation, User
from pbgdpl.lib.apart import WorkFailed, call_apart
from pbgdpl.lib.legibility import garbled_line, is_markup
from pbgdpl.lib.office.first_page import pdf_pages, word_code_pages_and_page
from pbgdpl.lib.vietnamese import fold
from plans.reading.paper.first_page import read_paper, together

SECONDS = 8  # the limit for a first page, which usually takes less than one
READ = "Đã đọc từ tệp: kiểm tra rồi bấm Lưu."
READ_IN_PART = "Đã đọc từ tệp, trừ {lacking}: bổ sung, kiểm tra rồi bấm Lưu."
FROM_OLD_LETTERS = "Chữ trong tệp viết bằng bảng mã cũ {names}, đã chuyển sang Unicode: xem lại từng chữ."
BY_HAND = "Mời gõ tay; tệp được đính kèm khi lưu."
SCANNED = f"Tệp PDF này là bản quét, không có chữ để đọc. {BY_HAND}"
PICTURE = f"Tệp này là ảnh, không có chữ để đọc. {BY_HAND}"
SPREADSHEET = f"Tệp Excel không có trang đầu của một văn bản để đọc. {BY_HAND}"
NO_TEXT = f"Tệp này không có chữ ở trang đầu. {BY_HAND}"
NOT_READ = f"Không nhận ra số, ngày và trích yếu ở trang đầu của tệp này. {BY_HAND}"
GARBLED = f"Chữ trong tệp này dùng bảng mã cũ (TCVN3, VNI) hoặc sai bảng mã, không đọc được. {BY_HAND}"
MARKUP = f"Tệp này chứa mã nguồn của trang web hoặc của RTF thay cho văn bản. {BY_HAND}"
LABELS = {
    "number": "số ký hiệu",
    "issued_on": "ngày ban hành",
    "issuing_body": "cơ quan ban hành",
    "subject": "trích yếu",
}
# Names are written with their place or without: "Sở Y tế", "Sở Y tế tỉnh Sen".
OF_PLACE = re.compile(r" (?:thanh pho|tinh|tp)\b.*")


def read_directive_file(data: bytes, ending: str, by: User) -> FileReading:
    return _reading(data, ending, LABELS)


def read_plan_file(data: bytes, ending: str, by: User) -> FileReading:
    """Return the values of a plan; `issuing_body` is empty for the user's own organisation."""
    reading = _reading(data, ending, LABELS)
    if is_own_name(str(reading.values.get("issuing_body", "")), by.organisation):
        return replace(reading, values={**reading.values, "issuing_body": ""})
    return reading


def is_own_name(name: str, organisation: Organisation) -> bool:
    own = OF_PLACE.sub("", fold(organisation.name))
    return OF_PLACE.sub("", fold(name)) in {own, f"{own} {fold(organisation.place)}"}


def _reading(data: bytes, ending: str, expected: dict[str, str]) -> FileReading:
    match ending:
        case "pdf":
            return _of_pages(_apart(pdf_pages, data), SCANNED, expected)
        case "docx":
            return _of_word(data, expected)
        case "xlsx":
            return FileReading(note=SPREADSHEET)
        case _:
            return FileReading(note=PICTURE)


def _apart(read: Callable[[bytes], list[list[str]]], data: bytes) -> list[list[str]] | None:
    try:
        return call_apart(read, data, seconds=SECONDS)
    except WorkFailed:
        return None


def _of_word(data: bytes, expected: dict[str, str]) -> FileReading:
    """Return the values of a Word file's first page; the note says from which code pages letters were converted."""
    found = _apart(word_code_pages_and_page, data)
    code_pages, pages = (found[0], found[1:]) if found else ([], None)
    reading = _of_pages(pages, NO_TEXT, expected)
    if not (code_pages and reading.values):
        return reading
    return replace(reading, note=f"{reading.note} {FROM_OLD_LETTERS.format(names=' và '.join(code_pages))}")


def _of_pages(pages: list[list[str]] | None, no_words: str, expected: dict[str, str]) -> FileReading:
    """Return the values of the first page, combined from every way of extracting its lines."""
    if pages is None:
        return FileReading(note=NOT_READ)
    if not any(map(str.isalpha, "".join(chain(*pages)))):
        return FileReading(note=no_words)
    if garbled_line(chain(*pages)):
        return FileReading(note=GARBLED)
    if any(is_markup("\n".join(lines)) for lines in pages):
        return FileReading(note=MARKUP)
    paper = together([read_paper(lines) for lines in pages])
    if paper.kind is None or not (paper.number or paper.subject):
        return FileReading(note=NOT_READ)
    values: dict[str, object] = {
        "kind_text": paper.kind_as_written or paper.kind.label,
        **{name: getattr(paper, name) for name in LABELS},
    }
    lacking = [label for name, label in expected.items() if not values[name]]
    note = READ_IN_PART.format(lacking=" và ".join(lacking)) if lacking else READ
    return FileReading(values, note)
