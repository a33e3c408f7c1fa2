from accounts.views import YearRowList
from plans.gaps import GAPS
from plans.models import Directive, Plan


class DirectiveList(YearRowList):
    model = Directive
    heading = "Văn bản chỉ đạo"
    noun = "văn bản"
    purpose = (
        "Trang này giữ văn bản của cấp trên mà đơn vị phải thực hiện trong năm: kế hoạch của UBND, "
        "văn bản của Hội đồng phối hợp và của Sở Tư pháp. Báo cáo lấy danh mục từ đây."
    )
    searched = "Số, cơ quan hoặc trích yếu"
    gaps = GAPS


class PlanList(YearRowList):
    model = Plan
    heading = "Kế hoạch, văn bản"
    noun = "văn bản"
    purpose = (
        "Trang này giữ kế hoạch, quyết định, công văn mà đơn vị đã ban hành để thực hiện công tác phổ biến, "
        "giáo dục pháp luật trong năm. Báo cáo lấy danh mục từ đây."
    )
    searched = "Số, ký hiệu hoặc trích yếu"
    gaps = GAPS
