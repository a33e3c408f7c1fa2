"""Which directives need a plan of the department and which plans need an event, by the rules of the period.

The crosscheck, the home page and the check of directives without a plan all ask here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from accounts.models import Organisation
from pbgdpl.lib.remembering import remembered
from plans.kinds import DocumentKind
from plans.models import Directive, OfficialDocument, Plan
from reports.models import PeriodKey, ReportingPeriod
from reports.models.period import usual_kinds_needing_event, usual_kinds_needing_plan

ASKS = "Chỉ đề nghị báo cáo, cung cấp số liệu hoặc góp ý"
OTHER_WORK = "Trích yếu không nói tới việc tuyên truyền, phổ biến, tập huấn"

# A subject asks for something to be sent if it begins so, and orders no work beside.
_BEGINNING = r"^\s*(?:(?:về|v/v)\s*)?(?:việc\s+)?(?:(?:đề nghị|yêu cầu|đôn đốc|nhắc|hướng dẫn|tiếp tục)\s+)*"
_SENDING = r"(?:(?:gửi|lập|xây dựng|nộp|thực hiện|hoàn thiện)\s+(?:các\s+)?)?"
_SENT = (
    r"(?:báo cáo(?!\s+viên)|(?:cung cấp|tổng hợp|thống kê|rà soát|thu thập)[\w\s,]{0,40}?(?:số liệu|thông tin|báo cáo)"
    r"|thống kê|số liệu|(?:tham gia\s+)?(?:đóng\s+)?góp ý|(?:lấy|xin|tham gia|cho)\s+ý kiến|ý kiến góp ý)"
)
ASKING = re.compile(_BEGINNING + _SENDING + _SENT, re.IGNORECASE)
ORDERING = re.compile(
    r"(?:,|;|\bvà)\s+(?:tổ chức|triển khai|tăng cường|tuyên truyền|phổ biến|tập huấn|đẩy mạnh|hưởng ứng"
    r"|xây dựng kế hoạch)",
    re.IGNORECASE,
)
# Work of an office that is no dissemination of law, unless the subject names that too.
OFFICE_WORK = re.compile(
    r"kiểm tra|thanh tra|rà soát|kiểm soát|thi đua|khen thưởng|tham nhũng|tiết kiệm|lãng phí"
    r"|cải cách|thủ tục hành chính|văn thư|lưu trữ|phòng cháy|cứu nạn|theo dõi (?:tình hình )?thi hành"
    r"|xây dựng (?:các )?văn bản|pháp điển|hợp nhất|hệ thống hóa|đối ngoại|chuyển đổi số|công tác cán bộ|dân chủ"
    r"|bảo vệ bí mật|quân sự|quốc phòng|tự kiểm tra|ngân sách|tài sản|chuyển đổi vị trí",
    re.IGNORECASE,
)
DISSEMINATION = re.compile(
    r"phổ biến|giáo dục pháp luật|pbgdpl|tuyên truyền|truyền thông|tập huấn|bồi dưỡng|quán triệt|ngày pháp luật"
    r"|hội nghị|hội thảo|tọa đàm|cuộc thi|hội thi|đối thoại|nói chuyện|hòa giải|tiếp cận pháp luật|trợ giúp pháp lý",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Needs:
    """The kinds of a period that need something."""

    of_plans: Collection[str]
    of_events: Collection[str]

    def without_plan(self, directive: Directive) -> str:
        """Return why a directive needs no plan, "" if it needs one."""
        if directive.unneeded_because:
            return directive.unneeded_because
        if directive.kind not in self.of_plans:
            return _kind_reason(directive)
        return ASKS if only_asks(_subject(directive)) else ""

    def without_event(self, plan: Plan) -> str:
        """Return why a plan needs no event, "" if it needs one."""
        if plan.unneeded_because:
            return plan.unneeded_because
        if plan.kind not in self.of_events:
            return _kind_reason(plan)
        return OTHER_WORK if is_office_work(_subject(plan)) else ""

    def count_needing_plan(self, directives: QuerySet[Directive]) -> int:
        """Return of how many directives `without_plan` returns "", with one query."""
        return sum(not only_asks(subject) for subject in _subjects(directives, self.of_plans))

    def count_needing_event(self, plans: QuerySet[Plan]) -> int:
        """Return of how many plans `without_event` returns "", with one query."""
        return sum(not is_office_work(subject) for subject in _subjects(plans, self.of_events))


def needs_of(organisation: Organisation, year: int) -> Needs:
    """Return the needs of the year's period, the usual ones where none is opened; one query."""
    periods = ReportingPeriod.objects.filter(receiver_id=organisation.reports_to_id or organisation.pk)
    period = periods.for_period(PeriodKey(year)).first()
    if period is None:
        return Needs(usual_kinds_needing_plan(), usual_kinds_needing_event())
    return Needs(period.kinds_needing_plan, period.kinds_needing_event)


@remembered
def only_asks(subject: str) -> bool:
    """Return whether a directive only asks for a report, for figures or for comments.

    >>> only_asks("về việc báo cáo công tác phổ biến, giáo dục pháp luật năm 2024")
    True
    >>> only_asks("về việc tăng cường phổ biến pháp luật và báo cáo kết quả")
    False
    """
    return ASKING.search(subject) is not None and ORDERING.search(subject) is None


@remembered
def is_office_work(subject: str) -> bool:
    """Return whether a plan is about work of the office and names no dissemination of law.

    >>> is_office_work("về công tác văn thư, lưu trữ năm 2024")
    True
    >>> is_office_work("về thông tin, tuyên truyền cải cách hành chính")
    False
    """
    return OFFICE_WORK.search(subject) is not None and DISSEMINATION.search(subject) is None


def _kind_reason(document: OfficialDocument) -> str:
    return f"Loại {DocumentKind(document.kind).label.lower()} không cần theo quy định của kỳ"


def _subjects(documents: QuerySet[Directive] | QuerySet[Plan], kinds: Collection[str]) -> Iterator[str]:
    """Yield the subjects of the documents of these kinds of which nobody stated why they need nothing."""
    asked = documents.filter(unneeded_because="", kind__in=kinds).order_by()
    for subject, wording in asked.values_list("subject", "wording"):
        yield subject or wording


def _subject(document: OfficialDocument) -> str:
    return document.subject or document.wording
