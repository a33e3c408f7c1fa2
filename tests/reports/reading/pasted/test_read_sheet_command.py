"""The command reads a sheet as the review of an upload does, prints JSON and saves nothing."""

import json

import pytest
from django.core.management import CommandError, call_command

from events.models import Event
from plans.models import Directive, Plan
from tests.factories import make_plan
from tests.reports.reading.pasted.test_sheet import HEADINGS, ROWS
from tests.reports.reading.pasted.uploading import book_of, case, saved, sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(tmp_path, capsys, department):
    def read(data, rows="plans", year=2025):
        path = tmp_path / "danh sách.xlsx"
        path.write_bytes(data)
        call_command("read_sheet", str(path), rows=rows, organisation=department.code, year=year)
        assert [model.objects.count() for model in (Directive, Event)] == [0, 0]
        return json.loads(capsys.readouterr().out)

    return read


def chosen(printed, *names):
    return [tuple(row[name] for name in names) for row in printed["rows"]]


def reasons(printed):
    return [(out["sheet"], out["row"], out["why"]) for out in printed["left_out"]]


def test_rows_are_printed_with_their_fields_their_place_and_their_doubts(read):
    assert read(sheet(HEADINGS, ROWS[0], (2, None, None, "31/9/2025", None, "về hòa giải")), year=2024) == {
        "rows": [
            {
                "sheet": "Sheet",
                "row": 2,
                "list": "plans",
                "kind_text": "Kế hoạch",
                "number": "15/KH-SXD",
                "issued_on": "16/01/2024",
                "issuing_body": None,
                "subject": "về phổ biến Luật Đường bộ",
                "wording": None,
                "skipped": False,
                "doubts": [],
            },
            {
                "sheet": "Sheet",
                "row": 3,
                "list": "plans",
                "kind_text": "Kế hoạch",
                "number": None,
                "issued_on": "31/9/2025",
                "issuing_body": None,
                "subject": "về hòa giải",
                "wording": None,
                "skipped": False,
                "doubts": [
                    "Ngày ban hành: Ngày “31/9/2025” không có trong lịch hoặc viết chưa đủ. Viết như 16/01/2024.",
                    "Chưa có số, ký hiệu.",
                ],
            },
        ],
        "left_out": [],
        "unread_columns": [],
    }


def test_an_event_is_printed_with_the_label_of_its_kind(read):
    headings = ("Hình thức", "Tên hoạt động", "Thời gian", "Số người")
    printed = read(sheet(headings, ("tap huan", "Tập huấn Luật Nhà ở", "05/3/2025", "12,5")), "events")
    assert chosen(printed, "list", "kind", "name", "held", "turnout") == [
        ("events", "Tập huấn", "Tập huấn Luật Nhà ở", "05/3/2025", "12,5")
    ]
    assert printed["rows"][0]["doubts"] == [
        "Số người: Không đọc được số người “12,5”. Viết như 200 hoặc hơn 1.245. "
        "Số người là số nguyên, dấu chấm chỉ để ngăn hàng nghìn."
    ]


def test_a_row_that_is_stored_already_is_printed_as_skipped(read, department):
    make_plan(organisation=department, number="15/KH-SXD", issued_on="2024-01-16")
    (row,) = read(sheet(HEADINGS, ROWS[0]), year=2024)["rows"]
    assert (row["skipped"], row["doubts"]) == (True, ["Đã có: Kế hoạch số 15/KH-SXD (năm 2024)."])
    assert Plan.objects.count() == 1


def test_hidden_rows_are_left_out(read):
    printed = read(case("06-dong-an-loc.xlsx"))
    assert [row["row"] for row in printed["rows"]] == [3, 6]
    assert [(row, why) for _, row, why in reasons(printed)] == [(row, "đang ẩn") for row in (2, 4, 5, 7)]


