"""The log of the site: who logged in, saw, took or changed what. Entries are added, never changed."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models
from django.db.models import Q
from django.utils import timezone


class LogKind(models.TextChoices):
    LOGIN = "login", "Đăng nhập"
    REFUSED = "refused", "Đăng nhập bị từ chối"
    LOGOUT = "logout", "Đăng xuất"
    VIEWED = "viewed", "Xem"
    DOWNLOADED = "downloaded", "Tải về"
    EXPORTED = "exported", "Xuất danh sách"
    ADDED = "added", "Thêm"
    EDITED = "edited", "Sửa"
    DELETED = "deleted", "Xóa"
    RESTORED = "restored", "Khôi phục"
    SUBMITTED = "submitted", "Nộp"
    WITHDRAWN = "withdrawn", "Rút"
    RETURNED = "returned", "Trả lại"
    ACCEPTED = "accepted", "Tiếp nhận"
    REOPENED = "reopened", "Mở lại"
    ISSUED = "issued", "Phát hành"
    RECALLED = "recalled", "Thu hồi"
    ROLE = "role", "Đổi vai trò"
    PASSWORD = "password", "Đổi, đặt lại mật khẩu"
    ACCESS = "access", "Ngừng, mở lại"
    CLEARED = "cleared", "Dọn theo thời hạn"


class AppendOnly(Exception):
    """Raised where code would change or delete an entry of the log."""


class LogQuerySet(models.QuerySet["LogEntry"]):
    def unsealed(self) -> LogQuerySet:
        return self.filter(sequence=None)

    def sealed(self) -> LogQuerySet:
        """Filter the entries that have their place in the chain, in its order."""
        return self.exclude(sequence=None).order_by("sequence")

    def of_body(self, pk: int) -> LogQuerySet:
        """Filter what people of a body did, and what anybody did to what belongs to it."""
        return self.filter(Q(organisation_pk=pk) | Q(about_pk=pk))

    def remove_up_to(self, sequence: int) -> int:
        """Delete the first entries of the chain; return how many. Only `accounts.log.clearing` does this."""
        return models.QuerySet.delete(self.filter(sequence__lte=sequence))[0]

    def update(self, **values: Any) -> NoReturn:
        raise AppendOnly

    def delete(self) -> NoReturn:
        raise AppendOnly


class LogEntry(models.Model):
    """An entry, which names people, bodies and objects as they were: no later change or deletion reaches it.

    It is saved in the transaction of what it records, and gets its place in the chain (`sequence`, `hash`) right
    after: see `accounts.log.sealing`.
    """

    made_at = models.DateTimeField("lúc", default=timezone.now)
    kind = models.CharField("việc", max_length=20, choices=LogKind)
    person_pk = models.BigIntegerField(null=True)
    person = models.CharField("người", max_length=250, blank=True)  # "Nguyễn Hoài An (an)"
    organisation_pk = models.BigIntegerField(null=True)  # of the person
    organisation = models.CharField("cơ quan", max_length=200, blank=True)
    address = models.CharField("địa chỉ mạng", max_length=45, blank=True)  # empty: a command on the server
    object_type = models.CharField(max_length=60, blank=True)  # "plans.plan"
    object_pk = models.BigIntegerField(null=True)
    object_words = models.CharField("đối tượng", max_length=300, blank=True)
    about_pk = models.BigIntegerField(null=True)  # the body to which the object belongs
    details = models.TextField("chi tiết", blank=True)
    change_pk = models.BigIntegerField(null=True)  # the `Change` that records the values
    digest = models.CharField(
        max_length=64, blank=True
    )  # of that `Change`; of the removed part where CLEARED
    search_text = models.TextField(blank=True)
    sequence = models.BigIntegerField(null=True, unique=True, editable=False)
    hash = models.CharField(max_length=64, blank=True, editable=False)

    objects = LogQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("organisation_pk",), name="log_by_organisation"),
            models.Index(fields=("about_pk",), name="log_by_owner"),
            models.Index(fields=("change_pk",), name="log_by_change", condition=~Q(change_pk=None)),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.object_words or self.person}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly


class LogHead(models.Model):
    """The end of the chain, and its beginning after old entries were removed; there is one row, with the pk 1."""

    count = models.BigIntegerField(default=0)  # the sequence of the last entry
    last_hash = models.CharField(max_length=64, blank=True)
    removed = models.BigIntegerField(default=0)  # the sequence of the last removed entry
    removed_hash = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.count}: {self.last_hash}"
