"""Waivers: findings that the legal officer checked and leaves as they are."""

from django.conf import settings
from django.db import models

from pbgdpl.lib.fields import LineField, ProseField
from reports.models.report import Report


class Waiver(models.Model):
    """The waiver of a finding, valid as long as a finding with the same `Finding.key` is found."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="waivers")
    key = models.CharField(max_length=100)
    text = LineField("chỗ cần xem", max_length=1000)  # the finding in its own words
    reason = ProseField("lý do giữ nguyên")
    waived_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    waived_at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        ordering = ("waived_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("report", "key"),
                name="one_waiver_a_finding",
                violation_error_message="Chỗ này đã được giữ nguyên.",
            ),
        )

    def __str__(self) -> str:
        return self.text
