"""What every row of a year's work has in common: whose it is, of which year, and how the report prints it."""

from __future__ import annotations

from typing import ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from accounts.models import Division, Organisation, User
from pbgdpl.lib.fields import ProseField
from pbgdpl.lib.vietnamese import fold

FIRST_YEAR, LAST_YEAR = 2000, 2100
LONGEST_NUMBER = 18  # in digits: what every database takes for the number of a row


def parse_pk(text: str) -> int | None:
    """Return the number of a row that a person's request names: None for no number, 0 for one that no row can have."""
    if not text.isdecimal():
        return None
    return int(text) if len(text) <= LONGEST_NUMBER else 0


class YearField(models.PositiveSmallIntegerField):
    """A reporting year: stated by a person, never derived from a date."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("validators", [MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)])
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]


class OwnedQuerySet(models.QuerySet):
    """Rows that belong to one organisation each."""

    def of(self, organisation: Organisation) -> Self:
        return self.filter(organisation=organisation)

    def for_year(self, year: int) -> Self:
        return self.filter(reporting_year=year)


class YearRowQuerySet(OwnedQuerySet):
    def in_report(self) -> Self:
        return self.filter(in_report=True)

    def in_order(self) -> Self:
        """Order as the report prints: the writer's own order, then by date, the undated last."""
        return self.order_by("position", models.F(self.model.dated_by).asc(nulls_last=True), "pk")

    def last_position(self) -> int:
        """Return the last place that the writer gave, 0 where the rows are in the order of their dates."""
        last: int = self.aggregate(last=models.Max("position", default=0))["last"]
        return last

    def search(self, words: str) -> Self:
        """Keep the rows that hold every word, whatever its marks and capitals: "duong bo" finds "Đường bộ"."""
        rows = self
        for word in fold(words).split():
            rows = rows.filter(search_text__contains=word)
        return rows


class YearRowManager(models.Manager.from_queryset(YearRowQuerySet)):
    """Leaves out what was deleted."""

    def get_queryset(self) -> YearRowQuerySet:
        return super().get_queryset().filter(deleted_at=None)


class YearRow(models.Model):
    """A row of the year's work that stands in a listing of the report."""

    dated_by: ClassVar[str]
    known_by: ClassVar[str]  # the field that people know a row by
    # The relations to rows that this one carries out or is carried out by, each with what people call them.
    link_labels: ClassVar[dict[str, str]] = {}
    # What people read as one value: the property that says it, its label and the fields it is made of.
    read_as_one: ClassVar[dict[str, tuple[str, ...]]] = {}

    organisation = models.ForeignKey(Organisation, models.CASCADE, verbose_name="cơ quan")
    reporting_year = YearField("năm báo cáo")
    # What the paper says in place of the composed sentence, where the writer wants other words.
    wording = ProseField("lời in riêng", blank=True)
    position = models.PositiveIntegerField("thứ tự", default=0)
    in_report = models.BooleanField("đưa vào danh mục của báo cáo", default=True)

    # Who entered it, for which division; empty where it came from an earlier report.
    division = models.ForeignKey(
        Division, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="phòng, đơn vị"
    )
    entered_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name="người nhập",
    )
    entered_at = models.DateTimeField("nhập lúc", auto_now_add=True, null=True)
    # Counts the saved edits: who edits an older one is told so instead of overwriting it.
    version = models.PositiveIntegerField(default=1, editable=False)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = YearRowManager()
    with_deleted = YearRowQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=models.Q(reporting_year__range=(FIRST_YEAR, LAST_YEAR)),
                name="%(class)s_year_is_plausible",
                violation_error_message=f"Năm báo cáo phải từ {FIRST_YEAR} đến {LAST_YEAR}.",
            ),
        )

    def get_absolute_url(self) -> str:
        return reverse(str(self._meta.model_name), args=[self.reporting_year, self.pk])

    @property
    def short_name(self) -> str:
        """Return what people call the row, in a few words of one line."""
        raise NotImplementedError

    def identity(self) -> tuple[object, ...]:
        """Return what two rows of a body share if they tell of the same thing; nothing if too little is said."""
        raise NotImplementedError
