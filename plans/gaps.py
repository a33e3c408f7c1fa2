"""What a document may still lack."""

from django.db.models import Q

from accounts.gaps import Gap

GAPS = (
    Gap("ngay", "chưa ghi ngày ban hành", Q(issued_on=None, wording="")),
    Gap("so", "chưa có số, ký hiệu", Q(number="", wording="")),
)