def test_headings_of_two_rows_and_merged_cells(read):
    printed = read(case("07-tieu-de-hai-dong.xlsx"))
    assert chosen(printed, "row", "kind_text", "subject") == [
        (4, "Kế hoạch", "về phổ biến, giáo dục pháp luật năm 2025"),
        (5, "Kế hoạch", "về tuyên truyền Luật Đường bộ"),
        (7, "Công văn", "về việc tập huấn hòa giải viên"),
    ]
    assert [(row, why) for _, row, why in reasons(printed)] == [
        (3, "tên nhóm"),
        (6, "tên nhóm"),
        (8, "dòng cộng"),
    ]
    assert printed["unread_columns"] == ["Phòng tham mưu"]


def test_a_register_of_decree_30(read):
    assert chosen(read(case("08a-so-van-ban-di.xlsx")), "kind_text", "number", "issued_on", "subject") == [
        ("Kế hoạch", "12/KH-SKHCN", "08/01/2025", "phổ biến, giáo dục pháp luật năm 2025"),
        ("Công văn", "45/SKHCN-VP", "11/02/2025", "về việc hưởng ứng Ngày Pháp luật"),
        ("Quyết định", "77/QĐ-SKHCN", "04/03/2025", "kiện toàn đội ngũ báo cáo viên pháp luật"),
    ]


def test_an_export_of_letters(read):
    printed = read(case("08c-ket-xuat-cong-van.xlsx"), "directives")
    assert chosen(printed, "list", "kind_text", "number", "issued_on") == [
        ("directives", "Công văn", "45/SKHCN-VP", "11/02/2025")
    ]
    assert printed["unread_columns"] == ["NGÀY ĐI/NGÀY ĐẾN", "GHI CHÚ"]


def test_one_column_of_sentences(read):
    printed = read(case("08f-mot-cot-cau.xlsx"))
    assert [row["row"] for row in printed["rows"]] == [2, 3]
    assert all(row["number"] and row["issued_on"] for row in printed["rows"])


def test_swapped_days_are_in_doubt(read):
    printed = read(case("10-ngay-thang-dao.xlsx"))
    assert [row["row"] for row in printed["rows"] if any("bị đảo" in doubt for doubt in row["doubts"])] == [
        2,
        4,
        6,
    ]


def test_all_visible_sheets_are_read_and_the_others_are_named(read):
    book = book_of(HEADINGS, ROWS[0])
    book.active.title = "Quý I"
    for title, rows in (("Quý II", [("DANH SÁCH",), HEADINGS, ROWS[1]]), ("Ghi chú", [("Lưu ý chung",)])):
        for row in rows:
            (book[title] if title in book.sheetnames else book.create_sheet(title)).append(row)
    book.create_sheet("Trống")
    book.create_sheet("Nháp").sheet_state = "hidden"
    book.create_sheet("Quý III").append(HEADINGS)
    printed = read(saved(book), year=2024)
    assert chosen(printed, "sheet", "row", "number") == [("Quý I", 2, "15/KH-SXD"), ("Quý II", 3, "9/QĐ-SXD")]
    assert reasons(printed) == [
        ("Quý II", 1, "trên dòng tiêu đề"),
        ("Ghi chú", None, "không tìm thấy dòng tiêu đề"),
        ("Quý III", None, "không có dòng nào dưới tiêu đề"),
        ("Nháp", None, "trang tính đang ẩn"),
    ]


@pytest.mark.parametrize(
    ("rows", "code", "year", "sentence"),
    [
        ("books", "SXD", 2025, "Danh sách ở --rows phải là plans, directives, policies hoặc events."),
        ("plans", "XYZ", 2025, "Không có cơ quan nào mã “XYZ”."),
        ("plans", "SXD", 1, "Năm ở --year phải từ 2000 đến 2100."),
        ("plans", "SXD", 2025, "Tệp này rỗng."),
    ],
)
def test_what_cannot_be_read_ends_in_a_sentence(tmp_path, department, rows, code, year, sentence):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"")
    with pytest.raises(CommandError) as refusal:
        call_command("read_sheet", str(path), rows=rows, organisation=code, year=year)
    assert str(refusal.value).startswith(sentence)


def test_a_missing_file_is_named(tmp_path, department):
    with pytest.raises(CommandError, match=r"Không đọc được tệp “.*x\.xlsx”"):
        call_command("read_sheet", str(tmp_path / "x.xlsx"), rows="plans", organisation="SXD", year=2025)
