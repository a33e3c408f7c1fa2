"""Reads the values of a form from an uploaded document, or a sentence why they cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from accounts.attaching.file_reading import FileReading
from accounts.models import Organisation, User
from pbgdpl.lib import ocr
from pbgdpl.lib.apart import WorkFailed, call_apart
from pbgdpl.lib.legibility import garbled_line, is_markup
from pbgdpl.lib.office.first_page import pdf_pages, word_code_pages_and_page
from pbgdpl.lib.vietnamese import fold, official_date
from plans.reading.paper.first_page import Paper, read_paper, together

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
READ_BY_MACHINE = "Đọc bằng máy từ bản quét: đối chiếu từng ô với bản quét rồi bấm Lưu."
READ_BY_MACHINE_IN_PART = (
    "Đọc bằng máy từ bản quét, trừ {lacking}: bổ sung, đối chiếu từng ô với bản quét rồi bấm Lưu."
)
SCAN_NOT_READ = (
    f"Đã nhận dạng chữ của bản quét nhưng không nhận ra số, ngày và trích yếu ở trang đầu. {BY_HAND}"
)
NO_OCR = (
    "Máy chủ này chưa có chương trình nhận dạng chữ; nhờ người quản trị cài bằng lệnh script/setup --ocr."
)
BY_MACHINE = "Đọc bằng máy từ bản quét: {label} “{value}”."
UNSURE = "Đọc bằng máy từ bản quét, chưa chắc đúng các chữ: “{words}”."
NOT_FOUND = "Không thấy {label} ở trang đầu của tệp."
MOST_NAMED = 5
LABELS = {
    "number": "số ký hiệu",
    "issued_on": "ngày ban hành",
    "issuing_body": "cơ quan ban hành",
    "subject": "trích yếu",
}
SPECK = re.compile(r"(\w\w)[.'‘’`]+(?=\s{3,}|\s*$)")
# Names are written with their place or without: "Sở Y tế", "Sở Y tế tỉnh Sen".
OF_PLACE = re.compile(r" (?:thanh pho|tinh|tp)\b.*")


@dataclass(frozen=True, slots=True)
class PaperReading:
    """The values of a document's first page, None where there are none, and sentences on what is unsure."""

    paper: Paper | None
    note: str
    doubts: tuple[str, ...] = ()
    is_scan: bool = False
    is_by_machine: bool = False


def read_directive_file(data: bytes, ending: str, by: User, *, reads_scans: bool = False) -> FileReading:
    reading = read_paper_file(data, ending, reads_scans=reads_scans)
    values = _values(reading.paper) if reading.paper else {}
    return FileReading(values, reading.note, reading.doubts, reading.is_scan, reading.is_by_machine)


def read_plan_file(data: bytes, ending: str, by: User, *, reads_scans: bool = False) -> FileReading:
    """Return the values of a plan; `issuing_body` is empty for the user's own organisation."""
    reading = read_directive_file(data, ending, by, reads_scans=reads_scans)
    if is_own_name(str(reading.values.get("issuing_body", "")), by.organisation):
        return replace(reading, values={**reading.values, "issuing_body": ""})
    return reading


def read_paper_file(data: bytes, ending: str, *, reads_scans: bool = False) -> PaperReading:
    """Return what the first page of a file says; what a scan shows is recognised if `reads_scans` asks for it."""
    reading = _reading(data, ending)
    if not (reading.is_scan and reads_scans):
        return reading
    if not ocr.is_available():
        return replace(reading, note=f"{reading.note} {NO_OCR}", doubts=(*reading.doubts, NO_OCR))
    return read_scan(data, ending)


def is_own_name(name: str, organisation: Organisation) -> bool:
    own = OF_PLACE.sub("", fold(organisation.name))
    return OF_PLACE.sub("", fold(name)) in {own, f"{own} {fold(organisation.place)}"}


def _reading(data: bytes, ending: str) -> PaperReading:
    match ending:
        case "pdf":
            reading = _of_pages(_apart(pdf_pages, data), SCANNED)
            # A scan may have words beside its picture: those of a digital signature, or of a poor recognition.
            return reading if reading.paper else replace(reading, is_scan=True)
        case "docx":
            return _of_word(data)
        case "xlsx":
            return _unread(SPREADSHEET)
        case _:
            return replace(_unread(PICTURE), is_scan=True)


