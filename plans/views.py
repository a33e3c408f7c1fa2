"""The declarations of the pages of directives, of plans and of policies."""

from accounts.rows.pages import RowPages
from accounts.rows.sorting import LeadingNumber, both_ways
from plans.columns import COLUMNS
from plans.forms import (
    DirectiveForm,
    DirectiveGridForm,
    PlanForm,
    PlanGridForm,
    PolicyForm,
    PolicyGridForm,
)
from plans.gaps import GAPS, POLICY_GAPS
from plans.list_rows import directive_cells, plan_cells, policy_cells
from plans.models import Directive, Plan, Policy
from plans.policy_columns import POLICY_COLUMNS
from plans.reading.paper.file import read_directive_file, read_plan_file

BY_NUMBER = both_ways("so", "số nhỏ trước", "số lớn trước", LeadingNumber("number"))

DIRECTIVES = RowPages(
    model=Directive,
    read_file=read_directive_file,
    form_class=DirectiveForm,
    grid_form_class=DirectiveGridForm,
    slug="van-ban-chi-dao",
    heading="Văn bản chỉ đạo",
    noun="văn bản",
    purpose=(
        "Trang này giữ văn bản của cấp trên mà đơn vị phải thực hiện trong năm: kế hoạch của UBND, "
        "văn bản của Hội đồng phối hợp và của Sở Tư pháp. Báo cáo lấy danh mục từ đây."
    ),
    searched="Số, cơ quan hoặc trích yếu",
    columns=COLUMNS,
    cells=directive_cells,
    gaps=GAPS,
    sorts=BY_NUMBER,
)
PLANS = RowPages(
    model=Plan,
    read_file=read_plan_file,
    form_class=PlanForm,
    grid_form_class=PlanGridForm,
    slug="ke-hoach",
    heading="Kế hoạch, văn bản",
    noun="văn bản",
    purpose=(
        "Trang này giữ kế hoạch, quyết định, công văn mà đơn vị đã ban hành để thực hiện công tác phổ biến, "
        "giáo dục pháp luật trong năm. Báo cáo lấy danh mục từ đây."
    ),
    searched="Số, ký hiệu hoặc trích yếu",
    columns=COLUMNS,
    cells=plan_cells,
    gaps=GAPS,
    sorts=BY_NUMBER,
)
POLICIES = RowPages(
    model=Policy,
    form_class=PolicyForm,
    grid_form_class=PolicyGridForm,
    slug="chinh-sach",
    heading="Chính sách, dự thảo",
    noun="chính sách, dự thảo",
    purpose=(
        "Trang này giữ chính sách và dự thảo văn bản quy phạm pháp luật mà đơn vị phải truyền thông trong năm. "
        "Gắn với hoạt động đã truyền thông để thấy còn thiếu gì; biểu thống kê cũng đếm từ đây."
    ),
    searched="Tên, cơ quan chủ trì",
    columns=POLICY_COLUMNS,
    cells=policy_cells,
    gaps=POLICY_GAPS,
)
