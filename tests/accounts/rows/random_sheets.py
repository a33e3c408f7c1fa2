"""Random sheets, and what of their cells a reading neither kept nor named."""

import random
from collections.abc import Iterator

from accounts.rows.sheets.headings import ROW_NUMBERS, bare
from accounts.rows.sheets.kinds import UnreadableSheet
from accounts.rows.sheets.reading import Sheet, read_sheet
from accounts.rows.sheets.tables import letters
from events.columns import COLUMNS as EVENTS
from pbgdpl.lib.account_of_characters import left_out
from pbgdpl.lib.vietnamese import clean_line, fold
from plans.columns import COLUMNS as PLANS
from reports.reading.pasted.sheet_values import LABELS, document_values, event_values, partly_read
from tests.accounts.rows.xlsx_file import xlsx

TEXTS = (
    *("15/KH-SXD", "9/QĐ-SXD", "77/SXD-VP", "139", "45 / KH - SXD", "số 12/KH-UBND"),
    *("16/01/2024", "05.3.2024", "2024-02-11", "31/9/2024", "quý II/2024", "tháng 3/2024"),
    *("11/02/2025 00:00:00", "11/02/2025 14:35", "2025-02-11T07:00:00"),
    *(
        "Kế hoạch",
        "Quyết định",
        "Công văn",
        "Bài thơ",
        "Tập huấn",
        "Hội nghị",
        "Trực tuyến",
        "Trực tiếp/Online",
    ),
    *("Kế hoạch phổ biến Luật Đường bộ", "Quyết định ban hành Quy chế", "về việc hưởng ứng Ngày Pháp luật"),
    *("Tập huấn Luật Nhà ở", "Hội nghị (trực tuyến), đã hủy", "Sở Tư pháp; Công an tỉnh", "Hội trường Sở"),
    *("hơn 200", "1,250", "12,5", "khoảng 300 người", "120 lượt", "36 cuộc", "600 tờ gấp", "0012"),
    *("“a” & <b>", "x", "I", "A.", "II. Thi tìm hiểu", "Tổng số: 3", "Cộng", "(1)", "1", "2.", "1a"),
    *("Người lập", "Giám đốc", "(Ký, ghi rõ họ tên)", "Ghi chú: số liệu tạm", "Nguyễn Văn Sen", "Nơi nhận:"),
    *("e\u0302\u0301 hai dòng\nmột", "Trần  Thị\tLập", "Sen, ngày 31 tháng 12 năm 2024", "-", "...", "😀"),
)
UNKNOWN = ("Người ký", "Ghi chú riêng", "Nơi lưu", "", "STT", "TT", "Mức độ", "Trích yếu")
MOST_ROWS = 12


class RandomSheet:
    """A sheet with headings in one row, and what stands in each of its cells."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.kind = self.random.choice(("plan", "event"))
        self.columns = PLANS if self.kind == "plan" else EVENTS
        self.cells: dict[tuple[int, int], str] = {}
        self.hidden_rows: set[int] = set()
        self.heading = self.random.choice((1, 1, 2, 4))
        for number in range(1, self.heading):
            self._fill(number, ["DANH MỤC", *self.random.choices(("", "Sở Xây dựng"), k=2)])
        self._fill(self.heading, self._headings())
        for number in range(self.heading + 1, self.heading + 1 + self.random.randint(1, MOST_ROWS)):
            self._fill(number, self._row())
            if self.random.random() < 0.1:
                self.hidden_rows.add(number)

    def _headings(self) -> list[str]:
        count = self.random.randint(2, min(6, len(self.columns)))
        known = [self._name(column) for column in self.random.sample(list(self.columns), k=count)]
        names = [*known, *self.random.choices(UNKNOWN, k=self.random.randint(0, 3))]
        self.random.shuffle(names)
        return names

    def _name(self, column) -> str:
        return self.random.choice(
            (column.heading, *column.also, *column.also_with_kind, *column.also_with_place)
        )

    def _row(self) -> list[str]:
        width = sum(number == self.heading for number, _ in self.cells) + self.random.choice((0, 0, 0, 2))
        filled = self.random.choice((0.1, 0.3, 0.8, 1))
        return [self.random.choice(TEXTS) if self.random.random() < filled else "" for _ in range(width)]

    def _fill(self, number: int, texts: list[str]) -> None:
        self.cells |= {(number, place): text for place, text in enumerate(texts) if text}

    def file(self) -> bytes:
        rows = sorted({number for number, _ in self.cells})
        return xlsx("".join(self._xml(number) for number in rows))

    def _xml(self, number: int) -> str:
        cells = "".join(
            f'<c r="{letters(place)}{number}" t="inlineStr"><is><t xml:space="preserve">{_escaped(text)}</t></is></c>'
            for (row, place), text in sorted(self.cells.items())
            if row == number
        )
        return f'<row r="{number}" hidden="{int(number in self.hidden_rows)}">{cells}</row>'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def lost_in(sheet: RandomSheet) -> Iterator[str]:
    """Yield what of the cells of a sheet is neither in a value nor in a sentence that names it."""
    try:
        read = read_sheet(sheet.file(), sheet.columns)
    except UnreadableSheet:
        return  # which is said
    if read.sentences:
        return
    named = {out.number for out in read.left_out}
    rows = {row.number: row for row in read.rows}
    for number in sorted({number for number, _ in sheet.cells} - named):
        texts = {place: text for (row, place), text in sheet.cells.items() if row == number}
        if number in rows:
            yield from _lost_of(texts, rows[number], sheet, read)
        elif number != sheet.heading and not all(map(_is_running, texts.values())):
            yield f"dòng {number}: {texts}"


def _lost_of(texts, row, sheet: RandomSheet, read: Sheet) -> Iterator[str]:
    columns = {place: text for (number, place), text in sheet.cells.items() if number == sheet.heading}
    source = [
        text for place, text in texts.items() if not _is_named(place, text, columns.get(place, ""), read)
    ]
    values = event_values(row.values) if sheet.kind == "event" else document_values(row.values)
    doubts = [*row.doubts]
    if sheet.kind == "event":
        doubts.append(partly_read(row.values, values))
    shown = [LABELS.get(value, value) for value in values.values()]
    # A type that the subject repeats is shown once.
    repeated = values.get("kind_text", "")
    for piece in left_out(
        fold(" ".join(source)), fold(" ".join([*shown, *doubts, repeated, "online / : . ( ) + , &"]))
    ):
        if piece.strip("0: t"):
            yield f"dòng {row.number}: “{piece}” của {texts}"


def _is_named(place: int, text: str, heading: str, read: Sheet) -> bool:
    names = [name.split(" (")[0] for name in read.unknown_headings]
    if bare(heading) in ROW_NUMBERS and (len(clean_line(text)) <= 8):
        return True
    is_unnamed = not heading and (_is_running(text) or f"cột {letters(place)}" in names)
    return is_unnamed or clean_line(heading) in names


def _is_running(text: str) -> bool:
    return text.rstrip(".)").isdecimal()
