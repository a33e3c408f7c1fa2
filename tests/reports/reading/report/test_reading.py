"""A reading says of each line of the file what it became, and follows the corrections of the officer."""

import pytest

from accounts.models import Organisation
from reports.reading.earlier.units import texts_of
from reports.reading.report import NOT_A_HEADING, Piece, reading_of
from reports.reading.report.intake import intake_of
from reports.reading.report.reading import read_source
from reports.reading.report.text_source import text_source
from tests.reports.reading.report.reading import outline

TEXT = """\
SỞ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
_____
BÁO CÁO
Kết quả năm 2024
I. KẾT QUẢ
1. Văn bản
- Kế hoạch số 12/KH-SYT ngày 05/3/2024 về kiểm tra;
a) Hội nghị
Trong năm, Sở đã tổ chức nhiều hội nghị; các phòng đã phối hợp
chặt chẽ với địa phương.
2. Kinh phí
Có đủ.
Trên đây là báo cáo./.
Nơi nhận:
- Lưu: VT.\tGIÁM ĐỐC
(Đã ký)
"""


def reading(corrections=None):
    return reading_of(TEXT.encode(), "bao-cao.txt", corrections)


def test_each_line_has_become_one_piece_or_was_left_out():
    read = reading()
    assert [(one.piece, one.depth) for one in read.became] == [
        (Piece.HEAD, 0),
        (Piece.LEFT_OUT, 0),
        (Piece.HEAD, 0),
        (Piece.HEAD, 0),
        (Piece.HEADING, 1),
        (Piece.HEADING, 2),
        (Piece.ITEM, 0),
        (Piece.HEADING, 3),
        (Piece.PARAGRAPH, 0),
        (Piece.PARAGRAPH, 0),
        (Piece.HEADING, 2),
        (Piece.PARAGRAPH, 0),
        (Piece.END, 0),
        (Piece.END, 0),
        (Piece.END, 0),
        (Piece.LEFT_OUT, 0),
    ]
    assert [(one.text, one.position) for one in read.left_out] == [("_____", 1), ("(Đã ký)", 15)]


@pytest.mark.parametrize(
    ("corrections", "headings"),
    [
        ({}, [(1, "KẾT QUẢ"), (2, "Văn bản"), (3, "Hội nghị"), (2, "Kinh phí")]),
        ({5: 1}, [(1, "KẾT QUẢ"), (1, "VĂN BẢN"), (2, "Hội nghị"), (2, "Kinh phí")]),
        ({5: NOT_A_HEADING}, [(1, "KẾT QUẢ"), (2, "Hội nghị"), (2, "Kinh phí")]),
        ({11: 3}, [(1, "KẾT QUẢ"), (2, "Văn bản"), (3, "Hội nghị"), (2, "Kinh phí"), (3, "Có đủ.")]),
    ],
)
def test_a_corrected_heading_takes_along_what_is_below_it(corrections, headings):
    assert list(outline(reading(corrections).document.body)) == headings


@pytest.mark.django_db
def test_a_row_points_at_the_line_that_it_was_read_from():
    health = Organisation.objects.create(code="SYT", name="Sở Y tế", place="Sen")
    read = reading()
    (found,) = intake_of(read.document, organisation=health, year=2024).found
    assert (found.row.number, read.origins[found.text]) == ("12/KH-SYT", (6,))


@pytest.mark.django_db
def test_the_row_of_a_legal_basis_points_at_its_own_line():
    health = Organisation.objects.create(code="SYT", name="Sở Y tế", place="Sen")
    bases = "Căn cứ Luật Dược;\nCăn cứ Kế hoạch số 63/KH-UBND ngày 02/02/2024 của UBND tỉnh về tiếp cận pháp luật;\n"
    read = read_source(
        text_source(f"BÁO CÁO\nKết quả năm 2024\n{bases}Sở Y tế báo cáo như sau:\nI. KẾT QUẢ\nTốt.")
    )
    found = intake_of(read.document, organisation=health, year=2024).found
    lines = [read.lines[at].text for one in found for at in read.origins[one.text] if one.row.number]
    assert lines == bases.splitlines()[1:]
    assert len(read.origins) == len(texts_of(read.document))
