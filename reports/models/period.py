"""Reporting periods, in which a Justice Department collects reports, and the extensions of their deadlines."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse

from accounts.models import Organisation
from accounts.rows import YearField
from pbgdpl.lib.fields import ChosenField, LineField, ProseField
from plans.kinds import DocumentKind
from reports.models.criteria import CriteriaSet
from reports.models.outline import Outline
from reports.models.report import PeriodKey, PeriodKind


def usual_kinds_needing_plan() -> list[str]:
    """Return the kinds of directives that order work; letters are among them, unless they only ask for a report."""
    kinds = (
        DocumentKind.PLAN,
        DocumentKind.OFFICIAL_LETTER,
        DocumentKind.DECISION,
        DocumentKind.INSTRUCTION,
        DocumentKind.RESOLUTION,
        DocumentKind.PROGRAMME,
        DocumentKind.SCHEME,
        DocumentKind.CONCLUSION,
        DocumentKind.TELEGRAM,
    )
    return [kind.value for kind in kinds]


def usual_kinds_needing_event() -> list[str]:
    return [DocumentKind.PLAN.value]


class PeriodQuerySet(models.QuerySet):
    def of(self, receiver: Organisation) -> Self:
        return self.filter(receiver=receiver)

    def for_period(self, period: PeriodKey) -> Self:
        return self.filter(reporting_year=period.year, kind=period.kind)


class ReportingPeriod(models.Model):
    """A period that was opened, with copies of its own of an outline and a set of criteria."""

    receiver = models.ForeignKey(
        Organisation, models.CASCADE, related_name="periods", verbose_name="nơi nhận báo cáo"
    )
    reporting_year = YearField("năm báo cáo")
    kind = models.CharField("kỳ báo cáo", max_length=10, choices=PeriodKind, default=PeriodKind.YEAR)
    statistics_from = models.DateField("thống kê từ ngày")
    statistics_to = models.DateField("thống kê đến ngày")
    # The window of the figures, where it is not the calendar's year or half-year; narratives have one of their own.
    figures_from = models.DateField("số liệu từ ngày", null=True, blank=True)
    figures_to = models.DateField("số liệu đến ngày", null=True, blank=True)
    # Up to when figures are actual; the rest of the window is estimated. Empty: all are actual.
    cut_off = models.DateField("số thực hiện tính đến ngày", null=True, blank=True)
    due_on = models.DateField("hạn nộp")
    outline = models.OneToOneField(
        Outline, models.PROTECT, related_name="period", verbose_name="đề cương báo cáo"
    )
    criteria_set = models.OneToOneField(
        CriteriaSet,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="period",
        verbose_name="bộ tiêu chí",
    )
    # The letter that asks for the reports, which every department has as a directive.
    letter_number = LineField("số, ký hiệu văn bản đề nghị", max_length=60, blank=True)
    letter_issued_on = models.DateField("ngày văn bản đề nghị", null=True, blank=True)
    letter_subject = LineField("trích yếu văn bản đề nghị", max_length=1000, blank=True)
    # What the page of crosschecks counts as missing; see `reports.needs`.
    kinds_needing_plan = ChosenField(
        "loại văn bản chỉ đạo cần kế hoạch triển khai",
        options=DocumentKind,
        default=usual_kinds_needing_plan,
        blank=True,
    )
    kinds_needing_event = ChosenField(
        "loại văn bản của đơn vị cần hoạt động",
        options=DocumentKind,
        default=usual_kinds_needing_event,
        blank=True,
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, verbose_name="người mở"
    )
    opened_at = models.DateTimeField("mở lúc", auto_now_add=True)
    closed_at = models.DateTimeField("đóng lúc", null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "kỳ báo cáo"
        ordering = ("-reporting_year", "kind")
        constraints = (
            models.UniqueConstraint(
                fields=("receiver", "reporting_year", "kind"),
                name="a_period_is_opened_once",
                violation_error_message="Kỳ báo cáo này đã được mở.",
            ),
            models.CheckConstraint(
                condition=models.Q(statistics_to__gte=models.F("statistics_from")),
                name="period_statistics_end_after_they_start",
                violation_error_message="Ngày cuối kỳ thống kê không được trước ngày đầu kỳ.",
            ),
            models.CheckConstraint(
                condition=models.Q(figures_from=None, figures_to=None)
                | models.Q(
                    figures_from__isnull=False,
                    figures_to__isnull=False,
                    figures_to__gte=models.F("figures_from"),
                ),
                name="figures_have_a_first_and_a_later_last_day",
                violation_error_message="Số liệu cần cả ngày đầu và ngày cuối, ngày cuối không trước ngày đầu.",
            ),
            models.CheckConstraint(
                condition=models.Q(cut_off=None)
                | models.Q(figures_from=None)
                | models.Q(cut_off__range=(models.F("figures_from"), models.F("figures_to"))),
                name="figures_are_actual_up_to_a_day_of_theirs",
                violation_error_message="Ngày tính số thực hiện phải nằm trong thời gian lấy số liệu.",
            ),
        )

    def __str__(self) -> str:
        return f"Kỳ báo cáo {self.key.words}"

    def get_absolute_url(self) -> str:
        return reverse("period", args=[self.reporting_year, self.pk])

    @property
    def key(self) -> PeriodKey:
        return PeriodKey(self.reporting_year, PeriodKind(self.kind))

    @property
    def figures_window(self) -> tuple[date, date]:
        """Return the first and the last day of the figures: those stated, else the calendar's."""
        first, last = self.key.days
        return self.figures_from or first, self.figures_to or last

    @property
    def figures_words(self) -> str:
        """Return what the ministry calls the figures of the period."""
        if self.kind == PeriodKind.HALF_YEAR:
            return "sơ bộ 6 tháng"
        is_preliminary = self.cut_off is not None and self.cut_off < self.figures_window[1]
        return "sơ bộ năm" if is_preliminary else "tròn năm"


class Extension(models.Model):
    """A later deadline for one department; the last one counts."""

    period = models.ForeignKey(ReportingPeriod, models.CASCADE, related_name="extensions")
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="extensions", verbose_name="cơ quan"
    )
    due_on = models.DateField("hạn nộp mới")
    reason = ProseField("lý do")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    given_at = models.DateTimeField("lúc", auto_now_add=True)
    # The same for all extensions that were given together, which can be undone together.
    batch = models.UUIDField(null=True, blank=True, editable=False, db_index=True)

    class Meta:
        ordering = ("given_at", "pk")

    def __str__(self) -> str:
        return f"{self.organisation}: {self.due_on}"


class Reminder(models.Model):
    """A reminder to a department that has not submitted: a notice, and an e-mail where one could be sent."""

    period = models.ForeignKey(ReportingPeriod, models.CASCADE, related_name="reminders")
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="reminders", verbose_name="cơ quan"
    )
    message = ProseField("nội dung nhắc")
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    sent_at = models.DateTimeField("lúc", auto_now_add=True)
    emailed_to = models.EmailField("đã gửi thư đến", blank=True)

    class Meta:
        ordering = ("sent_at", "pk")

    def __str__(self) -> str:
        return f"{self.organisation}: {self.message}"
