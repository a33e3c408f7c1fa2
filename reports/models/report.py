"""A body's report on a period: all that is printed except the rows of the listings."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property

from accounts.models import Organisation
from accounts.rows import FIRST_YEAR, LAST_YEAR, OwnedQuerySet, YearField
from pbgdpl.lib.fields import LineField, ProseField
from pbgdpl.lib.titles import TitledModel
from pbgdpl.lib.vietnamese import fold
from reports.models.outline import HeadedText, NumberingScheme
from reports.models.wording import Wording, wording_of
from reports.models.written import WrittenText

PERIOD = re.compile(r"(?P<year>[0-9]{4})(?P<half>-6-thang)?")  # its name in addresses


class PeriodKind(models.TextChoices):
    YEAR = "year", "Năm"
    HALF_YEAR = "half_year", "6 tháng đầu năm"


@dataclass(frozen=True, slots=True)
class PeriodKey:
    """A year or its first half; as text, its name in addresses: "2024", "2024-6-thang"."""

    year: int
    kind: PeriodKind = PeriodKind.YEAR

    def __str__(self) -> str:
        return f"{self.year}-6-thang" if self.kind == PeriodKind.HALF_YEAR else str(self.year)

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the period that its name in addresses stands for; raise ValueError for any other text."""
        found = PERIOD.fullmatch(text)
        if found is None or not FIRST_YEAR <= int(found["year"]) <= LAST_YEAR:
            raise ValueError(text)
        return cls(int(found["year"]), PeriodKind.HALF_YEAR if found["half"] else PeriodKind.YEAR)

    @property
    def words(self) -> str:
        """Return "năm 2024", "6 tháng đầu năm 2024"."""
        return f"{'6 tháng đầu ' if self.kind == PeriodKind.HALF_YEAR else ''}năm {self.year}"

    @property
    def year_before(self) -> Self:
        """Return the same period of the year before."""
        return replace(self, year=self.year - 1)

    @property
    def days(self) -> tuple[date, date]:
        """Return the first and the last day of the calendar's year, or of its first half."""
        last = date(self.year, 6, 30) if self.kind == PeriodKind.HALF_YEAR else date(self.year, 12, 31)
        return date(self.year, 1, 1), last


class ReportQuerySet(OwnedQuerySet):
    def for_period(self, period: PeriodKey) -> Self:
        return self.for_year(period.year).filter(period_kind=period.kind)


class Report(TitledModel):
    """A body's report on a period, with a letterhead of its own, because names change over the years."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="reports", verbose_name="cơ quan"
    )
    reporting_year = YearField("năm báo cáo")
    period_kind = models.CharField("kỳ báo cáo", max_length=10, choices=PeriodKind, default=PeriodKind.YEAR)
    statistics_from = models.DateField("thống kê từ ngày", null=True, blank=True)
    statistics_to = models.DateField("thống kê đến ngày", null=True, blank=True)
    numbering = models.CharField(
        "cách đánh số", max_length=20, choices=NumberingScheme, default=NumberingScheme.LETTERS
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

    # The earlier report whose texts were copied to begin this one.
    started_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    started_at = models.DateTimeField("bắt đầu lúc", auto_now_add=True, null=True)
    # The number of saved edits of the head and the end; each section has its own.
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ReportQuerySet.as_manager()

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
        return f"Báo cáo {self.period.words} của {self.issuing_body}"

    def get_absolute_url(self) -> str:
        return reverse("report", args=[self.period])

    @cached_property
    def wording(self) -> Wording:
        """Return the words for handing it in."""
        return wording_of(self.organisation)

    @property
    def period(self) -> PeriodKey:
        return PeriodKey(self.reporting_year, PeriodKind(self.period_kind))

    def take_lines(self, organisation: Organisation) -> None:
        """Set where the lines of the letterhead end, as its organisation has it."""
        lines = organisation.title_lines
        names = (("parent_body", "parent_body"), ("issuing_body", "name"))
        self.title_lines |= {here: lines[there] for here, there in names if there in lines}

    @property
    def file_name(self) -> str:
        """Return a name without ending, in plain ASCII, which every document system can read."""
        code = "".join(char if char.isalnum() else "-" for char in fold(self.organisation.code)).upper()
        return f"bao-cao-pbgdpl-{code}-{self.period}"


class Section(HeadedText, WrittenText):
    """A heading of a report with its text; `body` is typed text (`reports.document.typed`)."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="sections")
    body = ProseField("lời", blank=True)
    is_done = models.BooleanField("đã xong", default=False)


class AnnexManager(models.Manager["Annex"]):
    """Returns the annexes that are not deleted."""

    def get_queryset(self) -> models.QuerySet["Annex"]:
        return super().get_queryset().filter(deleted_at=None)


class Annex(TitledModel, WrittenText):
    report = models.ForeignKey(Report, models.CASCADE, related_name="annexes")
    position = models.PositiveIntegerField("thứ tự")
    title = LineField("tên phụ lục", max_length=1000)
    body = ProseField("nội dung", blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )

    objects = AnnexManager()
    with_deleted = models.Manager()

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return self.title


class EarlierText(TitledModel):
    """The text of a section or an annex before it was replaced."""

    section = models.ForeignKey(Section, models.CASCADE, null=True, blank=True, related_name="earlier_texts")
    annex = models.ForeignKey(Annex, models.CASCADE, null=True, blank=True, related_name="earlier_texts")
    title = LineField("tên phụ lục", max_length=1000, blank=True)
    body = ProseField("lời", blank=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    saved_at = models.DateTimeField("lưu lúc", null=True, blank=True)
    replaced_at = models.DateTimeField("thay lúc", auto_now_add=True)

    class Meta:
        ordering = ("-replaced_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(section__isnull=False, annex__isnull=True)
                | models.Q(section__isnull=True, annex__isnull=False),
                name="earlier_text_is_of_a_section_or_an_annex",
            ),
        )

    def __str__(self) -> str:
        return self.body


class Recipient(models.Model):
    """A line below "Nơi nhận:", without its dash and semicolon."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="recipients")
    position = models.PositiveIntegerField("thứ tự")
    name = LineField("nơi nhận", max_length=500)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return self.name


def usual_subject(year: int, kind: PeriodKind = PeriodKind.YEAR) -> str:
    return f"Kết quả công tác phổ biến, giáo dục pháp luật {PeriodKey(year, kind).words}"


def open_number(organisation: Organisation) -> str:
    """Return the symbol of the body's reports, without the number, which is not registered yet: "/BC-SKHCN"."""
    return f"/BC-{organisation.symbol}"
