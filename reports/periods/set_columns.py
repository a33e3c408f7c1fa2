"""The columns of each kind of set in a spreadsheet: what a field is called there, written as and read from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

from events.kinds import EventMode
from pbgdpl.lib.office.sheet_format import Value
from pbgdpl.lib.vietnamese import fold
from reports.models import Count, CountedKind, CriteriaSet, IndicatorSet, Outline
from reports.models.indicators import GROUPS

YES, NO = "Có", "Không"
# What cells of boxes say, folded; ☒ is how Word shows a box that is ticked.
TICKED = {"co", "x", "×", "1", "yes", "true", "dung", "bat buoc", "phai viet", "✓", "✔", "☑", "☒", "√"}
NOT_TICKED = {"khong", "khong bat buoc", "0", "no", "false", "sai", "-", "–", "—", "☐"}
SEVERAL = re.compile(r"[;\n]")


@dataclass(frozen=True, slots=True)
class SetColumn:
    """A column for one field: its heading, others that mean the same (folded), its value, and what a form takes."""

    field: str
    heading: str
    also: tuple[str, ...]
    value: Callable[[Any], Value]
    read: Callable[[str], str | list[str]] = str.strip

    @property
    def is_box(self) -> bool:
        return self.read is read_box

    def is_unclear(self, text: str) -> bool:
        """Return whether a cell of a box says neither yes nor no."""
        return self.is_box and fold(text) not in TICKED | NOT_TICKED


def read_box(text: str) -> str:
    """Return the value of a check box: "" where the cell does not say yes."""
    return "on" if fold(text) in TICKED else ""


def _depth(text: str) -> str:
    """Return "2" for "Cấp 2", "2.0" or "2"."""
    return fold(text).removeprefix("cap").strip().removesuffix(".0")


def _code(text: str) -> str:
    """Return "18" for "(18)"."""
    return text.strip().removeprefix("(").removesuffix(")").strip()


def _one_of(choices: Iterable[tuple[str, str]]) -> Callable[[str], str]:
    """Return a function from a label to its value; what is no label stays as it is, for the form to refuse."""
    known = {fold(label): str(value) for value, label in choices}
    return lambda text: known.get(" ".join(fold(text).split()), text.strip())


def _some_of(options: type[models.TextChoices]) -> Callable[[str], list[str]]:
    """Return a function from labels, parted by ";" or by commas, to their values."""
    value_of, values = _one_of(options.choices), set(options.values)

    def read(text: str) -> list[str]:
        parts: list[str] = []
        for part in SEVERAL.split(text):
            one = value_of(part)
            parts += [one] if one in values else map(value_of, part.split(","))
        return [part for part in parts if part]

    return read


def _labels(options: type[models.TextChoices], values: list[str]) -> str:
    return "; ".join(str(label) for value, label in options.choices if value in values)


def _ticked(field: str, heading: str) -> SetColumn:
    """Return the column of a box that is not ticked where the cell is empty."""
    return SetColumn(field, heading, (), lambda row: YES if getattr(row, field) else "", read_box)


OUTLINE_COLUMNS = (
    SetColumn("depth", "Cấp", ("cap muc", "bac", "do sau"), lambda row: row.depth, _depth),
    SetColumn("heading", "Tiêu đề", ("muc", "de muc", "ten muc", "noi dung"), lambda row: row.heading),
    SetColumn(
        "is_required",
        "Bắt buộc",
        ("phai viet",),
        lambda row: YES if row.is_required else NO,
        read_box,
    ),
    SetColumn("guidance", "Hướng dẫn viết", ("huong dan",), lambda row: row.guidance),
    SetColumn(
        "starting_text", "Nội dung có sẵn", ("loi co san", "noi dung mau"), lambda row: row.starting_text
    ),
    SetColumn("collects", "Thu từ mục của đơn vị", ("thu tu muc",), lambda row: row.collects),
)
CRITERIA_COLUMNS = (
    SetColumn("group", "Nhóm", ("nhom tieu chi",), lambda row: row.group),
    SetColumn("name", "Tiêu chí", ("ten tieu chi", "noi dung tieu chi", "noi dung"), lambda row: row.name),
    SetColumn(
        "maximum_points",
        "Điểm tối đa",
        ("diem", "diem chuan", "so diem toi da"),
        lambda row: "" if row.maximum_points is None else row.maximum_points,
    ),
    SetColumn(
        "guidance",
        "Hướng dẫn đánh giá",
        ("huong dan", "cach tinh diem", "cach danh gia"),
        lambda row: row.guidance,
    ),
)
INDICATOR_COLUMNS = (
    SetColumn("code", "Mã cột", ("cot", "ma", "ma so"), lambda row: row.code, _code),
    SetColumn("above", "Tiêu đề phía trên", ("nhom", "nhom chi tieu"), lambda row: row.above),
    SetColumn("label", "Tên chỉ tiêu", ("chi tieu", "ten cot"), lambda row: row.label),
    SetColumn("unit", "Đơn vị tính", ("don vi", "dvt"), lambda row: row.unit),
    _ticked("is_text", "Cột ghi chữ"),
    _ticked("is_stock", "Số tại thời điểm"),
    _ticked("is_doubtful", "Chưa chắc chắn"),
    SetColumn("part_of", "Là một phần của cột", ("mot phan cua cot",), lambda row: row.part_of, _code),
    SetColumn("count", "Cách đếm", (), lambda row: Count(row.count).label, _one_of(Count.choices)),
    SetColumn(
        "kinds",
        "Đếm trên các loại",
        ("dem tren",),
        lambda row: _labels(CountedKind, row.kinds),
        _some_of(CountedKind),
    ),
    SetColumn(
        "modes",
        "Chỉ cách tổ chức",
        ("cach to chuc",),
        lambda row: _labels(EventMode, row.modes),
        _some_of(EventMode),
    ),
    SetColumn("sum_of", "Là tổng các cột", ("tong cac cot",), lambda row: row.sum_of),
    SetColumn("rules", "Quy tắc", ("cong thuc kiem tra",), lambda row: row.rules),
)
COLUMNS: dict[type[models.Model], tuple[SetColumn, ...]] = {
    Outline: OUTLINE_COLUMNS,
    CriteriaSet: CRITERIA_COLUMNS,
    IndicatorSet: INDICATOR_COLUMNS,
}
GROUPED_BY = ("depth", "heading", "is_required", "group", "above")  # what stands out where a group begins
NAMED_BY = {  # the column without which a sheet is none of ours
    Outline: "heading",
    CriteriaSet: "name",
    IndicatorSet: "label",
}
# What a second sheet says of a set, one a row; sets of other kinds have none.
HEADS: dict[type[models.Model], tuple[SetColumn, ...]] = {
    IndicatorSet: (
        SetColumn("form_code", "Ký hiệu biểu", ("bieu so",), lambda one: one.form_code),
        SetColumn("name", "Tên biểu", (), lambda one: one.name),
        SetColumn("legal_basis", "Căn cứ", ("can cu phap ly",), lambda one: one.legal_basis),
        SetColumn("from_year", "Dùng từ năm báo cáo", ("dung tu nam",), lambda one: str(one.from_year)),
        SetColumn(
            "group",
            "Dùng cho",
            ("nhom co quan",),
            lambda one: one.get_group_display(),
            _one_of(GROUPS),
        ),
    ),
    Outline: (
        SetColumn(
            "for_province",
            "Dùng cho báo cáo của tỉnh",
            ("bao cao cua tinh",),
            lambda one: YES if one.for_province else NO,
            read_box,
        ),
    ),
}
HEAD_TITLES = {IndicatorSet: "Thông tin biểu", Outline: "Thông tin đề cương"}
