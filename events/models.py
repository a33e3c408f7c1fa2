"""The model of events: conferences, seminars, trainings, contests …"""

from datetime import date

from django.core.validators import MinValueValidator
from django.db import models

from accounts.rows import YearRow, year_row_indexes
from events.kinds import DatePrecision, EventKind, EventMode
from events.reading import held_text
from events.turnout import missing_words, turnout_text
from pbgdpl.lib.fields import LineField, ProseField, SearchTextField
from pbgdpl.lib.vietnamese import first_words, fold

POSTED_IS_A_PART = "Số tài liệu đã đăng tải là một phần của số tài liệu gốc, không thể nhiều hơn."


class Event(YearRow):
    """An event held during the year, or several sessions of one, dated by day, month, quarter or not at all."""

    dated_by = "held_from"
    known_by = "name"
    list_name = "events"
    read_as_one = {
        "held": ("thời gian", "held_from", "held_to", "date_precision"),
        "turnout": ("số người tham dự", "attendance", "attendance_is_minimum", "attendance_is_approximate"),
    }
    link_labels = {
        "plans": "kế hoạch, văn bản được thực hiện",
        "policies": "chính sách, dự thảo được truyền thông",
    }

    kind = models.CharField("hình thức", max_length=20, choices=EventKind, default=EventKind.CONFERENCE)
    name = LineField("tên hoạt động", max_length=500, blank=True)
    held_from = models.DateField("từ ngày", null=True, blank=True)
    held_to = models.DateField("đến ngày", null=True, blank=True)
    date_precision = models.CharField(
        "độ chính xác của ngày", max_length=10, choices=DatePrecision, default=DatePrecision.NONE
    )
    attendance = models.PositiveIntegerField("số người tham dự", null=True, blank=True)
    attendance_is_minimum = models.BooleanField("“hơn” số này", default=False)
    attendance_is_approximate = models.BooleanField("“khoảng” số này", default=False)
    # How many sessions the row stands for; None is not stated, and counts as one.
    sessions = models.PositiveIntegerField(
        "số cuộc", null=True, blank=True, validators=[MinValueValidator(1)]
    )
    mode = models.CharField("cách tổ chức", max_length=10, choices=EventMode, blank=True)
    place = LineField("địa điểm", max_length=300, blank=True)
    partners = LineField("đơn vị phối hợp", max_length=500, blank=True)
    # What follows the date on paper, with its own connecting words: ": Hỗ trợ …", " với hơn 200 đại biểu".
    description = ProseField("nội dung, kết quả", blank=True)
    # "600 tờ gấp; 1.200 sổ tay", as `read_handouts` reads it.
    handouts = LineField("tài liệu đã phát", max_length=500, blank=True)
    # The three different numbers of a publication; None is not stated.
    originals = models.PositiveIntegerField("số tài liệu gốc", null=True, blank=True)
    posted = models.PositiveIntegerField("số tài liệu đã đăng tải", null=True, blank=True)
    copies = models.PositiveIntegerField("số bản đã in, nhân bản", null=True, blank=True)
    # Named by a string: no module of this app imports anything from plans.
    plans = models.ManyToManyField("plans.Plan", related_name="events", blank=True)
    policies = models.ManyToManyField("plans.Policy", related_name="events", blank=True)
    search_text = SearchTextField(of=("name", "place", "partners", "description", "handouts", "wording"))

    class Meta(YearRow.Meta):
        verbose_name = "hoạt động"
        indexes = year_row_indexes("held_from")
        constraints = (
            *YearRow.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(name="", wording=""),
                name="event_has_a_name",
                violation_error_message="Hoạt động phải có tên.",
            ),
            models.CheckConstraint(
                condition=models.Q(held_to__isnull=True) | models.Q(held_to__gte=models.F("held_from")),
                name="event_ends_after_it_starts",
                violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
            ),
            models.CheckConstraint(
                condition=models.Q(date_precision=DatePrecision.NONE, held_from__isnull=True)
                | (~models.Q(date_precision=DatePrecision.NONE) & models.Q(held_from__isnull=False)),
                name="event_date_and_its_precision_agree",
                violation_error_message="Độ chính xác của ngày không khớp với ngày đã ghi.",
            ),
            models.CheckConstraint(
                condition=~models.Q(attendance_is_minimum=True, attendance_is_approximate=True),
                name="event_attendance_is_at_least_or_about",
                violation_error_message="Số người tham dự là “hơn” hoặc “khoảng” một số, không thể là cả hai.",
            ),
            models.CheckConstraint(
                condition=models.Q(sessions__isnull=True) | models.Q(sessions__gte=1),
                name="event_has_a_session",
                violation_error_message="Số cuộc phải từ 1 trở lên.",
            ),
            models.CheckConstraint(
                condition=models.Q(posted__isnull=True)
                | models.Q(originals__isnull=True)
                | models.Q(posted__lte=models.F("originals")),
                name="event_posts_at_most_its_originals",
                violation_error_message=POSTED_IS_A_PART,
            ),
        )

    def __str__(self) -> str:
        return self.summary()

    @property
    def held(self) -> str:
        """Return when it was held as on paper: "05/3/2024", "tháng 3/2024", "quý III/2025", or an empty text."""
        return held_text(self.held_from, self.held_to, DatePrecision(self.date_precision))

    @property
    def day(self) -> date | None:
        """Return the one day on which it was held, None where it took longer or the day is not known."""
        is_one = self.date_precision == DatePrecision.DAY and self.held_to in (None, self.held_from)
        return self.held_from if is_one else None

    @property
    def turnout(self) -> str:
        """Return the number of people as written on paper: "hơn 1.245", "khoảng 200", or an empty text."""
        return turnout_text(self.attendance, self.attendance_is_minimum, self.attendance_is_approximate)

    @property
    def exact_attendance(self) -> int | None:
        """Return the number of people where it is stated as exact."""
        return None if self.attendance_is_minimum or self.attendance_is_approximate else self.attendance

    @property
    def short_name(self) -> str:
        return first_words(self.name or self.wording)

    def summary(self) -> str:
        """Return the words the report prints for this row, without a full stop.

        Place, attendance and partners follow the date, unless name and description mention them. The inverse of
        `events.reading.read_event`, except where `wording` is set.
        """
        if self.wording:
            return self.wording
        held = f" ({self.held})" if self.held else ""
        more = missing_words(
            self.name, self.description, place=self.place, people=self.turnout, partners=self.partners
        )
        return f"{self.name}{held}{more}{self.description}"

    def identity(self) -> tuple[object, ...]:
        """Return the name and the date, or the year for an undated event."""
        words = fold(self.name or self.wording)
        return (words, self.held or self.reporting_year) if words else ()
