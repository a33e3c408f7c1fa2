"""Size and cut of each place's letters (Decree 30/2020, Appendix I, VI), read from the printed PDF."""

import pytest

from tests.reports.document.documents import full_document
from tests.reports.document.printed import HAIR, MM, Print, printed

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NUMBER = "Số: 05/BC-SNNMT"
DATE = "Quảng Hà, ngày 05 tháng 11 năm 2025"


@pytest.fixture(scope="module")
def paper() -> Print:
    return printed(full_document())


@pytest.mark.parametrize(
    ("text", "size", "look"),
    [
        (NATION, 12, "Bold"),
        (MOTTO, 13, "Bold"),
        ("UBND TỈNH QUẢNG HÀ", 12, ""),
        ("SỞ NÔNG NGHIỆP", 12, "Bold"),
        (NUMBER, 13, ""),
        (DATE, 13, "Italic"),
        ("BÁO CÁO", 14, "Bold"),
        ("Kết quả công tác phổ biến", 14, "Bold"),
        ("(Số liệu tính từ ngày 01/01/2025 đến ngày 31/10/2025)", 14, "Italic"),
        ("Kính gửi:", 14, ""),
        ("- Ủy ban nhân dân tỉnh Quảng Hà;", 14, ""),
        ("Căn cứ Luật Phổ biến, giáo dục pháp luật ngày 20 tháng 6 năm 2012;", 14, "Italic"),
        ("I. KẾT QUẢ THỰC HIỆN", 14, "Bold"),
        ("1. Chỉ đạo, điều hành", 14, "Bold"),
        ("2.1. Hội nghị trực tiếp", 14, "Bold"),
        ("a) Lớp dành cho phụ nữ", 14, ""),
        ("Ba lớp, 145 lượt người", 14, ""),
        ("Vùng ven biển:", 14, "Bold"),
        ("Ngày 30-31/7/2025, Sở mở lớp", 14, ""),
        ("- Kế hoạch số 2606/KH-SNNMT", 14, ""),
        ("+ Bản giấy gửi 12 xã", 14, ""),
        ("Nhân lực:", 14, "Bold"),
        ("b) Kinh phí cấp muộn", 14, ""),
        ("Trên đây là báo cáo của Sở", 14, ""),
        ("KT. GIÁM ĐỐC", 14, "Bold"),
        ("PHÓ GIÁM ĐỐC", 14, "Bold"),
        ("Trần Thị Hạ Vy", 14, "Bold"),
        ("Nơi nhận:", 12, "Bold-Italic"),
        ("- Như trên;", 11, ""),
        ("- Lưu: VT, VP.", 11, ""),
        ("Phụ lục II", 14, "Bold"),
        ("SỐ LIỆU HỘI NGHỊ, TẬP HUẤN NĂM 2025", 14, "Bold"),
        ("Lượt người", 13, "Bold"),
        ("Tập huấn an toàn thực phẩm", 13, ""),
    ],
)
def test_each_place_has_its_size_and_cut(paper, text, size, look):
    words = paper.find(text)
    assert (words.size, words.look) == (size, look)


def test_the_line_that_ties_an_annex_to_its_report_is_italic(paper):
    _, title, *lines = paper.pages[2].rows[:4]
    assert [(line.size, line.look) for line in lines] == [(14, "Italic")] * 2
    assert lines[0].text.startswith("(Kèm theo Báo cáo số 05/BC-SNNMT ngày 05 tháng 11")
    # Three single lines of 14 × 1.149 points.
    baselines = [line.baseline for line in (title, *lines)]
    assert baselines == pytest.approx([title.baseline + number * 16.09 * MM for number in range(3)], abs=HAIR)
