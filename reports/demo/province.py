"""The demo's report of the province, begun by the Justice Department: its form, and words under some headings."""

from __future__ import annotations

from accounts.models import Organisation, Role
from reports.models import IndicatorSet
from reports.periods.template_sets import copy_set
from reports.writing.start import start_report

FORM = "Biểu tổng hợp toàn thành phố (mẫu)"
# What is written under a heading in place of the words of the outline; what is not named here keeps them.
TEXTS = {
    "Hoạt động của Hội đồng phối hợp PBGDPL": """\
Hội đồng phối hợp PBGDPL Thành phố họp hai phiên, phân công từng thành viên theo dõi một nhóm cơ quan và kiểm tra \
việc thực hiện kế hoạch trong quý III.""",
    "Số liệu chung, so với cùng kỳ năm trước": """\
Các cơ quan, đơn vị đã báo cáo tổ chức [[số cuộc]] cuộc PBGDPL trực tiếp, trực tuyến với [[số lượt người]] lượt người \
tham dự. Số liệu của từng đơn vị ở Phụ lục I kèm theo.""",
    "Tại Ủy ban Mặt trận Tổ quốc Việt Nam, tổ chức chính trị - xã hội và doanh nghiệp nhà nước": """\
Mặt trận Tổ quốc và các đoàn thể phổ biến pháp luật trong sinh hoạt định kỳ; doanh nghiệp nhà nước lồng ghép vào tập \
huấn an toàn lao động. Số liệu của các nơi này chưa gửi về trong kỳ.""",
    "Tại xã, phường, đặc khu": """\
Cấp xã phổ biến qua loa truyền thanh, họp tổ dân phố và phiên tiếp công dân. Số liệu của cấp xã chưa gửi về.""",
    "Truyền thông chính sách, dự thảo văn bản quy phạm pháp luật": """\
Các sở, ngành chủ trì soạn thảo đã lấy ý kiến và giới thiệu nội dung mới của dự thảo tới người dân, doanh nghiệp trước \
khi trình ban hành, nhất là dự thảo Luật Thủ đô (sửa đổi).""",
    "Ngày Pháp luật, đối tượng đặc thù, chuyển đổi số": """\
Ngày Pháp luật 9/11 được hưởng ứng đồng loạt. Tài liệu điện tử, mã QR và hỏi đáp trên trang thông tin điện tử dần thay \
tài liệu giấy; nội dung cho người khuyết tật, trẻ em được biên soạn riêng.""",
    "Báo cáo viên, tuyên truyền viên pháp luật": """\
Đội ngũ báo cáo viên được rà soát, bổ sung theo lĩnh vực; Sở Tư pháp tổ chức bồi dưỡng kỹ năng nói trước công chúng \
và biên soạn tài liệu điện tử.""",
    "Kinh phí": "Kinh phí do ngân sách bảo đảm theo kế hoạch; một số hoạt động được doanh nghiệp hỗ trợ.",
    "Hòa giải ở cơ sở": """\
Các tổ hòa giải được kiện toàn, hòa giải viên được cấp tài liệu và tập huấn. Phần lớn vụ việc về đất đai, hôn nhân và \
gia đình được hòa giải thành ngay tại cơ sở.""",
    "Xây dựng xã, phường, đặc khu đạt chuẩn tiếp cận pháp luật": """\
Việc đánh giá, công nhận được thực hiện đúng trình tự; nơi chưa đạt đã có kế hoạch khắc phục từng tiêu chí.""",
    "Kết quả đạt được": """\
Công tác PBGDPL bám sát kế hoạch, gắn với nhiệm vụ chuyên môn của từng ngành. Các sở, ngành chủ động hơn trong truyền \
thông chính sách từ khi dự thảo.""",
    "Tồn tại, hạn chế": """\
- Một số đơn vị báo cáo chậm, số liệu chưa đủ.
- Hình thức phổ biến ở nơi còn ít người làm pháp chế chưa phong phú.""",
    "NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI": """\
- Tiếp tục phổ biến Luật Thủ đô và các luật mới được Quốc hội thông qua.
- Dùng chung kho tài liệu điện tử giữa các cơ quan, đơn vị.
- Bồi dưỡng báo cáo viên theo từng lĩnh vực.""",
}


def keep_form(justice: Organisation, year: int) -> None:
    """Give the Justice Department a form that adds up the figures of a year before the ministry had one."""
    form = IndicatorSet.objects.get(organisation=None, period=None, group="")
    copy_set(form, organisation=justice, from_year=year, name=FORM)


def begin(justice: Organisation, year: int) -> None:
    report = start_report(organisation=justice, year=year, by=justice.users.get(role=Role.JUSTICE_OFFICER))
    for section in report.sections.all():
        section.body = TEXTS.get(section.heading, section.body)
        section.is_done = section.heading in TEXTS
        section.save()
