"""The gaps of documents."""

from django.db.models import Q

from accounts.rows.gaps import Gap
from plans.kinds import DocumentKind

# These are cited by type and name only (Decree 30/2020, Appendix I, II.6b).
CITED_BY_NAME = (DocumentKind.CONSTITUTION, DocumentKind.CODE, DocumentKind.LAW, DocumentKind.ORDINANCE)
CITED_IN_FULL = Q(wording="") & ~Q(kind__in=CITED_BY_NAME)
UNDATED = Gap("ngay", "chưa ghi ngày ban hành", CITED_IN_FULL & Q(issued_on=None))
WITHOUT_NUMBER = Gap("so", "chưa có số, ký hiệu", CITED_IN_FULL & Q(number=""))
GAPS = (UNDATED, WITHOUT_NUMBER)
