"""What was changed, by whom and when: one entry a change, written in the same transaction as the change."""

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


class Change(models.Model):
    """A change of one row: each value as people read it, before and after."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    row = GenericForeignKey()
    kind = models.CharField("việc", max_length=10, choices=ChangeKind)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField("lúc", auto_now_add=True)
    # [["số, ký hiệu", "139/KH-SXD", "140/KH-SXD"], …]: the label, what it was, what it became.
    values = models.JSONField("thay đổi", default=list)

    class Meta:
        ordering = ("-changed_at", "-pk")
        indexes = (models.Index(fields=("content_type", "object_id")),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.row}"
