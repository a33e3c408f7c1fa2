"""Marks on submitted figures that the Justice Department has settled."""

from django.conf import settings
from django.db import models

from pbgdpl.lib.fields import LineField, ProseField
from reports.models.submission import ReviewNote, Submission


class SettledMark(models.Model):
    """A mark on a figure of a submission that stays for a reason, or was sent back as a note."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="settled_marks")
    code = LineField("mã cột", max_length=10, blank=True)  # empty: about the body as a whole
    kind = models.CharField("loại", max_length=20)  # a value of `reports.figures.faults.Fault`
    reason = ProseField("lý do giữ nguyên", blank=True)
    # Without the note the mark is open again.
    note = models.OneToOneField(ReviewNote, models.CASCADE, null=True, related_name="+", editable=False)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    settled_at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("submission", "code", "kind"),
                name="a_mark_is_settled_once",
                violation_error_message="Chỗ này đã được xử lý. Tải lại trang để xem.",
            ),
            models.CheckConstraint(
                condition=models.Q(note__isnull=False) | ~models.Q(reason=""),
                name="a_mark_stays_for_a_reason",
                violation_error_message="Ghi lý do giữ nguyên.",
            ),
        )

    def __str__(self) -> str:
        return f"({self.code}) {self.submission}"
