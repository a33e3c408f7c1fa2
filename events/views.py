from accounts.views import YearRowList
from events.gaps import GAPS
from events.models import Event


class EventList(YearRowList):
    model = Event
    heading = "Hoạt động"
    noun = "hoạt động"
    purpose = (
        "Trang này giữ hội nghị, tập huấn, cuộc thi, đợt hưởng ứng Ngày Pháp luật và những việc khác đơn vị "
        "đã tổ chức trong năm, cùng số người tham dự. Báo cáo lấy danh mục từ đây."
    )
    searched = "Tên, nội dung, nơi phối hợp"
    gaps = GAPS
