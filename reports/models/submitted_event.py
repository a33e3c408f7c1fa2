"""Events as they were submitted, by which the same one is found in the reports of two bodies."""

from django.db import models

from pbgdpl.lib.fields import LineField
from reports.models.submission import Submission


class SubmittedEvent(models.Model):
    """An event on a known day in the data of a submission."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="events")
    row = models.BigIntegerField("dòng")  # its pk as the data states it; the row may be deleted by now
    name = LineField("tên hoạt động", max_length=1000)
    held_on = models.DateField("ngày đầu")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("submission", "row"), name="one_submitted_event_of_a_row"),
        )

    def __str__(self) -> str:
        return self.name
