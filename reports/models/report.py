"""A body's report on a year: what stands on its paper beside the rows of the listings."""

from django.db import models

from accounts.models import Organisation
from accounts.rows import OwnedQuerySet, YearField
from pbgdpl.lib.fields import LineField, ProseField
from pbgdpl.lib.vietnamese import fold
from reports.models.outline import HeadedText, NumberingScheme


class PeriodKind(models.TextChoices):
    YEAR = "year", "Năm"
    HALF_YEAR = "half_year", "6 tháng đầu năm"


class Report(models.Model):
    """One report of one body on one period, with a letterhead of its own: names change over the years."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="reports", verbose_name="cơ quan"
    )
    reporting_year = YearField("năm báo cáo")
    period_kind = models.CharField("kỳ báo cáo", max_length=10, choices=PeriodKind, default=PeriodKind.YEAR)
    statistics_from = models.DateField("thống kê từ ngày", null=True, blank=True)
    statistics_to = models.DateField("thống kê đến ngày", null=True, blank=True)
    numbering = models.CharField(
        "cách đánh số", max_length=10, choices=NumberingScheme, default=NumberingScheme.LETTERS
    )

    parent_body = LineField("cơ quan chủ quản", max_length=200, blank=True)
    issuing_body = LineField("cơ quan ban hành", max_length=200)
    # "Sở Tài chính tỉnh Thái Nguyên", where annexes name the body in more words than the letterhead.
    author = LineField("tên đầy đủ", max_length=200, blank=True)
    number = LineField("số, ký hiệu", max_length=60, blank=True)
    place = LineField("địa danh", max_length=100)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    contact = LineField("địa chỉ, điện thoại, thư điện tử", max_length=300, blank=True)

    kind = LineField("tên loại", max_length=100, default="BÁO CÁO")
    subject = LineField("trích yếu", max_length=1000)
    period_note = LineField("dòng kỳ thống kê", max_length=500, blank=True)
    addressees = ProseField("kính gửi", blank=True, help_text="Mỗi dòng một nơi.")
    legal_bases = ProseField("căn cứ", blank=True, help_text="Mỗi dòng một căn cứ.")
    opening = ProseField("lời mở đầu", blank=True)
    closing = ProseField("lời kết", blank=True)
    signer_authority = ProseField("chức vụ người ký", blank=True, help_text="Mỗi dòng một chức vụ.")
    signer_name = LineField("họ tên người ký", max_length=100, blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        verbose_name = "báo cáo"
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "reporting_year", "period_kind"),
                name="one_report_a_period",
                violation_error_message="Kỳ này đã có báo cáo.",
            ),
            models.CheckConstraint(
                condition=models.Q(statistics_to__isnull=True)
                | models.Q(statistics_to__gte=models.F("statistics_from")),
                name="statistics_end_after_they_start",
                violation_error_message="Ngày cuối kỳ thống kê không được trước ngày đầu kỳ.",
            ),
        )

    def __str__(self) -> str:
        return f"Báo cáo năm {self.reporting_year} của {self.issuing_body}"

    @property
    def file_name(self) -> str:
        """Return a name without ending in plain ASCII: such files travel best between document systems."""
        code = "".join(char if char.isalnum() else "-" for char in fold(self.organisation.code)).upper()
        return f"bao-cao-pbgdpl-{code}-{self.reporting_year}"


class Section(HeadedText):
    """A heading of a report with its own words. The body is typed text (`reports.document.typed`)."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="sections")
    body = ProseField("lời", blank=True)


class Annex(models.Model):
    report = models.ForeignKey(Report, models.CASCADE, related_name="annexes")
    position = models.PositiveIntegerField("thứ tự")
    title = LineField("tên phụ lục", max_length=1000)
    body = ProseField("nội dung", blank=True)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return self.title


class Recipient(models.Model):
    """A line below "Nơi nhận:", without its dash and its semicolon."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="recipients")
    position = models.PositiveIntegerField("thứ tự")
    name = LineField("nơi nhận", max_length=500)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return self.name
