"""Criteria by which a body assesses its own work. Sets are data; points are never invented."""

from django.db import models

from accounts.rows import YearField
from pbgdpl.lib.fields import LineField, ProseField
from reports.models.report import Report


class CriteriaSet(models.Model):
    """Criteria with a legal basis, in use from a reporting year on."""

    name = LineField("tên bộ tiêu chí", max_length=200, unique=True)
    legal_basis = LineField("căn cứ", max_length=1000, blank=True)
    from_year = YearField("dùng từ năm báo cáo")

    def __str__(self) -> str:
        return self.name


class Criterion(models.Model):
    criteria_set = models.ForeignKey(CriteriaSet, models.CASCADE, related_name="criteria")
    position = models.PositiveIntegerField("thứ tự")
    name = LineField("tiêu chí", max_length=500)
    maximum_points = models.DecimalField("điểm tối đa", max_digits=5, decimal_places=2, null=True, blank=True)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return self.name


class Assessment(models.Model):
    """What a report says of one criterion."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="assessments")
    criterion = models.ForeignKey(Criterion, models.PROTECT)
    text = ProseField("đánh giá")
    points = models.DecimalField("điểm", max_digits=5, decimal_places=2, null=True, blank=True)

    class Meta:
        ordering = ("criterion__position",)
        constraints = (
            models.UniqueConstraint(
                fields=("report", "criterion"),
                name="one_assessment_a_criterion",
                violation_error_message="Tiêu chí này đã được đánh giá.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.criterion}: {self.text}"
