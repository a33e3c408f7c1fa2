"""What the site stores about one person, as values that become JSON."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from accounts.history import described
from accounts.models import Change, LogEntry, User

CHANGES = ("changed_at", "kind", "content_type__model", "object_id", "values")
ENTRIES = ("sequence", "made_at", "kind", "address", "object_words", "details")


def data_of(user: User) -> dict[str, Any]:
    """Return the account, the changes of it and by the person, the log, and how many rows name the person."""
    kind, label = ContentType.objects.get_for_model(User), User._meta.label_lower
    about = Change.objects.filter(content_type=kind, object_id=user.pk)
    log = LogEntry.objects.filter(Q(person_pk=user.pk) | Q(object_type=label, object_pk=user.pk))
    return {
        "tài khoản": {
            "tên đăng nhập": user.username,
            "cơ quan": user.organisation.name,
            "tạo lúc": user.date_joined,
            "đăng nhập gần nhất": user.last_login,
            **described(user),
        },
        "thay đổi của tài khoản": [*about.order_by("pk").values("changed_by__username", *CHANGES)],
        "thay đổi do người này làm": [
            *Change.objects.filter(changed_by=user).order_by("pk").values(*CHANGES)
        ],
        "nhật ký": [*log.order_by("pk").values(*ENTRIES)],
        "số dòng dữ liệu ghi tên người này": dict(_rows_that_name(user)),
    }


def _rows_that_name(user: User) -> list[tuple[str, int]]:
    """Return how many rows of each other model point to the person: "plans.plan: entered_by"."""
    found = []
    for relation in User._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToOneRel) and relation.related_model is not Change:
            name = relation.field.name
            rows = relation.related_model._base_manager.filter(**{name: user})
            if count := rows.count():
                found.append((f"{relation.related_model._meta.label_lower}: {name}", count))
    return found
