"""What every text has in common that several people write on."""

from django.conf import settings
from django.db import models


class WrittenText(models.Model):
    """A text that several people write on, and that the page saves by itself."""

    # Counts the saved texts: who writes on an older one is told so instead of overwriting it.
    version = models.PositiveIntegerField(default=1, editable=False)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    saved_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Saved by the page, not by the person: such a text gives way without being kept.
    is_autosaved = models.BooleanField(default=False, editable=False)

    class Meta:
        abstract = True