def _apart(read: Callable[[bytes], list[list[str]]], data: bytes) -> list[list[str]] | None:
    try:
        return call_apart(read, data, seconds=SECONDS)
    except WorkFailed:
        return None


def _of_word(data: bytes) -> PaperReading:
    """Return the reading of a Word file's first page; it says from which code pages letters were converted."""
    found = _apart(word_code_pages_and_page, data)
    code_pages, pages = (found[0], found[1:]) if found else ([], None)
    reading = _of_pages(pages, NO_TEXT)
    if not (code_pages and reading.paper):
        return reading
    converted = FROM_OLD_LETTERS.format(names=" và ".join(code_pages))
    return replace(reading, note=f"{reading.note} {converted}", doubts=(*reading.doubts, converted))


def _of_pages(pages: list[list[str]] | None, no_words: str) -> PaperReading:
    """Return the reading of the first page, combined from every way of extracting its lines."""
    if pages is None:
        return _unread(NOT_READ)
    if not any(map(str.isalpha, "".join(chain(*pages)))):
        return _unread(no_words)
    if garbled_line(chain(*pages)):
        return _unread(GARBLED)
    if any(is_markup("\n".join(lines)) for lines in pages):
        return _unread(MARKUP)
    return _of_paper(together([read_paper(lines) for lines in pages]), READ, READ_IN_PART)


def _of_paper(paper: Paper, note: str, note_in_part: str) -> PaperReading:
    """Return the reading with a note; the second one, and a doubt each, names the values that the page lacks."""
    if paper.kind is None or not (paper.number or paper.subject):
        return _unread(NOT_READ)
    lacking = [label for name, label in LABELS.items() if not getattr(paper, name)]
    if lacking:
        note = note_in_part.format(lacking=" và ".join(lacking))
    return PaperReading(paper, note, tuple(NOT_FOUND.format(label=label) for label in lacking))


def _unread(note: str) -> PaperReading:
    return PaperReading(None, note, (note,))


def _values(paper: Paper) -> dict[str, object]:
    """Return the values of a paper by the names of the form's fields."""
    kind = paper.kind.label if paper.kind else ""
    return {
        "kind_text": paper.kind_as_written or kind,
        **{name: getattr(paper, name) for name in LABELS},
    }


def read_scan(data: bytes, ending: str) -> PaperReading:
    """Return what is recognised on the first page of a scan, with a doubt for each number and date."""
    try:
        (page,) = ocr.scanned_pages(data, ending, most_pages=1)
    except (ocr.ScanUnreadable, ValueError):
        return _unread(SCAN_NOT_READ)
    paper = together([read_paper([*map(_without_specks, lines)]) for lines in (page.rows, page.running)])
    reading = _of_paper(paper, READ_BY_MACHINE, READ_BY_MACHINE_IN_PART)
    if reading.paper is None:
        return _unread(SCAN_NOT_READ)
    unsure = _unsure_words(paper, page.unsure)
    doubts = (*reading.doubts, *_doubts_of_scan(paper), *unsure)
    return replace(reading, note=" ".join([reading.note, *unsure]), doubts=doubts, is_by_machine=True)


def _without_specks(line: str) -> str:
    """Return the line without the dot at the end of a name in capitals that a speck was read as."""
    return SPECK.sub(lambda found: found[1] if found[1].isupper() else found[0], line)


def _doubts_of_scan(paper: Paper) -> Iterator[str]:
    """Yield a doubt for each value with figures."""
    day = paper.issued_on and official_date(paper.issued_on)
    for name, value in {"number": paper.number, "issued_on": day, "subject": paper.subject}.items():
        if value and any(map(str.isdigit, value)):
            yield BY_MACHINE.format(label=LABELS[name], value=value)


def _unsure_words(paper: Paper, unsure: Sequence[str]) -> list[str]:
    """Return the doubt about the words of the values that are likely misread, or an empty list."""
    values = f"{paper.issuing_body} {paper.subject}".lower()
    words = [word for word in unsure if word.lower() in values and any(map(str.isalnum, word))]
    return [UNSURE.format(words="”, “".join(words[:MOST_NAMED]))] if words else []
