"""The pages of events: what they are called, say and hold."""

from accounts.rows.columns import Column
from accounts.rows.pages import RowPages
from events.forms import EventForm
from events.gaps import GAPS
from events.models import Event

EVENTS = RowPages(
    model=Event,
    form_class=EventForm,
    list_name="events",
    slug="hoat-dong",
    heading="Hoạt động",
    noun="hoạt động",
    purpose=(
        "Trang này giữ hội nghị, tập huấn, cuộc thi, đợt hưởng ứng Ngày Pháp luật và những việc khác đơn vị "
        "đã tổ chức trong năm, cùng số người tham dự. Báo cáo lấy danh mục từ đây."
    ),
    searched="Tên, nội dung, nơi phối hợp",
    columns=(
        Column("kind", "Hình thức", 20, ("loai", "loai hinh", "hinh thuc hoat dong"), "Hội nghị"),
        Column("name", "Tên hoạt động", 60, ("ten", "hoat dong", "noi dung hoat dong")),
        Column("held", "Thời gian", 18, ("ngay", "ngay to chuc", "thoi gian to chuc"), "05/3/2024"),
        Column("place", "Địa điểm", 30, ("noi to chuc", "dia diem to chuc")),
        Column("turnout", "Số người tham dự", 18, ("so nguoi", "so luong", "so luot nguoi"), "hơn 200"),
        Column("partners", "Đơn vị phối hợp", 40, ("phoi hop", "co quan phoi hop")),
        Column("description", "Nội dung, kết quả", 60, ("noi dung", "ket qua", "ghi chu")),
        Column("wording", "Lời in riêng", 40),
    ),
    gaps=GAPS,
)
