"""A pasted table is read by its headings, or by the order of its columns, and what is not read is named."""

import pytest

from accounts.enrolling.columns import DEPARTMENTS, PEOPLE
from accounts.enrolling.reading import MOST_CHARACTERS, read_text
from accounts.rows.sheets.kinds import UnreadableSheet

AN, BINH = {"full_name": "Nguyễn Hoài An"}, {"full_name": "Trần Thanh Bình"}


def values(text, columns=PEOPLE):
    return [row for _, row in read_text(text, columns).rows]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Nguyễn Hoài An\nTrần Thanh Bình", [AN, BINH]),
        ("Họ và tên\r\nNguyễn Hoài An\r\nTrần Thanh Bình\r\n", [AN, BINH]),
        ("1. Nguyễn Hoài An\n2) Trần Thanh Bình", [AN, BINH]),
        ("- Nguyễn Hoài An\n• Trần Thanh Bình", [AN, BINH]),
        ("1\tNguyễn Hoài An\n2\tTrần Thanh Bình", [AN, BINH]),
        ("STT\tHọ tên\n1\tNguyễn Hoài An\n2\tTrần Thanh Bình", [AN, BINH]),
        ("| Họ và tên | Phòng |\n|---|---|\n| Nguyễn Hoài An | |", [AN]),
        (
            "Nguyễn Hoài An | Văn phòng | pháp chế",
            [AN | {"division_name": "Văn phòng", "role": "pháp chế"}],
        ),
        (
            "Email\tChức vụ\tHọ và tên\nan@sen.vn\tPhó phòng\tNguyễn Hoài An",
            [AN | {"email": "an@sen.vn", "job_title": "Phó phòng"}],
        ),
        ('Họ tên\tPhòng\n"Nguyễn\nHoài An"\t"Văn phòng"', [AN | {"division_name": "Văn phòng"}]),
        ('Họ tên\tPhòng\nNguyễn Hoài An\tPhòng "một', [AN | {"division_name": 'Phòng "một'}]),
    ],
)
def test_people_are_read_from_what_is_pasted(text, rows):
    assert values(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Sở Y tế\nSở Nội vụ", [{"name": "Sở Y tế"}, {"name": "Sở Nội vụ"}]),
        ("SYT|Sở Y tế|SYT|Sen", [{"code": "SYT", "name": "Sở Y tế", "symbol": "SYT", "place": "Sen"}]),
        ("Sở Y tế|SYT", [{"name": "Sở Y tế", "code": "SYT"}]),
        ("Tên cơ quan\tĐầu mối\nSở Y tế\tLê Mai", [{"name": "Sở Y tế", "full_name": "Lê Mai"}]),
    ],
)
def test_departments_are_read_from_what_is_pasted(text, rows):
    assert values(text, DEPARTMENTS) == rows


def test_columns_and_rows_that_are_not_read_are_named():
    listed = read_text("Họ tên\tPhòng\tGhi chú\nNguyễn Hoài An\tVăn phòng\tmới\nTổng cộng: 1\t\t", PEOPLE)
    assert listed.notes == (
        "Không đọc các cột: Ghi chú.",
        "Bỏ ra: dòng 3 “Tổng cộng: 1” (dòng cộng).",
    )


@pytest.mark.parametrize("text", ["", " \n\t\n", "||\n|", "\x01", "Họ và tên", "a" * (MOST_CHARACTERS + 1)])
def test_a_text_without_rows_is_refused_with_a_sentence(text):
    with pytest.raises(UnreadableSheet, match=r"\.$"):
        read_text(text, PEOPLE)
