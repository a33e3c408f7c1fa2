"""The history of rows: one entry for each change, written in the same transaction as the change."""

from collections.abc import Container
from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from accounts.models.people import Organisation


class ChangeKind(models.TextChoices):
    ADDED = "added", "Thêm"
    EDITED = "edited", "Sửa"
    DELETED = "deleted", "Xóa"
    RESTORED = "restored", "Khôi phục"
    SUBMITTED = "submitted", "Nộp"
    WITHDRAWN = "withdrawn", "Rút"
    RETURNED = "returned", "Trả lại"
    ACCEPTED = "accepted", "Tiếp nhận"
    REOPENED = "reopened", "Mở lại"
    ISSUED = "issued", "Phát hành"
    RECALLED = "recalled", "Thu hồi"
    DOWNLOADED = "downloaded", "Tải về"


@dataclass(frozen=True, slots=True)
class Difference:
    """A value before and after a change; for lists, `removed` and `added` are the lines that differ."""

    label: str
    before: str
    after: str

    @property
    def removed(self) -> list[str]:
        return self._lines_of_only(self.before, self.after)

    @property
    def added(self) -> list[str]:
        return self._lines_of_only(self.after, self.before)

    def _lines_of_only(self, one: str, other: str) -> list[str]:
        """Return the lines that only `one` has; none unless the two are lists."""
        lines, others = one.splitlines(), other.splitlines()
        is_list = set(lines) & set(others) or (len(lines + others) > 1 and not (lines and others))
        return [line for line in lines if line not in others] if is_list else []


class Change(models.Model):
    """A change of one row, with the changed values in words."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    row = GenericForeignKey()
    kind = models.CharField("việc", max_length=10, choices=ChangeKind)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField("lúc", auto_now_add=True)
    # [["số, ký hiệu", "139/KH-SXD", "140/KH-SXD"], …]: the label, the value before and the value after.
    values = models.JSONField("thay đổi", default=list)

    class Meta:
        ordering = ("-changed_at", "-pk")
        indexes = (models.Index(fields=("content_type", "object_id")),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.row}"

    @property
    def differences(self) -> list[Difference]:
        return [Difference(*value) for value in self.values]

    def tells(self, labels: Container[str]) -> bool:
        """Return whether one of these values changed."""
        return any(one.label in labels for one in self.differences)
