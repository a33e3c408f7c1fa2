"""The form and its change since the year before as tables of the paper."""

from reports.document.tree import Paragraph
from reports.figures.printed import printed_change, printed_form
from reports.models import PeriodKey, PeriodKind
from tests.reports.figures.filled import CUT_OFF, filled_form

HALF_YEAR = PeriodKey(2026, PeriodKind.HALF_YEAR)


def test_a_form_has_a_row_for_each_heading_and_each_column():
    name, table = printed_form(filled_form())
    assert name == Paragraph("Biểu số 04b/TP/PBGDPL (số liệu từ ngày 01/01/2026 đến ngày 30/6/2026):")
    assert table.rows == (
        ("Cột", "Chỉ tiêu", "Đơn vị tính", "Số liệu"),
        ("", "Báo cáo viên pháp luật cấp tỉnh", "", ""),
        ("3", "- Tổng số", "người", "-"),
        ("4", "- Trong đó: số người đã thực hiện phổ biến", "người", ""),
        ("", "Phổ biến trực tiếp, trực tuyến", "", ""),
        ("5", "- Số cuộc", "cuộc", "36"),
        ("6", "- Số lượt người tham dự", "lượt người", "5.614"),
        ("", "- Trong đó trực tuyến", "", ""),
        ("7", "+ Số cuộc", "cuộc", "2"),
        ("8", "+ Số lượt người tham dự", "lượt người", "1.245"),
        ("", "Tài liệu được phát hành hoặc đăng tải", "", ""),
        ("11", "- Tổng số tài liệu gốc", "tài liệu", "0"),
        ("", "Kinh phí", "", ""),
        ("18", "- Tổng số", "đồng", "35.519.055.296"),
        ("22", "Ghi chú", "", "Chưa tính xã."),
    )


def test_the_estimated_rest_stands_beside_what_was_done():
    _, table = printed_form(filled_form(window=CUT_OFF, estimates={"5": 4}))
    assert table.rows[0][3:] == ("Thực hiện đến 31/10/2026", "Ước phần còn lại", "Cộng")
    assert {row[0]: row[3:] for row in table.rows if row[0] in ("3", "4", "5", "6", "22")} == {
        "3": ("-", "-", "-"),
        "4": ("", "", ""),
        "5": ("36", "4", "40"),
        "6": ("5.614", "", "5.614"),
        "22": ("Chưa tính xã.", "", ""),
    }


def test_a_column_of_words_without_words_is_not_printed():
    _, table = printed_form(filled_form(words=""))
    assert table.rows[-1][0] == "18"


def test_the_change_names_what_each_figure_moved_by():
    before = {"4": 7, "5": 32, "6": 5614, "7": 16, "11": 3, "8": 0}
    table = printed_change(filled_form(before=before), HALF_YEAR)
    titles = ("Chỉ tiêu", "6 tháng đầu năm 2026", "6 tháng đầu năm 2025", "Tăng (+), giảm (-)", "Tỷ lệ")
    assert table.rows == (
        titles,
        ("Báo cáo viên pháp luật cấp tỉnh", "", "", "", ""),
        ("- Trong đó: số người đã thực hiện phổ biến", "", "7", "", ""),
        ("Phổ biến trực tiếp, trực tuyến", "", "", "", ""),
        ("- Số cuộc", "36", "32", "+4", "+12,5%"),
        ("- Số lượt người tham dự", "5.614", "5.614", "0", "0%"),
        ("- Trong đó trực tuyến", "", "", "", ""),
        ("+ Số cuộc", "2", "16", "-14", "-87,5%"),
        ("+ Số lượt người tham dự", "1.245", "0", "+1.245", ""),
        ("Tài liệu được phát hành hoặc đăng tải", "", "", "", ""),
        ("- Tổng số tài liệu gốc", "0", "3", "-3", "-100%"),
        ("Kinh phí", "", "", "", ""),
        ("- Tổng số (đồng)", "35.519.055.296", "", "", ""),
    )


def test_a_great_change_is_written_with_thousands():
    table = printed_change(filled_form({"5": 10**15}, before={"5": 3}), HALF_YEAR)
    assert table.rows[-1][-2:] == ("+999.999.999.999.997", "+33.333.333.333.333.233,3%")


def test_a_word_without_end_is_parted():
    _, table = printed_form(filled_form(words="x" * 500))
    assert max(map(len, table.rows[-1][3].split())) == 60
