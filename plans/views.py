"""The pages of directives and of plans: what they are called, say and hold."""

from accounts.rows.columns import Column
from accounts.rows.pages import RowPages
from plans.forms import DirectiveForm, PlanForm
from plans.gaps import GAPS
from plans.models import Directive, Plan

COLUMNS = (
    Column("kind_text", "Loại văn bản", 18, ("loai", "ten loai", "hinh thuc van ban"), "Kế hoạch"),
    Column("number", "Số, ký hiệu", 20, ("so", "so ky hieu", "ky hieu", "so van ban", "so hieu")),
    Column(
        "issued_on", "Ngày ban hành", 16, ("ngay", "ngay thang", "ngay thang nam", "ngay ky"), "16/01/2024"
    ),
    Column("issuing_body", "Cơ quan ban hành", 32, ("co quan", "don vi ban hanh", "noi ban hanh")),
    Column("subject", "Trích yếu", 80, ("trich yeu noi dung", "noi dung", "ten van ban", "ve viec")),
    Column("wording", "Lời in riêng", 40),
)

DIRECTIVES = RowPages(
    model=Directive,
    form_class=DirectiveForm,
    list_name="directives",
    slug="van-ban-chi-dao",
    heading="Văn bản chỉ đạo",
    noun="văn bản",
    purpose=(
        "Trang này giữ văn bản của cấp trên mà đơn vị phải thực hiện trong năm: kế hoạch của UBND, "
        "văn bản của Hội đồng phối hợp và của Sở Tư pháp. Báo cáo lấy danh mục từ đây."
    ),
    searched="Số, cơ quan hoặc trích yếu",
    columns=COLUMNS,
    gaps=GAPS,
)
PLANS = RowPages(
    model=Plan,
    form_class=PlanForm,
    list_name="plans",
    slug="ke-hoach",
    heading="Kế hoạch, văn bản",
    noun="văn bản",
    purpose=(
        "Trang này giữ kế hoạch, quyết định, công văn mà đơn vị đã ban hành để thực hiện công tác phổ biến, "
        "giáo dục pháp luật trong năm. Báo cáo lấy danh mục từ đây."
    ),
    searched="Số, ký hiệu hoặc trích yếu",
    columns=COLUMNS,
    gaps=GAPS,
)
