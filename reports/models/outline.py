"""The headings a report starts from: data, because the Justice Department changes them from year to year."""

from django.db import models

from accounts.rows import YearField
from pbgdpl.lib.fields import LineField, ProseField
from reports.document.tree import Numbering

DEEPEST = 4


class NumberingScheme(models.TextChoices):
    LETTERS = Numbering.LETTERS.value, "I. 1. a)"
    DECIMAL = Numbering.DECIMAL.value, "I. 1. 1.1. a)"


class Outline(models.Model):
    """A set of headings, in use from a reporting year on."""

    name = LineField("tên đề cương", max_length=200, unique=True)
    from_year = YearField("dùng từ năm báo cáo")
    numbering = models.CharField(
        "cách đánh số", max_length=10, choices=NumberingScheme, default=NumberingScheme.LETTERS
    )

    def __str__(self) -> str:
        return self.name


class HeadedText(models.Model):
    """A heading at a depth and the text under it, in an outline or in a report."""

    position = models.PositiveIntegerField("thứ tự")
    depth = models.PositiveSmallIntegerField("cấp")
    heading = LineField("tiêu đề", max_length=2000)

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


class OutlineSection(HeadedText):
    outline = models.ForeignKey(Outline, models.CASCADE, related_name="sections")
    guidance = ProseField("hướng dẫn viết", blank=True)
    starting_text = ProseField("lời có sẵn", blank=True)
