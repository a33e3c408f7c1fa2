"""A paper is read whatever a receiving office stamped on it, and wherever a narrow column breaks Quốc hiệu."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from pbgdpl.lib.office.first_page import pdf_pages, word_code_pages_and_page
from plans.kinds import DocumentKind
from plans.reading.paper.arrival_stamp import without_arrival_stamp
from plans.reading.paper.first_page import Paper, read_paper, together

CASES = Path(settings.BASE_DIR).parent / "shared" / "data" / "cases"
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
LETTER = [
    "UBND TỈNH SEN",
    NATION,
    MOTTO,
    "Số: 118/UBND-NC",
    "V/v phổ biến pháp luật",
    "Sen, ngày 20 tháng 01 năm 2025",
]
READ = Paper(
    DocumentKind.OFFICIAL_LETTER,
    "",
    "118/UBND-NC",
    date(2025, 1, 20),
    "UBND tỉnh Sen",
    "về việc phổ biến pháp luật",
)
STAMPS = {
    "name, number, day": ["SỞ TƯ PHÁP TỈNH SEN", "CÔNG VĂN ĐẾN", "Số: 4021", "Ngày: 21/01/2025"],
    "one line": ["VĂN BẢN ĐẾN Số: 4021 Ngày: 21/01/2025", "Chuyển: Phòng Nghiệp vụ"],
    "dots to be written on": [
        "SỞ TƯ PHÁP",
        "ĐẾN",
        "Số: ………",
        "Ngày: …/…/2025",
        "Chuyển: ………",
        "Lưu hồ sơ số: ……",
    ],
    "with the hour": [
        "CÔNG VĂN ĐẾN",
        "Số đến: 12",
        "Giờ: 8h30",
        "",
        "Ngày đến: 21/01/2025",
        "Kính chuyển: PGĐ",
    ],
}


@pytest.mark.parametrize("stamp", STAMPS)
def test_an_arrival_stamp_above_is_no_part_of_the_paper(stamp):
    assert read_paper([*STAMPS[stamp], *LETTER, "Kính gửi: Các sở."]) == READ


@pytest.mark.parametrize("stamp", STAMPS)
def test_an_arrival_stamp_below_the_letterhead_is_no_part_of_it_either(stamp):
    assert read_paper([*LETTER, *STAMPS[stamp], "Kính gửi: Các sở."]) == READ


@pytest.mark.parametrize(
    "lines",
    [
        LETTER,
        ["SỞ Y TẾ", "Số: 1/KH-SYT", "KẾ HOẠCH", "Công văn đến, công văn đi năm 2025"],
        ["QUYẾT ĐỊNH", "Về việc quản lý văn bản đến"],
    ],
)
def test_a_paper_without_a_stamp_is_left_whole(lines):
    assert without_arrival_stamp(lines) == lines


WORDS = NATION.split()


@pytest.mark.parametrize("breaks", [(2,), (3,), (4,), (5,), (6,), (7,), (4, 6), (3, 5)], ids=str)
@pytest.mark.parametrize("gap", ["\t", "      "], ids=["tab", "spaces"])
def test_quoc_hieu_may_break_anywhere(breaks, gap):
    parts = [" ".join(WORDS[start:end]) for start, end in zip((0, *breaks), (*breaks, 8), strict=True)]
    left = ["UBND TỈNH SEN", "SỞ Y TẾ", "", ""]
    lines = [f"{name}{gap}{part}" for name, part in zip(left, [*parts, MOTTO], strict=False)]
    lines += [f"Số: 27/KH-SYT{gap}Sen, ngày 14 tháng 02 năm 2025", "KẾ HOẠCH", "Tuyên truyền năm 2025"]
    read = Paper(DocumentKind.PLAN, "", "27/KH-SYT", date(2025, 2, 14), "Sở Y tế", "tuyên truyền năm 2025")
    assert read_paper(lines) == read


def test_a_subject_that_names_the_nation_is_left_whole():
    lines = [
        "SỞ Y TẾ",
        "Số: 1/KH-SYT",
        "KẾ HOẠCH",
        "XÂY DỰNG NHÀ NƯỚC PHÁP QUYỀN XÃ HỘI",
        "CHỦ NGHĨA VIỆT NAM",
    ]
    assert read_paper(lines).subject == "xây dựng Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam"


@pytest.mark.parametrize(
    ("name", "number", "day", "body"),
    [
        ("12a-so-ngay-dong-dau-truong.pdf", "27/KH-SYT", date(2025, 2, 14), "Sở Y tế"),
        ("13a-khoa-sua-khong-mat-khau.pdf", "512/BTP-PBGDPL", date(2025, 9, 3), "Bộ Tư pháp"),
        ("14a-quoc-hieu-ngat-nghia.pdf", "27/KH-SYT", date(2025, 2, 14), "Sở Y tế"),
        ("16-dau-cong-van-den.docx", "118/UBND-NC", date(2025, 1, 20), "UBND tỉnh Sen"),
    ],
)
def test_papers_that_were_misread_are_read(name, number, day, body):
    if not (CASES / name).exists():
        pytest.skip("the small inputs that failed lie outside of this repository, in ../shared/data/cases")
    data = (CASES / name).read_bytes()
    pages = pdf_pages(data) if name.endswith("pdf") else word_code_pages_and_page(data)[1:]
    paper = together([read_paper(lines) for lines in pages])
    assert (paper.number, paper.issued_on, paper.issuing_body) == (number, day, body)
