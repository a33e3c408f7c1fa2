"""Notices to the people of an organisation."""

from typing import Any

from django.db import models

from accounts.announcing import announced
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
    REOPENED = "reopened", "Mở lại"
    ACCEPTED = "accepted", "Tiếp nhận"
    SIGNED = "signed", "Bản ký"
    PEOPLE = "people", "Cơ quan và người dùng"


class Notice(models.Model):
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="notices")
    kind = models.CharField("loại", max_length=10, choices=NoticeKind)
    words = LineField("nội dung", max_length=500)
    # Empty where not everybody of the organisation may open the page that it is about.
    address = models.CharField("trang", max_length=300, blank=True)
    made_at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        indexes = (models.Index(fields=("organisation", "-made_at")),)

    def __str__(self) -> str:
        return self.words


def store_announcement(organisation: Organisation, words: str, **_: Any) -> None:
    """Create a notice of what `accounts` announces."""
    longest = Notice._meta.get_field("words").max_length
    Notice.objects.create(organisation=organisation, kind=NoticeKind.PEOPLE, words=words[:longest])


announced.connect(store_announcement)
