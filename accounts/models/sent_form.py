"""The record of a sent form, by which a second click is recognised."""

from django.conf import settings
from django.db import models


class SentForm(models.Model):
    """The key of a form and the address that it led to; a second click sends the same key again."""

    key = models.UUIDField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    sent_at = models.DateTimeField(auto_now_add=True)
    led_to = models.CharField(max_length=500)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("sent_by", "key"), name="a_form_is_carried_out_once"),)

    def __str__(self) -> str:
        return str(self.key)
