"""A file that a user attached to a row, usually the document itself."""

import secrets
from collections.abc import Collection

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse

from accounts.models.people import Organisation, User
from pbgdpl.lib.fields import LineField


def random_name(attachment: "Attachment", name: str) -> str:
    """Return a random path to store the file at; its own name is not part of it."""
    return f"attachments/{secrets.token_hex(2)}/{secrets.token_hex(16)}"


class AttachmentQuerySet(models.QuerySet):
    def of(self, organisation: Organisation) -> "AttachmentQuerySet":
        return self.filter(organisation=organisation)

    def readable_by(self, user: User) -> "AttachmentQuerySet":
        """Filter the files that a user may download: those of their organisation."""
        return self.of(user.organisation).filter(deleted_at=None)

    def waiting(self) -> "AttachmentQuerySet":
        """Filter the files whose row is not saved yet."""
        return self.filter(object_id=None, deleted_at=None)

    def for_row(self, row: models.Model) -> "AttachmentQuerySet":
        return self.for_rows(type(row), [row.pk])

    def for_rows(self, model: type[models.Model], pks: Collection[int]) -> "AttachmentQuerySet":
        kind = ContentType.objects.get_for_model(model)
        return self.filter(content_type=kind, object_id__in=pks, deleted_at=None)


class Attachment(models.Model):
    """A stored file; it has no row yet while the form that it filled is not saved."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    content_type = models.ForeignKey(ContentType, models.CASCADE, null=True, blank=True, related_name="+")
    object_id = models.PositiveBigIntegerField(null=True, blank=True)
    row = GenericForeignKey()
    name = LineField("tên tệp", max_length=200)
    file = models.FileField("tệp", upload_to=random_name, max_length=100)
    size = models.PositiveIntegerField("dung lượng")
    sha256 = models.CharField("mã băm", max_length=64)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField("lúc", auto_now_add=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    # What was read from it for the row to come: `accounts.attaching.file_reading.FileReading` as JSON, and its note.
    reading = models.JSONField(default=dict, blank=True)
    reading_note = LineField("ghi chú khi đọc", max_length=300, blank=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ("added_at", "pk")
        indexes = (models.Index(fields=("content_type", "object_id")),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("attachment", args=[self.pk])

    @property
    def short_name(self) -> str:
        return self.name
