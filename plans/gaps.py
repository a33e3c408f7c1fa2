"""The gaps of documents, and those of policies."""

from django.db.models import Exists, OuterRef, Q

from accounts.rows.gaps import Gap
from plans.kinds import DocumentKind
from plans.models import Policy

# These are cited by type and name only (Decree 30/2020, Appendix I, II.6b).
CITED_BY_NAME = (DocumentKind.CONSTITUTION, DocumentKind.CODE, DocumentKind.LAW, DocumentKind.ORDINANCE)
CITED_IN_FULL = Q(wording="") & ~Q(kind__in=CITED_BY_NAME)
UNDATED = Gap("ngay", "chưa ghi ngày ban hành", CITED_IN_FULL & Q(issued_on=None))
WITHOUT_NUMBER = Gap("so", "chưa có số, ký hiệu", CITED_IN_FULL & Q(number=""))
GAPS = (UNDATED, WITHOUT_NUMBER)

EVENTS = Policy.events.through.objects.filter(policy=OuterRef("pk"), event__deleted_at=None)
# Values that its own form fills in, and then that no event has communicated it.
POLICY_VALUES = (
    Gap("chu-tri", "chưa ghi cơ quan chủ trì", Q(lead_body="")),
    Gap("ngay", "chưa ghi thời hạn truyền thông", Q(due_on=None)),
)
UNCOMMUNICATED = Gap("truyen-thong", "chưa được truyền thông", Q(~Exists(EVENTS)))
POLICY_GAPS = (*POLICY_VALUES, UNCOMMUNICATED)
