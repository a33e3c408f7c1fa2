"""The declaration of the pages of events."""

from django.db.models import F

from accounts.rows.pages import RowPages
from accounts.rows.sorting import both_ways
from events.columns import COLUMNS
from events.forms import EventForm, EventGridForm
from events.gaps import GAPS
from events.list_rows import event_cells
from events.models import Event

EVENTS = RowPages(
    model=Event,
    form_class=EventForm,
    grid_form_class=EventGridForm,
    slug="hoat-dong",
    heading="Hoạt động",
    noun="hoạt động",
    purpose=(
        "Trang này giữ hội nghị, tập huấn, cuộc thi, đợt hưởng ứng Ngày Pháp luật và những việc khác đơn vị "
        "đã tổ chức trong năm, cùng số người tham dự. Báo cáo lấy danh mục từ đây."
    ),
    searched="Tên, nội dung, nơi phối hợp",
    columns=COLUMNS,
    cells=event_cells,
    gaps=GAPS,
    sorts=both_ways("so-nguoi", "ít người trước", "nhiều người trước", F("attendance")),
)
