"""Statistical forms as data: sets of indicators, the figures of a report and those that were submitted with it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from accounts.models import BodyGroup, Organisation
from accounts.rows import YearField
from events.kinds import EventKind, EventMode
from pbgdpl.lib.fields import ChosenField, LineField, ProseField
from pbgdpl.lib.vietnamese import number_or_empty, thousands
from plans.kinds import PolicyKind
from reports.models.outline import TemplateQuerySet
from reports.models.report import Report
from reports.models.submission import Submission

LEVELS = " > "  # between the headings above a column, the outermost first
LONGEST_WORDS = 500  # characters, of a column of words
GROUPS = (*BodyGroup.choices, ("", "Sở Tư pháp, cộng số của các đơn vị"))


class Count(models.TextChoices):
    """How a figure is counted over the rows of a body; the kinds of rows are those of its indicator."""

    BY_HAND = "by_hand", "Nhập tay"
    SUM = "sum", "Tổng các cột khác"
    SESSIONS = "sessions", "Số cuộc"
    PEOPLE = "people", "Số lượt người tham dự"
    CONTESTS = "contests", "Số cuộc thi"
    ENTRANTS = "entrants", "Số lượt người dự thi"
    ORIGINALS = "originals", "Số tài liệu gốc"
    POSTED = "posted", "Số tài liệu đã đăng tải"
    COPIES = "copies", "Số bản đã in, nhân bản"
    MUST = "must", "Phải được truyền thông"
    DONE = "done", "Đã được truyền thông"


class CountedKind(models.TextChoices):
    """The kinds of rows over which an indicator may count: of events, and of what must be communicated."""

    CONFERENCE = EventKind.CONFERENCE.value, EventKind.CONFERENCE.label
    SEMINAR = EventKind.SEMINAR.value, EventKind.SEMINAR.label
    ROUND_TABLE = EventKind.ROUND_TABLE.value, EventKind.ROUND_TABLE.label
    TRAINING = EventKind.TRAINING.value, EventKind.TRAINING.label
    CONTEST = EventKind.CONTEST.value, EventKind.CONTEST.label
    LAW_DAY = EventKind.LAW_DAY.value, EventKind.LAW_DAY.label
    GUIDANCE = EventKind.GUIDANCE.value, EventKind.GUIDANCE.label
    PUBLICATION = EventKind.PUBLICATION.value, EventKind.PUBLICATION.label
    BROADCAST = EventKind.BROADCAST.value, EventKind.BROADCAST.label
    OTHER = EventKind.OTHER.value, EventKind.OTHER.label
    POLICY = PolicyKind.POLICY.value, PolicyKind.POLICY.label
    DRAFT = PolicyKind.DRAFT.value, PolicyKind.DRAFT.label


class IndicatorSet(models.Model):
    """A statistical form with a legal basis, in use from a reporting year on; a period has copies of its own."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="của cơ quan"
    )
    period = models.ForeignKey(
        "reports.ReportingPeriod",
        models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="indicator_sets",
        verbose_name="của kỳ báo cáo",
    )
    name = LineField("tên biểu", max_length=200)
    form_code = LineField("ký hiệu biểu", max_length=40)  # "04b/TP/PBGDPL"
    legal_basis = LineField("căn cứ", max_length=1000, blank=True)
    from_year = YearField("dùng từ năm báo cáo")
    # The bodies that fill it in; empty is the form that their receiver adds up from theirs.
    group = models.CharField("dùng cho", max_length=20, choices=GROUPS, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = TemplateQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("period", "group"),
                name="one_indicator_set_of_a_group_in_a_period",
                violation_error_message="Kỳ này đã có biểu cho nhóm cơ quan đó.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Indicator(models.Model):
    """One column of a form."""

    indicator_set = models.ForeignKey(IndicatorSet, models.CASCADE, related_name="indicators")
    position = models.PositiveIntegerField("thứ tự")
    code = LineField("mã cột", max_length=10)  # "18"
    above = LineField("tiêu đề phía trên", max_length=500, blank=True)  # "Kinh phí > trong đó"
    label = LineField("tên chỉ tiêu", max_length=500)
    unit = LineField("đơn vị tính", max_length=30, blank=True)
    is_text = models.BooleanField("cột ghi chữ", default=False)
    is_stock = models.BooleanField("số tại thời điểm", default=False)  # else what happened in the period
    # Its place or words in the official form are not known for certain.
    is_doubtful = models.BooleanField("chưa chắc chắn", default=False)
    part_of = LineField("là một phần của cột", max_length=10, blank=True)
    count = models.CharField("cách đếm", max_length=20, choices=Count, default=Count.BY_HAND)
    kinds = ChosenField("đếm trên các loại", options=CountedKind, default=list, blank=True)
    modes = ChosenField("chỉ cách tổ chức", options=EventMode, default=list, blank=True)  # empty: all
    sum_of = LineField("là tổng các cột", max_length=200, blank=True)  # "19, 20, 21"
    rules = ProseField("quy tắc", blank=True)  # one a line, as `reports.figures.rules` reads them

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return f"({self.code}) {self.label}"

    @property
    def headings_above(self) -> tuple[str, ...]:
        return tuple(self.above.split(LEVELS)) if self.above else ()

    @property
    def is_online(self) -> bool:
        """Return whether it counts what was held online, and nothing that was held in person alone."""
        return EventMode.ONLINE in self.modes and EventMode.IN_PERSON not in self.modes

    @property
    def summands(self) -> tuple[str, ...]:
        """Return the codes of the columns that it adds up."""
        return tuple(code for part in self.sum_of.split(",") if (code := part.strip()))


class FigureValues(models.Model):
    """What a figure consists of beside its counted number."""

    code = LineField("mã cột", max_length=10)
    estimate = models.BigIntegerField("ước phần còn lại của kỳ", null=True, blank=True)
    does_not_apply = models.BooleanField("không phát sinh chỉ tiêu này (-)", default=False)
    words = LineField("ghi chú", max_length=LONGEST_WORDS, blank=True)  # of a column of words
    reason = ProseField("lý do chốt khác số đếm được", blank=True)
    explanation = ProseField("giải trình biến động", blank=True)

    class Meta:
        abstract = True


class Figure(FigureValues):
    """A figure of a report that somebody settled; what nobody settled is counted from the rows."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="figures")
    # None: as counted from the rows.
    actual = models.BigIntegerField("số chốt", null=True, blank=True)
    # What the rows said when it was settled.
    counted = models.BigIntegerField(null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    settled_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = "số liệu"
        constraints = (
            models.UniqueConstraint(fields=("report", "code"), name="one_figure_of_a_code_in_a_report"),
            models.CheckConstraint(
                condition=models.Q(does_not_apply=False)
                | models.Q(does_not_apply=True, actual=None, estimate=None),
                name="what_does_not_apply_has_no_number",
                violation_error_message="Chỉ tiêu ghi “-” thì không có số.",
            ),
        )

    def __str__(self) -> str:
        return f"({self.code}) {self.report}"

    @property
    def says_something(self) -> bool:
        """Return whether somebody stated a value, and did not take it back."""
        return self.does_not_apply or bool(self.words) or (self.actual, self.estimate) != (None, None)

    @property
    def shown(self) -> str:
        """Return the value as people read it: "45", "45, ước thêm 5", "-"."""
        if self.does_not_apply:
            return "-"
        estimate = "" if self.estimate is None else f"ước thêm {thousands(self.estimate)}"
        return ", ".join(part for part in (number_or_empty(self.actual), estimate, self.words) if part)

    @property
    def organisation_id(self) -> int:
        """Return the pk of the body that it belongs to, by which the log finds its entries."""
        return self.report.organisation_id


class SubmittedFigure(FigureValues):
    """A figure as it was submitted, for adding up; the rows that it was counted from are in the submitted data."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="figures")
    form_code = LineField("ký hiệu biểu", max_length=40)
    position = models.PositiveIntegerField("thứ tự")
    unit = LineField("đơn vị tính", max_length=30, blank=True)
    actual = models.BigIntegerField("số thực hiện", null=True)
    counted = models.BigIntegerField("số đếm được", null=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=("submission", "code"), name="one_figure_of_a_code_in_a_submission"
            ),
        )

    def __str__(self) -> str:
        return f"({self.code}) {self.submission}"
