"""The criteria by which a body assesses its own work, and its assessments."""

from typing import Any, Self

from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse

from accounts.models import Attachment, Organisation
from accounts.rows import YearField
from events.models import Event
from pbgdpl.lib.fields import LineField, ProseField
from plans.models import Directive, Plan
from reports.models.outline import TemplateQuerySet
from reports.models.report import Report


class CriteriaSet(models.Model):
    """A set of criteria with a legal basis, in use from a reporting year on."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="của cơ quan"
    )
    name = LineField("tên bộ tiêu chí", max_length=200)
    legal_basis = LineField("căn cứ", max_length=1000, blank=True)
    from_year = YearField("dùng từ năm báo cáo")
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = TemplateQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class Criterion(models.Model):
    criteria_set = models.ForeignKey(CriteriaSet, models.CASCADE, related_name="criteria")
    position = models.PositiveIntegerField("thứ tự")
    group = LineField("nhóm", max_length=500, blank=True)
    name = LineField("tiêu chí", max_length=500)
    maximum_points = models.DecimalField("điểm tối đa", max_digits=5, decimal_places=2, null=True, blank=True)
    guidance = ProseField("hướng dẫn đánh giá", blank=True)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return self.name


class Result(models.TextChoices):
    MET = "met", "Đạt"
    PARTLY_MET = "partly_met", "Đạt một phần"
    NOT_MET = "not_met", "Chưa đạt"


class AssessmentQuerySet(models.QuerySet):
    def with_evidence_counts(self) -> Self:
        """Annotate `evidence`: the count of the rows and files of each, without deleted ones."""
        counts = (
            _count(relation, column)
            for relation, column in (
                (Assessment.plans, "plan"),
                (Assessment.directives, "directive"),
                (Assessment.events, "event"),
                (Assessment.attachments, "attachment"),
            )
        )
        return self.annotate(evidence=sum(counts, start=models.Value(0)))


def _count(relation: Any, column: str) -> Coalesce:
    links = relation.through.objects.filter(assessment=models.OuterRef("pk"))
    alive = links.filter(**{f"{column}__deleted_at": None}).order_by().values("assessment")
    return Coalesce(models.Subquery(alive.annotate(count=models.Count("pk")).values("count")), 0)


class Assessment(models.Model):
    """A report's assessment by one criterion, with the rows and files that are its evidence."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="assessments")
    criterion = models.ForeignKey(Criterion, models.PROTECT)
    text = ProseField("đánh giá", blank=True)
    result = models.CharField("kết quả", max_length=20, choices=Result, blank=True)
    points = models.DecimalField("điểm", max_digits=5, decimal_places=2, null=True, blank=True)
    plans = models.ManyToManyField(Plan, related_name="+", blank=True, verbose_name="kế hoạch, văn bản")
    directives = models.ManyToManyField(
        Directive, related_name="+", blank=True, verbose_name="văn bản chỉ đạo"
    )
    events = models.ManyToManyField(Event, related_name="+", blank=True, verbose_name="hoạt động")
    attachments = models.ManyToManyField(Attachment, related_name="+", blank=True, verbose_name="tệp")
    version = models.PositiveIntegerField(default=1, editable=False)
    # The version up to which nobody has changed the text copied from the earlier report, except its years.
    carried_version = models.PositiveIntegerField(default=1, editable=False)

    objects = AssessmentQuerySet.as_manager()

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

    def get_absolute_url(self) -> str:
        return reverse("report_criterion", args=[self.report.period, self.pk])
