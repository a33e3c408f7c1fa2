"""The file of an earlier report: uploaded, corrected on its page, then saved as a report with its rows."""

import secrets
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse

from accounts.models import Organisation
from accounts.rows import OwnedQuerySet, YearField
from pbgdpl.lib.fields import LineField
from reports.models.report import Report

FOLDER = "earlier"  # of the files in the storage


def stored_name(file: "EarlierReport", name: str) -> str:
    """Return a random path for storing the file, without its name."""
    return f"{FOLDER}/{secrets.token_hex(2)}/{secrets.token_hex(16)}"


class EarlierReportQuerySet(OwnedQuerySet):
    def newest_first(self) -> Self:
        return self.order_by("-added_at", "-pk")


class EarlierReportManager(models.Manager.from_queryset(EarlierReportQuerySet)):  # type: ignore[misc]
    """Leaves out deleted files."""

    def get_queryset(self) -> EarlierReportQuerySet:
        files: EarlierReportQuerySet = super().get_queryset().filter(deleted_at=None)
        return files


class EarlierReport(models.Model):
    """A file as it came, and how people corrected its reading. `report` is what was made of it when it was saved."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+", verbose_name="cơ quan")
    reporting_year = YearField("năm báo cáo")
    name = LineField("tên tệp", max_length=200)
    file = models.FileField("tệp", upload_to=stored_name, max_length=100)
    size = models.PositiveIntegerField("dung lượng")
    sha256 = models.CharField("mã băm", max_length=64)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    added_at = models.DateTimeField("tải lên lúc", auto_now_add=True)
    # Its lines as they were read: see reports.reading.earlier.sources; empty until they are.
    source = models.JSONField(default=dict, blank=True)
    # What people corrected: see reports.reading.earlier.corrections.
    corrections = models.JSONField(default=dict, blank=True)

    report = models.OneToOneField(Report, models.SET_NULL, null=True, blank=True, related_name="+")
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    saved_at = models.DateTimeField("lưu lúc", null=True, blank=True)
    # The pks of the rows that were saved, and the keys of those left out: {"plan": [1, 2], "left": ["17-0a1b2c3d"]};
    # empty for the report of a province.
    saved_rows = models.JSONField(default=dict, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = EarlierReportManager()
    with_deleted = EarlierReportQuerySet.as_manager()

    class Meta:
        verbose_name = "tệp báo cáo cũ"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(saved_at__isnull=True, saved_by__isnull=True)
                | models.Q(saved_at__isnull=False, saved_by__isnull=False),
                name="who_saved_an_earlier_report_is_known",
                violation_error_message="Thiếu người lưu hoặc lúc lưu báo cáo.",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("earlier_report", args=[self.reporting_year, self.pk])

    @property
    def is_read(self) -> bool:
        return bool(self.source)

    @property
    def is_saved(self) -> bool:
        return self.saved_at is not None

    @property
    def is_of_province(self) -> bool:
        """Return whether it is, or was saved as, the report of a province, of which no rows are saved."""
        return not self.saved_rows if self.is_saved else self.organisation.reports_for_province

    @property
    def short_name(self) -> str:
        return self.name
