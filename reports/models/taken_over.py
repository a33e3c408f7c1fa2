"""Words of an accepted report that a Justice Department took over into its own, with the version that they lead to."""

from django.conf import settings
from django.db import models

from pbgdpl.lib.fields import ProseField
from reports.models.report import Section
from reports.models.submission import Submission


class TakenOver(models.Model):
    section = models.ForeignKey(Section, models.CASCADE, related_name="taken_over")
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="taken_over")
    text = ProseField("lời lấy vào")  # as it was added to the section: with the body in brackets
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    taken_at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        ordering = ("taken_at", "pk")

    def __str__(self) -> str:
        return self.text
