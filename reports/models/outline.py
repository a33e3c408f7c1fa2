"""Outlines: the headings that a report starts with, which the Justice Department changes from year to year."""

from typing import Self

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Coalesce

from accounts.models import Change, ChangeKind, Organisation
from accounts.rows import YearField
from pbgdpl.lib.fields import LineField, ProseField
from reports.document.tree import Numbering

DEEPEST = 4
FATES = (ChangeKind.DELETED, ChangeKind.RESTORED)


class NumberingScheme(models.TextChoices):
    LETTERS = Numbering.LETTERS.value, "I. 1. a)"
    DECIMAL = Numbering.DECIMAL.value, "I. 1. 1.1. a)"
    CAPITALS = Numbering.CAPITALS.value, "A. I. 1. a)"
    NUMBERS = Numbering.NUMBERS.value, "1. 1.1. 1.1.1. a)"
    PARTS = Numbering.PARTS.value, "PHẦN I. I. 1. a)"
    ORDINALS = Numbering.ORDINALS.value, "PHẦN THỨ NHẤT. I. 1. a)"
    CAPITAL_CLAUSES = Numbering.CAPITAL_CLAUSES.value, "A. I. 1. 1.1."
    PART_CLAUSES = Numbering.PART_CLAUSES.value, "PHẦN I. I. 1. 1.1."
    ORDINAL_CLAUSES = Numbering.ORDINAL_CLAUSES.value, "PHẦN THỨ NHẤT. I. 1. 1.1."
    SHORT_CAPITALS = Numbering.SHORT_CAPITALS.value, "A. 1. a)"
    ROMAN_NUMBERS = Numbering.ROMAN_NUMBERS.value, "I. I.1. I.1.1. a)"


class TemplateQuerySet(models.QuerySet):
    """Sets of headings or criteria; a period has a copy of its own, which nobody edits."""

    def templates_of(self, organisation: Organisation) -> Self:
        """Filter to an organisation's own sets, without deleted ones, and those that came with the program."""
        own = models.Q(organisation=organisation) | models.Q(organisation=None)
        sets = self.filter(own, period=None).alias(fate=_fate(self.model))
        return sets.exclude(fate=ChangeKind.DELETED).order_by("-from_year", "name", "pk")

    def in_use(self, year: int) -> Self:
        """Filter to the sets that came with the program for a year, the latest first."""
        return self.filter(organisation=None, period=None, from_year__lte=year).order_by("-from_year", "pk")


class OutlineQuerySet(TemplateQuerySet):
    """Outlines of the bodies' reports, and those of the report that a Justice Department makes of them."""

    def of_bodies(self) -> Self:
        return self.filter(for_province=False)

    def in_use(self, year: int) -> Self:
        return super().in_use(year).of_bodies()

    def of_province(self, organisation: Organisation, year: int) -> Self:
        """Filter to the outlines for a province's report on a year, its own before the program's, then the latest."""
        own_first = models.F("organisation").asc(nulls_last=True)
        outlines = self.templates_of(organisation).filter(for_province=True, from_year__lte=year)
        return outlines.order_by(own_first, "-from_year", "-pk")


def _fate(model):
    """Return a subquery for the last deletion or restoration in the history of a set."""
    kind = ContentType.objects.get_for_model(model)
    changes = Change.objects.filter(content_type=kind, object_id=models.OuterRef("pk"), kind__in=FATES)
    last = changes.order_by("-pk").values("kind")[:1]
    return Coalesce(models.Subquery(last), models.Value(""))


def is_deleted(template) -> bool:
    """Return whether a set is deleted and not restored since."""
    model = type(template)
    return (
        model.objects.filter(pk=template.pk).alias(fate=_fate(model)).filter(fate=ChangeKind.DELETED).exists()
    )


class Outline(models.Model):
    """A set of headings, in use from a reporting year on."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="của cơ quan"
    )
    name = LineField("tên đề cương", max_length=200)
    from_year = YearField("dùng từ năm báo cáo")
    numbering = models.CharField(
        "cách đánh số", max_length=20, choices=NumberingScheme, default=NumberingScheme.LETTERS
    )
    # For the report that a Justice Department makes of those that it accepted.
    for_province = models.BooleanField("dùng cho báo cáo của tỉnh", default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = OutlineQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class HeadedText(models.Model):
    """A heading with its depth and the text under it, in an outline or in a report."""

    position = models.PositiveIntegerField("thứ tự")
    depth = models.PositiveSmallIntegerField("cấp")
    heading = LineField("tiêu đề", max_length=2000)
    guidance = ProseField("hướng dẫn viết", blank=True)
    is_required = models.BooleanField("bắt buộc", default=True)
    # Words of the headings of the bodies' sections that belong here, one a line; only in the report of a province.
    collects = ProseField(
        "thu từ mục của đơn vị", blank=True, help_text="Mỗi dòng vài chữ trong tiêu đề mục."
    )

    class Meta:
        abstract = True
        ordering = ("position",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(depth__range=(1, DEEPEST)),
                name="%(class)s_depth_has_a_number",
                violation_error_message=f"Cấp của mục phải từ 1 đến {DEEPEST}.",
            ),
        )

    def __str__(self) -> str:
        return self.heading

    @property
    def printed_heading(self) -> str:
        """Return the heading as printed: in capitals at the first level."""
        return self.heading.upper() if self.depth == 1 else self.heading


class OutlineSection(HeadedText):
    outline = models.ForeignKey(Outline, models.CASCADE, related_name="sections")
    starting_text = ProseField("lời có sẵn", blank=True)
