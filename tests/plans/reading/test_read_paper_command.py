"""read_paper prints what the first page of one document says."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from pypdf import PdfReader, PdfWriter
from weasyprint import HTML

from pbgdpl.lib.office.conversion import is_available
from plans.reading.paper.file import SCAN_NOT_READ
from tests.accounts.attaching import uploads
from tests.lib.scans import drawn, grained, needs_ocr, page, saved
from tests.plans.reading.paper.dresses import DRESSES
from tests.plans.reading.paper.papers import DOCUMENTS

CASES = Path(settings.BASE_DIR).parent / "shared" / "data" / "cases"
HEALTH = {
    "number": "27/KH-SYT",
    "issued_on": "2025-02-14",
    "issuing_body": "Sở Y tế",
    "kind": "Kế hoạch",
    "subject": "phổ biến, giáo dục pháp luật năm 2025",
}
SCIENCE = HEALTH | {
    "number": "12/KH-SKHCN",
    "issued_on": "2025-01-08",
    "issuing_body": "Sở Khoa học và Công nghệ",
}
OLD_LETTERS = "Chữ trong tệp viết bằng bảng mã cũ {}, đã chuyển sang Unicode: xem lại từng chữ."
CASE_VALUES = {
    "02c-ke-hoach-tcvn3.docx": SCIENCE | {"doubts": [OLD_LETTERS.format("TCVN3 (ABC)")]},
    "02d-ke-hoach-vni.docx": SCIENCE | {"doubts": [OLD_LETTERS.format("VNI")]},
    "12a-so-ngay-dong-dau-truong.pdf": HEALTH | {"doubts": []},
    "13a-khoa-sua-khong-mat-khau.pdf": {
        "number": "512/BTP-PBGDPL",
        "issued_on": "2025-09-03",
        "issuing_body": "Bộ Tư pháp",
        "kind": "Công văn",
        "subject": "về việc hướng dẫn thực hiện Ngày Pháp luật năm 2025",
        "doubts": [],
    },
    "14a-quoc-hieu-ngat-nghia.pdf": HEALTH | {"doubts": []},
    "16-dau-cong-van-den.docx": {
        "number": "118/UBND-NC",
        "issued_on": "2025-01-20",
        "issuing_body": "UBND tỉnh Sen",
        "kind": "Công văn",
        "subject": "về việc tăng cường phổ biến pháp luật",
        "doubts": [],
    },
}


def read(path, capsys):
    call_command("read_paper", str(path))
    return json.loads(capsys.readouterr().out)


def stored(folder, name, data):
    (folder / name).write_bytes(data)
    return folder / name


@pytest.mark.skipif(not CASES.exists(), reason="Không có thư mục shared/data/cases.")
@pytest.mark.parametrize("name", CASE_VALUES)
def test_a_paper_of_the_cases_gives_its_values(name, capsys):
    assert read(CASES / name, capsys) == CASE_VALUES[name]


def test_what_is_missing_is_null_and_a_doubt(tmp_path, capsys):
    data = DRESSES["Word, bảng"][1](DOCUMENTS["chưa có số, chưa có ngày"])
    values = read(stored(tmp_path, "a.docx", data), capsys)
    assert (values["number"], values["issued_on"], values["issuing_body"]) == (None, None, "Sở Y tế")
    assert values["doubts"] == [
        "Không thấy số ký hiệu ở trang đầu của tệp.",
        "Không thấy ngày ban hành ở trang đầu của tệp.",
    ]


def signed(scan):
    """Return a scan with the words of a digital signature, which are text beside the picture."""
    words = "<style>@page { size: A4 } p { margin-top: 24cm; font-size: 7pt }</style><p>Người ký: Sở Y tế</p>"
    writer = PdfWriter(clone_from=BytesIO(scan))
    writer.pages[0].merge_page(PdfReader(BytesIO(HTML(string=words).write_pdf())).pages[0])
    return uploads.written(writer)


@needs_ocr
def test_the_number_and_the_date_of_a_signed_scan_are_doubts(tmp_path, capsys):
    scan = signed(saved(grained(drawn(DRESSES["PDF, bảng"][1](DOCUMENTS["kế hoạch, tên dài hai dòng"])))))
    values = read(stored(tmp_path, "bản quét.pdf", scan), capsys)
    # What Tesseract is unsure of besides is its own affair.
    assert values | {"doubts": values["doubts"][:2]} == {
        "number": "05/KH-SKHCN",
        "issued_on": "2024-03-05",
        "issuing_body": "Sở Khoa học và Công nghệ",
        "kind": "Kế hoạch",
        "subject": "triển khai thi hành Luật Căn cước",
        "doubts": [
            "Đọc bằng máy từ bản quét: số ký hiệu “05/KH-SKHCN”.",
            "Đọc bằng máy từ bản quét: ngày ban hành “05/3/2024”.",
        ],
    }


@needs_ocr
def test_a_scan_of_something_else_has_no_values(tmp_path, capsys):
    scan = saved(grained(page("Danh sách đại biểu", "1. Nguyễn Văn Mẫu")), "JPEG")
    values = read(stored(tmp_path, "a.jpg", scan), capsys)
    assert values == dict.fromkeys(HEALTH) | {"doubts": [SCAN_NOT_READ]}


def test_a_file_that_is_no_paper_is_refused_in_one_sentence(tmp_path, capsys):
    missing, text = tmp_path / "không-có.pdf", stored(tmp_path, "a.txt", b"Xin")
    cut = stored(tmp_path, "b.pdf", uploads.pdf()[:200])
    for path, sentence in [
        (missing, f"Không đọc được tệp “{missing}”: không có tệp hoặc thư mục này."),
        (text, "“a.txt”: Không nhận loại tệp này. "),
        (cut, "“b.pdf”: Không mở được tệp PDF này: "),
        (tmp_path, f"Không đọc được tệp “{tmp_path}”: đây là thư mục, không phải tệp."),
    ]:
        with pytest.raises(CommandError) as refusal:
            call_command("read_paper", str(path))
        assert str(refusal.value).startswith(sentence)
    assert capsys.readouterr().out == ""


@pytest.mark.skipif(not is_available(), reason="LibreOffice is not installed")
def test_an_rtf_file_is_read_like_the_word_file_that_it_becomes(tmp_path, capsys):
    lines = (
        "SỞ Y TẾ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 27/KH-SYT",
        "Sen, ngày 14 tháng 02 năm 2025",
        "KẾ HOẠCH",
        "Phổ biến, giáo dục pháp luật năm 2025",
    )
    text = "\\par ".join(
        "".join(f"\\u{ord(one)}?" if ord(one) > 127 else one for one in line) for line in lines
    )
    path = stored(tmp_path, "ke-hoach.rtf", f"{{\\rtf1\\ansi {text}\\par}}".encode())
    assert read(path, capsys) == HEALTH | {"doubts": []}
