"""The abstract model of the rows of a year's work: organisation, year, order and history."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.lookups import IsNull
from django.urls import reverse

from accounts.models import Division, Organisation, User
from pbgdpl.lib.fields import ProseField
from pbgdpl.lib.vietnamese import fold

FIRST_YEAR, LAST_YEAR = 2000, 2100
LONGEST_PK = 18  # digits; longer ones overflow the databases' integers


def parse_pk(text: str) -> int | None:
    """Return the pk in a request's text: None if it is not a number, 0 for one that no row can have."""
    if not text.isdecimal():
        return None
    return int(text) if len(text) <= LONGEST_PK else 0


class YearField(models.PositiveSmallIntegerField):
    """A reporting year, which a person states and which is never derived from a date."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("validators", [MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)])
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]


def is_empty(field: str) -> IsNull:
    """Return the condition that a field is empty, by which rows can be ordered and an index can be made.

    SQLite makes no index with NULLS LAST, and sorted a whole year for each page of a list.
    """
    return IsNull(models.F(field), True)


def year_row_indexes(dated_by: str) -> tuple[models.Index, ...]:
    """Return the indexes of a model of rows: for their order in the report, and for counting them by their filters."""
    year = ("organisation", "reporting_year")
    return (
        models.Index(*year, "position", is_empty(dated_by), dated_by, "id", name="%(class)s_in_order"),
        models.Index(fields=(*year, "deleted_at", "kind", "division"), name="%(class)s_counted"),
    )


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
        """Order as in the report: by the places given by hand, then by date, undated rows last."""
        return self.order_by("position", is_empty(self.model.dated_by), self.model.dated_by, "pk")

    def as_listed(self) -> Self:
        """Leave out what a list does not show: the text that is searched, and the moments."""
        return self.defer("search_text", "entered_at", "deleted_at")

    def with_counts(self) -> Self:
        return self.annotate(**self.model.counts)

    def last_position(self) -> int:
        """Return the last place given by hand, or 0 if the rows are ordered by date."""
        last: int = self.aggregate(last=models.Max("position", default=0))["last"]
        return last

    def search(self, words: str) -> Self:
        """Filter the rows that contain every word, ignoring marks and capitals: "duong bo" finds "Đường bộ"."""
        rows = self
        for word in fold(words).split():
            rows = rows.filter(search_text__contains=word)
        return rows


class YearRowManager(models.Manager.from_queryset(YearRowQuerySet)):
    """Leaves out deleted rows."""

    def get_queryset(self) -> YearRowQuerySet:
        return super().get_queryset().filter(deleted_at=None)


class YearRow(models.Model):
    """A row of the year's work that stands in a listing of the report."""

    dated_by: ClassVar[str]
    known_by: ClassVar[str]  # the field by which people identify a row
    list_name: ClassVar[str]  # the URL name of its list: "plans"
    # {relation to other rows: its label}
    link_labels: ClassVar[dict[str, str]] = {}
    # {property that describes several fields as one value: (its label, the fields)}
    read_as_one: ClassVar[dict[str, tuple[str, ...]]] = {}
    # {name: aggregate of other rows that a list and a listing show with the row}
    counts: ClassVar[dict[str, models.Aggregate]] = {}

    organisation = models.ForeignKey(Organisation, models.CASCADE, verbose_name="cơ quan")
    reporting_year = YearField("năm báo cáo")
    # The writer's own words, printed in place of the composed sentence.
    wording = ProseField("lời in riêng", blank=True)
    position = models.PositiveIntegerField("thứ tự", default=0)
    in_report = models.BooleanField("đưa vào danh mục của báo cáo", default=True)

    # Both are empty for rows imported from an earlier report.
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
    # Counts the saved edits: an edit of an older version leads to a conflict instead of overwriting it.
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
    def order_key(self) -> tuple[int, bool, date, int]:
        """Return the key that sorts rows as `in_order` does, for rows that are read already."""
        day = getattr(self, self.dated_by)
        return self.position, day is None, day or date.min, self.pk

    @property
    def short_name(self) -> str:
        """Return a short name of the row on one line."""
        raise NotImplementedError

    def printed(self) -> str:
        """Return the words that a listing prints for this row, without a full stop."""
        return str(self)

    def identity(self) -> tuple[object, ...]:
        """Return the values by which duplicates are found, or () if the row has too few values."""
        raise NotImplementedError


def row_reference(model: type[YearRow], pk: int, version: int = 1) -> YearRow:
    """Return an instance that names a row, without reading it."""
    row = model()
    row.pk, row.version = pk, version
    return row
