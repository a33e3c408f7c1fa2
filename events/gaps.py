"""The gaps of events."""

from django.db.models import Q

from accounts.rows.gaps import Gap

GAPS = (
    Gap("ngay", "chưa ghi ngày tổ chức", Q(held_from=None, wording="")),
    Gap("so-nguoi", "chưa ghi số người tham dự", Q(attendance=None)),
)
