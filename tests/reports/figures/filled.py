"""A form as a value, filled in by hand: the columns of a department with their headings, and what stands in each."""

from datetime import date

from reports.figures.values import Form, FormFigure, Window
from reports.models import Figure, Indicator, IndicatorSet

REPORTERS = "Báo cáo viên pháp luật cấp tỉnh"
DIRECT = "Phổ biến trực tiếp, trực tuyến"
PAPERS = "Tài liệu được phát hành hoặc đăng tải"
FUNDS = "Kinh phí"
COLUMNS = (
    ("3", REPORTERS, "Tổng số", "người"),
    ("4", REPORTERS, "Trong đó: số người đã thực hiện phổ biến", "người"),
    ("5", DIRECT, "Số cuộc", "cuộc"),
    ("6", DIRECT, "Số lượt người tham dự", "lượt người"),
    ("7", f"{DIRECT} > Trong đó trực tuyến", "Số cuộc", "cuộc"),
    ("8", f"{DIRECT} > Trong đó trực tuyến", "Số lượt người tham dự", "lượt người"),
    ("11", PAPERS, "Tổng số tài liệu gốc", "tài liệu"),
    ("18", FUNDS, "Tổng số", "đồng"),
    ("22", "", "Ghi chú", ""),
)
NUMBERS = {
    "3": None,
    "5": 36,
    "6": 5614,
    "7": 2,
    "8": 1245,
    "11": 0,
    "18": 35_519_055_296,
}
HALF_YEAR = Window(date(2026, 1, 1), date(2026, 6, 30))
CUT_OFF = Window(date(2026, 1, 1), date(2026, 12, 31), date(2026, 10, 31))


def filled_form(numbers=NUMBERS, *, window=HALF_YEAR, estimates=None, words="Chưa tính xã.", before=None):
    """Return a form; a code without a number is one that nobody entered, None does not apply."""
    figures = []
    for code, above, label, unit in COLUMNS:
        indicator = Indicator(
            code=code,
            above=above,
            label=label,
            unit=unit,
            is_text=code == "22",
            is_doubtful=code == "11",
        )
        stored = Figure(
            code=code,
            actual=numbers.get(code),
            estimate=(estimates or {}).get(code),
            does_not_apply=code in numbers and numbers[code] is None,
            words=words if code == "22" else "",
            explanation="Tăng vì có Luật mới." if code == "5" else "",
        )
        figures.append(FormFigure(indicator, stored=stored, before=(before or {}).get(code)))
    indicator_set = IndicatorSet(
        name="Kết quả phổ biến, giáo dục pháp luật",
        form_code="04b/TP/PBGDPL",
        legal_basis="Thông tư số 17/2025/TT-BTP ngày 24/10/2025",
    )
    return Form(indicator_set, window, tuple(figures))
