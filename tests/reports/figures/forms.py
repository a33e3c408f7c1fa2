"""Statistical forms for tests: a function saves one; its columns are those of 04b as far as figures are concerned."""

from accounts.models import BodyGroup
from reports.models import Count, Figure, Indicator, IndicatorSet, SubmittedFigure

SHIPPED = "Biểu 0"  # how the names of the program's forms begin
ONLINE = {"modes": ["online"]}
COLUMNS_04B = (
    {"code": "3", "label": "Số báo cáo viên", "unit": "người", "is_stock": True},
    {"code": "4", "label": "Số báo cáo viên đã phổ biến", "unit": "người", "is_stock": True, "part_of": "3"},
    {"code": "5", "label": "Số cuộc", "unit": "cuộc", "count": Count.SESSIONS},
    {"code": "6", "label": "Số lượt người", "unit": "lượt người", "count": Count.PEOPLE},
    {"code": "7", "label": "Trực tuyến: số cuộc", "unit": "cuộc", "count": Count.SESSIONS, "part_of": "5"}
    | ONLINE,
    {"code": "8", "label": "Trực tuyến: số lượt người", "unit": "lượt người", "count": Count.PEOPLE} | ONLINE,
    {"code": "9", "label": "Số cuộc thi", "unit": "cuộc", "count": Count.CONTESTS},
    {"code": "10", "label": "Số lượt người dự thi", "unit": "lượt người", "count": Count.ENTRANTS},
    {"code": "11", "label": "Số tài liệu gốc", "unit": "tài liệu", "count": Count.ORIGINALS},
    {"code": "12", "label": "Được đăng tải", "unit": "tài liệu", "count": Count.POSTED, "part_of": "11"},
    {"code": "13", "label": "Được nhân bản", "unit": "bản", "count": Count.COPIES},
    {"code": "14", "label": "Chính sách phải truyền thông", "count": Count.MUST, "kinds": ["policy"]},
    {"code": "15", "label": "Chính sách đã truyền thông", "count": Count.DONE, "kinds": ["policy"]},
    {"code": "16", "label": "Dự thảo phải truyền thông", "count": Count.MUST, "kinds": ["draft"]},
    {"code": "17", "label": "Dự thảo đã truyền thông", "count": Count.DONE, "kinds": ["draft"]},
    {"code": "18", "label": "Kinh phí", "unit": "đồng", "count": Count.SUM, "sum_of": "19, 20, 21"},
    {"code": "19", "label": "Phân bổ thường xuyên", "unit": "đồng", "part_of": "18"},
    {"code": "20", "label": "Theo chương trình, đề án", "unit": "đồng", "part_of": "18"},
    {"code": "21", "label": "Nguồn hỗ trợ khác", "unit": "đồng", "part_of": "18"},
    {"code": "22", "label": "Ghi chú", "is_text": True},
)


def make_form(*columns, **values):
    """Save a form for departments, in use from 2024, in place of those that came with the program.

    Each column is the values of an indicator.
    """
    IndicatorSet.objects.filter(organisation=None, period=None, name__startswith=SHIPPED).delete()
    indicator_set = IndicatorSet.objects.create(
        **{
            "name": "Biểu thử",
            "form_code": "04b/TP/PBGDPL",
            "from_year": 2024,
            "group": BodyGroup.DEPARTMENT,
            **values,
        }
    )
    Indicator.objects.bulk_create(
        Indicator(indicator_set=indicator_set, position=position, **column)
        for position, column in enumerate(columns or COLUMNS_04B, start=1)
    )
    return indicator_set


def make_figure(report, code, **values):
    """Save a settled figure of a report, which nobody's name stands under."""
    return Figure.objects.create(report=report, code=code, **values)


def make_submitted_figure(submission, code, **values):
    return SubmittedFigure.objects.create(
        submission=submission, code=code, form_code="04b/TP/PBGDPL", position=1, **values
    )
