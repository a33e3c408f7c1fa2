"""The fields of a text that several people write on."""

from django.conf import settings
from django.db import models


class WrittenText(models.Model):
    """A text that several people write on and that the page saves automatically."""

    # Counts the saved texts; saving one that was written on an older version is refused.
    version = models.PositiveIntegerField(default=1, editable=False)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    saved_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Saved by the page, not by the person; such a text is replaced without an EarlierText.
    is_autosaved = models.BooleanField(default=False, editable=False)

    class Meta:
        abstract = True
