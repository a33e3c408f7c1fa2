"""Submitted data as a spreadsheet: the report line by line, its events, its documents and its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

from django.utils.timezone import make_naive

from events.kinds import EventMode
from pbgdpl.lib.office.numbered_sheet import NumberedColumn, add_numbered_sheet
from pbgdpl.lib.office.sheet_format import Value, new_book, saved
from reports.comparing.version_parts import version_parts
from reports.document.data import Data, from_data

DOES_NOT_APPLY = "-"
DOCUMENTS = {
    "directives": "Văn bản chỉ đạo",
    "plans": "Văn bản đã ban hành",
    "policies": "Chính sách, dự thảo",
}
MODES = {mode.value: str(mode.label) for mode in EventMode}
YES = "Có"


def _stated(name: str) -> Callable[[Data], Value]:
    """Return what reads a text or a number; what is not stated is an empty cell."""
    return lambda row: "" if row.get(name) is None else row[name]


def _day(name: str) -> Callable[[Data], Value]:
    return lambda row: date.fromisoformat(row[name]) if row.get(name) else ""


def _yes(name: str) -> Callable[[Data], Value]:
    return lambda row: YES if row[name] else ""


def _number(name: str) -> Callable[[Data], Value]:
    """Return what reads a number of a figure, "-" where it does not apply."""
    return lambda row: DOES_NOT_APPLY if row["does_not_apply"] else _stated(name)(row)


def _settled_at(row: Data) -> Value:
    settled = row["settled"]
    return make_naive(datetime.fromisoformat(settled["at"])) if settled and settled["at"] else ""


Columns = tuple[NumberedColumn[Data], ...]
LINES: Columns = (NumberedColumn("Phần", _stated("part")), NumberedColumn("Lời", _stated("line")))
EVENTS: Columns = (
    NumberedColumn("Hình thức", _stated("kind_label")),
    NumberedColumn("Tên hoạt động", _stated("name")),
    NumberedColumn("Từ ngày", _day("held_from")),
    NumberedColumn("Đến ngày", _day("held_to")),
    NumberedColumn("Số cuộc", _stated("sessions")),
    NumberedColumn("Cách tổ chức", lambda row: MODES.get(row["mode"], "")),
    NumberedColumn("Số người tham dự", _stated("attendance")),
    NumberedColumn("Địa điểm", _stated("place")),
    NumberedColumn("Đơn vị phối hợp", _stated("partners")),
    NumberedColumn("Tài liệu gốc", _stated("originals")),
    NumberedColumn("Đã đăng tải", _stated("posted")),
    NumberedColumn("Bản in, nhân bản", _stated("copies")),
    NumberedColumn("Câu in trong báo cáo", _stated("words")),
    NumberedColumn("Được in", _yes("is_printed")),
    NumberedColumn("Phòng, đơn vị", _stated("division")),
)
PAPERS: Columns = (
    NumberedColumn("Danh mục", _stated("list")),
    NumberedColumn("Loại", _stated("kind_label")),
    NumberedColumn("Số, ký hiệu", _stated("number")),
    NumberedColumn("Ngày ban hành", _day("issued_on")),
    NumberedColumn("Cơ quan", _stated("issuing_body")),
    NumberedColumn("Trích yếu, tên", _stated("subject")),
    NumberedColumn("Câu in trong báo cáo", _stated("words")),
    NumberedColumn("Được in", _yes("is_printed")),
    NumberedColumn("Phòng, đơn vị", _stated("division")),
)
FIGURES: Columns = (
    NumberedColumn("Cột", _stated("code")),
    NumberedColumn("Chỉ tiêu", lambda row: ": ".join((*row["above"], row["label"]))),
    NumberedColumn("Đơn vị tính", _stated("unit")),
    NumberedColumn("Thực hiện", _number("actual")),
    NumberedColumn("Ước", _number("estimate")),
    NumberedColumn("Đếm được", _stated("counted")),
    NumberedColumn("Cùng kỳ năm trước", _stated("before")),
    NumberedColumn("Ghi chú", _stated("words")),
    NumberedColumn("Lý do chốt khác số đếm được", _stated("reason")),
    NumberedColumn("Giải trình", _stated("explanation")),
    NumberedColumn("Người chốt", lambda row: row["settled"]["by"] if row["settled"] else ""),
    NumberedColumn("Chốt lúc", _settled_at),
)


def data_sheets(data: Data) -> bytes:
    """Return an XLSX file of what `read_data` returned."""
    head = f"Báo cáo {data['period']['words']} – {data['body']['name']}, bản {data['submission']['version']}"
    book = new_book(head)
    figures = data["form"]["figures"] if data["form"] else []
    for title, columns, rows in (
        ("Báo cáo", LINES, [*_lines(data)]),
        ("Hoạt động", EVENTS, data["rows"]["events"]),
        ("Văn bản", PAPERS, [*_papers(data)]),
        ("Số liệu", FIGURES, figures),
    ):
        add_numbered_sheet(book, title, columns, rows, head=head)
    return saved(book)


def _lines(data: Data) -> Iterator[Data]:
    """Yield the printed lines; the cells of a table stand side by side."""
    for part, text in version_parts(from_data(data["paper"])):
        for line in text.split("\n"):
            yield {"part": part, "line": line.replace("\t", " | ")}


def _papers(data: Data) -> Iterator[Data]:
    for name, words in DOCUMENTS.items():
        for row in data["rows"][name]:
            named = {"subject": row["name"], "issuing_body": row["lead_body"]} if name == "policies" else {}
            yield {**row, **named, "list": words}
