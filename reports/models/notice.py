"""Notices to the people of an organisation."""

from django.db import models

from accounts.models import Organisation
from pbgdpl.lib.fields import LineField


class NoticeKind(models.TextChoices):
    OPENED = "opened", "Mở kỳ báo cáo"
    CLOSED = "closed", "Đóng kỳ báo cáo"
    EXTENDED = "extended", "Gia hạn"
    REMINDED = "reminded", "Nhắc nộp"
    SUBMITTED = "submitted", "Nộp"
    WITHDRAWN = "withdrawn", "Rút"
    RETURNED = "returned", "Trả lại"
    ACCEPTED = "accepted", "Tiếp nhận"
    SIGNED = "signed", "Bản ký"


class Notice(models.Model):
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="notices")
    kind = models.CharField("loại", max_length=10, choices=NoticeKind)
    words = LineField("nội dung", max_length=500)
    address = models.CharField("trang", max_length=300)
    made_at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        indexes = (models.Index(fields=("organisation", "-made_at")),)

    def __str__(self) -> str:
        return self.words
